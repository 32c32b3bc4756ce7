/**
 * Occupancies under concentrations and voltage that change with time: dp/dt = p Q(t), in steps of adapted length.
 *
 * Where the medium moves, a step is one of RODAS; where it stands still, one of a rational approximation of the exponential function (both
 * in `steps.ts`). The linear systems of both are solved with the sparse factors of `factors.ts`, and since the columns of every stage sum
 * to a fixed number the total occupancy is kept to rounding.
 */
import type { CompiledScheme } from './compile';
import { Medium, type Waveform } from './medium';
import type { Trace, TracePiece } from './protocol';
import { openProbability } from './rates';
import { MovingStep, StillStep } from './steps';

export type { Waveform } from './medium';

/** What is integrated, how long and how exactly. */
export interface IntegrationOptions {
  /** Occupancies at time 0, length n. */
  readonly start: Float64Array;
  readonly duration_ms: number;
  readonly waveform: Waveform;
  /** Times of jumps of the waveform, ms. */
  readonly breaks?: readonly number[];
  /** Local error per step: relative and absolute; 1e-6 and 1e-9 unless given. */
  readonly relativeTolerance?: number;
  readonly absoluteTolerance?: number;
  /** First and longest step, ms. */
  readonly firstStep_ms?: number;
  readonly longestStep_ms?: number;
}

/** A trace with what it cost. */
export interface Integration extends Trace {
  readonly steps: number;
  readonly rejected: number;
}

/** Reusable work space of one integrator: build it once per scheme and integrate as often as wanted. */
export class Integrator {
  private readonly scheme: CompiledScheme;
  private readonly medium: Medium;
  private readonly still: StillStep;
  private readonly moving: MovingStep;
  private readonly samples = new SampleList();
  private readonly slope: Float64Array;
  private steps = 0;
  private rejected = 0;

  constructor(scheme: CompiledScheme) {
    this.scheme = scheme;
    this.medium = new Medium(scheme);
    this.still = new StillStep(scheme, this.medium);
    this.moving = new MovingStep(scheme, this.medium);
    this.slope = new Float64Array(scheme.n);
  }

  /**
   * Integrates and returns the trace at the accepted steps. Throws a RangeError for a duration or a tolerance that is not
   * positive, and an Error when the step size collapses (a waveform with an unlisted jump to infinity, say).
   */
  run(options: IntegrationOptions): Integration {
    const { start, duration_ms, breaks = [], relativeTolerance = 1e-6, absoluteTolerance = 1e-9 } = options;
    if (!(duration_ms > 0 && Number.isFinite(duration_ms))) throw new RangeError('The duration must be finite and above 0 ms');
    if (start.length !== this.scheme.n) throw new RangeError(`Start occupancies must have length ${this.scheme.n}`);
    if (!(relativeTolerance > 0 && absoluteTolerance > 0)) throw new RangeError('Tolerances must be above 0');
    const stops = [...new Set([...breaks.filter((t) => t > 0 && t < duration_ms), duration_ms])].sort((a, b) => a - b);
    const p = start.slice();
    this.samples.clear();
    this.steps = 0;
    this.rejected = 0;
    let from = 0;
    for (const to of stops) {
      this.runPiece(p, from, to, options, relativeTolerance, absoluteTolerance);
      from = to;
    }
    const { steps, rejected } = this;
    return { pieces: this.samples.pieces(), duration: duration_ms, first: start.slice(), last: p, steps, rejected };
  }

  /** One smooth stretch; advances `p` in place. */
  private runPiece(p: Float64Array, from: number, to: number, options: IntegrationOptions, rtol: number, atol: number): void {
    const { medium, still, moving, samples, scheme } = this;
    const { longestStep_ms = Infinity } = options;
    samples.begin();
    medium.begin(options.waveform, from, to);
    medium.at(from);
    still.restart();
    samples.add(from, openProbability(scheme, p), medium.openingRate(p));
    let t = from;
    let h = Math.min(options.firstStep_ms ?? this.firstStep(p, rtol), longestStep_ms, to - from);
    while (t < to) {
      if (to - t < h * 1.0001) h = to - t;
      if (!(h > (to - from) * 1e-14)) throw new Error(`The step size collapsed at ${t} ms`);
      medium.at(t);
      const step = still.isStill(t, h) ? still : moving;
      const error = step.attempt(p, t, h, rtol, atol);
      const factor = Math.min(step.longest, Math.max(0.2, 0.9 / Math.sqrt(Math.sqrt(error))));
      if (error <= 1) {
        if (step === still) {
          const middle = still.accept(p, h);
          samples.add(t + h / 2, middle.po, middle.slope);
        } else still.restart();
        p.set(step.result);
        t = h === to - t ? to : t + h;
        this.steps += 1;
        medium.at(t);
        samples.add(t, openProbability(scheme, p), medium.openingRate(p));
        h = Math.min(h * factor, longestStep_ms);
      } else {
        this.rejected += 1;
        h *= Number.isFinite(error) ? factor : 0.1;
      }
    }
  }

  /** A first step (ms) from how fast the occupancies move at the start; too long a one is rejected, too short a one grows. */
  private firstStep(p: Float64Array, rtol: number): number {
    this.medium.derivative(p, this.slope);
    let fastest = 0;
    for (let s = 0; s < p.length; s++) fastest = Math.max(fastest, Math.abs(this.slope[s] as number));
    return fastest > 0 ? (0.3 * rtol ** 0.2) / fastest : Infinity;
  }
}

/** Integrates once. See `Integrator.run`. */
export function integrate(scheme: CompiledScheme, options: IntegrationOptions): Integration {
  return new Integrator(scheme).run(options);
}

/** Samples of time, Po and slope of a whole run; keeps its memory from one run to the next. */
class SampleList {
  private length = 0;
  private memory = new Float64Array(3 * 64);
  /** Numbers of the first samples of the stretches. */
  private readonly starts: number[] = [];

  clear(): void {
    this.length = 0;
    this.starts.length = 0;
  }

  /** Begins a stretch. */
  begin(): void {
    this.starts.push(this.length);
  }

  add(time: number, po: number, slope: number): void {
    const at = 3 * this.length;
    if (at === this.memory.length) {
      const longer = new Float64Array(2 * at);
      longer.set(this.memory);
      this.memory = longer;
    }
    this.memory[at] = time;
    this.memory[at + 1] = po;
    this.memory[at + 2] = slope;
    this.length += 1;
  }

  /** The stretches, in one piece of memory: to make many small arrays would take as long as a few steps. */
  pieces(): TracePiece[] {
    const { length, memory, starts } = this;
    const columns = new Float64Array(3 * length);
    for (let k = 0; k < length; k++) {
      columns[k] = memory[3 * k] as number;
      columns[length + k] = memory[3 * k + 1] as number;
      columns[2 * length + k] = memory[3 * k + 2] as number;
    }
    return starts.map((from, i) => {
      const to = starts[i + 1] ?? length;
      const part = (column: number): Float64Array => columns.subarray(column * length + from, column * length + to);
      return { time: part(0), po: part(1), slope: part(2) };
    });
  }
}
