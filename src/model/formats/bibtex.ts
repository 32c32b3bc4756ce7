/** Publications as BibTeX in UTF-8. Fields: https://ctan.org/pkg/bibtex and, for the identifiers, biblatex. */
import type { Reference } from '../schema';
import { citationOf, oneLine } from './citation';
import type { Author } from './citation';

const ENTRY: Readonly<Record<Reference['kind'], string>> = {
  article: 'article',
  review: 'article',
  label: 'misc',
  guideline: 'misc',
  dataset: 'misc',
  software: 'misc',
  book: 'book',
};

/**
 * Braces are written as commands: BibTeX counts every brace, escaped ones too, so one without its partner would swallow the
 * rest of the file.
 */
const COMMANDS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  '%': '\\%',
  _: '\\_',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
};

function escaped(text: string): string {
  return oneLine(text).replaceAll(/[\\{}$&#%_^~]/g, (sign) => COMMANDS[sign] ?? sign);
}

/** "Family, Suffix, G. I."; a body in braces of its own, so that "and" and commas in its name do not split it. */
function name(author: Author): string {
  if (author.kind === 'literal') return `{${escaped(author.name)}}`;
  const initials = author.initials.map((letter) => `${letter}.`).join(' ');
  return [author.family, ...(author.suffix === null ? [] : [author.suffix]), initials].map(escaped).join(', ');
}

/** Identifiers and addresses are copied as they are, so only those that cannot end the field early are. */
function verbatim(value: string | null): string | null {
  return value !== null && /^[^\s{}\\%]+$/.test(value) ? value : null;
}

function entry(reference: Reference): string {
  const citation = citationOf(reference);
  const type = ENTRY[reference.kind];
  const authors = [...citation.authors.map(name), ...(citation.more ? ['others'] : [])].join(' and ');
  const pages = [citation.firstPage, citation.lastPage].filter((page) => page !== null).join('--');
  const doi = verbatim(citation.doi);
  const note = [...(citation.doi !== null && doi === null ? [`DOI: ${citation.doi}`] : []), ...citation.notes].join('; ');
  const fields: [string, string | null][] = [
    ['author', authors],
    // The second pair of braces keeps the letter case of gene and receptor names.
    ['title', `{${escaped(reference.title)}}`],
    [type === 'article' ? 'journal' : type === 'book' ? 'publisher' : 'howpublished', escaped(citation.container)],
    ['year', String(reference.year)],
    ['volume', citation.volume],
    ['number', citation.issue === null ? null : escaped(citation.issue)],
    ['pages', escaped(pages)],
    ['doi', doi],
    ['pmid', citation.pmid],
    ['pmcid', citation.pmcid],
    ['url', verbatim(citation.url)],
    ['note', escaped(note)],
  ];
  const lines = fields.filter(([, value]) => value !== null && value !== '').map(([key, value]) => `  ${key} = {${value ?? ''}},\n`);
  return `@${type}{${reference.id},\n${lines.join('')}}\n`;
}

/** One entry a reference, in the order given; the citation key is the reference's id. */
export function toBibtex(references: readonly Reference[]): string {
  return references.map(entry).join('\n');
}
