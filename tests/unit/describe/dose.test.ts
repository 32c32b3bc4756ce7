/** Doses in words: a reader must be able to tell measured from modelled from made for teaching. */
import { describe, expect, it } from 'vitest';
import { describeScenario, exclusionSentence, faultSentence } from '../../../src/describe/dose';
import { areaWords } from '../../../src/describe/messages';
import { dose } from '../../../src/describe/messages/en/dose';
import { readScenario } from '../../../src/science/pharmacokinetics/read';
import { runDose } from '../../../src/science/pharmacokinetics/run';
import { DEFAULT_SCENARIO, MOUSE_SCENARIO, type DoseScenario } from '../../../src/science/pharmacokinetics/scenario';
import { flagship } from '../content/survey';

const model = flagship();
const words = areaWords(dose, 'en');
const nameOf = (id: string): string => model.pkModels.find((each) => each.id === id)?.name ?? id;
const told = (changes: Partial<DoseScenario>): string =>
  describeScenario(runDose(model, { ...DEFAULT_SCENARIO, ...changes }), words, nameOf);

describe('describeScenario', () => {
  it('says what is simulated, by which models, and what is modelled', () => {
    const text = told({});
    expect(text).toMatch(/^Simulated: 0\.5 mg\/kg racemic ketamine, infusion into a vein over 40 min, in a person of 70 kg, once\./);
    expect(text).toMatch(/4 published models describe it: Simons 2022, Otto 2021 with Fanta 2015, /);
    expect(text).toMatch(/spread of models, not of people/);
    expect(text).toMatch(/Composite of venous values \(for teaching\) is a construction for teaching and stands outside the band/);
    expect(text).toMatch(/Computed peak of ketamine: 158 to 292 ng\/mL, 40 min after/);
    expect(text).toMatch(/The band of hydroxynorketamine is the scatter of measured levels about one model/);
    expect(text).toMatch(/binding curve from rats/);
    expect(text).toMatch(/It is no advice on any dose\.$/);
  });

  it('says when the curve is a construction for teaching, and when mirror images are taken as alike', () => {
    expect(told({ route: 'im' })).toMatch(
      /The curve is a construction for teaching, not a published model for this route: Simons 2022, Composite/,
    );
    expect(told({ form: 'S', model: 'clementsNimmo1981' })).toMatch(/as if both mirror images behaved alike/);
    expect(told({ form: 'S', route: 'intranasal', amount: 28, unit: 'mg' })).not.toMatch(/mirror images/);
  });

  it('gives no concentrations of a mouse', () => {
    const text = describeScenario(runDose(model, MOUSE_SCENARIO), words, nameOf);
    expect(text).toMatch(/in a mouse of 25 g/);
    expect(text).toMatch(/Only the shape/);
    expect(text).not.toMatch(/ng\/mL|occupancy of NMDA receptor channels is/);
  });

  it('says what the band of a model that stands alone is', () => {
    const text = told({ form: 'S', route: 'intranasal', amount: 56, unit: 'mg' });
    expect(text).toMatch(/One model is one description/);
    expect(text).toMatch(/Its band is the scatter of measured levels about the model/);
  });

  it('says so when nothing applies, when doses repeat, and when the first minutes are hidden', () => {
    expect(told({ route: 'intranasal' })).toMatch(/No model of the pack can be run/);
    expect(told({ repeats: { count: 8, interval_h: 84 } })).toMatch(/8 times, 84 h apart/);
    expect(told({ route: 'iv-bolus' })).toMatch(/first two minutes/);
    expect(told({ steps: [{ start_min: 60, amount: 10, unit: 'mg', minutes: 30 }] })).toMatch(/One further infusion/);
  });

  it('is worded in every locale', () => {
    const text = describeScenario(runDose(model, DEFAULT_SCENARIO), areaWords(dose, 'qps-long'), nameOf);
    expect(text.length).toBeGreaterThan(told({}).length * 1.3);
  });
});

describe('exclusionSentence', () => {
  it('has a sentence for every model of every route', () => {
    for (const route of ['iv-infusion', 'im', 'intranasal', 'oral', 'ip'] as const) {
      for (const exclusion of runDose(model, { ...DEFAULT_SCENARIO, route }).excluded) {
        const sentence = exclusionSentence(exclusion, nameOf(exclusion.model), words);
        expect(sentence.startsWith(`${nameOf(exclusion.model)}: `) && sentence.endsWith('.')).toBe(true);
        expect(sentence).not.toMatch(/undefined| {2}/);
      }
    }
  });
});

describe('faultSentence', () => {
  const sentences = (input: unknown): string[] => readScenario(input).faults.map((fault) => faultSentence(fault, words));

  it('names the field, what it accepts and what was kept', () => {
    expect(sentences({ weight_kg: -70 })).toEqual(['weight_kg was -70; it accepts 30 to 200 kg. Kept: 70 kg.']);
    expect(sentences({ repeats: { count: 1e4 } })).toEqual([
      'repeats.count was 10000; it accepts whole numbers from 1 to 100 doses. Kept: 1.',
    ]);
    expect(sentences({ form: 7 })).toEqual(['form was 7; it accepts racemate, S, R. Kept: racemate.']);
    expect(sentences({ amount: NaN })[0]).toMatch(/amount was NaN; it accepts 0\.001 to 20 mg\/kg\. Kept: 0\.5 mg\/kg\./);
    expect(sentences({ colour: 1 })).toEqual(['colour is not a field of a dose. It was left out.']);
    expect(sentences({ steps: [{ start_min: 0, amount: -1, unit: 'mg', minutes: 3 }] })[0]).toMatch(/This infusion was left out\.$/);
    expect(sentences('x')).toEqual(['The dose must be an object with named values.']);
  });
});
