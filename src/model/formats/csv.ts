/** Publications as CSV (RFC 4180, CRLF line ends, UTF-8). */
import { csvFormatRow } from 'd3-dsv';
import type { Reference } from '../schema';
import { citationOf } from './citation';

export const CSV_COLUMNS = ['id', 'authors', 'year', 'title', 'journal', 'kind', 'doi', 'pmid', 'pmcid', 'url', 'check', 'note'] as const;

/**
 * A spreadsheet runs a cell that begins like a formula. A pack may come from anyone, so such a cell gets an apostrophe in
 * front, which spreadsheets read as "this is text".
 */
function inert(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}

/** One row a reference, in the order given, after a row with the column names. */
export function toCsv(references: readonly Reference[]): string {
  const rows = references.map((reference) => {
    const { doi, pmid, pmcid, url, notes } = citationOf(reference);
    const cells: Record<(typeof CSV_COLUMNS)[number], string> = {
      id: reference.id,
      authors: reference.authors.join('; '),
      year: String(reference.year),
      title: reference.title,
      journal: reference.journal,
      kind: reference.kind,
      doi: doi ?? '',
      pmid: pmid ?? '',
      pmcid: pmcid ?? '',
      url: url ?? '',
      check: reference.check,
      note: notes.join('; '),
    };
    return csvFormatRow(CSV_COLUMNS.map((column) => inert(cells[column])));
  });
  return [csvFormatRow([...CSV_COLUMNS]), ...rows].map((row) => `${row}\r\n`).join('');
}
