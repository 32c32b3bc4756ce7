/** Brownian motion against closed forms. Seeds are fixed; limits are set at 4 standard errors or p = 1e-4. */
import { describe, expect, it } from 'vitest';
import { createRng, uniform } from '../../../../src/science/random';
import { CLEFT, cleftVolume, type Geometry, ringVolume } from '../../../../src/science/synapse/geometry';
import { createSpace, FAR_TURNS, fold, moveAll } from '../../../../src/science/synapse/motion';
import { normalQuantile, normalTable } from '../../../../src/science/synapse/normal';
import { addParticle, createParticles, type Particles } from '../../../../src/science/synapse/particles';
import { concentration_mM, diffusionNm2PerUs } from '../../../../src/science/synapse/units';
import { chiSquaredLimit } from './helpers';

const D = diffusionNm2PerUs(0.33);
const FLAT: Geometry = { cleftHeight: 20, contactRadius: 200, psdRadius: 148, edge: 'open', ringGap: 0, ringHalfLength: 0 };

function atOrigin(count: number): Particles {
  const p = createParticles(count);
  for (let i = 0; i < count; i++) addParticle(p, 0, 0, 20, CLEFT);
  return p;
}

describe('normal deviates', () => {
  it('quantiles match reference values', () => {
    // Abramowitz & Stegun, table 26.1 and beyond.
    expect(normalQuantile(0.5)).toBe(0);
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 14);
    expect(normalQuantile(0.0001)).toBeCloseTo(-3.719016485455709, 13);
    expect(normalQuantile(1e-12)).toBeCloseTo(-7.034483825301131, 11);
  });

  it('the table has mean 0 and variance 1', () => {
    const table = normalTable();
    const mean = table.reduce((sum, x) => sum + x, 0) / table.length;
    const variance = table.reduce((sum, x) => sum + x * x, 0) / table.length;
    expect(mean).toBeCloseTo(0, 14);
    expect(variance).toBeCloseTo(1, 12);
  });
});

describe('free diffusion in a slab', () => {
  for (const noise of ['exact', 'table'] as const) {
    it(`mean square displacement in the plane is 4 D t (${noise})`, () => {
      const n = 20_000;
      const p = atOrigin(n);
      const space = createSpace(FLAT, D, 0.5, noise === 'table' ? normalTable() : null);
      const rng = createRng(1);
      for (let k = 0; k < 20; k++) moveAll(space, p, rng, false);
      let sum = 0;
      for (let i = 0; i < n; i++) sum += (p.x[i] as number) ** 2 + (p.y[i] as number) ** 2;
      // glu.msd: 0.0132 um2 after 0.01 ms; r2 is exponential, so its standard error is its mean over sqrt(n).
      const expected = 0.0132e6;
      expect(4 * D * 10).toBeCloseTo(expected, 6);
      expect(Math.abs(sum / n - expected)).toBeLessThan((4 * expected) / Math.sqrt(n));
    });
  }

  it('a point source spreads as N/(4 pi D h t) exp(-r2/(4 D t)) and evenly across the cleft', () => {
    const n = 30_000;
    const t = 20;
    const p = atOrigin(n);
    const space = createSpace(FLAT, D, 0.25, normalTable());
    const rng = createRng(2);
    for (let k = 0; k < t / 0.25; k++) moveAll(space, p, rng, false);
    // Shells of equal probability: r2 is exponential with mean 4 D t.
    const shells = 20;
    const counts = Array.from({ length: shells }, () => 0);
    const heights = Array.from({ length: 10 }, () => 0);
    let centre = 0;
    for (let i = 0; i < n; i++) {
      const r2 = (p.x[i] as number) ** 2 + (p.y[i] as number) ** 2;
      const u = 1 - Math.exp(-r2 / (4 * D * t));
      counts[Math.floor(u * shells)] = (counts[Math.floor(u * shells)] ?? 0) + 1;
      const layer = Math.min(9, Math.floor((p.z[i] as number) / 2));
      heights[layer] = (heights[layer] ?? 0) + 1;
      if (r2 < 30 * 30) centre += 1;
    }
    const chi = (observed: readonly number[]): number => {
      const expected = n / observed.length;
      return observed.reduce((sum, o) => sum + (o - expected) ** 2 / expected, 0);
    };
    expect(chi(counts)).toBeLessThan(chiSquaredLimit(shells - 1));
    expect(chi(heights)).toBeLessThan(chiSquaredLimit(9));
    // glu.centre.0.02ms: 3.00322 mM for 3,000 molecules; the disc of 30 nm averages over 1.7 % of fall-off.
    const disc = concentration_mM((centre * 3000) / n, Math.PI * 900 * 20);
    const average = (3.00322 * (1 - Math.exp(-900 / (4 * D * t)))) / (900 / (4 * D * t));
    expect(Math.abs(disc - average)).toBeLessThan((4 * average) / Math.sqrt(centre));
  });

  it('folds into the cleft', () => {
    expect(fold(5, 20)).toBe(5);
    expect(fold(-3, 20)).toBe(3);
    expect(fold(27, 20)).toBe(13);
    expect(fold(64, 20)).toBeCloseTo(16, 12);
    expect(fold(-43, 20)).toBeCloseTo(3, 12);
  });
});

describe('an absorbing edge', () => {
  it('gives the mean exit time R2/4D and the slowest decay R2/(5.783 D)', () => {
    const n = 6000;
    const dt = 0.25;
    const p = atOrigin(n);
    const space = createSpace({ ...FLAT, edge: 'absorbing' }, D, dt, null);
    const rng = createRng(3);
    let t = 0;
    let sum = 0;
    let squares = 0;
    const left: { t: number; count: number }[] = [];
    while (p.count > 0) {
      const gone = moveAll(space, p, rng, false);
      // Exits lie anywhere within the step.
      sum += gone * (t + dt / 2);
      squares += gone * (t + dt / 2) ** 2;
      t += dt;
      left.push({ t, count: p.count });
    }
    const mean = sum / n;
    const error = Math.sqrt((squares / n - mean * mean) / n);
    // glu.disc.exit 0.030303 ms.
    expect(Math.abs(mean - 30.303)).toBeLessThan(4 * error);
    // glu.disc.tau 0.0209594 ms: survival between 30 and 75 us, past the faster modes.
    const at = (time: number): number => left.find((entry) => entry.t >= time)?.count ?? 0;
    const tau = 45 / Math.log(at(30) / at(75));
    expect(Math.abs(tau / 20.9594 - 1)).toBeLessThan((4 * tau * Math.sqrt(1 / at(75) - 1 / at(30))) / 45);
  });
});

describe('cleft and ring', () => {
  const ring: Geometry = { cleftHeight: 20, contactRadius: 100, psdRadius: 80, edge: 'ring', ringGap: 30, ringHalfLength: 4000 };

  it('keeps an even distribution even at the mouth of the cleft, at any step', () => {
    for (const dt of [0.25, 2]) {
      // Fill the middle of the ring (far ends are out of reach) and the cleft with the same density.
      const rng = createRng(4);
      const p = createParticles(1000);
      const half = 800;
      const ringShare = Math.PI * (130 ** 2 - 100 ** 2) * (2 * half + 20);
      const total = 40_000;
      const inCleft = Math.round((total * cleftVolume(ring)) / (cleftVolume(ring) + ringShare));
      for (let i = 0; i < total; i++) {
        const angle = 2 * Math.PI * uniform(rng);
        const inside = i < inCleft;
        const r = inside ? 100 * Math.sqrt(uniform(rng)) : Math.sqrt(100 ** 2 + uniform(rng) * (130 ** 2 - 100 ** 2));
        const z = inside ? 20 * uniform(rng) : 10 + (2 * uniform(rng) - 1) * (half + 10);
        addParticle(p, r * Math.cos(angle), r * Math.sin(angle), z, inside ? 0 : 1);
      }
      const space = createSpace(ring, D, dt, normalTable());
      for (let k = 0; k < 40 / dt; k++) moveAll(space, p, rng, k % FAR_TURNS === 0);
      let cleft = 0;
      let edge = 0;
      for (let i = 0; i < p.count; i++) {
        if (p.region[i] !== CLEFT) continue;
        cleft += 1;
        if ((p.x[i] as number) ** 2 + (p.y[i] as number) ** 2 > 90 * 90) edge += 1;
      }
      // 40 us is three times what a molecule needs to cross the cleft; the far ends stay 4 spreads away.
      expect(Math.abs(cleft - inCleft)).toBeLessThan(4 * Math.sqrt(inCleft));
      expect(Math.abs(edge - 0.19 * inCleft)).toBeLessThan(4 * Math.sqrt(0.19 * inCleft));
    }
  });

  it('lets nobody through a wall', () => {
    const p = atOrigin(3000);
    const small = { ...ring, ringHalfLength: 300 };
    const space = createSpace(small, D, 1, normalTable());
    const rng = createRng(5);
    for (let k = 0; k < 200; k++) {
      moveAll(space, p, rng, k % FAR_TURNS === 0);
      for (let i = 0; i < p.count; i++) {
        const r = Math.sqrt((p.x[i] as number) ** 2 + (p.y[i] as number) ** 2);
        const z = p.z[i] as number;
        const inside =
          p.region[i] === CLEFT ? r <= 100 + 1e-9 && z >= 0 && z <= 20 : r >= 100 - 1e-6 && r <= 130 + 1e-6 && z > -300 && z < 320;
        if (!inside) throw new Error(`molecule at r ${r}, z ${z}, region ${p.region[i]}`);
      }
    }
    expect(p.count).toBeLessThan(3000);
    expect(ringVolume(small)).toBeGreaterThan(0);
  });
});
