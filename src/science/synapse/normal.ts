/**
 * Standard normal deviates for Brownian steps: a table of 4,096 equally likely values for display runs (bounded at
 * 3.7, variance exactly 1), beside the exact sampler of `science/random`. All numbers here are made of the four basic
 * operations, `Math.sqrt` and `science/elementary`, so they have the same bits in every engine.
 */
import { ln } from '../elementary';

/** Entries of the table; 12 random bits choose one. */
export const NORMAL_TABLE_BITS = 12;

const A = [
  3.387132872796366608, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125, 45921.953931549871457, 67265.770927008700853,
  33430.575583588128105, 2509.0809287301226727,
];
const B = [
  1, 42.313330701600911252, 687.1870074920579083, 5394.1960214247511077, 21213.794301586595867, 39307.89580009271061, 28729.085735721942674,
  5226.495278852545925,
];
const C = [
  1.42343711074968357734, 4.6303378461565452959, 5.7694972214606914055, 3.64784832476320460504, 1.27045825245236838258,
  0.24178072517745061177, 0.0227238449892691845833, 7.7454501427834140764e-4,
];
const D = [
  1, 2.05319162663775882187, 1.6763848301838038494, 0.68976733498510000455, 0.14810397642748007459, 0.0151986665636164571966,
  5.475938084995344946e-4, 1.05075007164441684324e-9,
];
const E = [
  6.6579046435011037772, 5.4637849111641143699, 1.7848265399172913358, 0.29656057182850489123, 0.026532189526576123093,
  0.0012426609473880784386, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
];
const F = [
  1, 0.59983220655588793769, 0.13692988092273580531, 0.0148753612908506148525, 7.868691311456132591e-4, 1.8463183175100546818e-5,
  1.4215117583164458887e-7, 2.04426310338993978564e-15,
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
