/** Connections between regions of one species: claims of the network with evidence in it, and connectivity that was measured in it. */
import type { Model } from '../model/model';
import { brainOf } from '../model/rules/regions';
import type { BrainSpecies, Region, Strength } from '../model/schema';
import { findingsOf, isSeenAt, regionsOfSpecies, strengthOfFinding, type Sign } from './brain';
import type { ExplorerState, Selection, When } from './state';
import { strengthOf } from './strength-of';

export interface Connection {
  readonly key: string;
  readonly selection: NonNullable<Selection>;
  readonly from: Region;
  readonly to: Region;
  /** Parts of the picture at its ends. */
  readonly ends: readonly [string, string];
  /** 1 drives, -1 holds back; null for activity that goes together, which has no direction. */
  readonly sign: 1 | -1 | null;
  /** Which way the drug changed it; null for a claim. */
  readonly change: Sign | null;
  readonly strength: Strength;
  /** Measured at the moment; a claim holds at any time. */
  readonly now: boolean;
}

/** At most this many stand in the picture at a time. */
export const ARCS = 2;

/** Whether a part can be seen in the picture as it stands. */
export type Seen = (part: string) => boolean;
const everything: Seen = () => true;

const RANK: Readonly<Record<Strength, number>> = { contested: 0, early: 1, moderate: 2, strong: 3 };

/** Claims between two regions of a species that rest on evidence from that species. */
function claimed(model: Model, species: BrainSpecies): Connection[] {
  const regions = regionsOfSpecies(model, species);
  const at = (entity: string): Region | undefined => regions.find(({ entities }) => entities.some((id) => id === entity));
  return model.claims.flatMap((claim): Connection[] => {
    const [from, to] = [at(claim.source), at(claim.target)];
    const [start, end] = [from?.drawn[0], to?.drawn[0]];
    if (from === undefined || to === undefined || from === to || start === undefined || end === undefined) return [];
    if (!claim.evidence.some((piece) => brainOf(piece.species) === species)) return [];
    const { id, sign } = claim;
    const strength = strengthOf(model, claim);
    return [{ key: id, selection: { kind: 'claim', id }, from, to, ends: [start, end], sign, change: null, strength, now: false }];
  });
}

/** Measured connectivity between two places, or between the parts of one network. */
function measured(model: Model, species: BrainSpecies, when: When, isSeen: Seen): Connection[] {
  const byId = new Map<string, Region>(regionsOfSpecies(model, species).map((region) => [region.id, region]));
  return findingsOf(model, species).flatMap((finding): Connection[] =>
    finding.results.flatMap((result, index): Connection[] => {
      if (result.measure !== 'connectivity') return [];
      const places = result.places.map((id) => byId.get(id)).filter((region) => region !== undefined);
      // Two places: the connectivity between them. One network: that among its parts. Of more places nothing says which pair is meant.
      const [from, second] = places;
      const to = places.length === 2 ? second : places.length === 1 && from?.extent === 'network' ? from : undefined;
      const start = from?.drawn.find(isSeen) ?? from?.drawn[0];
      const others = to?.drawn.filter((part) => part !== start && (to === from || from?.drawn.includes(part) !== true)) ?? [];
      const end = others.findLast(isSeen) ?? others.at(-1);
      if (from === undefined || to === undefined || start === undefined || end === undefined) return [];
      return [
        {
          key: `${finding.id}.${index}`,
          selection: { kind: 'finding', id: finding.id },
          from,
          to,
          ends: [start, end],
          sign: null,
          change: result.sign,
          strength: strengthOfFinding(model, finding),
          now: isSeenAt(finding, when),
        },
      ];
    }),
  );
}

/** Every connection of a species, those measured at the moment first, then by strength. */
export function connectionsOf(model: Model, species: BrainSpecies, when: When, isSeen: Seen = everything): readonly Connection[] {
  const all = [...measured(model, species, when, isSeen), ...claimed(model, species)];
  return all.toSorted((a, b) => Number(b.now) - Number(a.now) || RANK[b.strength] - RANK[a.strength]);
}

const touches = ({ from, to, selection: own }: Connection, selection: NonNullable<Selection>): boolean =>
  (own.kind === selection.kind && own.id === selection.id) ||
  (selection.kind === 'region' && (from.id === selection.id || to.id === selection.id));

/** The connections that are drawn: of what is selected, else those measured at the moment, else the best supported claims. */
export function shownConnections(
  model: Model,
  species: BrainSpecies,
  { when, selection }: Pick<ExplorerState, 'when' | 'selection'>,
  isSeen: Seen = everything,
): readonly Connection[] {
  const all = connectionsOf(model, species, when, isSeen).filter(({ ends }) => ends.every(isSeen));
  const chosen = selection === null ? [] : all.filter((connection) => touches(connection, selection));
  if (chosen.length > 0) return chosen.slice(0, ARCS);
  if (selection?.kind === 'region' || selection?.kind === 'finding') return [];
  return all.filter(({ now, sign }) => now || sign !== null).slice(0, ARCS);
}
