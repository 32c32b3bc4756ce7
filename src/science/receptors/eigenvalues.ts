/** Eigenvalues of a general real matrix, for relaxation rates. */
import type { CompiledScheme } from './compile';
import { communicatingClasses } from './graph';
import { type Conditions, rateMatrix } from './rates';

/** Real and imaginary parts, each of length n, in no particular order; of a generator in 1/ms. */
export interface Eigenvalues {
  readonly re: Float64Array;
  readonly im: Float64Array;
}

/**
 * The slowest relaxation time constant in ms at constant conditions: -1/Re of the non-zero eigenvalue of the generator
 * nearest to zero. Infinity when nothing relaxes (no transition can happen).
 */
export function slowestRelaxation(scheme: CompiledScheme, conditions: Conditions): number {
  const q = rateMatrix(scheme, conditions);
  const zeros = communicatingClasses(q, scheme.n).closed.length;
  const { re } = eigenvalues(q, scheme.n);
  const decays = Array.from(re, (value) => -value).sort((a, b) => a - b);
  const slowest = decays[zeros];
  return slowest === undefined ? Infinity : 1 / slowest;
}

/**
 * Eigenvalues of a matrix (n x n, row major; not changed) by reduction to Hessenberg form and the double-shift QR
 * algorithm (Francis 1961, doi 10.1093/comjnl/4.3.265). Throws an Error if 60 n sweeps do not separate them.
 */
export function eigenvalues(matrix: Float64Array, n: number): Eigenvalues {
  const h = toHessenberg(matrix, n);
  const re = new Float64Array(n);
  const im = new Float64Array(n);
  let norm = 0;
  for (const value of h) norm = Math.max(norm, Math.abs(value));
  let high = n - 1;
  let sweeps = 0;
  while (high >= 0) {
    const low = splitPoint(h, n, high, norm);
    if (low === high) {
      re[high] = h[high * n + high] as number;
      high -= 1;
      sweeps = 0;
    } else if (low === high - 1) {
      solvePair(h, n, high, re, im);
      high -= 2;
      sweeps = 0;
    } else {
      sweeps += 1;
      if (sweeps > 60 * n) throw new Error('The eigenvalues did not converge');
      francisStep(h, n, low, high, sweeps);
    }
  }
  return { re, im };
}

/** Similarity transform to upper Hessenberg form by Householder reflections. */
function toHessenberg(matrix: Float64Array, n: number): Float64Array {
  const h = matrix.slice();
  const v = new Float64Array(n);
  for (let k = 0; k < n - 2; k++) {
    let length = 0;
    for (let i = k + 1; i < n; i++) length = Math.hypot(length, h[i * n + k] as number);
    if (length === 0) continue;
    const alpha = (h[(k + 1) * n + k] as number) > 0 ? -length : length;
    v.fill(0);
    for (let i = k + 1; i < n; i++) v[i] = h[i * n + k] as number;
    v[k + 1] = (v[k + 1] as number) - alpha;
    let square = 0;
    for (let i = k + 1; i < n; i++) square += (v[i] as number) ** 2;
    if (square === 0) continue;
    reflect(h, n, v, 2 / square, k + 1, n - 1, k);
  }
  for (let i = 2; i < n; i++) for (let j = 0; j < i - 1; j++) h[i * n + j] = 0;
  return h;
}

/** h := (1 - beta v v') h (1 - beta v v') for a vector v that is zero outside first .. last; rows from column `fromColumn`. */
function reflect(h: Float64Array, n: number, v: Float64Array, beta: number, first: number, last: number, fromColumn: number): void {
  for (let j = fromColumn; j < n; j++) {
    let dot = 0;
    for (let i = first; i <= last; i++) dot += (v[i] as number) * (h[i * n + j] as number);
    for (let i = first; i <= last; i++) h[i * n + j] = (h[i * n + j] as number) - beta * dot * (v[i] as number);
  }
  for (let i = 0; i < n; i++) {
    let dot = 0;
    for (let j = first; j <= last; j++) dot += (h[i * n + j] as number) * (v[j] as number);
    for (let j = first; j <= last; j++) h[i * n + j] = (h[i * n + j] as number) - beta * dot * (v[j] as number);
  }
}

/** The first row of the unreduced block that ends at `high`; negligible subdiagonal entries are set to zero. */
function splitPoint(h: Float64Array, n: number, high: number, norm: number): number {
  for (let k = high; k > 0; k--) {
    const scale = Math.abs(h[(k - 1) * n + k - 1] as number) + Math.abs(h[k * n + k] as number);
    if (Math.abs(h[k * n + k - 1] as number) <= 2.3e-16 * (scale === 0 ? norm : scale)) {
      h[k * n + k - 1] = 0;
      return k;
    }
  }
  return 0;
}

/** The two eigenvalues of the trailing 2 x 2 block. */
function solvePair(h: Float64Array, n: number, high: number, re: Float64Array, im: Float64Array): void {
  const a = h[(high - 1) * n + high - 1] as number;
  const b = h[(high - 1) * n + high] as number;
  const c = h[high * n + high - 1] as number;
  const d = h[high * n + high] as number;
  const half = (a - d) / 2;
  const discriminant = half * half + b * c;
  if (discriminant >= 0) {
    const z = half + (half >= 0 ? Math.sqrt(discriminant) : -Math.sqrt(discriminant));
    re[high - 1] = d + z;
    re[high] = z === 0 ? d : d - (b * c) / z;
  } else {
    re[high - 1] = re[high] = d + half;
    im[high - 1] = Math.sqrt(-discriminant);
    im[high] = -Math.sqrt(-discriminant);
  }
}

/** One implicit double-shift sweep on rows low .. high; exceptional shifts break rare cycles. */
function francisStep(h: Float64Array, n: number, low: number, high: number, sweep: number): void {
  const at = (i: number, j: number): number => h[i * n + j] as number;
  let sum = at(high - 1, high - 1) + at(high, high);
  let product = at(high - 1, high - 1) * at(high, high) - at(high - 1, high) * at(high, high - 1);
  if (sweep % 11 === 10) {
    const kick = Math.abs(at(high, high - 1)) + Math.abs(at(high - 1, high - 2));
    sum = 1.5 * kick;
    product = kick * kick;
  }
  let x = at(low, low) * at(low, low) + at(low, low + 1) * at(low + 1, low) - sum * at(low, low) + product;
  let y = at(low + 1, low) * (at(low, low) + at(low + 1, low + 1) - sum);
  let z = at(low + 2, low + 1) * at(low + 1, low);
  const v = new Float64Array(n);
  for (let k = low; k < high; k++) {
    const last = Math.min(k + 2, high);
    const third = last === k + 2 ? z : 0;
    const length = Math.hypot(x, y, third);
    if (length > 0) {
      v.fill(0);
      v[k] = x + (x > 0 ? length : -length);
      v[k + 1] = y;
      if (last === k + 2) v[k + 2] = third;
      const square = (v[k] as number) ** 2 + y * y + third * third;
      reflect(h, n, v, 2 / square, k, last, Math.max(0, k - 1));
    }
    x = at(k + 1, k);
    y = k + 2 <= high ? at(k + 2, k) : 0;
    z = k + 3 <= high ? at(k + 3, k) : 0;
  }
}
