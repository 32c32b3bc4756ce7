/** Currents, voltage, Ca2+ and the rules that follow from Ca2+. */
import { describe, expect, it } from 'vitest';
import { unblockedByMagnesium } from '../../../../src/science/receptors/formulas';
import type { ReceptorGroup } from '../../../../src/science/synapse/config';
import {
  erf,
  graupnerBrunelSet,
  GRAUPNER_BRUNEL_SETS,
  shouvalEta,
  shouvalOmega,
  shouvalRule,
  shouvalStrength,
  strengthChange,
  timeAbovePairs,
  timeAboveTrace,
  transitionChances,
} from '../../../../src/science/synapse/plasticity';
import {
  commitPostsynapse,
  createPostsynapse,
  groupCurrent_pA,
  isMoving,
  readPostsynapse,
} from '../../../../src/science/synapse/postsynapse';
import { parameterLookup } from '../../../../src/science/parameters';
import { configure, source } from './helpers';

const NMDA: ReceptorGroup = {
  id: 'NMDA',
  kind: 'NMDA',
  count: 1,
  scheme: { id: 'X', states: ['C'], initial: { C: 1 }, conducting: [], transitions: [] },
  conductance_pS: 50,
  reversal_mV: 0,
  calciumFraction: 0.1,
};
const CALCIUM = { spineVolume_fL: 0.1, rest_uM: 0.07, kappa: 20, tau_ms: 12 };

describe('currents and Ca2+', () => {
  it('a steady current gives the published steady Ca2+', () => {
    const post = createPostsynapse([NMDA], { kind: 'clamped', v_mV: -60 }, CALCIUM);
    post.open[0] = 1;
    commitPostsynapse(post, 1e6);
    // ca.ss.free: 8.88369 uM.
    expect(post.calcium_uM - 0.07).toBeCloseTo(8.88369, 4);
    expect(groupCurrent_pA(NMDA, 1, -60)).toBeCloseTo(-3, 12);
    // ca.ss.mg: with the Jahr-Stevens factor for 1 mM Mg2+, 0.707376 uM.
    post.open[0] = unblockedByMagnesium(1, -60);
    commitPostsynapse(post, 2e6);
    expect(post.calcium_uM - 0.07).toBeCloseTo(0.707376, 4);
  });

  it('Ca2+ decays with its time constant and outward current brings none in', () => {
    const post = createPostsynapse([NMDA], { kind: 'clamped', v_mV: -60 }, CALCIUM);
    post.open[0] = 1;
    commitPostsynapse(post, 5000);
    const high = post.calcium_uM;
    post.open[0] = 0;
    commitPostsynapse(post, 17_000);
    expect((post.calcium_uM - 0.07) / (high - 0.07)).toBeCloseTo(Math.exp(-1), 12);
    const positive = createPostsynapse([NMDA], { kind: 'clamped', v_mV: 40 }, CALCIUM);
    positive.open[0] = 3;
    commitPostsynapse(positive, 5000);
    expect(positive.calcium_uM).toBeCloseTo(0.07, 12);
  });

  it('does not depend on how time is cut', () => {
    const make = (): ReturnType<typeof createPostsynapse> => {
      const post = createPostsynapse([NMDA], { kind: 'clamped', v_mV: -60 }, CALCIUM);
      post.open[0] = 2;
      return post;
    };
    const [whole, cut] = [make(), make()];
    commitPostsynapse(whole, 700);
    for (let t = 10; t <= 700; t += 10) commitPostsynapse(cut, t);
    expect(cut.calcium_uM).toBeCloseTo(whole.calcium_uM, 12);
    expect(readPostsynapse(make(), 700)).toEqual({ v_mV: whole.v_mV, calcium_uM: whole.calcium_uM });
  });

  it('a free spine head charges to the divider of its conductances with their time constant', () => {
    const post = createPostsynapse([NMDA], { kind: 'free', rest_mV: -65, resistance_MOhm: 200, capacitance_fF: 10 }, CALCIUM);
    post.open[0] = 4;
    // 200 pS against 5,000 pS: -65 x 5000/5200 mV; tau 10 fF / 5.2 nS = 1.923 us.
    const target = (-65 * 5000) / 5200;
    const tau = (10 / 5200) * 1000;
    expect(readPostsynapse(post, tau).v_mV).toBeCloseTo(target + (-65 - target) * Math.exp(-1), 9);
    expect(isMoving(post)).toBe(true);
    commitPostsynapse(post, 100);
    expect(post.v_mV).toBeCloseTo(target, 9);
    expect(isMoving(post)).toBe(false);
  });
});

describe('Graupner & Brunel 2012', () => {
  const lookup = parameterLookup(source.parameters);

  it('gives the strengths of the project targets for 60 pairs at 1 Hz', () => {
    const dp = graupnerBrunelSet(lookup, 'dp');
    const change = (dt: number): number => strengthChange(dp, timeAbovePairs(dp, dt, 1), 60);
    expect(Math.abs(change(-0.02) / 0.764342 - 1)).toBeLessThan(5e-3);
    expect(Math.abs(change(0.01) / 1.22137 - 1)).toBeLessThan(5e-3);
    expect(Math.abs(change(0.02) / 1.17221 - 1)).toBeLessThan(5e-3);
  });

  it('time above thresholds equals that of a simulated Ca2+ trace, for every set', () => {
    for (const name of GRAUPNER_BRUNEL_SETS) {
      const set = graupnerBrunelSet(lookup, name);
      const dt = 0.008;
      const step = 1e-5;
      const fade = Math.exp(-step / set.tauCa);
      const trace: number[] = [];
      let c = 0;
      for (let k = 0; k < 300_000; k++) {
        const t = k % 100_000;
        if (t === Math.round(set.delay / step)) c += set.cPre;
        if (t === Math.round(dt / step)) c += set.cPost;
        if (k >= 200_000) trace.push(c);
        c *= fade;
      }
      const simulated = timeAboveTrace(set, Float64Array.from(trace), 1);
      const exact = timeAbovePairs(set, dt, 1);
      expect(Math.abs(exact.depression - simulated.depression)).toBeLessThan(3e-5);
      expect(Math.abs(exact.potentiation - simulated.potentiation)).toBeLessThan(3e-5);
    }
  });

  it('does nothing below the thresholds, and a long stimulation forgets where it began', () => {
    const set = graupnerBrunelSet(lookup, 'hippocampalSlices');
    expect(transitionChances(set, { depression: 0, potentiation: 0 }, 60)).toEqual({ up: 0, down: 0 });
    expect(strengthChange(set, { depression: 0, potentiation: 0 }, 60)).toBe(1);
    const { up, down } = transitionChances(set, { depression: 0.3, potentiation: 0.1 }, 1e7);
    expect(up + down).toBeCloseTo(1, 10);
  });

  it('erf matches tables', () => {
    expect(erf(0.5)).toBeCloseTo(0.5204998778130465, 14);
    expect(erf(-1)).toBeCloseTo(-0.8427007929497149, 14);
    expect(erf(3.5)).toBeCloseTo(0.9999992569016276, 13);
    expect(erf(8)).toBe(1);
  });
});

describe('Shouval, Bear & Cooper 2002', () => {
  const rule = shouvalRule(parameterLookup(source.parameters));

  it('rests at 0.25, depresses between the thresholds and potentiates above', () => {
    expect(shouvalOmega(rule, 0)).toBeCloseTo(0.25, 6);
    expect(shouvalOmega(rule, 0.45)).toBeLessThan(0.01);
    expect(shouvalOmega(rule, 0.8)).toBeCloseTo(1, 6);
    // The paper sets P1 to P4 so that weights stay for about three hours at rest.
    expect(1 / shouvalEta(rule, 0) / 3600).toBeCloseTo(2.78, 1);
    expect(shouvalEta(rule, 1)).toBeCloseTo(1 / 1.1, 3);
  });

  it('relaxes towards Omega along a trace', () => {
    const time = Float64Array.from({ length: 2001 }, (_, k) => k * 10);
    const strong = time.map(() => 0.07 + 0.9);
    const end = shouvalStrength(rule, time, strong, 0.07, 0.25);
    const rate = shouvalEta(rule, 0.9);
    expect(end).toBeCloseTo(1 + (0.25 - 1) * Math.exp(-rate * 20), 6);
  });
});

describe('the pack', () => {
  it('gives a spine head of physical size by default', () => {
    const config = configure({ membrane: { free: true } });
    if (config.membrane.kind !== 'free') throw new Error('the voltage should be free');
    expect(config.membrane.capacitance_fF).toBeCloseTo(8.3, 10);
    expect(config.geometry.psdRadius).toBeCloseTo(148.2, 1);
  });
});
