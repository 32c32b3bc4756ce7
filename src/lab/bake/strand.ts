import type { Vec3 } from './vector';

/** A uniform Catmull-Rom curve through points in space, as a polyline of `parts` pieces between each two. */
export function spline3(points: readonly Vec3[], parts: number): Vec3[] {
  const at = (i: number): Vec3 => points[Math.min(points.length - 1, Math.max(0, i))] ?? [0, 0, 0];
  const out: Vec3[] = [];
  for (let i = 0; i + 1 < points.length; i++) {
    const [p, q, r, s] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    for (let j = 0; j < parts; j++) {
      const t = j / parts;
      out.push(
        [0, 1, 2].map((axis) => {
          const [a = 0, b = 0, c = 0, d = 0] = [p[axis], q[axis], r[axis], s[axis]];
          return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t * t);
        }) as unknown as Vec3,
      );
    }
  }
  return [...out, at(points.length - 1)];
}
