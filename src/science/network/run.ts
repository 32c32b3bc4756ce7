/** One comparison: the circuit before ketamine, while it enters, and with it. */
import type { NetworkConfig } from './config';
import { NetworkEngine } from './engine';
import { bandPower, type Spectrum, welch } from './spectrum';

export interface CompareOptions {
  readonly seed: number;
  /** Free ketamine in uM from the end of `before_ms`. */
  readonly ketamine_uM: number;
  /** Left out of everything, so that the start is forgotten. */
  readonly settle_ms: number;
  readonly before_ms: number;
  /** Time on the network's clock during which ketamine enters; on the drug's clock it is longer by `config.drugClock`. */
  readonly onset_ms: number;
  readonly with_ms: number;
}

/** What was recorded over one stretch. Arrays over populations are in the order of `Comparison.populations`. */
export interface Phase {
  readonly duration_ms: number;
  /** Mean rate of each population, and the standard deviation over its cells. */
  readonly rates_Hz: Readonly<Record<string, number>>;
  readonly rateSd_Hz: Readonly<Record<string, number>>;
  /** Share of cells of each population without a spike. */
  readonly silent: Readonly<Record<string, number>>;
  /** Every spike: time from the start of the phase in ms, and the cell's number, population after population. */
  readonly spikeTimes_ms: Float32Array;
  readonly spikeCells: Uint16Array;
  /** Field potential proxy at 1 kHz, in nA. */
  readonly field_nA: Float32Array;
  /** Its power density in nA^2/Hz. */
  readonly spectrum: Spectrum;
  /** Power from 30 to 80 Hz, in nA^2, and its share of the power from 2 to 200 Hz. */
  readonly gamma: number;
  readonly gammaShare: number;
  /** Population rates in bins. */
  readonly binned: { readonly bin_ms: number; readonly rates_Hz: Readonly<Record<string, Float32Array>> };
}

/** Block of one pool at the end, as the mean over cells. */
export interface PoolBlock {
  readonly pool: string;
  readonly subunit: string;
  readonly kind: 'synaptic' | 'tonic';
  readonly reached: boolean;
  readonly share: number;
}

export interface Comparison {
  readonly populations: readonly { readonly id: string; readonly count: number; readonly excitatory: boolean }[];
  readonly before: Phase;
  readonly onset: Phase;
  readonly with: Phase;
  readonly block: readonly PoolBlock[];
  /** Time on the drug's clock until the rate of each population has fallen to half of what it was, s; null when it has not. */
  readonly halfTimes_s: Readonly<Record<string, number | null>>;
  /** The populations with the shortest of these times, several when the half seconds cannot tell them apart; none when none fell. */
  readonly firstToFall: readonly string[];
  /** Time with ketamine on the drug's clock at the end, s. */
  readonly drugTime_s: number;
}

export const DEFAULT_OPTIONS: CompareOptions = { seed: 1, ketamine_uM: 1, settle_ms: 500, before_ms: 2000, onset_ms: 4000, with_ms: 2000 };

/** Bounds of the gamma band and of the whole of which its share is given, Hz. */
export const GAMMA_HZ = [30, 80] as const;
const BROAD_HZ = [2, 200] as const;
const FIELD_HZ = 1000;
const WINDOW = 512;
const BIN_MS = 50;
/** Bins over which a rate is averaged when its fall is timed: 500 ms, and two such stretches in a row must be low. */
const FALL_BINS = 10;
/** Slices between two looks at messages. */
const SLICE_MS = 20;

/** Runs a comparison in slices; each `next` gives the share done, and the last the result. */
export function* comparison(config: NetworkConfig, options: CompareOptions): Generator<number, Comparison> {
  const engine = new NetworkEngine(config, options.seed);
  const total = options.settle_ms + options.before_ms + options.onset_ms + options.with_ms;
  const recorder = new PhaseRecorder(engine);
  const pass = function* (duration_ms: number): Generator<number, Phase> {
    const end = engine.time_ms + duration_ms;
    recorder.begin(duration_ms);
    while (engine.time_ms < end - config.dt_ms / 2) {
      recorder.advance(Math.min(end, engine.time_ms + SLICE_MS));
      yield engine.time_ms / total;
    }
    return recorder.end();
  };
  yield* pass(options.settle_ms);
  const before = yield* pass(options.before_ms);
  engine.ketamine_uM = options.ketamine_uM;
  const onset = yield* pass(options.onset_ms);
  const after = yield* pass(options.with_ms);
  const halfTimes_s = Object.fromEntries(
    config.populations.map(({ id }) => [id, halfTime_s(before.rates_Hz[id] ?? 0, [onset, after], id, config.drugClock)]),
  );
  const earliest = Object.values(halfTimes_s).reduce<number>((least, time) => Math.min(least, time ?? Infinity), Infinity);
  return {
    populations: config.populations.map(({ id, count, excitatory }) => ({ id, count, excitatory })),
    before,
    onset,
    with: after,
    block: poolBlocks(engine),
    halfTimes_s,
    firstToFall: Object.entries(halfTimes_s).flatMap(([id, time]) => (time === earliest ? [id] : [])),
    drugTime_s: engine.drugTime_ms / 1000,
  };
}

/** Runs a comparison in one piece. */
export function compare(config: NetworkConfig, options: CompareOptions): Comparison {
  const run = comparison(config, options);
  for (;;) {
    const step = run.next();
    if (step.done === true) return step.value;
  }
}

/** Mean block of every pool over its cells. */
export function poolBlocks(engine: NetworkEngine): PoolBlock[] {
  return engine.populations.flatMap((state) =>
    state.sites.flatMap((site) =>
      site.pools.map(({ pool }, k) => ({
        pool: pool.id,
        subunit: pool.subunit,
        kind: pool.kind,
        reached: pool.reached,
        share: site.blockedOf(k).reduce((sum, b) => sum + b, 0) / state.n,
      })),
    ),
  );
}

/** When a population's rate, averaged over half a second, first stays at or below half of what it was; s of drug time. */
function halfTime_s(before_Hz: number, phases: readonly Phase[], id: string, drugClock: number): number | null {
  if (!(before_Hz > 0)) return null;
  const bins = phases.flatMap(({ binned }) => Array.from(binned.rates_Hz[id] ?? []));
  const mean = (from: number): number => bins.slice(from, from + FALL_BINS).reduce((sum, rate) => sum + rate, 0) / FALL_BINS;
  for (let from = 0; from + 2 * FALL_BINS <= bins.length; from++) {
    if (mean(from) <= before_Hz / 2 && mean(from + FALL_BINS) <= before_Hz / 2) return ((from + FALL_BINS / 2) * BIN_MS * drugClock) / 1000;
  }
  return null;
}

/** Records spikes and the field of an engine, phase by phase. */
class PhaseRecorder {
  private times: number[] = [];
  private cells: number[] = [];
  private field = new Float32Array(0);
  private from_ms = 0;
  private duration_ms = 0;
  private samples = 0;
  /** The last excitatory currents, for the delay of the proxy. */
  private readonly delayed: Float64Array;
  private readonly every: number;
  private steps = 0;

  constructor(private readonly engine: NetworkEngine) {
    const { config } = engine;
    this.every = Math.max(1, Math.round(1000 / FIELD_HZ / config.dt_ms));
    this.delayed = new Float64Array(1 + Math.round((config.fieldDelay_ms * FIELD_HZ) / 1000));
    engine.onSpike = (time, cell) => {
      this.times.push(time - this.from_ms);
      this.cells.push(cell);
    };
  }

  begin(duration_ms: number): void {
    this.times = [];
    this.cells = [];
    this.from_ms = this.engine.time_ms;
    this.duration_ms = duration_ms;
    this.field = new Float32Array(Math.floor((duration_ms * FIELD_HZ) / 1000));
    this.samples = 0;
  }

  advance(until_ms: number): void {
    const { engine, delayed, every } = this;
    const { config } = engine;
    while (engine.time_ms < until_ms - config.dt_ms / 2) {
      engine.step();
      this.steps += 1;
      if (this.steps % every !== 0) continue;
      const { excitatory_pA, inhibitory_pA } = engine.fieldCurrents();
      const slot = (this.steps / every) % delayed.length;
      delayed[slot] = excitatory_pA;
      const old = delayed[(slot + 1) % delayed.length] as number;
      if (this.samples < this.field.length) this.field[this.samples++] = (old + config.fieldInhibition * inhibitory_pA) / 1000;
    }
  }

  end(): Phase {
    const { engine, times, cells, duration_ms, field } = this;
    const { populations } = engine.config;
    const seconds = duration_ms / 1000;
    const bins = Math.max(1, Math.floor(duration_ms / BIN_MS));
    const owner = new Uint16Array(populations.reduce((sum, { count }) => sum + count, 0));
    populations.forEach(({ count }, p) => owner.fill(p, engine.firstCell[p], (engine.firstCell[p] ?? 0) + count));
    const counts = new Float64Array(owner.length);
    const binned = populations.map(() => new Float32Array(bins));
    cells.forEach((cell, k) => {
      counts[cell] = (counts[cell] as number) + 1;
      const p = owner[cell] as number;
      const bin = Math.min(bins - 1, Math.floor((times[k] as number) / BIN_MS));
      const rates = binned[p];
      const count = populations[p]?.count ?? 1;
      if (rates !== undefined) rates[bin] = (rates[bin] as number) + 1000 / BIN_MS / count;
    });
    const over = <T>(value: (rates: Float64Array, p: number) => T): Record<string, T> =>
      Object.fromEntries(
        populations.map(({ id, count }, p) => {
          const first = engine.firstCell[p] ?? 0;
          return [
            id,
            value(
              counts.slice(first, first + count).map((spikes) => spikes / seconds),
              p,
            ),
          ];
        }),
      );
    const mean = (rates: Float64Array): number => rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
    const spectrum = welch(field, FIELD_HZ, WINDOW);
    const gamma = bandPower(spectrum, ...GAMMA_HZ);
    return {
      duration_ms,
      rates_Hz: over(mean),
      rateSd_Hz: over((rates) => {
        const centre = mean(rates);
        return Math.sqrt(rates.reduce((sum, rate) => sum + (rate - centre) ** 2, 0) / Math.max(1, rates.length - 1));
      }),
      silent: over((rates) => rates.filter((rate) => rate === 0).length / rates.length),
      spikeTimes_ms: Float32Array.from(times),
      spikeCells: Uint16Array.from(cells),
      field_nA: field,
      spectrum,
      gamma,
      gammaShare: gamma / bandPower(spectrum, ...BROAD_HZ),
      binned: { bin_ms: BIN_MS, rates_Hz: Object.fromEntries(populations.map(({ id }, p) => [id, binned[p] ?? new Float32Array(bins)])) },
    };
  }
}
