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

const NOTHING = new Float64Array(0);

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
    // Plain loops here and below: all trials of both arms are gone through in one task of the page.
    for (const { columns } of trials) {
      const column = columns[id] ?? NOTHING;
      for (let k = 0; k < column.length; k++) sum[k] = (sum[k] ?? 0) + (column[k] ?? 0) / trials.length;
    }
    return sum;
  };
  return { time_ms: first.time_ms, total: mean('i_total'), ampa: mean(`i_${AMPA}`), nmda: mean(`i_${NMDA}`), trials: trials.length };
}

/** After this long the tail of a current is shown averaged, ms after the last spike before it; and over how long, ms. */
export const QUIET = { after: 10, over: 2 } as const;

/** Samples on either side over which each sample is averaged for drawing: none within 10 ms of a spike, 2 ms in all in the tails. */
function windowsOf(time_ms: Float64Array, spikes_ms: readonly number[]): Int32Array {
  const step = (time_ms[1] ?? 1) - (time_ms[0] ?? 0);
  const reach = Math.round(QUIET.over / 2 / step);
  let spike = -1;
  return Int32Array.from(time_ms, (t, k) => {
    while ((spikes_ms[spike + 1] ?? Number.POSITIVE_INFINITY) <= t) spike += 1;
    const since = t - (spikes_ms[spike] ?? 0);
    const next = (spikes_ms[spike + 1] ?? Number.POSITIVE_INFINITY) - t;
    return since < QUIET.after || next < QUIET.over ? 0 : Math.min(reach, k, time_ms.length - 1 - k);
  });
}

/** A column averaged over its windows. */
function quiet(column: Float64Array, windows: Int32Array): Float64Array {
  const drawn = column.slice();
  for (let k = 0; k < drawn.length; k++) {
    const half = windows[k] ?? 0;
    if (half === 0) continue;
    let sum = 0;
    for (let i = k - half; i <= k + half; i++) sum += column[i] ?? 0;
    drawn[k] = sum / (2 * half + 1);
  }
  return drawn;
}

/**
 * Mean currents for drawing: as they are within 10 ms of a spike, where they change quickly, and as running means over 2 ms in the tails,
 * where single channels would otherwise fill the line. The mean of every stretch stays what it was.
 */
export function quieted(mean: MeanCurrents, spikes_ms: readonly number[]): MeanCurrents {
  const windows = windowsOf(mean.time_ms, spikes_ms);
  const of = (column: Float64Array): Float64Array => quiet(column, windows);
  return { ...mean, total: of(mean.total), ampa: of(mean.ampa), nmda: of(mean.nmda) };
}

/**
 * Standard error of the drawn mean of the total current, pA: of each sample over the trials, every trial averaged over time as the mean
 * is. NaN everywhere with fewer than two trials.
 */
export function bandOf(trials: readonly Trace[], spikes_ms: readonly number[]): Band {
  const time_ms = trials[0]?.time_ms ?? NOTHING;
  const windows = windowsOf(time_ms, spikes_ms);
  const mean = new Float64Array(time_ms.length);
  const squares = new Float64Array(time_ms.length);
  trials.forEach(({ columns }, i) => {
    const drawn = quiet(columns['i_total'] ?? new Float64Array(time_ms.length), windows);
    // Running mean and variance (Welford 1962, doi 10.1080/00401706.1962.10490022).
    for (let k = 0; k < drawn.length; k++) {
      const value = drawn[k] ?? 0;
      const before = mean[k] ?? 0;
      const after = before + (value - before) / (i + 1);
      mean[k] = after;
      squares[k] = (squares[k] ?? 0) + (value - before) * (value - after);
    }
  });
  const n = trials.length;
  return squares.map((sum) => (n < 2 ? Number.NaN : Math.sqrt(sum / (n - 1) / n)));
}

/** Ca2+ that entered through NMDA receptors in one trial, fC: the Ca2+ share of their inward current, over time (pA ms = fC). */
export function calciumEntry(config: SynapseConfig, trace: Trace): number {
  const share = config.receptors.find((group) => group.id === NMDA)?.calciumFraction ?? 0;
  const inward = (trace.columns[`i_${NMDA}`] ?? NOTHING).map((current) => Math.max(0, -current));
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
