/** Arithmetic on lattices of cubic voxels: blur, distance, connected parts and reading between voxels. x runs fastest. */

export type Size3 = readonly [number, number, number];
export type Place3 = readonly [number, number, number];

export interface Grid {
  readonly size: Size3;
  /** First voxel, mm. */
  readonly origin: Place3;
  /** Edge of a voxel, mm. */
  readonly step: number;
}

export const voxels = (size: Size3): number => size[0] * size[1] * size[2];

/** Place of voxel `i`, mm. */
export function placeOf({ size, origin, step }: Grid, i: number): [number, number, number] {
  const x = i % size[0];
  const y = Math.floor(i / size[0]) % size[1];
  return [origin[0] + x * step, origin[1] + y * step, origin[2] + Math.floor(i / (size[0] * size[1])) * step];
}

/** The voxel nearest to a place, or -1 outside. */
export function voxelAt({ size, origin, step }: Grid, x: number, y: number, z: number): number {
  const i = Math.round((x - origin[0]) / step);
  const j = Math.round((y - origin[1]) / step);
  const k = Math.round((z - origin[2]) / step);
  return i < 0 || j < 0 || k < 0 || i >= size[0] || j >= size[1] || k >= size[2] ? -1 : (k * size[1] + j) * size[0] + i;
}

/** First voxels of all lines along an axis. */
function* lineStarts([nx, ny, nz]: Size3, axis: 0 | 1 | 2): Generator<number> {
  if (axis === 0) for (let line = 0; line < ny * nz; line++) yield line * nx;
  else if (axis === 1) for (let z = 0; z < nz; z++) for (let x = 0; x < nx; x++) yield z * ny * nx + x;
  else for (let line = 0; line < nx * ny; line++) yield line;
}

const strideOf = ([nx, ny]: Size3, axis: 0 | 1 | 2): number => (axis === 0 ? 1 : axis === 1 ? nx : nx * ny);

/** Gaussian blur, separable, edges repeated. `sigma` in voxels. Gives a new array. */
export function gaussian(source: Float32Array, size: Size3, sigma: number): Float32Array {
  const reach = Math.max(1, Math.ceil(sigma * 3));
  const kernel = Float32Array.from({ length: 2 * reach + 1 }, (_, i) => Math.exp(-((i - reach) ** 2) / (2 * sigma * sigma)));
  const sum = kernel.reduce((total, weight) => total + weight, 0);
  for (let i = 0; i < kernel.length; i++) kernel[i] = (kernel[i] ?? 0) / sum;
  let from = source;
  for (const axis of [0, 1, 2] as const) {
    const to = new Float32Array(source.length);
    const count = size[axis];
    const stride = strideOf(size, axis);
    const line = new Float32Array(count + 2 * reach);
    for (const start of lineStarts(size, axis)) {
      for (let i = 0; i < count; i++) line[i + reach] = from[start + i * stride] ?? 0;
      line.fill(line[reach] ?? 0, 0, reach);
      line.fill(line[count + reach - 1] ?? 0, count + reach);
      for (let i = 0; i < count; i++) {
        let total = 0;
        for (let j = 0; j < kernel.length; j++) total += (kernel[j] ?? 0) * (line[i + j] ?? 0);
        to[start + i * stride] = total;
      }
    }
    from = to;
  }
  return from;
}

const FAR = 1e12;

/**
 * Exact squared distance in voxels to the nearest marked voxel, and which one that is (Felzenszwalb and Huttenlocher 2012,
 * doi:10.4086/toc.2012.v008a019).
 */
export function distanceTo(mask: Uint8Array, size: Size3): { readonly squared: Float64Array; readonly nearest: Int32Array } {
  const squared = Float64Array.from(mask, (marked) => (marked === 0 ? FAR : 0));
  const nearest = Int32Array.from(mask, (_, i) => i);
  const longest = Math.max(...size);
  const height = new Float64Array(longest);
  const source = new Int32Array(longest);
  const parabola = new Int32Array(longest);
  const border = new Float64Array(longest + 1);
  for (const axis of [0, 1, 2] as const) {
    const count = size[axis];
    const stride = strideOf(size, axis);
    for (const start of lineStarts(size, axis)) {
      let last = -1;
      for (let q = 0; q < count; q++) {
        const f = squared[start + q * stride] ?? FAR;
        height[q] = f;
        source[q] = nearest[start + q * stride] ?? 0;
        if (f >= FAR) continue;
        let crossing = -Infinity;
        while (last >= 0) {
          const p = parabola[last] ?? 0;
          crossing = (f + q * q - ((height[p] ?? 0) + p * p)) / (2 * q - 2 * p);
          if (crossing > (border[last] ?? 0)) break;
          last--;
          crossing = -Infinity;
        }
        last++;
        parabola[last] = q;
        border[last] = crossing;
        border[last + 1] = Infinity;
      }
      if (last < 0) continue;
      let at = 0;
      for (let q = 0; q < count; q++) {
        while ((border[at + 1] ?? Infinity) < q) at++;
        const p = parabola[at] ?? 0;
        squared[start + q * stride] = (q - p) ** 2 + (height[p] ?? 0);
        nearest[start + q * stride] = source[p] ?? 0;
      }
    }
  }
  return { squared, nearest };
}

/** The largest part of a mask that hangs together by faces, or with `seeds` the parts that hold one of them. */
export function connected(mask: Uint8Array, [nx, ny, nz]: Size3, seeds: readonly number[] | null = null): Uint8Array {
  const label = new Int32Array(mask.length);
  const stack = new Int32Array(mask.length);
  const slab = nx * ny;
  const flood = (from: number, id: number): number => {
    let top = 0;
    let count = 0;
    const visit = (i: number): void => {
      if (mask[i] === 0 || label[i] !== 0) return;
      label[i] = id;
      stack[top++] = i;
    };
    visit(from);
    while (top > 0) {
      const p = stack[--top] ?? 0;
      count++;
      const x = p % nx;
      const y = Math.floor(p / nx) % ny;
      const z = Math.floor(p / slab);
      if (x > 0) visit(p - 1);
      if (x < nx - 1) visit(p + 1);
      if (y > 0) visit(p - nx);
      if (y < ny - 1) visit(p + nx);
      if (z > 0) visit(p - slab);
      if (z < nz - 1) visit(p + slab);
    }
    return count;
  };
  const kept = new Set<number>();
  let most = 0;
  let id = 0;
  for (const from of seeds ?? mask.keys()) {
    if (mask[from] === 0 || label[from] !== 0) continue;
    const count = flood(from, ++id);
    if (seeds !== null) kept.add(id);
    else if (count > most) {
      most = count;
      kept.clear();
      kept.add(id);
    }
  }
  return Uint8Array.from(label, (own) => (kept.has(own) ? 1 : 0));
}

/** Reads a lattice between its voxels (trilinear); 0 outside. Places in mm. */
export function sampler(data: Float32Array, { size, origin, step }: Grid): (x: number, y: number, z: number) => number {
  const [nx, ny, nz] = size;
  const slab = nx * ny;
  return (px, py, pz) => {
    const x = (px - origin[0]) / step;
    const y = (py - origin[1]) / step;
    const z = (pz - origin[2]) / step;
    const i = Math.floor(x);
    const j = Math.floor(y);
    const k = Math.floor(z);
    if (i < 0 || j < 0 || k < 0 || i >= nx - 1 || j >= ny - 1 || k >= nz - 1) return 0;
    const [a, b, c] = [x - i, y - j, z - k];
    const o = (k * ny + j) * nx + i;
    const row = (at: number): number => (1 - a) * (data[at] ?? 0) + a * (data[at + 1] ?? 0);
    return (1 - c) * ((1 - b) * row(o) + b * row(o + nx)) + c * ((1 - b) * row(o + slab) + b * row(o + slab + nx));
  };
}
