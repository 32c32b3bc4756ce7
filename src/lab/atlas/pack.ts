/** Meshes as they travel: ordered for the coder, on the lattice of the file, three files of them. */
import { deflateRawSync } from 'node:zlib';
import { MeshoptEncoder } from 'meshoptimizer';
import { encodeMeshes, type PackedMesh } from '../../design/atlas/mesh-file';
import type { AtlasMesh } from './mesh';

/** The mesh with triangles and corners in an order that codes well. */
export function packed(mesh: AtlasMesh): PackedMesh {
  const indices = mesh.indices.slice();
  const [moved, count] = MeshoptEncoder.reorderMesh(indices, true, true);
  const positions = new Float32Array(count * 3);
  const normals = new Int8Array(count * 4);
  const data = new Uint8Array(count * 4);
  for (let v = 0; v < mesh.positions.length / 3; v++) {
    const to = moved[v] ?? 0;
    if (to >= count) continue;
    for (let axis = 0; axis < 3; axis++) {
      positions[3 * to + axis] = mesh.positions[3 * v + axis] ?? 0;
      normals[4 * to + axis] = Math.round((mesh.normals[3 * v + axis] ?? 0) * 127);
    }
    if (mesh.data !== null) {
      const { region, depth, white, cut } = mesh.data;
      data.set([region[v] ?? 0, depth[v] ?? 0, white[v] ?? 0, cut[v] ?? 0], 4 * to);
    }
  }
  return { name: mesh.name, positions, normals, indices, data };
}

export const meshFile = (meshes: readonly PackedMesh[]): Uint8Array => encodeMeshes(meshes, (bytes) => deflateRawSync(bytes, { level: 9 }));
