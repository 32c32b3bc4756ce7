/**
 * `npm run -s lab -- network <scenario.json>`: runs a circuit and prints JSON.
 *
 * Prefrontal circuit: means and standard errors over seeds of rates, silent cells, gamma power and block, before and with
 * ketamine, and each seed's values; `defaults` names the Parameter behind every number that the scenario left out. Habenula:
 * the regime, rates and bursts at one level of block and, if asked for, the day after the drug.
 */
import { readFileSync } from 'node:fs';
import { parameterLookup, valueIn } from '../science/parameters';
import { HABENULA_OPTIONS, habenulaConfig, runHabenula } from '../science/network/habenula/circuit';
import { type DayOptions, habenulaDay } from '../science/network/habenula/day';
import { type NetworkSettings, networkConfig } from '../science/network/prefrontal';
import { compare, type Comparison, DEFAULT_OPTIONS, type Phase } from '../science/network/run';
import {
  type HabenulaScenario,
  isHabenula,
  type NetworkScenario,
  type PrefrontalScenario,
  readNetworkScenario,
} from '../science/network/scenario';
import { type NetworkPart, readNetworkPart } from './network-pack';

const USAGE = 'usage: npm run -s lab -- network <scenario.json>';

/** Runs the command: exit status 0, 1 for a bad scenario or file, 2 for wrong arguments. */
export function networkCommand(
  args: readonly string[],
  print: (line: string) => void = console.log,
  complain: (line: string) => void = console.error,
): number {
  const [path, ...rest] = args;
  if (path === undefined || rest.length > 0) {
    complain(USAGE);
    return 2;
  }
  const reading = readScenarioFile(path);
  if (typeof reading === 'string') {
    complain(`${path}: ${reading}`);
    return 1;
  }
  const part = readNetworkPart();
  const known = part.circuits.find(({ model }) => model === 'prefrontal')?.settings.map(({ id }): string => id) ?? [];
  if (!isHabenula(reading) && reading.setting !== undefined && !known.includes(reading.setting)) {
    complain(`${path}: setting: must be one of ${known.join(', ')}; it is ${JSON.stringify(reading.setting)}`);
    return 1;
  }
  if (!isHabenula(reading) && reading.setting !== undefined && reading.reaches !== undefined) {
    complain(`${path}: reaches: must be left out when there is a setting`);
    return 1;
  }
  print(JSON.stringify(isHabenula(reading) ? runHabenulaScenario(reading, part) : runPrefrontal(reading, part)));
  return 0;
}

function readScenarioFile(path: string): NetworkScenario | string {
  let input: unknown;
  try {
    input = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    return error instanceof SyntaxError ? `is not JSON (${error.message}); correct the text` : 'cannot be read; check the path';
  }
  const reading = readNetworkScenario(input);
  return reading.ok ? reading.scenario : reading.faults.map(({ field, message }) => `${field}: ${message}`).join(`\n${path}: `);
}

function runPrefrontal(scenario: PrefrontalScenario, part: NetworkPart): unknown {
  const started = performance.now();
  const setting = part.circuits.find(({ model }) => model === 'prefrontal')?.settings.find(({ id }) => id === scenario.setting);
  const settings: NetworkSettings = { ...scenario, reaches: scenario.reaches ?? setting?.reaches };
  const { config, defaults } = networkConfig(part, settings);
  const first = scenario.seed ?? DEFAULT_OPTIONS.seed;
  const given = Object.fromEntries(Object.entries(scenario).filter(([key]) => key in DEFAULT_OPTIONS));
  const options = { ...DEFAULT_OPTIONS, ...given };
  const seeds = Array.from({ length: scenario.seeds ?? 1 }, (_, k) => first + k);
  const runs = seeds.map((seed) => ({ seed, comparison: compare(config, { ...options, seed }) }));
  const ids = config.populations.map(({ id }) => id);
  const over = (read: (comparison: Comparison) => number): MeanAndError => meanAndError(runs.map(({ comparison }) => read(comparison)));
  const phase = (pick: (comparison: Comparison) => Phase): unknown => ({
    rates_Hz: Object.fromEntries(ids.map((id) => [id, over((c) => pick(c).rates_Hz[id] ?? NaN)])),
    silentShare: Object.fromEntries(ids.map((id) => [id, over((c) => pick(c).silent[id] ?? NaN)])),
    gamma_nA2: over((c) => pick(c).gamma),
    gammaShare: over((c) => pick(c).gammaShare),
  });
  const [sample] = runs;
  return {
    name: scenario.name,
    circuit: 'prefrontal',
    setting: scenario.setting,
    seeds,
    options,
    defaults,
    populations: sample?.comparison.populations,
    units: { rates: 'Hz', gamma: 'nA^2 (30 to 80 Hz of the field potential proxy)', time: 's on the clock of the drug' },
    before: phase((c) => c.before),
    with: phase((c) => c.with),
    block: sample?.comparison.block.map((pool, k) => ({ ...pool, share: over((c) => c.block[k]?.share ?? NaN) })),
    drugTime_s: sample?.comparison.drugTime_s,
    runs: runs.map(({ seed, comparison: c }) => ({
      seed,
      halfTimes_s: c.halfTimes_s,
      firstToFall: c.firstToFall,
      before: rounded(c.before.rates_Hz),
      with: rounded(c.with.rates_Hz),
      ...(scenario.spikes === true ? { spikes: { before: spikesOf(c.before), with: spikesOf(c.with) } } : {}),
    })),
    wall_ms: round(performance.now() - started),
  };
}

function runHabenulaScenario(scenario: HabenulaScenario, part: NetworkPart): unknown {
  const started = performance.now();
  const { config, defaults } = habenulaConfig(part, { ...scenario, stress: scenario.stress ?? true });
  const given = Object.fromEntries(Object.entries(scenario).filter(([key]) => key in HABENULA_OPTIONS));
  const options = { ...HABENULA_OPTIONS, ...given };
  const run = runHabenula(config, options);
  const day = scenario.day === undefined ? undefined : dayOf(scenario.day, part, config, options.seed);
  return {
    name: scenario.name,
    circuit: 'habenula',
    stress: scenario.stress ?? true,
    options,
    defaults: { ...defaults, ...day?.defaults },
    regime: run.regime,
    regimes: rounded(run.regimes),
    burstShare: round(run.burstShare),
    rates_Hz: rounded(run.rates_Hz),
    bursts: run.bursts.map(({ start_ms, count }) => ({ start_ms: round(start_ms), count })),
    v_mV: Array.from(run.v_mV, round),
    day: day?.result,
    wall_ms: round(performance.now() - started),
  };
}

/** Parameters of the day that a scenario leaves open. */
const DAY: Readonly<Record<Exclude<keyof DayOptions, 'seed'>, readonly [id: string, unit: Parameters<typeof valueIn>[2]]>> = {
  peak_uM: ['habenula.day.peak', 'uM'],
  halfLife_min: ['ketamine.halfLifeMouse', 'min'],
  duration_h: ['habenula.day.duration', 'h'],
  active_min: ['habenula.day.active', 'min'],
  active_nM: ['habenula.day.activeGlutamate', 'nM'],
};

function dayOf(
  given: NonNullable<HabenulaScenario['day']>,
  part: NetworkPart,
  config: Parameters<typeof habenulaDay>[0],
  seed: number,
): { readonly defaults: Record<string, string>; readonly result: unknown } {
  const lookup = parameterLookup(part.parameters);
  const defaults: Record<string, string> = {};
  const value = (key: keyof typeof DAY): number => {
    const set = given[key];
    if (set !== undefined) return set;
    const [id, unit] = DAY[key];
    defaults[`day.${key}`] = id;
    return valueIn(lookup, id, unit);
  };
  const run = habenulaDay(config, {
    seed,
    peak_uM: value('peak_uM'),
    halfLife_min: value('halfLife_min'),
    duration_h: value('duration_h'),
    active_min: value('active_min'),
    active_nM: value('active_nM'),
  });
  let step = run.next();
  while (step.done !== true) step = run.next();
  const { burstsReturn_s, drugGone_s, rates_Hz, ...columns } = step.value;
  return {
    defaults,
    result: {
      burstsReturn_s,
      drugGone_s,
      ...Object.fromEntries(Object.entries(columns).map(([key, column]) => [key, Array.from(column, round)])),
      rates_Hz: Object.fromEntries(Object.entries(rates_Hz).map(([id, column]) => [id, Array.from(column, round)])),
    },
  };
}

interface MeanAndError {
  readonly mean: number;
  /** Standard error over seeds; null for one seed. */
  readonly se: number | null;
}

function meanAndError(values: readonly number[]): MeanAndError {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
  return { mean: round(mean), se: n > 1 ? round(Math.sqrt(variance / n)) : null };
}

function spikesOf({ spikeTimes_ms, spikeCells }: Phase): unknown {
  return { times_ms: Array.from(spikeTimes_ms, round), cells: Array.from(spikeCells) };
}

function rounded(values: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, round(value)]));
}

/** Six significant digits. */
function round(value: number): number {
  return Number.isFinite(value) ? Number(value.toPrecision(6)) : value;
}
