/**
 * What each state of a scheme means for the pore, read from the scheme's own data: which states conduct, which ligands stop the
 * current by binding to a conducting state, and whether the gate is open under them. Names of states play no part.
 */
import type { CompiledScheme } from './compile';
import { ligandOccupancy } from './occupancy';

/** "shut": empty pore behind a shut gate. "blocked": a blocker in the pore, gate open. "trapped": a blocker behind a shut gate. */
export type PoreClass = 'shut' | 'open' | 'blocked' | 'trapped';

/** One state: whether its gate is open and what sits in its pore. */
export interface PoreState {
  readonly state: string;
  readonly kind: PoreClass;
  readonly gateOpen: boolean;
  /** Ligands that sit in the pore: none or one, two only in a scheme with two sites for blockers. */
  readonly blockers: readonly string[];
  /** Molecules of every ligand that the receptor holds in this state. */
  readonly bound: Readonly<Record<string, number>>;
}

/** Ligands that end the current by binding to a conducting state, in the scheme's order. */
export function poreBlockers(scheme: CompiledScheme): readonly string[] {
  return scheme.ligands.filter((_, ligand) => {
    for (let t = 0; t < scheme.m; t++) {
      const leaves = scheme.conducting[scheme.from[t] ?? 0] === 1 && scheme.conducting[scheme.to[t] ?? 0] === 0;
      if (scheme.ligand[t] === ligand && leaves) return true;
    }
    return false;
  });
}

/**
 * Every state of the scheme, in its order. The gate is open in the conducting states and in whatever they become when a blocker
 * binds; a blocked state that is reached only through gating has a shut gate. Throws an Error for a scheme in which the number
 * of bound molecules does not add up round a cycle (see `ligandOccupancy`).
 */
export function poreStates(scheme: CompiledScheme): readonly PoreState[] {
  const blockers = new Set(poreBlockers(scheme));
  const occupancy = scheme.ligands.map((ligand) => ({ ligand, ...ligandOccupancy(scheme, ligand) }));
  const gate = openGates(
    scheme,
    occupancy.filter(({ ligand }) => blockers.has(ligand)).map(({ change }) => change),
  );
  return scheme.states.map((state, s): PoreState => {
    const bound = Object.fromEntries(occupancy.map((item) => [item.ligand, item.bound[s] ?? 0]));
    const inside = occupancy.filter((item) => blockers.has(item.ligand) && (item.bound[s] ?? 0) > 0).map((item) => item.ligand);
    const gateOpen = gate[s] === 1;
    return { state, kind: classOf(scheme.conducting[s] === 1, inside.length > 0, gateOpen), gateOpen, blockers: inside, bound };
  });
}

function classOf(conducts: boolean, blocked: boolean, gateOpen: boolean): PoreClass {
  if (conducts) return 'open';
  if (!blocked) return 'shut';
  return gateOpen ? 'blocked' : 'trapped';
}

/** 1 for the conducting states and for all that blockers alone turn them into. */
function openGates(scheme: CompiledScheme, blockerChanges: readonly Int8Array[]): Uint8Array {
  const open = scheme.conducting.slice();
  for (let moved = true; moved;) {
    moved = false;
    for (let t = 0; t < scheme.m; t++) {
      const from = scheme.from[t] ?? 0;
      const to = scheme.to[t] ?? 0;
      if (open[from] === 0 || open[to] === 1 || !blockerChanges.some((change) => change[t] !== 0)) continue;
      open[to] = 1;
      moved = true;
    }
  }
  return open;
}
