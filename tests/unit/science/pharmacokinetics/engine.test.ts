/** Laws that any linear drug model obeys, whatever its numbers. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PkSystem } from '../../../../src/model/schema/pk';
import { inputsOf } from '../../../../src/science/pharmacokinetics/doses';
import type { DoseScenario } from '../../../../src/science/pharmacokinetics/scenario';
import { compileSystem } from '../../../../src/science/pharmacokinetics/system';
import { Trajectory } from '../../../../src/science/pharmacokinetics/trajectory';
import { ANALYTES } from '../../../../src/science/pharmacokinetics/types';
import { courseOf, ketamine, model, off, scenario } from './flagship';

const IV = ['simons2022', 'ottoFanta', 'clementsNimmo1981', 'domino1982', 'compositeVenousTeaching'] as const;
const NASAL = { route: 'intranasal', form: 'S', amount: 84, unit: 'mg' } as const;

function trajectoryOf(modelId: string, changes: Partial<DoseScenario>): { readonly trajectory: Trajectory; readonly given_mg: number } {
  const system = PkSystem.parse(model.pkModels.find(({ id }) => id === modelId)?.parameters['system']);
  const asked = scenario(changes);
  const wayIn = system.waysIn.find(({ routes }) => routes.includes(asked.route));
  if (wayIn === undefined) throw new Error('no way in');
  const compiled = compileSystem(system, asked.weight_kg);
  const given = inputsOf(asked, wayIn, compiled, 1);
  return { trajectory: new Trajectory(compiled, given.inputs), given_mg: given.mg };
}

const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);

describe('mass', () => {
  it.each(IV)('%s neither makes nor loses any', (id) => {
    const { trajectory, given_mg } = trajectoryOf(id, { repeats: { count: 5, interval_h: 7 } });
    for (const time of [0.5, 39, 41, 500, 1700, 20_000]) {
      const state = trajectory.state(time);
      expect(off(sum(state), sum(trajectory.given(time)))).toBeLessThan(1e-9);
      expect(Math.min(...state)).toBeGreaterThanOrEqual(0);
    }
    expect(off(sum(trajectory.given(20_000)), given_mg)).toBeLessThan(1e-12);
  });

  it('of a nasal dose is in the body or gone, apart from what the gut keeps', () => {
    const { trajectory, given_mg } = trajectoryOf('perezRuixo2021', NASAL);
    const entered = sum(trajectory.given(500));
    expect(off(sum(trajectory.state(500)), entered)).toBeLessThan(1e-9);
    // Of the swallowed share 36 % never enters: 1 - 0.64.
    const swallowed = (28 * (1 - 0.54) + 56 * (1 - 0.54 * 0.62)) * 0.36;
    expect(off(given_mg - entered, swallowed)).toBeLessThan(1e-9);
  });

  it('leaves in the end', () => {
    const { trajectory, given_mg } = trajectoryOf('simons2022', {});
    const state = trajectory.state(60 * 24 * 30);
    expect(off(state.at(-1) ?? 0, given_mg)).toBeLessThan(1e-9);
  });
});

describe('linearity', () => {
  it('is exact in the dose', () => {
    const dose = fc.double({ min: 0.01, max: 20, noNaN: true });
    const time = fc.double({ min: 3, max: 20_000, noNaN: true });
    fc.assert(
      fc.property(fc.constantFrom(...IV), dose, time, (id, factor, at) => {
        const one = courseOf(id, { amount: 1 }).at(at);
        const many = courseOf(id, { amount: factor }).at(at);
        for (const analyte of ANALYTES) {
          const expected = (one.levels[analyte]?.plasma_ngPerMl ?? 0) * factor;
          const found = many.levels[analyte]?.plasma_ngPerMl ?? 0;
          expect(Math.abs(found - expected)).toBeLessThanOrEqual(1e-9 * expected);
        }
      }),
      { numRuns: 25 },
    );
  });

  it.each([...IV])('doses of %s add up', (id) => {
    const step = { start_min: 300, amount: 1, unit: 'mg/kg', minutes: 15 } as const;
    const both = courseOf(id, { steps: [step] });
    const first = courseOf(id, {});
    const second = courseOf(id, { amount: 1, minutes: 15 });
    for (const time of [100, 305, 315, 400, 900]) {
      const expected = ketamine(first, time) + (time >= 300 ? ketamine(second, time - 300) : 0);
      expect(off(ketamine(both, time), expected)).toBeLessThan(1e-9);
    }
  });

  it('adds repeated doses, so that they pile up by what was left', () => {
    const once = courseOf('perezRuixo2021', NASAL);
    const daily = courseOf('perezRuixo2021', { ...NASAL, repeats: { count: 4, interval_h: 12 } });
    const at = 3 * 720 + 44;
    const expected = sum([0, 1, 2, 3].map((k) => ketamine(once, at - 720 * k)));
    expect(off(ketamine(daily, at), expected)).toBeLessThan(1e-9);
    expect(ketamine(daily, at)).toBeGreaterThan(ketamine(once, 44) * 1.05);
  });

  it('runs overlapping infusions at the sum of their rates', () => {
    const overlapping = courseOf('simons2022', { minutes: 60, amount: 0.6, repeats: { count: 2, interval_h: 0.5 } });
    const alone = courseOf('simons2022', { minutes: 60, amount: 0.6 });
    expect(off(ketamine(overlapping, 50), ketamine(alone, 50) + ketamine(alone, 20))).toBeLessThan(1e-9);
  });
});

describe('limits', () => {
  it.each(IV)('%s reaches rate over clearance in a long infusion', (id) => {
    const course = courseOf(id, { amount: 400, unit: 'mg', minutes: 1440, repeats: { count: 12, interval_h: 24 } });
    const expected = (400 / 24 / course.body.clearance_LPerH) * 1000;
    expect(off(ketamine(course, 12 * 1440), expected)).toBeLessThan(1e-6);
  });

  it.each(IV)('%s falls at the half-life of its slowest phase', (id) => {
    const course = courseOf(id);
    const half = (course.measures.ketamine?.halfLife.terminal_h ?? NaN) * 60;
    expect(off(ketamine(course, 8000 + half), ketamine(course, 8000) / 2)).toBeLessThan(1e-5);
  });

  it('has nothing before the dose and nothing after weeks', () => {
    const course = courseOf('simons2022');
    expect(ketamine(course, 0)).toBe(0);
    expect(ketamine(course, -5)).toBe(0);
    expect(ketamine(course, NaN)).toBe(0);
    expect(ketamine(course, 1e9)).toBe(0);
  });
});

describe('areas', () => {
  it.each([...IV, 'kampRefit2cpt'] as const)('of %s agree with a sum over the curve', (id) => {
    const course = courseOf(id);
    let total = 0;
    const step = 0.05;
    for (let time = 0; time < 200; time += step) {
      // Simpson's rule; the end of the infusion falls on a step.
      total += ((ketamine(course, time) + 4 * ketamine(course, time + step / 2) + ketamine(course, time + step)) * step) / 6;
    }
    expect(off(course.area('ketamine', 200), total / 60)).toBeLessThan(1e-6);
    expect(course.area('ketamine', 200)).toBeLessThan(course.measures.ketamine?.auc_ngHPerMl ?? 0);
    expect(course.measures.ketamine?.auc_ngHPerMl).toBeLessThan(course.measures.ketamine?.aucInfinity_ngHPerMl ?? 0);
  });

  it('give the clearance that the model was built with', () => {
    expect(courseOf('simons2022').body.clearance_LPerH).toBeCloseTo(88.8, 9);
    expect(courseOf('domino1982').body.clearance_LPerH).toBeCloseTo(0.063 * 70 * 0.4381 * 60, 9);
  });
});

describe('body weight', () => {
  it('scales clearance by the power 0.75 and volumes in proportion', () => {
    const light = courseOf('simons2022', { weight_kg: 50 }).body;
    const heavy = courseOf('simons2022', { weight_kg: 100 }).body;
    expect(off(heavy.clearance_LPerH / light.clearance_LPerH, 2 ** 0.75)).toBeLessThan(1e-9);
    expect(off(heavy.volume_L / light.volume_L, 2)).toBeLessThan(1e-9);
  });

  it('does not touch a model where weight was no covariate', () => {
    const [light, heavy] = [45, 130].map((weight_kg) => ketamine(courseOf('perezRuixo2021', { ...NASAL, weight_kg }), 60));
    expect(light).toBe(heavy);
  });

  it('leaves dose per kg and volume per kg in step', () => {
    const [light, heavy] = [50, 100].map((weight_kg) => ketamine(courseOf('clementsNimmo1981', { weight_kg }), 40));
    expect(off(light ?? 0, heavy ?? NaN)).toBeLessThan(1e-12);
  });
});

describe('samples and peaks', () => {
  it('are the same numbers as at any time asked for', () => {
    const course = courseOf('simons2022', { route: 'iv-bolus', amount: 1 });
    for (const [k, time] of course.time_min.entries()) {
      expect(course.columns.norketamine?.uM[k]).toBe(course.at(time).levels.norketamine?.plasma_uM);
      expect(course.occupancy.high[k]).toBe(course.at(time).occupancy.high);
    }
  });

  it('find the peak between samples', () => {
    const course = courseOf('perezRuixo2021', NASAL);
    const { cmax_ngPerMl = 0, tmax_min = 0 } = course.measures.ketamine ?? {};
    for (const shift of [-2, -0.5, 0.5, 2]) expect(ketamine(course, tmax_min + shift)).toBeLessThan(cmax_ngPerMl);
    expect(off(ketamine(course, tmax_min), cmax_ngPerMl)).toBeLessThan(1e-12);
  });

  it('hide the first two minutes after each injection, and take no peak from them', () => {
    const course = courseOf('simons2022', { route: 'iv-bolus', amount: 2, repeats: { count: 2, interval_h: 12 } });
    expect(course.hidden).toEqual([
      [0, 2],
      [720, 722],
    ]);
    expect([0, 1.9, 2, 721, 723].map((time) => course.at(time).hidden)).toEqual([true, true, false, true, false]);
    expect(course.measures.ketamine?.tmax_min).toBeGreaterThanOrEqual(2);
    expect(course.measures.ketamine?.cmax_ngPerMl).toBeLessThan(ketamine(course, 1));
  });

  it('tell each substance in its own mass and in the same number of molecules', () => {
    const { levels } = courseOf('simons2022').at(60);
    expect((levels.norketamine?.plasma_ngPerMl ?? 0) / (levels.norketamine?.plasma_uM ?? 0)).toBeCloseTo(223.7, 6);
    expect((levels.hydroxynorketamine?.plasma_ngPerMl ?? 0) / (levels.hydroxynorketamine?.plasma_uM ?? 0)).toBeCloseTo(239.7, 6);
  });
});
