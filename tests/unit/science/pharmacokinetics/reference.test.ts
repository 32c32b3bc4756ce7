/** The engine against an independent solver: other equations (typed by hand), other method, other language. */
import { describe, expect, it } from 'vitest';
import { readScenario } from '../../../../src/science/pharmacokinetics/read';
import { ANALYTES, type Analyte } from '../../../../src/science/pharmacokinetics/types';
import reference from '../../../reference/pk/reference.json';
import { courseOf, SYSTEMS, withQuantity } from './flagship';

interface Case {
  readonly name: string;
  readonly model: string;
  readonly scenario: object;
  readonly times_min: readonly number[];
  readonly ng_per_mL: Readonly<Partial<Record<Analyte, readonly number[]>>>;
}

const cases = reference.cases as readonly Case[];

/** Largest relative difference of a case; levels below a billionth of the peak are held to that billionth. */
function worst(each: Case, from?: Parameters<typeof courseOf>[2]): number {
  const { scenario, faults } = readScenario(each.scenario);
  expect(faults).toEqual([]);
  const course = courseOf(each.model, scenario, from);
  let found = 0;
  for (const analyte of ANALYTES) {
    const expected = each.ng_per_mL[analyte] ?? [];
    const floor = Math.max(0, ...expected) * 1e-9;
    for (const [k, value] of expected.entries()) {
      const level = course.at(each.times_min[k] ?? NaN).levels[analyte]?.plasma_ngPerMl ?? NaN;
      const difference = Math.abs(level - value) / Math.max(value, floor);
      found = difference > found || Number.isNaN(difference) ? difference : found;
    }
  }
  return found;
}

describe('against DOP853', () => {
  it.each(cases.map((each) => [`${each.model}: ${each.name}`, each] as const))('%s to 1e-6', (_, each) => {
    expect(worst(each)).toBeLessThan(1e-6);
  });

  it('covers every model of the pack that gives a curve', () => {
    expect([...new Set(cases.map((each) => each.model))].sort()).toEqual([...SYSTEMS].sort());
  });

  it('sees a constant that is off by one part in ten thousand', () => {
    const first = cases.find((each) => each.model === 'simons2022');
    if (first === undefined) throw new Error('no case');
    expect(worst(first, withQuantity('simons2022', 'MTTKN', 20.1 * 1.0001))).toBeGreaterThan(1e-6);
    expect(worst(first, withQuantity('simons2022', 'CL', 1.48 * 1.0001))).toBeGreaterThan(1e-6);
  });
});
