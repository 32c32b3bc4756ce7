/**
 * What a single-channel recording is summarised by: open probability, open and shut times with their histograms, bursts. Fed with
 * jumps one at a time, in bounded memory. The first stay has an unknown beginning and the last one an unknown end, so neither
 * enters the dwell times.
 */
import { binOf, type Ladder } from './dwell-times';

/** A number estimated from a recording, with its standard error where there is enough to tell. */
export interface Estimate {
  readonly value: number;
  readonly standardError: number | null;
  /** How many dwells or bursts it rests on. */
  readonly count: number;
}

/** Open probability, dwell times (ms) and bursts of a recording. */
export interface DwellSummary {
  /** Time recorded, ms. */
  readonly recorded_ms: number;
  /** Complete openings and complete shut times. */
  readonly openings: number;
  readonly shuttings: number;
  /** Null before the first complete dwell or burst. */
  readonly openProbability: Estimate | null;
  readonly meanOpen_ms: Estimate | null;
  readonly meanShut_ms: Estimate | null;
  readonly openingsPerBurst: Estimate | null;
  readonly meanBurst_ms: Estimate | null;
}

/** Running count, mean and sum of squared deviations (Welford 1962, doi 10.1080/00401706.1962.10490022). */
class Moments {
  count = 0;
  mean = 0;
  private squares = 0;

  add(value: number): void {
    this.count += 1;
    const delta = value - this.mean;
    this.mean += delta / this.count;
    this.squares += delta * (value - this.mean);
  }

  estimate(): Estimate | null {
    if (this.count === 0) return null;
    const error = this.count > 1 ? Math.sqrt(this.squares / (this.count - 1) / this.count) : null;
    return { value: this.mean, standardError: error, count: this.count };
  }
}

/** Gathers the dwells of one channel, jump by jump; memory does not grow with the length of the recording. */
export class DwellStatistics {
  /** Complete dwells in each bin of the ladder, and those outside of it. */
  readonly openBins: Int32Array;
  readonly shutBins: Int32Array;
  outside = 0;
  private readonly steps: Ladder;
  private readonly conducting: Uint8Array;
  private readonly gap_ms: number | null;
  private readonly open = new Moments();
  private readonly shut = new Moments();
  private readonly perBurst = new Moments();
  private readonly burst = new Moments();
  private readonly begin_ms: number;
  private isOpen: boolean;
  private since_ms: number;
  private complete = false;
  private lastOpen: number | null = null;
  /** Sums over complete cycles of an opening and the shut time after it, for the error of the open probability. */
  private cycles = { count: 0, open: 0, length: 0, openOpen: 0, openLength: 0, lengthLength: 0 };
  private burstStart: number | null = null;
  private burstCount = 0;
  private openTotal = 0;

  /** Starts at `time_ms` in a state. `gap_ms`: shut times longer than this end a burst; null leaves bursts out. */
  constructor(conducting: Uint8Array, steps: Ladder, gap_ms: number | null, time_ms: number, state: number) {
    this.conducting = conducting;
    this.steps = steps;
    this.gap_ms = gap_ms;
    this.openBins = new Int32Array(steps.edges_ms.length - 1);
    this.shutBins = new Int32Array(steps.edges_ms.length - 1);
    this.begin_ms = time_ms;
    this.since_ms = time_ms;
    this.isOpen = conducting[state] === 1;
  }

  /** The channel enters `state` at `time_ms`. Times must not go back. */
  jump(time_ms: number, state: number): void {
    const open = this.conducting[state] === 1;
    if (open === this.isOpen) return;
    const dwell = time_ms - this.since_ms;
    if (this.isOpen) {
      this.openTotal += dwell;
      if (this.complete) this.addOpening(dwell);
    } else if (this.complete) this.addShut(dwell, time_ms);
    this.complete = true;
    this.isOpen = open;
    this.since_ms = time_ms;
  }

  private addOpening(dwell: number): void {
    this.open.add(dwell);
    this.count(this.openBins, dwell);
    this.lastOpen = dwell;
    if (this.burstStart !== null) this.burstCount += 1;
  }

  private addShut(dwell: number, end_ms: number): void {
    this.shut.add(dwell);
    this.count(this.shutBins, dwell);
    if (this.lastOpen !== null) {
      const length = this.lastOpen + dwell;
      const c = this.cycles;
      c.count += 1;
      c.open += this.lastOpen;
      c.length += length;
      c.openOpen += this.lastOpen * this.lastOpen;
      c.openLength += this.lastOpen * length;
      c.lengthLength += length * length;
    }
    if (this.gap_ms === null || dwell <= this.gap_ms) return;
    if (this.burstStart !== null && this.burstCount > 0) {
      this.perBurst.add(this.burstCount);
      this.burst.add(end_ms - dwell - this.burstStart);
    }
    // A burst counts from its first opening: the next one begins where this long gap ends.
    this.burstStart = end_ms;
    this.burstCount = 0;
  }

  private count(bins: Int32Array, dwell: number): void {
    const bin = binOf(this.steps, dwell);
    if (bin < 0 || bin >= bins.length) this.outside += 1;
    else bins[bin] = (bins[bin] as number) + 1;
  }

  /** The summary of what was recorded up to `now_ms`. */
  summary(now_ms: number): DwellSummary {
    const recorded = now_ms - this.begin_ms;
    return {
      recorded_ms: recorded,
      openings: this.open.count,
      shuttings: this.shut.count,
      openProbability: this.estimateOpen(recorded, now_ms),
      meanOpen_ms: this.open.estimate(),
      meanShut_ms: this.shut.estimate(),
      openingsPerBurst: this.perBurst.estimate(),
      meanBurst_ms: this.burst.estimate(),
    };
  }

  /** Share of time open; its error from the scatter of whole cycles (ratio estimator, Cochran 1977, Sampling Techniques, ch. 6). */
  private estimateOpen(recorded: number, now_ms: number): Estimate | null {
    if (!(recorded > 0)) return null;
    const value = (this.openTotal + (this.isOpen ? now_ms - this.since_ms : 0)) / recorded;
    const { count, open, length, openOpen, openLength, lengthLength } = this.cycles;
    if (count < 2) return { value, standardError: null, count };
    const share = open / length;
    const residual = Math.max(0, openOpen - 2 * share * openLength + share * share * lengthLength);
    return { value, standardError: (Math.sqrt(residual / (count - 1) / count) * count) / length, count };
  }
}
