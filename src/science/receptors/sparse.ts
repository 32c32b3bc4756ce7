/**
 * Which entries of (s - Q') fill in when it is eliminated, Q' the transpose of a scheme's generator.
 *
 * That depends only on the graph of the scheme, so the elimination is planned once. The matrix has positive diagonal and its columns sum
 * to s > 0, hence elimination without pivoting is stable in any order. Kinetic schemes are nearly trees; with the least-degree order
 * there is almost no fill.
 */
import type { CompiledScheme } from './compile';

/** The elimination of a matrix with the pattern of a scheme. */
export interface SparsePlan {
  readonly n: number;
  /** Number of stored entries. */
  readonly entries: number;
  /** Elimination order of the states. */
  readonly order: readonly number[];
  /** For each state, the states eliminated after it that its row and column reach, fill included. */
  readonly later: readonly (readonly number[])[];
  /** Number of a stored entry, 0 .. entries - 1. */
  readonly slotOf: (row: number, column: number) => number;
}

/** Plans the elimination for a scheme. */
export function planSparse(scheme: CompiledScheme): SparsePlan {
  const n = scheme.n;
  const neighbours = Array.from({ length: n }, () => new Set<number>());
  for (let t = 0; t < scheme.m; t++) {
    const a = scheme.from[t] as number;
    const b = scheme.to[t] as number;
    neighbours[a]?.add(b);
    neighbours[b]?.add(a);
  }
  const order = leastDegreeOrder(neighbours);
  const rank = new Int32Array(n);
  order.forEach((state, k) => {
    rank[state] = k;
  });
  const later = filledPattern(neighbours, order, rank);
  const slots = new Map<number, number>();
  for (let s = 0; s < n; s++) slots.set(s * n + s, slots.size);
  for (const k of order) {
    for (const i of later[k] ?? []) {
      slots.set(i * n + k, slots.size);
      slots.set(k * n + i, slots.size);
    }
  }
  return { n, entries: slots.size, order, later, slotOf: (row, column) => slots.get(row * n + column) ?? -1 };
}

/** Repeatedly removes a vertex of least degree and joins its neighbours. */
function leastDegreeOrder(neighbours: readonly ReadonlySet<number>[]): number[] {
  const graph = neighbours.map((set) => new Set(set));
  const left = new Set(graph.keys());
  const order: number[] = [];
  while (left.size > 0) {
    let best = -1;
    for (const v of left) if (best < 0 || (graph[v]?.size ?? 0) < (graph[best]?.size ?? 0)) best = v;
    const around = [...(graph[best] ?? [])];
    for (const a of around) {
      graph[a]?.delete(best);
      for (const b of around) if (a !== b) graph[a]?.add(b);
    }
    left.delete(best);
    order.push(best);
  }
  return order;
}

/** For each state, the states eliminated after it that its row and column reach, fill included. */
function filledPattern(neighbours: readonly ReadonlySet<number>[], order: readonly number[], rank: Int32Array): number[][] {
  const graph = neighbours.map((set) => new Set(set));
  const later: number[][] = neighbours.map(() => []);
  for (const k of order) {
    const ahead = [...(graph[k] ?? [])].filter((v) => (rank[v] as number) > (rank[k] as number)).sort((a, b) => a - b);
    later[k] = ahead;
    for (const a of ahead) for (const b of ahead) if (a !== b) graph[a]?.add(b);
  }
  return later;
}
