/** Dense linear algebra on small row-major matrices. */

/** Solves A X = B for X by Gaussian elimination with partial pivoting; A is n x n, B is n x k. Throws if A is singular. */
export function solveDense(a: Float64Array, b: Float64Array, n: number): Float64Array {
  const lu = a.slice();
  const x = b.slice();
  const width = x.length / n;
  for (let k = 0; k < n; k++) {
    let pivot = k;
    for (let i = k + 1; i < n; i++) if (Math.abs(lu[i * n + k] as number) > Math.abs(lu[pivot * n + k] as number)) pivot = i;
    if (lu[pivot * n + k] === 0) throw new RangeError('The matrix is singular');
    if (pivot !== k) {
      swapRows(lu, n, k, pivot);
      swapRows(x, width, k, pivot);
    }
    for (let i = k + 1; i < n; i++) {
      const factor = (lu[i * n + k] as number) / (lu[k * n + k] as number);
      if (factor === 0) continue;
      for (let j = k + 1; j < n; j++) lu[i * n + j] = (lu[i * n + j] as number) - factor * (lu[k * n + j] as number);
      for (let j = 0; j < width; j++) x[i * width + j] = (x[i * width + j] as number) - factor * (x[k * width + j] as number);
    }
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let j = 0; j < width; j++) {
      let sum = x[i * width + j] as number;
      for (let k = i + 1; k < n; k++) sum -= (lu[i * n + k] as number) * (x[k * width + j] as number);
      x[i * width + j] = sum / (lu[i * n + i] as number);
    }
  }
  return x;
}

function swapRows(matrix: Float64Array, width: number, a: number, b: number): void {
  for (let j = 0; j < width; j++) {
    const held = matrix[a * width + j] as number;
    matrix[a * width + j] = matrix[b * width + j] as number;
    matrix[b * width + j] = held;
  }
}
