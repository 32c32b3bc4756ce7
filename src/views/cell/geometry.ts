/** Plane geometry of the map in layout units. Pure: no DOM, no React. */
import type { Box } from '../../model/layout';
import type { Point } from '../../model/schema';

const EPSILON = 1e-6;

const round = (value: number): number => Math.round(value * 10) / 10;
const text = ([x, y]: Point): string => `${round(x)} ${round(y)}`;

/** A run of points as path data. */
export function polyline(points: readonly Point[], closed = false): string {
  return `M${points.map(text).join('L')}${closed ? 'Z' : ''}`;
}

/**
 * An outline whose corners on or beyond the edge of the layout are moved `by` further out, so that a cell that leaves the layout
 * also leaves any frame.
 */
export function extended(outline: readonly Point[], width: number, height: number, by: number): Point[] {
  const push = (value: number, end: number): number => (value <= 0 ? value - by : value >= end ? value + by : value);
  return outline.map(([x, y]) => [push(x, width), push(y, height)]);
}

/** Length of a run of points; closed runs include the way back. */
export function lengthOf(points: readonly Point[], closed = false): number {
  let length = 0;
  const last = closed ? points.length : points.length - 1;
  for (let i = 0; i < last; i += 1) {
    const [a, b] = [points[i], points[(i + 1) % points.length]];
    if (a !== undefined && b !== undefined) length += Math.hypot(b[0] - a[0], b[1] - a[1]);
  }
  return length;
}

/** A closed run moved sideways by `distance`, to the left of its direction. Right for runs that turn gently. */
export function parallel(points: readonly Point[], distance: number): Point[] {
  const distinct = points.filter((p, i) => {
    const q = points[(i + points.length - 1) % points.length];
    return q === undefined || Math.hypot(p[0] - q[0], p[1] - q[1]) > EPSILON;
  });
  const n = distinct.length;
  return distinct.map((p, i) => {
    const a = distinct[(i + n - 1) % n] ?? p;
    const b = distinct[(i + 1) % n] ?? p;
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
    const length = Math.hypot(dx, dy) || 1;
    return [p[0] + (dy / length) * distance, p[1] - (dx / length) * distance];
  });
}

/** The pieces of a closed run that are left when `half` to each side of the places nearest to `gaps` is cut out. */
export function cutAt(points: readonly Point[], gaps: readonly Point[], half: number): Point[][] {
  const closed = points[0] === undefined ? [] : [...points, points[0]];
  const total = lengthOf(closed);
  if (gaps.length === 0 || total === 0) return [closed];
  const cuts = gaps.map((gap) => nearestAlong(closed, gap)).sort((a, b) => a - b);
  return cuts.flatMap((cut, i) => {
    const next = cuts[i + 1] ?? (cuts[0] ?? 0) + total;
    return next - cut > 2 * half ? [between(closed, total, cut + half, next - half)] : [];
  });
}

/** Distance along an open run at which it comes nearest to `at`. */
function nearestAlong(points: readonly Point[], at: Point): number {
  let [best, where, gone] = [Number.POSITIVE_INFINITY, 0, 0];
  for (let i = 0; i + 1 < points.length; i += 1) {
    const [a, b] = [points[i], points[i + 1]];
    if (a === undefined || b === undefined) continue;
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
    const t = length === 0 ? 0 : ((at[0] - a[0]) * (b[0] - a[0]) + (at[1] - a[1]) * (b[1] - a[1])) / (length * length);
    const s = Math.max(0, Math.min(1, t));
    const away = Math.hypot(a[0] + (b[0] - a[0]) * s - at[0], a[1] + (b[1] - a[1]) * s - at[1]);
    if (away < best) [best, where] = [away, gone + s * length];
    gone += length;
  }
  return where;
}

/** The part of a closed run (first point repeated at the end) between two distances; `to` may lie beyond one turn. */
function between(points: readonly Point[], total: number, from: number, to: number): Point[] {
  const out: Point[] = [];
  for (const turn of [0, total]) {
    let gone = turn;
    for (let i = 0; i + 1 < points.length; i += 1) {
      const [a, b] = [points[i], points[i + 1]];
      if (a === undefined || b === undefined) continue;
      const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
      const [start, end] = [Math.max(from, gone), Math.min(to, gone + length)];
      if (length > 0 && start <= end) {
        const at = (s: number): Point => [a[0] + ((b[0] - a[0]) * (s - gone)) / length, a[1] + ((b[1] - a[1]) * (s - gone)) / length];
        if (out.length === 0) out.push(at(start));
        out.push(at(end));
      }
      gone += length;
    }
  }
  return out;
}

/** Unit direction of the last piece of a run; to the right for a run without one. */
export function arrival(points: readonly Point[]): Point {
  const [a, b] = [points.at(-2), points.at(-1)];
  if (a === undefined || b === undefined) return [1, 0];
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
  return [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
}

/** The run with its last piece shortened by `by`, at most to a tenth of its length. */
export function shortened(points: readonly Point[], by: number): Point[] {
  const [a, b] = [points.at(-2), points.at(-1)];
  if (a === undefined || b === undefined) return [...points];
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
  const cut = Math.min(by, length * 0.9);
  const [ux, uy] = arrival(points);
  return [...points.slice(0, -1), [b[0] - ux * cut, b[1] - uy * cut]];
}

/** An orthogonal run as path data with its bends rounded. Radii shrink where a piece is too short for them. */
export function roundedRun(points: readonly Point[], radius: number): string {
  const [first] = points;
  if (first === undefined) return '';
  let d = `M${text(first)}`;
  for (let i = 1; i + 1 < points.length; i += 1) {
    const [a, b, c] = [points[i - 1], points[i], points[i + 1]];
    if (a === undefined || b === undefined || c === undefined) continue;
    const [into, out] = [Math.hypot(b[0] - a[0], b[1] - a[1]), Math.hypot(c[0] - b[0], c[1] - b[1])];
    const r = Math.min(radius, into / 2, out / 2);
    if (r < 0.5) {
      d += `L${text(b)}`;
      continue;
    }
    const start: Point = [b[0] - ((b[0] - a[0]) / into) * r, b[1] - ((b[1] - a[1]) / into) * r];
    const end: Point = [b[0] + ((c[0] - b[0]) / out) * r, b[1] + ((c[1] - b[1]) / out) * r];
    d += `L${text(start)}Q${text(b)} ${text(end)}`;
  }
  const last = points.at(-1);
  return last === undefined || points.length < 2 ? d : `${d}L${text(last)}`;
}

/** Straight pieces of a run, longest first, with their middles. */
export function piecesOf(points: readonly Point[]): { readonly a: Point; readonly b: Point; readonly length: number }[] {
  return points
    .slice(1)
    .flatMap((b, i) => {
      const a = points[i];
      return a === undefined ? [] : [{ a, b, length: Math.hypot(b[0] - a[0], b[1] - a[1]) }];
    })
    .sort((p, q) => q.length - p.length);
}

/** Smallest box around points. */
export function boxOf(points: readonly Point[]): Box {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

/** A box around a centre. */
export function boxAt(x: number, y: number, width: number, height: number): Box {
  return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
}

/** True for a point inside a closed run. */
export function contains(outline: readonly Point[], [x, y]: Point): boolean {
  let within = false;
  outline.forEach((a, i) => {
    const b = outline[(i + 1) % outline.length];
    if (b !== undefined && a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]) within = !within;
  });
  return within;
}

/** True where a run of short or axis-parallel pieces comes within `margin` of a box. */
export function touches(points: readonly Point[], box: Box, margin: number): boolean {
  return points.slice(1).some((b, i) => {
    const a = points[i];
    if (a === undefined) return false;
    return (
      Math.min(a[0], b[0]) < box.right + margin &&
      Math.max(a[0], b[0]) > box.left - margin &&
      Math.min(a[1], b[1]) < box.bottom + margin &&
      Math.max(a[1], b[1]) > box.top - margin
    );
  });
}
