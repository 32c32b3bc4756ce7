/**
 * Flattens the synapse survey's nested parameter tables into Parameter records, by the hand-written plan in
 * `authored/parameters.json`. Every leaf of the tables must be used by the plan; one that is not stops the import.
 */
import type * as z from 'zod/mini';
import type { Convention, Parameter } from '../../model/schema';
import type { Authored, ParameterPlan } from './authored';
import type { Loose } from './network';
import type { Sources } from './source';
import { typeset } from './typeset';

type Tree = { readonly [key: string]: unknown };

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value);
const isNumber = (value: unknown): value is number => typeof value === 'number';

/** Lists of named rows become tables by name, so that every leaf has a path of words. */
function table(value: unknown): unknown {
  if (Array.isArray(value) && value.every((row) => isTree(row) && typeof row['name'] === 'string')) {
    return Object.fromEntries(value.map((row: Tree) => [String(row['name']), { ...row, name: undefined }]));
  }
  return isTree(value) ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, table(inner)])) : value;
}

/** Own fields of a row that describe its number; they are used up together with it. */
const ROW = ['value', 'range', 'source', 'verified', 'note'];

function leaves(tree: Tree, at = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]) => {
    if (value === undefined) return [];
    const path = at === '' ? key : `${at}.${key}`;
    return isTree(value) ? leaves(value, path) : [path];
  });
}

/** The value at a path, and the trees on the way to it, innermost first. Keys may themselves hold dots and spaces. */
function find(root: Tree, path: string): { value: unknown; around: Tree[] } {
  const walk = (tree: Tree, rest: string, around: Tree[]): { value: unknown; around: Tree[] } | null => {
    for (const [key, value] of Object.entries(tree)) {
      if (rest === key) return { value, around: [tree, ...around] };
      if (isTree(value) && rest.startsWith(`${key}.`)) {
        const found = walk(value, rest.slice(key.length + 1), [tree, ...around]);
        if (found !== null) return found;
      }
    }
    return null;
  };
  const found = walk(root, path, []);
  if (found === null) throw new Error(`the survey has no parameter at ${path}`);
  return found;
}

interface Quantity {
  readonly value: number;
  readonly range?: readonly [number, number];
  readonly notes: readonly string[];
}

function quantity(found: unknown, plan: ParameterPlan): Quantity {
  if (plan.value !== undefined) {
    const range = plan.range === undefined ? {} : { range: plan.range };
    return { value: plan.value, ...range, notes: typeof found === 'string' ? [found] : [] };
  }
  if (isNumber(found)) return { value: found, notes: [] };
  if (Array.isArray(found)) {
    const [low, high] = found.filter(isNumber);
    if (low === undefined || high === undefined) throw new Error(`${plan.path} is no pair of numbers`);
    const middle = Number(((low + high) / 2).toPrecision(6));
    return { value: middle, range: [low, high], notes: ['The source gives only the range; the value is its middle.'] };
  }
  if (isTree(found) && isNumber(found['value'])) {
    const { value, range, note } = found;
    const limits = Array.isArray(range) ? range.filter(isNumber) : [];
    const [low, high] = limits;
    return {
      value,
      ...(low === undefined || high === undefined ? {} : { range: [low, high] as const }),
      notes: typeof note === 'string' ? [note] : [],
    };
  }
  throw new Error(`${plan.path} holds no number`);
}

/** The source and the check stand beside the number or on the nearest table around it. */
function inherited(key: string, found: unknown, around: readonly Tree[]): unknown {
  const row = isTree(found) ? [found, ...around] : around;
  return row.find((tree) => tree[key] !== undefined)?.[key];
}

function parameter(root: Tree, plan: ParameterPlan): Loose<z.input<typeof Parameter>> {
  const { value: found, around } = find(root, plan.path);
  const { value, range, notes } = quantity(found, plan);
  const source = plan.source ?? inherited('source', found, around);
  if (typeof source !== 'string') throw new Error(`${plan.id} has no source; give it one in authored/parameters.json`);
  const verified = inherited('verified', found, around);
  const check = plan.check ?? (verified === true ? 'checked' : 'unchecked');
  const how = typeof verified === 'string' && plan.check === undefined ? [`Checked: ${verified}.`] : [];
  const words = plan.noteFrom === undefined ? [] : [String(find(root, plan.noteFrom).value)];
  const note = [...notes, ...words, ...how].map(typeset).join(' · ');
  return {
    id: plan.id,
    name: plan.name,
    ...(plan.symbol === undefined ? {} : { symbol: plan.symbol }),
    value,
    unit: plan.unit,
    ...(range === undefined ? {} : { range }),
    source: typeset(source),
    references: plan.references ?? [],
    check,
    ...(plan.teaching === undefined ? {} : { teaching: plan.teaching }),
    group: plan.group,
    ...(note === '' ? {} : { note }),
  };
}

/** Parameters in plan order. Throws when the plan misses a leaf of the survey's tables. */
export function parameters(sources: Sources, work: Authored['parameters']): Loose<z.input<typeof Parameter>>[] {
  const root = table(sources.synapse.parameters);
  if (!isTree(root)) throw new Error('the survey has no parameter tables');
  const used = new Set(work.consumed);
  for (const plan of work.plans) {
    used.add(plan.path);
    for (const field of ROW) used.add(`${plan.path}.${field}`);
    const table = plan.path.split('.').slice(0, -1);
    while (table.length > 0) {
      used.add(`${table.join('.')}.source`).add(`${table.join('.')}.verified`);
      table.pop();
    }
    if (plan.noteFrom !== undefined) used.add(plan.noteFrom);
  }
  for (const { path } of work.words) used.add(path);
  const missed = leaves(root).filter((path) => !used.has(path));
  if (missed.length > 0) throw new Error(`authored/parameters.json does not use ${missed.join(', ')}`);
  return work.plans.map((plan) => parameter(root, plan));
}

/** Leaves that hold words, kept as conventions. */
export function parameterWords(sources: Sources, work: Authored['parameters']): Loose<z.input<typeof Convention>>[] {
  const root = table(sources.synapse.parameters);
  if (!isTree(root)) return [];
  return work.words.map(({ path, id, group, name }) => {
    const { value } = find(root, path);
    return { id, group, name, text: typeset([value].flat().join(', ')) };
  });
}
