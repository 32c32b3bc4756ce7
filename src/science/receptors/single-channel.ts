/**
 * One channel on its own, as a patch electrode would record it: exact waiting times, no noise, no filter.
 *
 * The channel remembers its recent jumps, so that a view may look at any of them again, run ahead to the next opening, or change
 * the medium in the middle. A Markov chain has no memory of its own: starting again from the present state with new waiting times
 * is exact.
 */
import { createRng, type Rng } from '../random';
import type { CompiledScheme } from './compile';
import { ReceptorPopulation } from './population';
import type { Conditions } from './rates';

/** The medium, the seed and how much a channel remembers. */
export interface ChannelOptions {
  readonly conditions: Conditions;
  readonly seed: number;
  /** Occupancies from which the first state is drawn, length n; the scheme's initial ones unless given. */
  readonly start?: Float64Array;
  /** Jumps that are remembered at least; older ones are forgotten in time. */
  readonly memory?: number;
  /** Time at which the clock of the channel starts, ms; 0 unless given. */
  readonly begin_ms?: number;
}

/** A stay in one state, ms since the start. */
export interface Stay {
  readonly state: number;
  readonly from_ms: number;
  readonly to_ms: number;
}

/** Told of every jump: when (ms since the start) and into which state. */
export type JumpListener = (time_ms: number, state: number) => void;

const MEMORY = 65_536;
/** Jumps simulated at a time in a search, so that a channel that hardly moves does not take a step for ever. */
const SEARCH_STEP_MS = 20;

/** Times of jumps are kept to 1 ns: a channel that runs in other steps adds up with other rounding, and remembers the same times. */
const GRAINS_PER_MS = 1e6;

/** One channel that runs on and can be looked at backwards as far as it remembers. */
export class SingleChannel {
  readonly scheme: CompiledScheme;
  private rng: Rng;
  private readonly memory: number;
  private receptor: ReceptorPopulation;
  private clock = 0;
  /** Begin (ms) and state of each remembered stay, oldest first; the last one is still going on. */
  private begins: number[];
  private visited: number[];

  constructor(scheme: CompiledScheme, options: ChannelOptions) {
    this.scheme = scheme;
    this.memory = options.memory ?? MEMORY;
    this.rng = createRng(options.seed);
    const { conditions, start, begin_ms = 0 } = options;
    this.clock = begin_ms;
    this.begins = [begin_ms];
    this.receptor = new ReceptorPopulation(scheme, 1, this.rng, { conditions, ...(start === undefined ? {} : { start }) });
    this.visited = [this.state];
  }

  /** Time up to which the channel has been simulated, ms. */
  get now_ms(): number {
    return this.clock;
  }

  /** Index of the state at `now_ms`. */
  get state(): number {
    return this.receptor.states[0] ?? 0;
  }

  /** From when on jumps are remembered, ms. */
  get remembers_ms(): number {
    return this.begins[0] ?? 0;
  }

  /** Runs on for `ms` and tells of every jump. Throws a RangeError for a time that is negative or not finite. */
  advance(ms: number, listener?: JumpListener): void {
    if (!(ms >= 0 && Number.isFinite(ms))) throw new RangeError(`A channel runs for at least 0 ms, not ${ms}`);
    const { receptor, scheme } = this;
    receptor.step(ms);
    for (let k = 0; k < receptor.eventCount; k++) {
      const time = Math.round((this.clock + (receptor.eventTime[k] as number)) * GRAINS_PER_MS) / GRAINS_PER_MS;
      const state = scheme.to[receptor.eventTransition[k] as number] as number;
      this.begins.push(time);
      this.visited.push(state);
      listener?.(time, state);
    }
    this.clock += ms;
    if (this.begins.length > 2 * this.memory) {
      this.begins = this.begins.slice(-this.memory);
      this.visited = this.visited.slice(-this.memory);
    }
  }

  /**
   * Changes the medium at `at_ms`, by default now: what had been simulated beyond is dropped, the state of that time stays. With a seed
   * what follows is drawn from it alone: it is what a channel does that begins with it then, in that state and medium.
   */
  setConditions(conditions: Conditions, at_ms: number = this.clock, seed?: number): void {
    const at = Math.min(at_ms, this.clock);
    const index = this.indexAt(at);
    const start = new Float64Array(this.scheme.n);
    start[this.visited[index] as number] = 1;
    if (seed !== undefined) this.rng = createRng(seed);
    this.receptor = new ReceptorPopulation(this.scheme, 1, this.rng, { conditions, start });
    this.begins.length = index + 1;
    this.visited.length = index + 1;
    this.clock = Math.max(at, this.remembers_ms);
  }

  /**
   * When the channel next enters a state that `wanted` accepts, after `from_ms`; it is simulated on for at most `limit_ms` to
   * find out. Null when it does not by then.
   */
  nextEntry(wanted: (state: number) => boolean, from_ms: number, limit_ms: number, listener?: JumpListener): number | null {
    let index = this.indexAt(from_ms) + 1;
    const end = this.clock + limit_ms;
    for (;;) {
      for (; index < this.begins.length; index++) {
        const time = this.begins[index] as number;
        if (time > from_ms && wanted(this.visited[index] as number)) return time;
      }
      if (this.clock >= end) return null;
      const before = this.begins.length;
      this.advance(Math.min(SEARCH_STEP_MS, end - this.clock), listener);
      index = Math.min(index, before, this.begins.length);
    }
  }

  /** When the channel last entered a state that `wanted` accepts, before `from_ms`; null when none is remembered. */
  lastEntry(wanted: (state: number) => boolean, from_ms: number): number | null {
    for (let index = this.indexAt(from_ms); index > 0; index--) {
      const time = this.begins[index] as number;
      if (time < from_ms && wanted(this.visited[index] as number)) return time;
    }
    return null;
  }

  /** The remembered stays that overlap a window, oldest first, cut to it and to the time simulated. */
  stays(from_ms: number, to_ms: number): readonly Stay[] {
    const found: Stay[] = [];
    for (let k = this.indexAt(from_ms); k < this.begins.length; k++) {
      const begin = this.begins[k] as number;
      if (begin >= to_ms) break;
      const end = Math.min(this.begins[k + 1] ?? this.clock, to_ms);
      const from = Math.max(begin, from_ms);
      if (end > from) found.push({ state: this.visited[k] as number, from_ms: from, to_ms: end });
    }
    return found;
  }

  /** The state at a remembered time. */
  stateAt(time_ms: number): number {
    return this.visited[this.indexAt(time_ms)] as number;
  }

  /** When the stay that covers a remembered time began, ms. */
  sinceAt(time_ms: number): number {
    return this.begins[this.indexAt(time_ms)] as number;
  }

  private indexAt(time_ms: number): number {
    let low = 0;
    let high = this.begins.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.begins[middle] as number) <= time_ms) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** Current through one open channel in pA: conductance in pS times driving force in mV. Inward current is negative. */
export function openCurrent_pA(conductance_pS: number, v_mV: number, reversal_mV: number): number {
  return (conductance_pS * (v_mV - reversal_mV)) / 1000;
}
