/** Joins the reference lists of the two surveys into one, keeping what each of them really saw. */
import type * as z from 'zod/mini';
import type { Check, Reference as ReferenceSchema } from '../../model/schema';
import type { Authored } from './authored';
import type { SourceReference } from './source';

/** Takes the authors apart; what is not a list of persons gives an empty list. */
export function authorsOf(line: string): string[] {
  if (/^\(|^authors not shown|entry$/.test(line)) return [];
  if (/\(|group$|Administration$/.test(line)) return [line];
  return line.split(',').map((author) => author.trim());
}

type Reference = z.input<typeof ReferenceSchema>;

const PARTS: Readonly<Record<string, string>> = { title: 'title', doi: 'DOI', pmid: 'PMID', abstractOrBody: 'text' };

function networkNote(source: SourceReference): string {
  const seen = (source.seen ?? []).map((part) => PARTS[part] ?? part);
  const words = seen.length === 0 ? 'not seen in public text' : `${seen.join(', ')} seen in public text`;
  return source.note === undefined ? `Network survey: ${words}.` : `Network survey: ${words}; ${source.note}.`;
}

function clinicalNote(source: SourceReference): string {
  const where = source.idSource === 'memory' ? '; identifiers from memory' : '';
  return `Clinical survey: ${source.check ?? 'no note'}${where}.`;
}

const check = (seen: boolean): Check => (seen ? 'checked' : 'unchecked');

function doiSeen(source: SourceReference): boolean {
  if (source.doiSeen !== undefined) return source.doiSeen;
  return source.idSource === 'stored' && !/DOI from memory/.test(source.check ?? '');
}

function pmidSeen(source: SourceReference): boolean {
  if (source.seen !== undefined) return source.seen.includes('pmid');
  return source.idSource === 'stored' && !/PMID from a secondary list/.test(source.check ?? '');
}

const isDescriptor = (title: string): boolean => title.startsWith('[');

/** Longer lists of authors and journals with pages win; a descriptor never wins over a title. */
function better(first: SourceReference, second: SourceReference): SourceReference {
  const authors = (line: string): number => (authorsOf(line).at(-1) === 'et al.' ? 0 : 1) * 100 + authorsOf(line).length;
  const pages = (journal: string): number => (/\d/.test(journal) && !journal.includes('PMC') ? 1 : 0);
  return {
    ...first,
    authors: authors(second.authors) > authors(first.authors) ? second.authors : first.authors,
    title: isDescriptor(first.title) ? second.title : first.title,
    journal: pages(second.journal) > pages(first.journal) || isDescriptor(first.title) ? second.journal : first.journal,
  };
}

const sameText = (a: string, b: string): boolean => {
  const bare = (line: string): string => line.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  return bare(a) === bare(b);
};

function compose(id: string, sources: readonly SourceReference[], kind: Reference['kind']): Reference {
  const [first, second] = sources;
  if (first === undefined) throw new Error(`no source for the reference ${id}`);
  const best = second === undefined ? first : better(first, second);
  const withDoi = sources.filter((source) => source.doi !== null);
  const withPmid = sources.filter((source) => source.pmid !== null);
  const dois = [...new Set(withDoi.map((source) => source.doi?.toLowerCase()))];
  if (dois.length > 1) throw new Error(`${id} has two DOIs: ${dois.join(', ')}`);
  const notes = sources.map((source) => (source.seen === undefined ? clinicalNote(source) : networkNote(source)));
  const pmcid = /PMC\d+/.exec(sources.map((source) => `${source.title} ${source.journal} ${source.check ?? ''}`).join(' '))?.[0];
  const doi = withDoi[0]?.doi ?? null;
  const pmid = withPmid[0]?.pmid ?? null;
  return {
    id,
    authors: authorsOf(best.authors),
    year: best.year,
    title: best.title,
    journal: best.journal,
    ...(doi === null ? {} : { doi, doiCheck: check(withDoi.some(doiSeen)) }),
    ...(pmid === null ? {} : { pmid, pmidCheck: check(withPmid.some(pmidSeen)) }),
    ...(pmcid === undefined ? {} : { pmcid }),
    check: check(sources.some((source) => source.verified)),
    checkNote: notes.join(' '),
    kind,
  };
}

/** The reference lists of the two surveys that have one. */
export interface ReferenceSurveys {
  readonly network: { readonly references: readonly SourceReference[] };
  readonly clinical: { readonly references: readonly SourceReference[] };
}

export interface JoinedReferences {
  readonly references: readonly Reference[];
  /** Present id for an id as the clinical survey uses it. */
  readonly clinicalId: (id: string) => string;
  readonly aliases: Readonly<Record<string, string>>;
}

/**
 * Joins the surveys' references. Equal ids must be the same paper, unless the authored list splits them; equal papers under two
 * ids must be in the authored list of merges. Anything else stops the import.
 */
export function joinReferences(sources: ReferenceSurveys, work: Authored['references']): JoinedReferences {
  const network = new Map(sources.network.references.map((reference) => [reference.id, reference]));
  const renamed = new Map<string, string>([
    ...work.merge.map((each) => [each.clinical, each.keep] as const),
    ...work.split.map((each) => [each.clinical, each.to] as const),
  ]);
  const clinicalId = (id: string): string => renamed.get(id) ?? id;
  const clinical = new Map<string, SourceReference>();
  for (const reference of sources.clinical.references) {
    const id = clinicalId(reference.id);
    const twin = network.get(id);
    const merged = work.merge.some((each) => each.keep === id && each.clinical === reference.id);
    if (twin !== undefined && !merged && !sameText(twin.title, reference.title)) {
      throw new Error(`"${id}" is two papers: "${twin.title}" and "${reference.title}"; split them in authored/references.json`);
    }
    if (twin === undefined) {
      const double = [...network.values()].find((other) => sameText(other.title, reference.title) || sameDoi(other, reference));
      if (double !== undefined)
        throw new Error(`${reference.id} is the same paper as ${double.id}; merge them in authored/references.json`);
    }
    clinical.set(id, reference);
  }
  const ids = [...new Set([...network.keys(), ...clinical.keys()])];
  const joined = ids.map((id) => {
    const parts = [network.get(id), clinical.get(id)].filter((part) => part !== undefined);
    return compose(id, parts, work.kinds[id] ?? 'article');
  });
  const completed = joined.map((reference): Reference => {
    const fact = work.completed.find((each) => each.id === reference.id);
    if (fact === undefined) return reference;
    const { why, ...fields } = fact;
    const known = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
    return { ...reference, ...known, checkNote: `${reference.checkNote ?? ''} ${why}`.trim() };
  });
  const references = [...completed, ...work.added].toSorted((a, b) => (a.id.toLowerCase() < b.id.toLowerCase() ? -1 : 1));
  const aliases = Object.fromEntries([
    ...work.merge.map((each) => [each.clinical, each.keep]),
    ...work.split.map((each) => [`pk-clinical:${each.clinical}`, each.to]),
  ]);
  return { references, clinicalId, aliases };
}

function sameDoi(a: SourceReference, b: SourceReference): boolean {
  return a.doi !== null && b.doi !== null && a.doi.toLowerCase() === b.doi.toLowerCase();
}
