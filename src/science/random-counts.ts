/**
 * Exact samplers of counts: Poisson, binomial and multinomial. Small means use inversion; large ones the transformed
 * rejection of Hörmann (Poisson: 1993, doi 10.1016/0167-6687(93)90997-4; binomial: 1993, doi 10.1080/00949659308811496).
 */
import { exp, ln } from './elementary';
import { type Rng, uniform } from './random';

/** ln(k!) for an integer k >= 0: exact product below 16, Stirling's series above (error below 1e-13). */
export function lnFactorial(k: number): number {
  if (k < 16) {
    let product = 1;
    for (let i = 2; i <= k; i++) product *= i;
    return ln(product);
  }
  const x = k + 1;
  const inverse = 1 / x;
  const square = inverse * inverse;
  const series = inverse * (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square / 1188))));
  return (x - 0.5) * ln(x) - x + 0.9189385332046727 + series;
}

/** A Poisson count of the given mean (>= 0, at most 2^31). */
export function poisson(rng: Rng, mean: number): number {
  if (!(mean >= 0 && mean < 2147483648)) throw new RangeError('mean must be from 0 to 2^31');
  if (mean === 0) return 0;
  if (mean < 10) {
    let p = exp(-mean);
    let u = uniform(rng);
    let k = 0;
    while (u > p) {
      u -= p;
      k += 1;
      p *= mean / k;
      if (k > 200) break;
    }
    return k;
  }
  const lnMean = ln(mean);
  const b = 0.931 + 2.53 * Math.sqrt(mean);
  const a = -0.059 + 0.02483 * b;
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
  const vr = 0.9277 - 3.6224 / (b - 2);
  for (;;) {
    const u = uniform(rng) - 0.5;
    const v = uniform(rng);
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + mean + 0.43);
    if (us >= 0.07 && v <= vr) return k;
    if (k < 0 || (us < 0.013 && v > us)) continue;
    if (ln(v) + ln(inverseAlpha) - ln(a / (us * us) + b) <= k * lnMean - mean - lnFactorial(k)) return k;
  }
}

/** The number of successes in `n` independent trials of probability `p`. */
export function binomial(rng: Rng, n: number, p: number): number {
  if (!(Number.isInteger(n) && n >= 0 && n < 2147483648)) throw new RangeError('n must be an integer from 0 to 2^31 - 1');
  if (!(p >= 0 && p <= 1)) throw new RangeError('p must be from 0 to 1');
  if (p > 0.5) return n - binomial(rng, n, 1 - p);
  if (n === 0 || p === 0) return 0;
  return n * p < 10 ? binomialInversion(rng, n, p) : binomialRejection(rng, n, p);
}

/** Sequential search from 0; n p < 10 and p <= 1/2, so the start term cannot underflow. */
function binomialInversion(rng: Rng, n: number, p: number): number {
  const odds = p / (1 - p);
  let term = exp(n * ln(1 - p));
  let u = uniform(rng);
  let k = 0;
  while (u > term && k < n) {
    u -= term;
    k += 1;
    term *= (odds * (n - k + 1)) / k;
  }
  return k;
}

/** Hörmann's BTRS. */
function binomialRejection(rng: Rng, n: number, p: number): number {
  const deviation = Math.sqrt(n * p * (1 - p));
  const b = 1.15 + 2.53 * deviation;
  const a = -0.0873 + 0.0248 * b + 0.01 * p;
  const c = n * p + 0.5;
  const vr = 0.92 - 4.2 / b;
  const alpha = (2.83 + 5.1 / b) * deviation;
  const lnOdds = ln(p / (1 - p));
  const mode = Math.floor((n + 1) * p);
  const h = lnFactorial(mode) + lnFactorial(n - mode);
  for (;;) {
    const u = uniform(rng) - 0.5;
    const v = uniform(rng);
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + c);
    if (k < 0 || k > n) continue;
    if (us >= 0.07 && v <= vr) return k;
    if (ln((v * alpha) / (a / (us * us) + b)) <= h - lnFactorial(k) - lnFactorial(n - k) + (k - mode) * lnOdds) return k;
  }
}

/**
 * Distributes `n` items over the categories of `probabilities[offset .. offset + length)` (non-negative, sum 1 within
 * rounding) and adds the counts to `counts` (length `length`).
 */
export function addMultinomial(rng: Rng, n: number, probabilities: Float64Array, offset: number, length: number, counts: Int32Array): void {
  let left = n;
  let remaining = 1;
  for (let j = 0; j < length && left > 0; j++) {
    const p = probabilities[offset + j] as number;
    const last = j === length - 1;
    const drawn = last || p >= remaining ? left : binomial(rng, left, p / remaining);
    counts[j] = (counts[j] as number) + drawn;
    left -= drawn;
    remaining -= p;
  }
}
