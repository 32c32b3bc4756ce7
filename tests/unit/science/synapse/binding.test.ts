/** Binding at single receptors against mass action. */
import { describe, expect, it } from 'vitest';
import { compileScheme, type SchemeInput } from '../../../../src/science/receptors/compile';
import { stationary } from '../../../../src/science/receptors/stationary';
import type { SynapseConfig } from '../../../../src/science/synapse/config';
import { diffusionInfluence } from '../../../../src/science/synapse/diffusion-influence';
import { SynapseEngine } from '../../../../src/science/synapse/engine';
import { concentration_mM } from '../../../../src/science/synapse/units';
import { bindAndTurn, chiSquaredLimit, configure, source, twoSites } from './helpers';

const RADIUS = 40;
const VOLUME = Math.PI * RADIUS * RADIUS * 20;

/** A closed box with receptors of one scheme and a fixed number of molecules. */
function box(scheme: SchemeInput, receptors: number, molecules: number, changes: Partial<SynapseConfig> = {}): SynapseConfig {
  const base = configure();
  return {
    ...base,
    geometry: { ...base.geometry, edge: 'closed', contactRadius: RADIUS, psdRadius: RADIUS },
    receptors: [{ id: 'R', kind: 'AMPA', count: receptors, scheme, conductance_pS: 10, reversal_mV: 0, calciumFraction: 0 }],
    release: { ...base.release, molecules, poreTau_us: 0 },
    transporters: null,
    ambient_mM: 0,
    equilibrate: false,
    dt_us: 1,
    ...changes,
  };
}

/** Counts of a receptor's states at samples far enough apart to be independent. */
function sampleStates(config: SynapseConfig, seed: number, samples: number, every_ms: number): number[] {
  const engine = new SynapseEngine(config, seed);
  const counts = Array.from({ length: engine.chains.tally.length }, () => 0);
  for (let k = 1; k <= samples; k++) {
    engine.advanceTo(k * every_ms + 1);
    engine.chains.tally.forEach((n, s) => {
      counts[s] = (counts[s] ?? 0) + n;
    });
  }
  return counts;
}

function chiSquared(observed: readonly number[], weights: readonly number[]): number {
  const total = observed.reduce((sum, o) => sum + o, 0);
  const norm = weights.reduce((sum, w) => sum + w, 0);
  return observed.reduce((sum, o, s) => {
    const expected = (total * (weights[s] ?? 0)) / norm;
    return sum + (o - expected) ** 2 / expected;
  }, 0);
}

describe('equilibrium binding', () => {
  // One receptor and N molecules in volume V: the canonical weights of 0, 1 and 2 bound are exactly
  // 1, 2 K c1 and K^2 c1 c2 with c1 = N/V and c2 = (N-1)/V.
  const N = 30;
  // Rates so fast that binding, motion and the step compete: a molecule in the cylinder binds with hazard 0.8 per us.
  const kon = 400;
  const koff = 400;
  const K = kon / koff;
  const weights = [1, 2 * K * concentration_mM(N, VOLUME), K * K * concentration_mM(N, VOLUME) * concentration_mM(N - 1, VOLUME)];
  const cases: readonly [string, Partial<SynapseConfig>][] = [
    ['a step of 1 us', {}],
    ['a step of 2 us', { dt_us: 2 }],
    ['a wide and flat cylinder', { bindingRadius_nm: 10, bindingHeight_nm: 4 }],
    ['a narrow cylinder as high as the cleft', { bindingRadius_nm: 3, bindingHeight_nm: 20 }],
  ];
  cases.forEach(([name, changes], i) => {
    it(`follows the isotherm with ${name}`, () => {
      const observed = sampleStates(box(twoSites(kon, koff), 1, N, changes), 10 + i, 30_000, 0.012);
      expect(chiSquared(observed, weights)).toBeLessThan(chiSquaredLimit(2));
    });
  });

  it('holds for a change of shape after binding', () => {
    const observed = sampleStates(box(bindAndTurn(400, 400, 300, 300), 1, N), 20, 20_000, 0.015);
    const c = concentration_mM(N, VOLUME);
    expect(chiSquared(observed, [1, c, c])).toBeLessThan(chiSquaredLimit(2));
  });

  it('holds for Mg2+ and ketamine in the pore at field concentrations', () => {
    // Fast ketamine stands in for the real one so that a short run samples it.
    const scheme: SchemeInput = {
      id: 'PORE',
      states: ['R', 'O', 'O_Mg', 'O_K'],
      initial: { R: 1 },
      conducting: ['O'],
      transitions: [
        { from: 'R', to: 'O', rate: 400, unit: 'per_mM_ms', ligand: 'glu' },
        { from: 'O', to: 'R', rate: 200, unit: 'per_ms' },
        { from: 'O', to: 'O_Mg', rate: 50, unit: 'per_mM_ms', ligand: 'mg', v0_mV: 0, vSlope_mV: -17 },
        { from: 'O_Mg', to: 'O', rate: 600, unit: 'per_ms' },
        { from: 'O', to: 'O_K', rate: 80_000, unit: 'per_mM_ms', ligand: 'ket' },
        { from: 'O_K', to: 'O', rate: 200, unit: 'per_ms' },
      ],
    };
    const config = box(scheme, 1, N, { ligands_mM: { mg: 1, ket: 0.002 }, membrane: { kind: 'clamped', v_mV: -40 } });
    const observed = sampleStates(config, 21, 20_000, 0.03);
    const open = 2 * concentration_mM(N, VOLUME);
    const mg = (open * 50 * Math.exp(40 / 17)) / 600;
    const ket = (open * 80_000 * 0.002) / 200;
    expect(chiSquared(observed, [1, open, mg, ket])).toBeLessThan(chiSquaredLimit(3));
  });

  it('binds glutamate of a constant field as the scheme says', () => {
    const scheme = twoSites(40, 40);
    const release = { ...configure().release, spikes_ms: [] };
    const config = box(scheme, 10, 1, { ambient_mM: 0.5, release, glutamate: { kind: 'transient', peak_mM: 1, tau_ms: 1 } });
    const observed = sampleStates(config, 22, 300, 0.2);
    const expected = stationary(compileScheme(scheme), { v_mV: 0, ligands_mM: { glu: 0.5 } });
    expect(chiSquared(observed, [...expected])).toBeLessThan(chiSquaredLimit(2));
  });
});

describe('kinetics', () => {
  it('a lone receptor binds at the rate kon c', () => {
    // Irreversible and slow against mixing: survival exp(-kon c t).
    const scheme: SchemeInput = {
      id: 'ONCE',
      states: ['R', 'A'],
      initial: { R: 1 },
      conducting: ['A'],
      transitions: [
        { from: 'R', to: 'A', rate: 1, unit: 'per_mM_ms', ligand: 'glu' },
        { from: 'A', to: 'R', rate: 0, unit: 'per_ms' },
      ],
    };
    const runs = 600;
    let bound = 0;
    for (let trial = 0; trial < runs; trial++) {
      const engine = new SynapseEngine(box(scheme, 4, 400), 30, trial);
      engine.advanceTo(0.1);
      bound += engine.chains.tally[1] ?? 0;
    }
    const chance = 1 - Math.exp(-concentration_mM(398, VOLUME) * 0.1);
    const expected = 4 * runs * chance;
    // 2 % more for the centre, where the molecules start, in the first 2 us.
    expect(Math.abs(bound - expected)).toBeLessThan(0.02 * expected + 4 * Math.sqrt(expected * (1 - chance)));
  });

  it('an unbound molecule reappears evenly in the cylinder over its receptor', () => {
    const scheme: SchemeInput = {
      id: 'LET_GO',
      states: ['R', 'A'],
      initial: { A: 1 },
      conducting: ['A'],
      transitions: [
        { from: 'R', to: 'A', rate: 0, unit: 'per_mM_ms', ligand: 'glu' },
        { from: 'A', to: 'R', rate: 1000, unit: 'per_ms' },
      ],
    };
    // Molecules that hardly move show where they appeared.
    const config = { ...box(scheme, 10, 1), diffusion_um2_per_ms: 1e-18, release: { ...configure().release, spikes_ms: [] } };
    const radial = Array.from({ length: 10 }, () => 0);
    const height = Array.from({ length: 10 }, () => 0);
    for (let trial = 0; trial < 200; trial++) {
      const engine = new SynapseEngine(config, 31, trial);
      engine.advanceTo(0.05);
      const { particles: p, sites } = engine;
      for (let i = 0; i < p.count; i++) {
        const r2 = Math.min(
          ...Array.from(sites.x, (x, j) => ((p.x[i] as number) - x) ** 2 + ((p.y[i] as number) - (sites.y[j] as number)) ** 2),
        );
        const shell = Math.floor((10 * r2) / config.bindingRadius_nm ** 2);
        const layer = Math.floor((10 * (p.z[i] as number)) / config.bindingHeight_nm);
        radial[shell] = (radial[shell] ?? 0) + 1;
        height[layer] = (height[layer] ?? 0) + 1;
      }
    }
    const even = Array.from({ length: 10 }, () => 1);
    expect(radial).toHaveLength(10);
    expect(height).toHaveLength(10);
    expect(radial.reduce((sum, n) => sum + n, 0)).toBe(2000);
    expect(chiSquared(radial, even)).toBeLessThan(chiSquaredLimit(9));
    expect(chiSquared(height, even)).toBeLessThan(chiSquaredLimit(9));
  });

  it('states how far diffusion slows the fastest step', () => {
    const jonas = source.schemes.find((scheme) => scheme.id === 'AMPA_JONAS93');
    if (jonas === undefined) throw new Error('no Jonas scheme');
    const influence = diffusionInfluence(compileScheme(jonas), 5, 0.33);
    // 28.4 /mM/ms is 47.16 nm3/us; 4 D a is 6600.
    expect(influence.fastest).toBeCloseTo(28.4, 10);
    expect(influence.slowing).toBeCloseTo(47.16 / (47.16 + 6600), 4);
  });
});
