/** Many trials with and without the drug: mean traces with their spread, and what ketamine changes in Ca2+ entry. */
import type { SynapseConfig } from '../../science/synapse/config';
import type { Trace } from '../../science/synapse/record';
import { area } from '../../science/synapse/statistics';
import { AMPA, NMDA } from './bench-run';

/** Mean of some trials, pA. */
export interface MeanCurrents {
  readonly time_ms: Float64Array;
  readonly total: Float64Array;
  readonly ampa: Float64Array;
  readonly nmda: Float64Array;
  readonly trials: number;
}

/** Standard error of a mean current at each sample, pA. */
export type Band = Float64Array;

/** A number over trials with its standard error and the standard deviation of single trials; NaN with fewer than two. */
export interface Spread {
  readonly value: number;
  readonly se: number;
  readonly sd: number;
  readonly trials: number;
}

/** Mean currents of trials of one configuration; null when there are none. */
export function meanCurrents(trials: readonly Trace[]): MeanCurrents | null {
  const [first] = trials;
  if (first === undefined) return null;
  const mean = (id: string): Float64Array => {
    const sum = new Float64Array(first.time_ms.length);
    for (const { columns } of trials) columns[id]?.forEach((value, k) => (sum[k] = (sum[k] ?? 0) + value / trials.length));
    return sum;
  };
  return { time_ms: first.time_ms, total: mean('i_total'), ampa: mean(`i_${AMPA}`), nmda: mean(`i_${NMDA}`), trials: trials.length };
}

/** After this long the tail of a current is shown averaged, ms after the last spike before it; and over how long, ms. */
export const QUIET = { after: 10, over: 2 } as const;

/** One column as it is within 10 ms of a spike, and as a running mean over 2 ms in the tails. */
function quiet(column: Float64Array, time_ms: Float64Array, spikes_ms: readonly number[]): Float64Array {
  const step = (time_ms[1] ?? 1) - (time_ms[0] ?? 0);
  const reach = Math.round(QUIET.over / 2 / step);
  return column.map((value, k) => {
    const t = time_ms[k] ?? 0;
    const since = t - (spikes_ms.findLast((spike) => spike <= t) ?? 0);
    const next = (spikes_ms.find((spike) => spike > t) ?? Number.POSITIVE_INFINITY) - t;
    const half = since < QUIET.after || next < QUIET.over ? 0 : Math.min(reach, k, column.length - 1 - k);
    if (half === 0) return value;
    let sum = 0;
    for (let i = k - half; i <= k + half; i++) sum += column[i] ?? 0;
    return sum / (2 * half + 1);
  });
}

/**
 * Mean currents for drawing: as they are within 10 ms of a spike, where they change quickly, and as running means over 2 ms in the tails,
 * where single channels would otherwise fill the line. The mean of every stretch stays what it was.
 */
export function quieted(mean: MeanCurrents, spikes_ms: readonly number[]): MeanCurrents {
  const of = (column: Float64Array): Float64Array => quiet(column, mean.time_ms, spikes_ms);
  return { ...mean, total: of(mean.total), ampa: of(mean.ampa), nmda: of(mean.nmda) };
}

/**
 * Standard error of the drawn mean of the total current, pA: of each sample over the trials, every trial averaged over time as the mean
 * is. NaN everywhere with fewer than two trials.
 */
export function bandOf(trials: readonly Trace[], spikes_ms: readonly number[]): Band {
  const drawn = trials.map(({ time_ms, columns }) => quiet(columns['i_total'] ?? new Float64Array(time_ms.length), time_ms, spikes_ms));
  const samples = trials[0]?.time_ms.length ?? 0;
  return Float64Array.from({ length: samples }, (_, k) => spreadOf(drawn.map((column) => column[k] ?? 0)).se);
}

/** Ca2+ that entered through NMDA receptors in one trial, fC: the Ca2+ share of their inward current, over time (pA ms = fC). */
export function calciumEntry(config: SynapseConfig, trace: Trace): number {
  const share = config.receptors.find((group) => group.id === NMDA)?.calciumFraction ?? 0;
  const inward = (trace.columns[`i_${NMDA}`] ?? new Float64Array(0)).map((current) => Math.max(0, -current));
  return share * area({ time_ms: trace.time_ms, columns: { inward } }, 'inward');
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Mean and standard error of one number a trial. */
export function spreadOf(values: readonly number[]): Spread {
  const value = meanOf(values);
  const n = values.length;
  const variance = values.reduce((sum, each) => sum + (each - value) ** 2, 0) / (n - 1);
  return { value, se: n < 2 ? Number.NaN : Math.sqrt(variance / n), sd: n < 2 ? Number.NaN : Math.sqrt(variance), trials: n };
}

/**
 * Change of a mean in per cent, from pairs of trials that share their random numbers' seed: ratio of the means minus one, with the
 * delete-one jackknife's standard error (Efron & Stein 1981, doi 10.1214/aos/1176345462). NaN when the mean before is 0.
 */
export function percentChange(pairs: readonly { readonly before: number; readonly now: number }[]): Omit<Spread, 'sd'> {
  const change = (some: readonly { readonly before: number; readonly now: number }[]): number => {
    const before = meanOf(some.map((pair) => pair.before));
    return before === 0 ? Number.NaN : 100 * (meanOf(some.map((pair) => pair.now)) / before - 1);
  };
  const n = pairs.length;
  const without = pairs.map((_, i) => change(pairs.filter((__, k) => k !== i)));
  const centre = meanOf(without);
  const variance = ((n - 1) / n) * without.reduce((sum, value) => sum + (value - centre) ** 2, 0);
  return { value: change(pairs), se: n < 2 ? Number.NaN : Math.sqrt(variance), trials: n };
}
