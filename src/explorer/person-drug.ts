/** The drug's side of the person level: measured levels that belong to a dose, the level's share of its peak, what speaks against. */
import * as z from 'zod/mini';
import type { Model } from '../model/model';
import type { PkTarget } from '../model/schema';
import { PkQuestion } from '../model/schema/pk';
import { bandAt } from '../science/pharmacokinetics/band';
import { readScenario } from '../science/pharmacokinetics/read';
import type { DoseScenario } from '../science/pharmacokinetics/scenario';
import type { DoseRun } from '../science/pharmacokinetics/types';
import type { When } from './state';

/** A level that was measured in blood after the same dose. */
export interface MeasuredLevel {
  readonly target: PkTarget;
  readonly ngPerMl: number;
  readonly range: readonly [number, number] | null;
  /** Seconds after the start of the dose. */
  readonly seconds: number;
  /** Where the time comes from: the record, the end of the infusion, or the models, when only a peak was published. */
  readonly timeFrom: 'record' | 'infusion' | 'models';
}

/**
 * Measured plasma levels of ketamine after this dose, ng/mL. Only targets that were read in a paper count: a consensus of models is
 * no measurement. `peak_s` is when the models peak, for papers that give a peak without its time.
 */
export function measuredLevels(model: Pick<Model, 'pkTargets'>, dose: DoseScenario, peak_s: number | null): readonly MeasuredLevel[] {
  return model.pkTargets.flatMap((target): MeasuredLevel[] => {
    if (target.check !== 'checked' || target.references.length === 0) return [];
    return (target.questions ?? []).flatMap((raw): MeasuredLevel[] => {
      const read = z.safeParse(PkQuestion, raw);
      if (!read.success || read.data.analyte !== 'ketamine') return [];
      const { measure, at_min, value, unit, range, scenario } = read.data;
      const level = unit === undefined ? target.value : value;
      if ((unit ?? target.unit) !== 'ng/mL' || level === null || level === undefined) return [];
      const asked = readScenario(scenario).scenario;
      if (!sameDose(asked, dose)) return [];
      const spread = range ?? (unit === undefined ? target.range : undefined) ?? null;
      if (measure === 'concentration' && at_min !== undefined)
        return [{ target, ngPerMl: level, range: spread, seconds: at_min * 60, timeFrom: 'record' }];
      if (measure !== 'cmax') return [];
      if (asked.route === 'iv-infusion')
        return [{ target, ngPerMl: level, range: spread, seconds: asked.minutes * 60, timeFrom: 'infusion' }];
      return peak_s === null ? [] : [{ target, ngPerMl: level, range: spread, seconds: peak_s, timeFrom: 'models' }];
    });
  });
}

/** Whether two single doses are the same for a blood level; body weight is what an amount per kilogram is for. */
function sameDose(a: DoseScenario, b: DoseScenario): boolean {
  return (
    a.species === b.species &&
    a.form === b.form &&
    a.route === b.route &&
    a.amount === b.amount &&
    a.unit === b.unit &&
    (a.unit === 'mg/kg' || a.weight_kg === b.weight_kg || a.route === 'intranasal') &&
    (a.route !== 'iv-infusion' || a.minutes === b.minutes) &&
    a.repeats.count === 1 &&
    b.repeats.count === 1 &&
    a.steps.length === 0 &&
    b.steps.length === 0
  );
}

export interface Peak {
  readonly ngPerMl: number;
  readonly seconds: number;
}

/** Highest point of the middle of the band, outside times that are not to be drawn; null without a band. */
export function peakOf(run: DoseRun): Peak | null {
  const middle = run.band?.ngPerMl.ketamine?.median;
  if (run.band == null || middle === undefined) return null;
  const { time_min, hidden } = run.band;
  let peak: Peak | null = null;
  for (const [index, ngPerMl] of middle.entries()) {
    const time = time_min[index] ?? 0;
    if (hidden.some(([from, to]) => time >= from && time < to)) continue;
    if (peak === null || ngPerMl > peak.ngPerMl) peak = { ngPerMl, seconds: time * 60 };
  }
  return peak;
}

/**
 * The modelled level as a share of its peak, 0 to 1. `beyond` says that the run ends before the moment: the level is then below the
 * share that is given. Null before the dose's clock, or without a band.
 */
export function shareOfPeak(run: DoseRun, peak: Peak | null, when: When): { readonly share: number; readonly beyond: boolean } | null {
  if (when.basis !== 'afterDose' || peak === null || peak.ngPerMl <= 0) return null;
  const minutes = when.seconds / 60;
  const level = bandAt(run, Math.min(minutes, run.end_min))?.ngPerMl.ketamine;
  return level === undefined ? null : { share: level.value / peak.ngPerMl, beyond: minutes > run.end_min };
}

const Against = z.looseObject({ contradictedBy: z.array(z.strictObject({ reference: z.string(), says: z.string() })) });

/** What was found in people against the modelled occupancy, from the record that holds the binding curve. */
export interface Contradiction {
  readonly model: string;
  readonly says: string;
  readonly reference: string;
}

export function occupancyContradictions(model: Pick<Model, 'pkModels'>): readonly Contradiction[] {
  return model.pkModels.flatMap(({ id, parameters }) => {
    const read = z.safeParse(Against, parameters);
    return read.success ? read.data.contradictedBy.map((item) => ({ model: id, ...item })) : [];
  });
}
