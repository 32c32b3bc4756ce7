/** What on the map belongs to the selection: the thing itself and what it is directly connected to. */
import type { Model } from '../model/model';
import type { Claim, Layout } from '../model/schema';
import { entityOf, eventOf } from './lookup';
import { partOf } from './plate-scene';
import { claimsOfHypothesis } from './route';
import type { Selection } from './state';

export interface Related {
  readonly claims: ReadonlySet<string>;
  readonly entities: ReadonlySet<string>;
}

/** Null when nothing is selected, or when nothing of the selection is on this map: then nothing is set back. */
export function relatedTo(selection: Selection, model: Model, layout: Layout, drawn: readonly Claim[]): Related | null {
  if (selection === null) return null;
  const core = coreOf(selection, model, layout);
  const claims = drawn.filter((claim) => core.claims(claim));
  const entities = new Set<string>(claims.flatMap((claim): string[] => [claim.source, claim.target]));
  for (const id of core.entities) entities.add(id);
  const placed = layout.nodes.some((node) => entities.has(node.entity));
  return placed ? { claims: new Set(claims.map((claim): string => claim.id)), entities } : null;
}

interface Core {
  readonly entities: readonly string[];
  readonly claims: (claim: Claim) => boolean;
}

function coreOf(selection: NonNullable<Selection>, model: Model, layout: Layout): Core {
  switch (selection.kind) {
    case 'entity': {
      const id = entityOf(model, selection.id)?.id;
      return { entities: id === undefined ? [] : [id], claims: (claim) => claim.source === id || claim.target === id };
    }
    case 'claim':
      return { entities: [], claims: (claim) => claim.id === selection.id };
    case 'reference':
      return { entities: [], claims: (claim) => claim.evidence.some((item) => item.reference === selection.id) };
    case 'hypothesis': {
      const members = claimsOfHypothesis(model, selection.id);
      return { entities: [], claims: (claim) => members.has(claim.id) };
    }
    case 'event': {
      const event = eventOf(model, selection.id);
      const ids = new Set<string>(event?.claims ?? []);
      return { entities: event?.entity === undefined ? [] : [event.entity], claims: (claim) => ids.has(claim.id) };
    }
    case 'part': {
      const id = partOf(model, selection.id)?.entity;
      return { entities: id === undefined ? [] : [id], claims: (claim) => claim.source === id || claim.target === id };
    }
    case 'group': {
      const members = new Set<string>(layout.groups.find((group) => group.id === selection.id)?.members ?? []);
      return { entities: [...members], claims: (claim) => members.has(claim.source) || members.has(claim.target) };
    }
    // Other records have no place on the map.
    default:
      return { entities: [], claims: () => false };
  }
}
