/** Formats in which a list of publications leaves the app. */
import type { Reference } from '../schema';
import { toBibtex } from './bibtex';
import { toCslJson } from './csl-json';
import { toCsv } from './csv';
import { toRis } from './ris';

export interface ReferenceFormat {
  readonly extension: string;
  readonly mime: string;
  readonly write: (references: readonly Reference[]) => string;
}

/** Keys agree with the names in the message catalogue. All formats are UTF-8 text. */
export const REFERENCE_FORMATS = {
  csv: { extension: 'csv', mime: 'text/csv', write: toCsv },
  bibtex: { extension: 'bib', mime: 'application/x-bibtex', write: toBibtex },
  ris: { extension: 'ris', mime: 'application/x-research-info-systems', write: toRis },
  csl: { extension: 'json', mime: 'application/vnd.citationstyles.csl+json', write: toCslJson },
} as const satisfies Readonly<Record<string, ReferenceFormat>>;

export { toBibtex, toCslJson, toCsv, toRis };
