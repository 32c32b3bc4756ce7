/**
 * Edge collapse by quadric error (Garland and Heckbert 1997, doi:10.1145/258734.258849) on closed meshes. Collapses that would turn
 * a triangle over or pinch the surface are left out.
 */

interface Collapse {
  readonly cost: number;
  readonly keep: number;
  readonly drop: number;
  readonly stamp: number;
  readonly to: readonly [number, number, number];
}

/** A binary heap, cheapest first. */
class Heap {
  private readonly items: Collapse[] = [];

  push(item: Collapse): void {
    const { items } = this;
    let i = items.length;
    items.push(item);
    while (i > 0) {
      const up = (i - 1) >> 1;
      const parent = items[up];
      if (parent === undefined || parent.cost <= item.cost) break;
      items[i] = parent;
      i = up;
    }
    items[i] = item;
  }

  pop(): Collapse | undefined {
    const { items } = this;
    const top = items[0];
    const last = items.pop();
    if (last === undefined || items.length === 0) return top;
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      const left = items[child];
      if (left === undefined) break;
      const right = items[child + 1];
      if (right !== undefined && right.cost < left.cost) child++;
      const next = items[child];
      if (next === undefined || next.cost >= last.cost) break;
      items[i] = next;
      i = child;
    }
    items[i] = last;
    return top;
  }
}

/** Symmetric 4×4 of the squared distance from planes, upper half by rows. */
const QUADRIC = 10;

function solve(q: Float64Array, o: number): [number, number, number] | undefined {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, i = 0] = q.subarray(o, o + QUADRIC);
  const det = a * (e * h - f * f) - b * (b * h - f * c) + c * (b * f - e * c);
  if (Math.abs(det) < 1e-9) return undefined;
  const x = d * (e * h - f * f) - b * (g * h - f * i) + c * (g * f - e * i);
  const y = a * (g * h - i * f) - d * (b * h - f * c) + c * (b * i - g * c);
  const z = a * (e * i - f * g) - b * (b * i - g * c) + d * (b * f - e * c);
  return [-x / det, -y / det, -z / det];
}

function errorAt(q: Float64Array, o: number, x: number, y: number, z: number): number {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, i = 0, j = 0] = q.subarray(o, o + QUADRIC);
  return a * x * x + 2 * b * x * y + 2 * c * x * z + 2 * d * x + e * y * y + 2 * f * y * z + 2 * g * y + h * z * z + 2 * i * z + j;
}

/** The mesh with at most `most` triangles where the shape allows it. */
export function simplify(corners: Float64Array, faces: Uint32Array, most: number): { positions: Float64Array; indices: Uint32Array } {
  const positions = Float64Array.from(corners);
  const indices = Int32Array.from(faces);
  const count = positions.length / 3;
  const around: Set<number>[] = Array.from({ length: count }, () => new Set());
  const quadrics = new Float64Array(count * QUADRIC);
  const stamps = new Int32Array(count);
  const at = (v: number): [number, number, number] => [positions[v * 3] ?? 0, positions[v * 3 + 1] ?? 0, positions[v * 3 + 2] ?? 0];
  const face = (f: number): [number, number, number] => [indices[f * 3] ?? -1, indices[f * 3 + 1] ?? -1, indices[f * 3 + 2] ?? -1];
  const plane = (a: readonly number[], b: readonly number[], c: readonly number[]): [number, number, number] => {
    const u = [(b[0] ?? 0) - (a[0] ?? 0), (b[1] ?? 0) - (a[1] ?? 0), (b[2] ?? 0) - (a[2] ?? 0)] as const;
    const v = [(c[0] ?? 0) - (a[0] ?? 0), (c[1] ?? 0) - (a[1] ?? 0), (c[2] ?? 0) - (a[2] ?? 0)] as const;
    return [u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]];
  };
  const neighbours = (v: number): Set<number> => {
    const found = new Set<number>();
    for (const f of around[v] ?? []) for (const w of face(f)) if (w !== v) found.add(w);
    return found;
  };

  let alive = indices.length / 3;
  for (let f = 0; f < alive; f++) {
    const [a, b, c] = face(f);
    const n = plane(at(a), at(b), at(c));
    const area = Math.hypot(...n);
    if (area > 0) {
      const [x, y, z] = [n[0] / area, n[1] / area, n[2] / area];
      const p = at(a);
      const w = -(x * p[0] + y * p[1] + z * p[2]);
      const row = [x * x, x * y, x * z, x * w, y * y, y * z, y * w, z * z, z * w, w * w];
      for (const v of [a, b, c]) row.forEach((term, i) => (quadrics[v * QUADRIC + i] = (quadrics[v * QUADRIC + i] ?? 0) + term * area));
    }
    for (const v of [a, b, c]) around[v]?.add(f);
  }

  const heap = new Heap();
  const both = new Float64Array(QUADRIC);
  const offer = (keep: number, drop: number): void => {
    for (let i = 0; i < QUADRIC; i++) both[i] = (quadrics[keep * QUADRIC + i] ?? 0) + (quadrics[drop * QUADRIC + i] ?? 0);
    const [p, q] = [at(keep), at(drop)];
    const middle: [number, number, number] = [(p[0] + q[0]) / 2, (p[1] + q[1]) / 2, (p[2] + q[2]) / 2];
    const edge = Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
    const best = solve(both, 0);
    const far = best === undefined || Math.hypot(best[0] - middle[0], best[1] - middle[1], best[2] - middle[2]) > edge * 1.5;
    const to = far ? middle : best;
    const cost = Math.max(0, errorAt(both, 0, ...to)) + edge * edge * 1e-5;
    heap.push({ cost, keep, drop, to, stamp: (stamps[keep] ?? 0) + (stamps[drop] ?? 0) });
  };
  for (let v = 0; v < count; v++) for (const w of neighbours(v)) if (v < w) offer(v, w);

  const turnsOver = (v: number, other: number, to: readonly [number, number, number]): boolean => {
    for (const f of around[v] ?? []) {
      const [a, b, c] = face(f);
      if (a === other || b === other || c === other) continue;
      const before = plane(at(a), at(b), at(c));
      const after = plane(a === v ? to : at(a), b === v ? to : at(b), c === v ? to : at(c));
      const sizes = Math.hypot(...before) * Math.hypot(...after);
      if (before[0] * after[0] + before[1] * after[1] + before[2] * after[2] < 0.25 * sizes || Math.hypot(...after) < 1e-9) return true;
    }
    return false;
  };

  while (alive > most) {
    const next = heap.pop();
    if (next === undefined) break;
    const { keep, drop, to, stamp } = next;
    const [mine, theirs] = [around[keep], around[drop]];
    if (mine === undefined || theirs === undefined || mine.size === 0 || theirs.size === 0) continue;
    if ((stamps[keep] ?? 0) + (stamps[drop] ?? 0) !== stamp) continue;
    const near = neighbours(keep);
    if (!near.has(drop)) continue;
    let shared = 0;
    for (const w of neighbours(drop)) if (near.has(w)) shared++;
    if (shared !== 2 || turnsOver(keep, drop, to) || turnsOver(drop, keep, to)) continue;
    for (const f of theirs) {
      const corner = face(f);
      if (corner.includes(keep)) {
        for (const w of corner) around[w]?.delete(f);
        alive--;
      } else {
        indices[f * 3 + corner.indexOf(drop)] = keep;
        mine.add(f);
      }
    }
    theirs.clear();
    positions.set(to, keep * 3);
    for (let i = 0; i < QUADRIC; i++)
      quadrics[keep * QUADRIC + i] = (quadrics[keep * QUADRIC + i] ?? 0) + (quadrics[drop * QUADRIC + i] ?? 0);
    stamps[keep] = (stamps[keep] ?? 0) + 1;
    stamps[drop] = (stamps[drop] ?? 0) + 1;
    for (const w of neighbours(keep)) offer(Math.min(keep, w), Math.max(keep, w));
  }
  return compact(positions, indices, around);
}

function compact(
  positions: Float64Array,
  indices: Int32Array,
  around: readonly Set<number>[],
): { positions: Float64Array; indices: Uint32Array } {
  const moved = new Int32Array(around.length).fill(-1);
  const kept: number[] = [];
  const faces = new Set<number>();
  around.forEach((own, v) => {
    if (own.size === 0) return;
    moved[v] = kept.length / 3;
    kept.push(...positions.subarray(v * 3, v * 3 + 3));
    for (const f of own) faces.add(f);
  });
  const out = [...faces].sort((a, b) => a - b).flatMap((f) => [0, 1, 2].map((i) => moved[indices[f * 3 + i] ?? 0] ?? 0));
  return { positions: Float64Array.from(kept), indices: Uint32Array.from(out) };
}
