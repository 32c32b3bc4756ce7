/**
 * Natural logarithm and exponential made of IEEE 754 additions, multiplications and divisions only.
 *
 * `Math.log` and `Math.exp` may differ in the last bit between JavaScript engines and engine versions. A stochastic run
 * compares such numbers with random draws, so one differing bit would send two machines down different paths. The four
 * basic operations and `Math.sqrt` are correctly rounded everywhere, hence these two functions give the same bits in
 * every engine. Errors are below 2 units in the last place (see the unit test).
 */
const LN2_HI = 0.69314718036912381649;
const LN2_LO = 1.90821492927058770002e-10;
const SQRT2 = 1.4142135623730951;

const words = new Int32Array(2);
const double = new Float64Array(words.buffer);
/** Index of the word that holds sign and exponent, on either byte order. */
const HIGH = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 1 : 0;

/** Natural logarithm of `x`. Returns -Infinity at 0 and NaN below it. */
export function ln(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return Infinity;
  let exponent = 0;
  let scaled = x;
  if (scaled < 2.2250738585072014e-308) {
    scaled *= 18014398509481984;
    exponent = -54;
  }
  double[0] = scaled;
  const high = words[HIGH] as number;
  exponent += ((high >>> 20) & 0x7ff) - 1023;
  words[HIGH] = (high & 0x000fffff) | 0x3ff00000;
  let mantissa = double[0] as number;
  if (mantissa > SQRT2) {
    mantissa *= 0.5;
    exponent += 1;
  }
  // ln m = 2 artanh(s) with s = (m-1)/(m+1), |s| <= 0.172, written as f - s (f - R) so that no bits cancel near m = 1.
  const f = mantissa - 1;
  const s = f / (2 + f);
  const z = s * s;
  const series =
    z *
    (2 / 3 +
      z * (2 / 5 + z * (2 / 7 + z * (2 / 9 + z * (2 / 11 + z * (2 / 13 + z * (2 / 15 + z * (2 / 17 + z * (2 / 19 + z * (2 / 21))))))))));
  const half = 0.5 * f * f;
  return exponent * LN2_HI - (half - (s * (half + series) + exponent * LN2_LO) - f);
}

/** e to the power `x`. Overflows to Infinity above 709.78 and underflows to 0 below -745. */
export function exp(x: number): number {
  if (x !== x) return NaN;
  if (x > 709.782712893384) return Infinity;
  if (x < -745.1332191019412) return 0;
  const k = Math.floor(x / 0.6931471805599453 + 0.5);
  const r = x - k * LN2_HI - k * LN2_LO;
  // Taylor polynomial of degree 13 on |r| <= 0.347: truncation below 5e-18.
  let sum = 1 / 6227020800;
  sum = sum * r + 1 / 479001600;
  sum = sum * r + 1 / 39916800;
  sum = sum * r + 1 / 3628800;
  sum = sum * r + 1 / 362880;
  sum = sum * r + 1 / 40320;
  sum = sum * r + 1 / 5040;
  sum = sum * r + 1 / 720;
  sum = sum * r + 1 / 120;
  sum = sum * r + 1 / 24;
  sum = sum * r + 1 / 6;
  sum = sum * r + 0.5;
  sum = sum * r * r + r + 1;
  if (k >= -1021 && k <= 1022) return sum * powerOfTwo(k);
  const first = k > 0 ? 1000 : -1000;
  return sum * powerOfTwo(first) * powerOfTwo(k - first);
}

/** 2^k for -1022 <= k <= 1023. */
function powerOfTwo(k: number): number {
  words[HIGH] = (k + 1023) << 20;
  words[1 - HIGH] = 0;
  return double[0] as number;
}
