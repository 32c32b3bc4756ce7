import type { Field } from './field';
import type { Mesh } from './mesh';
import { simplify } from './simplify';
import type { Vec3 } from './vector';

/** Corners of a cell, bit 0 for x, bit 1 for y, bit 2 for z. */
const EDGES: readonly (readonly [number, number])[] = [0, 1, 2, 3, 4, 5, 6, 7].flatMap((a) =>
  [1, 2, 4].filter((bit) => (a & bit) === 0).map((bit) => [a, a | bit] as const),
);

/**
 * The surface where `field` is 0, by naive surface nets: one corner in each cell that the surface crosses, at the mean of its
 * crossings, and one quad for each crossed edge of the lattice. The box must hold the whole surface.
 */
export function surfaceNets(field: Field, low: Vec3, high: Vec3, cell: number): { positions: Float64Array; indices: Uint32Array } {
  const [nx, ny, nz] = [0, 1, 2].map((a) => Math.ceil(((high[a] ?? 0) - (low[a] ?? 0)) / cell) + 1) as [number, number, number];
  const values = new Float64Array(nx * ny * nz);
  const at = (i: number, j: number, k: number): number => i + nx * (j + ny * k);
  for (let k = 0; k < nz; k++)
    for (let j = 0; j < ny; j++)
      for (let i = 0; i < nx; i++) values[at(i, j, k)] = field(low[0] + i * cell, low[1] + j * cell, low[2] + k * cell);
  const inside = (i: number, j: number, k: number): boolean => (values[at(i, j, k)] ?? 1) < 0;

  const corners = new Int32Array(nx * ny * nz).fill(-1);
  const positions: number[] = [];
  for (let k = 0; k < nz - 1; k++)
    for (let j = 0; j < ny - 1; j++)
      for (let i = 0; i < nx - 1; i++) {
        const d = (q: number): number => values[at(i + (q & 1), j + ((q >> 1) & 1), k + ((q >> 2) & 1))] ?? 1;
        const sum = [0, 0, 0];
        let crossings = 0;
        for (const [a, b] of EDGES) {
          const [da, db] = [d(a), d(b)];
          if (da < 0 === db < 0) continue;
          const t = da / (da - db);
          for (let axis = 0; axis < 3; axis++) {
            const from = (a >> axis) & 1;
            sum[axis] = (sum[axis] ?? 0) + from + (((b >> axis) & 1) - from) * t;
          }
          crossings++;
        }
        if (crossings === 0) continue;
        corners[at(i, j, k)] = positions.length / 3;
        const [sx = 0, sy = 0, sz = 0] = sum;
        positions.push(low[0] + (i + sx / crossings) * cell, low[1] + (j + sy / crossings) * cell, low[2] + (k + sz / crossings) * cell);
      }

  const indices: number[] = [];
  const quad = (a: number, b: number, c: number, d: number, flip: boolean): void => {
    const [ca = -1, cb = -1, cc = -1, cd = -1] = [corners[a], corners[b], corners[c], corners[d]];
    if (Math.min(ca, cb, cc, cd) < 0) return;
    if (flip) indices.push(ca, cc, cb, ca, cd, cc);
    else indices.push(ca, cb, cc, ca, cc, cd);
  };
  for (let k = 1; k < nz - 1; k++)
    for (let j = 1; j < ny - 1; j++)
      for (let i = 1; i < nx - 1; i++) {
        const here = inside(i, j, k);
        if (here !== inside(i + 1, j, k)) quad(at(i, j - 1, k - 1), at(i, j, k - 1), at(i, j, k), at(i, j - 1, k), !here);
        if (here !== inside(i, j + 1, k)) quad(at(i - 1, j, k - 1), at(i - 1, j, k), at(i, j, k), at(i, j, k - 1), !here);
        if (here !== inside(i, j, k + 1)) quad(at(i - 1, j - 1, k), at(i, j - 1, k), at(i, j, k), at(i - 1, j, k), !here);
      }
  return { positions: Float64Array.from(positions), indices: Uint32Array.from(indices) };
}

/** Unit normals of a field at points: its gradient over `span` nm. */
export function normalsOf(field: Field, positions: Float64Array, span: number): Float64Array {
  const normals = new Float64Array(positions.length);
  for (let v = 0; v < positions.length; v += 3) {
    const [x = 0, y = 0, z = 0] = positions.subarray(v, v + 3);
    const g = [
      field(x + span, y, z) - field(x - span, y, z),
      field(x, y + span, z) - field(x, y - span, z),
      field(x, y, z + span) - field(x, y, z - span),
    ] as const;
    const size = Math.hypot(...g) || 1;
    normals.set(
      g.map((c) => c / size),
      v,
    );
  }
  return normals;
}

/** A field as a mesh of at most `most` triangles, with normals of the field itself. */
export function meshOf(field: Field, low: Vec3, high: Vec3, cell: number, most: number): Mesh {
  const raw = surfaceNets(field, low, high, cell);
  const { positions, indices } = simplify(raw.positions, raw.indices, most);
  return { positions, indices, normals: normalsOf(field, positions, cell * 0.5) };
}
