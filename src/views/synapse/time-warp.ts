/**
 * Slow motion. What happens in the first milliseconds after a spike is shown much slower than the long tail; each stretch runs at one
 * even pace, and the pace is written beside the picture.
 */
import type { Bench } from '../../explorer/state';
import { runEnd } from '../../explorer/bench';

export interface Stretch {
  /** Simulated time, ms. */
  readonly from: number;
  readonly to: number;
  /** How many times slower than life. */
  readonly slowed: number;
}

/** Pictures a second: the cadence of things drawn by hand. */
export const CADENCE = 12;

/** Up to which time after a spike a pace holds, ms. */
const PACES: readonly { readonly until: number; readonly slowed: number }[] = [
  { until: 2, slowed: 2_000 },
  { until: 20, slowed: 200 },
  { until: Number.POSITIVE_INFINITY, slowed: 20 },
];

/** The stretches of a run, one after another from 0 to its end. */
export function stretchesOf(bench: Bench): readonly Stretch[] {
  const end = runEnd(bench);
  const stretches: Stretch[] = [];
  for (let spike = 0; spike < bench.spikes; spike++) {
    const at = (1000 * spike) / bench.rate_Hz;
    const next = spike + 1 < bench.spikes ? (1000 * (spike + 1)) / bench.rate_Hz : end;
    let from = at;
    for (const { until, slowed } of PACES) {
      const to = Math.min(next, at + until);
      if (to > from) stretches.push({ from, to, slowed });
      from = Math.max(from, to);
    }
  }
  return stretches;
}

/** How long a run is shown, seconds. */
export function shownSeconds(stretches: readonly Stretch[]): number {
  return stretches.reduce((sum, { from, to, slowed }) => sum + ((to - from) * slowed) / 1000, 0);
}

/** The pace at a moment. */
export function paceAt(stretches: readonly Stretch[], ms: number): number {
  return (stretches.find(({ to }) => ms < to) ?? stretches.at(-1))?.slowed ?? 1;
}

/** The moment that is shown `seconds` after `ms` was. */
export function after(stretches: readonly Stretch[], ms: number, seconds: number): number {
  let at = ms;
  let left = seconds;
  for (const { to, slowed } of stretches) {
    if (at >= to) continue;
    const needs = ((to - at) * slowed) / 1000;
    if (left < needs) return at + (left * 1000) / slowed;
    left -= needs;
    at = to;
  }
  return at;
}

/** How long it is shown from one moment to a later one, seconds; 0 for an earlier one. */
export function shownBetween(stretches: readonly Stretch[], from_ms: number, to_ms: number): number {
  return shownSeconds(
    stretches
      .map(({ from, to, slowed }) => ({ from: Math.max(from, from_ms), to: Math.min(to, to_ms), slowed }))
      .filter(({ from, to }) => to > from),
  );
}

/** Moments of all pictures of a run, ms, first and last included. */
export function pictureMoments(stretches: readonly Stretch[]): Float64Array {
  const end = stretches.at(-1)?.to ?? 0;
  const moments: number[] = [];
  for (let at = 0; at < end; at = after(stretches, at, 1 / CADENCE)) moments.push(at);
  return Float64Array.from([...moments, end]);
}
