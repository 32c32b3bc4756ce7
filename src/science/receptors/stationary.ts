/**
 * Long-time behaviour of a chain at constant concentrations and voltage.
 *
 * The stationary distribution comes from state reduction without subtractions (Grassmann, Taksar & Heyman 1985,
 * doi 10.1287/opre.33.5.1107), so every occupancy has a small relative error even when rates span many decades.
 */
import type { CompiledScheme } from './compile';
import { communicatingClasses } from './graph';
import { type Conditions, rateMatrix } from './rates';

/**
 * Occupancies after infinite time, length n. When the chain falls apart (for instance blocked and free receptors
 * without agonist) the answer depends on where it starts: `start` (occupancies, length n) is the scheme's initial
 * distribution unless given.
 */
export function stationary(scheme: CompiledScheme, conditions: Conditions, start: Float64Array = scheme.initial): Float64Array {
  return stationaryOf(rateMatrix(scheme, conditions), scheme.n, start);
}

/** As `stationary`, for a generator (n x n, row major, 1/ms). */
export function stationaryOf(generator: Float64Array, n: number, start: Float64Array): Float64Array {
  const q = withoutNegligible(generator);
  const classes = communicatingClasses(q, n);
  const weight = absorb(q, n, classes.classOf, new Set(classes.closed), start);
  const result = new Float64Array(n);
  for (const c of classes.closed) {
    const states = classes.members[c] ?? [];
    let mass = 0;
    for (const s of states) mass += weight[s] as number;
    const share = gth(q, n, states);
    states.forEach((s, i) => {
      result[s] = mass * (share[i] as number);
    });
  }
  return result;
}

/** Rates so small that ratios with them leave the range of a double count as zero. */
const NEGLIGIBLE = 1e-200;

function withoutNegligible(q: Float64Array): Float64Array {
  const largest = q.reduce((most, rate) => Math.max(most, rate), 0);
  return q.map((rate) => (rate > 0 && rate < NEGLIGIBLE * largest ? 0 : rate));
}

/** Stationary distribution of the closed class `states`, in that order. */
function gth(q: Float64Array, n: number, states: readonly number[]): Float64Array {
  const m = states.length;
  const a = new Float64Array(m * m);
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < m; j++) a[i * m + j] = i === j ? 0 : (q[(states[i] as number) * n + (states[j] as number)] as number);
  }
  for (let k = m - 1; k > 0; k--) {
    let out = 0;
    for (let j = 0; j < k; j++) out += a[k * m + j] as number;
    for (let i = 0; i < k; i++) {
      const into = (a[i * m + k] as number) / out;
      a[i * m + k] = into;
      for (let j = 0; j < k; j++) if (j !== i) a[i * m + j] = (a[i * m + j] as number) + into * (a[k * m + j] as number);
    }
  }
  const p = new Float64Array(m);
  p[0] = 1;
  let total = 1;
  for (let k = 1; k < m; k++) {
    let sum = 0;
    for (let i = 0; i < k; i++) sum += (p[i] as number) * (a[i * m + k] as number);
    p[k] = sum;
    total += sum;
    // Ratios of occupancies can exceed the range of a double; only their shares matter.
    if (total > 1e100) {
      for (let i = 0; i <= k; i++) p[i] = (p[i] as number) / total;
      total = 1;
    }
  }
  for (let k = 0; k < m; k++) p[k] = (p[k] as number) / total;
  return p;
}

/** Moves the mass of transient states to the closed classes they end in, by eliminating transient states one at a time. */
function absorb(q: Float64Array, n: number, classOf: Int32Array, closed: ReadonlySet<number>, start: Float64Array): Float64Array {
  const mass = start.slice();
  const rates = q.slice();
  for (let i = 0; i < n; i++) rates[i * n + i] = 0;
  const transient: number[] = [];
  for (let s = 0; s < n; s++) if (!closed.has(classOf[s] as number)) transient.push(s);
  const gone = new Uint8Array(n);
  for (const k of transient) {
    gone[k] = 1;
    let out = 0;
    for (let j = 0; j < n; j++) if (gone[j] === 0) out += rates[k * n + j] as number;
    if (!(out > 0)) continue;
    for (let j = 0; j < n; j++) {
      if (gone[j] === 1) continue;
      const share = (rates[k * n + j] as number) / out;
      if (share === 0) continue;
      mass[j] = (mass[j] as number) + (mass[k] as number) * share;
      for (let i = 0; i < n; i++) {
        if (gone[i] === 0 && i !== j) rates[i * n + j] = (rates[i * n + j] as number) + (rates[i * n + k] as number) * share;
      }
    }
    mass[k] = 0;
  }
  return mass;
}
