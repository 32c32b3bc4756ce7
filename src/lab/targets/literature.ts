/**
 * Published values beside what the engine gives for the same question. `literature.json` says, for a target, which of its
 * values are asked about and how; the values themselves stay in the target. Shown, never counted.
 */
import { readFileSync } from 'node:fs';
import { asArray, asRecord, asText, field, type Json, reason } from './json';
import { answer } from './run-question';
import type { SchemeLibrary } from './schemes';
import { convert, readTolerance } from './tolerance';

export interface LiteratureRow {
  readonly id: string;
  readonly quantity: string;
  readonly published: string;
  readonly tolerance: string;
  readonly engine: string;
  readonly verdict: 'within' | 'differs' | 'not compared';
  readonly note: string;
}

/** The rows of one target; one row that says so when nothing was written for it. */
export function literatureRows(target: Json, rows: Json, library: SchemeLibrary): readonly LiteratureRow[] {
  const id = String(field(target, 'id'));
  const listed = Object.hasOwn(rows, id)
    ? asArray(rows[id], `literature.${id}`)
    : [{ value: [], notModelled: 'No question has been written for this entry.' }];
  return listed.map((entry, i) => literatureRow(id, target, asRecord(entry, `literature.${id}[${i}]`), library));
}

/** The file beside this module. */
export function readLiterature(): Json {
  const file: unknown = JSON.parse(readFileSync(new URL('./literature.json', import.meta.url), 'utf8'));
  return asRecord(field(asRecord(file, 'literature.json'), 'rows'), 'rows');
}

function literatureRow(id: string, target: Json, row: Json, library: SchemeLibrary): LiteratureRow {
  const path = asArray(field(row, 'value'), `${id}.value`);
  const published = follow(field(target, 'expected'), path);
  // A target whose tolerance is a sentence (one error per value) has it restated per row.
  const tolerance = String(field(row, 'tolerance') ?? field(target, 'tolerance') ?? '');
  const base = {
    id,
    quantity: path.length === 0 ? String(field(target, 'input') ?? '') : path.join(' '),
    published: show(published),
    tolerance,
  };
  const missing = field(row, 'notModelled');
  if (missing !== undefined)
    return { ...base, engine: 'not modelled', verdict: 'not compared', note: asText(missing, `${id}.notModelled`) };
  const note = asText(field(row, 'note'), `${id}.note`);
  try {
    const { values, unit } = answer(asRecord(field(row, 'question'), `${id}.question`), library);
    const value = convert(values[0] ?? NaN, unit, field(row, 'unit') ?? unit);
    return { ...base, engine: show(value), verdict: verdict(value, published, tolerance), note };
  } catch (error) {
    return { ...base, engine: 'no answer', verdict: 'not compared', note: reason(error) };
  }
}

/** Whether a value agrees with a published number, range or bound such as "<1". */
function verdict(value: number, published: unknown, tolerance: string): LiteratureRow['verdict'] {
  const agrees = (yes: boolean): LiteratureRow['verdict'] => (yes ? 'within' : 'differs');
  if (typeof published === 'string') {
    const bound = /^<([0-9.]+)$/.exec(published);
    return bound === null ? 'not compared' : agrees(value < Number(bound[1]));
  }
  if (Array.isArray(published)) {
    const [low, high] = published as readonly unknown[];
    return typeof low === 'number' && typeof high === 'number' ? agrees(value >= low && value <= high) : 'not compared';
  }
  if (typeof published !== 'number') return 'not compared';
  try {
    return agrees(readTolerance(tolerance)(value, published));
  } catch {
    return 'not compared';
  }
}

function follow(value: unknown, path: readonly unknown[]): unknown {
  let at = value;
  for (const step of path)
    at = typeof at === 'object' && at !== null ? (at as Record<string | number, unknown>)[step as string] : undefined;
  return at;
}

function show(value: unknown): string {
  if (typeof value === 'number') return Number(value.toPrecision(4)).toString();
  if (value === undefined) return 'not in this file';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
