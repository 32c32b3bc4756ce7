/** The publications table: every paper with what rests on it, filtered by what the reader asks. */
import type { Model } from '../model/model';
import {
  PREPARATIONS,
  SPECIES,
  STRENGTHS,
  type Claim,
  type Preparation,
  type Reference,
  type Species,
  type Strength,
} from '../model/schema';
import { inOrder } from './fit';
import { claimsOfHypothesis } from './route';
import { strengthOf } from './strength-of';

export interface PublicationRow {
  readonly reference: Reference;
  readonly claims: readonly Claim[];
  /** Records of every kind that rest on it, claims included. */
  readonly resting: number;
  readonly species: readonly Species[];
  readonly preparations: readonly Preparation[];
  readonly strengths: readonly Strength[];
  /** Hypotheses that cite it or whose claims do. */
  readonly hypotheses: readonly string[];
}

export interface PublicationFilter {
  readonly species: readonly string[];
  readonly preparation: readonly string[];
  readonly strength: readonly string[];
  readonly check: 'any' | 'checked' | 'unchecked';
  /** Null for any. */
  readonly hypothesis: string | null;
  /** Words that must all stand in authors, title, journal or year. */
  readonly words: string;
}

export const ANY_PUBLICATION: PublicationFilter = {
  species: [],
  preparation: [],
  strength: [],
  check: 'any',
  hypothesis: null,
  words: '',
};

const remembered = new WeakMap<Model, readonly PublicationRow[]>();

/** All papers, newest first, then by first author. Computed once a model. */
export function publications(model: Model): readonly PublicationRow[] {
  const found = remembered.get(model);
  if (found) return found;
  const members = new Map(model.hypotheses.map((item): [string, ReadonlySet<string>] => [item.id, claimsOfHypothesis(model, item.id)]));
  const claimsBy = new Map<string, Claim[]>();
  for (const claim of model.claims) {
    for (const id of new Set<string>(claim.evidence.map((item) => item.reference))) {
      const claims = claimsBy.get(id);
      if (claims) claims.push(claim);
      else claimsBy.set(id, [claim]);
    }
  }
  const rows = model.references
    .map((reference): PublicationRow => {
      const claims = claimsBy.get(reference.id) ?? [];
      const evidence = claims.flatMap((claim) => claim.evidence.filter((item) => item.reference === reference.id));
      const strengths = claims.map((claim) => strengthOf(model, claim));
      return {
        reference,
        claims,
        resting: model.restingOn.get(reference.id)?.length ?? 0,
        species: SPECIES.filter((item) => evidence.some((row) => row.species === item)),
        preparations: PREPARATIONS.filter((item) => evidence.some((row) => row.preparation === item)),
        strengths: STRENGTHS.filter((item) => strengths.includes(item)),
        hypotheses: model.hypotheses
          .filter(
            (item) =>
              [...item.supporting, ...item.contradicting].some((argument) => argument.reference === reference.id) ||
              claims.some((claim) => members.get(item.id)?.has(claim.id) === true),
          )
          .map((item) => item.id),
      };
    })
    .sort((a, b) => b.reference.year - a.reference.year || firstAuthor(a).localeCompare(firstAuthor(b), 'en'));
  remembered.set(model, rows);
  return rows;
}

function firstAuthor(row: PublicationRow): string {
  return row.reference.authors[0] ?? row.reference.title;
}

/** Rows that pass. Species and preparation must meet in one and the same piece of evidence. */
export function filterPublications(rows: readonly PublicationRow[], filter: PublicationFilter): readonly PublicationRow[] {
  const words = filter.words
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return rows.filter((row) => {
    const { reference } = row;
    if (filter.check !== 'any' && reference.check !== filter.check) return false;
    if (filter.hypothesis !== null && !row.hypotheses.includes(filter.hypothesis)) return false;
    if (filter.strength.length > 0 && inOrder(filter.strength, row.strengths).length === 0) return false;
    if (!evidenceMeets(row, filter)) return false;
    const text = [...reference.authors, reference.title, reference.journal, reference.year].join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

function evidenceMeets(row: PublicationRow, filter: PublicationFilter): boolean {
  if (filter.species.length === 0 && filter.preparation.length === 0) return true;
  return row.claims.some((claim) =>
    claim.evidence.some(
      (item) =>
        item.reference === row.reference.id &&
        (filter.species.length === 0 || filter.species.includes(item.species)) &&
        (filter.preparation.length === 0 || filter.preparation.includes(item.preparation)),
    ),
  );
}
