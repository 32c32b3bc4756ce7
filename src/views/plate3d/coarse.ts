/** Coarser copies of small meshes, for crowds of them on the low tier: vertices that fall into one cell of a grid become one. */
import { BufferAttribute, BufferGeometry } from 'three';

/** Cells across the reach of a mesh, from fine to coarse. */
const CELLS = [4, 3, 2.5, 2, 1.6] as const;

/** The mesh with the vertices of each cell of side `cell` (in its own units) put at their mean. */
export function clustered(base: BufferGeometry, cell: number): BufferGeometry {
  const [position, normal] = [base.getAttribute('position'), base.getAttribute('normal')];
  const clusterOf = new Map<string, number>();
  const sums: number[][] = [];
  const cluster = Array.from({ length: position.count }, (_, vertex) => {
    const place = [position.getX(vertex), position.getY(vertex), position.getZ(vertex)] as const;
    const key = place.map((part) => Math.floor(part / cell)).join();
    const known = clusterOf.get(key) ?? sums.push([0, 0, 0, 0, 0, 0, 0]) - 1;
    clusterOf.set(key, known);
    const added = [...place, normal.getX(vertex), normal.getY(vertex), normal.getZ(vertex), 1];
    sums[known] = (sums[known] ?? []).map((sum, part) => sum + (added[part] ?? 0));
    return known;
  });
  const corners = Array.from(base.getIndex()?.array ?? [], (vertex) => cluster[vertex] ?? 0);
  const kept: number[] = [];
  for (let at = 0; at + 2 < corners.length; at += 3) {
    const [a = 0, b = 0, c = 0] = corners.slice(at, at + 3);
    if (a !== b && b !== c && c !== a) kept.push(a, b, c);
  }
  const geometry = new BufferGeometry();
  const places = sums.flatMap(([x = 0, y = 0, z = 0, , , , count = 1]) => [x / count, y / count, z / count]);
  const normals = sums.flatMap(([, , , x = 0, y = 0, z = 0]) => {
    const length = Math.hypot(x, y, z) || 1;
    return [x, y, z].map((part) => Math.round((part / length) * 127));
  });
  geometry.setAttribute('position', new BufferAttribute(Int16Array.from(places, Math.round), 3));
  geometry.setAttribute('normal', new BufferAttribute(Int8Array.from(normals), 3));
  geometry.setIndex(kept);
  return geometry;
}

export const trianglesOf = (geometry: BufferGeometry): number => (geometry.getIndex()?.count ?? 0) / 3;

/** The finest copy with at most so many triangles, the mesh itself if it has no more, or null when even the coarsest has. */
export function coarse(base: BufferGeometry, reach: number, most: number): BufferGeometry | null {
  if (trianglesOf(base) <= most) return base;
  for (const cells of CELLS) {
    const copy = clustered(base, reach / cells);
    if (trianglesOf(copy) <= most) return copy;
    copy.dispose();
  }
  return null;
}
