/**
 * Occupancies under concentrations and voltage that change with time: dp/dt = p Q(t).
 *
 * The method is RODAS, a stiffly accurate Rosenbrock method of order 4 with an embedded solution of order 3
 * (Hairer & Wanner 1996, Solving Ordinary Differential Equations II, section IV.10; doi 10.1007/978-3-642-05221-7).
 * The Jacobian is Q itself, the linear systems are solved with the sparse factors of `sparse.ts`, and since the columns
 * of every stage sum to zero the total occupancy is kept to rounding.
 */
import type { CompiledScheme } from './compile';
import type { Trace, TracePiece } from './protocol';
import { openProbability, voltageRates } from './rates';
import { factorise, planSparse, type SparsePlan, substitute } from './sparse';

/**
 * Concentrations and voltage as functions of time. Writes the concentrations in mM, in the order of `scheme.ligands`,
 * and returns the voltage in mV. Jumps must be listed in `breaks`; there the function is asked just inside each side.
 */
export type Waveform = (t: number, ligands_mM: Float64Array) => number;

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

const GAMMA = 0.25;
const STAGES = 6;
const ALPHA = [0, 0.386, 0.21, 0.63, 1, 1] as const;
const TIME_WEIGHT = [0.25, -0.1043, 0.1035, -0.0362, 0, 0] as const;
const A = [
  [],
  [1.544],
  [0.9466785280815826, 0.2557011698983284],
  [3.314825187068521, 2.896124015972201, 0.9986419139977817],
  [1.221224509226641, 6.019134481288629, 12.53708332932087, -0.687886036105895],
  [1.221224509226641, 6.019134481288629, 12.53708332932087, -0.687886036105895, 1],
] as const;
const C = [
  [],
  [-5.6688],
  [-2.430093356833875, -0.2063599157091915],
  [-0.1073529058151375, -9.594562251023355, -20.47028614809616],
  [7.496443313967647, -10.24680431464352, -33.99990352819905, 11.7089089320616],
  [8.083246795921522, -7.981132988064893, -31.52159432874371, 16.31930543123136, -6.058818238834054],
] as const;

/** Reusable work space of one integrator: build it once per scheme and integrate as often as wanted. */
export class Integrator {
  private readonly scheme: CompiledScheme;
  private readonly plan: SparsePlan;
  private readonly values: Float64Array;
  private readonly stages: Float64Array[];
  private readonly ligands: Float64Array;
  private readonly voltageRate: Float64Array;
  private readonly rates: Float64Array;
  private readonly trial: Float64Array;
  private readonly drift: Float64Array;
  private readonly slope: Float64Array;
  /** Concentrations to which `rates` belong. */
  private readonly known: Float64Array;
  private voltage = NaN;

  constructor(scheme: CompiledScheme) {
    const n = scheme.n;
    this.scheme = scheme;
    this.plan = planSparse(scheme);
    this.values = new Float64Array(this.plan.entries);
    this.stages = Array.from({ length: STAGES }, () => new Float64Array(n));
    this.ligands = new Float64Array(scheme.ligands.length);
    this.voltageRate = new Float64Array(scheme.m);
    this.rates = new Float64Array(scheme.m);
    this.trial = new Float64Array(n);
    this.drift = new Float64Array(n);
    this.slope = new Float64Array(n);
    this.known = new Float64Array(scheme.ligands.length).fill(NaN);
  }

  /**
   * Integrates and returns the trace at the accepted steps. Throws a RangeError for a duration or a tolerance that is not
   * positive, and an Error when the step size collapses (a waveform with an unlisted jump to infinity, say).
   */
  run(options: IntegrationOptions): Integration {
    const { start, duration_ms, breaks = [] } = options;
    if (!(duration_ms > 0 && Number.isFinite(duration_ms))) throw new RangeError('The duration must be finite and above 0 ms');
    if (start.length !== this.scheme.n) throw new RangeError(`Start occupancies must have length ${this.scheme.n}`);
    const stops = [...new Set([...breaks.filter((t) => t > 0 && t < duration_ms), duration_ms])].sort((a, b) => a - b);
    const pieces: TracePiece[] = [];
    const cost = { steps: 0, rejected: 0 };
    const p = start.slice();
    let from = 0;
    for (const to of stops) {
      pieces.push(this.runPiece(p, from, to, options, cost));
      from = to;
    }
    return { pieces, duration: duration_ms, first: start.slice(), last: p, ...cost };
  }

  /** One smooth stretch; advances `p` in place. */
  private runPiece(
    p: Float64Array,
    from: number,
    to: number,
    options: IntegrationOptions,
    cost: { steps: number; rejected: number },
  ): TracePiece {
    const { waveform, relativeTolerance = 1e-6, absoluteTolerance = 1e-9, longestStep_ms = Infinity } = options;
    if (!(relativeTolerance > 0 && absoluteTolerance > 0)) throw new RangeError('Tolerances must be above 0');
    const samples = new SampleList();
    // Asked at the very ends, a waveform would be on the wrong side of a jump.
    const inside = (t: number): number => Math.min(Math.max(t, from + (to - from) * 1e-12), to - (to - from) * 1e-12);
    const record = (t: number): void => {
      this.ratesAt(waveform, inside(t));
      this.derivative(p, this.slope);
      samples.add(t, openProbability(this.scheme, p), openProbability(this.scheme, this.slope));
    };
    let t = from;
    let h = Math.min(options.firstStep_ms ?? (to - from) * 1e-3, longestStep_ms, to - from);
    record(t);
    while (t < to) {
      if (to - t < h * 1.0001) h = to - t;
      if (!(h > (to - from) * 1e-14)) throw new Error(`The step size collapsed at ${t} ms`);
      const error = this.attempt(p, t, h, waveform, inside, relativeTolerance, absoluteTolerance);
      const factor = Math.min(6, Math.max(0.2, 0.9 * error ** -0.25));
      if (error <= 1) {
        p.set(this.trial);
        t = h === to - t ? to : t + h;
        cost.steps += 1;
        record(t);
        h = Math.min(h * factor, longestStep_ms);
      } else {
        cost.rejected += 1;
        h *= Number.isFinite(error) ? factor : 0.1;
      }
    }
    return samples.piece();
  }

  /** One step from `p` at time t into `trial`; returns the scaled error (accept when at most 1). */
  private attempt(
    p: Float64Array,
    t: number,
    h: number,
    waveform: Waveform,
    inside: (t: number) => number,
    rtol: number,
    atol: number,
  ): number {
    const { plan, scheme, values, stages, trial, drift, slope } = this;
    const n = scheme.n;
    const delta = h * 1e-5;
    // dQ/dt, by a difference: zero where the waveform is constant.
    this.ratesAt(waveform, inside(t));
    this.derivative(p, slope);
    const moving = this.ratesAt(waveform, inside(t + delta));
    if (moving) {
      this.derivative(p, drift);
      for (let s = 0; s < n; s++) drift[s] = ((drift[s] as number) - (slope[s] as number)) / delta;
      this.ratesAt(waveform, inside(t));
    }
    factorise(plan, scheme, this.rates, 1 / (h * GAMMA), values);
    for (let i = 0; i < STAGES; i++) {
      const stage = stages[i] as Float64Array;
      combine(trial, p, stages, A[i] as readonly number[], 1);
      if (i > 0) this.ratesAt(waveform, inside(t + (ALPHA[i] as number) * h));
      this.derivative(trial, stage);
      combine(stage, stage, stages, C[i] as readonly number[], 1 / h);
      const weight = moving ? (TIME_WEIGHT[i] as number) * h : 0;
      if (weight !== 0) for (let s = 0; s < n; s++) stage[s] = (stage[s] as number) + weight * (drift[s] as number);
      substitute(plan, values, stage);
    }
    const last = stages[STAGES - 1] as Float64Array;
    let sum = 0;
    for (let s = 0; s < n; s++) {
      const error = last[s] as number;
      const y = (trial[s] as number) + error;
      trial[s] = y;
      const scaled = error / (atol + rtol * Math.max(Math.abs(p[s] as number), Math.abs(y)));
      sum += scaled * scaled;
    }
    return Math.max(Math.sqrt(sum / n), 1e-10);
  }

  /**
   * Rates at time t into `rates`. Returns whether they changed; the voltage factors are recomputed only when the voltage
   * has changed, the rates only when anything has.
   */
  private ratesAt(waveform: Waveform, t: number): boolean {
    const { scheme, ligands, known, voltageRate, rates } = this;
    const v = waveform(t, ligands);
    let changed = v !== this.voltage;
    for (let l = 0; l < ligands.length; l++) {
      if (ligands[l] !== known[l]) {
        known[l] = ligands[l] as number;
        changed = true;
      }
    }
    if (!changed) return false;
    if (v !== this.voltage) {
      voltageRates(scheme, v, voltageRate);
      this.voltage = v;
    }
    const { ligand, m } = scheme;
    for (let k = 0; k < m; k++) {
      const l = ligand[k] as number;
      rates[k] = l < 0 ? (voltageRate[k] as number) : (voltageRate[k] as number) * (ligands[l] as number);
    }
    return true;
  }

  /** out = p Q at the present rates. */
  private derivative(p: Float64Array, out: Float64Array): void {
    const { from, to, m } = this.scheme;
    const rates = this.rates;
    out.fill(0);
    for (let k = 0; k < m; k++) {
      const source = from[k] as number;
      const target = to[k] as number;
      const flow = (rates[k] as number) * (p[source] as number);
      out[source] = (out[source] as number) - flow;
      out[target] = (out[target] as number) + flow;
    }
  }
}

/** Integrates once. See `Integrator.run`. */
export function integrate(scheme: CompiledScheme, options: IntegrationOptions): Integration {
  return new Integrator(scheme).run(options);
}

/** into = base + scale * (sum of factors times the first stages). */
function combine(into: Float64Array, base: Float64Array, stages: readonly Float64Array[], factors: readonly number[], scale: number): void {
  if (into !== base) into.set(base);
  for (let j = 0; j < factors.length; j++) {
    const factor = (factors[j] as number) * scale;
    const stage = stages[j] as Float64Array;
    for (let s = 0; s < into.length; s++) into[s] = (into[s] as number) + factor * (stage[s] as number);
  }
}

/** Growing lists of time, Po and slope. */
class SampleList {
  private readonly time: number[] = [];
  private readonly po: number[] = [];
  private readonly slope: number[] = [];

  add(time: number, po: number, slope: number): void {
    this.time.push(time);
    this.po.push(po);
    this.slope.push(slope);
  }

  piece(): TracePiece {
    return { time: Float64Array.from(this.time), po: Float64Array.from(this.po), slope: Float64Array.from(this.slope) };
  }
}
