/** A dose run cut into pieces of one drug model each, so that a page can take a breath between them. The whole is what `runDose` gives. */
import { defaultEnd, gatherRun, runModel } from '../science/pharmacokinetics/run';
import type { DoseScenario } from '../science/pharmacokinetics/scenario';
import type { Course, DoseRun, Exclusion, PkSource } from '../science/pharmacokinetics/types';
import { CLOCK_RANGE } from './defaults';

/** Minutes to which a run goes so that every moment of the score is inside it: the score's end, or a day after a longer schedule. */
export function runEndOf(scenario: DoseScenario): number {
  return Math.max(CLOCK_RANGE.afterDose.to / 60, defaultEnd(scenario));
}

export interface SlicedRun {
  /** Runs one more drug model; the finished run when that was the last one, else null. */
  readonly step: () => DoseRun | null;
}

export function sliceRun(source: PkSource, scenario: DoseScenario): SlicedRun {
  const end_min = runEndOf(scenario);
  const results: (Course | Exclusion)[] = [];
  return {
    step() {
      const model = source.pkModels[results.length];
      if (model !== undefined) results.push(runModel(source, model.id, scenario, end_min));
      return results.length < source.pkModels.length ? null : gatherRun(scenario, end_min, results);
    },
  };
}

/** What a solver said when it left nothing to show; null for a run that has a curve, or that no model of the pack could be asked. */
export function failureOf(run: DoseRun): string | null {
  if (run.courses.length > 0) return null;
  const failed = run.excluded.find(({ reason }) => reason === 'solver');
  return failed === undefined ? null : (failed.note ?? '');
}
