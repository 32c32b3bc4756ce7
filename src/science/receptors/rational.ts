/**
 * exp(Q t) applied to occupancies through a rational function: the best approximation to exp(x) on the negative axis
 * (Cody, Meinardus & Varga 1969, doi 10.1016/0021-9045(69)90030-6), here in partial fractions
 *   exp(x) = r + 2 Re sum c_j / (x - z_j),
 * whose poles and residues were computed by the Carathéodory-Fejér method (Trefethen, Weideman & Schmelzer 2006,
 * doi 10.1007/s10543-006-0077-9). Each pole costs one sparse complex solve, whatever t and however stiff Q. The constant
 * r is set so that the value at x = 0 is 1: total occupancy is kept.
 *
 * The greatest error on the negative axis is 1.8e-4 with 4 poles, 2e-6 with 6 and 9e-14 with 14. Complex eigenvalues (schemes without
 * detailed balance) lie close enough to the axis in practice; the tests compare with the exact propagators.
 */
import type { CompiledScheme } from './compile';
import { type FactorLayout, fillGenerator, layFactors } from './factors';

/** Poles of the approximation, pairs of conjugates counted as two. */
export type PoleCount = 4 | 6 | 14;

/** Rows of (Re z, Im z, Re c, Im c) for the poles above the axis. */
const POLES: Readonly<Record<PoleCount, readonly PoleRow[]>> = {
  4: [
    [1.5484005705394221, 1.1918258539276252, -0.06168352255495587, -1.9050594559799174],
    [-0.3678383143998263, 3.6581332720632775, 0.07339241923416245, 0.45000491585380575],
  ],
  6: [
    [2.400602938931994, 1.193129308402113, -0.5790130040298893, -4.286888564576734],
    [1.158552571718089, 3.614772600819722, 0.663006870527263, 1.4514129199009649],
    [-1.7819882759221655, 6.196512467347266, -0.08358161715617157, -0.10642926074777496],
  ],
  14: [
    [5.62317153475742, 1.1940664287021552, -27.876162291177156, -102.15000629291019],
    [5.089374564875054, 3.588816095602845, 46.93490458700584, 45.644543838980354],
    [3.993400429650635, 6.004818060139016, -23.49897941909133, -5.808219208333141],
    [2.2698165258521406, 8.461717806877203, 4.807233308906512, -1.3211122031487392],
    [-0.20872377764902525, 10.991232026333313, -0.37636336734574083, 0.33520468313104734],
    [-3.703239160176677, 13.656333463712498, 0.009438720567093254, -0.017185736312372236],
    [-8.897735413180298, 16.63093520842446, -7.153878179758697e-5, 0.00014361901788104045],
  ],
};

/** Propagates occupancies of one scheme; factors are kept as long as medium and step stay the same. */
export class RationalPropagator {
  private readonly layout: FactorLayout;
  private readonly constant: number;
  /** -Q'. */
  private readonly generator: Float64Array;
  private readonly pairs: readonly PolePair[];
  private readonly sum: Float64Array;
  private step = NaN;

  constructor(scheme: CompiledScheme, poles: PoleCount = 14) {
    this.layout = layFactors(scheme);
    const rows = POLES[poles];
    this.constant = rows.reduce((r, [a, b, c, d]) => r + (2 * (c * a + d * b)) / (a * a + b * b), 1);
    this.generator = new Float64Array(this.layout.entries);
    this.sum = new Float64Array(scheme.n);
    this.pairs = Array.from({ length: Math.ceil(rows.length / 2) }, (_, k) => {
      const first = rows[2 * k] as PoleRow;
      return new PolePair(this.layout, first, rows[2 * k + 1] ?? [first[0], first[1], 0, 0]);
    });
  }

  /** Sets the medium by its transition rates (length m, 1/ms). */
  setRates(rates: Float64Array): void {
    fillGenerator(this.layout, rates, this.generator);
    this.step = NaN;
  }

  /** p := p exp(Q dt). Throws a RangeError for a step that is negative or not finite. */
  forward(p: Float64Array, dt: number): void {
    if (!(dt >= 0 && dt < Infinity)) throw new RangeError(`The time step must be finite and at least 0 ms, not ${dt}`);
    if (dt === 0) return;
    const { pairs, sum, constant } = this;
    // Steps of one grid differ in the last digits only; their factors are shared.
    if (!(Math.abs(dt - this.step) <= 1e-13 * dt)) {
      for (const pair of pairs) pair.factorise(this.generator, dt);
      this.step = dt;
    }
    for (let s = 0; s < sum.length; s++) sum[s] = constant * (p[s] as number);
    for (const pair of pairs) pair.addTo(sum, p);
    p.set(sum);
  }
}

type PoleRow = readonly [number, number, number, number];

/**
 * The factors of z/dt - Q' for two poles z, side by side: real and imaginary part of the one and of the other in four neighbouring numbers,
 * so that neither system waits for the other.
 */
class PolePair {
  private readonly values: Float64Array;
  private readonly x: Float64Array;
  /** 2 / dt. */
  private scale = NaN;

  constructor(
    private readonly layout: FactorLayout,
    private readonly one: PoleRow,
    private readonly two: PoleRow,
  ) {
    this.values = new Float64Array(4 * layout.entries);
    this.x = new Float64Array(4 * layout.n);
  }

  /** From -Q' and the step, ms. The diagonals are kept inverted and taken out of the rows of U. */
  factorise(generator: Float64Array, dt: number): void {
    const { values: v, layout, one, two } = this;
    const { n, entries, upperRow } = layout;
    this.scale = 2 / dt;
    for (let e = n; e < entries; e++) {
      const value = generator[e] as number;
      v[4 * e] = value;
      v[4 * e + 1] = 0;
      v[4 * e + 2] = value;
      v[4 * e + 3] = 0;
    }
    for (let i = 0; i < n; i++) {
      const value = generator[i] as number;
      v[4 * i] = value + one[0] / dt;
      v[4 * i + 1] = one[1] / dt;
      v[4 * i + 2] = value + two[0] / dt;
      v[4 * i + 3] = two[1] / dt;
    }
    eliminate(layout.program, v);
    const first = entries - upperRow.length;
    for (let k = 0; k < upperRow.length; k++) multiply(v, 4 * (first + k), v, 4 * (upperRow[k] as number));
  }

  /** sum -= 2/dt Re(c x), x the solution for the right-hand side p, for both poles. */
  addTo(sum: Float64Array, p: Float64Array): void {
    const { values, x, layout, one, two, scale } = this;
    const { lowerRow, lowerColumn, upperRow, upperColumn, n, entries } = layout;
    for (let s = 0; s < n; s++) {
      const value = p[s] as number;
      x[4 * s] = value;
      x[4 * s + 1] = 0;
      x[4 * s + 2] = value;
      x[4 * s + 3] = 0;
    }
    substitute(lowerRow, lowerColumn, values, 4 * n, x);
    for (let i = 0; i < 4 * n; i += 4) multiply(x, i, values, i);
    substitute(upperRow, upperColumn, values, 4 * (entries - upperRow.length), x);
    const c0 = scale * one[2];
    const d0 = scale * one[3];
    const c1 = scale * two[2];
    const d1 = scale * two[3];
    for (let s = 0; s < n; s++) {
      const i = 4 * s;
      sum[s] =
        (sum[s] as number) - (c0 * (x[i] as number) - d0 * (x[i + 1] as number)) - (c1 * (x[i + 2] as number) - d1 * (x[i + 3] as number));
    }
  }
}

/** The two numbers at `i` of `a`, times those at `k` of `b`. */
function multiply(a: Float64Array, i: number, b: Float64Array, k: number): void {
  const u0 = a[i] as number;
  const v0 = a[i + 1] as number;
  const u1 = a[i + 2] as number;
  const v1 = a[i + 3] as number;
  const c0 = b[k] as number;
  const d0 = b[k + 1] as number;
  const c1 = b[k + 2] as number;
  const d1 = b[k + 3] as number;
  a[i] = u0 * c0 - v0 * d0;
  a[i + 1] = u0 * d0 + v0 * c0;
  a[i + 2] = u1 * c1 - v1 * d1;
  a[i + 3] = u1 * d1 + v1 * c1;
}

/** The two numbers at `i` of `a`, minus the product of those at `k` of `b` and at `l` of `c`. */
function subtract(a: Float64Array, i: number, b: Float64Array, k: number, c: Float64Array, l: number): void {
  const u0 = b[k] as number;
  const v0 = b[k + 1] as number;
  const u1 = b[k + 2] as number;
  const v1 = b[k + 3] as number;
  const x0 = c[l] as number;
  const y0 = c[l + 1] as number;
  const x1 = c[l + 2] as number;
  const y1 = c[l + 3] as number;
  a[i] = (a[i] as number) - u0 * x0 + v0 * y0;
  a[i + 1] = (a[i + 1] as number) - u0 * y0 - v0 * x0;
  a[i + 2] = (a[i + 2] as number) - u1 * x1 + v1 * y1;
  a[i + 3] = (a[i + 3] as number) - u1 * y1 - v1 * x1;
}

/** Takes from each row the entry times its column's unknown; the entries begin at `at`. */
function substitute(rows: Int32Array, columns: Int32Array, values: Float64Array, at: number, x: Float64Array): void {
  for (let k = 0; k < rows.length; k++) subtract(x, 4 * (rows[k] as number), values, at + 4 * k, x, 4 * (columns[k] as number));
}

/** Runs the elimination program. */
function eliminate(program: Int32Array, v: Float64Array): void {
  for (let at = 0; at < program.length;) {
    const pivot = 4 * (program[at] as number);
    const rows = program[at + 1] as number;
    invert(v, pivot);
    at += 2;
    for (let i = 0; i < rows; i++) {
      const target = 4 * (program[at] as number);
      multiply(v, target, v, pivot);
      const stop = at + 1 + 2 * rows;
      for (at += 1; at < stop; at += 2) subtract(v, 4 * (program[at] as number), v, target, v, 4 * (program[at + 1] as number));
    }
  }
}

function invert(v: Float64Array, i: number): void {
  const a0 = v[i] as number;
  const b0 = v[i + 1] as number;
  const a1 = v[i + 2] as number;
  const b1 = v[i + 3] as number;
  const s0 = 1 / (a0 * a0 + b0 * b0);
  const s1 = 1 / (a1 * a1 + b1 * b1);
  v[i] = a0 * s0;
  v[i + 1] = -b0 * s0;
  v[i + 2] = a1 * s1;
  v[i + 3] = -b1 * s1;
}
