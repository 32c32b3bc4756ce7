/** Curves over time as paths: thinned to the pixels there are, with labels that stand beside their lines and never touch. */
import { bisector, extent } from 'd3-array';
import type { ScaleContinuousNumeric } from 'd3-scale';
import { curveStepAfter, line } from 'd3-shape';

/** A sampled curve. Both columns have the same length; times rise. */
export interface Curve {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
}

type Scale = ScaleContinuousNumeric<number, number>;

/** Lowest and highest value of some curves, always with zero inside; [0, 1] when there is nothing. */
export function spanOf(curves: readonly Curve[]): readonly [number, number] {
  let low = 0;
  let high = 0;
  for (const { y } of curves) {
    const [least, most] = extent(Array.from(y).filter(Number.isFinite));
    low = Math.min(low, least ?? 0);
    high = Math.max(high, most ?? 0);
  }
  return low === high ? [0, 1] : [low, high];
}

/**
 * Points of a curve in pixels, at most four a pixel column (first, lowest, highest, last), so that a long recording costs no more
 * than the screen it is drawn on and no peak is lost.
 */
export function thinned(curve: Curve, x: Scale, y: Scale): readonly (readonly [number, number])[] {
  const points: [number, number][] = [];
  let column = Number.NaN;
  let first = 0;
  let low = 0;
  let high = 0;
  let last = 0;
  const flush = (): void => {
    if (Number.isNaN(column)) return;
    const chosen = [...new Set([first, Math.min(low, high), Math.max(low, high), last])];
    for (const i of chosen) points.push([x(curve.x[i] ?? 0), y(curve.y[i] ?? 0)]);
  };
  for (let i = 0; i < curve.x.length; i++) {
    const value = curve.y[i] ?? Number.NaN;
    if (!Number.isFinite(value)) continue;
    const at = Math.floor(x(curve.x[i] ?? 0));
    if (at === column) {
      last = i;
      if (value < (curve.y[low] ?? 0)) low = i;
      if (value > (curve.y[high] ?? 0)) high = i;
      continue;
    }
    flush();
    column = at;
    first = i;
    last = i;
    low = i;
    high = i;
  }
  flush();
  return points;
}

/** SVG path of a curve; `step` for values that hold until they change, such as an open or shut channel. */
export function curvePath(curve: Curve, x: Scale, y: Scale, step = false): string {
  const draw = line();
  if (step) draw.curve(curveStepAfter);
  return draw(thinned(curve, x, y) as [number, number][]) ?? '';
}

/** SVG path of the area between two curves. */
export function betweenPath(a: Curve, b: Curve, x: Scale, y: Scale): string {
  const there = line()(thinned(a, x, y) as [number, number][]);
  const back = line()(thinned(b, x, y).toReversed() as [number, number][]);
  return there === null || back === null ? '' : `${there}L${back.slice(1)}Z`;
}

/** SVG path of a band round a curve: `half` above it and as much below at each sample. Empty where a half is no number. */
export function bandPath(curve: Curve, half: ArrayLike<number>, x: Scale, y: Scale): string {
  if (!Array.from(half).every(Number.isFinite)) return '';
  const moved = (sign: number): Curve => ({ x: curve.x, y: Float64Array.from(curve.y, (value, k) => value + sign * (half[k] ?? 0)) });
  return betweenPath(moved(1), moved(-1), x, y);
}

const rightOf = bisector((value: number) => value).right;

/** Value of a curve at a time: the last sample that is not later; NaN before the first. */
export function valueAt(curve: Curve, time: number): number {
  const at = rightOf(Array.from(curve.x), time) - 1;
  return at < 0 ? Number.NaN : (curve.y[at] ?? Number.NaN);
}

export interface PlacedLabel {
  readonly id: string;
  readonly y: number;
}

/**
 * Heights of labels in one column: each as near to its wish as it can, `gap` pixels apart, inside [top, bottom]. Their order is that
 * of the wishes. When there is no room for all they are spread evenly.
 */
export function stackLabels(wishes: readonly PlacedLabel[], gap: number, top: number, bottom: number): readonly PlacedLabel[] {
  const sorted = wishes.toSorted((a, b) => a.y - b.y);
  const room = bottom - top;
  if (sorted.length > 1 && gap * (sorted.length - 1) > room) {
    return sorted.map(({ id }, i) => ({ id, y: top + (room * i) / (sorted.length - 1) }));
  }
  const ys: number[] = [];
  for (const { y } of sorted) ys.push(Math.max(y, (ys.at(-1) ?? Number.NEGATIVE_INFINITY) + gap, top));
  let limit = bottom;
  for (let i = ys.length - 1; i >= 0; i--) {
    ys[i] = Math.min(ys[i] ?? 0, limit);
    limit = (ys[i] ?? 0) - gap;
  }
  return sorted.map(({ id }, i) => ({ id, y: ys[i] ?? 0 }));
}
