/** The first rule: every record has the form that the schema gives. Each record is judged alone. */
import type * as z from 'zod/mini';
import { RECORD_LISTS } from '../schema';
import type { PackRecords, RecordListName } from '../schema';
import { isRecord } from './draft';
import type { Path } from './draft';
import { shapeKeys, wordFault } from './schema-words';
import type { Fault } from './schema-words';

type Issue = z.core.$ZodIssue;

/** More faults than this in one record are summed up. */
const FAULTS_SHOWN = 12;
/** Deeper nesting than this is no record of ours, and recursion over it could exhaust the stack. */
const DEEPEST = 64;

/**
 * List fields whose items stand on their own: a faulty item is left out and the rest of the record stays. A layout holds a
 * whole map and a tour a whole lesson, and neither should vanish for one slip.
 */
const SEVERABLE: Partial<Record<RecordListName, readonly string[]>> = {
  layouts: ['compartments', 'nodes', 'edges', 'groups'],
  tours: ['steps'],
  stages: ['objects'],
  circuits: ['cells', 'connections', 'settings', 'firingMarks'],
  claims: ['evidence'],
};

export interface Parsed<K extends RecordListName> {
  /** Null when the record as a whole is left out. */
  readonly value: PackRecords[K][number] | null;
  readonly origins: ReadonlyMap<string, readonly number[]>;
  readonly faults: readonly Fault[];
}

/** True when a value is nested deeper than any record may be. Looks no deeper than that. */
export function tooDeep(value: unknown, left = DEEPEST): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (left === 0) return true;
  if (Array.isArray(value)) return value.some((item) => tooDeep(item, left - 1));
  for (const key of Object.keys(value)) if (tooDeep(Reflect.get(value, key), left - 1)) return true;
  return false;
}

const UNMOVED: ReadonlyMap<string, readonly number[]> = new Map();

interface Verdict<K extends RecordListName> {
  readonly value: PackRecords[K][number] | null;
  readonly issues: readonly Issue[];
}

function judge<K extends RecordListName>(list: K, raw: unknown): Verdict<K> {
  const result = RECORD_LISTS[list].safeParse(raw);
  // The table pairs each name with its schema, which the compiler cannot follow through an index by a type parameter.
  return result.success ? { value: result.data as PackRecords[K][number], issues: [] } : { value: null, issues: result.error.issues };
}

function faultsOf(list: RecordListName, raw: unknown, issues: readonly Issue[]): Fault[] {
  const keys = shapeKeys(RECORD_LISTS[list]);
  const faults = issues.slice(0, FAULTS_SHOWN).map((issue) => wordFault(issue, raw, keys));
  const more = issues.length - FAULTS_SHOWN;
  if (more > 0) faults.push({ path: [], message: `${more} more faults in this record`, remedy: 'mend those above first' });
  return faults;
}

/**
 * Evidence may go alone only when it supports its claim: without a contradicting finding the claim would look better
 * founded than it is, so then the whole claim goes.
 */
function maySever(list: RecordListName, item: unknown): boolean {
  return list !== 'claims' || (isRecord(item) && item['stance'] === 'supports');
}

/** Which items of severable fields the issues speak of; null when one of them speaks of anything else. */
function severed(list: RecordListName, raw: Record<string, unknown>, issues: readonly Issue[]): Map<string, Set<number>> | null {
  const fields = SEVERABLE[list] ?? [];
  const bad = new Map<string, Set<number>>();
  for (const { path } of issues) {
    const [field, position] = path;
    if (typeof field !== 'string' || typeof position !== 'number' || !fields.includes(field)) return null;
    const items = raw[field];
    if (!Array.isArray(items) || !maySever(list, items[position])) return null;
    bad.set(field, (bad.get(field) ?? new Set()).add(position));
  }
  return bad;
}

/** Parses one raw record; faulty items of severable lists are taken out and named. Never throws. */
export function parseRecord<K extends RecordListName>(list: K, raw: unknown): Parsed<K> {
  if (tooDeep(raw)) {
    return {
      value: null,
      origins: UNMOVED,
      faults: [{ path: [], message: `the record is nested more than ${DEEPEST} deep`, remedy: 'flatten it' }],
    };
  }
  const whole = judge(list, raw);
  if (whole.value !== null) return { value: whole.value, origins: UNMOVED, faults: [] };
  const faults = faultsOf(list, raw, whole.issues);
  const bad = isRecord(raw) ? severed(list, raw, whole.issues) : null;
  if (!isRecord(raw) || bad === null) return { value: null, origins: UNMOVED, faults };
  const origins = new Map<string, readonly number[]>();
  const mended: Record<string, unknown> = { ...raw };
  for (const [field, positions] of bad) {
    const items = raw[field];
    if (!Array.isArray(items)) continue;
    const stay = [...items.keys()].filter((index) => !positions.has(index));
    origins.set(field, stay);
    mended[field] = stay.map((index): unknown => items[index]);
  }
  return { value: judge(list, mended).value, origins, faults };
}

/** The rule under which a fault of form is named: two are asked for by name, whatever else is wrong. */
export function ruleOfFault(list: RecordListName, path: Path): string {
  if (list === 'parameters' && (path[0] === 'unit' || path[0] === 'source')) return 'parameter-source-and-unit';
  if (list === 'claims' && path[0] === 'evidence' && path.length === 1) return 'claim-has-evidence';
  if (list === 'claims' && path[0] === 'sign') return 'sign-agrees';
  return 'schema';
}
