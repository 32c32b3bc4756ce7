/** Corrections of mistakes in the survey files, applied before anything is read from them. Each says what was wrong and why. */
import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import type { SourceName } from './source';

const Step = z.union([z.string(), z.number()]);

const Override = z.strictObject({
  file: z.enum(['network', 'experiments', 'synapse', 'clinical']),
  /** Path in the file; in a list, a step may be the `id` of a record. */
  path: z.array(Step),
  /** What the survey has there; if it no longer does, the correction is out of date and the import stops. */
  from: z.unknown(),
  to: z.unknown(),
  why: z.string().check(z.minLength(20)),
});
export type Override = z.infer<typeof Override>;

/** The reviewed corrections. */
export function readOverrides(): Override[] {
  const raw: unknown = JSON.parse(readFileSync(new URL('authored/overrides.json', import.meta.url), 'utf8'));
  return z.parse(z.array(Override), raw);
}

function step(value: unknown, key: string | number): { holder: object; key: string | number } {
  if (Array.isArray(value) && typeof key === 'string') {
    const index = value.findIndex((item: unknown) => typeof item === 'object' && item !== null && 'id' in item && item.id === key);
    if (index >= 0) return { holder: value, key: index };
  } else if (typeof value === 'object' && value !== null && Object.hasOwn(value, key)) {
    return { holder: value, key };
  }
  throw new Error(`an override names "${key}", which is not there`);
}

/** Applies the corrections for one file to a copy of it. Throws when a correction no longer fits. */
export function corrected(file: SourceName, raw: unknown, overrides: readonly Override[]): unknown {
  const copy: unknown = structuredClone(raw);
  for (const override of overrides.filter((each) => each.file === file)) {
    let place = { holder: { root: copy } as object, key: 'root' as string | number };
    for (const key of override.path) place = step(Reflect.get(place.holder, place.key), key);
    const found: unknown = Reflect.get(place.holder, place.key);
    if (JSON.stringify(found) !== JSON.stringify(override.from)) {
      throw new Error(
        `the override of ${file} ${override.path.join('.')} expects ${JSON.stringify(override.from)}, found ${JSON.stringify(found)}`,
      );
    }
    Reflect.set(place.holder, place.key, override.to);
  }
  return copy;
}
