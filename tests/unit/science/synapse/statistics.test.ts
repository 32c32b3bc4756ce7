/** Measures of traces and their errors. */
import { describe, expect, it } from 'vitest';
import { createRng, gaussian } from '../../../../src/science/random';
import type { Trace } from '../../../../src/science/synapse/record';
import { area, columnIn, decayTo1e, estimate, peakOf, rise1090, TraceStatistics } from '../../../../src/science/synapse/statistics';

/** A current -A (exp(-t/d) - exp(-t/r)) on a base of 2. */
function pulse(step: number, rise = 0.5, decay = 4): Trace {
  const time_ms = Float64Array.from({ length: Math.round(60 / step) + 1 }, (_, k) => k * step);
  return { time_ms, columns: { i: time_ms.map((t) => 2 - 10 * (Math.exp(-t / decay) - Math.exp(-t / rise))) } };
}

describe('measures of a trace', () => {
  it('peak, rise, decay and area of a difference of exponentials', () => {
    const trace = pulse(0.01);
    const top = (Math.log(4 / 0.5) * 0.5 * 4) / (4 - 0.5);
    const peak = peakOf(trace, 'i');
    expect(peak.time_ms).toBeCloseTo(top, 2);
    const size = 10 * (Math.exp(-top / 4) - Math.exp(-top / 0.5));
    expect(peak.value).toBeCloseTo(2 - size, 4);
    // Crossings by bisection on the formula itself.
    const level = (share: number, from: number, to: number): number => {
      let [low, high] = [from, to];
      const f = (t: number): number => 10 * (Math.exp(-t / 4) - Math.exp(-t / 0.5)) - share * size;
      for (let k = 0; k < 60; k++) {
        const middle = (low + high) / 2;
        if (f(middle) > 0 === f(to) > 0) high = middle;
        else low = middle;
      }
      return low;
    };
    expect(rise1090(trace, 'i')).toBeCloseTo(level(0.9, 0, top) - level(0.1, 0, top), 3);
    expect(decayTo1e(trace, 'i')).toBeCloseTo(level(Math.exp(-1), top, 40) - top, 2);
    expect(area(trace, 'i')).toBeCloseTo(-10 * (4 - 0.5), 3);
  });

  it('says so when there is no such thing', () => {
    const flat: Trace = { time_ms: Float64Array.of(0, 1, 2), columns: { i: Float64Array.of(1, 1, 1) } };
    expect(rise1090(flat, 'i')).toBeNaN();
    expect(decayTo1e(flat, 'i')).toBeNaN();
    expect(() => columnIn(flat, 'j')).toThrow('"j"');
  });
});

describe('statistics over trials', () => {
  it('mean and standard error equal the textbook formulas', () => {
    const rng = createRng(1);
    const rows = Array.from({ length: 37 }, () => Float64Array.from({ length: 5 }, () => 3 + gaussian(rng)));
    const statistics = new TraceStatistics();
    for (const x of rows) statistics.add({ time_ms: Float64Array.of(0, 1, 2, 3, 4), columns: { x } });
    const third = estimate(rows.map((row) => row[3] as number));
    expect(columnIn(statistics.mean(), 'x')[3]).toBeCloseTo(third.mean, 12);
    expect(columnIn(statistics.standardError(), 'x')[3]).toBeCloseTo(third.se, 12);
    expect(third.cv).toBeCloseTo(third.sd / third.mean, 12);
  });

  it('the jackknife of a linear measure is close to the standard error of a mean', () => {
    const rng = createRng(2);
    const statistics = new TraceStatistics();
    const values: number[] = [];
    for (let k = 0; k < 400; k++) {
      const x = 5 + 2 * gaussian(rng);
      values.push(x);
      statistics.add({ time_ms: Float64Array.of(0, 1), columns: { x: Float64Array.of(0, x) } });
    }
    const { linear } = statistics.measureMean({ linear: (trace) => columnIn(trace, 'x')[1] as number });
    const plain = estimate(values);
    expect(linear?.value).toBeCloseTo(plain.mean, 12);
    // Twenty blocks leave an uncertainty of 16 % in the error itself.
    expect((linear?.se ?? 0) / plain.se).toBeGreaterThan(0.5);
    expect((linear?.se ?? 0) / plain.se).toBeLessThan(1.6);
  });

  it('leaves out trials that lack a measure', () => {
    expect(estimate([1, NaN, 3])).toMatchObject({ mean: 2, n: 2 });
  });
});
