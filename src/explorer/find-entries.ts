/** What can be found in a pack, record by record: the texts that answer a query, and the names that mean one record and nothing else. */
import type { Model } from '../model/model';
import type { Circuit, CircuitCell, Claim, Entity, Event, Hypothesis, Reference, Region, RegionFinding, Statement } from '../model/schema';
import type { FindKind } from './find';
import { entityOf, recordTitle } from './lookup';

/** Words that only a higher floor has: how a claim reads as a sentence, and how a paper is cited. */
export interface FindWords {
  readonly claim: (claim: Claim) => string;
  readonly reference: (reference: Reference) => string;
  /** The region with its animal: "Lateral habenula, human brain". */
  readonly region: (region: Region) => string;
  readonly finding: (finding: RegionFinding, title: string) => string;
  readonly cell: (cell: CircuitCell, circuit: Circuit) => string;
  /** Other names of a kind of cell, such as "SST interneuron". */
  readonly cellNames: (cell: CircuitCell) => readonly string[];
}

export interface FindEntry {
  /** `kind:id`, so that an entity and an event may share an id. */
  readonly key: string;
  readonly kind: FindKind;
  readonly id: string;
  readonly title: string;
  readonly name: string;
  readonly synonyms: readonly string[];
  readonly identifiers: readonly string[];
  readonly text: string;
  readonly authors: string;
  readonly year: string;
  /** The record's own names, and other things that the reader may type to mean it and nothing else. */
  readonly names: readonly string[];
  readonly aliases: readonly string[];
  /** Connected things are more often meant: claims that touch an entity. */
  readonly degree: number;
  /** Of equals the heavier one comes first. */
  readonly weight: number;
}

const BLANK = { synonyms: [], identifiers: [], text: '', authors: '', year: '', names: [], aliases: [], degree: 0, weight: 1 } as const;

function entityEntry(entity: Entity, model: Model): FindEntry {
  const identifiers = entity.identifiers.map((item) => item.value);
  return {
    ...BLANK,
    key: `entity:${entity.id}`,
    kind: 'entity',
    id: entity.id,
    title: entity.name,
    name: `${entity.name} ${entity.short}`,
    synonyms: entity.synonyms,
    identifiers,
    text: entity.summary,
    names: [entity.name, entity.short, entity.id],
    aliases: [...entity.synonyms, ...identifiers],
    degree: (model.claimsFrom.get(entity.id)?.length ?? 0) + (model.claimsTo.get(entity.id)?.length ?? 0),
  };
}

function claimEntry(claim: Claim, model: Model, words: FindWords): FindEntry {
  const ends = [claim.source, claim.target].flatMap((id) => [entityOf(model, id)?.short ?? '', entityOf(model, id)?.name ?? '']);
  const text = [...ends, ...claim.evidence.map((item) => item.finding), claim.note ?? ''].join(' ');
  const title = words.claim(claim);
  return {
    ...BLANK,
    key: `claim:${claim.id}`,
    kind: 'claim',
    id: claim.id,
    title,
    name: title,
    text,
    names: [claim.id],
  };
}

function hypothesisEntry({ id, name, short, statement, predictions }: Hypothesis): FindEntry {
  const text = [statement, ...predictions].join(' ');
  return {
    ...BLANK,
    key: `hypothesis:${id}`,
    kind: 'hypothesis',
    id,
    title: name,
    name: `${name} ${short}`,
    text,
    names: [id, name, short],
  };
}

function eventEntry({ id, name, short, note }: Event): FindEntry {
  return { ...BLANK, key: `event:${id}`, kind: 'event', id, title: name, name: `${name} ${short}`, text: note ?? '', names: [name, short] };
}

function referenceEntry(reference: Reference, words: FindWords): FindEntry {
  const { id, title, authors, year, doi, pmid, pmcid, journal } = reference;
  const identifiers = [doi, pmid, pmcid].filter((item) => item !== undefined);
  return {
    ...BLANK,
    key: `reference:${id}`,
    kind: 'reference',
    id,
    title: `${words.reference(reference)}. ${title}`,
    name: title,
    identifiers,
    names: [title, id],
    aliases: identifiers,
    text: journal,
    authors: authors.join(', '),
    year: String(year),
  };
}

function statementEntry({ id, paraphrase, verdict }: Statement): FindEntry {
  return { ...BLANK, key: `statement:${id}`, kind: 'statement', id, title: paraphrase, name: paraphrase, text: verdict };
}

/** The brain that most readers mean. */
const PEOPLE = 1.1;

function regionEntry(region: Region, words: FindWords): FindEntry {
  const { id, name, short, synonyms = [], about, species } = region;
  const identifiers = region.identifiers.map((item) => item.value);
  return {
    ...BLANK,
    key: `region:${id}`,
    kind: 'region',
    id,
    title: words.region(region),
    name: `${words.region(region)} ${short ?? ''}`,
    synonyms,
    identifiers,
    text: about,
    names: [id, name, ...(short === undefined ? [] : [short])],
    aliases: [...synonyms, ...identifiers],
    weight: species === 'human' ? PEOPLE : 1,
  };
}

/** A finding is answered to by its place under every name, by what was measured, and by how and in whom. */
function findingEntry(finding: RegionFinding, model: Model, words: FindWords): FindEntry {
  const { id, effect, method, species, results, note } = finding;
  const places = results.flatMap((result): readonly string[] => result.places);
  const known = model.regions.filter((region) => places.includes(region.id));
  const title = words.finding(finding, recordTitle(model, 'finding', id) ?? id);
  const measured = results.flatMap(({ says, measure }) => [says, measure]);
  return {
    ...BLANK,
    key: `finding:${id}`,
    kind: 'finding',
    id,
    title,
    name: title,
    synonyms: known.flatMap((region) => [region.name, ...(region.synonyms ?? [])]),
    text: [effect, ...measured, method, species, finding.model, note ?? ''].join(' '),
    names: [id],
  };
}

/** A kind of cell is named within its circuit: the same kind may live in two. */
export const cellKey = (circuit: Circuit, cell: CircuitCell): string => `${circuit.id}.${cell.id}`;

function cellEntry(cell: CircuitCell, circuit: Circuit, words: FindWords): FindEntry {
  const title = words.cell(cell, circuit);
  const names = [cell.name, cell.short, ...words.cellNames(cell)];
  const key = cellKey(circuit, cell);
  return {
    ...BLANK,
    key: `cell:${key}`,
    kind: 'cell',
    id: key,
    title,
    name: [title, ...names].join(' '),
    text: `${cell.about} ${cell.place}`,
    names,
  };
}

/** Everything in a pack that can be found. */
export function findEntries(model: Model, words: FindWords): readonly FindEntry[] {
  return [
    ...model.entities.map((entity) => entityEntry(entity, model)),
    ...model.claims.map((claim) => claimEntry(claim, model, words)),
    ...model.hypotheses.map(hypothesisEntry),
    ...model.events.map(eventEntry),
    ...model.references.map((reference) => referenceEntry(reference, words)),
    ...model.statements.map(statementEntry),
    ...model.regions.map((region) => regionEntry(region, words)),
    ...model.regionFindings.map((finding) => findingEntry(finding, model, words)),
    ...model.circuits.flatMap((circuit) => circuit.cells.map((cell) => cellEntry(cell, circuit, words))),
  ];
}
