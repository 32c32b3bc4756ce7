/**
 * How many molecules of a ligand a receptor holds in each state. A transition that names the ligand binds one; its
 * reverse, which names no ligand, releases one; every other transition keeps the number.
 */
import type { CompiledScheme } from './compile';

/** How many molecules of one ligand each state holds. */
export interface LigandOccupancy {
  /** Molecules of the ligand bound in each state; length n, the least is 0. */
  readonly bound: Int8Array;
  /** Change along each transition: +1 binds, -1 releases, 0 neither; length m. */
  readonly change: Int8Array;
}

/**
 * Bound molecules of one ligand. Throws a RangeError for a ligand that the scheme does not bind, and an Error when the
 * scheme gives a state two different numbers (a cycle that creates or destroys a molecule).
 */
export function ligandOccupancy(scheme: CompiledScheme, ligandName: string): LigandOccupancy {
  const ligand = scheme.ligands.indexOf(ligandName);
  if (ligand < 0) throw new RangeError(`Scheme ${scheme.id} does not bind "${ligandName}"`);
  const binds = new Set<number>();
  for (let t = 0; t < scheme.m; t++) if (scheme.ligand[t] === ligand) binds.add(edge(scheme, scheme.from[t] ?? 0, scheme.to[t] ?? 0));
  const change = new Int8Array(scheme.m);
  for (let t = 0; t < scheme.m; t++) {
    const from = scheme.from[t] ?? 0;
    const to = scheme.to[t] ?? 0;
    if (scheme.ligand[t] === ligand) change[t] = 1;
    else if (scheme.ligand[t] === -1 && binds.has(edge(scheme, to, from))) change[t] = -1;
  }
  return { bound: countBound(scheme, change, ligandName), change };
}

function edge(scheme: CompiledScheme, from: number, to: number): number {
  return from * scheme.n + to;
}

function countBound(scheme: CompiledScheme, change: Int8Array, ligandName: string): Int8Array {
  const bound: (number | undefined)[] = scheme.states.map(() => undefined);
  bound[0] = 0;
  let moved = true;
  while (moved) {
    moved = false;
    for (let t = 0; t < scheme.m; t++) {
      const from = scheme.from[t] ?? 0;
      const to = scheme.to[t] ?? 0;
      const delta = change[t] ?? 0;
      const before = bound[from];
      const after = bound[to];
      if (before !== undefined && after === undefined) bound[to] = before + delta;
      else if (before === undefined && after !== undefined) bound[from] = after - delta;
      else {
        if (before !== undefined && after !== undefined && after !== before + delta) {
          const name = `${scheme.states[from] ?? ''} to ${scheme.states[to] ?? ''}`;
          throw new Error(`Scheme ${scheme.id}: the number of bound "${ligandName}" does not add up from ${name}`);
        }
        continue;
      }
      moved = true;
    }
  }
  const counts = bound.map((value) => value ?? 0);
  const least = Math.min(...counts);
  return Int8Array.from(counts, (value) => value - least);
}
