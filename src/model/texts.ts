/** From the texts of files to the files of a pack: the rules on size and on JSON, the same for a page and a command line. */
import { parseJson } from './json-text';
import type { Issue, PackFile } from './model';
import { PACK_LIMIT_BYTES } from './parts';

export interface PackText {
  readonly name: string;
  readonly text: string;
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

/** The issue for a pack of too many bytes; null when the size is within the limit. */
export function sizeIssue(file: string, bytes: number): Issue | null {
  if (bytes <= PACK_LIMIT_BYTES) return null;
  return {
    file,
    path: '',
    rule: 'pack-size',
    message: `the pack is ${megabytes(bytes)}, more than ${megabytes(PACK_LIMIT_BYTES)}`,
    remedy: 'make it smaller',
    severity: 'error',
  };
}

/** Parses the texts of a pack. A file that is not JSON comes back without content, named in the issues. Never throws. */
export function readTexts(texts: readonly PackText[]): { readonly files: PackFile[]; readonly issues: Issue[] } {
  const issues: Issue[] = [];
  const encoder = new TextEncoder();
  const bytes = texts.reduce((sum, { text }) => sum + encoder.encode(text).length, 0);
  const tooLarge = sizeIssue(texts[0]?.name ?? 'pack', bytes);
  if (tooLarge !== null) return { files: [], issues: [tooLarge] };
  const files = texts.map(({ name, text }): PackFile => {
    const parsed = parseJson(text);
    if (parsed.ok) return { name, json: parsed.value };
    const place = `line ${parsed.line}, column ${parsed.column}`;
    issues.push({ file: name, path: place, rule: 'json', message: parsed.message, remedy: 'mend the JSON there', severity: 'error' });
    return { name, json: undefined };
  });
  return { files, issues };
}
