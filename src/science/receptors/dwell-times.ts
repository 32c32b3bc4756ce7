/**
 * How long one channel stays open or shut: the laws that a scheme predicts, on a logarithmic ladder of times.
 *
 * With the states split into a set A (open, or shut) and the rest, a stay in A that begins in the stationary state lasts longer
 * than t with probability phi exp(Q_AA t) 1, phi being the share of entries into each state of A (Colquhoun & Hawkes 1982,
 * Phil Trans R Soc B 300:1, doi 10.1098/rstb.1982.0156).
 */
import type { CompiledScheme } from './compile';
import { doubled, propagate, transitionProbabilities } from './propagator';
import { type Conditions, openProbability, rateMatrix } from './rates';
import { stationary } from './stationary';

/** Which stays: of the current as an electrode sees it. A shut time includes every stay of a blocker. */
export type DwellKind = 'open' | 'shut';

/** Bins of dwell times grow by a constant factor, three to an octave, about ten to a decade. */
const PER_OCTAVE = 3;

/** Edges in ms of logarithmic bins: `first_ms` times 2^(k/3). */
export interface Ladder {
  readonly first_ms: number;
  readonly edges_ms: Float64Array;
}

/** A ladder from `first_ms` to at least `last_ms`. Throws a RangeError unless 0 < first < last. */
export function ladder(first_ms: number, last_ms: number): Ladder {
  if (!(first_ms > 0 && last_ms > first_ms && Number.isFinite(last_ms))) throw new RangeError('A ladder needs 0 < first < last');
  const count = Math.ceil(PER_OCTAVE * Math.log2(last_ms / first_ms)) + 1;
  return { first_ms, edges_ms: Float64Array.from({ length: count }, (_, k) => first_ms * 2 ** (k / PER_OCTAVE)) };
}

/** Bin of a dwell time: -1 below the ladder, the number of bins above it. */
export function binOf(steps: Ladder, ms: number): number {
  const bins = steps.edges_ms.length - 1;
  if (!(ms >= steps.first_ms)) return -1;
  const guess = Math.min(bins, Math.floor(PER_OCTAVE * Math.log2(ms / steps.first_ms)));
  if (ms < (steps.edges_ms[guess] ?? 0)) return guess - 1;
  const next = steps.edges_ms[guess + 1];
  return next !== undefined && ms >= next ? guess + 1 : guess;
}

/** The theoretical distribution of dwells of one kind. */
export interface DwellLaw {
  readonly kind: DwellKind;
  /** Mean dwell time, ms. */
  readonly mean_ms: number;
  /** Number of such dwells per ms of recording. */
  readonly perMs: number;
  /** Probability that a dwell lasts longer than each edge of the ladder. */
  readonly survival: Float64Array;
}

/**
 * The law of open or of shut times in the stationary state of a medium. Throws a RangeError when the channel never opens there,
 * or never shuts.
 */
export function dwellLaw(scheme: CompiledScheme, conditions: Conditions, kind: DwellKind, steps: Ladder): DwellLaw {
  const n = scheme.n;
  const q = rateMatrix(scheme, conditions);
  const p = stationary(scheme, conditions);
  const inside = Uint8Array.from(scheme.conducting, (open) => (kind === 'open' ? open : 1 - open));
  const entry = new Float64Array(n);
  let rate = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      if (inside[i] === 1 || inside[j] === 0) continue;
      const flow = (p[i] as number) * (q[i * n + j] as number);
      entry[j] = (entry[j] as number) + flow;
      rate += flow;
    }
  }
  if (!(rate > 0)) throw new RangeError(`The receptor never ${kind === 'open' ? 'opens' : 'shuts'} in this medium`);
  for (let s = 0; s < n; s++) entry[s] = (entry[s] as number) / rate;
  const open = openProbability(scheme, p);
  return { kind, mean_ms: (kind === 'open' ? open : 1 - open) / rate, perMs: rate, survival: survivalOf(q, n, inside, entry, steps) };
}

/** Shares of dwells in each bin of the ladder; what lies below and above it is left out. */
export function binShares(law: DwellLaw): Float64Array {
  return Float64Array.from({ length: law.survival.length - 1 }, (_, k) => (law.survival[k] ?? 0) - (law.survival[k + 1] ?? 0));
}

/** All edges are a doubling of one of the first three, so the whole ladder takes one matrix product an edge. */
function survivalOf(q: Float64Array, n: number, inside: Uint8Array, entry: Float64Array, steps: Ladder): Float64Array {
  const stopped = q.slice();
  for (let i = 0; i < n; i++) if (inside[i] === 0) stopped.fill(0, i * n, (i + 1) * n);
  const survival = new Float64Array(steps.edges_ms.length);
  const out = new Float64Array(n);
  for (let first = 0; first < PER_OCTAVE; first++) {
    let matrix: Float64Array | undefined;
    for (let k = first; k < survival.length; k += PER_OCTAVE) {
      matrix = matrix === undefined ? transitionProbabilities(stopped, n, steps.edges_ms[k] as number) : doubled(matrix, n);
      propagate(entry, matrix, n, out);
      let sum = 0;
      for (let s = 0; s < n; s++) if (inside[s] === 1) sum += out[s] as number;
      survival[k] = sum;
    }
  }
  return survival;
}

/** The least depth of a valley, as a share of its lower shoulder: shallower ones are not taken for two kinds of gap. */
const VALLEY = 0.8;

/**
 * The gap (ms) that parts shut times within a burst from those between bursts: the deepest valley of the predicted histogram on a
 * square-root ordinate, as one would place it by eye (Colquhoun & Sakmann 1985, J Physiol 369:501, doi
 * 10.1113/jphysiol.1985.sp015912 discuss the choice). Null where the shut times have one hump only.
 */
export function criticalGap(shut: DwellLaw, steps: Ladder): number | null {
  const heights = Array.from(binShares(shut), Math.sqrt);
  let found: { readonly at: number; readonly depth: number } | null = null;
  for (let k = 1; k < heights.length - 1; k++) {
    const here = heights[k] ?? 0;
    const shoulder = Math.min(Math.max(...heights.slice(0, k)), Math.max(...heights.slice(k + 1)));
    const depth = here / shoulder;
    if (depth < VALLEY && (found === null || depth < found.depth)) found = { at: k, depth };
  }
  if (found === null) return null;
  return Math.sqrt((steps.edges_ms[found.at] ?? 0) * (steps.edges_ms[found.at + 1] ?? 0));
}
