/** Spikes to vesicles, the fusion pore, placement and uptake. */
import { describe, expect, it } from 'vitest';
import { createRng } from '../../../../src/science/random';
import type { ReleaseModel } from '../../../../src/science/synapse/config';
import { SynapseEngine } from '../../../../src/science/synapse/engine';
import { placeReceptors } from '../../../../src/science/synapse/placement';
import { recordTrial } from '../../../../src/science/synapse/record';
import { drawFusions, drawReleases, meanReleases } from '../../../../src/science/synapse/release';
import { columnIn } from '../../../../src/science/synapse/statistics';
import { configure } from './helpers';

describe('release probability', () => {
  const spikes = Array.from({ length: 8 }, (_, i) => i * 50);
  const models: Record<string, ReleaseModel> = {
    fixed: { kind: 'fixed', probability: 0.3 },
    depressing: { kind: 'depressing', u: 0.5, tauRecovery_ms: 200, tauFacilitation_ms: 0 },
    facilitating: { kind: 'depressing', u: 0.1, tauRecovery_ms: 100, tauFacilitation_ms: 500 },
  };
  for (const [name, model] of Object.entries(models)) {
    it(`over many trials is that of the deterministic model (${name})`, () => {
      const trials = 20_000;
      const rng = createRng(1);
      const counts = Array.from({ length: spikes.length }, () => 0);
      for (let k = 0; k < trials; k++) {
        drawReleases(model, spikes, rng).forEach((hit, i) => {
          if (hit) counts[i] = (counts[i] ?? 0) + 1;
        });
      }
      meanReleases(model, spikes).forEach((p, i) => {
        expect(Math.abs((counts[i] ?? 0) / trials - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / trials));
      });
    });
  }

  it('depresses to the published steady state of a regular train', () => {
    // Tsodyks & Markram 1997: R = (1 - e)/(1 - (1 - U) e) with e = exp(-gap/tau).
    const train = Array.from({ length: 60 }, (_, i) => i * 20);
    const last = meanReleases({ kind: 'depressing', u: 0.5, tauRecovery_ms: 800, tauFacilitation_ms: 0 }, train).at(-1) ?? 0;
    const e = Math.exp(-20 / 800);
    expect(last).toBeCloseTo((0.5 * (1 - e)) / (1 - 0.5 * e), 10);
  });

  it('facilitates by U (1 - u) at each spike, decaying between them', () => {
    // Refilled at once (tau 1e-3 ms), so the probability is u itself: u2 = U + U (1 - U) e with e = exp(-50/500).
    const p = meanReleases({ kind: 'depressing', u: 0.1, tauRecovery_ms: 1e-3, tauFacilitation_ms: 500 }, [0, 50, 100]);
    const e = Math.exp(-0.1);
    const second = 0.1 * e + 0.1 * (1 - 0.1 * e);
    expect(p[0]).toBeCloseTo(0.1, 12);
    expect(p[1]).toBeCloseTo(second, 12);
    expect(p[2]).toBeCloseTo(second * e + 0.1 * (1 - second * e), 12);
  });
});

describe('vesicles', () => {
  it('vary in content as asked, and fuse where asked', () => {
    const config = configure({
      placement: { nanocolumns: 3 },
      release: { spikes_ms: Array.from({ length: 1000 }, (_, i) => i), moleculesCv: 0.2, site: 'nanocolumn' },
    });
    const sites = placeReceptors(config, createRng(2));
    const fusions = drawFusions(config.release, sites, config.geometry.psdRadius, createRng(3));
    const mean = fusions.reduce((sum, f) => sum + f.molecules, 0) / fusions.length;
    const sd = Math.sqrt(fusions.reduce((sum, f) => sum + (f.molecules - mean) ** 2, 0) / fusions.length);
    expect(Math.abs(mean - 3000)).toBeLessThan((4 * 600) / Math.sqrt(1000));
    expect(Math.abs(sd / 600 - 1)).toBeLessThan(4 / Math.sqrt(2000));
    for (const fusion of fusions) expect(sites.columnX).toContain(fusion.x);
  });

  it('empty through the pore with its time constant', () => {
    const config = configure({
      release: { poreTau_us: 50, molecules: 4000 },
      receptors: [{ id: 'A', kind: 'AMPA', scheme: 'AMPA_JONAS93', count: 0 }],
    });
    const engine = new SynapseEngine(config, 4);
    engine.advanceTo(0.05);
    const left = 4000 * Math.exp(-1);
    expect(Math.abs(engine.inPores() - left)).toBeLessThan(4 * Math.sqrt(left * (1 - Math.exp(-1))));
    expect(engine.ledger.released + engine.inPores()).toBe(4000);
  });

  it('of two overlapping releases both empty completely', () => {
    const engine = new SynapseEngine(configure({ release: { spikes_ms: [0, 0.02, 0.02], molecules: 300, poreTau_us: 20 } }), 4);
    engine.advanceTo(1);
    expect(engine.ledger.released).toBe(900);
    expect(engine.pores).toEqual([]);
  });

  it('without a spike nothing happens beyond ambient binding', () => {
    const trace = recordTrial(configure({ release: { spikes_ms: [] }, glutamate: { ambient_nM: 0 } }), 1, 0, {
      duration_ms: 50,
      sample_ms: 5,
    });
    expect(Math.max(...columnIn(trace, 'glu_receptors'))).toBe(0);
    expect(Math.min(...columnIn(trace, 'i_total'))).toBe(0);
  });
});

describe('placement', () => {
  it('keeps receptors apart, inside the PSD and evenly spread', () => {
    const config = configure();
    let inner = 0;
    let total = 0;
    let closest = Infinity;
    let widest = 0;
    for (let seed = 0; seed < 30; seed++) {
      const { x, y } = placeReceptors(config, createRng(seed));
      for (let i = 0; i < x.length; i++) {
        const r2 = (x[i] as number) ** 2 + (y[i] as number) ** 2;
        const radius = config.geometry.psdRadius - config.bindingRadius_nm;
        widest = Math.max(widest, r2 / (radius * radius));
        if (r2 < radius * radius * 0.5) inner += 1;
        total += 1;
        for (let j = 0; j < i; j++)
          closest = Math.min(closest, Math.hypot((x[i] as number) - (x[j] as number), (y[i] as number) - (y[j] as number)));
      }
    }
    expect(closest).toBeGreaterThanOrEqual(10);
    expect(widest).toBeLessThanOrEqual(1);
    expect(Math.abs(inner / total - 0.5)).toBeLessThan(4 * Math.sqrt(0.25 / total));
  });

  it('gathers AMPA receptors in nanocolumns', () => {
    const config = configure({ placement: { nanocolumns: 4, radius_nm: 40, share: 0.75 } });
    const { x, y, columnX, columnY, group } = placeReceptors(config, createRng(5));
    let clustered = 0;
    for (let i = 0; i < x.length; i++) {
      const close = columnX.some((cx, c) => Math.hypot((x[i] as number) - cx, (y[i] as number) - (columnY[c] as number)) <= 40);
      if (close && group[i] === 0) clustered += 1;
    }
    expect(columnX).toHaveLength(4);
    expect(clustered).toBeGreaterThanOrEqual(60);
  });
});

describe('uptake', () => {
  it('takes up at the turnover of occupied transporters', () => {
    const config = configure({
      release: { molecules: 1000 },
      uptake: { turnover_per_s: 1000, km_uM: 1000, coverage: 1 },
      receptors: [{ id: 'A', kind: 'AMPA', scheme: 'AMPA_JONAS93', count: 0 }],
    });
    // Integral of the occupied number times the turnover of 1 per ms.
    let predicted = 0;
    let taken = 0;
    for (let trial = 0; trial < 4; trial++) {
      const trace = recordTrial(config, 6, trial, { duration_ms: 2, sample_ms: 0.01 });
      const held = columnIn(trace, 'glu_transporters');
      for (let k = 1; k < held.length; k++) predicted += (0.01 * ((held[k] as number) + (held[k - 1] as number))) / 2;
      taken += columnIn(trace, 'glu_taken_up').at(-1) ?? 0;
    }
    expect(Math.abs(taken - predicted)).toBeLessThan(4 * Math.sqrt(predicted));
    expect(taken).toBeGreaterThan(300);
  });

  it('does not happen where no astrocyte is', () => {
    const trace = recordTrial(configure({ uptake: false }), 6, 0, { duration_ms: 0.5, sample_ms: 0.1 });
    expect(Math.max(...columnIn(trace, 'glu_transporters'))).toBe(0);
  });
});
