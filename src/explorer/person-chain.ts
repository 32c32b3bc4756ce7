/**
 * What is thought to lie between the drug and the mood, as claims of the network: from the glutamate that is released to the growth
 * factor, to the spines, to the symptoms. A chain of hypotheses, each with its own strength; nothing is driven along it.
 */
import type { Model } from '../model/model';
import { STRENGTHS, type Claim, type Entity, type EntityId, type Strength } from '../model/schema';
import { strengthOf } from './strength-of';

export interface ChainLink {
  readonly claim: Claim;
  readonly strength: Strength;
  readonly from: Entity;
  readonly to: Entity;
  /** Whether the end of this link is one of the stations that the chain is told by. */
  readonly station: boolean;
}

/** The stations; a pack without them has no such chain. */
const STATIONS = ['glutamate', 'bdnf', 'spine_density', 'depressive_symptoms'] as const;

const known = new WeakMap<Model, readonly ChainLink[]>();

/** The shortest way over core claims from station to station, by better supported claims where two ways are equally long. */
export function moodChain(model: Model): readonly ChainLink[] {
  const found = known.get(model);
  if (found !== undefined) return found;
  const ways = STATIONS.slice(1).map((to, index) => shortest(model, STATIONS[index] ?? to, to));
  const chain = ways.every((way) => way !== null) ? ways.flatMap((way) => way ?? []) : [];
  known.set(model, chain);
  return chain;
}

function shortest(model: Model, from: string, to: string): readonly ChainLink[] | null {
  const leaving = new Map<string, Claim[]>();
  for (const claim of model.claims) {
    if (claim.tier === 'core') leaving.set(claim.source, [...(leaving.get(claim.source) ?? []), claim]);
  }
  const rank = (claim: Claim): number => STRENGTHS.indexOf(strengthOf(model, claim));
  let ways: readonly (readonly Claim[])[] = (leaving.get(from) ?? []).map((claim) => [claim]);
  const seen = new Set([from]);
  while (ways.length > 0) {
    const arrived = ways.filter((way) => way.at(-1)?.target === to);
    const best = arrived.toSorted((a, b) => sum(a.map(rank)) - sum(b.map(rank)))[0];
    if (best !== undefined) return best.flatMap((claim) => linkOf(model, claim, to));
    for (const way of ways) seen.add(way.at(-1)?.target ?? from);
    ways = ways.flatMap((way) =>
      (leaving.get(way.at(-1)?.target ?? '') ?? []).filter((claim) => !seen.has(claim.target)).map((claim) => [...way, claim]),
    );
  }
  return null;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function linkOf(model: Model, claim: Claim, station: string): ChainLink[] {
  const [from, to] = [entityOf(model, claim.source), entityOf(model, claim.target)];
  return from === undefined || to === undefined
    ? []
    : [{ claim, strength: strengthOf(model, claim), from, to, station: to.id === station }];
}

function entityOf(model: Model, id: EntityId): Entity | undefined {
  return model.entityById.get(id);
}
