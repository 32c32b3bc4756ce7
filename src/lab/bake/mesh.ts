/** Triangle meshes, nm: counter-clockwise seen from outside, one unit normal a vertex. */
import { rotate, type Quaternion, type Vec3 } from './vector';

export interface Mesh {
  readonly positions: Float64Array;
  readonly normals: Float64Array;
  readonly indices: Uint32Array;
}

export const triangles = (mesh: Mesh): number => mesh.indices.length / 3;

/** Corner `v` of a mesh. */
export const corner = (mesh: Mesh, v: number): Vec3 => [
  mesh.positions[v * 3] ?? 0,
  mesh.positions[v * 3 + 1] ?? 0,
  mesh.positions[v * 3 + 2] ?? 0,
];

export function merge(parts: readonly Mesh[]): Mesh {
  const positions: number[] = [];
  const normals: number[] = [];
  const indices: number[] = [];
  for (const part of parts) {
    const first = positions.length / 3;
    for (const v of part.positions) positions.push(v);
    for (const v of part.normals) normals.push(v);
    for (const i of part.indices) indices.push(i + first);
  }
  return { positions: Float64Array.from(positions), normals: Float64Array.from(normals), indices: Uint32Array.from(indices) };
}

/** Scaled, then turned, then moved. */
export function placed(mesh: Mesh, scale: number, turn: Quaternion, at: Vec3): Mesh {
  const positions = new Float64Array(mesh.positions.length);
  const normals = new Float64Array(mesh.normals.length);
  for (let v = 0; v < positions.length; v += 3) {
    const p = rotate(turn, corner(mesh, v / 3));
    positions.set([p[0] * scale + at[0], p[1] * scale + at[1], p[2] * scale + at[2]], v);
    normals.set(rotate(turn, [mesh.normals[v] ?? 0, mesh.normals[v + 1] ?? 0, mesh.normals[v + 2] ?? 0]), v);
  }
  return { positions, normals, indices: mesh.indices };
}

/** Largest distance of a corner from the origin. */
export function reach(mesh: Mesh): number {
  let most = 0;
  for (let v = 0; v < mesh.positions.length / 3; v++) most = Math.max(most, Math.hypot(...corner(mesh, v)));
  return most;
}
