/** Protocols of constant segments and the exact response to them. */
import type { CompiledScheme } from './compile';
import { doubled, fastestExit, propagate, transitionProbabilities } from './propagator';
import { type Conditions, openProbability, rateMatrix } from './rates';
import { stationary } from './stationary';

/** A stretch of constant medium; `ms` may be Infinity, which means "until nothing changes any more". */
export interface Segment {
  readonly ms: number;
  readonly conditions: Conditions;
}

/** Where a protocol starts: the scheme's initial occupancies, given ones (length n), or the end of an earlier medium. */
export type Start = 'initial' | { readonly occupancy: Float64Array } | { readonly equilibrate: Segment };

/** A start and the stretches of constant medium that follow it. */
export interface Protocol {
  readonly start: Start;
  readonly segments: readonly Segment[];
}

/** Samples of one segment, its two ends included: time from the start of the protocol (ms), Po and dPo/dt (1/ms). */
export interface TracePiece {
  readonly time: Float64Array;
  readonly po: Float64Array;
  readonly slope: Float64Array;
}

/** The exact response to a protocol. Pieces follow each other without gaps; the slope may jump between them. */
export interface Trace {
  readonly pieces: readonly TracePiece[];
  readonly duration: number;
  /** Occupancies at the start and at the end; length n. */
  readonly first: Float64Array;
  readonly last: Float64Array;
}

/**
 * Samples before the step is doubled. A component of time constant tau has decayed by exp(-j) when the spacing is
 * j/64 of tau, so cubic interpolation between samples errs by less than 1e-9 of its amplitude.
 */
const BLOCK = 128;
/** First step times the fastest exit rate, at most. */
const FIRST_STEP = 0.05;
/** Longest segment in first blocks: beyond it, rounding would eat the fast rates. */
const LONGEST = 1e15;

/** Occupancies at the start of a protocol. */
export function startOccupancy(scheme: CompiledScheme, start: Start): Float64Array {
  if (start === 'initial') return scheme.initial.slice();
  if ('occupancy' in start) {
    if (start.occupancy.length !== scheme.n) throw new RangeError(`Start occupancies must have length ${scheme.n}`);
    return start.occupancy.slice();
  }
  return advance(scheme, scheme.initial, start.equilibrate);
}

/** Occupancies after one segment. */
export function advance(scheme: CompiledScheme, occupancy: Float64Array, segment: Segment): Float64Array {
  if (segment.ms === Infinity) return stationary(scheme, segment.conditions, occupancy);
  const q = rateMatrix(scheme, segment.conditions);
  return propagate(occupancy, transitionProbabilities(q, scheme.n, segment.ms), scheme.n, new Float64Array(scheme.n));
}

/** Occupancies at the end of a protocol, without the trace on the way. */
export function endOccupancy(scheme: CompiledScheme, protocol: Protocol): Float64Array {
  return protocol.segments.reduce((p, segment) => advance(scheme, p, segment), startOccupancy(scheme, protocol.start));
}

/**
 * The exact response. Within a segment the samples lie densely at first and then at a fixed fraction of the elapsed
 * time, which resolves every exponential component of the solution. Throws a RangeError for an infinite segment.
 */
export function respond(scheme: CompiledScheme, protocol: Protocol): Trace {
  const first = startOccupancy(scheme, protocol.start);
  const cache = new Map<string, readonly Step[]>();
  const pieces: TracePiece[] = [];
  let p = first;
  let t = 0;
  for (const segment of protocol.segments) {
    if (!(segment.ms >= 0) || segment.ms === Infinity) throw new RangeError(`A traced segment needs a finite length, not ${segment.ms} ms`);
    if (segment.ms === 0) continue;
    const q = rateMatrix(scheme, segment.conditions);
    const key = `${segment.ms}|${Array.from(q).join()}`;
    const steps = cache.get(key) ?? planSteps(q, scheme.n, segment.ms);
    cache.set(key, steps);
    const { piece, end } = traceSegment(scheme, q, p, steps, t, segment.ms);
    pieces.push(piece);
    p = end;
    t += segment.ms;
  }
  return { pieces, duration: t, first, last: p };
}

/** `count` steps of `dt` ms with transition probabilities `p`. */
interface Step {
  readonly dt: number;
  readonly count: number;
  readonly p: Float64Array;
}

/** BLOCK steps of h, then BLOCK/2 of 2h, of 4h, ... that fill the segment exactly. */
function planSteps(q: Float64Array, n: number, ms: number): readonly Step[] {
  const fastest = fastestExit(q, n);
  const ratio = (ms * fastest) / (BLOCK * FIRST_STEP);
  if (!(ratio < LONGEST)) throw new RangeError(`A segment of ${ms} ms is too long for rates of ${fastest} per ms`);
  const doublings = ratio > 1 ? Math.ceil(Math.log2(ratio)) : 0;
  let dt = ms / (BLOCK * 2 ** doublings);
  let p = transitionProbabilities(q, n, dt);
  const steps: Step[] = [{ dt, count: BLOCK, p }];
  for (let k = 0; k < doublings; k++) {
    dt *= 2;
    p = doubled(p, n);
    steps.push({ dt, count: BLOCK / 2, p });
  }
  return steps;
}

function traceSegment(
  scheme: CompiledScheme,
  q: Float64Array,
  start: Float64Array,
  steps: readonly Step[],
  begin: number,
  ms: number,
): { piece: TracePiece; end: Float64Array } {
  const n = scheme.n;
  const length = steps.reduce((sum, step) => sum + step.count, 1);
  const time = new Float64Array(length);
  const po = new Float64Array(length);
  const slope = new Float64Array(length);
  const gain = openingRates(scheme, q);
  let p = start.slice();
  let spare = new Float64Array(n);
  let at = 0;
  let elapsed = 0;
  const record = (t: number): void => {
    time[at] = t;
    po[at] = openProbability(scheme, p);
    let sum = 0;
    for (let s = 0; s < n; s++) sum += (p[s] as number) * (gain[s] as number);
    slope[at] = sum;
    at += 1;
  };
  record(begin);
  for (const step of steps) {
    for (let k = 1; k <= step.count; k++) {
      propagate(p, step.p, n, spare);
      [p, spare] = [spare, p];
      record(begin + elapsed + k * step.dt);
    }
    elapsed += step.count * step.dt;
  }
  time[at - 1] = begin + ms;
  return { piece: { time, po, slope }, end: p };
}

/** dPo/dt = sum over states of occupancy times this: the summed rate into conducting states, minus the loss. */
function openingRates(scheme: CompiledScheme, q: Float64Array): Float64Array {
  const n = scheme.n;
  const gain = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) if (scheme.conducting[j] === 1) gain[i] = (gain[i] as number) + (q[i * n + j] as number);
  }
  return gain;
}
