/** The printed form of a run. */
import { describeScenario, exclusionSentence } from '../../describe/dose';
import { dose as words } from '../../describe/messages/en/dose';
import type { Model } from '../../model/model';
import { bandAt } from '../../science/pharmacokinetics/band';
import { ANALYTES, type Banded, type Course, type DoseRun } from '../../science/pharmacokinetics/types';

/** Columns by name, one entry a time. */
export type Columns = Record<string, (number | boolean)[]>;

export interface Report {
  readonly scenario: DoseRun['scenario'];
  readonly description: string;
  readonly units: Readonly<Record<string, string>>;
  readonly models: readonly { readonly model: string; readonly curve: Columns; readonly [key: string]: unknown }[];
  readonly band: { readonly curve: Columns; readonly [key: string]: unknown } | null;
  readonly excluded: readonly { readonly model: string; readonly reason: string; readonly sentence: string }[];
}

const UNITS = {
  time_min: 'min after the start of the first dose',
  _ng_per_mL: 'ng/mL in plasma, mass of the analyte itself',
  _uM: 'umol/L in plasma',
  free_uM: 'umol/L unbound ketamine in plasma; not measured at a synapse',
  occupancy: 'share of NMDA receptor channels, 0 to 1, modelled from binding in rats',
} as const;

/** Seven significant digits. */
const short = (value: number): number => Number(value.toPrecision(7));

function deepShort(value: unknown): unknown {
  if (typeof value === 'number') return short(value);
  if (Array.isArray(value)) return value.map(deepShort);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, deepShort(inner)]));
}

function push(columns: Columns, name: string, value: number | boolean): void {
  const column = columns[name] ?? [];
  columns[name] = column;
  column.push(typeof value === 'number' ? short(value) : value);
}

/** A value with the ends of its band, as three columns. */
function pushBanded(columns: Columns, name: string, middle: string, { value, low, high }: Banded): void {
  push(columns, `${name}${middle}`, value);
  push(columns, `${name}_low`, low);
  push(columns, `${name}_high`, high);
}

function curveOf(course: Course, times: readonly number[]): Columns {
  const columns: Columns = {};
  for (const time of times) {
    const moment = course.at(time);
    push(columns, 'time_min', time);
    push(columns, 'hidden', moment.hidden);
    for (const analyte of ANALYTES) {
      const level = moment.levels[analyte];
      if (level === undefined) continue;
      push(columns, `${analyte}_ng_per_mL`, level.plasma_ngPerMl);
      push(columns, `${analyte}_uM`, level.plasma_uM);
    }
    pushBanded(columns, 'free_uM', '', moment.free_uM);
    pushBanded(columns, 'occupancy', '', moment.occupancy);
  }
  return columns;
}

function bandCurve(run: DoseRun, times: readonly number[]): Columns {
  const columns: Columns = {};
  for (const time of times) {
    const moment = bandAt(run, time);
    if (moment === null) continue;
    push(columns, 'time_min', time);
    push(columns, 'hidden', moment.hidden);
    for (const analyte of ANALYTES) {
      const [mass, molar] = [moment.ngPerMl[analyte], moment.uM[analyte]];
      if (mass !== undefined) pushBanded(columns, `${analyte}_ng_per_mL`, '_median', mass);
      if (molar !== undefined) pushBanded(columns, `${analyte}_uM`, '_median', molar);
    }
    pushBanded(columns, 'free_uM', '_median', moment.free_uM);
    pushBanded(columns, 'occupancy', '_median', moment.occupancy);
  }
  return columns;
}

/** What the band of each analyte rests on. */
function basisOf({ ngPerMl }: NonNullable<DoseRun['band']>): Record<string, string> {
  return Object.fromEntries(Object.entries(ngPerMl).map(([analyte, column]) => [analyte, column.basis]));
}

/** Everything that the command prints, at the times asked for or at the samples of the run. */
export function reportOf(run: DoseRun, model: Model, asked?: readonly number[]): Report {
  const records = new Map<string, Model['pkModels'][number]>(model.pkModels.map((record) => [record.id, record]));
  const nameOf = (id: string): string => records.get(id)?.name ?? id;
  const times = asked ?? Array.from(run.courses[0]?.time_min ?? []);
  const models = run.courses.map((course) => {
    const { use, teaching, relativeOnly, sampling, formBasis, measures, body } = course;
    const references = records.get(course.model)?.references ?? [];
    const about = { name: nameOf(course.model), use, scatter: course.scatter, teaching, relativeOnly, sampling, formBasis, references };
    return { model: course.model, ...about, measures: deepShort(measures), body: deepShort(body), curve: curveOf(course, times) };
  });
  const { band } = run;
  return {
    scenario: run.scenario,
    description: describeScenario(run, words, nameOf),
    units: UNITS,
    models,
    band:
      band === null
        ? null
        : {
            models: band.free_uM.models,
            basis: basisOf(band),
            teaching: band.teaching,
            relativeOnly: band.relativeOnly,
            curve: bandCurve(run, times),
          },
    excluded: run.excluded.map((exclusion) => ({
      model: exclusion.model,
      reason: exclusion.reason,
      sentence: exclusionSentence(exclusion, nameOf(exclusion.model), words),
    })),
  };
}

/** One row a model and time, then the band's rows under the model name "band"; empty where a model does not follow something. */
export function csvOf(report: Report): string {
  const curves = [
    ...report.models.map(({ model, curve }) => ({ model, curve })),
    ...(report.band === null ? [] : [{ model: 'band', curve: report.band.curve }]),
  ];
  const names = [...new Set(curves.flatMap(({ curve }) => Object.keys(curve)))];
  const rows = curves.flatMap(({ model, curve }) =>
    (curve['time_min'] ?? []).map((_, k) => [model, ...names.map((name) => String(curve[name]?.[k] ?? ''))].join(',')),
  );
  return [['model', ...names].join(','), ...rows].join('\n');
}
