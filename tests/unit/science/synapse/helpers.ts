import type { SchemeInput } from '../../../../src/science/receptors/compile';
import type { SynapseConfig } from '../../../../src/science/synapse/config';
import { resolveScenario } from '../../../../src/science/synapse/resolve';
import type { Scenario } from '../../../../src/science/synapse/scenario';
import { readSynapsePart } from '../../../../src/lab/synapse/pack';

export const source = readSynapsePart();

/** The configuration of a scenario, with defaults from the flagship pack. */
export function configure(scenario: Scenario = {}): SynapseConfig {
  return resolveScenario(scenario, source).config;
}

/** Two identical binding sites, rates in 1/ms and 1/(mM ms): equilibrium constants 2K and K/2 with K = kon/koff. */
export function twoSites(kon: number, koff: number): SchemeInput {
  return {
    id: 'TWO_SITES',
    states: ['R', 'A', 'A2'],
    initial: { R: 1 },
    conducting: ['A2'],
    transitions: [
      { from: 'R', to: 'A', rate: 2 * kon, unit: 'per_mM_ms', ligand: 'glu' },
      { from: 'A', to: 'R', rate: koff, unit: 'per_ms' },
      { from: 'A', to: 'A2', rate: kon, unit: 'per_mM_ms', ligand: 'glu' },
      { from: 'A2', to: 'A', rate: 2 * koff, unit: 'per_ms' },
    ],
  };
}

/** One binding site and a slow change of shape after binding. */
export function bindAndTurn(kon: number, koff: number, on: number, off: number): SchemeInput {
  return {
    id: 'BIND_AND_TURN',
    states: ['R', 'A', 'B'],
    initial: { R: 1 },
    conducting: ['B'],
    transitions: [
      { from: 'R', to: 'A', rate: kon, unit: 'per_mM_ms', ligand: 'glu' },
      { from: 'A', to: 'R', rate: koff, unit: 'per_ms' },
      { from: 'A', to: 'B', rate: on, unit: 'per_ms' },
      { from: 'B', to: 'A', rate: off, unit: 'per_ms' },
    ],
  };
}

/** The chi-squared value that is exceeded with probability 1e-4 (Wilson & Hilferty 1931, doi 10.1073/pnas.17.12.684). */
export function chiSquaredLimit(degrees: number): number {
  const z = 3.719;
  const c = 2 / (9 * degrees);
  return degrees * (1 - c + z * Math.sqrt(c)) ** 3;
}
