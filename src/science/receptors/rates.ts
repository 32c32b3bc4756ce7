/** Rate constants at given concentrations and voltage. */
import { exp } from '../elementary';
import type { CompiledScheme } from './compile';

/** A medium: membrane voltage in mV and ligand concentrations in mM. A ligand that is not named has concentration 0. */
export interface Conditions {
  readonly v_mV: number;
  readonly ligands_mM: Readonly<Record<string, number>>;
}

/**
 * Concentrations in the order of `scheme.ligands`, mM. Ligands that the scheme does not bind are ignored (Mg2+ does
 * nothing to an AMPA receptor). Throws a RangeError for a concentration that is negative or not finite.
 */
export function concentrations(scheme: CompiledScheme, conditions: Conditions): Float64Array {
  if (!Number.isFinite(conditions.v_mV)) throw new RangeError(`Voltage must be finite, not ${conditions.v_mV} mV`);
  // Plain loops: a call for many receptors comes here once for each of their stretches.
  const { ligands_mM } = conditions;
  for (const ligand in ligands_mM) {
    const value = ligands_mM[ligand] as number;
    if (!(value >= 0 && value < Infinity)) throw new RangeError(`Concentration of ${ligand} must be at least 0 mM, not ${value}`);
  }
  const found = new Float64Array(scheme.ligands.length);
  for (let l = 0; l < found.length; l++) found[l] = ligands_mM[scheme.ligands[l] as string] ?? 0;
  return found;
}

/** Voltage factor times base rate of each transition (length m, 1/ms or 1/(mM ms)), without the concentration. */
export function voltageRates(scheme: CompiledScheme, v_mV: number, out: Float64Array): Float64Array {
  for (let t = 0; t < scheme.m; t++) {
    const slope = scheme.inverseSlope[t] as number;
    const rate = scheme.rate[t] as number;
    out[t] = slope === 0 ? rate : rate * exp((v_mV - (scheme.v0_mV[t] as number)) * slope);
  }
  return out;
}

/** Rate constant of each transition in 1/ms (length m). `ligands_mM` is in the order of `scheme.ligands`. */
export function transitionRates(scheme: CompiledScheme, ligands_mM: Float64Array, v_mV: number, out: Float64Array): Float64Array {
  voltageRates(scheme, v_mV, out);
  for (let t = 0; t < scheme.m; t++) {
    const ligand = scheme.ligand[t] as number;
    if (ligand >= 0) out[t] = (out[t] as number) * (ligands_mM[ligand] as number);
  }
  return out;
}

/**
 * The generator Q of the chain, row major n x n, in 1/ms: Q[i * n + j] is the rate from state i to state j, the
 * diagonal makes every row sum to 0. Occupancies as a row vector obey dp/dt = p Q. Throws a RangeError if a rate
 * overflows (an extreme voltage or concentration).
 */
export function rateMatrix(scheme: CompiledScheme, conditions: Conditions): Float64Array {
  const rates = transitionRates(scheme, concentrations(scheme, conditions), conditions.v_mV, new Float64Array(scheme.m));
  if (!rates.every(Number.isFinite)) throw new RangeError(`A rate of scheme ${scheme.id} is not finite at ${conditions.v_mV} mV`);
  return fillRateMatrix(scheme, rates, new Float64Array(scheme.n * scheme.n));
}

/** Writes the generator for given transition rates into `out` (n x n, row major). */
export function fillRateMatrix(scheme: CompiledScheme, rates: Float64Array, out: Float64Array): Float64Array {
  const n = scheme.n;
  out.fill(0);
  for (let t = 0; t < scheme.m; t++) {
    const at = (scheme.from[t] as number) * n + (scheme.to[t] as number);
    out[at] = (out[at] as number) + (rates[t] as number);
  }
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let j = 0; j < n; j++) if (j !== i) sum += out[i * n + j] as number;
    out[i * n + i] = -sum;
  }
  return out;
}

/** Probability of being open: the summed occupancy of the conducting states. */
export function openProbability(scheme: CompiledScheme, occupancy: Float64Array): number {
  let sum = 0;
  for (let s = 0; s < scheme.n; s++) if (scheme.conducting[s] === 1) sum += occupancy[s] as number;
  return sum;
}
