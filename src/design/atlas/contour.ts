/** Outlines of marked cells as closed curves, and the place inside that is furthest from the edge. */
import type { Lattice } from './raster';

type Point = readonly [number, number];

/** Blurs marks of 0 and 1; `sigma` in cells. */
export function blurred(marks: ArrayLike<number>, { width, height }: Lattice, sigma: number): Float32Array {
  const reach = Math.max(1, Math.ceil(sigma * 2.5));
  const kernel = Array.from({ length: 2 * reach + 1 }, (_, i) => Math.exp(-((i - reach) ** 2) / (2 * sigma * sigma)));
  const sum = kernel.reduce((a, b) => a + b, 0);
  const across = new Float32Array(width * height);
  const out = new Float32Array(width * height);
  const pass = (from: ArrayLike<number>, to: Float32Array, dx: number, dy: number): void => {
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        let total = 0;
        for (let k = -reach; k <= reach; k++) {
          const [qx, qy] = [x + k * dx, y + k * dy];
          if (qx >= 0 && qy >= 0 && qx < width && qy < height) total += (kernel[k + reach] ?? 0) * (from[qy * width + qx] ?? 0);
        }
        to[y * width + x] = total / sum;
      }
  };
  pass(marks, across, 1, 0);
  pass(across, out, 0, 1);
  return out;
}

/** Closed curves around what is above one half, in cells, clockwise around it as seen with y down. */
export function contours(field: Float32Array, { width, height }: Lattice): Point[][] {
  const at = (x: number, y: number): number => (x < 0 || y < 0 || x >= width || y >= height ? 0 : (field[y * width + x] ?? 0));
  const stride = (width + 2) * 2;
  const points = new Map<number, Point>();
  const next = new Map<number, number>();
  /** Crossing on the edge from a cell to its right (0) or lower (1) neighbour. */
  const cross = (x: number, y: number, down: 0 | 1): number => {
    const key = (y + 1) * stride + (x + 1) * 2 + down;
    if (!points.has(key)) {
      const [a, b] = [at(x, y), down === 1 ? at(x, y + 1) : at(x + 1, y)];
      const t = (0.5 - a) / (b - a);
      points.set(key, down === 1 ? [x, y + t] : [x + t, y]);
    }
    return key;
  };
  for (let y = -1; y < height; y++)
    for (let x = -1; x < width; x++) {
      const inside = [at(x, y), at(x + 1, y), at(x + 1, y + 1), at(x, y + 1)].map((v) => v > 0.5);
      const edges = [() => cross(x, y, 0), () => cross(x + 1, y, 1), () => cross(x, y + 1, 0), () => cross(x, y, 1)];
      // Around the cell, a line enters where inside ends and leaves where it begins again.
      for (let side = 0; side < 4; side++) {
        if (inside[side] !== true || inside[(side + 1) % 4] === true) continue;
        let back = side;
        do back = (back + 3) % 4;
        while (!(inside[back] === false && inside[(back + 1) % 4] === true));
        const [from, to] = [edges[back], edges[side]];
        if (from !== undefined && to !== undefined) next.set(to(), from());
      }
    }
  const loops: Point[][] = [];
  while (next.size > 0) {
    const [start] = next.keys();
    if (start === undefined) break;
    const loop: Point[] = [];
    let key: number | undefined = start;
    while (key !== undefined && next.has(key)) {
      loop.push(points.get(key) ?? [0, 0]);
      const to: number | undefined = next.get(key);
      next.delete(key);
      key = to;
    }
    if (loop.length > 3) loops.push(loop);
  }
  return loops;
}

/** Area of a closed curve. */
export function areaOf(loop: readonly Point[]): number {
  let sum = 0;
  loop.forEach(([x, y], i) => {
    const [nx, ny] = loop[(i + 1) % loop.length] ?? [0, 0];
    sum += x * ny - nx * y;
  });
  return Math.abs(sum) / 2;
}

/** The curve with fewer points, none of those left out further than `most` from it (Douglas and Peucker 1973). */
export function thinned(loop: readonly Point[], most: number): Point[] {
  const keep = new Set<number>([0, Math.floor(loop.length / 2)]);
  const split = (from: number, to: number): void => {
    const [a, b] = [loop[from] ?? [0, 0], loop[to % loop.length] ?? [0, 0]];
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
    const length = Math.hypot(dx, dy) || 1;
    let [worst, where] = [most, -1];
    for (let i = from + 1; i < to; i++) {
      const [x, y] = loop[i] ?? [0, 0];
      const off = Math.abs((x - a[0]) * dy - (y - a[1]) * dx) / length;
      if (off > worst) [worst, where] = [off, i];
    }
    if (where < 0) return;
    keep.add(where);
    split(from, where);
    split(where, to);
  };
  const middle = Math.floor(loop.length / 2);
  split(0, middle);
  split(middle, loop.length);
  return [...keep].sort((p, q) => p - q).map((i) => loop[i] ?? [0, 0]);
}

/** The marked cell furthest from any other: where a name or a mark sits best. Null where nothing is marked. */
export function innermost(marks: ArrayLike<number>, { width, height }: Lattice): Point | null {
  const away = new Float32Array(width * height);
  const step = (x: number, y: number, offsets: readonly (readonly [number, number, number])[]): void => {
    const i = y * width + x;
    if ((marks[i] ?? 0) === 0) return;
    let least = away[i] ?? 0;
    for (const [dx, dy, cost] of offsets) {
      const [qx, qy] = [x + dx, y + dy];
      const there = qx < 0 || qy < 0 || qx >= width || qy >= height ? 0 : (away[qy * width + qx] ?? 0);
      least = Math.min(least, there + cost);
    }
    away[i] = least;
  };
  for (let i = 0; i < away.length; i++) away[i] = (marks[i] ?? 0) === 0 ? 0 : Infinity;
  const before = [
    [-1, 0, 1],
    [0, -1, 1],
    [-1, -1, 1.41],
    [1, -1, 1.41],
  ] as const;
  const after = before.map(([x, y, cost]) => [-x, -y, cost] as const);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) step(x, y, before);
  for (let y = height - 1; y >= 0; y--) for (let x = width - 1; x >= 0; x--) step(x, y, after);
  let best = -1;
  for (let i = 0; i < away.length; i++) if ((marks[i] ?? 0) !== 0 && (best < 0 || (away[i] ?? 0) > (away[best] ?? 0))) best = i;
  return best < 0 ? null : [best % width, Math.floor(best / width)];
}
