/**
 * Many identical receptors in one medium, as counts per state. Over a step each receptor moves by the row of the exact
 * transition probabilities of its state, so the counts are drawn from multinomials: exact in distribution at the ends of
 * steps of any length (a tau-leap without its error).
 */
import { addMultinomial } from '../random-counts';
import type { Rng } from '../random';
import type { CompiledScheme } from './compile';
import { transitionProbabilities } from './propagator';
import { type Conditions, rateMatrix } from './rates';

/**
 * Many like receptors in one medium, as numbers in each state: every step is one multinomial draw for each state, exact for any length.
 */
export class ReceptorCounts {
  readonly scheme: CompiledScheme;
  /** Receptors in each state; length n. */
  counts: Int32Array;
  private readonly rng: Rng;
  private spare: Int32Array;

  /** `count` receptors drawn from `start` (occupancies, length n; the scheme's initial ones unless given). */
  constructor(scheme: CompiledScheme, count: number, rng: Rng, start: Float64Array = scheme.initial) {
    if (!Number.isInteger(count) || count < 0) throw new RangeError(`The number of receptors must be a whole number, not ${count}`);
    this.scheme = scheme;
    this.rng = rng;
    this.counts = new Int32Array(scheme.n);
    this.spare = new Int32Array(scheme.n);
    addMultinomial(rng, count, start, 0, scheme.n, this.counts);
  }

  /** One step with given transition probabilities (n x n, from `transitionProbabilities`). */
  step(probabilities: Float64Array): void {
    const { scheme, rng, counts, spare } = this;
    spare.fill(0);
    for (let s = 0; s < scheme.n; s++) addMultinomial(rng, counts[s] as number, probabilities, s * scheme.n, scheme.n, spare);
    this.counts = spare;
    this.spare = counts;
  }

  /** One step of `dt` ms in a medium. For many equal steps compute the probabilities once and call `step`. */
  advance(conditions: Conditions, dt: number): void {
    this.step(transitionProbabilities(rateMatrix(this.scheme, conditions), this.scheme.n, dt));
  }

  /** Number of receptors in a conducting state. */
  openCount(): number {
    let open = 0;
    for (let s = 0; s < this.scheme.n; s++) if (this.scheme.conducting[s] === 1) open += this.counts[s] as number;
    return open;
  }
}
