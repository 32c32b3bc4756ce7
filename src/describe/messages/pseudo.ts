/** Derives a test locale from a catalogue by rewriting every string, including what message functions return. */
import type { Messages } from './index';

export function pseudo(source: Messages, rewrite: (text: string) => string): Messages {
  return walk(source, rewrite) as Messages;
}

function walk(value: unknown, rewrite: (text: string) => string): unknown {
  if (typeof value === 'string') return rewrite(value);
  if (typeof value === 'function') return (...args: unknown[]) => rewrite(String(Reflect.apply(value, undefined, args)));
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, walk(item, rewrite)]));
  }
  return value;
}
