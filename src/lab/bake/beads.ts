/** Surfaces built of beads, as in the receptor close-up (ART-DIRECTION 6), and helices with a ridge. */
import type { Field } from './field';
import type { Mesh } from './mesh';
import type { Random } from './random';
import { facingNormals } from './solids';
import { spline3 } from './strand';
import { cross, length, mixed, subtract, unit, type Vec3 } from './vector';

/** Places on the surface `inset` nm under a field's, at least `spacing` apart, by throwing darts and walking down the gradient. */
export function beadsOn(field: Field, low: Vec3, high: Vec3, spacing: number, inset: number, random: Random, darts = 9000): Vec3[] {
  const out: Vec3[] = [];
  const grid = new Map<number, Vec3[]>();
  const key = (i: number, j: number, k: number): number => ((i + 512) * 1024 + j + 512) * 1024 + k + 512;
  const step = 0.05;
  for (let dart = 0; dart < darts; dart++) {
    let [x, y, z] = [random.between(low[0], high[0]), random.between(low[1], high[1]), random.between(low[2], high[2])];
    const first = field(x, y, z);
    if (first > 0.9 || first < -1.4) continue;
    for (let walk = 0; walk < 3; walk++) {
      const d = field(x, y, z) + inset;
      const slope: Vec3 = [
        field(x + step, y, z) - field(x - step, y, z),
        field(x, y + step, z) - field(x, y - step, z),
        field(x, y, z + step) - field(x, y, z - step),
      ];
      const size = length(slope) || 1;
      [x, y, z] = [x - (slope[0] / size) * d, y - (slope[1] / size) * d, z - (slope[2] / size) * d];
    }
    const [i, j, k] = [Math.floor(x / spacing), Math.floor(y / spacing), Math.floor(z / spacing)];
    let free = true;
    for (let a = i - 1; a <= i + 1 && free; a++)
      for (let b = j - 1; b <= j + 1 && free; b++)
        for (let c = k - 1; c <= k + 1 && free; c++)
          free = !(grid.get(key(a, b, c)) ?? []).some((p) => (p[0] - x) ** 2 + (p[1] - y) ** 2 + (p[2] - z) ** 2 < spacing * spacing);
    if (!free) continue;
    out.push([x, y, z]);
    grid.set(key(i, j, k), [...(grid.get(key(i, j, k)) ?? []), [x, y, z]]);
  }
  return out;
}

/** Places along a smooth curve through `knots`, `gap` nm apart. */
export function strand(knots: readonly Vec3[], gap: number): Vec3[] {
  const line = spline3(knots, 24);
  const whole = line.reduce((sum, p, i) => sum + (i === 0 ? 0 : length(subtract(p, line[i - 1] ?? p))), 0);
  const n = Math.max(1, Math.round(whole / gap));
  const out: Vec3[] = [];
  let passed = 0;
  for (let i = 1; i < line.length; i++) {
    const a: Vec3 = line[i - 1] ?? [0, 0, 0];
    const b: Vec3 = line[i] ?? [0, 0, 0];
    const size = length(subtract(b, a));
    while (out.length <= n && (out.length * whole) / n <= passed + size + 1e-9)
      out.push(mixed(a, b, size === 0 ? 0 : ((out.length * whole) / n - passed) / size));
    passed += size;
  }
  return out;
}

/** A helix from the origin up the y axis: a rod with round ends and a shallow ridge that winds around it. */
export function helix(long: number, radius: number, ridge = 0.055, pitch = 0.58): Mesh {
  const around = 18;
  const rings = Math.round(long / 0.105);
  const at = (j: number, i: number): Vec3 => {
    const y = (long * j) / rings;
    const a = (i / around) * 2 * Math.PI;
    const end = Math.min(1, Math.min(y, long - y) / radius);
    const r =
      radius * Math.sqrt(Math.max(0, 1 - (1 - end) ** 2)) + ridge * Math.sin(a + (y * 2 * Math.PI) / pitch) * (end < 1 ? end * 0.5 : 1);
    return [Math.cos(a) * Math.max(0, r), y, Math.sin(a) * Math.max(0, r)];
  };
  const positions: number[] = [];
  const normals: number[] = [];
  const indices: number[] = [];
  for (let j = 0; j <= rings; j++)
    for (let i = 0; i < around; i++) {
      positions.push(...at(j, i));
      const along = subtract(at(Math.min(rings, j + 0.4), i), at(Math.max(0, j - 0.4), i));
      const across = subtract(at(j, i + 0.4), at(j, i - 0.4));
      const normal = unit(cross(along, across));
      normals.push(...(j === 0 ? [0, -1, 0] : j === rings ? [0, 1, 0] : normal));
      if (j === 0) continue;
      const v = (dj: number, di: number): number => (j + dj) * around + ((i + di) % around);
      indices.push(v(-1, 0), v(0, 0), v(0, 1), v(-1, 0), v(0, 1), v(-1, 1));
    }
  return facingNormals({
    positions: Float64Array.from(positions),
    normals: Float64Array.from(normals),
    indices: Uint32Array.from(indices),
  });
}
