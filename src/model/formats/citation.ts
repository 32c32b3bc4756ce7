/** What every export needs to know about a reference: its parts, and which identifiers may be given as such. */
import type { Reference } from '../schema';

/** A name in parts, or a body or phrase that is no person's name. */
export type Author =
  | { readonly kind: 'person'; readonly family: string; readonly initials: readonly string[]; readonly suffix: string | null }
  | { readonly kind: 'literal'; readonly name: string };

export interface Citation {
  readonly authors: readonly Author[];
  /** True when the record names only the first authors. */
  readonly more: boolean;
  readonly container: string;
  readonly volume: string | null;
  readonly issue: string | null;
  readonly firstPage: string | null;
  readonly lastPage: string | null;
  /** Identifiers somebody read in a text. Others appear in `notes` only. */
  readonly doi: string | null;
  readonly pmid: string | null;
  readonly pmcid: string | null;
  readonly url: string | null;
  /** One line each: what was not checked, and how the rest was. */
  readonly notes: readonly string[];
}

const SUFFIX = /^(.*) (Jr|Sr|II|III|IV)$/;
const PERSON = /^(\p{L}[\p{L}\p{M}'’. -]*) (\p{Lu}{1,4}|\p{Lu}-\p{Lu})$/u;
const ET_AL = /^et al\.?$/i;

function author(written: string): Author {
  const line = oneLine(written);
  const [, bare = line, suffix = null] = SUFFIX.exec(line) ?? [];
  const match = PERSON.exec(bare);
  const [, family, letters] = match ?? [];
  if (family === undefined || letters === undefined) return { kind: 'literal', name: line };
  return { kind: 'person', family, initials: [...letters.replaceAll('-', '')], suffix };
}

/** Text on one line, spaces trimmed. */
export function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

/**
 * Journal, volume, issue and pages out of a line such as "Anesthesiology 133(6):1192-1213"; the whole line if it is none.
 * What follows the colon and is no range of pages is an article number, given as the first page.
 */
function source(line: string): Pick<Citation, 'container' | 'volume' | 'issue' | 'firstPage' | 'lastPage'> {
  const whole = oneLine(line);
  const [, container = whole, volume = null, issue = null, place = null] = /^(.+) (\d+)(?:\(([^()]+)\))?:(\S*\d\S*)$/.exec(whole) ?? [];
  const [, firstPage = place, lastPage = null] = /^([A-Za-z]*\d+)[-–]([A-Za-z]*\d+(?:\.e\d+)?)$/.exec(place ?? '') ?? [];
  return { container, volume, issue, firstPage, lastPage };
}

/** The parts of a reference. An identifier that was not checked is never given as one, only mentioned in the notes. */
export function citationOf(reference: Reference): Citation {
  const { doi, doiCheck, pmid, pmidCheck, pmcid, url, check, checkNote, reading } = reference;
  const doiSeen = doi !== undefined && doiCheck === 'checked';
  const pmidSeen = pmid !== undefined && pmidCheck === 'checked';
  const notes = [
    doi !== undefined && !doiSeen ? `DOI not checked: ${doi}` : '',
    pmid !== undefined && !pmidSeen ? `PMID not checked: ${pmid}` : '',
    check === 'unchecked' ? 'Record not checked against its source' : '',
    checkNote ?? '',
    reading === undefined ? '' : `Last re-checked ${reading.on}: ${reading.extent}`,
  ];
  return {
    ...source(reference.journal),
    authors: reference.authors.filter((name) => !ET_AL.test(oneLine(name))).map(author),
    more: reference.authors.some((name) => ET_AL.test(oneLine(name))),
    doi: doiSeen ? oneLine(doi) : null,
    pmid: pmidSeen ? pmid : null,
    pmcid: pmcid ?? null,
    url: url === undefined ? null : oneLine(url),
    notes: notes.map(oneLine).filter((note) => note !== ''),
  };
}
