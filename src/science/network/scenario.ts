/** A scenario of the command line: one JSON object, every field optional. Its faults are told with the field and what it must be. */
import * as z from 'zod/mini';
import type { Subunit } from './config';

const number = (low: number, high: number, unit: string): z.ZodMiniNumber =>
  z.number(`must be a number${unit === '' ? '' : ` in ${unit}`}`).check(
    z.refine((value) => Number.isFinite(value), 'must be a finite number'),
    z.minimum(low, `must be at least ${low}${unit === '' ? '' : ` ${unit}`}`),
    z.maximum(high, `must be at most ${high}${unit === '' ? '' : ` ${unit}`}`),
  );
const whole = (low: number, high: number): z.ZodMiniNumber =>
  z.number('must be a whole number').check(
    z.refine((value) => Number.isInteger(value), 'must be a whole number'),
    z.minimum(low, `must be at least ${low}`),
    z.maximum(high, `must be at most ${high}`),
  );
const subunits: readonly Subunit[] = ['2A', '2B', '2C', '2D'];
const pattern = z
  .string('must be text')
  .check(z.regex(/^[A-Za-z0-9*]+(\.[A-Za-z0-9*]+){0,3}$/, 'must be like "sst", "pyr.*.tonic" or "*"'));

const Shared = {
  name: z.optional(z.string('must be text')),
  seed: z.optional(number(-Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, '')),
};

const Prefrontal = z.strictObject({
  ...Shared,
  circuit: z.optional(z.literal('prefrontal')),
  /** Seeds that are run, from `seed` upwards; means and standard errors are over them. */
  seeds: z.optional(whole(1, 100)),
  ketamine_uM: z.optional(number(0, 1000, 'uM')),
  settle_ms: z.optional(number(0, 10_000, 'ms')),
  before_ms: z.optional(number(50, 60_000, 'ms')),
  onset_ms: z.optional(number(0, 60_000, 'ms')),
  with_ms: z.optional(number(50, 60_000, 'ms')),
  /** Id of a setting of the circuit in the pack. */
  setting: z.optional(z.string('must be the id of a setting of the circuit')),
  /** Pools that ketamine may enter, instead of a setting. */
  reaches: z.optional(z.array(pattern, 'must be a list of patterns')),
  interneuronSubunit: z.optional(z.enum(subunits, 'must be "2A", "2B", "2C" or "2D"')),
  drive: z.optional(number(0, 5, '')),
  scale: z.optional(number(0.05, 4, '')),
  mg_mM: z.optional(number(0, 20, 'mM')),
  dt_ms: z.optional(number(0.01, 0.5, 'ms')),
  drugClock: z.optional(number(1, 200, '')),
  /** Print spike times and cells. */
  spikes: z.optional(z.boolean('must be true or false')),
});

const Habenula = z.strictObject({
  ...Shared,
  circuit: z.literal('habenula'),
  stress: z.optional(z.boolean('must be true or false')),
  holding_pA: z.optional(number(-200, 200, 'pA')),
  tTypeScale: z.optional(number(0, 3, '')),
  nmdaScale: z.optional(number(0, 3, '')),
  subunit: z.optional(z.enum(subunits, 'must be "2A", "2B", "2C" or "2D"')),
  blocked: z.optional(number(0, 1, '')),
  settle_ms: z.optional(number(0, 10_000, 'ms')),
  duration_ms: z.optional(number(50, 60_000, 'ms')),
  /** Also follow the block after the drug: what is left out has its Parameter. */
  day: z.optional(
    z.strictObject({
      peak_uM: z.optional(number(0, 1000, 'uM')),
      halfLife_min: z.optional(number(0.1, 10_000, 'min')),
      duration_h: z.optional(number(0.1, 1000, 'h')),
      active_min: z.optional(number(0, 100_000, 'min')),
      active_nM: z.optional(number(0, 10_000, 'nM')),
    }),
  ),
});

export type PrefrontalScenario = z.infer<typeof Prefrontal>;
export type HabenulaScenario = z.infer<typeof Habenula>;
export type NetworkScenario = PrefrontalScenario | HabenulaScenario;

/** One fault of a scenario: the field, and what it must be. */
export interface ScenarioFault {
  readonly field: string;
  readonly message: string;
}

export type ScenarioReading =
  { readonly ok: true; readonly scenario: NetworkScenario } | { readonly ok: false; readonly faults: readonly ScenarioFault[] };

/** Whether a scenario is about the habenula; all others are about the prefrontal circuit. */
export function isHabenula(scenario: NetworkScenario): scenario is HabenulaScenario {
  return scenario.circuit === 'habenula';
}

/** Checks the shape and ranges of a scenario. */
export function readNetworkScenario(input: unknown): ScenarioReading {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return { ok: false, faults: [{ field: 'scenario', message: 'must be one JSON object' }] };
  }
  const circuit: unknown = Reflect.get(input, 'circuit');
  if (circuit !== undefined && circuit !== 'prefrontal' && circuit !== 'habenula') {
    return { ok: false, faults: [{ field: 'circuit', message: `must be "prefrontal" or "habenula"; it is ${JSON.stringify(circuit)}` }] };
  }
  const result = circuit === 'habenula' ? z.safeParse(Habenula, input) : z.safeParse(Prefrontal, input);
  if (result.success) return { ok: true, scenario: result.data };
  return {
    ok: false,
    faults: result.error.issues.flatMap((issue): ScenarioFault[] => {
      const field = issue.path.map((key, i) => (typeof key === 'number' ? `[${key}]` : `${i === 0 ? '' : '.'}${String(key)}`)).join('');
      if (issue.code === 'unrecognized_keys') {
        return issue.keys.map((key) => ({
          field: field === '' ? key : `${field}.${key}`,
          message: `is not a field of a scenario of the ${circuit === 'habenula' ? 'habenula' : 'prefrontal circuit'}; check the spelling or leave it out`,
        }));
      }
      const given = issue.path.reduce<unknown>(
        (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
        input,
      );
      return [{ field, message: `${issue.message}; it is ${JSON.stringify(given)}` }];
    }),
  };
}
