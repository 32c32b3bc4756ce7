/**
 * Exact propagation of a linear compartment model with constant inputs: x(t + dt) = x(t) P + u J, where P = exp(Q dt),
 * J = integral of exp(Q s) over 0 .. dt, x is a row vector of amounts and u one of input rates.
 *
 * A short piece is built by uniformisation (Jensen 1953, doi 10.1080/03461238.1953.10419459), a series of non-negative
 * terms; longer pieces by doubling, P(2h) = P P and J(2h) = J + P J. Nothing is subtracted, so amounts stay non-negative
 * and every entry keeps its relative accuracy; rows of P sum to 1 and rows of J to dt, so that mass is conserved.
 */

/** Length of the short piece times the fastest exit rate. */
const SHORT = 0.25;
/** Terms of the series on the short piece; the first term left out is below 1e-24. */
const TERMS = 16;

interface Step {
  readonly p: Float64Array;
  readonly j: Float64Array;
}

export class Propagator {
  private readonly q: Float64Array;
  private readonly n: number;
  private readonly fastest: number;
  /** Length of the short piece, minutes. */
  private readonly piece: number;
  /** Entries of the jump matrix that are not zero: start of each row, columns, values. Few, as compartments have few neighbours. */
  private readonly rowStart: Int32Array;
  private readonly columns: Int32Array;
  private readonly values: Float64Array;
  /** Operators over `piece` times 2^k. */
  private readonly ladder: Step[] = [];

  /**
   * `q` is the n x n row-major generator, 1/min: q[i][k] is the rate from i to k and each row sums to 0, with one absorbing
   * compartment for what leaves. Throws a RangeError when a rate is not finite or a rate between compartments is negative.
   */
  constructor(q: Float64Array, n: number) {
    let fastest = 0;
    for (let i = 0; i < n; i++) {
      for (let k = 0; k < n; k++) {
        const rate = q[i * n + k] as number;
        if (!Number.isFinite(rate) || (i !== k && rate < 0)) throw new RangeError('A rate of the drug model is not a finite number from 0');
      }
      fastest = Math.max(fastest, -(q[i * n + i] as number));
    }
    this.q = q;
    this.n = n;
    this.fastest = fastest;
    this.piece = fastest === 0 ? Infinity : SHORT / fastest;
    const rowStart = new Int32Array(n + 1);
    const columns: number[] = [];
    const values: number[] = [];
    for (let i = 0; i < n; i++) {
      for (let k = 0; k < n; k++) {
        const value = (i === k ? 1 : 0) + (fastest === 0 ? 0 : (q[i * n + k] as number) / fastest);
        if (value === 0) continue;
        columns.push(k);
        values.push(value);
      }
      rowStart[i + 1] = columns.length;
    }
    this.rowStart = rowStart;
    this.columns = Int32Array.from(columns);
    this.values = Float64Array.from(values);
  }

  /** The generator, 1/min. */
  get generator(): Float64Array {
    return this.q;
  }

  /** Amounts `dt` minutes after amounts `x` under constant input rates `u`; a new array. Throws a RangeError for a bad `dt`. */
  advance(x: Float64Array, u: Float64Array, dt: number): Float64Array {
    if (!(dt >= 0 && Number.isFinite(dt))) throw new RangeError(`A time step must be a finite number of minutes from 0, not ${dt}`);
    const pieces = Math.floor(dt / this.piece);
    let now = this.short(x, u, Math.max(0, dt - (pieces === 0 ? 0 : pieces * this.piece)));
    let left = pieces;
    for (let level = 0; left > 0; level++) {
      if (left % 2 === 1) now = this.apply(this.step(level), now, u);
      left = Math.floor(left / 2);
    }
    return now;
  }

  private apply({ p, j }: Step, x: Float64Array, u: Float64Array): Float64Array {
    const { n } = this;
    const out = new Float64Array(n);
    for (let i = 0; i < n; i++) {
      const amount = x[i] as number;
      const input = u[i] as number;
      if (amount === 0 && input === 0) continue;
      for (let k = 0; k < n; k++) out[k] = (out[k] as number) + amount * (p[i * n + k] as number) + input * (j[i * n + k] as number);
    }
    return out;
  }

  private step(level: number): Step {
    const found = this.ladder[level];
    if (found !== undefined) return found;
    const { n } = this;
    let made: Step;
    if (level === 0) {
      made = { p: new Float64Array(n * n), j: new Float64Array(n * n) };
      const none = new Float64Array(n);
      for (let i = 0; i < n; i++) {
        const one = new Float64Array(n);
        one[i] = 1;
        made.p.set(this.short(one, none, this.piece), i * n);
        made.j.set(this.short(none, one, this.piece), i * n);
      }
    } else {
      const { p, j } = this.step(level - 1);
      const longer = product(p, j, n).map((value, i) => value + (j[i] as number));
      made = { p: product(p, p, n), j: longer };
    }
    const length = this.piece * 2 ** level;
    scaleRows(made.p, n, 1);
    scaleRows(made.j, n, length);
    this.ladder[level] = made;
    return made;
  }

  /**
   * Both series on one piece of length dt <= `piece`, with z = fastest dt: x sum e^-z z^k/k! B^k, and for the input the
   * integrals of its weights, (1/fastest) (1 - e^-z sum_{i<=k} z^i/i!), summed from their small end.
   */
  private short(x: Float64Array, u: Float64Array, dt: number): Float64Array {
    const { n, fastest } = this;
    const out = new Float64Array(n);
    if (fastest === 0 || dt === 0) {
      for (let i = 0; i < n; i++) out[i] = (x[i] as number) + dt * (u[i] as number);
      return out;
    }
    const z = fastest * dt;
    const weights: number[] = [Math.exp(-z)];
    for (let k = 1; k <= TERMS + 1; k++) weights.push(((weights[k - 1] as number) * z) / k);
    const tails: number[] = Array.from({ length: TERMS + 1 }, () => 0);
    let tail = 0;
    for (let k = TERMS; k >= 0; k--) {
      tail += weights[k + 1] as number;
      tails[k] = tail;
    }
    this.sum(x, weights, out);
    if (u.some((rate) => rate !== 0)) {
      this.sum(
        u,
        tails.map((value) => value / fastest),
        out,
      );
    }
    return out;
  }

  /** Adds sum over k of weights[k] x B^k, k = 0 .. TERMS, to `out`. */
  private sum(x: Float64Array, weights: readonly number[], out: Float64Array): void {
    const { n, rowStart, columns, values } = this;
    let power = x;
    for (let k = 0; k <= TERMS; k++) {
      const weight = weights[k] as number;
      for (let i = 0; i < n; i++) out[i] = (out[i] as number) + weight * (power[i] as number);
      if (k === TERMS) break;
      const next = new Float64Array(n);
      for (let i = 0; i < n; i++) {
        const amount = power[i] as number;
        if (amount === 0) continue;
        for (let e = rowStart[i] as number; e < (rowStart[i + 1] as number); e++) {
          const column = columns[e] as number;
          next[column] = (next[column] as number) + amount * (values[e] as number);
        }
      }
      power = next;
    }
  }
}

function product(a: Float64Array, b: Float64Array, n: number): Float64Array {
  const out = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < n; k++) {
      const factor = a[i * n + k] as number;
      if (factor === 0) continue;
      for (let j = 0; j < n; j++) out[i * n + j] = (out[i * n + j] as number) + factor * (b[k * n + j] as number);
    }
  }
  return out;
}

/** Scales every row to the given sum. */
function scaleRows(matrix: Float64Array, n: number, total: number): void {
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let k = 0; k < n; k++) sum += matrix[i * n + k] as number;
    for (let k = 0; k < n; k++) matrix[i * n + k] = ((matrix[i * n + k] as number) * total) / sum;
  }
}
