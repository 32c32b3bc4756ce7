/** The pack's schemes for the tests, compiled on demand. */
import { readPackParts, SchemeLibrary } from '../../../../src/lab/targets/schemes';
import { detailedBalance } from '../../../../src/science/receptors/balance';
import type { CompiledScheme, SchemeInput } from '../../../../src/science/receptors/compile';
import type { Conditions } from '../../../../src/science/receptors/rates';

export const pack = readPackParts();
export const library = new SchemeLibrary(pack.parameters);
library.add(pack.schemes);

/** A medium in which everything a receptor may bind is present. */
export const FULL: Conditions = { v_mV: -60, ligands_mM: { glu: 1, mg: 1, ket: 0.001 } };

export function medium(v_mV: number, ligands_mM: Readonly<Record<string, number>>): Conditions {
  return { v_mV, ligands_mM };
}

/** Closed <-> open with constant rates. */
export function twoState(open: number, close: number): SchemeInput {
  return {
    id: 'two',
    states: ['C', 'O'],
    initial: { C: 1 },
    conducting: ['O'],
    transitions: [
      { from: 'C', to: 'O', rate: open, unit: 'per_ms' },
      { from: 'O', to: 'C', rate: close, unit: 'per_ms' },
    ],
  };
}

/** Empty <-> bound <-> open: one ligand, one opening. */
export function threeState(kon: number, koff: number, open: number, close: number): SchemeInput {
  return {
    id: 'three',
    states: ['R', 'A', 'O'],
    initial: { R: 1 },
    conducting: ['O'],
    transitions: [
      { from: 'R', to: 'A', rate: kon, unit: 'per_mM_ms', ligand: 'glu' },
      { from: 'A', to: 'R', rate: koff, unit: 'per_ms' },
      { from: 'A', to: 'O', rate: open, unit: 'per_ms' },
      { from: 'O', to: 'A', rate: close, unit: 'per_ms' },
    ],
  };
}

export function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i] ?? NaN;
  return total;
}

export function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let worst = a.length === b.length ? 0 : NaN;
  for (let i = 0; i < a.length; i++) worst = Math.max(worst, Math.abs((a[i] ?? NaN) - (b[i] ?? NaN)));
  return worst;
}

/** Whether the balance checker calls a scheme reversible in the full medium. */
export function isReversible(scheme: CompiledScheme, tolerance: number): boolean {
  return detailedBalance(scheme, FULL, tolerance).reversible;
}
