/** Single steps of the stiff integrator, each with an estimate of its error. */
import type { CompiledScheme } from './compile';
import { SparseFactors } from './factors';
import type { Medium } from './medium';
import { type PoleCount, RationalPropagator } from './rational';

/** Greatest error of `rational.ts` on occupancies, by the number of its poles. */
const POLE_ERRORS = [
  [4, 1.8e-4],
  [6, 2e-6],
  [14, 0],
] as const satisfies readonly (readonly [PoleCount, number])[];

/** How much smaller the cubics' error is with the sample in the middle than without: 16 times, and a factor of 2 to be safe. */
const HALVED = 1 / 8;

/** Po and its slope (1/ms) in the middle of a step. */
export interface Middle {
  readonly po: number;
  readonly slope: number;
}

/**
 * A step in a medium that stands still. The occupancies at its end are p exp(Q h), by the rational function of `rational.ts` that is as
 * exact as the absolute tolerance asks; so its length is limited only by how well the trace is known in between. From first and second
 * derivatives at both ends, which are products with Q and Q Q, comes the quintic Hermite polynomial; its value in the middle becomes a
 * sample of the trace, and its distance there to the cubic Hermite polynomial, h/32 (m0 - m1) + h^2/64 (a0 + a1), is the estimate of the
 * error (Hairer, Norsett & Wanner 1993, Solving Ordinary Differential Equations I, section II.6, doi 10.1007/978-3-540-78862-1). All
 * states count, so that nothing that goes on behind a constant Po is passed over.
 */
export class StillStep {
  readonly longest = 6;
  readonly result: Float64Array;
  private readonly propagators = new Map<PoleCount, Chosen>();
  private chosen: Chosen;
  private tolerance = NaN;
  /** First and second derivatives at the two ends. */
  private slope: Float64Array;
  private bend: Float64Array;
  private nextSlope: Float64Array;
  private nextBend: Float64Array;
  private version = NaN;

  constructor(
    private readonly scheme: CompiledScheme,
    private readonly medium: Medium,
  ) {
    const { n } = scheme;
    this.result = new Float64Array(n);
    this.slope = new Float64Array(n);
    this.bend = new Float64Array(n);
    this.nextSlope = new Float64Array(n);
    this.nextBend = new Float64Array(n);
    this.chosen = { propagator: new RationalPropagator(scheme, 14), version: NaN };
    this.propagators.set(14, this.chosen);
  }

  /** Whether the medium is the same at five times from t to t + h as it is now; if so the rates are still those of t. */
  isStill(t: number, h: number): boolean {
    const { medium } = this;
    for (let k = 0; k < PROBES.length; k++) {
      if (!medium.at(t + (PROBES[k] as number) * h)) continue;
      medium.at(t);
      return false;
    }
    return true;
  }

  /** To be called when the next attempt does not begin where the last accepted one ended. */
  restart(): void {
    this.version = NaN;
  }

  /** From `p` at time t (ms) over h (ms) into `result`; returns the scaled error (accept when at most 1). */
  attempt(p: Float64Array, _t: number, h: number, rtol: number, atol: number): number {
    const { medium, result, slope, bend, nextSlope, nextBend } = this;
    if (this.version !== medium.version) {
      medium.derivative(p, slope);
      medium.derivative(slope, bend);
      this.version = medium.version;
    }
    result.set(p);
    this.propagator(atol).forward(result, h);
    medium.derivative(result, nextSlope);
    medium.derivative(nextSlope, nextBend);
    let sum = 0;
    const [first, second] = [(HALVED * h) / 32, (HALVED * h * h) / 64];
    for (let s = 0; s < p.length; s++) {
      const error = first * ((slope[s] as number) - (nextSlope[s] as number)) + second * ((bend[s] as number) + (nextBend[s] as number));
      const scaled = error / (atol + rtol * Math.max(Math.abs(p[s] as number), Math.abs(result[s] as number)));
      sum += scaled * scaled;
    }
    return Math.max(Math.sqrt(sum / p.length), 1e-10);
  }

  /** The middle of the step of h (ms) from `p` to `result`; to be called once when it is accepted. */
  accept(p: Float64Array, h: number): Middle {
    const { scheme, result, slope, bend, nextSlope, nextBend } = this;
    let po = 0;
    let rate = 0;
    for (let s = 0; s < p.length; s++) {
      if (scheme.conducting[s] !== 1) continue;
      const y0 = p[s] as number;
      const y1 = result[s] as number;
      const m0 = slope[s] as number;
      const m1 = nextSlope[s] as number;
      const a0 = bend[s] as number;
      const a1 = nextBend[s] as number;
      po += (y0 + y1) / 2 + ((5 * h) / 32) * (m0 - m1) + ((h * h) / 64) * (a0 + a1);
      rate += ((15 / 8) * (y1 - y0)) / h - (7 / 16) * (m0 + m1) + (h / 32) * (a1 - a0);
    }
    [this.slope, this.nextSlope] = [nextSlope, slope];
    [this.bend, this.nextBend] = [nextBend, bend];
    return { po, slope: rate };
  }

  /** The propagator that an absolute tolerance asks for, with the rates of now. */
  private propagator(atol: number): RationalPropagator {
    if (atol !== this.tolerance) {
      const [poles] = POLE_ERRORS.find(([, error]) => error <= atol) ?? POLE_ERRORS[2];
      const found = this.propagators.get(poles) ?? { propagator: new RationalPropagator(this.scheme, poles), version: NaN };
      this.propagators.set(poles, found);
      this.chosen = found;
      this.tolerance = atol;
    }
    const { chosen, medium } = this;
    if (chosen.version !== medium.version) {
      chosen.propagator.setRates(medium.rates);
      chosen.version = medium.version;
    }
    return chosen.propagator;
  }
}

/** A propagator with the version of the rates that it has. */
interface Chosen {
  readonly propagator: RationalPropagator;
  version: number;
}

/** Where a step is asked whether the medium stands still, as fractions of its length. */
const PROBES = [0.21, 0.386, 0.63, 0.81, 1] as const;

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

/**
 * A step in a medium that moves: RODAS, a stiffly accurate Rosenbrock method of order 4 with an embedded solution of order 3 (Hairer &
 * Wanner 1996, section IV.10; doi 10.1007/978-3-642-05221-7). The Jacobian is Q itself.
 */
export class MovingStep {
  readonly longest = 6;
  readonly result: Float64Array;
  private readonly factors: SparseFactors;
  private readonly stages: readonly Float64Array[];
  private readonly drift: Float64Array;
  private readonly slope: Float64Array;

  constructor(
    scheme: CompiledScheme,
    private readonly medium: Medium,
  ) {
    this.factors = new SparseFactors(scheme);
    this.result = new Float64Array(scheme.n);
    this.stages = Array.from({ length: STAGES }, () => new Float64Array(scheme.n));
    this.drift = new Float64Array(scheme.n);
    this.slope = new Float64Array(scheme.n);
  }

  /** From `p` at time t (ms) over h (ms) into `result`; returns the scaled error (accept when at most 1). */
  attempt(p: Float64Array, t: number, h: number, rtol: number, atol: number): number {
    const { factors, medium, stages, result, drift, slope } = this;
    const n = p.length;
    const delta = h * 1e-5;
    // dQ/dt, by a difference.
    medium.at(t);
    medium.derivative(p, slope);
    medium.at(t + delta);
    medium.derivative(p, drift);
    for (let s = 0; s < n; s++) drift[s] = ((drift[s] as number) - (slope[s] as number)) / delta;
    medium.at(t);
    factors.factorise(medium.rates, 1 / (h * GAMMA));
    for (let i = 0; i < STAGES; i++) {
      const stage = stages[i] as Float64Array;
      if (i === 0) stage.set(slope);
      else {
        result.set(p);
        combine(result, stages, A[i] as readonly number[], 1);
        medium.at(t + (ALPHA[i] as number) * h);
        medium.derivative(result, stage);
        combine(stage, stages, C[i] as readonly number[], 1 / h);
      }
      const weight = (TIME_WEIGHT[i] as number) * h;
      if (weight !== 0) for (let s = 0; s < n; s++) stage[s] = (stage[s] as number) + weight * (drift[s] as number);
      factors.solve(stage);
    }
    const last = stages[STAGES - 1] as Float64Array;
    for (let s = 0; s < n; s++) result[s] = (result[s] as number) + (last[s] as number);
    return scaledError(p, result, last, rtol, atol);
  }
}

/** into += scale * (sum of factors times the first stages). */
function combine(into: Float64Array, stages: readonly Float64Array[], factors: readonly number[], scale: number): void {
  for (let j = 0; j < factors.length; j++) {
    const factor = (factors[j] as number) * scale;
    const stage = stages[j] as Float64Array;
    for (let s = 0; s < into.length; s++) into[s] = (into[s] as number) + factor * (stage[s] as number);
  }
}

/** Root mean square of errors over states, each in units of what is tolerated there. */
function scaledError(before: Float64Array, after: Float64Array, error: Float64Array, rtol: number, atol: number): number {
  const n = before.length;
  let sum = 0;
  for (let s = 0; s < n; s++) {
    const scaled = (error[s] as number) / (atol + rtol * Math.max(Math.abs(before[s] as number), Math.abs(after[s] as number)));
    sum += scaled * scaled;
  }
  return Math.max(Math.sqrt(sum / n), 1e-10);
}
