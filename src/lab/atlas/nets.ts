/** The surface where a sampled field is 0, and work on dense triangle meshes. Inside is above 0; triangles turn outward. */
import type { Size3 } from './grid';

export interface RawMesh {
  /** xyz of each corner. */
  readonly positions: Float32Array;
  readonly indices: Uint32Array;
}

/** Edges of a cell by the numbers of their corners: bit 0 for x, bit 1 for y, bit 2 for z. */
const EDGES = [
  [0, 1],
  [2, 3],
  [4, 5],
  [6, 7],
  [0, 2],
  [1, 3],
  [4, 6],
  [5, 7],
  [0, 4],
  [1, 5],
  [2, 6],
  [3, 7],
] as const;

/** Naive surface nets in voxel units: one corner a crossed cell, at the mean of its crossings, one quad a crossed lattice edge. */
export function surfaceNets(field: Float32Array, [nx, ny, nz]: Size3): RawMesh {
  const positions: number[] = [];
  const indices: number[] = [];
  const slab = nx * ny;
  const corners = new Int32Array(slab * 2).fill(-1);
  const offsets = [0, 1, nx, nx + 1, slab, slab + 1, slab + nx, slab + nx + 1];
  const value = new Float32Array(8);
  const quad = (a: number, b: number, c: number, d: number, flip: boolean): void => {
    const [ca = -1, cb = -1, cc = -1, cd = -1] = [corners[a], corners[b], corners[c], corners[d]];
    if (ca < 0 || cb < 0 || cc < 0 || cd < 0) return;
    if (flip) indices.push(ca, cb, cc, ca, cc, cd);
    else indices.push(ca, cc, cb, ca, cd, cc);
  };
  for (let z = 0; z < nz - 1; z++) {
    const here = (z & 1) * slab;
    const below = ((z + 1) & 1) * slab;
    for (let y = 0; y < ny - 1; y++) {
      for (let x = 0; x < nx - 1; x++) {
        const o = (z * ny + y) * nx + x;
        const cell = here + y * nx + x;
        let inside = 0;
        for (let q = 0; q < 8; q++) {
          const v = field[o + (offsets[q] ?? 0)] ?? -1;
          value[q] = v;
          if (v > 0) inside |= 1 << q;
        }
        if (inside === 0 || inside === 255) {
          corners[cell] = -1;
          continue;
        }
        let [crossings, sx, sy, sz] = [0, 0, 0, 0];
        for (const [a, b] of EDGES) {
          const [va = 0, vb = 0] = [value[a], value[b]];
          if (va > 0 === vb > 0) continue;
          const t = va / (va - vb);
          sx += (a & 1) + t * ((b & 1) - (a & 1));
          sy += ((a >> 1) & 1) + t * (((b >> 1) & 1) - ((a >> 1) & 1));
          sz += (a >> 2) + t * ((b >> 2) - (a >> 2));
          crossings++;
        }
        corners[cell] = positions.length / 3;
        positions.push(x + sx / crossings, y + sy / crossings, z + sz / crossings);
        const first = (inside & 1) !== 0;
        const beneath = below + y * nx + x;
        if (first !== ((inside & 2) !== 0) && y > 0 && z > 0) quad(cell, cell - nx, beneath - nx, beneath, !first);
        if (first !== ((inside & 4) !== 0) && x > 0 && z > 0) quad(cell, beneath, beneath - 1, cell - 1, !first);
        if (first !== ((inside & 16) !== 0) && x > 0 && y > 0) quad(cell, cell - 1, cell - nx - 1, cell - nx, !first);
      }
    }
  }
  return { positions: Float32Array.from(positions), indices: Uint32Array.from(indices) };
}

export interface Neighbours {
  /** Neighbours of corner `v` lie from `starts[v]` to `starts[v + 1]`; those across an edge shared by two triangles stand twice. */
  readonly starts: Uint32Array;
  readonly list: Uint32Array;
}

export function neighboursOf(corners: number, indices: Uint32Array): Neighbours {
  const starts = new Uint32Array(corners + 1);
  for (const v of indices) starts[v + 1] = (starts[v + 1] ?? 0) + 2;
  for (let v = 0; v < corners; v++) starts[v + 1] = (starts[v + 1] ?? 0) + (starts[v] ?? 0);
  const fill = starts.slice();
  const list = new Uint32Array(indices.length * 2);
  const add = (v: number, w: number): void => {
    const at = fill[v] ?? 0;
    list[at] = w;
    fill[v] = at + 1;
  };
  for (let t = 0; t < indices.length; t += 3) {
    const [a = 0, b = 0, c = 0] = [indices[t], indices[t + 1], indices[t + 2]];
    add(a, b);
    add(a, c);
    add(b, a);
    add(b, c);
    add(c, a);
    add(c, b);
  }
  return { starts, list };
}

/** Mean of three numbers a corner over its neighbours, written into `out`; corners without neighbours keep their own. */
function meanAround(values: Float32Array, { starts, list }: Neighbours, v: number, out: Float64Array): void {
  const [from = 0, to = 0] = [starts[v], starts[v + 1]];
  let [x, y, z] = [0, 0, 0];
  for (let j = from; j < to; j++) {
    const q = 3 * (list[j] ?? 0);
    x += values[q] ?? 0;
    y += values[q + 1] ?? 0;
    z += values[q + 2] ?? 0;
  }
  const count = to - from;
  out[0] = count === 0 ? (values[3 * v] ?? 0) : x / count;
  out[1] = count === 0 ? (values[3 * v + 1] ?? 0) : y / count;
  out[2] = count === 0 ? (values[3 * v + 2] ?? 0) : z / count;
}

/** Smoothing without shrinking (Taubin 1995, doi:10.1145/218380.218473). */
export function taubin({ positions, indices }: RawMesh, rounds: number, shrink = 0.5, grow = -0.53): Float32Array {
  const around = neighboursOf(positions.length / 3, indices);
  const mean = new Float64Array(3);
  let from = positions;
  for (let step = 0; step < rounds * 2; step++) {
    const factor = step % 2 === 0 ? shrink : grow;
    const to = new Float32Array(from.length);
    for (let v = 0; v < from.length / 3; v++) {
      meanAround(from, around, v, mean);
      for (let axis = 0; axis < 3; axis++) {
        const own = from[3 * v + axis] ?? 0;
        to[3 * v + axis] = own + factor * ((mean[axis] ?? 0) - own);
      }
    }
    from = to;
  }
  return from;
}

/** Unit normals of corners, weighted by area, then `rounds` times drawn toward those of their neighbours. */
export function normalsOf({ positions, indices }: RawMesh, rounds: number): Float32Array {
  let normals = new Float32Array(positions.length);
  const p = (v: number, axis: number): number => positions[3 * v + axis] ?? 0;
  for (let t = 0; t < indices.length; t += 3) {
    const [a = 0, b = 0, c = 0] = [indices[t], indices[t + 1], indices[t + 2]];
    const u = [p(b, 0) - p(a, 0), p(b, 1) - p(a, 1), p(b, 2) - p(a, 2)] as const;
    const w = [p(c, 0) - p(a, 0), p(c, 1) - p(a, 1), p(c, 2) - p(a, 2)] as const;
    const n = [u[1] * w[2] - u[2] * w[1], u[2] * w[0] - u[0] * w[2], u[0] * w[1] - u[1] * w[0]] as const;
    for (const v of [a, b, c]) for (let axis = 0; axis < 3; axis++) normals[3 * v + axis] = (normals[3 * v + axis] ?? 0) + (n[axis] ?? 0);
  }
  const unit = (): void => {
    for (let i = 0; i < normals.length; i += 3) {
      const length = Math.hypot(normals[i] ?? 0, normals[i + 1] ?? 0, normals[i + 2] ?? 0) || 1;
      for (let axis = 0; axis < 3; axis++) normals[i + axis] = (normals[i + axis] ?? 0) / length;
    }
  };
  unit();
  const around = neighboursOf(positions.length / 3, indices);
  const mean = new Float64Array(3);
  for (let round = 0; round < rounds; round++) {
    const next = new Float32Array(normals.length);
    for (let v = 0; v < normals.length / 3; v++) {
      meanAround(normals, around, v, mean);
      const weight = ((around.starts[v + 1] ?? 0) - (around.starts[v] ?? 0)) / 2;
      for (let axis = 0; axis < 3; axis++) next[3 * v + axis] = 2 * (normals[3 * v + axis] ?? 0) + weight * (mean[axis] ?? 0);
    }
    normals = next;
    unit();
  }
  return normals;
}

/** Volume enclosed and its centroid, in units of the positions. Negative when the triangles turn inward. */
export function volumeOf({ positions, indices }: RawMesh): { readonly volume: number; readonly centroid: [number, number, number] } {
  let volume = 0;
  const moment = [0, 0, 0];
  const p = (v: number, axis: number): number => positions[3 * v + axis] ?? 0;
  for (let t = 0; t < indices.length; t += 3) {
    const [a = 0, b = 0, c = 0] = [indices[t], indices[t + 1], indices[t + 2]];
    const part =
      (p(a, 0) * (p(b, 1) * p(c, 2) - p(b, 2) * p(c, 1)) -
        p(a, 1) * (p(b, 0) * p(c, 2) - p(b, 2) * p(c, 0)) +
        p(a, 2) * (p(b, 0) * p(c, 1) - p(b, 1) * p(c, 0))) /
      6;
    volume += part;
    for (let axis = 0; axis < 3; axis++) moment[axis] = (moment[axis] ?? 0) + (part * (p(a, axis) + p(b, axis) + p(c, axis))) / 4;
  }
  return { volume, centroid: [(moment[0] ?? 0) / volume, (moment[1] ?? 0) / volume, (moment[2] ?? 0) / volume] };
}

/** Triangles of the parts that hang together with at least `least` triangles, or of the largest part alone. */
export function dropSmall({ positions, indices }: RawMesh, least: number | 'largest'): Uint32Array {
  const parent = Int32Array.from({ length: positions.length / 3 }, (_, i) => i);
  const rootOf = (v: number): number => {
    let at = v;
    for (;;) {
      const up = parent[at] ?? at;
      if (up === at) return at;
      parent[at] = parent[up] ?? up;
      at = parent[at] ?? at;
    }
  };
  for (let t = 0; t < indices.length; t += 3) {
    const root = rootOf(indices[t] ?? 0);
    parent[rootOf(indices[t + 1] ?? 0)] = root;
    parent[rootOf(indices[t + 2] ?? 0)] = root;
  }
  const sizes = new Map<number, number>();
  for (let t = 0; t < indices.length; t += 3) {
    const root = rootOf(indices[t] ?? 0);
    sizes.set(root, (sizes.get(root) ?? 0) + 1);
  }
  const wanted = least === 'largest' ? Math.max(0, ...sizes.values()) : least;
  const kept: number[] = [];
  for (let t = 0; t < indices.length; t += 3) {
    if ((sizes.get(rootOf(indices[t] ?? 0)) ?? 0) < wanted) continue;
    kept.push(indices[t] ?? 0, indices[t + 1] ?? 0, indices[t + 2] ?? 0);
  }
  return Uint32Array.from(kept);
}
