/** The mean-field twin against particles, against independent numbers and against itself. */
import { describe, expect, it } from 'vitest';
import { createFieldGrid, FieldDiffusion } from '../../../../src/science/synapse/fieldGrid';
import { meanField } from '../../../../src/science/synapse/meanfield';
import { recordTrial, type Trace } from '../../../../src/science/synapse/record';
import { idealRows } from '../../../../src/science/synapse/publishedIdeal';
import { columnIn, decayTo1e, peakOf, rise1090, TraceStatistics } from '../../../../src/science/synapse/statistics';
import { concentration_mM, diffusionNm2PerUs } from '../../../../src/science/synapse/units';
import { configure, source } from './helpers';

const D = diffusionNm2PerUs(0.33);

describe('the diffusing field', () => {
  it('spreads a point source as N/(4 pi D h t) in a flat cleft', () => {
    const grid = createFieldGrid({ cleftHeight: 20, contactRadius: 200, psdRadius: 148, edge: 'open', ringGap: 0, ringHalfLength: 0 });
    const diffusion = new FieldDiffusion(grid, D);
    grid.amount[0] = 3000;
    const centre: Record<number, number> = {};
    let t = 0;
    for (const until of [20, 50, 100, 500]) {
      const steps = Math.ceil((until - t) / 0.1);
      for (let k = 0; k < steps; k++) diffusion.step((until - t) / steps);
      t = until;
      centre[until] = concentration_mM(grid.amount[0] as number, grid.volume[0] as number);
    }
    // Targets glu.centre.*: the source fills the first cell, 5 nm wide, so the early values lie a little lower.
    expect(centre[20]).toBeCloseTo(3.00322, 1);
    expect((centre[50] ?? 0) / 1.20129).toBeCloseTo(1, 2);
    expect((centre[100] ?? 0) / 0.600643).toBeCloseTo(1, 2);
    expect((centre[500] ?? 0) / 0.120129).toBeCloseTo(1, 2);
  });

  it('leaves an absorbing disc after R2/4D on average, with the slowest decay R2/(5.783 D)', () => {
    const grid = createFieldGrid({ cleftHeight: 20, contactRadius: 200, psdRadius: 148, edge: 'absorbing', ringGap: 0, ringHalfLength: 0 });
    const diffusion = new FieldDiffusion(grid, D);
    grid.amount[0] = 1;
    let mean = 0;
    const left: number[] = [];
    for (let k = 1; k <= 4000; k++) {
      const before = diffusion.gone;
      diffusion.step(0.1);
      mean += (diffusion.gone - before) * (k - 0.5) * 0.1;
      left.push(1 - diffusion.gone);
    }
    expect(mean).toBeGreaterThan(30.303 * 0.995);
    expect(mean).toBeLessThan(30.303 * 1.005);
    const tau = 100 / Math.log((left[999] as number) / (left[1999] as number));
    expect(tau / 20.9594).toBeCloseTo(1, 2);
  });

  it('conserves molecules in cleft and ring, and through the whole twin', () => {
    const trace = meanField(configure({ medium: { ketamine_uM: 1 } }), 1, { duration_ms: 2, sample_ms: 0.1 });
    const total = (k: number): number =>
      ['glu_cleft', 'glu_ring', 'glu_receptors', 'glu_transporters', 'glu_taken_up', 'glu_escaped', 'glu_pore'].reduce(
        (sum, id) => sum + (columnIn(trace, id)[k] as number),
        0,
      );
    // Besides the 3,000: what receptors held at the start, and the little that they bind from the ambient 25 nM.
    const held = columnIn(trace, 'glu_receptors')[0] as number;
    for (let k = 1; k < trace.time_ms.length; k++) {
      expect(total(k)).toBeGreaterThan(3000 + held - 1e-6);
      expect(total(k)).toBeLessThan(3000 + held + 0.2);
    }
  });
});

describe('independent numbers', () => {
  it('gives the project targets for an instantaneous release in an infinite flat cleft', () => {
    const rows = idealRows(configure);
    expect(rows.map((row) => `${row.id} ${row.verdict}`)).toEqual(rows.map((row) => `${row.id} agrees`));
    expect(rows).toHaveLength(4);
  });

  it('agrees with particles on the same ideal cleft', () => {
    const config = configure({
      geometry: { edge: 'open', psdRadius_nm: 200 },
      glutamate: { ambient_nM: 0 },
      release: { poreTau_us: 0 },
      medium: { mg_mM: 0 },
      receptors: [{ id: 'AMPA', kind: 'AMPA', scheme: 'AMPA_JONAS93', count: 80 }],
      numerics: { equilibrate: false, dt_us: 1 },
    });
    const trials = 14;
    const open = Array.from({ length: trials }, (_, trial) => {
      const trace = recordTrial(config, 2, trial, { duration_ms: 0.8, sample_ms: 0.1 });
      return columnIn(trace, 'open_AMPA')[8] as number;
    });
    const mean = open.reduce((sum, n) => sum + n, 0) / trials;
    const error = Math.sqrt(open.reduce((sum, n) => sum + (n - mean) ** 2, 0) / (trials - 1) / trials);
    const twin = columnIn(meanField(config, 2, { duration_ms: 0.8, sample_ms: 0.1 }), 'open_AMPA')[8] as number;
    expect(Math.abs(mean - twin)).toBeLessThan(4 * error);
    expect(twin).toBeGreaterThan(12);
  });
});

describe('200 trials', () => {
  // Fewer molecules and a shorter ring than by default keep this within seconds; transporters stand all around.
  const config = configure({
    release: { molecules: 700 },
    geometry: { ringHalfLength_nm: 150 },
    uptake: { coverage: 1 },
    medium: { mg_mM: 0 },
  });
  const options = { duration_ms: 1.2, sample_ms: 0.05 };
  const statistics = new TraceStatistics();
  const openAtPeak: number[] = [];

  it('average to the twin within their standard errors', () => {
    for (let trial = 0; trial < 200; trial++) {
      const trace = recordTrial(config, 8, trial, options);
      statistics.add(trace);
      openAtPeak.push(peakOf(trace, 'open_AMPA').value);
    }
    const twin = meanField(config, 8, options);
    const mean = statistics.mean();
    const error = statistics.standardError();
    const worst: Record<string, number> = {};
    for (const id of [
      'glu_receptors',
      'open_AMPA',
      'open_GluN2A',
      'glu_transporters',
      'glu_taken_up',
      'glu_escaped',
      'glu_cleft',
      'ca_uM',
    ]) {
      for (let k = 1; k < mean.time_ms.length; k++) {
        const difference = (columnIn(mean, id)[k] as number) - (columnIn(twin, id)[k] as number);
        // Beside chance, 1.5 % of the column's peak for the step of the particles and the grid of the twin.
        const limit = 4 * (columnIn(error, id)[k] as number) + 0.015 * Math.abs(peakOf(twin, id).value);
        worst[id] = Math.max(worst[id] ?? 0, Math.abs(difference) / limit);
      }
    }
    for (const [id, ratio] of Object.entries(worst)) expect(`${id} ${ratio < 1}`).toBe(`${id} true`);
    // The comparison must be able to fail: a tenth less glutamate lies outside for receptors and open channels.
    const other = meanField(
      configure({ release: { molecules: 630 }, geometry: { ringHalfLength_nm: 150 }, uptake: { coverage: 1 }, medium: { mg_mM: 0 } }),
      8,
      options,
    );
    const gap = (columnIn(mean, 'glu_receptors')[10] as number) - (columnIn(other, 'glu_receptors')[10] as number);
    expect(Math.abs(gap)).toBeGreaterThan(
      4 * (columnIn(error, 'glu_receptors')[10] as number) + 0.015 * peakOf(other, 'glu_receptors').value,
    );
  });
});

describe('steps', () => {
  it('0.25 us is short enough: glutamate and binding within 3 % of a step of 0.1 us with exact deviates', () => {
    const run = (dt_us: number, noise: 'table' | 'exact', trials: number): Trace => {
      const statistics = new TraceStatistics();
      const config = configure({ numerics: { dt_us, noise } });
      for (let trial = 0; trial < trials; trial++) statistics.add(recordTrial(config, 3, trial, { duration_ms: 0.1, sample_ms: 0.05 }));
      return statistics.mean();
    };
    const coarse = run(0.25, 'table', 8);
    const fine = run(0.1, 'exact', 6);
    for (const id of ['glu_cleft', 'glu_mM', 'glu_ring']) {
      expect(Math.abs((columnIn(coarse, id)[2] as number) / (columnIn(fine, id)[2] as number) - 1)).toBeLessThan(0.03);
    }
    // Binding fluctuates by about 8 of 80 in a trial.
    expect(Math.abs((columnIn(coarse, 'glu_receptors')[2] as number) / (columnIn(fine, 'glu_receptors')[2] as number) - 1)).toBeLessThan(
      0.15,
    );
  });
});

describe('shape of the response', () => {
  it('has the rise and decay of the project targets in the ideal cleft', () => {
    const config = configure({
      geometry: { edge: 'open', psdRadius_nm: 200 },
      glutamate: { ambient_nM: 0, diffusion_um2_per_ms: 0.2 },
      release: { poreTau_us: 0 },
      receptors: [{ id: 'AMPA', kind: 'AMPA', scheme: 'AMPA_JONAS93', count: 80 }],
      numerics: { equilibrate: false },
    });
    const trace = meanField(config, 1, { duration_ms: 12, sample_ms: 0.02 });
    // epsc.ampa.D0.2.rise 0.4057 ms; its decay target of 3.41 ms is a fit to 10 %, the 1/e time lies near it.
    expect(rise1090(trace, 'i_AMPA')).toBeCloseTo(0.4057, 1);
    expect(decayTo1e(trace, 'i_AMPA')).toBeGreaterThan(2.8);
    expect(decayTo1e(trace, 'i_AMPA')).toBeLessThan(3.9);
  });

  it('refuses what it cannot describe', () => {
    expect(() => meanField(configure({ release: { site: 'uniform' } }), 1, { duration_ms: 1, sample_ms: 0.1 })).toThrow('centre');
    expect(() => meanField(configure({ release: { probability: 0.5 } }), 1, { duration_ms: 1, sample_ms: 0.1 })).toThrow('certain');
    expect(source.schemes.length).toBeGreaterThan(10);
  });
});
