import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileScheme } from '../../../../src/science/receptors/compile';
import { eigenvalues, slowestRelaxation } from '../../../../src/science/receptors/eigenvalues';
import { respondMany } from '../../../../src/science/receptors/many';
import { matrixExponential } from '../../../../src/science/receptors/pade';
import { doubled, propagate, transitionProbabilities } from '../../../../src/science/receptors/propagator';
import { type Protocol, respond } from '../../../../src/science/receptors/protocol';
import { concentrations, rateMatrix, transitionRates } from '../../../../src/science/receptors/rates';
import { type PoleCount, RationalPropagator } from '../../../../src/science/receptors/rational';
import { stationary, stationaryOf } from '../../../../src/science/receptors/stationary';
import { poAt } from '../../../../src/science/receptors/trace';
import { FULL, largestDifference, library, medium, sum, threeState, twoState } from './pack';
import { randomScheme } from './schemes.arbitrary';

describe('stationary distribution', () => {
  it('of two states is the ratio of the rates', () => {
    const p = stationary(compileScheme(twoState(3, 7)), medium(0, {}));
    expect(p[1]).toBeCloseTo(0.3, 15);
  });

  it('of three states follows mass action', () => {
    const [kon, koff, open, close, c] = [5, 2, 3, 4, 0.7];
    const p = stationary(compileScheme(threeState(kon, koff, open, close)), medium(0, { glu: c }));
    const bound = (kon * c) / koff;
    const total = 1 + bound + (bound * open) / close;
    expect(largestDifference(p, [1 / total, bound / total, (bound * open) / close / total])).toBeLessThan(1e-15);
  });

  it('keeps relative precision over many decades', () => {
    const c = 1e-9;
    const p = stationary(compileScheme(threeState(5, 2, 3, 4)), medium(0, { glu: c }));
    const bound = (5 * c) / 2;
    expect((p[2] ?? 0) / ((bound * 3) / 4 / (1 + bound * 1.75))).toBeCloseTo(1, 13);
  });

  it('stays finite for concentrations at the end of the range of numbers', () => {
    const p = stationary(compileScheme(threeState(5, 2, 3, 4)), medium(0, { glu: 5e-324 }));
    expect(Array.from(p)).toEqual([1, 0, 0]);
    const filled = stationary(compileScheme(threeState(5, 2e-150, 3, 4e-150)), medium(0, { glu: 1e100 }));
    expect(sum(filled)).toBeCloseTo(1, 12);
    expect(filled[2]).toBeCloseTo(1, 12);
  });

  it('depends on the start when the chain falls apart: trapped drug stays trapped', () => {
    const scheme = library.get('NMDA_LJ92_MGKET');
    const half = scheme.initial.map(() => 0);
    half[scheme.states.indexOf('C0')] = 0.25;
    half[scheme.states.indexOf('C0_K')] = 0.75;
    const p = stationary(scheme, medium(-60, {}), half);
    expect(p[scheme.states.indexOf('C0_K')]).toBeCloseTo(0.75, 14);
    expect(p[scheme.states.indexOf('C0')]).toBeCloseTo(0.25, 14);
  });

  it('sends transient states to the classes that they reach, in the right shares', () => {
    // 0 -> 1 (rate 1) and 0 -> 2 (rate 3); 1 and 2 absorb.
    const q = Float64Array.of(-4, 1, 3, 0, 0, 0, 0, 0, 0);
    expect(largestDifference(stationaryOf(q, 3, Float64Array.of(0.8, 0.2, 0)), [0, 0.4, 0.6])).toBeLessThan(1e-15);
  });

  it('is stationary, non-negative and normalised for random schemes', () => {
    fc.assert(
      fc.property(
        randomScheme,
        fc.oneof(
          fc.constant(0),
          fc.double({ min: -12, max: 1, noNaN: true }).map((x) => 10 ** x),
        ),
        (input, glu) => {
          const scheme = compileScheme(input);
          const q = rateMatrix(scheme, medium(0, { glu }));
          const p = stationary(scheme, medium(0, { glu }));
          expect(Math.abs(sum(p) - 1)).toBeLessThan(1e-12);
          for (let j = 0; j < scheme.n; j++) {
            expect(p[j]).toBeGreaterThanOrEqual(0);
            let net = 0;
            let flow = 0;
            for (let i = 0; i < scheme.n; i++) {
              net += (p[i] ?? 0) * (q[i * scheme.n + j] ?? 0);
              flow += Math.abs((p[i] ?? 0) * (q[i * scheme.n + j] ?? 0));
            }
            expect(Math.abs(net)).toBeLessThanOrEqual(1e-12 * flow + 1e-300);
          }
        },
      ),
      { seed: 1, numRuns: 300 },
    );
  });
});

describe('propagation', () => {
  it('of two states is an exponential', () => {
    const q = rateMatrix(compileScheme(twoState(3, 7)), medium(0, {}));
    for (const t of [0, 1e-4, 0.03, 0.2, 5, 1e6]) {
      const p = transitionProbabilities(q, 2, t);
      expect(p[1]).toBeCloseTo(0.3 * (1 - Math.exp(-10 * t)), 13);
      expect(p[2]).toBeCloseTo(0.7 * (1 - Math.exp(-10 * t)), 13);
    }
  });

  it('of three states is the sum of two exponentials of the quadratic', () => {
    const [on, koff, open, close] = [3.5, 2, 3, 4];
    const q = rateMatrix(compileScheme(threeState(5, koff, open, close)), medium(0, { glu: on / 5 }));
    const s = on + koff + open + close;
    const d = Math.sqrt(s * s - 4 * (on * open + on * close + koff * close));
    const [a, b] = [(s + d) / 2, (s - d) / 2];
    for (const t of [0.01, 0.1, 0.5, 2]) {
      const exact = (on * open) / (a * b) + (on * open * (b * Math.exp(-a * t) - a * Math.exp(-b * t))) / (a * b * (a - b));
      expect(transitionProbabilities(q, 3, t)[2]).toBeCloseTo(exact, 13);
    }
  });

  it('keeps mass to 1e-10, is non-negative and tends to the stationary state for every scheme of the pack', () => {
    for (const id of library.ids()) {
      const scheme = library.get(id);
      const q = rateMatrix(scheme, FULL);
      for (const t of [1e-3, 1, 1e3, 1e9]) {
        const p = transitionProbabilities(q, scheme.n, t);
        for (let i = 0; i < scheme.n; i++) expect(Math.abs(sum(p.subarray(i * scheme.n, (i + 1) * scheme.n)) - 1)).toBeLessThan(1e-12);
        expect(Math.min(...p)).toBeGreaterThanOrEqual(0);
      }
      const late = propagate(scheme.initial, transitionProbabilities(q, scheme.n, 1e9), scheme.n, new Float64Array(scheme.n));
      expect(largestDifference(late, stationary(scheme, FULL))).toBeLessThan(1e-7);
    }
  });

  it('agrees with the Padé exponential, and squares to twice the time', () => {
    for (const id of library.ids()) {
      const scheme = library.get(id);
      const q = rateMatrix(scheme, FULL);
      for (const t of [0.01, 3, 200]) {
        const p = transitionProbabilities(q, scheme.n, t);
        expect(
          largestDifference(
            p,
            matrixExponential(
              q.map((rate) => rate * t),
              scheme.n,
            ),
          ),
        ).toBeLessThan(1e-10);
        expect(largestDifference(doubled(p, scheme.n), transitionProbabilities(q, scheme.n, 2 * t))).toBeLessThan(1e-11);
      }
    }
  });

  it.each<[PoleCount, number]>([
    [4, 8e-4],
    [6, 2e-5],
    [14, 1e-11],
  ])('agrees with the rational approximation of %d poles, reversible scheme or not', (poles, limit) => {
    for (const id of library.ids()) {
      const scheme = library.get(id);
      for (const conditions of [FULL, medium(40, { glu: 0.01, mg: 1 }), medium(-80, {})]) {
        const fast = new RationalPropagator(scheme, poles);
        fast.setRates(transitionRates(scheme, concentrations(scheme, conditions), conditions.v_mV, new Float64Array(scheme.m)));
        const q = rateMatrix(scheme, conditions);
        for (const t of [1e-3, 0.1, 10, 1e4]) {
          const p = scheme.initial.slice();
          fast.forward(p, t);
          const exact = propagate(scheme.initial, transitionProbabilities(q, scheme.n, t), scheme.n, new Float64Array(scheme.n));
          expect(largestDifference(p, exact)).toBeLessThan(limit);
          expect(Math.abs(sum(p) - 1)).toBeLessThan(1e-10);
        }
      }
    }
  });

  it('keeps mass and sign for random schemes', () => {
    fc.assert(
      fc.property(randomScheme, fc.double({ min: -4, max: 5, noNaN: true }), (input, decade) => {
        const scheme = compileScheme(input);
        const q = rateMatrix(scheme, medium(0, { glu: 1 }));
        const p = transitionProbabilities(q, scheme.n, 10 ** decade);
        for (let i = 0; i < scheme.n; i++) expect(Math.abs(sum(p.subarray(i * scheme.n, (i + 1) * scheme.n)) - 1)).toBeLessThan(1e-10);
        expect(Math.min(...p)).toBeGreaterThanOrEqual(0);
      }),
      { seed: 2, numRuns: 300 },
    );
  });

  it('refuses a step that is negative or endless', () => {
    const q = rateMatrix(compileScheme(twoState(1, 1)), medium(0, {}));
    expect(() => transitionProbabilities(q, 2, -1)).toThrow(RangeError);
    expect(() => transitionProbabilities(q, 2, Infinity)).toThrow(RangeError);
  });
});

describe('many receptors at once', () => {
  it('gives each receptor the same answer as on its own, shared media or not', () => {
    const times = [0, 0.2, 0.9, 1, 1.5, 10, 39, 120];
    for (const id of ['AMPA_JONAS93', 'NMDA_LJ92_MGKET', 'NMDA_KAMPA04']) {
      const scheme = library.get(id);
      const protocols = [0.1, 0.5, 1, 3].map((glu, i): Protocol => ({
        start: 'initial',
        segments: [
          { ms: i === 3 ? 0.5 : 1, conditions: medium(-60, { glu, mg: 1, ket: 0.01 }) },
          { ms: i === 3 ? 0.5 : 20, conditions: medium(-60, { mg: 1, ket: 0.01 }) },
          { ms: 150, conditions: medium(-20, { mg: 1 }) },
        ],
      }));
      const all = respondMany(scheme, protocols, times);
      protocols.forEach((protocol, r) => {
        const alone = respond(scheme, protocol);
        times.forEach((t, k) => expect(all[r * times.length + k]).toBeCloseTo(poAt(alone, t), 9));
      });
    }
  });

  it('refuses samples out of order or beyond the end', () => {
    const scheme = compileScheme(twoState(1, 1));
    const protocol: Protocol = { start: 'initial', segments: [{ ms: 1, conditions: medium(0, {}) }] };
    expect(() => respondMany(scheme, [protocol], [0.5, 0.2])).toThrow(RangeError);
    expect(() => respondMany(scheme, [protocol], [2])).toThrow(/before the last sample/);
  });
});

describe('relaxation', () => {
  it('of two and three states', () => {
    expect(slowestRelaxation(compileScheme(twoState(3, 7)), medium(0, {}))).toBeCloseTo(0.1, 13);
    const s = 3.5 + 2 + 3 + 4;
    const slow = (s - Math.sqrt(s * s - 4 * (3.5 * 3 + 3.5 * 4 + 2 * 4))) / 2;
    expect(slowestRelaxation(compileScheme(threeState(5, 2, 3, 4)), medium(0, { glu: 0.7 }))).toBeCloseTo(1 / slow, 12);
  });

  it('sees past as many zero eigenvalues as there are closed classes', () => {
    const scheme = library.get('NMDA_LJ92_MGKET');
    expect(slowestRelaxation(scheme, medium(-70, {}))).toBeLessThan(10_000);
    expect(slowestRelaxation(compileScheme(threeState(5, 2, 3, 4)), medium(0, {}))).toBeGreaterThan(0);
  });

  it('finds complex pairs and repeated values', () => {
    // A one-way ring of n states: eigenvalues -1 + exp(2 pi i k / n).
    const n = 6;
    const ring = new Float64Array(n * n);
    for (let i = 0; i < n; i++) {
      ring[i * n + i] = -1;
      ring[i * n + ((i + 1) % n)] = 1;
    }
    const { re, im } = eigenvalues(ring, n);
    const found = Array.from(re, (x, i) => [x, im[i] ?? 0] as const);
    for (let k = 0; k < n; k++) {
      const [a, b] = [Math.cos((2 * Math.PI * k) / n) - 1, Math.sin((2 * Math.PI * k) / n)];
      expect(Math.min(...found.map(([x, y]) => Math.hypot(x - a, y - b)))).toBeLessThan(1e-12);
    }
  });

  it('adds up to the trace and is never growth, for random schemes', () => {
    fc.assert(
      fc.property(randomScheme, (input) => {
        const scheme = compileScheme(input);
        const q = rateMatrix(scheme, medium(0, { glu: 1 }));
        const { re } = eigenvalues(q, scheme.n);
        let trace = 0;
        for (let i = 0; i < scheme.n; i++) trace += q[i * scheme.n + i] ?? 0;
        expect(Math.abs(sum(re) - trace)).toBeLessThan(1e-10 * Math.abs(trace));
        expect(Math.max(...re)).toBeLessThan(1e-11 * Math.abs(trace));
      }),
      { seed: 3, numRuns: 300 },
    );
  });
});
