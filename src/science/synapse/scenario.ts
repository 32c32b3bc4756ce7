/**
 * What a reader or author may ask for: a checked scenario in everyday units. Everything left out takes its value from
 * a Parameter, and the resolved scenario says from which.
 */
import * as z from 'zod/mini';

/** A number from `min` to `max`; the message names range, unit and remedy. */
function number(min: number, max: number, unit: string): z.ZodMiniNumber<number> {
  const words = `must be a number from ${min} to ${max}${unit === '' ? '' : ` ${unit}`}`;
  return z.number(words).check(z.gte(min, words), z.lte(max, words));
}

function whole(min: number, max: number, what: string): z.ZodMiniNumber<number> {
  const words = `must be a whole number of ${what} from ${min} to ${max}`;
  return z.number(words).check(z.int(words), z.gte(min, words), z.lte(max, words));
}

const name = z
  .string('must be text')
  .check(z.regex(/^[A-Za-z][A-Za-z0-9_-]*$/, 'must start with a letter and hold letters, digits, "_" and "-" only'));
const optional = z.optional;

const Site = z.union([
  z.enum(['centre', 'uniform', 'nanocolumn']),
  z.strictObject({ x_nm: number(-1000, 1000, 'nm'), y_nm: number(-1000, 1000, 'nm') }),
]);

const Probability = z.union([
  z.literal('certain'),
  number(0, 1, ''),
  z.strictObject({
    depressing: z.literal(true),
    u: optional(number(0.01, 1, '')),
    tauRecovery_ms: optional(number(1, 60_000, 'ms')),
    tauFacilitation_ms: optional(number(0, 60_000, 'ms')),
  }),
]);

const Receptor = z.strictObject({
  id: name,
  kind: z.enum(['AMPA', 'NMDA']),
  scheme: z.string('must be the id of a scheme'),
  count: whole(0, 2000, 'receptors'),
  conductance_pS: optional(number(0, 200, 'pS')),
  reversal_mV: optional(number(-100, 100, 'mV')),
  calciumFraction: optional(number(0, 1, '')),
});

/** A scenario file: every field may be left out. */
export const Scenario = z.strictObject({
  name: optional(z.string('must be text')),
  seed: optional(z.number('must be a finite number').check(z.refine((value) => Number.isFinite(value), 'must be a finite number'))),
  trials: optional(whole(1, 5000, 'trials')),
  duration_ms: optional(number(0.01, 10_000, 'ms')),
  sample_ms: optional(number(0.001, 100, 'ms')),
  geometry: optional(
    z.strictObject({
      cleftHeight_nm: optional(number(5, 100, 'nm')),
      psdRadius_nm: optional(number(30, 500, 'nm')),
      contactRadius_nm: optional(number(50, 1000, 'nm')),
      edge: optional(z.enum(['ring', 'absorbing', 'open', 'closed'])),
      ringGap_nm: optional(number(5, 200, 'nm')),
      ringHalfLength_nm: optional(number(20, 5000, 'nm')),
    }),
  ),
  glutamate: optional(
    z.strictObject({
      mode: optional(z.enum(['particles', 'transient'])),
      diffusion_um2_per_ms: optional(number(0.01, 2, 'um2/ms')),
      transientPeak_mM: optional(number(0.001, 100, 'mM')),
      transientTau_ms: optional(number(0.01, 100, 'ms')),
      ambient_nM: optional(number(0, 10_000, 'nM')),
    }),
  ),
  release: optional(
    z.strictObject({
      spikes_ms: optional(
        z.array(number(0, 10_000, 'ms'), 'must be a list of times in ms').check(z.maxLength(1000, 'must hold at most 1000 spikes')),
      ),
      train: optional(
        z.strictObject({ rate_Hz: number(0.1, 500, 'Hz'), count: whole(1, 1000, 'spikes'), start_ms: optional(number(0, 10_000, 'ms')) }),
      ),
      probability: optional(Probability),
      molecules: optional(whole(1, 20_000, 'molecules')),
      moleculesCv: optional(number(0, 1, '')),
      poreTau_us: optional(number(0, 10_000, 'us')),
      poreRadius_nm: optional(number(0, 20, 'nm')),
      site: optional(Site),
    }),
  ),
  receptors: optional(
    z
      .array(Receptor, 'must be a list of receptor groups')
      .check(z.minLength(1, 'must hold at least one group'), z.maxLength(8, 'must hold at most 8 groups')),
  ),
  placement: optional(
    z.union([
      z.literal('uniform'),
      z.strictObject({
        nanocolumns: whole(1, 20, 'nanocolumns'),
        radius_nm: optional(number(10, 200, 'nm')),
        share: optional(number(0, 1, '')),
      }),
    ]),
  ),
  uptake: optional(
    z.union([
      z.literal(false),
      z.strictObject({
        density_per_um2: optional(number(0, 100_000, 'per um2')),
        coverage: optional(number(0, 1, '')),
        kon_per_mM_ms: optional(number(0.01, 1000, 'per mM and ms')),
        km_uM: optional(number(0.1, 10_000, 'uM')),
        turnover_per_s: optional(number(0.1, 10_000, 'per s')),
      }),
    ]),
  ),
  medium: optional(
    z.strictObject({
      mg_mM: optional(number(0, 20, 'mM')),
      ketamine_uM: optional(number(0, 10_000, 'uM')),
      other_mM: optional(z.record(name, number(0, 100, 'mM'))),
    }),
  ),
  membrane: optional(
    z.union([
      z.strictObject({ clamp_mV: optional(number(-150, 100, 'mV')) }),
      z.strictObject({
        free: z.literal(true),
        rest_mV: optional(number(-150, 100, 'mV')),
        resistance_MOhm: optional(number(1, 10_000, 'MOhm')),
        capacitance_fF: optional(number(0.1, 1000, 'fF')),
      }),
    ]),
  ),
  calcium: optional(
    z.strictObject({
      spineVolume_fL: optional(number(0.001, 10, 'fL')),
      rest_nM: optional(number(0, 10_000, 'nM')),
      kappa: optional(number(0, 1000, '')),
      tau_ms: optional(number(0.1, 10_000, 'ms')),
    }),
  ),
  numerics: optional(
    z.strictObject({
      dt_us: optional(number(0.05, 2, 'us')),
      noise: optional(z.enum(['table', 'exact'])),
      bindingRadius_nm: optional(number(1, 20, 'nm')),
      bindingHeight_nm: optional(number(1, 100, 'nm')),
      /** Start from the stationary distribution at rest (true) or from each scheme's initial states. */
      equilibrate: optional(z.boolean('must be true or false')),
    }),
  ),
  /** Also compute the mean-field twin. */
  meanField: optional(z.boolean('must be true or false')),
  /** Print the trace of every trial (true) or only the mean. */
  traces: optional(z.boolean('must be true or false')),
});
/** A scenario file: every field may be left out. */
export type Scenario = z.infer<typeof Scenario>;

/** One fault of a scenario: the field, what it must be, and what was given. */
export interface ScenarioFault {
  readonly field: string;
  readonly message: string;
}

/** A scenario, or every fault of what was read. */
export type ScenarioReading =
  { readonly ok: true; readonly scenario: Scenario } | { readonly ok: false; readonly faults: readonly ScenarioFault[] };

/** Checks the shape and ranges of a scenario. */
export function readScenario(input: unknown): ScenarioReading {
  const result = z.safeParse(Scenario, input);
  if (result.success) return { ok: true, scenario: result.data };
  return { ok: false, faults: result.error.issues.flatMap((issue) => faults(issue, input, [])) };
}

type Issue = z.core.$ZodIssue;

function faults(issue: Issue, input: unknown, before: readonly PropertyKey[]): ScenarioFault[] {
  const path = [...before, ...issue.path];
  if (issue.code === 'invalid_union') {
    // Show the branch that came closest: the one whose faults lie deepest.
    const depth = (branch: readonly Issue[]): number => Math.max(...branch.map((entry) => entry.path.length), 0);
    const best = [...issue.errors].sort((a, b) => depth(b) - depth(a))[0] ?? [];
    if (depth(best) > 0) return best.flatMap((entry) => faults(entry, input, path));
    const options = issue.errors.flatMap((branch) => branch.map((entry) => remedy(entry)));
    return [{ field: fieldName(path), message: `${[...new Set(options)].join(', or ')}; ${given(input, path)}` }];
  }
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      field: fieldName([...path, key]),
      message: 'is not a field of a scenario; check the spelling or leave it out',
    }));
  }
  return [{ field: fieldName(path), message: `${remedy(issue)}; ${given(input, path)}` }];
}

function remedy(issue: Issue): string {
  if (issue.code === 'invalid_value') return `must be ${issue.values.map((value) => JSON.stringify(value)).join(' or ')}`;
  return issue.message.startsWith('must') ? issue.message : `is not what the scenario needs (${issue.message})`;
}

function fieldName(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'scenario';
  return path.map((key, i) => (typeof key === 'number' ? `[${key}]` : `${i === 0 ? '' : '.'}${String(key)}`)).join('');
}

function given(input: unknown, path: readonly PropertyKey[]): string {
  let value: unknown = input;
  for (const key of path) value = typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined;
  return value === undefined ? 'it is missing' : `it is ${JSON.stringify(value)}`;
}
