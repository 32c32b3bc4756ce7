/** The table of places where ketamine may act. */
import { describe, expect, it } from 'vitest';
import { compileScheme, type CompiledScheme } from '../../../../src/science/receptors/compile';
import { slowestRelaxation } from '../../../../src/science/receptors/eigenvalues';
import { integrate } from '../../../../src/science/receptors/integrate';
import { openProbability } from '../../../../src/science/receptors/rates';
import { stationary } from '../../../../src/science/receptors/stationary';
import { integral } from '../../../../src/science/receptors/trace';
import { compareSites, type Site, siteRow } from '../../../../src/science/synapse/sites';
import { source } from './helpers';

function scheme(id: string): CompiledScheme {
  const found = source.schemes.find((entry) => entry.id === id);
  if (found === undefined) throw new Error(`no scheme ${id}`);
  return compileScheme(found);
}

const tonic: Site = { id: 't', place: 'interneuron tonic', scheme: 'NMDA_2D_MGKET', v_mV: -65, glutamate: { kind: 'tonic', nM: 100 } };

describe('tonic receptors', () => {
  it('agree with the stationary distribution and with the slowest relaxation', () => {
    const compiled = scheme('NMDA_2D_MGKET');
    const row = siteRow(tonic, compiled, 1, 0.001);
    const end = stationary(compiled, { v_mV: -65, ligands_mM: { glu: 1e-4, mg: 1, ket: 0.001 } });
    expect(row.openWith).toBeCloseTo(openProbability(compiled, end), 12);
    const tau = slowestRelaxation(compiled, { v_mV: -65, ligands_mM: { glu: 1e-4, mg: 1, ket: 0.001 } }) / 1000;
    // ket.tonic.2d: 28.3 s; one mode carries nearly all of the block.
    expect(tau).toBeCloseTo(28.3, 0);
    expect(row.timeTo63_s / tau).toBeGreaterThan(0.97);
    expect(row.timeTo63_s / tau).toBeLessThan(1.03);
    // Symmetric trapping: the share of bound receptors equals the share of current lost.
    expect(row.occupancy).toBeCloseTo(row.inhibition, 6);
  });

  it('do nothing without ketamine', () => {
    const row = siteRow(tonic, scheme('NMDA_2D_MGKET'), 1, 0);
    expect(row.inhibition).toBeCloseTo(0, 12);
    expect(row.occupancy).toBe(0);
  });
});

describe('receptors driven by events', () => {
  it('have the mean open probability that the integrator gives', () => {
    const compiled = scheme('NMDA_LJ92_MGKET');
    const rate_Hz = 4;
    const site: Site = {
      id: 'e',
      place: 'evoked',
      scheme: compiled.id,
      v_mV: -20,
      glutamate: { kind: 'events', rate_Hz, peak_mM: 1.1, tau_ms: 1.2, ambient_nM: 25 },
    };
    const row = siteRow(site, compiled, 1, 0.01);
    // Follow the same train by the stiff integrator until it repeats itself, and average the last period.
    const period = 1000 / rate_Hz;
    const glu = compiled.ligands.indexOf('glu');
    const mg = compiled.ligands.indexOf('mg');
    const ket = compiled.ligands.indexOf('ket');
    let p: Float64Array = stationary(compiled, { v_mV: -20, ligands_mM: { glu: 25e-6, mg: 1, ket: 0 } });
    let mean = 0;
    for (let k = 0; k < 40; k++) {
      const run = integrate(compiled, {
        start: p,
        duration_ms: period,
        waveform: (t, ligands) => {
          ligands[glu] = 25e-6 + 1.1 * Math.exp(-t / 1.2);
          ligands[mg] = 1;
          ligands[ket] = 0.01;
          return -20;
        },
      });
      p = run.last;
      mean = integral(run) / period;
    }
    expect(row.openWith / mean).toBeGreaterThan(0.99);
    expect(row.openWith / mean).toBeLessThan(1.01);
  });
});

describe('the table', () => {
  const table = compareSites(source, 1);
  const row = (id: string) => {
    const found = table.rows.find((entry) => entry.id === id);
    if (found === undefined) throw new Error(`no row ${id}`);
    return found;
  };

  it('compares all five kinds of place', () => {
    expect(new Set(table.rows.map(({ place }) => place)).size).toBe(5);
    for (const entry of table.rows) {
      expect(entry.occupancy).toBeGreaterThan(0);
      expect(entry.occupancy).toBeLessThan(1);
      expect(entry.timeTo63_s).toBeGreaterThan(0);
      expect(Number.isFinite(entry.timeTo63_s)).toBe(true);
    }
  });

  it('shows use dependence: active places are blocked sooner, and GluN2C and 2D more', () => {
    expect(row('interneuron-2A').timeTo63_s).toBeLessThan(row('evoked-2A').timeTo63_s);
    expect(row('evoked-2A').timeTo63_s).toBeLessThan(row('spontaneous-2A').timeTo63_s);
    expect(row('extrasynaptic-2B-100').timeTo63_s).toBeLessThan(row('extrasynaptic-2B-25').timeTo63_s);
    expect(row('interneuron-2D').timeTo63_s).toBeLessThan(row('extrasynaptic-2B-100').timeTo63_s);
    expect(row('interneuron-2C').inhibition).toBeGreaterThan(row('evoked-2A').inhibition);
  });

  it('names a scheme that is missing', () => {
    expect(() => compareSites({ ...source, schemes: [] }, 1)).toThrow('NMDA_2A_MGKET');
  });
});
