/** Curves in the plane of the cut: splines, offsets, even steps, inside and distance. */
import type { Vec2 } from './vector';

/** A place on a curve and the unit normal to the left of its direction. `s` is the way along the curve, nm. */
export interface Step {
  readonly x: number;
  readonly y: number;
  readonly nx: number;
  readonly ny: number;
  readonly s: number;
}

/** A centripetal Catmull-Rom curve through the points, as a polyline of `parts` pieces between each two. */
export function spline(points: readonly Vec2[], parts = 16): Vec2[] {
  const at = (i: number): Vec2 => {
    const own = points[i];
    if (own !== undefined) return own;
    const [end, before] = i < 0 ? [points[0], points[1]] : [points.at(-1), points.at(-2)];
    const [a, b] = [end ?? [0, 0], before ?? [0, 0]];
    return [2 * a[0] - b[0], 2 * a[1] - b[1]];
  };
  const out: Vec2[] = [];
  for (let i = 0; i + 1 < points.length; i++) {
    const p = [at(i - 1), at(i), at(i + 1), at(i + 2)] as const;
    const gap = (a: Vec2, b: Vec2): number => Math.sqrt(Math.hypot(b[0] - a[0], b[1] - a[1])) || 1e-6;
    const t1 = gap(p[0], p[1]);
    const t2 = t1 + gap(p[1], p[2]);
    const t3 = t2 + gap(p[2], p[3]);
    const mixed = (a: Vec2, b: Vec2, ta: number, tb: number, t: number): Vec2 => {
      const k = (t - ta) / (tb - ta);
      return [a[0] + (b[0] - a[0]) * k, a[1] + (b[1] - a[1]) * k];
    };
    for (let j = 0; j < parts; j++) {
      const t = t1 + ((t2 - t1) * j) / parts;
      const [a1, a2, a3] = [mixed(p[0], p[1], 0, t1, t), mixed(p[1], p[2], t1, t2, t), mixed(p[2], p[3], t2, t3, t)];
      out.push(mixed(mixed(a1, a2, 0, t2, t), mixed(a2, a3, t1, t3, t), t1, t2, t));
    }
  }
  return [...out, at(points.length - 1)];
}

/** Places `step` nm apart along a polyline, the first `start` nm from its beginning. */
export function steps(line: readonly Vec2[], step: number, start = 0): Step[] {
  const out: Step[] = [];
  let passed = 0;
  let next = start;
  for (let i = 0; i + 1 < line.length; i++) {
    const [a, b] = [line[i] ?? [0, 0], line[i + 1] ?? [0, 0]];
    const size = Math.hypot(b[0] - a[0], b[1] - a[1]);
    if (size < 1e-9) continue;
    const [tx, ty] = [(b[0] - a[0]) / size, (b[1] - a[1]) / size];
    for (; next < passed + size; next += step) {
      const t = next - passed;
      out.push({ x: a[0] + tx * t, y: a[1] + ty * t, nx: -ty, ny: tx, s: next });
    }
    passed += size;
  }
  return out;
}

/** The curve moved by `by(step)` nm to the left. */
export const offset = (line: readonly Vec2[], by: (at: Step) => number): Vec2[] =>
  smoothNormals(steps(line, 0.5)).map((at) => [at.x + at.nx * by(at), at.y + at.ny * by(at)]);

/** Normals averaged over the neighbours, so that an offset has no kinks at the corners of the polyline. */
export function smoothNormals(list: readonly Step[], reach = 3): Step[] {
  return list.map((at, i) => {
    let [nx, ny] = [0, 0];
    for (let j = Math.max(0, i - reach); j <= Math.min(list.length - 1, i + reach); j++) {
      nx += list[j]?.nx ?? 0;
      ny += list[j]?.ny ?? 0;
    }
    const size = Math.hypot(nx, ny) || 1;
    return { ...at, nx: nx / size, ny: ny / size };
  });
}

export function inside(polygon: readonly Vec2[], x: number, y: number): boolean {
  let odd = false;
  polygon.forEach(([ax, ay], i) => {
    const [bx, by] = polygon[(i + 1) % polygon.length] ?? [0, 0];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) odd = !odd;
  });
  return odd;
}

/** Distance from a polyline, nm. */
export function distanceTo(line: readonly Vec2[], x: number, y: number): number {
  let least = Infinity;
  for (let i = 0; i + 1 < line.length; i++) {
    const [ax, ay] = line[i] ?? [0, 0];
    const [bx, by] = line[i + 1] ?? [0, 0];
    const [dx, dy] = [bx - ax, by - ay];
    const t = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
    least = Math.min(least, Math.hypot(x - ax - dx * t, y - ay - dy * t));
  }
  return least;
}
