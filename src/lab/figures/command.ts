/** `figures <pack.json> [--write]`: computes anew every number that the stories of a pack take from the engine. */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { decode } from '../../explorer/url';
import type { Model } from '../../model/model';
import { isManifest, partsOf } from '../../model/parts';
import { isRecord } from '../../model/rules/draft';
import type { Computed } from '../../model/schema/view';
import { readPack } from '../read-pack';
import { measures, recompute } from './measures';

/** A number of a story, as its record has it and as the engine gives it now. */
export interface Recomputed {
  readonly tour: string;
  readonly step: string;
  readonly record: Computed;
  /** Why there is none, where the record cannot be computed. */
  readonly now: number | string;
}

/** Every number of the stories of a pack, computed anew. */
export function recomputed(model: Model): readonly Recomputed[] {
  const known = measures();
  return model.tours.flatMap((tour) =>
    tour.steps.flatMap((step) =>
      (step.computed ?? []).map((record): Recomputed => {
        const place = { tour: tour.id, step: step.id, record };
        try {
          return { ...place, now: recompute(record, { model, state: decode(step.state, model).state }, known) };
        } catch (error) {
          return { ...place, now: error instanceof Error ? error.message : String(error) };
        }
      }),
    ),
  );
}

/** Numbers whose record does not say what the engine gives now. */
export function outdated(all: readonly Recomputed[]): readonly Recomputed[] {
  return all.filter(({ record, now }) => now !== record.value);
}

/** Puts the present numbers into the records of the parts that hold them. */
function write(file: string, stale: readonly Recomputed[]): void {
  const manifest: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const { parts, deferred } = isManifest(manifest) ? partsOf(manifest) : { parts: [], deferred: [] };
  for (const part of [...parts, ...deferred]) {
    const path = join(dirname(file), part);
    const json: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (!isRecord(json) || !Array.isArray(json['tours'])) continue;
    for (const { tour, step, record, now } of stale) {
      const steps = records(records(json['tours']).find(({ id }) => id === tour)?.['steps']);
      const found = records(steps.find(({ id }) => id === step)?.['computed']).find(({ id }) => id === record.id);
      if (found !== undefined && typeof now === 'number') found['value'] = now;
    }
    writeFileSync(path, `${JSON.stringify(json, null, 2)}\n`);
  }
}

const records = (value: unknown): readonly Record<string, unknown>[] => (Array.isArray(value) ? value.filter(isRecord) : []);

/** Runs the command. Exit status 0 when every record says what the engine gives or was mended, 1 otherwise, 2 for wrong arguments. */
export function figuresCommand(args: readonly string[]): number {
  const [file, flag, ...more] = args;
  if (file === undefined || (flag !== undefined && flag !== '--write') || more.length > 0) {
    console.error(`usage: npm run -s lab -- figures <pack.json> [--write]\nmeasures: ${Object.keys(measures()).join(', ')}`);
    return 2;
  }
  const { model } = readPack(file);
  if (model === null) {
    console.error(`${file}: is not a pack that loads; try "validate"`);
    return 1;
  }
  const all = recomputed(model);
  const stale = outdated(all);
  for (const each of all) {
    const { tour, step, record, now } = each;
    const verdict = stale.includes(each) ? `now ${now}` : 'stands';
    console.log(`${tour}.${step} {${record.id}} ${record.value} ${record.unit ?? ''}: ${verdict} (${record.name})`);
  }
  const computable = stale.every(({ now }) => typeof now === 'number');
  if (flag === '--write' && computable) write(file, stale);
  return stale.length === 0 || (flag === '--write' && computable) ? 0 : 1;
}
