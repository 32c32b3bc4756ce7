/**
 * What was found in the brain at a moment after the dose, place by place, for one sort of animal. Findings never pass from one species
 * to another: everything here is asked for one species and answered from its own records.
 */
import type { Model } from '../model/model';
import { brainOf } from '../model/rules/regions';
import type { BrainSpecies, Measure, Region, RegionFinding, RegionResult, Strength } from '../model/schema';
import type { When } from './state';

/** What can be said of a direction. */
export type Sign = RegionResult['sign'];

/** One result of one finding at one place. */
export interface Hit {
  readonly finding: RegionFinding;
  readonly result: RegionResult;
}

/** A region with what was found in it at a moment, the best supported first. */
export interface RegionNow {
  readonly region: Region;
  readonly hits: readonly Hit[];
  readonly sign: Sign;
  readonly strength: Strength;
}

const RANK: Readonly<Record<Strength, number>> = { contested: 0, early: 1, moderate: 2, strong: 3 };

export const speciesOf = (finding: RegionFinding): BrainSpecies | null => brainOf(finding.species);

/** Findings of a species in the order of the pack. */
export function findingsOf(model: Model, species: BrainSpecies): readonly RegionFinding[] {
  return model.regionFindings.filter((finding) => speciesOf(finding) === species);
}

export function regionsOfSpecies(model: Model, species: BrainSpecies): readonly Region[] {
  return model.regions.filter((region) => region.species === species);
}

/** Whether a moment lies in the time of a finding. After a spike, and where no time is known, never. */
export function isSeenAt({ window }: RegionFinding, { basis, seconds }: When): boolean {
  return basis === 'afterDose' && window !== undefined && seconds >= window.from_s && seconds <= window.to_s;
}

/** Findings that disagree with one, named from either side. Those of another species are told by their species, never drawn here. */
export function againstOf(model: Model, finding: RegionFinding): readonly RegionFinding[] {
  return model.regionFindings.filter((other) => finding.contradictedBy.includes(other.id) || other.contradictedBy.includes(finding.id));
}

/**
 * How firm a finding is shown: the authors' judgement is the ceiling (weak is shown as early); unchecked against its source it is at
 * most early; with a finding of the same species that disagrees it is contested.
 */
export function strengthOfFinding(model: Model, finding: RegionFinding): Strength {
  const own = speciesOf(finding);
  if (finding.strength === 'contested' || againstOf(model, finding).some((other) => speciesOf(other) === own)) return 'contested';
  return finding.strength === 'weak' || finding.check === 'unchecked' ? 'early' : finding.strength;
}

/** One direction for several results: the one that all with a direction share; "none" only when all found no change. */
export function joinedSign(signs: readonly Sign[]): Sign {
  const [first, ...rest] = [...new Set(signs)];
  if (first === undefined) return 'unknown';
  if (rest.length === 0) return first;
  const told = [...new Set(signs.filter((sign) => sign !== 'unknown'))];
  return told.length === 1 ? (told[0] ?? 'unknown') : 'mixed';
}

/** Results at one region, at a moment or, with null, at any time. Those of a group that holds the region are not among them. */
export function hitsAt(model: Model, region: Region, when: When | null): readonly Hit[] {
  return findingsOf(model, region.species)
    .filter((finding) => when === null || isSeenAt(finding, when))
    .flatMap((finding) =>
      finding.results.filter(({ places }) => places.some((id) => id === region.id)).map((result): Hit => ({ finding, result })),
    )
    .toSorted((a, b) => RANK[strengthOfFinding(model, b.finding)] - RANK[strengthOfFinding(model, a.finding)]);
}

function regionNow(model: Model, region: Region, hits: readonly Hit[]): RegionNow {
  const sign = joinedSign(hits.map(({ result }) => result.sign));
  const found = hits.map(({ finding }) => strengthOfFinding(model, finding));
  const best = found.toSorted((a, b) => RANK[b] - RANK[a])[0] ?? 'early';
  return { region, hits, sign, strength: best };
}

/** Regions of a species with a finding at a moment, the best supported first; "none" found counts as a finding. */
export function regionsAt(model: Model, species: BrainSpecies, when: When): readonly RegionNow[] {
  return regionsOfSpecies(model, species)
    .map((region) => ({ region, hits: hitsAt(model, region, when) }))
    .filter(({ hits }) => hits.length > 0)
    .map(({ region, hits }) => regionNow(model, region, hits))
    .toSorted((a, b) => RANK[b.strength] - RANK[a.strength]);
}

/** Regions that are named in the picture: those with a finding at the moment, and the chosen one, with or without. */
export function namedRegions(now: readonly RegionNow[], chosen: Region | undefined): readonly RegionNow[] {
  if (chosen === undefined || now.some(({ region }) => region.id === chosen.id)) return now;
  return [{ region: chosen, hits: [], sign: 'unknown', strength: 'early' }, ...now];
}

/** Parts of the picture that are lit, with what joins the regions that cover them. */
export function litParts(now: readonly RegionNow[]): ReadonlyMap<string, { readonly sign: Sign; readonly strength: Strength }> {
  const lit = new Map<string, { sign: Sign; strength: Strength }>();
  for (const { region, sign, strength } of now) {
    for (const part of region.drawn) {
      const known = lit.get(part);
      if (known === undefined) lit.set(part, { sign, strength });
      else
        lit.set(part, {
          sign: joinedSign([known.sign, sign]),
          strength: RANK[known.strength] < RANK[strength] ? strength : known.strength,
        });
    }
  }
  return lit;
}

/** The region that a part of the picture stands for: that of this part alone, else the first that covers it. */
export function regionOfPart(model: Model, species: BrainSpecies, part: string): Region | undefined {
  const covering = regionsOfSpecies(model, species).filter(({ drawn }) => drawn.includes(part));
  return covering.find(({ drawn }) => drawn.length === 1) ?? covering[0];
}

/** Groups and networks that a region belongs to by what is drawn of it. */
export function widerThan(model: Model, region: Region): readonly Region[] {
  if (region.drawn.length === 0) return [];
  return regionsOfSpecies(model, region.species).filter(
    (other) =>
      other.id !== region.id && other.drawn.length > region.drawn.length && region.drawn.every((part) => other.drawn.includes(part)),
  );
}

/** One line of the table: a result at its places. */
export interface MatrixRow {
  readonly key: string;
  readonly finding: RegionFinding;
  readonly result: RegionResult;
  readonly places: readonly Region[];
  readonly strength: Strength;
  readonly now: boolean;
}

/** Everything the pack holds about a species' brain, or about all with null; monkeys have a table and no picture. */
export function matrixOf(model: Model, species: BrainSpecies | null, when: When): readonly MatrixRow[] {
  const byId = new Map<string, Region>(model.regions.map((region) => [region.id, region]));
  return model.regionFindings
    .filter((finding) => species === null || speciesOf(finding) === species)
    .flatMap((finding) =>
      finding.results.map((result, index) => ({
        key: `${finding.id}.${index}`,
        finding,
        result,
        places: result.places.map((id) => byId.get(id)).filter((region) => region !== undefined),
        strength: strengthOfFinding(model, finding),
        now: isSeenAt(finding, when),
      })),
    );
}

export const MATRIX_KEYS = ['place', 'measure', 'sign', 'time', 'species', 'strength'] as const;
export type MatrixKey = (typeof MATRIX_KEYS)[number];

const LATEST = Number.POSITIVE_INFINITY;
const SIGNS: readonly Sign[] = ['up', 'down', 'mixed', 'none', 'unknown'];

/** Rows in the order of one column; equal ones stay in the order of the pack, and unknown times stand last either way. */
export function sortedRows(
  rows: readonly MatrixRow[],
  key: MatrixKey,
  backwards: boolean,
  measures: readonly Measure[],
): readonly MatrixRow[] {
  const valueOf = (row: MatrixRow): string | number => {
    switch (key) {
      case 'place':
        return row.places[0]?.name ?? row.finding.region;
      case 'measure':
        return measures.indexOf(row.result.measure);
      case 'sign':
        return SIGNS.indexOf(row.result.sign);
      case 'time':
        return row.finding.window?.from_s ?? LATEST;
      case 'species':
        return row.finding.species;
      case 'strength':
        return -RANK[row.strength];
    }
  };
  const order = (a: MatrixRow, b: MatrixRow): number => {
    const [x, y] = [valueOf(a), valueOf(b)];
    if (x === y) return 0;
    if (x === LATEST || y === LATEST) return x === LATEST ? 1 : -1;
    const forwards = typeof x === 'string' && typeof y === 'string' ? x.localeCompare(y, 'en') : Number(x) - Number(y);
    return backwards ? -forwards : forwards;
  };
  return rows.toSorted(order);
}
