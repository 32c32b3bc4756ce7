/** Runs a dose scenario in every drug model of the pack that applies to it, and says why the others do not. */
import type { PkModel, PkSystem } from '../../model/schema';
import { bandAcross } from './band';
import { runCourse } from './course';
import { doseStarts } from './doses';
import { changes, sampleTimes } from './grid';
import { bindingOf, constantsOf, systemOf } from './records';
import type { DoseScenario } from './scenario';
import type { Course, DoseRun, Exclusion, PkSource } from './types';

/** The run goes on this long after the last dose unless told otherwise, minutes. */
const AFTER_LAST = 24 * 60;
/** Longest run, minutes: a hundred doses a month apart and a day. */
const LONGEST = 100 * 720 * 60 + AFTER_LAST;

export interface RunOptions {
  /** End of the run in minutes after the first dose starts. */
  readonly end_min?: number;
  /** Further times at which to sample. */
  readonly times_min?: readonly number[];
}

type Applicable = { readonly system: PkSystem; readonly form: PkSystem['forms'][number]; readonly wayIn: PkSystem['waysIn'][number] };

/** Whether a drug model can be asked a scenario, decided by its record alone; an Exclusion says why not. */
export function applicable(model: PkModel, scenario: DoseScenario): Applicable | Exclusion {
  const not = (reason: Exclusion['reason'], note?: string): Exclusion => ({
    model: model.id,
    reason,
    ...(note === undefined ? {} : { note }),
  });
  const system = systemOf(model);
  if (system === null) return not('no curve');
  if (typeof system === 'string') return not('solver', system);
  if (model.species !== scenario.species) return not('species');
  if (scenario.model !== 'all' && scenario.model !== model.id) return not('not chosen');
  const unsuitable = system.unsuitable?.find(({ routes }) => routes.includes(scenario.route));
  if (unsuitable !== undefined) return not('unsuitable', unsuitable.because);
  const ways = system.waysIn.filter(({ routes }) => routes.includes(scenario.route));
  if (ways.length === 0) return not('route');
  const form = system.forms.find((each) => each.form === scenario.form);
  const wayIn = ways.find(({ forms }) => forms === undefined || forms.includes(scenario.form));
  return form === undefined || wayIn === undefined ? not('form') : { system, form, wayIn };
}

/**
 * Runs a scenario. Never throws: a model that fails is excluded with the reason 'solver', and no number that is not finite
 * gets out. Without a binding record or a constant the pack has nothing to run, and every model is excluded so.
 */
export function runDose(source: PkSource, scenario: DoseScenario, options: RunOptions = {}): DoseRun {
  const last = Math.max(...doseStarts(scenario));
  const asked = options.end_min ?? NaN;
  const courses: Course[] = [];
  const excluded: Exclusion[] = [];
  const failed = (model: string, error: unknown): Exclusion => ({
    model,
    reason: 'solver',
    note: error instanceof Error ? error.message : 'the model could not be run',
  });
  let end_min = Number.isFinite(asked) ? Math.min(LONGEST, Math.max(1, asked)) : last + AFTER_LAST;
  try {
    const constants = constantsOf(source);
    const binding = bindingOf(source);
    if (binding === null) throw new Error('the pack has no record of how the drug binds');
    const over = Math.max(...changes(scenario, constants.bolus_min));
    if (!Number.isFinite(asked)) end_min = Math.max(over, last) + AFTER_LAST;
    const hidden = scenario.route === 'iv-bolus' ? doseStarts(scenario).map((start) => [start, start + constants.hidden_min] as const) : [];
    const time_min = sampleTimes(scenario, end_min, constants.bolus_min, [...hidden.flat(), ...(options.times_min ?? [])]);
    for (const model of source.pkModels) {
      const found = applicable(model, scenario);
      if ('reason' in found) {
        excluded.push(found);
        continue;
      }
      try {
        courses.push(runCourse({ model, ...found, scenario, constants, binding, time_min, hidden }));
      } catch (error) {
        excluded.push(failed(model.id, error));
      }
    }
  } catch (error) {
    return { scenario, end_min, courses: [], excluded: source.pkModels.map((model) => failed(model.id, error)), band: null };
  }
  return { scenario, end_min, courses, excluded, band: bandAcross(courses) };
}
