/** From a field to a finished mesh: surface, smoothing, normals of the dense surface, data of its corners, and fewer triangles. */
import { MeshoptSimplifier } from 'meshoptimizer';
import { gaussian, placeOf, type Grid, type Place3, type Size3 } from './grid';
import { dropSmall, normalsOf, surfaceNets, taubin, volumeOf, type RawMesh } from './nets';

export interface Box {
  readonly low: Place3;
  readonly high: Place3;
}

/** Inside where above 0. `i` is the voxel of the fine grid at the place. */
export type FieldAt = (x: number, y: number, z: number, i: number) => number;

/** Numbers of every corner, one byte each. */
export interface CornerData {
  /** Number of the surface region, 0 for none. */
  readonly region: Uint8Array;
  /** Depth in a sulcus, steps of 0.1 mm. */
  readonly depth: Uint8Array;
  /** White matter, 0 to 255. */
  readonly white: Uint8Array;
  /** 255 on a flat cut face. */
  readonly cut: Uint8Array;
}

export interface AtlasMesh extends RawMesh {
  readonly name: string;
  readonly normals: Float32Array;
  readonly data: CornerData | null;
  /** mm³ and mm, of the mesh before triangles were left out. */
  readonly volume: number;
  readonly centroid: readonly [number, number, number];
}

/** The box around the marked voxels with a margin, mm. */
export function boxOf(grid: Grid, marked: (i: number) => boolean, margin = 4): Box {
  const low: [number, number, number] = [Infinity, Infinity, Infinity];
  const high: [number, number, number] = [-Infinity, -Infinity, -Infinity];
  for (let i = 0; i < grid.size[0] * grid.size[1] * grid.size[2]; i++) {
    if (!marked(i)) continue;
    placeOf(grid, i).forEach((v, axis) => {
      low[axis] = Math.min(low[axis] ?? v, v - margin);
      high[axis] = Math.max(high[axis] ?? v, v + margin);
    });
  }
  return { low, high };
}

export interface SurfaceOptions {
  readonly box: Box;
  /** Blur of the field itself, voxels; without it edges of cut labels are torn. */
  readonly blur?: number;
  /** Level of the blurred field that counts as the surface. */
  readonly level?: number;
}

/** The surface of a field on a part of the fine grid, mm. */
export function surfaceOf(grid: Grid, field: FieldAt, { box, blur = 0, level = 0 }: SurfaceOptions): RawMesh {
  const index = (v: number, axis: number): number => (v - (grid.origin[axis] ?? 0)) / grid.step;
  const low = box.low.map((v, axis) => Math.max(0, Math.floor(index(v, axis)) - 4));
  const high = box.high.map((v, axis) => Math.min((grid.size[axis] ?? 1) - 1, Math.ceil(index(v, axis)) + 4));
  const size = low.map((from, axis) => (high[axis] ?? 0) - from + 1) as unknown as Size3;
  const [lx = 0, ly = 0, lz = 0] = low;
  let values = new Float32Array(size[0] * size[1] * size[2]);
  let at = 0;
  for (let k = 0; k < size[2]; k++)
    for (let j = 0; j < size[1]; j++)
      for (let i = 0; i < size[0]; i++) {
        const edge = i === 0 || j === 0 || k === 0 || i === size[0] - 1 || j === size[1] - 1 || k === size[2] - 1;
        const [x, y, z] = [i + lx, j + ly, k + lz];
        values[at++] = edge
          ? -1
          : field(
              grid.origin[0] + grid.step * x,
              grid.origin[1] + grid.step * y,
              grid.origin[2] + grid.step * z,
              (z * grid.size[1] + y) * grid.size[0] + x,
            );
      }
  if (blur > 0) {
    values = gaussian(
      values.map((v) => Math.max(-1, Math.min(1, v * 2))),
      size,
      blur,
    ).map((v) => v - level);
  }
  const { positions, indices } = surfaceNets(values, size);
  for (let v = 0; v < positions.length; v++) {
    positions[v] = (grid.origin[v % 3] ?? 0) + grid.step * ((low[v % 3] ?? 0) + (positions[v] ?? 0));
  }
  return { positions, indices };
}

/** Rows of `width` numbers a corner, for the corners that the triangles use, numbered anew. */
function compacted(indices: Uint32Array, count: number): { readonly indices: Uint32Array; readonly kept: number[] } {
  const moved = new Int32Array(count).fill(-1);
  const kept: number[] = [];
  const out = indices.map((v) => {
    const known = moved[v] ?? -1;
    if (known >= 0) return known;
    moved[v] = kept.length;
    kept.push(v);
    return kept.length - 1;
  });
  return { indices: out, kept };
}

const rows = (of: Float32Array, kept: readonly number[]): Float32Array =>
  Float32Array.from({ length: kept.length * 3 }, (_, i) => of[3 * (kept[Math.floor(i / 3)] ?? 0) + (i % 3)] ?? 0);
const bytes = (of: Uint8Array, kept: readonly number[]): Uint8Array => Uint8Array.from(kept, (v) => of[v] ?? 0);

/** Weights of the simplifier: normals, regions (as a point in space each, so that borders stay crisp), white matter. */
const WEIGHTS = { normal: 0.35, region: 0.18, white: 0.12 } as const;

function scattered(region: number, axis: number): number {
  const v = Math.sin((region + axis * 86.5) * 12.9898) * 43758.5453;
  return v - Math.floor(v);
}

/** The mesh with at most about `triangles` triangles, made of its own corners, so that their data stay exact. */
export function simplified(mesh: AtlasMesh, triangles: number, error: number): AtlasMesh {
  const count = mesh.positions.length / 3;
  const width = mesh.data === null ? 3 : 8;
  const attributes = new Float32Array(count * width);
  for (let v = 0; v < count; v++) {
    for (let axis = 0; axis < 3; axis++) attributes[v * width + axis] = mesh.normals[3 * v + axis] ?? 0;
    if (mesh.data === null) continue;
    for (let axis = 0; axis < 3; axis++) attributes[v * width + 3 + axis] = scattered(mesh.data.region[v] ?? 0, axis);
    attributes[v * width + 6] = (mesh.data.white[v] ?? 0) / 255;
    attributes[v * width + 7] = (mesh.data.cut[v] ?? 0) / 255;
  }
  const { normal: n, region: r, white: w } = WEIGHTS;
  const weights = mesh.data === null ? [n, n, n] : [n, n, n, r, r, r, w, r];
  const target = Math.min(mesh.indices.length, triangles * 3);
  const [kept] = MeshoptSimplifier.simplifyWithAttributes(
    mesh.indices,
    mesh.positions,
    3,
    attributes,
    width,
    weights,
    null,
    target,
    error,
    [],
  );
  return withCorners(mesh, kept);
}

function withCorners(mesh: AtlasMesh, triangles: Uint32Array): AtlasMesh {
  const { indices, kept } = compacted(triangles, mesh.positions.length / 3);
  const { data } = mesh;
  return {
    ...mesh,
    indices,
    positions: rows(mesh.positions, kept),
    normals: rows(mesh.normals, kept),
    data:
      data === null
        ? null
        : {
            region: bytes(data.region, kept),
            depth: bytes(data.depth, kept),
            white: bytes(data.white, kept),
            cut: bytes(data.cut, kept),
          },
  };
}

export interface FinishOptions {
  readonly smoothing: number;
  /** Rounds of smoothing of the normals. */
  readonly normals: number;
  /** Parts of fewer triangles are dropped, or all but the largest. */
  readonly parts: number | 'largest';
  readonly data?: (mesh: RawMesh & { readonly normals: Float32Array }) => CornerData;
}

/** Smooths a raw surface and gives it normals and data; still as dense as the lattice. */
export function finished(name: string, raw: RawMesh, options: FinishOptions): AtlasMesh {
  const indices = dropSmall(raw, options.parts);
  const positions = taubin({ positions: raw.positions, indices }, options.smoothing);
  if (volumeOf({ positions, indices }).volume < 0) {
    for (let t = 0; t < indices.length; t += 3) {
      const second = indices[t + 1] ?? 0;
      indices[t + 1] = indices[t + 2] ?? 0;
      indices[t + 2] = second;
    }
  }
  const { indices: triangles, kept } = compacted(indices, positions.length / 3);
  const mesh: RawMesh = { positions: rows(positions, kept), indices: triangles };
  const normals = normalsOf(mesh, options.normals);
  const { volume, centroid } = volumeOf(mesh);
  return { ...mesh, name, normals, volume, centroid, data: options.data?.({ ...mesh, normals }) ?? null };
}
