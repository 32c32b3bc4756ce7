/** Draws meshes into a small lattice in the order of their depth, in plain arithmetic: for outlines and for pointing. */
import type { PackedMesh } from './mesh-file';
import { project, type Axes } from './views';

export interface Lattice {
  readonly width: number;
  readonly height: number;
  /** Cells a millimetre of the picture. */
  readonly scale: number;
  /** Picture point of the first cell, mm. */
  readonly left: number;
  readonly top: number;
}

export interface Raster extends Lattice {
  /** Which of the meshes is seen, from 1; 0 for none. */
  readonly mesh: Uint8Array;
  /** The number of the region of the corner that is nearest. */
  readonly region: Uint8Array;
  readonly depth: Float32Array;
}

/** A lattice over a frame of `width` × `height` mm around the middle. */
export function latticeOver(width: number, height: number, scale: number): Lattice {
  return { width: Math.ceil(width * scale), height: Math.ceil(height * scale), scale, left: -width / 2, top: -height / 2 };
}

/** What is nearest to the viewer in each cell. */
export function rasterise(meshes: readonly PackedMesh[], axes: Axes, lattice: Lattice): Raster {
  const { width, height, scale, left, top } = lattice;
  const mesh = new Uint8Array(width * height);
  const region = new Uint8Array(width * height);
  const depth = new Float32Array(width * height).fill(-Infinity);
  meshes.forEach(({ positions, indices, data }, number) => {
    const count = positions.length / 3;
    const px = new Float32Array(count);
    const py = new Float32Array(count);
    const pz = new Float32Array(count);
    for (let v = 0; v < count; v++) {
      const [x, y, z] = project(axes, positions[3 * v] ?? 0, positions[3 * v + 1] ?? 0, positions[3 * v + 2] ?? 0);
      px[v] = (x - left) * scale;
      py[v] = (y - top) * scale;
      pz[v] = z;
    }
    for (let t = 0; t < indices.length; t += 3) {
      const [a = 0, b = 0, c = 0] = [indices[t], indices[t + 1], indices[t + 2]];
      const [ax = 0, ay = 0, bx = 0, by = 0, cx = 0, cy = 0] = [px[a], py[a], px[b], py[b], px[c], py[c]];
      const area = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
      // Outward triangles run clockwise here, since y goes down.
      if (area > -1e-6) continue;
      const [x0, x1] = [Math.max(0, Math.floor(Math.min(ax, bx, cx))), Math.min(width - 1, Math.ceil(Math.max(ax, bx, cx)))];
      const [y0, y1] = [Math.max(0, Math.floor(Math.min(ay, by, cy))), Math.min(height - 1, Math.ceil(Math.max(ay, by, cy)))];
      const [ra = 0, rb = 0, rc = 0] = [data[4 * a], data[4 * b], data[4 * c]];
      for (let y = y0; y <= y1; y++)
        for (let x = x0; x <= x1; x++) {
          const wa = ((bx - x) * (cy - y) - (by - y) * (cx - x)) / area;
          const wb = ((cx - x) * (ay - y) - (cy - y) * (ax - x)) / area;
          const wc = 1 - wa - wb;
          if (wa < -1e-5 || wb < -1e-5 || wc < -1e-5) continue;
          const near = wa * (pz[a] ?? 0) + wb * (pz[b] ?? 0) + wc * (pz[c] ?? 0);
          const at = y * width + x;
          if (near <= (depth[at] ?? 0)) continue;
          depth[at] = near;
          mesh[at] = number + 1;
          region[at] = wa > wb && wa > wc ? ra : wb > wc ? rb : rc;
        }
    }
  });
  return { ...lattice, mesh, region, depth };
}
