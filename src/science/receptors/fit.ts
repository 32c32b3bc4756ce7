/** Least-squares fits of one or two exponentials to evenly spaced samples. */
import { solveDense } from './dense';

/**
 * What is fitted: a exp(-t / tau) with free a; the same plus a constant; or with a held at the first value, which is how
 * a decay from a rounded peak is summarised when the curve has to start at the peak.
 */
export type ExponentialModel = 'free' | 'plusConstant' | 'anchored';

/**
 * The time constant of the exponential that fits `values` at times 0, dt, 2 dt, ... best.
 * For a trial tau the linear constants are solved exactly; tau is found on a logarithmic scale from dt/10 to a
 * thousand times the window. Throws a RangeError when there are too few samples or no decay to fit.
 */
export function exponentialTau(values: Float64Array, dt: number, model: ExponentialModel): number {
  if (values.length < 5) throw new RangeError('A fit needs at least 5 samples');
  const window = dt * (values.length - 1);
  const low = Math.log(dt / 10);
  const high = Math.log(window * 1000);
  const error = (lnTau: number): number => residual(values, dt, Math.exp(lnTau), model);
  const scans = 400;
  let best = 0;
  let least = Infinity;
  for (let k = 0; k <= scans; k++) {
    const e = error(low + ((high - low) * k) / scans);
    if (e < least) {
      least = e;
      best = k;
    }
  }
  if (best === 0 || best === scans) throw new RangeError('The samples do not follow an exponential');
  const step = (high - low) / scans;
  return Math.exp(goldenSection(error, low + (best - 1) * step, low + (best + 1) * step));
}

/** Sum of squared residuals with the best linear constants for this tau. */
function residual(values: Float64Array, dt: number, tau: number, model: ExponentialModel): number {
  const n = values.length;
  let se = 0;
  let see = 0;
  let sy = 0;
  let sye = 0;
  for (let i = 0; i < n; i++) {
    const e = Math.exp((-i * dt) / tau);
    const y = values[i] as number;
    se += e;
    see += e * e;
    sy += y;
    sye += y * e;
  }
  let a = sye / see;
  let c = 0;
  if (model === 'anchored') a = values[0] as number;
  if (model === 'plusConstant') {
    const determinant = n * see - se * se;
    if (!(determinant > 1e-13 * n * see)) return Infinity;
    a = (n * sye - se * sy) / determinant;
    c = (sy - a * se) / n;
  }
  let sum = 0;
  for (let i = 0; i < n; i++) sum += ((values[i] as number) - a * Math.exp((-i * dt) / tau) - c) ** 2;
  return sum;
}

function goldenSection(f: (x: number) => number, from: number, to: number): number {
  const g = (Math.sqrt(5) - 1) / 2;
  let a = from;
  let b = to;
  let x = b - g * (b - a);
  let y = a + g * (b - a);
  let fx = f(x);
  let fy = f(y);
  for (let k = 0; k < 80; k++) {
    if (fx < fy) {
      b = y;
      y = x;
      fy = fx;
      x = b - g * (b - a);
      fx = f(x);
    } else {
      a = x;
      x = y;
      fx = fy;
      y = a + g * (b - a);
      fy = f(y);
    }
  }
  return (a + b) / 2;
}

/** Time constants (ms when `dt` is) and the share of the fast component of a two-exponential relaxation. */
export interface TwoExponentials {
  readonly fast_ms: number;
  readonly slow_ms: number;
  readonly fastShare: number;
}

/**
 * c + a exp(-t/fast) + b exp(-t/slow) by least squares: a coarse search over pairs of time constants, then a shrinking
 * pattern search; a, b and c are solved exactly for each pair. Throws a RangeError when there is no relaxation.
 */
export function twoExponentials(values: Float64Array, dt: number): TwoExponentials {
  const first = values[0] ?? 0;
  if (values.every((value) => Math.abs(value - first) <= 1e-12 * Math.abs(first))) throw new RangeError('There is no relaxation to fit');
  const low = Math.log(dt / 3);
  const high = Math.log(dt * values.length);
  const cells = 24;
  let best = { x: low, y: high, error: Infinity };
  const offer = (x: number, y: number): boolean => {
    const { error } = solveTwo(values, dt, Math.exp(x), Math.exp(y));
    if (!(error < best.error)) return false;
    best = { x, y, error };
    return true;
  };
  const width = (high - low) / cells;
  for (let i = 0; i < cells; i++) for (let j = i + 1; j <= cells; j++) offer(low + i * width, low + j * width);
  for (let step = width / 2; step > 1e-7;) {
    const { x, y } = best;
    const moved = [offer(x + step, y), offer(x - step, y), offer(x, y + step), offer(x, y - step)];
    if (!moved.includes(true)) step /= 2;
  }
  const { a, b } = solveTwo(values, dt, Math.exp(best.x), Math.exp(best.y));
  const ordered = best.x <= best.y;
  return {
    fast_ms: Math.exp(Math.min(best.x, best.y)),
    slow_ms: Math.exp(Math.max(best.x, best.y)),
    fastShare: (ordered ? a : b) / (a + b),
  };
}

/** Amplitudes of the two exponentials beside a free constant, and the squared error. */
function solveTwo(values: Float64Array, dt: number, tauA: number, tauB: number): { a: number; b: number; error: number } {
  const n = values.length;
  const m = new Float64Array(9);
  const r = new Float64Array(3);
  let square = 0;
  const row = new Float64Array(3);
  row[0] = 1;
  for (let i = 0; i < n; i++) {
    row[1] = Math.exp((-i * dt) / tauA);
    row[2] = Math.exp((-i * dt) / tauB);
    const y = values[i] as number;
    square += y * y;
    for (let j = 0; j < 3; j++) {
      r[j] = (r[j] as number) + (row[j] as number) * y;
      for (let k = 0; k < 3; k++) m[j * 3 + k] = (m[j * 3 + k] as number) + (row[j] as number) * (row[k] as number);
    }
  }
  try {
    const solution = solveDense(m, r, 3);
    const explained = r.reduce((sum, value, j) => sum + value * (solution[j] as number), 0);
    return { a: solution[1] as number, b: solution[2] as number, error: square - explained };
  } catch {
    return { a: 0, b: 0, error: Infinity };
  }
}
