/** Reading a trace: values, extremes, crossings and integrals, by the cubic through values and slopes of neighbouring samples. */
import type { Trace, TracePiece } from './protocol';

/** The end of a long protocol is a sum of many lengths: a time may exceed it by rounding. */
const ROUNDING = 1e-9;

/** A time (ms) and the Po there. */
export interface TracePoint {
  readonly time: number;
  readonly po: number;
}

/** Po at time `t` (ms). Throws a RangeError outside the trace. */
export function poAt(trace: Trace, t: number): number {
  const last = trace.pieces[trace.pieces.length - 1];
  const piece = trace.pieces.find((candidate) => t <= end(candidate)) ?? (t <= trace.duration * (1 + ROUNDING) ? last : undefined);
  if (piece === undefined || !(t >= 0)) throw new RangeError(`The trace runs from 0 to ${trace.duration} ms; ${t} ms lies outside`);
  const i = interval(piece, t);
  return cubic(piece, i, Math.min(t, end(piece)));
}

/** Po at ascending times (ms), in one pass. Throws a RangeError outside the trace. */
export function samplePo(trace: Trace, times: ArrayLike<number>): Float64Array {
  const values = new Float64Array(times.length);
  let k = 0;
  for (const { time, po, slope } of trace.pieces) {
    const stop = time[time.length - 1] as number;
    for (let i = 0; i + 1 < time.length && k < times.length && (times[k] as number) <= stop; i++) {
      const t0 = time[i] as number;
      const t1 = time[i + 1] as number;
      if ((times[k] as number) > t1) continue;
      // The cubic of `cubic`, by powers of the time since t0.
      const h = t1 - t0;
      const y0 = po[i] as number;
      const m0 = slope[i] as number;
      const m1 = slope[i + 1] as number;
      const chord = h > 0 ? ((po[i + 1] as number) - y0) / h : 0;
      const c2 = h > 0 ? (3 * chord - 2 * m0 - m1) / h : 0;
      const c3 = h > 0 ? (m0 + m1 - 2 * chord) / (h * h) : 0;
      for (; k < times.length && (times[k] as number) <= t1; k++) {
        const u = (times[k] as number) - t0;
        values[k] = y0 + u * (m0 + u * (c2 + u * c3));
      }
    }
  }
  for (; k < times.length && (times[k] as number) <= trace.duration * (1 + ROUNDING); k++) values[k] = poAt(trace, times[k] as number);
  if (k < times.length) throw new RangeError(`The trace runs from 0 to ${trace.duration} ms; ${String(times[k])} ms lies outside`);
  return values;
}

/** The greatest Po between two times (ms, clipped to the trace), and when it is first reached. */
export function maximum(trace: Trace, from = 0, to: number = trace.duration): TracePoint {
  let best: TracePoint = { time: NaN, po: -Infinity };
  const offer = (time: number, po: number): void => {
    if (po > best.po) best = { time, po };
  };
  for (const piece of trace.pieces) {
    const low = Math.max(from, piece.time[0] as number);
    const high = Math.min(to, end(piece));
    if (low > high) continue;
    offer(low, cubic(piece, interval(piece, low), low));
    for (let i = interval(piece, low); i < piece.time.length - 1 && (piece.time[i] as number) <= high; i++) {
      const sample = piece.time[i] as number;
      if (sample >= low) offer(sample, piece.po[i] as number);
      const top = summit(piece, i);
      if (top !== undefined && top >= low && top <= high) offer(top, cubic(piece, i, top));
    }
    offer(high, cubic(piece, interval(piece, high), high));
  }
  if (Number.isNaN(best.time)) throw new RangeError(`No part of the trace lies between ${from} and ${to} ms`);
  return best;
}

/** The first time at or after `from` (ms) at which Po reaches `level`, in either direction; undefined if it never does. */
export function crossing(trace: Trace, level: number, from = 0): number | undefined {
  for (const piece of trace.pieces) {
    if (end(piece) < from) continue;
    const first = Math.max(from, piece.time[0] as number);
    let t0 = first;
    let y0 = cubic(piece, interval(piece, first), first) - level;
    if (y0 === 0) return t0;
    for (let i = interval(piece, first); i < piece.time.length - 1; i++) {
      const t1 = piece.time[i + 1] as number;
      const y1 = (piece.po[i + 1] as number) - level;
      if (y1 === 0) return t1;
      if (y0 * y1 < 0) return bisect((t) => cubic(piece, i, t) - level, t0, t1);
      t0 = t1;
      y0 = y1;
    }
  }
  return undefined;
}

/** Integral of Po from a time (ms) to the end of the trace, ms. */
export function integral(trace: Trace, from = 0): number {
  let sum = 0;
  for (const { time, po, slope } of trace.pieces) {
    for (let i = 0; i + 1 < time.length; i++) {
      const h = (time[i + 1] as number) - (time[i] as number);
      if ((time[i + 1] as number) <= from) continue;
      if ((time[i] as number) < from) {
        const start = poAt(trace, from);
        sum += (((time[i + 1] as number) - from) * (start + (po[i + 1] as number))) / 2;
        continue;
      }
      sum += (h / 2) * ((po[i] as number) + (po[i + 1] as number)) + (h * h * ((slope[i] as number) - (slope[i + 1] as number))) / 12;
    }
  }
  return sum;
}

function end(piece: TracePiece): number {
  return piece.time[piece.time.length - 1] as number;
}

/** Index i with time[i] <= t <= time[i + 1]. */
function interval(piece: TracePiece, t: number): number {
  let low = 0;
  let high = piece.time.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((piece.time[middle] as number) <= t) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The Hermite cubic of interval i at time t. */
function cubic(piece: TracePiece, i: number, t: number): number {
  const t0 = piece.time[i] as number;
  const h = (piece.time[i + 1] as number) - t0;
  const u = h > 0 ? (t - t0) / h : 0;
  const v = 1 - u;
  const y0 = piece.po[i] as number;
  const y1 = piece.po[i + 1] as number;
  const m0 = (piece.slope[i] as number) * h;
  const m1 = (piece.slope[i + 1] as number) * h;
  return v * v * (y0 * (1 + 2 * u) + u * m0) + u * u * (y1 * (1 + 2 * v) - v * m1);
}

/** Time of the inner maximum of interval i, where the slope changes from positive to negative. */
function summit(piece: TracePiece, i: number): number | undefined {
  const m0 = piece.slope[i] as number;
  const m1 = piece.slope[i + 1] as number;
  if (!(m0 > 0 && m1 < 0)) return undefined;
  const t0 = piece.time[i] as number;
  const h = (piece.time[i + 1] as number) - t0;
  const rise = ((piece.po[i + 1] as number) - (piece.po[i] as number)) / h;
  // dPo/du / h = m0 + 2 u (3 rise - 2 m0 - m1) + 3 u^2 (m0 + m1 - 2 rise)
  const slope = (t: number): number => {
    const u = (t - t0) / h;
    return m0 + 2 * u * (3 * rise - 2 * m0 - m1) + 3 * u * u * (m0 + m1 - 2 * rise);
  };
  return bisect(slope, t0, t0 + h);
}

/** A zero of `f` between two times at which its signs differ. */
function bisect(f: (t: number) => number, from: number, to: number): number {
  let low = from;
  let high = to;
  const sign = f(low) > 0;
  for (let k = 0; k < 60; k++) {
    const middle = low + (high - low) / 2;
    if (f(middle) > 0 === sign) low = middle;
    else high = middle;
  }
  return low + (high - low) / 2;
}
