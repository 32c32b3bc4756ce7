/**
 * The matrix exponential by a diagonal Padé approximant of degree 13 with scaling and squaring
 * (Higham 2005, doi 10.1137/04061101X). A second road to `transitionProbabilities`, for matrices of any sign.
 */
import { solveDense } from './dense';

const COEFFICIENTS = [
  64764752532480000, 32382376266240000, 7771770303897600, 1187353796428800, 129060195264000, 10559470521600, 670442572800, 33522128640,
  1323241920, 40840800, 960960, 16380, 182, 1,
] as const;
const THETA_13 = 5.371920351148152;

/** Coefficient of degree k of the numerator. */
function c(k: number): number {
  return COEFFICIENTS[k] ?? 0;
}

/** exp(matrix) for an n x n row-major matrix. Throws a RangeError if an entry is not finite. */
export function matrixExponential(matrix: Float64Array, n: number): Float64Array {
  let norm = 0;
  for (let j = 0; j < n; j++) {
    let column = 0;
    for (let i = 0; i < n; i++) column += Math.abs(matrix[i * n + j] as number);
    norm = Math.max(norm, column);
  }
  if (!Number.isFinite(norm)) throw new RangeError('The matrix has an entry that is not finite');
  const squarings = norm > THETA_13 ? Math.max(0, Math.ceil(Math.log2(norm / THETA_13))) : 0;
  const a = matrix.map((value) => value / 2 ** squarings);
  const a2 = product(a, a, n);
  const a4 = product(a2, a2, n);
  const a6 = product(a4, a2, n);
  const combine = (k6: number, k4: number, k2: number, k0: number): Float64Array =>
    a6.map((value, i) => {
      const unit = i % (n + 1) === 0 ? k0 : 0;
      return k6 * value + k4 * (a4[i] as number) + k2 * (a2[i] as number) + unit;
    });
  const oddHigh = product(a6, combine(c(13), c(11), c(9), 0), n);
  const oddLow = combine(c(7), c(5), c(3), c(1));
  const odd = product(
    a,
    oddHigh.map((value, i) => value + (oddLow[i] as number)),
    n,
  );
  const evenHigh = product(a6, combine(c(12), c(10), c(8), 0), n);
  const evenLow = combine(c(6), c(4), c(2), c(0));
  const even = evenHigh.map((value, i) => value + (evenLow[i] as number));
  let result = solveDense(
    even.map((value, i) => value - (odd[i] as number)),
    even.map((value, i) => value + (odd[i] as number)),
    n,
  );
  for (let k = 0; k < squarings; k++) result = product(result, result, n);
  return result;
}

function product(a: Float64Array, b: Float64Array, n: number): Float64Array {
  const out = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < n; k++) {
      const factor = a[i * n + k] as number;
      for (let j = 0; j < n; j++) out[i * n + j] = (out[i * n + j] as number) + factor * (b[k * n + j] as number);
    }
  }
  return out;
}
