/** Publications as RIS: two-character tags, two spaces, hyphen, space, value; CRLF line ends; `ER` ends a record. */
import type { Reference } from '../schema';
import { citationOf, oneLine } from './citation';
import type { Author } from './citation';

const TYPE: Readonly<Record<Reference['kind'], string>> = {
  article: 'JOUR',
  review: 'JOUR',
  label: 'RPRT',
  guideline: 'RPRT',
  dataset: 'DATA',
  software: 'COMP',
  book: 'BOOK',
};

/** "Family, G. I., Suffix", the order that RIS asks for. */
function name(author: Author): string {
  if (author.kind === 'literal') return author.name;
  const initials = author.initials.map((letter) => `${letter}.`).join(' ');
  return [author.family, initials, ...(author.suffix === null ? [] : [author.suffix])].join(', ');
}

function record(reference: Reference): string {
  const citation = citationOf(reference);
  const isArticle = TYPE[reference.kind] === 'JOUR';
  const lines: [string, string | null][] = [
    ['TY', TYPE[reference.kind]],
    ['ID', reference.id],
    ...citation.authors.map((author): [string, string] => ['AU', name(author)]),
    ...(citation.more ? ([['AU', 'et al.']] as [string, string][]) : []),
    ['PY', String(reference.year)],
    ['TI', reference.title],
    [isArticle ? 'JO' : 'PB', citation.container],
    ['VL', citation.volume],
    ['IS', citation.issue],
    ['SP', citation.firstPage],
    ['EP', citation.lastPage],
    ['DO', citation.doi],
    ['AN', citation.pmid === null ? null : `PMID:${citation.pmid}`],
    ['C2', citation.pmcid],
    ['UR', citation.url],
    ...citation.notes.map((note): [string, string] => ['N1', note]),
  ];
  const written = lines.flatMap(([tag, value]) => (value === null || value === '' ? [] : [`${tag}  - ${oneLine(value)}\r\n`]));
  return `${written.join('')}ER  - \r\n`;
}

/** One record a reference, in the order given. */
export function toRis(references: readonly Reference[]): string {
  return references.map(record).join('\r\n');
}
