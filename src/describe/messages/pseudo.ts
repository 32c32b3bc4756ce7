/** Derives a test locale from a catalogue by rewriting every string, including what message functions return. */
export function pseudo(source: unknown, rewrite: (text: string) => string): unknown {
  return walk(source, rewrite);
}

function walk(value: unknown, rewrite: (text: string) => string): unknown {
  if (typeof value === 'string') return rewrite(value);
  if (typeof value === 'function') return (...args: unknown[]) => rewrite(String(Reflect.apply(value, undefined, args)));
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, walk(item, rewrite)]));
  }
  return value;
}
