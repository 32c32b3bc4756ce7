/**
 * Open probabilities of many receptors, each with its own protocol of constant segments, at given times, exactly.
 *
 * A medium that several receptors share over the same stretch of time is worked out once: instead of propagating every
 * receptor, the observable "open at time t" is propagated backwards to the start of the stretch, where it becomes one
 * number per state; a receptor's open probability is then a dot product with its occupancies.
 */
import type { CompiledScheme } from './compile';
import { propagate, transitionProbabilities } from './propagator';
import { type Protocol, type Segment, startOccupancy } from './protocol';
import { concentrations, openProbability, rateMatrix, transitionRates } from './rates';
import { type PoleCount, RationalPropagator } from './rational';

/** One segment of one receptor with the sample times that fall into it. */
interface Stretch {
  readonly segment: Segment;
  /** Concentrations in the order of the scheme's ligands, mM. */
  readonly ligands: Float64Array;
  readonly begin: number;
  /** Indices of the first sample after `begin` and of the first after the end. */
  readonly from: number;
  readonly to: number;
}

/** What each state is worth at each sample of a shared stretch (n rows of samples), and how it moves occupancies to its end. */
interface SharedStretch {
  readonly worth: Float64Array;
  readonly whole: Float64Array | undefined;
}

/**
 * Po of receptor r at time k as `result[r * times.length + k]`. `times_ms` ascends from at least 0 and ends within every
 * protocol. `poles` sets the accuracy (see `rational.ts`). Throws a RangeError for times out of order or beyond the end, and for an infinite segment.
 */
export function respondMany(
  scheme: CompiledScheme,
  protocols: readonly Protocol[],
  times_ms: ArrayLike<number>,
  poles: PoleCount = 14,
): Float64Array {
  const count = times_ms.length;
  for (let k = 0; k < count; k++) {
    const t = times_ms[k] as number;
    if (!(t >= 0) || (k > 0 && t < (times_ms[k - 1] as number))) throw new RangeError('Sample times must ascend from 0 ms');
  }
  const plans = protocols.map((protocol) => planStretches(scheme, protocol, times_ms));
  const root: Branch = { uses: 0, next: new Map(), shared: undefined };
  const leaves = plans.map((plan) => plan.map((stretch) => leafOf(root, stretch)));
  const propagator = new RationalPropagator(scheme, poles);
  const result = new Float64Array(protocols.length * count);
  protocols.forEach((protocol, r) => {
    const p = startOccupancy(scheme, protocol.start);
    const plan = plans[r] ?? [];
    const row = result.subarray(r * count, (r + 1) * count);
    for (let k = 0; k < count && times_ms[k] === 0; k++) row[k] = openProbability(scheme, p);
    plan.forEach((stretch, i) => {
      const last = i === plan.length - 1;
      const leaf = leaves[r]?.[i];
      if (leaf === undefined || leaf.uses < 3) {
        march(scheme, propagator, p, stretch, times_ms, row, last);
        return;
      }
      leaf.shared ??= workOut(scheme, stretch, times_ms, last);
      useShared(p, stretch, leaf.shared, row, last);
    });
  });
  return result;
}

function planStretches(scheme: CompiledScheme, protocol: Protocol, times: ArrayLike<number>): readonly Stretch[] {
  let begin = 0;
  let from = firstAfter(times, 0, 0);
  const plan = protocol.segments.map((segment): Stretch => {
    if (!(segment.ms >= 0 && Number.isFinite(segment.ms))) throw new RangeError(`A segment needs a finite length, not ${segment.ms} ms`);
    const end = begin + segment.ms;
    const to = firstAfter(times, end, from);
    const stretch = { segment, ligands: concentrations(scheme, segment.conditions), begin, from, to };
    begin = end;
    from = to;
    return stretch;
  });
  if (from < times.length) throw new RangeError(`The protocol ends at ${begin} ms, before the last sample`);
  return plan;
}

/** Index of the first of the ascending times that is later than `t`, from `low` on. */
function firstAfter(times: ArrayLike<number>, t: number, low: number): number {
  let high = times.length;
  let at = low;
  while (at < high) {
    const middle = (at + high) >> 1;
    if ((times[middle] as number) <= t) at = middle + 1;
    else high = middle;
  }
  return at;
}

/** Stretches by what they depend on, one number a branch: begin, length, voltage and every concentration. */
interface Branch {
  uses: number;
  readonly next: Map<number, Branch>;
  shared: SharedStretch | undefined;
}

/** The leaf of a stretch, which counts one use more. */
function leafOf(root: Branch, { segment, ligands, begin }: Stretch): Branch {
  let at = follow(follow(follow(root, begin), segment.ms), segment.conditions.v_mV);
  for (let l = 0; l < ligands.length; l++) at = follow(at, ligands[l] as number);
  at.uses += 1;
  return at;
}

function follow(branch: Branch, value: number): Branch {
  const known = branch.next.get(value);
  if (known !== undefined) return known;
  const made: Branch = { uses: 0, next: new Map(), shared: undefined };
  branch.next.set(value, made);
  return made;
}

/** One receptor through one stretch, sample by sample; `p` ends at the end of the stretch unless it is the last. */
function march(
  scheme: CompiledScheme,
  propagator: RationalPropagator,
  p: Float64Array,
  stretch: Stretch,
  times: ArrayLike<number>,
  row: Float64Array,
  last: boolean,
): void {
  const { segment, ligands, begin, from, to } = stretch;
  propagator.setRates(transitionRates(scheme, ligands, segment.conditions.v_mV, new Float64Array(scheme.m)));
  let at = begin;
  for (let k = from; k < to; k++) {
    const t = times[k] as number;
    propagator.forward(p, t - at);
    at = t;
    row[k] = openProbability(scheme, p);
  }
  if (!last) propagator.forward(p, begin + segment.ms - at);
}

/** The observables of a shared stretch, from the earliest sample to the latest, each one a little further back in time. */
function workOut(scheme: CompiledScheme, stretch: Stretch, times: ArrayLike<number>, last: boolean): SharedStretch {
  const { segment, begin, from, to } = stretch;
  const n = scheme.n;
  const q = rateMatrix(scheme, segment.conditions);
  const worth = new Float64Array((to - from) * n);
  let w: Float64Array = Float64Array.from(scheme.conducting);
  let next: Float64Array = new Float64Array(n);
  let at = begin;
  let step = NaN;
  let probabilities: Float64Array = new Float64Array(0);
  for (let k = from; k < to; k++) {
    const dt = (times[k] as number) - at;
    if (!(Math.abs(dt - step) <= 1e-12 * dt)) {
      probabilities = transitionProbabilities(q, n, dt);
      step = dt;
    }
    applyColumns(probabilities, w, n, next);
    [w, next] = [next, w];
    at = times[k] as number;
    for (let s = 0; s < n; s++) worth[s * (to - from) + k - from] = w[s] as number;
  }
  return { worth, whole: last ? undefined : transitionProbabilities(q, n, segment.ms) };
}

/** out = matrix times the column w. */
function applyColumns(matrix: Float64Array, w: Float64Array, n: number, out: Float64Array): void {
  for (let i = 0; i < n; i++) {
    let sum = 0;
    const row = i * n;
    for (let j = 0; j < n; j++) sum += (matrix[row + j] as number) * (w[j] as number);
    out[i] = sum;
  }
}

/** Adds up occupancy times worth, four states at a time; empty states (pores without a blocker, say) cost nothing. */
function useShared(p: Float64Array, stretch: Stretch, known: SharedStretch, row: Float64Array, last: boolean): void {
  const { from, to } = stretch;
  const { worth, whole } = known;
  const samples = to - from;
  let group = 0;
  const at = [0, 0, 0, 0];
  const weight = [0, 0, 0, 0];
  for (let s = 0; s <= p.length; s++) {
    if (s < p.length && p[s] !== 0) {
      at[group] = s * samples;
      weight[group] = p[s] as number;
      group += 1;
    }
    if (group < 4 && (s < p.length || group === 0)) continue;
    weight.fill(0, group);
    const [a0 = 0, a1 = 0, a2 = 0, a3 = 0] = at;
    const [w0 = 0, w1 = 0, w2 = 0, w3 = 0] = weight;
    for (let k = 0; k < samples; k++) {
      const low = w0 * (worth[a0 + k] as number) + w1 * (worth[a1 + k] as number);
      row[from + k] = (row[from + k] as number) + low + w2 * (worth[a2 + k] as number) + w3 * (worth[a3 + k] as number);
    }
    group = 0;
  }
  if (!last && whole !== undefined) p.set(propagate(p, whole, p.length, new Float64Array(p.length)));
}
