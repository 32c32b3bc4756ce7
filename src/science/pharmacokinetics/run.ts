/** Runs a dose scenario in every drug model of the pack that applies to it, and says why the others do not. */
import type { PkModel, PkSystem } from '../../model/schema';
import { bandAcross } from './band';
import { runCourse } from './course';
import { doseStarts, milligrams } from './doses';
import { changes, sampleTimes } from './grid';
import { readScenario } from './read';
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

/** Whether a dose given in units, such as spray pairs, needs more of them than were ever studied. */
function tooLarge(system: PkSystem, { units }: PkSystem['waysIn'][number], scenario: DoseScenario): boolean {
  const valueOf = (id: string): number => system.quantities.find((quantity) => quantity.id === id)?.value ?? NaN;
  return units !== undefined && milligrams(scenario.amount, scenario.unit, scenario.weight_kg) > valueOf(units.mass) * valueOf(units.most);
}

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
  if (form === undefined || wayIn === undefined) return not('form');
  return tooLarge(system, wayIn, scenario) ? not('dose') : { system, form, wayIn };
}

/** Whether a scenario is one that `readScenario` gives: within its limits, so that the work is bounded. */
function isSound(scenario: DoseScenario): boolean {
  return readScenario(scenario).faults.length === 0;
}

/** End of a run in minutes when nobody says otherwise: a day after the last thing given. */
export function defaultEnd(scenario: DoseScenario): number {
  return isSound(scenario) ? Math.max(...changes(scenario, 0)) + AFTER_LAST : AFTER_LAST;
}

function endWithin(end_min: number | undefined, scenario: DoseScenario): number {
  return end_min !== undefined && Number.isFinite(end_min) ? Math.min(LONGEST, Math.max(1, end_min)) : defaultEnd(scenario);
}

/**
 * Runs a scenario in one model of the pack up to `end_min`. Never throws: a model that fails is excluded with the reason
 * 'solver', and no number that is not finite gets out.
 */
export function runModel(
  source: PkSource,
  modelId: string,
  scenario: DoseScenario,
  end_min?: number,
  times_min: readonly number[] = [],
): Course | Exclusion {
  const model = source.pkModels.find(({ id }) => id === modelId);
  if (model === undefined) return { model: modelId, reason: 'no curve' };
  if (!isSound(scenario)) return { model: modelId, reason: 'solver', note: 'the dose is outside what is accepted' };
  const found = applicable(model, scenario);
  if ('reason' in found) return found;
  try {
    const constants = constantsOf(source);
    const binding = bindingOf(source);
    if (binding === null) throw new Error('the pack has no record of how the drug binds');
    const end = endWithin(end_min, scenario);
    const hidden = scenario.route === 'iv-bolus' ? doseStarts(scenario).map((start) => [start, start + constants.hidden_min] as const) : [];
    const time_min = sampleTimes(scenario, end, constants.bolus_min, [...hidden.flat(), ...times_min]);
    return runCourse({ model, ...found, scenario, constants, binding, time_min, hidden });
  } catch (error) {
    return { model: modelId, reason: 'solver', note: error instanceof Error ? error.message : 'the model could not be run' };
  }
}

/** Puts the results of the models of one scenario together; all must have been run to the same end. */
export function gatherRun(scenario: DoseScenario, end_min: number, results: readonly (Course | Exclusion)[]): DoseRun {
  const courses = results.filter((result): result is Course => 'columns' in result);
  const excluded = results.filter((result): result is Exclusion => 'reason' in result);
  return { scenario, end_min, courses, excluded, band: bandAcross(courses) };
}

/** Runs a scenario in every model of the pack. Never throws. */
export function runDose(source: PkSource, scenario: DoseScenario, options: RunOptions = {}): DoseRun {
  const end_min = endWithin(options.end_min, scenario);
  const results = source.pkModels.map(({ id }) => runModel(source, id, scenario, end_min, options.times_min));
  return gatherRun(scenario, end_min, results);
}
