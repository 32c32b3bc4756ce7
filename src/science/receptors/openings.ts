/** Single openings: how long they last and how many receptors open at all. */
import type { CompiledScheme } from './compile';
import { propagate, transitionProbabilities } from './propagator';
import type { Segment } from './protocol';
import { type Conditions, openProbability, rateMatrix } from './rates';
import { stationary } from './stationary';

/**
 * Mean time (ms) from entering the conducting states to leaving them, in the stationary state of a medium: the open
 * probability over the rate of openings. A blocker that enters the pore ends an opening.
 */
export function meanOpenTime(scheme: CompiledScheme, conditions: Conditions): number {
  const n = scheme.n;
  const q = rateMatrix(scheme, conditions);
  const p = stationary(scheme, conditions);
  let openings = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      if (scheme.conducting[i] === 0 && scheme.conducting[j] === 1) openings += (p[i] as number) * (q[i * n + j] as number);
    }
  }
  if (!(openings > 0)) throw new RangeError('The receptor never opens in this medium');
  return openProbability(scheme, p) / openings;
}

/** Share of receptors that open at least once in a protocol from the initial state: the conducting states are made absorbing. */
export function opensOnce(scheme: CompiledScheme, segments: readonly Segment[]): number {
  const n = scheme.n;
  let p: Float64Array = scheme.initial.slice();
  for (const segment of segments) {
    if (!Number.isFinite(segment.ms)) throw new RangeError('A segment needs a finite length');
    const q = rateMatrix(scheme, segment.conditions);
    for (let i = 0; i < n; i++) if (scheme.conducting[i] === 1) q.fill(0, i * n, (i + 1) * n);
    p = propagate(p, transitionProbabilities(q, n, segment.ms), n, new Float64Array(n));
  }
  return openProbability(scheme, p);
}
