/** Read-only copies. The model is shared by everything on screen, so nothing may change it by accident. */
import type { Entry } from './rules/draft';
import { pathText } from './rules/draft';

function copy(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return Object.freeze(value.map(copy));
  const out: Record<string, unknown> = {};
  for (const key of Object.keys(value)) if (key !== '__proto__') out[key] = copy(Reflect.get(value, key));
  return Object.freeze(out);
}

/** A deep frozen copy of a JSON value; the original stays as it is. */
export function frozen<T>(value: T): T {
  return copy(value) as T;
}

function prune(value: unknown, path: (string | number)[], entry: Entry): unknown {
  if (typeof value === 'string') return entry.rewrites.get(pathText(path)) ?? value;
  if (typeof value !== 'object' || value === null) return value;
  const stays = (step: string | number): boolean => !entry.cuts.has(pathText([...path, step]));
  if (Array.isArray(value)) {
    return value.flatMap((item, index): unknown[] => (stays(index) ? [prune(item, [...path, index], entry)] : []));
  }
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => stays(key))
      .map(([key, inner]) => [key, prune(inner, [...path, key], entry)]),
  );
}

/** The record of an entry as it enters the model: without what was left out, with present ids, frozen. */
export function settled(entry: Entry): unknown {
  const plain = entry.cuts.size === 0 && entry.rewrites.size === 0;
  return copy(plain ? entry.value : prune(entry.value, [], entry));
}

function refuse(): never {
  throw new TypeError('the model is read-only');
}

/** A map that refuses to change. */
export function frozenMap<K, V>(pairs: Iterable<readonly [K, V]>): ReadonlyMap<K, V> {
  const map = new Map(pairs);
  return Object.freeze(Object.assign(map, { set: refuse, delete: refuse, clear: refuse }));
}
