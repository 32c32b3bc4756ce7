/** Published levels that were read for the very dose of a scenario, to be drawn as points beside its band. */
import type { Check, PkTarget } from '../../model/schema';
import { PkQuestion } from '../../model/schema/pk';
import { milligrams } from './doses';
import { constantsOf } from './records';
import { readScenario } from './read';
import type { DoseScenario } from './scenario';
import type { Analyte, PkSource, Sampling } from './types';

export interface MeasuredPoint {
  /** Id of the target of the pack. */
  readonly target: string;
  readonly analyte: Analyte;
  /** Whether a peak was read, or the level at a time. */
  readonly kind: 'peak' | 'level';
  /** Minutes after the start of the dose; null for a peak whose time the record does not give. */
  readonly at_min: number | null;
  readonly ngPerMl: number;
  /** Lowest and highest value of the record, ng/mL; null where it gives none. */
  readonly range_ngPerMl: readonly [number, number] | null;
  readonly sampling: Sampling;
  readonly references: readonly string[];
  readonly check: Check;
  readonly note: string;
}

/** True when a scenario gives the dose of a paper, which counts by body weight or not; repeats and choice of model aside. */
function sameDose(paper: DoseScenario, asked: DoseScenario): boolean {
  const weight = paper.unit === 'mg' ? 1 : asked.weight_kg;
  const amount = milligrams(asked.amount, asked.unit, asked.weight_kg) / weight;
  const alike =
    Math.abs(amount - paper.amount) <= 1e-6 * paper.amount && (paper.route !== 'iv-infusion' || paper.minutes === asked.minutes);
  const steps = JSON.stringify(paper.steps) === JSON.stringify(asked.steps);
  return paper.species === asked.species && paper.form === asked.form && paper.route === asked.route && alike && steps;
}

/**
 * Published levels of exactly this dose. A target without a paper (a consensus of models) is no measurement and is left out.
 * Of a repeated schedule the points belong to its first dose. Never throws.
 */
export function measuredFor(source: PkSource, targets: readonly PkTarget[], scenario: DoseScenario): MeasuredPoint[] {
  let molarMass: Readonly<Record<Analyte, number>>;
  try {
    ({ molarMass } = constantsOf(source));
  } catch {
    return [];
  }
  return targets.flatMap((target) => {
    if (target.references.length === 0) return [];
    return (target.questions ?? []).flatMap((raw): MeasuredPoint[] => {
      const question = PkQuestion.safeParse(raw).data;
      if (question === undefined || (question.measure !== 'cmax' && question.measure !== 'concentration')) return [];
      const asked = readScenario(question.scenario);
      if (asked.faults.length > 0 || !sameDose(asked.scenario, scenario)) return [];
      const unit = question.unit ?? target.unit;
      const factor = unit === 'ng/mL' ? 1 : unit === 'umol/L' ? molarMass[question.analyte] : null;
      const value = question.value ?? (question.unit === undefined ? target.value : null);
      if (factor === null || value === null) return [];
      const range = question.range ?? (question.unit === undefined ? target.range : undefined);
      return [
        {
          target: target.id,
          analyte: question.analyte,
          kind: question.measure === 'cmax' ? 'peak' : 'level',
          at_min: question.at_min ?? null,
          ngPerMl: value * factor,
          range_ngPerMl: range === undefined ? null : [range[0] * factor, range[1] * factor],
          sampling: question.sampling,
          references: target.references,
          check: target.check,
          note: question.note ?? target.note ?? '',
        },
      ];
    });
  });
}
