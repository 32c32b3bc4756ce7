import { describe, expect, it } from 'vitest';
import { detailedBalance } from '../../../../src/science/receptors/balance';
import { compileScheme } from '../../../../src/science/receptors/compile';
import { FULL, isReversible, library, medium, pack, threeState } from './pack';

/** What the pack says about each scheme. */
function stated(id: string): { reversible: boolean; error: number } {
  const record = pack.schemes.find((scheme) => (scheme as { id: string }).id === id) as {
    reversible: boolean;
    maxDetailedBalanceError: number;
  };
  return { reversible: record.reversible, error: record.maxDetailedBalanceError };
}

/** Rounding of published rates leaves up to 0.6 % in a cycle of the Jonas scheme; real irreversibility is far larger. */
const ROUNDED = 0.01;
const IRREVERSIBLE = ['NMDA_KAMPA04', 'NMDA_BRANCO10_36C'];

describe('detailed balance', () => {
  it.each(library.ids())('%s is as reversible as the pack says', (id) => {
    const scheme = library.get(id);
    expect(isReversible(scheme, ROUNDED)).toBe(stated(id).reversible);
    expect(isReversible(scheme, ROUNDED)).toBe(!IRREVERSIBLE.includes(id));
  });

  it('holds to rounding for all schemes but three', () => {
    const inexact = library.ids().filter((id) => !isReversible(library.get(id), 1e-9));
    expect(inexact).toEqual(['AMPA_JONAS93', ...IRREVERSIBLE]);
  });

  it.each([
    ['AMPA_JONAS93', 0.0017],
    ['NMDA_KAMPA04', 0.16],
    ['NMDA_BRANCO10_36C', 0.62],
  ])('%s has the net flow that the pack states', (id, error) => {
    expect(stated(id).error).toBe(error);
    expect(detailedBalance(library.get(id), FULL).fluxImbalance).toBeCloseTo(error, 2);
  });

  it('does not depend on the medium where it is exact', () => {
    const other = medium(35, { glu: 0.02, mg: 0.3, ket: 0.05 });
    const exact = library.ids().filter((id) => isReversible(library.get(id), 1e-9));
    expect(exact.filter((id) => detailedBalance(library.get(id), other, 1e-9).reversible)).toEqual(exact);
  });

  it('finds a planted imbalance and names the cycle', () => {
    const record = library.record('NMDA_GLUN2A_8');
    const planted = compileScheme({
      ...record,
      transitions: record.transitions.map((t) => (t.from === 'RAf' && t.to === 'O' ? { ...t, rate: t.rate * 1.05 } : t)),
    });
    const report = detailedBalance(planted, FULL);
    expect(report.reversible).toBe(false);
    const off = report.cycles.find((cycle) => Math.abs(cycle.ratio - 1) > 1e-6);
    expect([...(off?.states ?? [])].sort()).toEqual(['O', 'RA2', 'RAf', 'RAs']);
    expect(Math.max(off?.ratio ?? 0, 1 / (off?.ratio ?? 1))).toBeCloseTo(1.05, 10);
  });

  it('calls a one-way transition what it is', () => {
    const input = threeState(1, 2, 3, 0);
    const report = detailedBalance(compileScheme(input), FULL);
    expect(report.oneWay).toEqual([['A', 'O']]);
    expect(report.reversible).toBe(false);
  });
});
