import { describe, expect, it } from 'vitest';
import { doseShort } from '../../../src/describe/dose-short';
import { dosePanel } from '../../../src/describe/messages/en/dose-panel';
import { levelCurve, levelsAt } from '../../../src/explorer/dose-curve';
import { runDose } from '../../../src/science/pharmacokinetics/run';
import { DEFAULT_SCENARIO, MOUSE_SCENARIO, type DoseScenario } from '../../../src/science/pharmacokinetics/scenario';
import { flagship } from './flagship';

const model = flagship();
const curve = (dose: Partial<DoseScenario>) => levelCurve(runDose(model, { ...DEFAULT_SCENARIO, ...dose }));

describe('the curve of a dose', () => {
  it('keeps its middle inside its band and peaks where the infusion ends', () => {
    const { stretches, peak, basis, relative } = curve({});
    const points = stretches.flat();
    expect(stretches).toHaveLength(1);
    expect(points.filter(({ low, median, high }) => low > median || median > high)).toEqual([]);
    expect(peak?.minutes).toBe(40);
    expect([basis, relative]).toEqual(['models', false]);
  });

  it('leaves out what just after an injection no model holds', () => {
    const run = runDose(model, { ...DEFAULT_SCENARIO, route: 'iv-bolus', amount: 2 });
    const hidden = run.band?.hidden[0];
    expect(hidden).toBeDefined();
    const points = levelCurve(run).stretches.flat();
    expect(points.filter(({ minutes }) => hidden !== undefined && minutes >= hidden[0] && minutes < hidden[1])).toEqual([]);
    expect(points.length).toBeGreaterThan(20);
  });

  it('has no numbers where only its shape may be shown, and says when it is made for teaching', () => {
    const run = runDose(model, MOUSE_SCENARIO);
    const { relative, teaching, peak } = levelCurve(run);
    expect(teaching).toBe(true);
    expect([relative, peak?.median.toFixed(6)]).toEqual([true, '1.000000']);
    expect(levelsAt(run, 15)).toBeNull();
    expect(levelCurve(null).peak).toBeNull();
  });
});

describe('a dose in a few words', () => {
  it('says amount, way, form and schedule', () => {
    const said = (dose: Partial<DoseScenario>) => doseShort({ ...DEFAULT_SCENARIO, ...dose }, dosePanel);
    expect(said({})).toBe('0.5 mg/kg over 40 min');
    expect(said({ form: 'S', route: 'intranasal', amount: 56, unit: 'mg', repeats: { count: 8, interval_h: 84 } })).toBe(
      '8 × S 56 mg nasal',
    );
    const steps = [{ start_min: 1, amount: 4.92, unit: 'mg/kg', minutes: 120 } as const];
    expect(said({ route: 'iv-bolus', amount: 2, steps })).toBe('2 mg/kg at once, then more');
    // Steps are infusions: a dose that is swallowed has none.
    expect(said({ route: 'oral', steps })).toBe('0.5 mg/kg swallowed');
  });
});
