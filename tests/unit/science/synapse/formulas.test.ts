import { describe, expect, it } from 'vitest';
import { discExitTime, planeConcentration, planePeak, planePeakTime, steadyCalciumRise } from '../../../../src/science/synapse/analytic';
import { planeResponse } from '../../../../src/science/synapse/plane-response';
import { calciumRule, erf, strengthAfterPairs, timeAbove } from '../../../../src/science/synapse/spike-pairs';
import { maximum } from '../../../../src/science/receptors/trace';
import { library, pack } from '../receptors/pack';

const source = { molecules: 3000, height_nm: 20, D_um2_per_ms: 0.33 };

describe('a point release into a plane', () => {
  it('keeps the number of molecules while it spreads', () => {
    for (const t of [0.001, 0.05, 1]) {
      const dr = Math.sqrt(0.33e6 * t) / 200;
      let molecules = 0;
      for (let r = dr / 2; r < 3000 * dr; r += dr)
        molecules += planeConcentration(source, r, t) * 6.02214076e-4 * 20 * 2 * Math.PI * r * dr;
      expect(molecules).toBeCloseTo(3000, 1);
    }
  });

  it('peaks where and when the formulas say', () => {
    const t = planePeakTime(0.33, 100);
    const peak = planePeak(source, 100);
    expect(planeConcentration(source, 100, t)).toBeCloseTo(peak, 10);
    for (const other of [0.9 * t, 1.1 * t]) expect(planeConcentration(source, 100, other)).toBeLessThan(peak);
    expect(planeConcentration(source, 100, 0)).toBe(0);
    expect(discExitTime(0.33, 200, 200)).toBe(0);
  });

  it('opens receptors in proportion to their number, fewer for faster diffusion', () => {
    const scheme = library.get('AMPA_JONAS93');
    const open = (receptors: number, D_um2_per_ms: number): number =>
      maximum(planeResponse({ source: { ...source, D_um2_per_ms }, scheme, receptors, disc_nm: 200, v_mV: -60, duration_ms: 5, rings: 12 }))
        .po;
    expect(open(80, 0.33) / open(20, 0.33)).toBeCloseTo(4, 9);
    expect(open(80, 0.2)).toBeGreaterThan(open(80, 0.33) * 1.2);
  });
});

describe('spine calcium', () => {
  const spine = {
    openChannels: 1,
    conductance_pS: 50,
    v_mV: -60,
    reversal_mV: 0,
    calciumFraction: 0.1,
    unblocked: 1,
    volume_fL: 0.1,
    bufferRatio: 20,
    tau_ms: 12,
  };

  it('balances influx and extrusion', () => {
    // 3 pA x 0.1 / (2 F) per second into 0.1 fL shared with the buffer, out with 12 ms.
    expect(steadyCalciumRise(spine)).toBeCloseTo(((3e-12 * 0.1) / (2 * 96485.33212) / (1e-16 * 21)) * 0.012 * 1e6, 9);
    expect(steadyCalciumRise({ ...spine, v_mV: 0 })).toBeCloseTo(0, 12);
  });
});

describe('pairs of spikes in the calcium rule', () => {
  const rule = calciumRule(pack.parameters, 'dp');

  it('time above a threshold is that of the calcium trace, step by step', () => {
    for (const delay_s of [-0.03, -0.004, 0.0137, 0.02]) {
      const pairs = { pairs: 60, frequency_Hz: 20, delay_s };
      const step = 1e-6;
      const period = 0.05;
      for (const threshold of [rule.thetaD, rule.thetaP]) {
        let above = 0;
        let calcium = 0;
        const at = (time: number): number => Math.round((((time % period) + period) % period) / step) % Math.round(period / step);
        const [pre, post] = [at(rule.D_s), at(delay_s)];
        for (let cycle = 0; cycle < 12; cycle++) {
          for (let k = 0; k < period / step; k++) {
            if (k === pre) calcium += rule.Cpre;
            if (k === post) calcium += rule.Cpost;
            if (cycle === 11 && calcium > threshold) above += step;
            calcium *= 1 - step / rule.tauCa_s;
          }
        }
        expect(timeAbove(rule, pairs, threshold)).toBeCloseTo(above / period, 3);
      }
    }
  });

  it('changes nothing when calcium never reaches a threshold, and has the sign of the timing', () => {
    const silent = { ...rule, Cpre: 0.1, Cpost: 0.1 };
    expect(strengthAfterPairs(silent, { pairs: 60, frequency_Hz: 1, delay_s: 0.01 })).toBe(1);
    expect(strengthAfterPairs(rule, { pairs: 60, frequency_Hz: 1, delay_s: 0.01 })).toBeGreaterThan(1.1);
    expect(strengthAfterPairs(rule, { pairs: 60, frequency_Hz: 1, delay_s: -0.02 })).toBeLessThan(0.9);
    expect(() => strengthAfterPairs(rule, { pairs: 0, frequency_Hz: 1, delay_s: 0 })).toThrow(RangeError);
    expect(() => calciumRule(pack.parameters, 'nowhere')).toThrow(/no Parameter/);
  });

  it('the error function has its known values', () => {
    const known: [number, number][] = [
      [0, 0],
      [0.5, 0.5204998778130465],
      [1, 0.8427007929497149],
      [2.9, 0.9999589021219005],
      [3.1, 0.9999883513426328],
      [7, 1],
    ];
    for (const [x, y] of known) {
      expect(erf(x)).toBeCloseTo(y, 13);
      expect(erf(-x)).toBeCloseTo(-y, 13);
    }
  });
});
