/**
 * Detailed balance. A chain is reversible exactly when, round every closed path, the product of the rates one way equals
 * the product the other way (Kolmogorov 1936, doi 10.1007/BF01565412). It is enough to look at the cycles that a
 * spanning tree leaves over.
 */
import type { CompiledScheme } from './compile';
import { type Conditions, rateMatrix } from './rates';
import { stationaryOf } from './stationary';

/** A cycle of the graph of a scheme: its states, and the product of the rates one way over that of the other way (1 in balance). */
export interface Cycle {
  /** States in order; the last leads back to the first. */
  readonly states: readonly string[];
  /** Product of the rates in this order divided by the product in the other; 1 in detailed balance. */
  readonly ratio: number;
}

/** What `detailedBalance` finds. */
export interface BalanceReport {
  /** Transitions of positive rate whose reverse has rate 0: none of them can be in detailed balance. */
  readonly oneWay: readonly (readonly [string, string])[];
  readonly cycles: readonly Cycle[];
  /**
   * The largest relative imbalance of the two flows along any connection in the stationary state:
   * |flow - reverse flow| / (flow + reverse flow). It is 0 for a reversible chain and 1 for a one-way connection.
   */
  readonly fluxImbalance: number;
  /** True if nothing is one-way and every cycle ratio is 1 within the tolerance. */
  readonly reversible: boolean;
}

/** Examines a scheme in a medium in which every ligand it binds is present. `tolerance` bounds |ratio - 1|. */
export function detailedBalance(scheme: CompiledScheme, conditions: Conditions, tolerance = 1e-6): BalanceReport {
  const n = scheme.n;
  const q = rateMatrix(scheme, conditions);
  const rate = (i: number, j: number): number => q[i * n + j] as number;
  const name = (i: number): string => scheme.states[i] ?? '';
  const oneWay: (readonly [string, string])[] = [];
  const parent = new Int32Array(n).fill(-1);
  const depth = new Int32Array(n).fill(-1);
  const queue = [0];
  depth[0] = 0;
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    for (let j = 0; j < n; j++) {
      if (j === at || depth[j] !== -1 || !(rate(at, j) > 0 && rate(j, at) > 0)) continue;
      depth[j] = (depth[at] as number) + 1;
      parent[j] = at;
      queue.push(j);
    }
  }
  const cycles: Cycle[] = [];
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      const there = rate(i, j);
      const back = rate(j, i);
      if (there > 0 !== back > 0) oneWay.push(there > 0 ? [name(i), name(j)] : [name(j), name(i)]);
      if (!(there > 0 && back > 0) || parent[i] === j || parent[j] === i) continue;
      const path = treePath(parent, depth, j, i);
      if (path === undefined) continue;
      let ratio = there / back;
      for (let k = 0; k + 1 < path.length; k++)
        ratio *= rate(path[k] as number, path[k + 1] as number) / rate(path[k + 1] as number, path[k] as number);
      cycles.push({ states: [i, ...path.slice(0, -1)].map(name), ratio });
    }
  }
  const reversible = oneWay.length === 0 && cycles.every((cycle) => Math.abs(cycle.ratio - 1) <= tolerance);
  return { oneWay, cycles, fluxImbalance: fluxImbalance(scheme, q), reversible };
}

/** The path through the tree from a to b; undefined if they hang on different trees. */
function treePath(parent: Int32Array, depth: Int32Array, a: number, b: number): number[] | undefined {
  if (depth[a] === -1 || depth[b] === -1) return undefined;
  const up: number[] = [a];
  const down: number[] = [b];
  let x = a;
  let y = b;
  while (x !== y) {
    if ((depth[x] as number) >= (depth[y] as number)) {
      x = parent[x] as number;
      up.push(x);
    } else {
      y = parent[y] as number;
      down.push(y);
    }
  }
  return [...up, ...down.slice(0, -1).toReversed()];
}

function fluxImbalance(scheme: CompiledScheme, q: Float64Array): number {
  const n = scheme.n;
  const p = stationaryOf(q, n, scheme.initial);
  let worst = 0;
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      const there = (p[i] as number) * (q[i * n + j] as number);
      const back = (p[j] as number) * (q[j * n + i] as number);
      if (there + back > 0) worst = Math.max(worst, Math.abs(there - back) / (there + back));
    }
  }
  return worst;
}
