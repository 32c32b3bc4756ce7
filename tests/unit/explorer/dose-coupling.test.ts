import { describe, expect, it } from 'vitest';
import { LINK_BASELINE } from '../../../src/explorer/defaults';
import { effectOf, reduce } from '../../../src/explorer/actions';
import { referenceOf } from '../../../src/explorer/lookup';
import { readDose, tidyDose, writeDose } from '../../../src/explorer/dose';
import { benchesAt, freeAt } from '../../../src/explorer/dose-bench';
import { presetOf, presetsOf } from '../../../src/explorer/dose-presets';
import { failureOf, runEndOf, sliceRun } from '../../../src/explorer/dose-slices';
import type { ExplorerState } from '../../../src/explorer/state';
import { readScenario } from '../../../src/science/pharmacokinetics/read';
import { runDose } from '../../../src/science/pharmacokinetics/run';
import { DEFAULT_SCENARIO, type DoseScenario } from '../../../src/science/pharmacokinetics/scenario';
import type { DoseRun, PkSource } from '../../../src/science/pharmacokinetics/types';
import { flagship } from './flagship';

const model = flagship();
const presets = presetsOf(model);

function run(scenario: DoseScenario, source: PkSource = model): DoseRun {
  const slices = sliceRun(source, scenario);
  for (;;) {
    const done = slices.step();
    if (done !== null) return done;
  }
}

describe('a run in slices', () => {
  it.each(presets.map(({ id, dose }) => [id, dose] as const))('is the run in one piece: %s', (_, dose) => {
    const whole = runDose(model, dose, { end_min: runEndOf(dose) });
    const sliced = run(dose);
    expect(sliced.courses.map(({ model: id }) => id)).toEqual(whole.courses.map(({ model: id }) => id));
    expect(sliced.excluded).toEqual(whole.excluded);
    expect(sliced.band?.free_uM.median).toEqual(whole.band?.free_uM.median);
  });

  it('reaches the end of the score, so that no moment is told from an earlier one', () => {
    const free = freeAt(run(DEFAULT_SCENARIO), { basis: 'afterDose', seconds: 20 * 86_400 });
    expect(free?.value).toBeLessThan(1e-4);
    const month: DoseScenario = { ...DEFAULT_SCENARIO, repeats: { count: 2, interval_h: 720 } };
    expect(runEndOf(month)).toBeGreaterThan(720 * 60);
  });

  it('says what a solver said only where nothing is left to show', () => {
    expect(failureOf(run(DEFAULT_SCENARIO))).toBeNull();
    // Without its constants no model can be run.
    expect(failureOf(run(DEFAULT_SCENARIO, { pkModels: model.pkModels, parameters: [] }))).not.toBeNull();
    // That no model fits is no failure.
    expect(
      failureOf(
        run(DEFAULT_SCENARIO, { pkModels: model.pkModels.filter(({ species }) => species === 'mouse'), parameters: model.parameters }),
      ),
    ).toBeNull();
  });
});

describe('the bench at a dose’s level', () => {
  const at = (seconds: number, basis: 'afterDose' | 'afterSpike' = 'afterDose'): ExplorerState => ({
    ...LINK_BASELINE,
    when: { basis, seconds },
    against: { ...DEFAULT_SCENARIO, amount: 1 },
  });
  const a = run(DEFAULT_SCENARIO);
  const b = run({ ...DEFAULT_SCENARIO, amount: 1 });

  it('is higher at the end of an infusion than hours later, and higher for the larger dose', () => {
    const early = benchesAt(at(2_400), { a, b });
    const late = benchesAt(at(4 * 3_600), { a, b });
    expect(early.a.ketamine_uM).toBeGreaterThan(late.a.ketamine_uM);
    expect(early.b?.ketamine_uM).toBeGreaterThan(early.a.ketamine_uM);
    expect(early.a.mg_mM).toBe(LINK_BASELINE.bench.mg_mM);
  });

  it('stays as the reader left it where the dose has no time or no run', () => {
    expect(benchesAt(at(0.01, 'afterSpike'), { a, b })).toEqual({ a: LINK_BASELINE.bench, b: null });
    expect(benchesAt(at(2_400), { a: null, b: null })).toEqual({ a: LINK_BASELINE.bench, b: null });
  });

  it('is let go of by a concentration set by hand, and by nothing else', () => {
    const following: ExplorerState = { ...LINK_BASELINE, places: { ...LINK_BASELINE.places, follow: true } };
    const driven = reduce(following, { type: 'setBench', bench: { ketamine_uM: 0.4 }, driven: true }, model);
    expect([driven.bench.ketamine_uM, driven.places.follow]).toEqual([0.4, true]);
    expect(reduce(driven, { type: 'setBench', bench: { mg_mM: 0.5 } }, model).places.follow).toBe(true);
    expect(reduce(driven, { type: 'setBench', bench: { ketamine_uM: 3 } }, model).places.follow).toBe(false);
    expect(reduce(driven, { type: 'resetBench' }, model).places.follow).toBe(false);
    expect(effectOf({ type: 'setBench', bench: { ketamine_uM: 1 }, driven: true })).toBe('view');
  });
});

describe('doses from the literature', () => {
  it('are accepted as they stand, by the reader of files, by links and by the state', () => {
    expect(presets.length).toBeGreaterThan(10);
    for (const { dose } of presets) {
      expect(readScenario(dose)).toEqual({ scenario: dose, faults: [] });
      expect(readDose(writeDose(dose), DEFAULT_SCENARIO)).toEqual({ dose, faults: [] });
      expect(tidyDose(dose)).toEqual(dose);
    }
  });

  it('are known again, and a dose of one’s own is none of them', () => {
    for (const { id, dose } of presets) expect(presetOf({ ...dose, model: 'simons2022' }, presets)?.id).toBe(id);
    expect(presetOf({ ...DEFAULT_SCENARIO, amount: 0.7 }, presets)).toBeUndefined();
  });

  it('each name a source of the pack', () => {
    for (const { references } of presets) expect(references.filter((id) => referenceOf(model, id) === undefined)).toEqual([]);
  });
});
