/**
 * Exact propagation at constant concentrations and voltage: p(t + dt) = p(t) P with P = exp(Q dt).
 *
 * P is built by uniformisation of a short piece (Jensen 1953, doi 10.1080/03461238.1953.10419459: a series of
 * non-negative terms) and repeated squaring. Nothing is subtracted, so P is non-negative and its rows sum to 1 to the
 * last bit; squaring renormalises the rows, so that mass stays exact over any length of time.
 */

/** Length of the short piece times the fastest exit rate. */
const SHORT = 0.25;
const TERMS = 16;

/** Transition probabilities over `dt` ms for a generator `q` (n x n, row major, 1/ms); n x n, row major. */
export function transitionProbabilities(q: Float64Array, n: number, dt: number): Float64Array {
  if (!(dt >= 0 && Number.isFinite(dt))) throw new RangeError(`The time step must be finite and at least 0 ms, not ${dt}`);
  const fastest = fastestExit(q, n);
  let squarings = 0;
  let piece = dt;
  while (fastest * piece > SHORT) {
    piece /= 2;
    squarings += 1;
  }
  let p: Float64Array = uniformised(q, n, piece, fastest);
  let spare: Float64Array = new Float64Array(n * n);
  for (let k = 0; k < squarings; k++) {
    multiply(p, p, n, spare);
    normaliseRows(spare, n);
    [p, spare] = [spare, p];
  }
  return p;
}

/** The square of a matrix of transition probabilities: the same chain over twice the time. */
export function doubled(p: Float64Array, n: number): Float64Array {
  const out = new Float64Array(n * n);
  multiply(p, p, n, out);
  normaliseRows(out, n);
  return out;
}

/** The largest exit rate of a generator, 1/ms. */
export function fastestExit(q: Float64Array, n: number): number {
  let fastest = 0;
  for (let i = 0; i < n; i++) fastest = Math.max(fastest, -(q[i * n + i] as number));
  if (!Number.isFinite(fastest)) throw new RangeError('A rate is not finite');
  return fastest;
}

/** out = p P for a row vector p (length n); `out` must not be `p`. */
export function propagate(p: Float64Array, probabilities: Float64Array, n: number, out: Float64Array): Float64Array {
  out.fill(0);
  for (let i = 0; i < n; i++) {
    const weight = p[i] as number;
    if (weight === 0) continue;
    const row = i * n;
    for (let j = 0; j < n; j++) out[j] = (out[j] as number) + weight * (probabilities[row + j] as number);
  }
  return out;
}

/** exp(Q dt) = exp(-L dt) sum (L dt)^k / k! B^k with B = 1 + Q/L, for L dt <= SHORT. */
function uniformised(q: Float64Array, n: number, dt: number, fastest: number): Float64Array {
  const p = identity(n);
  if (fastest === 0 || dt === 0) return p;
  const jump = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) jump[i * n + j] = i === j ? 1 + (q[i * n + i] as number) / fastest : (q[i * n + j] as number) / fastest;
  }
  let term: Float64Array = identity(n);
  let next: Float64Array = new Float64Array(n * n);
  for (let k = 1; k <= TERMS; k++) {
    multiply(term, jump, n, next);
    const factor = (fastest * dt) / k;
    for (let i = 0; i < next.length; i++) {
      next[i] = (next[i] as number) * factor;
      p[i] = (p[i] as number) + (next[i] as number);
    }
    [term, next] = [next, term];
  }
  normaliseRows(p, n);
  return p;
}

function identity(n: number): Float64Array {
  const one = new Float64Array(n * n);
  for (let i = 0; i < n; i++) one[i * n + i] = 1;
  return one;
}

function multiply(a: Float64Array, b: Float64Array, n: number, out: Float64Array): void {
  out.fill(0);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < n; k++) {
      const factor = a[i * n + k] as number;
      if (factor === 0) continue;
      const from = k * n;
      const into = i * n;
      for (let j = 0; j < n; j++) out[into + j] = (out[into + j] as number) + factor * (b[from + j] as number);
    }
  }
}

/** Scales every row to sum 1. */
function normaliseRows(p: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let j = 0; j < n; j++) sum += p[i * n + j] as number;
    const scale = 1 / sum;
    for (let j = 0; j < n; j++) p[i * n + j] = (p[i * n + j] as number) * scale;
  }
}
