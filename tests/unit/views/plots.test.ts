/** Geometry of plots: nothing of a curve is lost when it is thinned, and labels never touch. */
import { scaleLinear } from 'd3-scale';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betweenPath, curvePath, spanOf, stackLabels, thinned, valueAt } from '../../../src/views/plots/traces';

const x = scaleLinear([0, 200], [0, 400]);
const y = scaleLinear([-100, 0], [120, 0]);

describe('thinning', () => {
  it('keeps the highest and the lowest sample whatever the curve', () => {
    const samples = fc.array(fc.double({ min: -100, max: 0, noNaN: true }), { minLength: 1, maxLength: 5_000 });
    fc.assert(
      fc.property(samples, (values) => {
        const curve = { x: values.map((_, i) => (200 * i) / values.length), y: values };
        const points = thinned(curve, x, y).map(([, at]) => at);
        const all = values.map((value) => y(value));
        expect(Math.min(...points)).toBe(Math.min(...all));
        expect(Math.max(...points)).toBe(Math.max(...all));
        expect(points.length).toBeLessThanOrEqual(4 * 401);
      }),
      { numRuns: 200 },
    );
  });

  it('runs in time and skips what is no number', () => {
    const points = thinned({ x: [0, 50, 100, 150], y: [0, Number.NaN, -50, -25] }, x, y);
    expect(points).toEqual([
      [0, 0],
      [200, 60],
      [300, 30],
    ]);
  });
});

describe('paths', () => {
  it('hold a step until the next sample', () => {
    expect(curvePath({ x: [0, 100], y: [0, -100] }, x, y, true)).toBe('M0,0L200,0L200,120');
  });
  it('close the area between two curves', () => {
    const path = betweenPath({ x: [0, 200], y: [0, 0] }, { x: [0, 200], y: [-100, -100] }, x, y);
    expect(path).toBe('M0,0L400,0L400,120L0,120Z');
  });
});

describe('reading', () => {
  const curve = { x: [0, 1, 2], y: [5, 6, 7] };
  it('gives the last sample that is not later', () => {
    expect(valueAt(curve, 1.5)).toBe(6);
    expect(valueAt(curve, 9)).toBe(7);
    expect(valueAt(curve, -1)).toBeNaN();
  });
  it('spans the values and zero', () => {
    expect(spanOf([curve])).toEqual([0, 7]);
    expect(spanOf([])).toEqual([0, 1]);
  });
});

describe('names beside lines', () => {
  it('keep their order and their distance and stay inside', () => {
    const wishes = fc.array(fc.double({ min: -50, max: 250, noNaN: true }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(wishes, (ys) => {
        const placed = stackLabels(
          ys.map((at, i) => ({ id: String(i), y: at })),
          15,
          10,
          190,
        );
        expect(placed).toHaveLength(ys.length);
        const at = placed.map((label) => label.y);
        expect(Math.min(...at)).toBeGreaterThanOrEqual(10 - 1e-9);
        expect(Math.max(...at)).toBeLessThanOrEqual(190 + 1e-9);
        expect(Math.min(99, ...at.slice(1).map((height, i) => height - (at[i] ?? 0)))).toBeGreaterThanOrEqual(15 - 1e-9);
      }),
    );
  });
});
