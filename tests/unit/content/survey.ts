/** What the survey files held, and the pack as the app loads it. */
import { createHash } from 'node:crypto';
import { readPack } from '../../../src/lab/read-pack';
import type { Model } from '../../../src/model/model';
import survey from './survey.json';

export { survey };

export const loaded = readPack('src/content/ketamine/pack.json');

/** The flagship model; a test run without it is a failure of its own. */
export function flagship(): Model {
  if (loaded.model === null) throw new Error(`the pack does not load: ${JSON.stringify(loaded.issues.slice(0, 3))}`);
  return loaded.model;
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`;
}

/** The short hash that `survey.json` uses. */
export function hash(value: unknown): string {
  return createHash('sha256').update(canonical(value)).digest('hex').slice(0, 12);
}
