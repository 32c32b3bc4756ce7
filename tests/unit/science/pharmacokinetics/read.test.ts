/** Scenarios from links and files: everything that can be wrong is named, and something usable always comes out. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readScenario } from '../../../../src/science/pharmacokinetics/read';
import { runDose } from '../../../../src/science/pharmacokinetics/run';
import { DEFAULT_SCENARIO, DOSE_LIMITS, MOUSE_SCENARIO } from '../../../../src/science/pharmacokinetics/scenario';
import { scenario, source } from './flagship';

const faultsOf = (input: unknown): string[] => readScenario(input).faults.map(({ field, problem }) => `${field} ${problem.kind}`);

describe('readScenario', () => {
  it('takes what is given and fills in the rest', () => {
    const given = { form: 'S', route: 'intranasal', amount: 56, unit: 'mg', repeats: { count: 8, interval_h: 84 } };
    expect(readScenario(given)).toEqual({ scenario: { ...DEFAULT_SCENARIO, ...given }, faults: [] });
    expect(readScenario({})).toEqual({ scenario: DEFAULT_SCENARIO, faults: [] });
    expect(readScenario({ species: 'mouse' }).scenario).toEqual(MOUSE_SCENARIO);
  });

  it('gives back what it gave', () => {
    const first = readScenario({ species: 'mouse', amount: 30, steps: [] }).scenario;
    expect(readScenario(structuredClone(first))).toEqual({ scenario: first, faults: [] });
  });

  it.each([
    [{ weight_kg: -70 }, ['weight_kg range']],
    [{ weight_kg: NaN }, ['weight_kg range']],
    [{ amount: 1e7, unit: 'mg', minutes: 1 }, ['amount range']],
    [{ amount: 2000, unit: 'mg', minutes: 1 }, ['amount speed']],
    [{ amount: '0.5' }, ['amount range']],
    [{ unit: 'g' }, ['unit choice']],
    [{ unit: 'mg' }, ['amount range']],
    [{ minutes: 0 }, ['minutes range']],
    [{ minutes: Infinity }, ['minutes range']],
    [{ repeats: { count: 10_000, interval_h: 1 } }, ['repeats.count range']],
    [{ repeats: { count: 2.5 } }, ['repeats.count range']],
    [{ repeats: 4 }, ['repeats shape']],
    [{ route: 'rectal' }, ['route choice']],
    [{ form: 'T', drug: 'esketamine' }, ['drug choice', 'form choice']],
    [{ species: 'whale' }, ['species choice']],
    [{ model: 7 }, ['model choice']],
    [{ steps: 'many' }, ['steps shape']],
    [{ steps: Array.from({ length: 21 }, () => ({})) }, ['steps length']],
    [{ colour: 'red' }, ['colour unknown']],
    [null, [' shape']],
    [[1], [' shape']],
  ])('%j is refused in part', (input, expected) => {
    expect(faultsOf(input)).toEqual(expected);
  });

  it('keeps amount and unit together when one of them cannot be used', () => {
    const kept = scenario({ amount: 28, unit: 'mg', route: 'intranasal', form: 'S' });
    const { scenario: read, faults } = readScenario({ amount: -1, unit: 'mg/kg' }, kept);
    expect(read).toMatchObject({ amount: 28, unit: 'mg' });
    expect(faults[0]?.kept).toBe('28 mg');
  });

  it('leaves out a step that cannot be used and keeps the others', () => {
    const good = { start_min: 40, amount: 10, unit: 'mg', minutes: 20 };
    const { scenario: read, faults } = readScenario({ steps: [good, { ...good, amount: 1e9 }, 3] });
    expect(read.steps).toEqual([good]);
    expect(faults.map(({ field }) => field)).toEqual([
      'steps[1].amount',
      'steps[2].start_min',
      'steps[2].amount',
      'steps[2].unit',
      'steps[2].minutes',
    ]);
  });

  it('takes the name of a model only when the pack has it, if told which there are', () => {
    expect(readScenario({ model: 'simons2022' }, DEFAULT_SCENARIO, ['simons2022']).faults).toEqual([]);
    expect(readScenario({ model: 'simon' }, DEFAULT_SCENARIO, ['simons2022'])).toMatchObject({
      scenario: { model: 'all' },
      faults: [{ field: 'model' }],
    });
  });

  it('never throws, and what it gives is within its limits and can be read again without a fault', () => {
    const field = fc.constantFrom(
      'drug',
      'form',
      'route',
      'species',
      'amount',
      'unit',
      'minutes',
      'weight_kg',
      'repeats',
      'model',
      'steps',
      '__proto__',
    );
    const value = fc.oneof(fc.anything(), fc.double(), fc.constantFrom('mg', 'mg/kg', 'mouse', 'human', 'iv-bolus', 'S'));
    fc.assert(
      fc.property(fc.oneof(fc.dictionary(field, value), fc.anything()), (input) => {
        const { scenario: read } = readScenario(input);
        const { low, high } = DOSE_LIMITS.amount[read.species][read.unit];
        expect(read.amount >= low && read.amount <= high).toBe(true);
        expect(Number.isInteger(read.repeats.count) && read.repeats.count <= DOSE_LIMITS.count.high).toBe(true);
        expect(readScenario(structuredClone(read)).faults).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('bounds the work of the heaviest scenario that it accepts', () => {
    const steps = Array.from({ length: 20 }, (_, k) => ({ start_min: 30 * k, amount: 1, unit: 'mg/kg', minutes: 17 }));
    const tooMuch = readScenario({ steps, repeats: { count: 100, interval_h: 720 } });
    expect(tooMuch.faults).toMatchObject([{ field: 'steps', problem: { kind: 'length', high: 1 }, kept: '0' }]);
    const heavy = readScenario({ steps, repeats: { count: 10, interval_h: 720 } });
    expect(heavy.faults).toEqual([]);
    const run = runDose(source, heavy.scenario);
    expect(run.courses.length).toBeGreaterThan(3);
    expect(run.band?.time_min.length).toBeLessThan(1600);
    expect(run.excluded.filter(({ reason }) => reason === 'solver')).toEqual([]);
  });
});
