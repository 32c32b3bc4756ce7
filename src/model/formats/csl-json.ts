/** Publications as CSL-JSON, the input format of CSL processors (schema csl-data 1.0). */
import type { Reference } from '../schema';
import { citationOf } from './citation';
import type { Author } from './citation';

const TYPE: Readonly<Record<Reference['kind'], string>> = {
  article: 'article-journal',
  review: 'article-journal',
  label: 'report',
  guideline: 'report',
  dataset: 'dataset',
  software: 'software',
  book: 'book',
};

/** A name as CSL has it. */
export type CslName = { readonly literal: string } | { readonly family: string; readonly given: string; readonly suffix?: string };

/** One item as CSL has it; only the fields that this project fills. */
export interface CslItem {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly author: readonly CslName[];
  readonly issued: { readonly 'date-parts': readonly [readonly [number]] };
  readonly 'container-title'?: string;
  readonly publisher?: string;
  readonly volume?: string;
  readonly issue?: string;
  readonly page?: string;
  readonly DOI?: string;
  readonly PMID?: string;
  readonly PMCID?: string;
  readonly URL?: string;
  readonly note?: string;
}

function name(author: Author): CslName {
  if (author.kind === 'literal') return { literal: author.name };
  const given = author.initials.map((letter) => `${letter}.`).join(' ');
  return { family: author.family, given, ...(author.suffix === null ? {} : { suffix: author.suffix }) };
}

function item(reference: Reference): CslItem {
  const citation = citationOf(reference);
  const type = TYPE[reference.kind];
  const page = [citation.firstPage, citation.lastPage].filter((each) => each !== null).join('-');
  const note = citation.notes.join('; ');
  return {
    id: reference.id,
    type,
    title: reference.title,
    author: [...citation.authors.map(name), ...(citation.more ? [{ literal: 'et al.' }] : [])],
    issued: { 'date-parts': [[Math.trunc(reference.year)]] },
    ...(type === 'article-journal' ? { 'container-title': citation.container } : { publisher: citation.container }),
    ...(citation.volume === null ? {} : { volume: citation.volume }),
    ...(citation.issue === null ? {} : { issue: citation.issue }),
    ...(page === '' ? {} : { page }),
    ...(citation.doi === null ? {} : { DOI: citation.doi }),
    ...(citation.pmid === null ? {} : { PMID: citation.pmid }),
    ...(citation.pmcid === null ? {} : { PMCID: citation.pmcid }),
    ...(citation.url === null ? {} : { URL: citation.url }),
    ...(note === '' ? {} : { note }),
  };
}

/** A JSON list with one item a reference, in the order given. */
export function toCslJson(references: readonly Reference[]): string {
  return `${JSON.stringify(references.map(item), null, 2)}\n`;
}
