import { describe, expect, it } from 'vitest';
import { compileScheme } from '../../../../src/science/receptors/compile';
import { halfActivation, halfInhibition } from '../../../../src/science/receptors/dose-response';
import { exponentialTau, twoExponentials } from '../../../../src/science/receptors/fit';
import { evaluate, parseMeasure } from '../../../../src/science/receptors/measures';
import { type Protocol, respond } from '../../../../src/science/receptors/protocol';
import { crossing, integral, maximum, poAt, samplePo } from '../../../../src/science/receptors/trace';
import { library, medium, threeState, twoState } from './pack';

/** Opens at 3 per ms while the ligand is there, closes at 2 per ms. */
const gate = compileScheme({
  ...twoState(1, 1),
  transitions: [
    { from: 'C', to: 'O', rate: 3, unit: 'per_mM_ms', ligand: 'glu' },
    { from: 'O', to: 'C', rate: 2, unit: 'per_ms' },
  ],
});
const pulse: Protocol = {
  start: 'initial',
  segments: [
    { ms: 1, conditions: medium(0, { glu: 1 }) },
    { ms: 9, conditions: medium(0, {}) },
  ],
};
const PEAK = 0.6 * (1 - Math.exp(-5));

function measured(text: string, protocol = pulse): number {
  const measure = parseMeasure(text);
  if (measure === undefined) throw new Error(`no measure ${text}`);
  return evaluate(gate, protocol, measure);
}

describe('measures of a response with a closed form', () => {
  it.each<[string, number]>([
    ['peakPo', PEAK],
    ['timeOfPeak_ms', 1],
    ['rise1090_ms', (Math.log(1 - 0.1 * (1 - Math.exp(-5))) - Math.log(1 - 0.9 * (1 - Math.exp(-5)))) / 5],
    ['decayTo1e_ms', 0.5],
    ['decayTo10percent_ms', Math.log(10) / 2],
    ['singleExpTau_95to5_ms', 0.5],
    ['singleExpTau_80to20_ms', 0.5],
    ['singleExpPlusConstTau_peakTo+4_ms', 0.5],
    ['anchoredExpTau_peakTo10percent_ms', 0.5],
    ['weightedDecay_ms', 0.5 * (1 - Math.exp(-18))],
    ['PoAt:0.3', 0.6 * (1 - Math.exp(-1.5))],
    ['PoAt:2', PEAK * Math.exp(-2)],
    ['integralPoOverPeak_ms', (0.6 * (1 - (1 - Math.exp(-5)) / 5)) / PEAK + 0.5 * (1 - Math.exp(-18))],
    ['peakRatio:[3,4]/[0,2]', Math.exp(-4)],
    ['steadyPo', 0],
    ['sumOf:O(end)/sumOf:C(start)', PEAK * Math.exp(-18)],
    ['sumOf:C(start)', 1],
  ])('%s', (text, value) => {
    expect(measured(text)).toBeCloseTo(value, 8);
  });

  it('time to 63 % of the way to the end', () => {
    const protocol: Protocol = { start: 'initial', segments: [{ ms: 50, conditions: medium(0, { glu: 1 }) }] };
    expect(measured('timeTo63percent_ms', protocol)).toBeCloseTo(0.2, 7);
    expect(measured('steadyPo', { ...protocol, segments: [{ ms: Infinity, conditions: medium(0, { glu: 1 }) }] })).toBeCloseTo(0.6, 14);
  });

  it('starts where it is told to', () => {
    const from = (start: Protocol['start']): number => measured('PoAt:0.5', { start, segments: [{ ms: 1, conditions: medium(0, {}) }] });
    expect(from({ equilibrate: { ms: Infinity, conditions: medium(0, { glu: 1 }) } })).toBeCloseTo(0.6 * Math.exp(-1), 10);
    expect(from({ occupancy: Float64Array.of(0.2, 0.8) })).toBeCloseTo(0.8 * Math.exp(-1), 10);
    expect(from({ equilibrate: { ms: 0.1, conditions: medium(0, { glu: 1 }) } })).toBeCloseTo(
      0.6 * (1 - Math.exp(-0.5)) * Math.exp(-1),
      10,
    );
  });

  it('says why when there is no value', () => {
    const silent: Protocol = { start: 'initial', segments: [{ ms: 5, conditions: medium(0, {}) }] };
    expect(() => measured('rise1090_ms', silent)).toThrow(/zero throughout/);
    expect(() => measured('timeTo63percent_ms', silent)).toThrow(/same at the start and at the end/);
    expect(() => measured('decayTo1e_ms', { start: 'initial', segments: [{ ms: 3, conditions: medium(0, { glu: 1 }) }] })).toThrow(
      /never reaches/,
    );
    expect(() => measured('PoAt:99')).toThrow(/lies outside/);
    expect(() => measured('sumOf:_K(end)/sumOf:_K(start)')).toThrow(/No state/);
    expect(() => measured('peakPo', { start: 'initial', segments: [] })).toThrow(/no segments/);
    expect(() => measured('peakPo', { start: 'initial', segments: [{ ms: Infinity, conditions: medium(0, {}) }] })).toThrow(
      /finite length/,
    );
  });

  it('knows a measure by its whole text only', () => {
    for (const text of ['peak', 'PoAt:', 'PoAt:x', 'peakRatio:[1,2]', 'sumOf:_K(end)/sumOf:_M', ' peakPo', 'toString']) {
      expect(parseMeasure(text)).toBeUndefined();
    }
  });
});

describe('traces', () => {
  it('find a maximum between samples and every crossing', () => {
    const scheme = library.get('AMPA_JONAS93');
    const trace = respond(scheme, { start: 'initial', segments: [{ ms: 100, conditions: medium(-60, { glu: 1 }) }] });
    const peak = maximum(trace);
    let best = 0;
    for (let t = 1; t < 3; t += 1e-4) best = Math.max(best, poAt(trace, t));
    expect(peak.po).toBeGreaterThanOrEqual(best);
    expect(peak.po - best).toBeLessThan(1e-8);
    const half = crossing(trace, peak.po / 2) ?? NaN;
    expect(poAt(trace, half)).toBeCloseTo(peak.po / 2, 12);
    expect(crossing(trace, peak.po / 2, peak.time) ?? 0).toBeGreaterThan(peak.time);
    expect(crossing(trace, 2)).toBeUndefined();
    const times = [0, 0.5, 3, 100];
    samplePo(trace, times).forEach((po, k) => expect(po).toBeCloseTo(poAt(trace, times[k] ?? NaN), 13));
    expect(
      integral(trace, 40) + integral(respond(scheme, { start: 'initial', segments: [{ ms: 40, conditions: medium(-60, { glu: 1 }) }] })),
    ).toBeCloseTo(integral(trace), 5);
  });
});

describe('fits', () => {
  const samples = (f: (t: number) => number): Float64Array => Float64Array.from({ length: 1001 }, (_, i) => f(i * 0.01));

  it('recover their own curves', () => {
    expect(
      exponentialTau(
        samples((t) => 3 * Math.exp(-t / 1.7)),
        0.01,
        'free',
      ),
    ).toBeCloseTo(1.7, 6);
    expect(
      exponentialTau(
        samples((t) => 3 * Math.exp(-t / 1.7) - 2),
        0.01,
        'plusConstant',
      ),
    ).toBeCloseTo(1.7, 5);
    const two = twoExponentials(
      samples((t) => 1 - 0.7 * Math.exp(-t / 0.2) - 0.3 * Math.exp(-t / 2.5)),
      0.01,
    );
    expect(two.fast_ms).toBeCloseTo(0.2, 3);
    expect(two.slow_ms).toBeCloseTo(2.5, 2);
    expect(two.fastShare).toBeCloseTo(0.7, 3);
  });

  it('refuse what is no decay', () => {
    expect(() => exponentialTau(samples(() => 0.5).slice(0, 3), 0.01, 'free')).toThrow(RangeError);
    expect(() =>
      twoExponentials(
        samples(() => 0.5),
        0.01,
      ),
    ).toThrow(RangeError);
  });
});

describe('dose and response', () => {
  it('half activation of a binding site is its dissociation constant', () => {
    const scheme = compileScheme(threeState(5, 2, 1e-9, 1));
    const ec50 = halfActivation(scheme, {
      ligand: 'glu',
      measure: { kind: 'steadyPo' },
      step_ms: 1,
      saturating_mM: 1e6,
      conditions: medium(0, {}),
    });
    expect(ec50).toBeCloseTo(0.4, 5);
  });

  it('refuses a ligand that does not inhibit', () => {
    expect(() => halfInhibition(gate, 'glu', medium(0, {}))).toThrow(/no open probability/i);
    expect(() => halfInhibition(library.get('NMDA_2A_MGKET'), 'glu', medium(-60, { glu: 1 }))).toThrow(RangeError);
    expect(() => halfInhibition(library.get('NMDA_LJ92'), 'ket', medium(-60, { glu: 1 }))).toThrow(/never halves/);
  });
});
