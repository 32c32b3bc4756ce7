import { describe, expect, it } from 'vitest';
import { exp, ln } from '../../../src/science/elementary';
import {
  createRng,
  exponential,
  gaussian,
  nextInt32,
  nextInt32s,
  type Rng,
  uniform,
  uniform32,
  uniformInt,
} from '../../../src/science/random';
import { addMultinomial, binomial, lnFactorial, poisson } from '../../../src/science/random-counts';
import { chiSquared, excess } from './statistics';

/** Counts of draws per bin of equal probability under a distribution function. */
function histogram(draw: () => number, distribution: (x: number) => number, draws: number, bins: number): Float64Array {
  const counts = new Float64Array(bins);
  for (let i = 0; i < draws; i++) {
    const bin = Math.min(bins - 1, Math.floor(distribution(draw()) * bins));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts;
}

/** How far counts are from equal, against the limit of chance. */
function evenness(counts: Float64Array): number {
  const total = counts.reduce((a, b) => a + b);
  return excess(
    counts,
    counts.map(() => total / counts.length),
  );
}

/** Normal distribution function by the error-function series of Abramowitz & Stegun 7.1.5, summed to rounding. */
function normal(x: number): number {
  if (x < -7) return 0;
  if (x > 7) return 1;
  let term = x;
  let total = x;
  for (let k = 1; k < 200; k++) {
    term *= (-x * x) / (2 * k);
    total += term / (2 * k + 1);
  }
  return 0.5 + total / Math.sqrt(2 * Math.PI);
}

function poissonTable(mean: number, most: number): Float64Array {
  return Float64Array.from({ length: most + 1 }, (_, k) => Math.exp(k * Math.log(mean) - mean - lnFactorial(k)));
}

function binomialTable(n: number, p: number): Float64Array {
  return Float64Array.from({ length: n + 1 }, (_, k) =>
    Math.exp(lnFactorial(n) - lnFactorial(k) - lnFactorial(n - k) + k * Math.log(p) + (n - k) * Math.log1p(-p)),
  );
}

describe('logarithm and exponential of basic operations', () => {
  it('agree with the built-in ones to two units in the last place', () => {
    const rng = createRng(4);
    for (let i = 0; i < 20_000; i++) {
      const x = Math.exp((uniform(rng) - 0.5) * 600);
      expect(Math.abs(ln(x) - Math.log(x))).toBeLessThanOrEqual(5e-16 * Math.max(1, Math.abs(Math.log(x))));
      const near = 1 + (uniform(rng) - 0.5) * 1e-3;
      expect(Math.abs(ln(near) - Math.log(near))).toBeLessThanOrEqual(5e-16 * Math.abs(Math.log(near)) + 1e-300);
      const y = (uniform(rng) - 0.5) * 1400;
      expect(Math.abs(exp(y) - Math.exp(y))).toBeLessThanOrEqual(5e-16 * Math.exp(y));
    }
  });

  it('handle the ends of the range', () => {
    expect([ln(0), ln(-1), ln(Infinity), exp(-Infinity), exp(Infinity), exp(710)]).toEqual([
      -Infinity,
      NaN,
      Infinity,
      0,
      Infinity,
      Infinity,
    ]);
    expect(ln(5e-324)).toBeCloseTo(Math.log(5e-324), 10);
    expect(exp(NaN)).toBeNaN();
  });
});

describe('xoshiro128**', () => {
  it('gives the published sequence for the state 1, 2, 3, 4', () => {
    const rng: Rng = Int32Array.of(1, 2, 3, 4);
    const first = Array.from({ length: 10 }, () => nextInt32(rng) >>> 0);
    expect(first).toEqual([11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804]);
  });

  it('is fixed by its seed and stream, and streams differ', () => {
    const draws = (rng: Rng): number[] => Array.from({ length: 5 }, () => uniform(rng));
    expect(draws(createRng(7, 2))).toEqual(draws(createRng(7, 2)));
    expect(draws(createRng(7, 2))).not.toEqual(draws(createRng(7, 3)));
    expect(draws(createRng(7))).not.toEqual(draws(createRng(8)));
    expect(draws(createRng(0.25))).not.toEqual(draws(createRng(0.5)));
    expect(() => createRng(NaN)).toThrow(RangeError);
  });

  it('continues from a copy of its state', () => {
    const rng = createRng(11);
    for (let i = 0; i < 100; i++) gaussian(rng);
    const copy = rng.slice();
    expect(Array.from({ length: 20 }, () => exponential(copy))).toEqual(Array.from({ length: 20 }, () => exponential(rng)));
  });

  it('gives uncorrelated neighbouring streams', () => {
    let product = 0;
    const draws = 20_000;
    for (let stream = 0; stream < draws; stream++) {
      product += (uniform(createRng(3, stream)) - 0.5) * (uniform(createRng(3, stream + 1)) - 0.5);
    }
    expect(Math.abs(product / draws)).toBeLessThan(4 / (12 * Math.sqrt(draws)));
  });
});

describe('samplers follow their distributions', () => {
  const draws = 200_000;

  it('uniform', () => {
    const rng = createRng(1);
    expect(
      evenness(
        histogram(
          () => uniform(rng),
          (x) => x,
          draws,
          100,
        ),
      ),
    ).toBeLessThan(1);
    expect(
      evenness(
        histogram(
          () => uniform32(rng),
          (x) => x,
          draws,
          100,
        ),
      ),
    ).toBeLessThan(1);
    expect(
      evenness(
        histogram(
          () => uniformInt(rng, 77),
          (x) => (x + 0.5) / 77,
          draws,
          77,
        ),
      ),
    ).toBeLessThan(1);
  });

  it('normal, tails included', () => {
    const rng = createRng(2);
    expect(evenness(histogram(() => gaussian(rng), normal, draws, 200))).toBeLessThan(1);
    const far = createRng(5);
    let beyond = 0;
    for (let i = 0; i < 3_000_000; i++) if (Math.abs(gaussian(far)) > 3.7) beyond += 1;
    expect(Math.abs(beyond - 3_000_000 * 2 * (1 - normal(3.7)))).toBeLessThan(4 * Math.sqrt(650));
  });

  it('exponential, tail included', () => {
    const rng = createRng(3);
    expect(
      evenness(
        histogram(
          () => exponential(rng),
          (x) => 1 - Math.exp(-x),
          draws,
          200,
        ),
      ),
    ).toBeLessThan(1);
    let beyond = 0;
    for (let i = 0; i < 1_000_000; i++) if (exponential(rng) > 8) beyond += 1;
    expect(Math.abs(beyond - 1_000_000 * Math.exp(-8))).toBeLessThan(4 * Math.sqrt(335));
  });

  it.each([0.2, 4, 30, 900])('Poisson of mean %d', (mean) => {
    const rng = createRng(6, Math.round(mean * 10));
    const most = Math.ceil(mean + 12 * Math.sqrt(mean) + 20);
    const counts = new Float64Array(most + 1);
    for (let i = 0; i < draws; i++) {
      const k = poisson(rng, mean);
      counts[k] = (counts[k] ?? 0) + 1;
    }
    expect(
      excess(
        counts,
        poissonTable(mean, most).map((p) => p * draws),
      ),
    ).toBeLessThan(1);
  });

  it.each([
    [6, 0.3],
    [40, 0.05],
    [200, 0.4],
    [500, 0.93],
  ])('binomial of %d and %d', (n, p) => {
    const rng = createRng(9, n);
    const counts = new Float64Array(n + 1);
    for (let i = 0; i < draws; i++) {
      const k = binomial(rng, n, p);
      counts[k] = (counts[k] ?? 0) + 1;
    }
    expect(
      excess(
        counts,
        binomialTable(n, p).map((q) => q * draws),
      ),
    ).toBeLessThan(1);
  });

  it('multinomial counts add up and follow their shares', () => {
    const rng = createRng(12);
    const shares = Float64Array.of(0.5, 0, 0.3, 0.2);
    const counts = new Int32Array(4);
    for (let i = 0; i < 1000; i++) addMultinomial(rng, 100, shares, 0, 4, counts);
    expect(counts.reduce((a, b) => a + b)).toBe(100_000);
    expect(counts[1]).toBe(0);
    const { statistic, freedom } = chiSquared([counts[0] ?? 0, counts[2] ?? 0, counts[3] ?? 0], [50_000, 30_000, 20_000]);
    expect(freedom).toBe(2);
    expect(statistic).toBeLessThan(13.8);
  });
});

it('many numbers at once are the numbers one by one, and leave the same state', () => {
  const [one, many] = [createRng(5), createRng(5)];
  const out = new Int32Array(1000);
  nextInt32s(many, out, 700);
  nextInt32s(many, out.subarray(700), 300);
  expect(Array.from(out)).toEqual(Array.from(out, () => nextInt32(one)));
  expect(Array.from(many)).toEqual(Array.from(one));
  expect(() => nextInt32s(many, out, 1001)).toThrow('1001 numbers');
});
