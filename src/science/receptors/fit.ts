/** Least-squares fits of one exponential to evenly spaced samples. */

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
