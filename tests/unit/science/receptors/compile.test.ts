import { describe, expect, it } from 'vitest';
import { compileScheme, SchemeError, type SchemeInput, type SchemeIssueCode } from '../../../../src/science/receptors/compile';
import { ligandOccupancy } from '../../../../src/science/receptors/occupancy';
import { concentrations, rateMatrix } from '../../../../src/science/receptors/rates';
import { FULL, library, medium, threeState, twoState } from './pack';

function issues(scheme: SchemeInput): readonly SchemeIssueCode[] {
  try {
    compileScheme(scheme);
  } catch (error) {
    if (error instanceof SchemeError) return error.issues.map((issue) => issue.code);
    throw error;
  }
  return [];
}

function changed(change: Partial<SchemeInput>): SchemeInput {
  return { ...threeState(1, 2, 3, 4), ...change };
}

describe('compiling schemes', () => {
  it('accepts every scheme of the pack', () => {
    expect(library.ids()).toHaveLength(21);
    for (const id of library.ids()) {
      const scheme = library.get(id);
      expect(scheme.n).toBe(library.record(id).states.length);
      expect(scheme.m).toBe(library.record(id).transitions.length);
      expect(scheme.conducting).toContain(1);
    }
  });

  it.each<[string, Partial<SchemeInput>, SchemeIssueCode]>([
    [
      'an unknown state',
      { transitions: [...threeState(1, 2, 3, 4).transitions, { from: 'A', to: 'X', rate: 1, unit: 'per_ms' }] },
      'unknown-state',
    ],
    ['a negative rate', { transitions: [{ from: 'R', to: 'A', rate: -1, unit: 'per_ms' }] }, 'bad-rate'],
    ['a rate that is no number', { transitions: [{ from: 'R', to: 'A', rate: NaN, unit: 'per_ms' }] }, 'bad-rate'],
    ['a state out of reach', { states: ['R', 'A', 'O', 'Z'] }, 'disconnected-state'],
    ['a transition to itself', { transitions: [{ from: 'R', to: 'R', rate: 1, unit: 'per_ms' }] }, 'self-transition'],
    ['a ligand without its unit', { transitions: [{ from: 'R', to: 'A', rate: 1, unit: 'per_ms', ligand: 'glu' }] }, 'unit-mismatch'],
    ['a unit without its ligand', { transitions: [{ from: 'R', to: 'A', rate: 1, unit: 'per_mM_ms' }] }, 'unit-mismatch'],
    ['a flat voltage slope', { transitions: [{ from: 'R', to: 'A', rate: 1, unit: 'per_ms', vSlope_mV: 0 }] }, 'bad-voltage-term'],
    ['two states of one name', { states: ['R', 'A', 'O', 'O'] }, 'duplicate-state'],
    ['occupancies that do not add up', { initial: { R: 0.5 } }, 'bad-initial'],
    ['a negative occupancy', { initial: { R: 1.5, A: -0.5 } }, 'bad-initial'],
    ['an unknown open state', { conducting: ['open'] }, 'bad-conducting'],
    ['no states', { states: [], initial: {}, conducting: [], transitions: [] }, 'no-states'],
  ])('refuses %s', (_, change, code) => {
    expect(issues(changed(change))).toContain(code);
  });

  it('lists every fault with its place', () => {
    const scheme = changed({ conducting: ['x'], initial: { y: 1 } });
    expect(() => compileScheme(scheme)).toThrow(/initial\.y.*conducting\[0\]/);
  });
});

describe('rates', () => {
  it('fill a generator whose rows sum to zero', () => {
    const q = rateMatrix(compileScheme(threeState(5, 2, 3, 4)), medium(-60, { glu: 0.5 }));
    expect(Array.from(q)).toEqual([-2.5, 2.5, 0, 2, -5, 3, 0, 4, -4]);
  });

  it('follow rate x concentration x exp((V - v0) / slope)', () => {
    const scheme = compileScheme({
      ...twoState(1, 1),
      transitions: [
        { from: 'C', to: 'O', rate: 2, unit: 'per_mM_ms', ligand: 'mg', v0_mV: -20, vSlope_mV: -17 },
        { from: 'O', to: 'C', rate: 3, unit: 'per_ms' },
      ],
    });
    const q = rateMatrix(scheme, medium(-60, { mg: 0.5, glu: 7 }));
    expect(q[1]).toBeCloseTo(2 * 0.5 * Math.exp(40 / 17), 12);
    expect(q[2]).toBe(3);
  });

  it('refuse media that make no sense', () => {
    const scheme = library.get('NMDA_LJ92_MGKET');
    expect(() => concentrations(scheme, medium(-60, { glu: -1 }))).toThrow(RangeError);
    expect(() => rateMatrix(scheme, medium(NaN, {}))).toThrow(RangeError);
    expect(() => rateMatrix(scheme, medium(-1e6, { mg: 1 }))).toThrow(/not finite/);
  });
});

describe('bound ligands', () => {
  it('counts two glutamates from rest to open, blockers apart', () => {
    const scheme = library.get('NMDA_LJ92_MGKET');
    const glutamate = ligandOccupancy(scheme, 'glu').bound;
    const ketamine = ligandOccupancy(scheme, 'ket').bound;
    const at = (name: string): number => scheme.states.indexOf(name);
    expect([glutamate[at('C0')], glutamate[at('C1')], glutamate[at('O')], glutamate[at('D_K')], glutamate[at('C0_Mg')]]).toEqual([
      0, 1, 2, 2, 0,
    ]);
    expect([ketamine[at('O')], ketamine[at('O_K')], ketamine[at('O_Mg')]]).toEqual([0, 1, 0]);
  });

  it('holds for every scheme of the pack and every ligand', () => {
    for (const id of library.ids()) {
      const scheme = library.get(id);
      for (const ligand of scheme.ligands) {
        const { bound, change } = ligandOccupancy(scheme, ligand);
        for (let t = 0; t < scheme.m; t++) {
          expect((bound[scheme.to[t] ?? 0] ?? 0) - (bound[scheme.from[t] ?? 0] ?? 0)).toBe(change[t]);
        }
      }
      expect(Math.max(...ligandOccupancy(scheme, 'glu').bound)).toBeGreaterThan(0);
    }
    expect(() => ligandOccupancy(library.get('AMPA_JONAS93'), 'mg')).toThrow(RangeError);
  });

  it('refuses a cycle that creates a molecule', () => {
    const scheme = compileScheme({
      ...threeState(1, 2, 3, 4),
      transitions: [...threeState(1, 2, 3, 4).transitions, { from: 'R', to: 'O', rate: 1, unit: 'per_ms' }],
    });
    expect(() => ligandOccupancy(scheme, 'glu')).toThrow(/does not add up/);
    expect(rateMatrix(scheme, FULL)).toHaveLength(9);
  });
});
