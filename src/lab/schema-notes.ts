/** Reads the docstrings of the schema files, so that types, editor help and documentation say the same. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { SchemaNotes, TypeNote } from '../model/json-schema';

const FOLDER = join(import.meta.dirname, '../model/schema');

/** Notes in one schema file. Relies on the layout that the formatter gives: one field a line, two spaces in. */
export function notesIn(source: string): Record<string, TypeNote> {
  const notes: Record<string, TypeNote> = {};
  let comment: string[] | null = null;
  let said = '';
  let type: { about: string; fields: Record<string, string> } | null = null;
  for (const line of source.split('\n')) {
    const opening = /^\s*\/\*\*\s?(.*)$/.exec(line);
    if (opening !== null || comment !== null) {
      const text = (opening?.[1] ?? line).replace(/\s*\*\/\s*$/, '');
      comment = [...(comment ?? []), opening === null ? text.replace(/^\s*\* ?/, '') : text];
      if (!line.trimEnd().endsWith('*/')) continue;
      said = comment.join('\n').trim();
      comment = null;
      continue;
    }
    const start = /^export const (\w+) = /.exec(line);
    const field = /^ {2}(\w+): /.exec(line);
    if (start?.[1] !== undefined) {
      type = { about: said, fields: {} };
      notes[start[1]] = type;
    } else if (field?.[1] !== undefined && type !== null && said !== '') {
      type.fields[field[1]] = said;
    } else if (/^\S/.test(line)) {
      type = null;
    }
    said = '';
  }
  return notes;
}

/** Notes of the whole schema folder, by the name under which a type is exported. */
export function schemaNotes(): SchemaNotes {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.ts'));
  return Object.assign({}, ...files.toSorted().map((name) => notesIn(readFileSync(join(FOLDER, name), 'utf8')))) as SchemaNotes;
}
