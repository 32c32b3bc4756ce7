/** Straight pieces of orthogonal paths and how they lie to each other. */
import type { Box } from '../../model/layout';
import type { Point } from '../../model/schema';

export interface Segment {
  readonly a: Point;
  readonly b: Point;
  readonly kind: 'horizontal' | 'vertical' | 'slanted';
  /** Low and high end along its direction. */
  readonly range: readonly [number, number];
  /** The coordinate that stays the same. */
  readonly lane: number;
  readonly length: number;
}

export function segmentsOf(points: readonly Point[]): Segment[] {
  return points.slice(1).map((b, i) => {
    const a = points[i] ?? b;
    const horizontal = a[1] === b[1];
    const kind = horizontal ? 'horizontal' : a[0] === b[0] ? 'vertical' : 'slanted';
    const along = horizontal ? ([a[0], b[0]] as const) : ([a[1], b[1]] as const);
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
    return { a, b, kind, range: [Math.min(...along), Math.max(...along)], lane: horizontal ? a[1] : a[0], length };
  });
}

/** Distance between two parallel segments that run beside each other; null when they do not. */
export function parallelGap(s: Segment, t: Segment): number | null {
  if (s.kind !== t.kind || s.kind === 'slanted') return null;
  const beside = Math.min(s.range[1], t.range[1]) - Math.max(s.range[0], t.range[0]);
  return beside >= 0 ? Math.abs(s.lane - t.lane) : null;
}

/** How two segments at a right angle meet: not at all, across each other, or where one of them ends. */
export function crossing(s: Segment, t: Segment): 'none' | 'proper' | 'touch' {
  if (s.kind === t.kind || s.kind === 'slanted' || t.kind === 'slanted') return 'none';
  const within = (value: number, [low, high]: readonly [number, number]): number =>
    value < low || value > high ? 0 : value > low && value < high ? 2 : 1;
  const [a, b] = [within(t.lane, s.range), within(s.lane, t.range)];
  if (a === 0 || b === 0) return 'none';
  return a === 2 && b === 2 ? 'proper' : 'touch';
}

/** True when a segment passes through the box grown by `margin`; a negative margin shrinks the box. */
export function crossesBox(segment: Segment, box: Box, margin: number): boolean {
  const [left, right] = [Math.min(segment.a[0], segment.b[0]), Math.max(segment.a[0], segment.b[0])];
  const [top, bottom] = [Math.min(segment.a[1], segment.b[1]), Math.max(segment.a[1], segment.b[1])];
  return left < box.right + margin && right > box.left - margin && top < box.bottom + margin && bottom > box.top - margin;
}
