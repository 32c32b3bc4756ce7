/**
 * Sparse LU factors of (s - Q') for the generator of a scheme, Q' its transpose.
 *
 * Which entries fill in depends only on the graph of the scheme, so the elimination is planned once and run as a list of
 * multiply-subtracts. The matrix has positive diagonal and its columns sum to s > 0, hence elimination without pivoting
 * is stable in any order. Kinetic schemes are nearly trees; with the least-degree order there is almost no fill.
 */
import type { CompiledScheme } from './compile';

export interface SparsePlan {
  readonly n: number;
  /** Number of stored entries. */
  readonly entries: number;
  /** Slot of each diagonal entry, by state. */
  readonly diagonal: Int32Array;
  /** Slot of entry (to, from) for each transition. */
  readonly slot: Int32Array;
  /** Elimination order of the states. */
  readonly order: Int32Array;
  /** Elimination, as groups: pivot slot, entry to divide, number of updates, then (target slot, source slot) pairs. */
  readonly program: Int32Array;
  /** Forward substitution: (row, column, slot) triples; backward: the same with the diagonal division after each row. */
  readonly forward: Int32Array;
  readonly backward: Int32Array;
  readonly backwardStart: Int32Array;
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
  const slots = new Map<number, number>();
  const slotOf = (row: number, column: number): number => {
    const key = row * n + column;
    const known = slots.get(key);
    if (known !== undefined) return known;
    slots.set(key, slots.size);
    return slots.size - 1;
  };
  const diagonal = Int32Array.from({ length: n }, (_, s) => slotOf(s, s));
  const slot = Int32Array.from({ length: scheme.m }, (_, t) => slotOf(scheme.to[t] as number, scheme.from[t] as number));
  const program: number[] = [];
  const forward: number[] = [];
  const backward: number[] = [];
  const backwardStart = new Int32Array(n + 1);
  const later = filledPattern(neighbours, order, rank);
  order.forEach((k) => {
    for (const i of later[k] ?? []) {
      program.push(slotOf(k, k), slotOf(i, k), later[k]?.length ?? 0);
      for (const j of later[k] ?? []) program.push(slotOf(i, j), slotOf(k, j));
      forward.push(i, k, slotOf(i, k));
    }
  });
  for (let position = n - 1; position >= 0; position--) {
    const k = order[position] as number;
    for (const j of later[k] ?? []) backward.push(k, j, slotOf(k, j));
    backwardStart[n - position] = backward.length / 3;
  }
  return {
    n,
    entries: slots.size,
    diagonal,
    slot,
    order: Int32Array.from(order),
    program: Int32Array.from(program),
    forward: Int32Array.from(forward),
    backward: Int32Array.from(backward),
    backwardStart,
  };
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

/** Fills `values` (length plan.entries) with s - Q' for transition rates `rates` (length m), and factorises in place. */
export function factorise(plan: SparsePlan, scheme: CompiledScheme, rates: Float64Array, s: number, values: Float64Array): void {
  const { diagonal, slot, program } = plan;
  const { from, m } = scheme;
  values.fill(0);
  for (let i = 0; i < plan.n; i++) values[diagonal[i] as number] = s;
  for (let t = 0; t < m; t++) {
    const k = rates[t] as number;
    const own = diagonal[from[t] as number] as number;
    const cross = slot[t] as number;
    values[own] = (values[own] as number) + k;
    values[cross] = (values[cross] as number) - k;
  }
  let at = 0;
  const end = program.length;
  while (at < end) {
    const target = program[at + 1] as number;
    const factor = (values[target] as number) / (values[program[at] as number] as number);
    values[target] = factor;
    const stop = at + 3 + 2 * (program[at + 2] as number);
    at += 3;
    if (factor === 0) {
      at = stop;
      continue;
    }
    for (; at < stop; at += 2) {
      const into = program[at] as number;
      values[into] = (values[into] as number) - factor * (values[program[at + 1] as number] as number);
    }
  }
}

/** Solves (s - Q') x = b in place, with the factors from `factorise`; `x` holds b on entry. */
export function substitute(plan: SparsePlan, values: Float64Array, x: Float64Array): void {
  const { forward, backward, backwardStart, diagonal, order, n } = plan;
  for (let at = 0; at < forward.length; at += 3) {
    const row = forward[at] as number;
    x[row] = (x[row] as number) - (values[forward[at + 2] as number] as number) * (x[forward[at + 1] as number] as number);
  }
  for (let k = 0; k < n; k++) {
    const row = order[n - 1 - k] as number;
    let sum = x[row] as number;
    const stop = 3 * (backwardStart[k + 1] as number);
    for (let at = 3 * (backwardStart[k] as number); at < stop; at += 3) {
      sum -= (values[backward[at + 2] as number] as number) * (x[backward[at + 1] as number] as number);
    }
    x[row] = sum / (values[diagonal[row] as number] as number);
  }
}
