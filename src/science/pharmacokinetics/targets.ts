/**
 * Published levels against the drug models. Every comparison that can be made is shown. What it means is decided by rules
 * over the records, never by name:
 *
 * - A model that is a bound or a construction for teaching, or whose blood was drawn elsewhere than the target's, is shown
 *   beside the target and not counted.
 * - Inside the range: passed.
 * - Outside the range of a target from the model's own papers: failed, for the engine then does not do what the paper says.
 * - Outside the range of a target from other papers: the literature differs. It is counted apart, not as a failure.
 */
import type { PkTarget } from '../../model/schema';
import { PkQuestion } from '../../model/schema/pk';
import { systemOf } from './records';
import { readScenario } from './read';
import { runDose } from './run';
import type { Course, DoseRun, Exclusion, PkSource } from './types';

export type TargetVerdict = 'passed' | 'failed' | 'literature difference' | 'other sampling site' | 'bound' | 'teaching' | 'not simulable';

export interface TargetRow {
  readonly target: string;
  /** Which question of the target; empty where it has one. */
  readonly label: string;
  readonly measure: string;
  /** The model; empty where no model can be asked. */
  readonly model: string;
  /** Computed value in `unit`; null where there is none. */
  readonly computed: number | null;
  readonly value: number | null;
  readonly range: readonly [number, number] | null;
  readonly unit: string;
  readonly verdict: TargetVerdict;
  /** Why it cannot be simulated, or what the record says of the question. */
  readonly note: string;
}

/** Every target asked of every model of the pack. Never throws; what cannot be asked says why. */
export function compareTargets(source: PkSource, targets: readonly PkTarget[]): TargetRow[] {
  return targets.flatMap((target) => {
    const questions = target.questions ?? [];
    if (questions.length === 0) return [unasked(target, '', 'nothing in the models answers to it')];
    return questions.flatMap((raw) => {
      const parsed = PkQuestion.safeParse(raw);
      return parsed.success ? rowsOf(source, target, parsed.data) : [unasked(target, '', 'the question cannot be read')];
    });
  });
}

function unasked(target: PkTarget, label: string, note: string): TargetRow {
  const { id, value, unit, range } = target;
  return { target: id, label, measure: '', model: '', computed: null, value, range: range ?? null, unit, verdict: 'not simulable', note };
}

function rowsOf(source: PkSource, target: PkTarget, question: PkQuestion): TargetRow[] {
  const { scenario, faults } = readScenario(question.scenario);
  const label = question.label ?? '';
  if (faults.length > 0) return [unasked(target, label, `the scenario cannot be read: ${faults.map(({ field }) => field).join(', ')}`)];
  const run = runDose(source, scenario, { times_min: question.at_min === undefined ? [] : [question.at_min] });
  const own = question.unit !== undefined;
  const unit = question.unit ?? target.unit;
  const value = question.value ?? (own ? null : target.value);
  const range = question.range ?? (own ? undefined : target.range) ?? null;
  const rows = run.courses.flatMap((course): TargetRow[] => {
    const computed = answer(course, run, question, unit);
    if (computed === null) return [];
    const verdict = verdictOf(source, target, question, course, computed, range);
    return [
      {
        target: target.id,
        label,
        measure: question.measure,
        model: course.model,
        computed,
        value,
        range,
        unit,
        verdict,
        note: question.note ?? '',
      },
    ];
  });
  if (rows.length > 0) return rows;
  return [{ ...unasked(target, label, reasons(run.excluded)), measure: question.measure, value, range, unit }];
}

/** Why the models that could be run were not, in a few words; the ones of another species aside. */
function reasons(excluded: readonly Exclusion[]): string {
  const asked = excluded.filter(({ reason }) => reason !== 'no curve' && reason !== 'species');
  return asked.length === 0 ? 'no model of this species follows it' : asked.map(({ model, reason }) => `${model}: ${reason}`).join(', ');
}

/** The number asked for, in `unit`; null where the model does not follow the analyte or the unit does not fit. */
function answer(course: Course, run: DoseRun, question: PkQuestion, unit: string): number | null {
  const measures = course.measures[question.analyte];
  if (measures === undefined) return null;
  const { body } = course;
  const inUnit = (ngPerMl: number, uM: number): number | null => (unit === 'ng/mL' ? ngPerMl : unit === 'umol/L' ? uM : null);
  switch (question.measure) {
    case 'cmax':
      return inUnit(measures.cmax_ngPerMl, measures.cmax_uM);
    case 'tmax':
      return measures.tmax_min;
    case 'tmaxAfterLast':
      return measures.tmax_min - body.lastGiven_min;
    case 'concentration': {
      const level = course.at(question.at_min ?? run.end_min).levels[question.analyte];
      return level === undefined ? null : inUnit(level.plasma_ngPerMl, level.plasma_uM);
    }
    case 'steadyState': {
      // A dose D over time T at a constant rate for ever gives D / T / CL, which is the area of one such dose over T.
      const factor = measures.cmax_uM / measures.cmax_ngPerMl;
      const level = measures.aucInfinity_ngHPerMl / (run.scenario.minutes / 60);
      return inUnit(level, level * factor);
    }
    case 'auc':
      return question.at_min === undefined ? measures.aucInfinity_ngHPerMl : course.area(question.analyte, question.at_min);
    case 'halfLife':
      return unit === 'min' ? measures.halfLife.terminal_h * 60 : measures.halfLife.terminal_h;
    case 'clearance':
      return body.clearance_LPerH;
    case 'volume':
      return body.volume_L;
    case 'bioavailability':
      return body.bioavailability;
  }
}

function verdictOf(
  source: PkSource,
  target: PkTarget,
  question: PkQuestion,
  course: Course,
  computed: number,
  range: readonly [number, number] | null,
): TargetVerdict {
  if (course.teaching) return 'teaching';
  if (course.use === 'bounds') return 'bound';
  const model = source.pkModels.find(({ id }) => id === course.model);
  const system = model === undefined ? null : systemOf(model);
  const sampling = system === null || typeof system === 'string' ? 'not stated' : system.sampling;
  const stated = (site: string): boolean => site === 'arterial' || site === 'venous';
  if (stated(question.sampling) && stated(sampling) && question.sampling !== sampling) return 'other sampling site';
  if (range === null) return 'not simulable';
  if (computed >= range[0] && computed <= range[1]) return 'passed';
  const sharesPaper = model !== undefined && model.references.some((reference) => target.references.includes(reference));
  return sharesPaper ? 'failed' : 'literature difference';
}
