/** Means, standard errors and measures of traces over trials. */
import type { Trace } from './record';
import { finished } from './slices';

/** Mean and spread of a number over trials. */
export interface Estimate {
  readonly mean: number;
  /** Standard deviation between trials and its ratio to the mean. */
  readonly sd: number;
  readonly cv: number;
  /** Standard error of the mean. */
  readonly se: number;
  readonly n: number;
}

/** Mean, spread and standard error of numbers; NaN entries (a measure that a trial does not have) are left out. */
export function estimate(values: readonly number[]): Estimate {
  const valid = values.filter((value) => !Number.isNaN(value));
  const n = valid.length;
  const mean = valid.reduce((sum, value) => sum + value, 0) / n;
  const variance = valid.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
  const sd = n > 1 ? Math.sqrt(variance) : NaN;
  return { mean, sd, cv: sd / Math.abs(mean), se: sd / Math.sqrt(n), n };
}

/** A measure of a mean trace with its standard error. */
export interface MeanMeasure {
  readonly value: number;
  readonly se: number;
}

/** Blocks of trials for the jackknife of measures of the mean trace. */
const BLOCKS = 20;

/** Samples that are added in one step. */
const CHUNK = 4096;

/** Running mean and variance of traces (Welford 1962, doi 10.1080/00401706.1962.10490022), with block sums. */
export class TraceStatistics {
  count = 0;
  private time: Float64Array | null = null;
  private readonly means = new Map<string, Float64Array>();
  private readonly squares = new Map<string, Float64Array>();
  private readonly blocks = Array.from({ length: BLOCKS }, () => ({ count: 0, sums: new Map<string, Float64Array>() }));

  /** `jackknifed` names the columns that `measureMean` will be asked about, all unless given; the others need less memory. */
  constructor(private readonly jackknifed?: ReadonlySet<string>) {}

  /** Adds a trial. The order of trials decides the last bits, so add them in order. */
  add(trace: Trace): void {
    finished(this.addInSteps(trace));
  }

  /** The same in steps, some thousand samples each. No other method may be called before the last step. */
  *addInSteps(trace: Trace): Generator<void, void> {
    this.time ??= trace.time_ms.slice();
    const block = this.blocks[this.count % BLOCKS];
    this.count += 1;
    if (block !== undefined) block.count += 1;
    for (const [id, column] of Object.entries(trace.columns)) {
      const { length } = column;
      const mean = columnOf(this.means, id, length);
      const square = columnOf(this.squares, id, length);
      const sum = block === undefined || !this.isJackknifed(id) ? null : columnOf(block.sums, id, length);
      for (let from = 0; from < length; from += CHUNK) {
        const to = Math.min(length, from + CHUNK);
        addMoments(mean, square, column, this.count, from, to);
        if (sum !== null) addSum(sum, column, from, to);
        yield;
      }
    }
  }

  /** Mean over trials. */
  mean(): Trace {
    return { time_ms: this.time ?? new Float64Array(0), columns: Object.fromEntries(this.means) };
  }

  /** Standard error of the mean at each sample; NaN with a single trial. */
  standardError(): Trace {
    return finished(this.standardErrorInSteps());
  }

  /** The same in steps, a column each. */
  *standardErrorInSteps(): Generator<void, Trace> {
    const scale = 1 / ((this.count - 1) * this.count);
    const columns: Record<string, Float64Array> = {};
    for (const [id, square] of this.squares) {
      columns[id] = square.map((value) => Math.sqrt(value * scale));
      yield;
    }
    return { time_ms: this.time ?? new Float64Array(0), columns };
  }

  /**
   * Measures of the mean trace with their standard errors by the delete-one-block jackknife (Efron & Stein 1981,
   * doi 10.1214/aos/1176345462). NaN errors with fewer than two blocks. Throws a RangeError for a column that the traces do not have,
   * or that was not named to the constructor.
   */
  measureMean(measures: Readonly<Record<string, (trace: Trace) => number>>): Record<string, MeanMeasure> {
    return finished(this.measureMeanInSteps(measures));
  }

  /** The same in steps, a measure of a block each, for a page that must stay free. */
  *measureMeanInSteps(measures: Readonly<Record<string, (trace: Trace) => number>>): Generator<void, Record<string, MeanMeasure>> {
    const asked = Object.entries(measures).map(([name, measure]) => ({ name, measure, values: [] as number[] }));
    for (const block of this.blocks) {
      if (block.count === 0 || block.count >= this.count) continue;
      const trace = this.withoutBlock(block);
      for (const { measure, values } of asked) {
        values.push(measure(trace));
        yield;
      }
    }
    const whole = this.mean();
    const found: Record<string, MeanMeasure> = {};
    for (const { name, measure, values } of asked) {
      const centre = values.reduce((sum, value) => sum + value, 0) / values.length;
      const spread = values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
      const se = values.length < 2 ? NaN : Math.sqrt(((values.length - 1) / values.length) * spread);
      found[name] = { value: measure(whole), se };
      yield;
    }
    return found;
  }

  private isJackknifed(id: string): boolean {
    return this.jackknifed?.has(id) ?? true;
  }

  /** The mean without a block of trials; a column is worked out when a measure asks for it. */
  private withoutBlock(block: { readonly count: number; readonly sums: ReadonlyMap<string, Float64Array> }): Trace {
    const left = this.count - block.count;
    const columns: Record<string, Float64Array> = {};
    for (const [id, mean] of this.means) {
      if (!this.isJackknifed(id)) continue;
      let made: Float64Array | undefined;
      const sum = block.sums.get(id);
      const get = (): Float64Array => (made ??= mean.map((value, k) => (value * this.count - (sum?.[k] ?? 0)) / left));
      Object.defineProperty(columns, id, { enumerable: true, get });
    }
    return { time_ms: this.time ?? new Float64Array(0), columns };
  }
}

function addMoments(mean: Float64Array, square: Float64Array, column: Float64Array, count: number, from: number, to: number): void {
  for (let k = from; k < to; k++) {
    const value = column[k] as number;
    const delta = value - (mean[k] as number);
    mean[k] = (mean[k] as number) + delta / count;
    square[k] = (square[k] as number) + delta * (value - (mean[k] as number));
  }
}

function addSum(sum: Float64Array, column: Float64Array, from: number, to: number): void {
  for (let k = from; k < to; k++) sum[k] = (sum[k] as number) + (column[k] as number);
}

function columnOf(map: Map<string, Float64Array>, id: string, length: number): Float64Array {
  const found = map.get(id) ?? new Float64Array(length);
  map.set(id, found);
  return found;
}

/** Peak of a column in the direction of its largest deflection from the first sample. */
export interface Peak {
  readonly value: number;
  readonly index: number;
  readonly time_ms: number;
}

/** The peak of a column. Throws a RangeError for one that the trace does not have. */
export function peakOf(trace: Trace, id: string): Peak {
  const column = columnIn(trace, id);
  const base = column[0] ?? 0;
  let index = 0;
  for (let k = 0; k < column.length; k++)
    if (Math.abs((column[k] as number) - base) > Math.abs((column[index] as number) - base)) index = k;
  return { value: column[index] ?? NaN, index, time_ms: trace.time_ms[index] ?? NaN };
}

/** Time from 10 % to 90 % of the peak deflection, ms, with linear interpolation; NaN when there is none. */
export function rise1090(trace: Trace, id: string): number {
  const peak = peakOf(trace, id);
  const column = columnIn(trace, id);
  const base = column[0] ?? 0;
  const size = peak.value - base;
  if (size === 0) return NaN;
  const crossing = (level: number): number => {
    for (let k = 1; k <= peak.index; k++) {
      const before = ((column[k - 1] as number) - base) / size;
      const after = ((column[k] as number) - base) / size;
      if (before < level && after >= level) return between(trace, k, (level - before) / (after - before));
    }
    return NaN;
  };
  return crossing(0.9) - crossing(0.1);
}

/** Time from the peak to the first sample at or below 1/e of the peak deflection, ms, interpolated; NaN when never. */
export function decayTo1e(trace: Trace, id: string): number {
  const peak = peakOf(trace, id);
  const column = columnIn(trace, id);
  const base = column[0] ?? 0;
  const size = peak.value - base;
  const level = Math.exp(-1);
  for (let k = peak.index + 1; k < column.length; k++) {
    const before = ((column[k - 1] as number) - base) / size;
    const after = ((column[k] as number) - base) / size;
    if (after <= level) return between(trace, k, (before - level) / (before - after)) - peak.time_ms;
  }
  return NaN;
}

/** Integral of the deflection from the first sample over time (unit of the column times ms). */
export function area(trace: Trace, id: string): number {
  const column = columnIn(trace, id);
  const base = column[0] ?? 0;
  let sum = 0;
  for (let k = 1; k < column.length; k++) {
    const width = (trace.time_ms[k] as number) - (trace.time_ms[k - 1] as number);
    sum += width * (((column[k] as number) + (column[k - 1] as number)) / 2 - base);
  }
  return sum;
}

function between(trace: Trace, k: number, share: number): number {
  const low = trace.time_ms[k - 1] as number;
  return low + share * ((trace.time_ms[k] as number) - low);
}

/** A column by id. Throws a RangeError for one that the trace does not have. */
export function columnIn(trace: Trace, id: string): Float64Array {
  const column = trace.columns[id];
  if (column === undefined) throw new RangeError(`The trace has no column "${id}"`);
  return column;
}
