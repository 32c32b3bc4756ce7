/**
 * Standard normal deviates for Brownian steps: a table of 4,096 equally likely values for display runs (bounded at
 * 3.7, variance exactly 1), beside the exact sampler of `science/random`. All numbers here are made of the four basic
 * operations, `Math.sqrt` and `science/elementary`, so they have the same bits in every engine.
 */
import { ln } from '../elementary';

/** Entries of the table; 12 random bits choose one. */
export const NORMAL_TABLE_BITS = 12;

const A = [
  3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987, 67265.7709270087, 33430.57558358813,
  2509.0809287301227,
];
const B = [
  1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271, 28729.085735721943, 5226.495278852546,
];
const C = [
  1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684, 0.2417807251774506,
  0.022723844989269184, 0.0007745450142783414,
];
const D = [
  1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457, 0.0005475938084995345,
  1.0507500716444169e-9,
];
const E = [
  6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124, 0.0012426609473880784,
  2.7115555687434876e-5, 2.0103343992922881e-7,
];
const F = [
  1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133, 1.8463183175100548e-5, 1.421511758316446e-7,
  2.0442631033899397e-15,
];

function horner(c: readonly number[], x: number): number {
  let sum = 0;
  for (let i = c.length - 1; i >= 0; i--) sum = sum * x + (c[i] as number);
  return sum;
}

/**
 * Quantile of the standard normal distribution for 0 < p < 1, relative error about 1e-15
 * (Wichura 1988, algorithm AS 241, doi 10.2307/2347330).
 */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError('p must lie between 0 and 1');
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (q * horner(A, r)) / horner(B, r);
  }
  const r = Math.sqrt(-ln(q < 0 ? p : 1 - p));
  const x = r <= 5 ? horner(C, r - 1.6) / horner(D, r - 1.6) : horner(E, r - 5) / horner(F, r - 5);
  return q < 0 ? -x : x;
}

/** The table: quantiles at the midpoints of 4,096 equal strips, scaled to variance 1; mean 0 by symmetry. */
export function normalTable(): Float64Array {
  const n = 1 << NORMAL_TABLE_BITS;
  const table = new Float64Array(n);
  let squares = 0;
  for (let i = 0; i < n / 2; i++) {
    const x = normalQuantile((i + 0.5) / n);
    table[i] = x;
    table[n - 1 - i] = -x;
    squares += 2 * x * x;
  }
  const scale = 1 / Math.sqrt(squares / n);
  for (let i = 0; i < n; i++) table[i] = (table[i] as number) * scale;
  return table;
}
