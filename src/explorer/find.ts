/**
 * Finding anything in a pack by name, synonym, gene symbol, identifier, trade name, author, year or words of a text. Typing slips
 * and unfinished words are forgiven. Built once a model and loaded when it is first needed, as the search library comes with it.
 */
import MiniSearch, { type Query, type SearchResult } from 'minisearch';
import type { Model } from '../model/model';
import type { BrainSpecies } from '../model/schema';
import type { Action } from './actions';
import { speciesOf } from './brain';
import { visitCell } from './circuit';
import { cellKey, findEntries, type FindEntry, type FindWords } from './find-entries';
import { entityOf, recordOf } from './lookup';
import { layoutOf, levelsOf } from './levels';
import type { Places } from './places';
import { visitEvent } from './score';
import type { ExplorerState } from './state';

export type { FindWords } from './find-entries';

export const FIND_KINDS = ['entity', 'region', 'cell', 'finding', 'claim', 'hypothesis', 'event', 'reference', 'statement'] as const;
export type FindKind = (typeof FIND_KINDS)[number];

/** What in a record answered the query. `text` is the synonym, identifier or author line; "" where the title itself did. */
export interface Matched {
  readonly by: 'name' | 'synonym' | 'identifier' | 'text' | 'authors' | 'year';
  readonly text: string;
}

export interface FindResult {
  readonly kind: FindKind;
  readonly id: string;
  readonly title: string;
  readonly matched: Matched;
  /** Larger is better; only the order means anything. */
  readonly score: number;
}

export interface FindGroup {
  readonly kind: FindKind;
  readonly results: readonly FindResult[];
}

export interface Finder {
  /** Groups in order of their best result; at most `limit` results in each. */
  find(query: string, limit?: number): readonly FindGroup[];
}

const FIELDS = ['name', 'synonyms', 'identifiers', 'text', 'authors', 'year'] as const;
type Field = (typeof FIELDS)[number];

/** A name counts more than a synonym, and both more than words of a text. */
const BOOST: Record<Field, number> = { name: 6, synonyms: 4, identifiers: 5, text: 1, authors: 2.5, year: 2 };
/** Places stand before what happens in them, things before arrows, arrows before papers, when they match equally well. */
const KIND_BOOST: Record<FindKind, number> = {
  entity: 1.6,
  region: 2.2,
  cell: 1.4,
  finding: 0.9,
  claim: 0.7,
  hypothesis: 1.3,
  event: 1,
  reference: 1,
  statement: 0.7,
};

/** Greek letters as they are spelled, so that "alpha" finds "α" and the other way round. */
const GREEK: Readonly<Record<string, string>> = { α: 'alpha', β: 'beta', γ: 'gamma', δ: 'delta', κ: 'kappa', μ: 'mu', µ: 'mu' };

/** Lower case, without accents, Greek spelled out, charges and brackets dropped. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[αβγδκμµ]/g, (letter) => GREEK[letter] ?? letter);
}

/** Small words that people type between names; they say nothing of what is meant. */
const SMALL: ReadonlySet<string> = new Set(['a', 'an', 'and', 'at', 'by', 'for', 'in', 'of', 'on', 'or', 'the', 'to', 'with']);

/** A query for MiniSearch: the words that mean something must be met, small ones only help, unless there are no others. */
function asked(query: string, combineWith: 'AND' | 'OR'): Query {
  const words = tokenize(query);
  const kept = words.filter((word) => !SMALL.has(word));
  const small = words.filter((word) => SMALL.has(word));
  if (kept.length === 0 || small.length === 0) return { combineWith, queries: words };
  const must = { combineWith, queries: kept };
  return { combineWith: 'AND', queries: [must, { combineWith: 'OR', queries: [must, ...small] }] };
}

/** Words, and hyphenated words also in one piece: "GluN2B-NMDAR" is found as "glun2b", "nmdar" and "glun2bnmdar". */
function tokenize(text: string): string[] {
  return plain(text)
    .split(/[\s,;()[\]{}"']+/)
    .flatMap((word) => {
      const parts = word.split(/[-/:.+&_]+/).filter((part) => part !== '');
      return parts.length > 1 ? [...parts, parts.join('')] : parts;
    });
}

/**
 * Letters that may be wrong in a typed word: one from four letters on, two from six on, as two swapped neighbours count as two.
 * A name with a digit in it, such as GluN2B, may be wrong by one from six on; a short one or a number must be right.
 */
function slips(term: string): number | false {
  if (/\d/.test(term)) return /^\d+$/.test(term) || term.length < 6 ? false : 1;
  if (term.length >= 6) return 2;
  return term.length >= 4 ? 1 : false;
}

/** Letters and digits only, so that "PSD95", "psd 95" and "PSD-95" are the same. */
function squashed(text: string): string {
  return plain(text).replace(/[^\p{L}\p{N}]/gu, '');
}

/** A pasted address or label of an identifier is as good as the identifier. */
function unwrapped(query: string): string {
  return query.trim().replace(/^(https?:\/\/(dx\.)?doi\.org\/|https?:\/\/pubmed\.ncbi\.nlm\.nih\.gov\/|doi:\s*|pmid:?\s*)/i, '');
}

/** A search index over a model. Takes tens of milliseconds; keep it. */
export function createFinder(model: Model, words: FindWords): Finder {
  const entries = findEntries(model, words);
  const byKey = new Map(entries.map((entry) => [entry.key, entry]));
  const index = new MiniSearch<FindEntry>({
    idField: 'key',
    fields: [...FIELDS],
    tokenize: (text, field) => (field === 'identifiers' ? text.split(/\s+/).map(squashed) : tokenize(text)),
    processTerm: (term) => term,
    extractField: (entry, field) => {
      const value: unknown = field === 'identifiers' ? [entry.id, ...entry.identifiers] : Reflect.get(entry, field);
      return Array.isArray(value) ? value.join(' ') : String(value);
    },
  });
  index.addAll(entries);
  return {
    find(query, limit = 6) {
      const wanted = unwrapped(query);
      if (tokenize(wanted).length === 0) return [];
      const options = {
        boost: BOOST,
        tokenize,
        boostDocument: (key: unknown) => weightOf(byKey.get(String(key))),
        prefix: true,
        fuzzy: slips,
      } as const;
      const all = index.search(asked(wanted, 'AND'), options);
      const found = all.length > 0 ? all : index.search(asked(wanted, 'OR'), options);
      return grouped(
        found.flatMap((hit) => {
          const entry = byKey.get(String(hit.id));
          return entry ? [resultOf(entry, hit, squashed(wanted))] : [];
        }),
        limit,
      );
    },
  };
}

function weightOf(entry: FindEntry | undefined): number {
  return entry ? entry.weight * KIND_BOOST[entry.kind] * (1 + 0.2 * Math.log10(1 + entry.degree)) : 1;
}

/** A query that is a whole name comes first, a whole synonym or identifier next, before everything that only contains it. */
const EXACT = { name: 1_000, alias: 500 } as const;

function resultOf(entry: FindEntry, hit: SearchResult, query: string): FindResult {
  const { kind, id, title } = entry;
  const isWhole = (item: string): boolean => squashed(item) === query;
  const alias = entry.aliases.find(isWhole);
  const base = { kind, id, title };
  if (entry.names.some(isWhole)) return { ...base, matched: { by: 'name', text: '' }, score: hit.score + EXACT.name * weightOf(entry) };
  if (alias === undefined) return { ...base, matched: matchedBy(entry, hit), score: hit.score };
  const by = entry.synonyms.includes(alias) ? 'synonym' : 'identifier';
  return { ...base, matched: { by, text: alias }, score: hit.score + EXACT.alias * weightOf(entry) };
}

/** The field that answered most of the query, and which of its values did. */
function matchedBy(entry: FindEntry, hit: SearchResult): Matched {
  const terms = Object.keys(hit.match);
  const counts = FIELDS.map((field) => ({ field, count: terms.filter((term) => hit.match[term]?.includes(field)).length }));
  const best = counts.reduce((top, item) => (item.count > top.count ? item : top));
  const containing = (values: readonly string[]): string =>
    values.find((value) => tokenize(value).some((word) => terms.includes(word))) ?? '';
  switch (best.field) {
    case 'name':
      return { by: 'name', text: '' };
    case 'synonyms':
      return { by: 'synonym', text: containing(entry.synonyms) };
    case 'identifiers': {
      const text = containing(entry.identifiers);
      // The record's own id answered: it tells a reader nothing that the title does not.
      return text === '' ? { by: 'name', text } : { by: 'identifier', text };
    }
    case 'text':
      return { by: 'text', text: '' };
    case 'authors':
      return { by: 'authors', text: entry.authors };
    case 'year':
      return { by: 'year', text: entry.year };
  }
}

function grouped(results: readonly FindResult[], limit: number): readonly FindGroup[] {
  const sorted = results.toSorted((a, b) => b.score - a.score);
  const kinds = [...new Set(sorted.map((result) => result.kind))];
  return kinds.map((kind) => ({ kind, results: sorted.filter((result) => result.kind === kind).slice(0, limit) }));
}

/**
 * What choosing a result does, as one step: shows the diagram, goes to the level of the record where that level exists, and selects it.
 * A statement of the article is no selection of its own: its first entity is selected.
 */
export function actionsFor(result: Pick<FindResult, 'kind' | 'id'>, model: Model, state: ExplorerState): readonly Action[] {
  const show: readonly Action[] = state.mode === 'explore' || result.kind === 'reference' ? [] : [{ type: 'setMode', mode: 'explore' }];
  switch (result.kind) {
    case 'entity':
      return [...show, ...toLevelOf(result.id, model, state), { type: 'select', selection: { kind: 'entity', id: result.id } }];
    case 'claim': {
      const source = model.claims.find((claim) => claim.id === result.id)?.source;
      return [...show, ...(source === undefined ? [] : toLevelOf(source, model, state)), select('claim', result.id)];
    }
    case 'hypothesis':
      return [...show, { type: 'light', hypothesis: result.id }, select('hypothesis', result.id)];
    case 'event': {
      const event = model.events.find((item) => item.id === result.id);
      return [...show, ...(event ? visitEvent(event, model) : [])];
    }
    case 'reference':
      return [select('reference', result.id)];
    case 'region': {
      const region = recordOf(model, 'region', result.id);
      return region === undefined ? show : [...show, ...toBrain(region.species, model), select('region', region.id)];
    }
    case 'finding': {
      const finding = recordOf(model, 'finding', result.id);
      const species = finding === undefined ? null : speciesOf(finding);
      if (finding === undefined || species === null) return show;
      // To a time at which it was seen, so that it is lit; on a scale of times the middle is that of their logarithms.
      const { from_s, to_s } = finding.window ?? { from_s: 0, to_s: 0 };
      const seconds = Math.sqrt(Math.max(1, from_s) * Math.max(1, to_s));
      const when: readonly Action[] = finding.window === undefined ? [] : [{ type: 'setWhen', when: { basis: 'afterDose', seconds } }];
      return [...show, ...toBrain(species, model), ...when, select('finding', finding.id)];
    }
    case 'cell': {
      const found = model.circuits.flatMap((circuit) => circuit.cells.map((cell) => ({ circuit, cell })));
      const own = found.find(({ circuit, cell }) => cellKey(circuit, cell) === result.id);
      return own === undefined ? show : [visitCell({ ...state, mode: 'explore' }, own.circuit, own.cell.id)];
    }
    case 'statement': {
      const entity = model.statements.find((item) => item.id === result.id)?.entities[0];
      return entity === undefined ? show : [...show, ...toLevelOf(entity, model, state), select('entity', entity)];
    }
  }
}

function select(kind: 'entity' | 'claim' | 'hypothesis' | 'reference' | 'region' | 'finding', id: string): Action {
  return { type: 'select', selection: { kind, id } };
}

/** To the brain of an animal; one without a picture of its own here has the table. */
function toBrain(species: BrainSpecies, model: Model): readonly Action[] {
  if (!levelsOf(model).includes('brain')) return [];
  const places: Partial<Places> = species === 'monkey' ? { brainForm: 'matrix' } : { brainSpecies: species, brainForm: 'picture' };
  return [
    { type: 'goTo', level: 'brain' },
    { type: 'setPlaces', places },
  ];
}

/** To a level on which an entity is drawn, unless the present one is. */
function toLevelOf(id: string, model: Model, state: ExplorerState): readonly Action[] {
  const entity = entityOf(model, id);
  if (!entity) return [];
  const levels = levelsOf(model);
  const drawnOn = levels.filter((level) => layoutOf(model, level)?.nodes.some((node) => node.entity === entity.id));
  if (drawnOn.includes(state.level)) return [];
  const level = drawnOn[0] ?? levels.find((item) => item === entity.level);
  return level === undefined ? [] : [{ type: 'goTo', level }];
}
