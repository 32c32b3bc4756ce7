/** Which models apply, what the band spans, and what happens when a record cannot be run. */
import { describe, expect, it } from 'vitest';
import { PkSystem } from '../../../../src/model/schema/pk';
import { bandAcross, bandAt } from '../../../../src/science/pharmacokinetics/band';
import { freeKetamineAt } from '../../../../src/science/pharmacokinetics/couple';
import { defaultEnd, gatherRun, runDose, runModel } from '../../../../src/science/pharmacokinetics/run';
import { MOUSE_SCENARIO, type DoseScenario } from '../../../../src/science/pharmacokinetics/scenario';
import type { DoseRun } from '../../../../src/science/pharmacokinetics/types';
import { ketamine, model, scenario, source, SYSTEMS, withQuantity, withSystem } from './flagship';

const run = (changes: Partial<DoseScenario> = {}): DoseRun => runDose(source, scenario(changes));
const reasonOf = (made: DoseRun, id: string): string | undefined => made.excluded.find((each) => each.model === id)?.reason;
const ids = (made: DoseRun): string[] => made.courses.map((course) => course.model).sort();

describe('which models apply', () => {
  it('says of every model either its course or why there is none', () => {
    for (const route of ['iv-infusion', 'iv-bolus', 'im', 'intranasal', 'oral', 'oral-film', 'ip'] as const) {
      for (const form of ['racemate', 'S', 'R'] as const) {
        const made = run({ route, form });
        expect([...ids(made), ...made.excluded.map((each) => each.model)].sort()).toEqual(
          model.pkModels.map(({ id }): string => id).sort(),
        );
      }
    }
  });

  it('keeps the nasal model from veins, by its record', () => {
    const made = run({ form: 'S' });
    expect(reasonOf(made, 'perezRuixo2021')).toBe('unsuitable');
    expect(made.excluded.find((each) => each.model === 'perezRuixo2021')?.note).toMatch(/100–125 ng\/mL/);
  });

  it('tells route, form, species, choice and summaries apart', () => {
    expect(reasonOf(run({ route: 'intranasal', form: 'S' }), 'simons2022')).toBe('route');
    expect(reasonOf(run({ route: 'intranasal' }), 'perezRuixo2021')).toBe('form');
    expect(reasonOf(run({ route: 'intranasal', form: 'S', amount: 140, unit: 'mg' }), 'perezRuixo2021')).toBe('dose');
    expect(reasonOf(run(), 'mouseTeaching')).toBe('species');
    expect(reasonOf(run({ model: 'simons2022' }), 'ottoFanta')).toBe('not chosen');
    expect(reasonOf(run(), 'kamp2020metaSummary')).toBe('no curve');
    expect(ids(run({ model: 'simons2022' }))).toEqual(['simons2022']);
  });

  it('flags teaching constructions: whole models, and absorption that nobody measured', () => {
    const teaching = (made: DoseRun): string[] => made.courses.filter((course) => course.teaching).map((course) => course.model);
    expect(teaching(run())).toEqual(['compositeVenousTeaching']);
    expect(teaching(run({ route: 'im' })).sort()).toEqual(['compositeVenousTeaching', 'simons2022']);
    expect(run({ route: 'im' }).band?.teaching).toBe(true);
    expect(run().band?.teaching).toBe(false);
  });

  it('shows the mouse in relative units only, and couples nothing to it', () => {
    const made = runDose(source, MOUSE_SCENARIO);
    expect(ids(made)).toEqual(['mouseTeaching']);
    expect(made.band).toMatchObject({ relativeOnly: true, teaching: true });
    expect(freeKetamineAt(made, 10)).toBeNull();
  });

  it('has no band, and no error, where nothing applies', () => {
    const made = run({ route: 'intranasal' });
    expect(made).toMatchObject({ courses: [], band: null });
    expect(bandAt(made, 10)).toBeNull();
    expect(freeKetamineAt(made, 10)).toBeNull();
  });
});

describe('the band', () => {
  const made = run();

  it('spans the published models, leaves the teaching construction out, and holds every course', () => {
    const { band } = made;
    expect(band?.ngPerMl.ketamine?.models).toEqual(['simons2022', 'ottoFanta', 'clementsNimmo1981', 'domino1982', 'kampRefit2cpt']);
    for (const [k, time] of (band?.time_min ?? []).entries()) {
      const levels = made.courses.filter((course) => !course.teaching).map((course) => ketamine(course, time));
      expect(band?.ngPerMl.ketamine?.low[k]).toBe(Math.min(...levels));
      expect(band?.ngPerMl.ketamine?.high[k]).toBe(Math.max(...levels));
    }
  });

  it('takes its middle from estimates alone: a bound widens it and moves nothing', () => {
    const without = bandAcross(made.courses.filter((course) => course.use !== 'bounds'));
    const k = made.band?.time_min.indexOf(40) ?? -1;
    expect(made.band?.ngPerMl.ketamine?.median[k]).toBe(without?.ngPerMl.ketamine?.median[k]);
    expect(made.band?.ngPerMl.ketamine?.high[k]).toBeGreaterThan(without?.ngPerMl.ketamine?.high[k] ?? Infinity);
    // 158, 177, 240 and 289 ng/mL: the middle of an even number is the mean of the middle two.
    expect(made.band?.ngPerMl.ketamine?.median[k]).toBeCloseTo(208.8, 1);
  });

  it('is at any time what it is at its samples', () => {
    for (const k of [3, 40, 80, 120]) {
      const moment = bandAt(made, made.band?.time_min[k] ?? NaN);
      expect(moment?.ngPerMl.ketamine?.value).toBe(made.band?.ngPerMl.ketamine?.median[k]);
      expect(moment?.occupancy.high).toBe(made.band?.occupancy.high[k]);
      expect(moment?.free_uM.low).toBe(made.band?.free_uM.low[k]);
    }
  });

  it('of a model that stands alone is the scatter about it, never one exact curve', () => {
    const nasal = run({ route: 'intranasal', form: 'S', amount: 84, unit: 'mg' });
    const moment = bandAt(nasal, 44);
    expect(nasal.band?.ngPerMl.ketamine).toMatchObject({ basis: 'scatter', models: ['perezRuixo2021'] });
    expect((moment?.ngPerMl.ketamine?.low ?? 0) / (moment?.ngPerMl.ketamine?.value ?? NaN)).toBeCloseTo(0.759, 9);
    expect((moment?.ngPerMl.norketamine?.high ?? 0) / (moment?.ngPerMl.norketamine?.value ?? NaN)).toBeCloseTo(1.525, 9);
    const own = nasal.courses[0]?.at(44).occupancy;
    const odds = (share = NaN): number => share / (1 - share);
    expect(odds(moment?.occupancy.high) / odds(own?.high)).toBeCloseTo(1.318, 9);
    expect(made.band?.ngPerMl.ketamine?.basis).toBe('models');
    expect(made.band?.ngPerMl.hydroxynorketamine).toMatchObject({ basis: 'scatter', models: ['simons2022'] });
    expect(run({ model: 'domino1982' }).band?.ngPerMl.ketamine?.basis).toBe('one curve');
  });

  it('gives the synapse unbound drug: less than plasma, by the free fraction', () => {
    const free = freeKetamineAt(made, 40);
    const plasma = bandAt(made, 40)?.uM.ketamine;
    expect(free?.value).toBeCloseTo(0.55 * (plasma?.value ?? NaN), 12);
    expect(free?.low).toBeCloseTo(0.45 * (plasma?.low ?? NaN), 12);
    expect(free?.high).toBeCloseTo(0.7 * (plasma?.high ?? NaN), 12);
  });
});

describe('one model at a time', () => {
  it('adds up to the same run', () => {
    const asked = scenario({ route: 'iv-bolus', amount: 1 });
    const whole = runDose(source, asked);
    const parts = gatherRun(
      asked,
      defaultEnd(asked),
      model.pkModels.map(({ id }) => runModel(source, id, asked)),
    );
    expect(ids(parts)).toEqual(ids(whole));
    expect(parts.excluded).toEqual(whole.excluded);
    expect(parts.end_min).toBe(whole.end_min);
    expect(parts.band?.occupancy.median).toEqual(whole.band?.occupancy.median);
  });
});

describe('records that cannot be run', () => {
  it.each([
    ['a volume of zero', withQuantity('simons2022', 'V1', 0)],
    ['a clearance that is not finite', withQuantity('simons2022', 'CL', 1e308 * 10)],
    ['a negative rate', withQuantity('simons2022', 'kaFilm', -1)],
    ['a share above one', withQuantity('simons2022', 'fNK', 1.2)],
    ['a number that is text', withQuantity('simons2022', 'CL', 'fast')],
    [
      'a flow from nowhere',
      withSystem('simons2022', ({ flows }) => flows.push({ from: 'moon', to: 'central', by: 'rate', quantity: 'kaIm' })),
    ],
    [
      'a compartment without a way out',
      withSystem('simons2022', (system) => (system.flows = system.flows.filter((flow) => flow['from'] !== 'hydroxynorketamine1'))),
    ],
  ])('%s excludes the model with a reason and spoils nothing else', (_, broken) => {
    const made = runDose(broken, scenario());
    expect(reasonOf(made, 'simons2022')).toBe('solver');
    expect(made.excluded.find((each) => each.model === 'simons2022')?.note).not.toBe('');
    expect(made.courses.length).toBe(5);
    const numbers = [...(made.band?.occupancy.high ?? []), ...(made.band?.ngPerMl.ketamine?.low ?? [])];
    expect(numbers.every((value) => Number.isFinite(value))).toBe(true);
  });

  it.each([
    ['infinite', { minutes: Infinity }],
    ['not a number', { amount: NaN }],
    ['endless', { repeats: { count: 1e9, interval_h: 1 } }],
    ['negative', { weight_kg: -70 }],
  ])('an unread scenario that is %s runs nothing, at once', (_, changes) => {
    const made = run(changes);
    expect(made).toMatchObject({ courses: [], band: null });
    expect(reasonOf(made, 'simons2022')).toBe('solver');
  });

  it('names no number that no part of its model uses', () => {
    for (const { id, parameters } of model.pkModels.filter((each) => SYSTEMS.includes(each.id))) {
      const { quantities, ...rest } = PkSystem.parse(parameters['system']);
      const used = JSON.stringify(rest);
      expect(
        quantities.filter((quantity) => !used.includes(JSON.stringify(quantity.id))).map((quantity) => `${id} ${quantity.id}`),
      ).toEqual([]);
    }
  });

  it('runs nothing without the constants, and says so of every model', () => {
    const made = runDose({ pkModels: model.pkModels, parameters: [] }, scenario());
    expect(made.courses).toEqual([]);
    expect(reasonOf(made, 'simons2022')).toBe('solver');
    expect(runDose({ pkModels: [], parameters: [] }, scenario())).toMatchObject({ courses: [], excluded: [], band: null });
  });
});
