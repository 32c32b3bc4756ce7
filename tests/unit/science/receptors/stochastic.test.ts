import { describe, expect, it } from 'vitest';
import { compileScheme, stateIndex } from '../../../../src/science/receptors/compile';
import { ReceptorCounts } from '../../../../src/science/receptors/counts';
import { meanOpenTime, opensOnce } from '../../../../src/science/receptors/openings';
import { ligandOccupancy } from '../../../../src/science/receptors/occupancy';
import { ReceptorPopulation } from '../../../../src/science/receptors/population';
import { propagate, transitionProbabilities } from '../../../../src/science/receptors/propagator';
import { endOccupancy, type Protocol } from '../../../../src/science/receptors/protocol';
import { type Conditions, rateMatrix } from '../../../../src/science/receptors/rates';
import { createRng, uniform } from '../../../../src/science/random';
import { excess } from '../statistics';
import { library, medium, twoState } from './pack';

const REST = medium(-60, {});

/** How far counts per state are from a sample of the exact occupancies, against the limit of chance. */
function misfit(counts: ArrayLike<number>, occupancy: Float64Array, total: number): number {
  return excess(
    counts,
    occupancy.map((p) => p * total),
  );
}

describe('single receptors', () => {
  it('stay for exponential times', () => {
    const scheme = compileScheme(twoState(0.5, 2));
    const population = new ReceptorPopulation(scheme, 2000, createRng(1), { conditions: REST });
    const entered = new Float64Array(2000).fill(NaN);
    const bins = new Float64Array(40);
    let seen = 0;
    for (let step = 0; step < 200; step++) {
      population.step(0.1);
      for (let e = 0; e < population.eventCount; e++) {
        const receptor = population.eventReceptor[e] ?? -1;
        const now = step * 0.1 + (population.eventTime[e] ?? 0);
        const opened = scheme.to[population.eventTransition[e] ?? 0] === 1;
        // Openings that began before 15 ms have practically all ended by 20 ms: no dwell is cut short.
        if (!opened && (entered[receptor] ?? NaN) < 15) {
          const bin = Math.min(39, Math.floor((1 - Math.exp(-2 * (now - (entered[receptor] ?? 0)))) * 40));
          bins[bin] = (bins[bin] ?? 0) + 1;
          seen += 1;
        }
        entered[receptor] = opened ? now : NaN;
      }
    }
    expect(seen).toBeGreaterThan(8000);
    expect(
      misfit(
        bins,
        bins.map(() => 1 / 40),
        seen,
      ),
    ).toBeLessThan(1);
  });

  it.each(['AMPA_JONAS93', 'NMDA_LJ92_MGKET', 'NMDA_GLUN2A_8', 'NMDA_GLUN2B_8', 'NMDA_KAMPA04'])(
    'follow the exact occupancies through a pulse, a wash and a voltage step: %s',
    (id) => {
      const scheme = library.get(id);
      const count = 20_000;
      const fixed = { mg: 1, ket: 0.05 };
      const segments: Protocol['segments'] = [
        { ms: 1, conditions: medium(-60, { ...fixed, glu: 1 }) },
        { ms: 12, conditions: medium(-60, fixed) },
        { ms: 6, conditions: medium(20, { ...fixed, glu: 0.05 }) },
      ];
      const population = new ReceptorPopulation(scheme, count, createRng(2), { conditions: medium(-60, fixed) });
      segments.forEach((segment, k) => {
        population.setConditions(segment.conditions);
        // Uneven steps: the law must not depend on them.
        let done = 0;
        for (const share of [0.013, 0.2, 0.051, 0.5]) {
          population.step(share * segment.ms);
          done += share;
        }
        population.step((1 - done) * segment.ms);
        const exact = endOccupancy(scheme, { start: 'initial', segments: segments.slice(0, k + 1) });
        expect(misfit(population.stateCounts(), exact, count)).toBeLessThan(1);
      });
    },
  );

  it('follow a ligand that changes at every step, each receptor its own', () => {
    const scheme = library.get('AMPA_JONAS93');
    const groups = 4;
    const each = 10_000;
    const population = new ReceptorPopulation(scheme, groups * each, createRng(3), { conditions: REST });
    const exact = Array.from({ length: groups }, () => scheme.initial.slice());
    for (let step = 0; step < 40; step++) {
      const glu = (g: number): number => (g + 1) * 0.5 * Math.exp(-step / 8);
      for (let i = 0; i < population.count; i++) population.concentrations[i] = glu(Math.floor(i / each));
      population.step(0.05);
      exact.forEach((p, g) => {
        const q = rateMatrix(scheme, medium(-60, { glu: glu(g) }));
        p.set(propagate(p, transitionProbabilities(q, scheme.n, 0.05), scheme.n, new Float64Array(scheme.n)));
      });
    }
    for (let g = 0; g < groups; g++) {
      const counts = new Int32Array(scheme.n);
      for (let i = g * each; i < (g + 1) * each; i++) counts[population.states[i] ?? 0] = (counts[population.states[i] ?? 0] ?? 0) + 1;
      expect(misfit(counts, exact[g] ?? scheme.initial, each)).toBeLessThan(1);
    }
  });

  it('give the mean open time and the share that ever opens', () => {
    const scheme = library.get('NMDA_GLUN2B_8');
    const pulse: Conditions = medium(-60, { glu: 1 });
    const population = new ReceptorPopulation(scheme, 5000, createRng(4), { conditions: pulse });
    const open = stateIndex(scheme, 'O');
    const opened = new Set<number>();
    let openings = 0;
    let openTime = 0;
    for (let step = 0; step < 300; step++) {
      population.step(1);
      openTime += population.openCount();
      for (let e = 0; e < population.eventCount; e++) {
        if (scheme.to[population.eventTransition[e] ?? 0] !== open) continue;
        openings += 1;
        opened.add(population.eventReceptor[e] ?? -1);
      }
    }
    const share = opensOnce(scheme, [{ ms: 300, conditions: pulse }]);
    expect(Math.abs(opened.size - 5000 * share)).toBeLessThan(4 * Math.sqrt(5000 * share * (1 - share)));
    const mean = openTime / openings;
    expect(Math.abs(mean / meanOpenTime(scheme, pulse) - 1)).toBeLessThan(4 / Math.sqrt(openings));
  });

  it('continue bit for bit from a snapshot, and repeat with the seed', () => {
    const scheme = library.get('NMDA_2A_MGKET');
    const make = (seed: number): ReceptorPopulation =>
      new ReceptorPopulation(scheme, 300, createRng(seed), { conditions: medium(-50, { glu: 1, mg: 1, ket: 0.01 }) });
    const population = make(5);
    for (let i = 0; i < 20; i++) population.step(0.3);
    const snapshot = population.snapshot();
    const run = (p: ReceptorPopulation): number[] => {
      for (let i = 0; i < 50; i++) p.step(0.7);
      return [...p.states, ...p.snapshot().thresholds];
    };
    const first = run(population);
    const other = make(99);
    other.restore(snapshot);
    expect(run(other)).toEqual(first);
    const again = make(5);
    for (let i = 0; i < 20; i++) again.step(0.3);
    expect(run(again)).toEqual(first);
    expect(run(make(6))).not.toEqual(first);
  });
});

describe('an external ligand', () => {
  it('binds only when told to, and every molecule comes back', () => {
    const scheme = library.get('AMPA_JONAS93');
    const { change, bound } = ligandOccupancy(scheme, 'glu');
    const population = new ReceptorPopulation(scheme, 50, createRng(7), { conditions: medium(-60, { glu: 1 }), externalLigands: ['glu'] });
    population.step(100);
    expect(population.eventCount).toBe(0);
    let held = 0;
    for (let step = 0; step < 2000; step++) {
      if (step < 400) for (let i = 0; i < 50; i++) if (population.bind(i, 0) >= 0) held += 1;
      population.step(0.5);
      for (let e = 0; e < population.eventCount; e++) {
        const delta = change[population.eventTransition[e] ?? 0] ?? 0;
        expect(delta).toBeLessThanOrEqual(0);
        held += delta;
      }
      let inside = 0;
      for (const state of population.states) inside += bound[state] ?? 0;
      expect(inside).toBe(held);
    }
  });

  it('reproduces the ordinary chain when molecules arrive as a Poisson process', () => {
    const scheme = compileScheme({
      ...twoState(1, 1),
      transitions: [
        { from: 'C', to: 'O', rate: 4, unit: 'per_mM_ms', ligand: 'glu' },
        { from: 'O', to: 'C', rate: 1, unit: 'per_ms' },
      ],
    });
    const count = 20_000;
    const population = new ReceptorPopulation(scheme, count, createRng(8), { conditions: REST, externalLigands: ['glu'] });
    const rng = createRng(9);
    const chance = 1 - Math.exp(-0.5 * 4 * 0.002);
    for (let step = 0; step < 500; step++) {
      for (let i = 0; i < count; i++) if (uniform(rng) < chance) population.bind(i, 0);
      population.step(0.002);
    }
    const exact = (2 / 3) * (1 - Math.exp(-3));
    expect(Math.abs(population.openCount() / count - exact)).toBeLessThan(4 * Math.sqrt((exact * (1 - exact)) / count) + 0.002);
  });
});

describe('counts of receptors', () => {
  it.each(['AMPA_JONAS93', 'NMDA_2B_MGKET', 'NMDA_BRANCO10_36C'])('follow the exact occupancies in steps of any length: %s', (id) => {
    const scheme = library.get(id);
    const counts = new ReceptorCounts(scheme, 1_000_000, createRng(10));
    const segments: Protocol['segments'] = [
      { ms: 1, conditions: medium(-60, { glu: 1, mg: 1, ket: 0.01 }) },
      { ms: 300, conditions: medium(-60, { mg: 1, ket: 0.01 }) },
    ];
    segments.forEach((segment, k) => {
      counts.advance(segment.conditions, segment.ms);
      expect(counts.counts.reduce((a, b) => a + b)).toBe(1_000_000);
      expect(misfit(counts.counts, endOccupancy(scheme, { start: 'initial', segments: segments.slice(0, k + 1) }), 1_000_000)).toBeLessThan(
        1,
      );
    });
  });

  it('has the variance of independent receptors', () => {
    const scheme = compileScheme(twoState(1, 3));
    const p = transitionProbabilities(rateMatrix(scheme, REST), 2, 0.4);
    const rng = createRng(11);
    const trials = 4000;
    let sum = 0;
    let square = 0;
    for (let i = 0; i < trials; i++) {
      const counts = new ReceptorCounts(scheme, 20, rng);
      counts.step(p);
      counts.step(p);
      sum += counts.openCount();
      square += counts.openCount() ** 2;
    }
    const q = 0.25 * (1 - Math.exp(-4 * 0.8));
    const variance = square / trials - (sum / trials) ** 2;
    expect(Math.abs(variance / (20 * q * (1 - q)) - 1)).toBeLessThan(4 * Math.sqrt(2 / trials));
  });
});
