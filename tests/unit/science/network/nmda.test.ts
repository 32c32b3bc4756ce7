/** The reduced NMDA block against the full schemes from which it was taken. */
import { describe, expect, test } from 'vitest';
import { blockAtRest, ketamineKd_uM, reducedNmda, SUBUNITS, unblockedByMg } from '../../../../src/science/network/nmda';
import { compileScheme } from '../../../../src/science/receptors/compile';
import { ligandOccupancy } from '../../../../src/science/receptors/occupancy';
import { propagate, transitionProbabilities } from '../../../../src/science/receptors/propagator';
import { openProbability, rateMatrix } from '../../../../src/science/receptors/rates';
import { stationary } from '../../../../src/science/receptors/stationary';
import { PART } from './source';

const AMBIENT_NM = 100;
const all = reducedNmda(PART, AMBIENT_NM);

function schemeOf(id: string): ReturnType<typeof compileScheme> {
  const input = PART.schemes.find((scheme) => scheme.id === id);
  if (input === undefined) throw new Error(id);
  return compileScheme(input);
}

/** Share of receptors of the full scheme that hold ketamine. */
function held(scheme: ReturnType<typeof compileScheme>, p: Float64Array): number {
  const { bound } = ligandOccupancy(scheme, 'ket');
  return p.reduce((sum, share, s) => sum + ((bound[s] ?? 0) > 0 ? share : 0), 0);
}

describe.each(all)('GluN$subunit', (kinetics) => {
  const scheme = schemeOf(kinetics.scheme);

  test.each([
    [1, 1, -65],
    [10, 1, -50],
    [1, 0.1, -75],
  ])('steady block at %d uM ketamine, %d mM Mg2+ and %d mV is that of the scheme', (ketamine_uM, mg_mM, v_mV) => {
    const p = stationary(scheme, { v_mV, ligands_mM: { glu: 0.001, mg: mg_mM, ket: ketamine_uM * 1e-3 } });
    expect(blockAtRest(kinetics, ketamine_uM, mg_mM, v_mV) / held(scheme, p)).toBeCloseTo(1, 2);
  });

  test('half block lies at Kd (1 + Mg/K)', () => {
    const half = ketamineKd_uM(kinetics, -60) / unblockedByMg(kinetics, 1, -60);
    expect(blockAtRest(kinetics, half, 1, -60)).toBeCloseTo(0.5, 10);
  });

  test.each([0.5, 2, 10])('onset at %d uM in steady glutamate has the time constant of the scheme', (ketamine_uM) => {
    const conditions = { v_mV: -60, ligands_mM: { glu: AMBIENT_NM * 1e-6, mg: 1, ket: ketamine_uM * 1e-3 } };
    const before = stationary(scheme, { ...conditions, ligands_mM: { ...conditions.ligands_mM, ket: 0 } });
    const both = kinetics.kon_per_uM_ms * (ketamine_uM * unblockedByMg(kinetics, 1, -60) + ketamineKd_uM(kinetics, -60));
    const tau_ms = (1 + kinetics.stay_ms * both) / (kinetics.tonicOpen * both);
    const map = transitionProbabilities(rateMatrix(scheme, conditions), scheme.n, tau_ms);
    const share = held(scheme, propagate(before, map, scheme.n, new Float64Array(scheme.n))) / held(scheme, stationary(scheme, conditions));
    // 1 - 1/e, within what an error of a tenth in the time constant would change.
    expect(Math.abs(share - (1 - Math.exp(-1)))).toBeLessThan(0.035);
  });

  test('the peak is that of the scheme after the pulse', () => {
    const during = rateMatrix(scheme, { v_mV: 0, ligands_mM: { glu: 1.1 } });
    const rest = rateMatrix(scheme, { v_mV: 0, ligands_mM: {} });
    const start = propagate(scheme.initial, transitionProbabilities(during, scheme.n, 1.2), scheme.n, new Float64Array(scheme.n));
    const later = (ms: number): number =>
      openProbability(scheme, propagate(start, transitionProbabilities(rest, scheme.n, ms), scheme.n, new Float64Array(scheme.n)));
    const peak = Math.max(...Array.from({ length: 400 }, (_, k) => later(k * 0.5)));
    expect(kinetics.peakOpen / peak).toBeCloseTo(1, 3);
  });
});

test('the order of the subtypes is that of the schemes: GluN2C and GluN2D escape Mg2+', () => {
  const block = Object.fromEntries(all.map((kinetics) => [kinetics.subunit, blockAtRest(kinetics, 1, 1, -65)]));
  expect(SUBUNITS.toSorted((a, b) => (block[b] ?? 0) - (block[a] ?? 0)).slice(0, 2)).toEqual(['2C', '2D']);
});

test('a missing scheme is named', () => {
  expect(() => reducedNmda({ ...PART, schemes: [] }, AMBIENT_NM)).toThrow('NMDA_2A_MGKET');
});
