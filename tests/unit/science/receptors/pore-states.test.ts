import { describe, expect, it } from 'vitest';
import { compileScheme } from '../../../../src/science/receptors/compile';
import { poreBlockers, poreStates } from '../../../../src/science/receptors/pore-states';
import { library, twoState } from './pack';

/** What a state of a composite scheme is, told from how the composite was put together. */
function kinds(id: string): Record<string, string> {
  return Object.fromEntries(poreStates(library.get(id)).map((state) => [state.state, `${state.kind} ${state.blockers.join('+')}`.trim()]));
}

describe('what the states of a scheme mean for the pore', () => {
  it('tells the blockers from the agonist', () => {
    expect(poreBlockers(library.get('NMDA_2A_MGKET'))).toEqual(['mg', 'ket']);
    expect(poreBlockers(library.get('NMDA_KAMPA04'))).toEqual(['mg']);
    expect(poreBlockers(library.get('AMPA_JONAS93'))).toEqual([]);
  });

  it('parts an open pore with a blocker from one shut over it', () => {
    const found = kinds('NMDA_2C_MGKET');
    expect(found).toEqual({
      C0: 'shut',
      C1: 'shut',
      C2: 'shut',
      O: 'open',
      C0_Mg: 'trapped mg',
      C1_Mg: 'trapped mg',
      C2_Mg: 'trapped mg',
      O_Mg: 'blocked mg',
      C0_K: 'trapped ket',
      C1_K: 'trapped ket',
      C2_K: 'trapped ket',
      O_K: 'blocked ket',
    });
  });

  it('does not go by names', () => {
    const record = library.record('NMDA_2C_MGKET');
    const rename = (state: string): string => `s${record.states.indexOf(state)}`;
    const renamed = compileScheme({
      id: 'renamed',
      states: record.states.map(rename),
      conducting: record.conducting.map(rename),
      initial: Object.fromEntries(Object.entries(record.initial).map(([state, share]) => [rename(state), share])),
      transitions: record.transitions.map((t) => ({ ...t, from: rename(t.from), to: rename(t.to) })),
    });
    expect(poreStates(renamed).map((state) => state.kind)).toEqual(poreStates(library.get('NMDA_2C_MGKET')).map((state) => state.kind));
  });

  it('keeps Mg2+ that binds to a shut channel behind its gate', () => {
    const found = kinds('NMDA_KAMPA04');
    expect(found['OMg']).toBe('blocked mg');
    expect(found['ClMg']).toBe('trapped mg');
    expect(found['Cl']).toBe('shut');
  });

  it('never puts ketamine and Mg2+ into one pore', () => {
    for (const id of library.ids()) for (const state of poreStates(library.get(id))) expect(state.blockers.length).toBeLessThan(2);
  });

  it('counts the glutamate that a receptor holds', () => {
    const states = poreStates(library.get('NMDA_2A_MGKET'));
    const held = (name: string): number | undefined => states.find((state) => state.state === name)?.bound['glu'];
    expect(['R', 'RA', 'RA2', 'D2', 'O', 'R_K', 'O_K'].map(held)).toEqual([0, 1, 2, 2, 2, 0, 2]);
    expect(poreStates(compileScheme(twoState(1, 1)))[0]?.bound).toEqual({});
  });
});
