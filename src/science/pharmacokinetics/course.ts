/** The course of one scenario in one model: levels, free drug and occupancy at any time, and the sampled curve. */
import type { PkBinding, PkModel, PkSystem } from '../../model/schema';
import { inputsOf, type WayIn } from './doses';
import { areaOf, bodyOf, measuresOf } from './measures';
import { channelOccupancy, freeConcentration } from './occupancy';
import { ngPerMlFactor, type Part } from './parts';
import type { Constants } from './records';
import type { DoseScenario } from './scenario';
import { compileSystem } from './system';
import { Trajectory } from './trajectory';
import { ANALYTES, type Analyte, type BandColumn, type Banded, type Column, type Course, type Level, type Moment } from './types';

export interface CourseInput {
  readonly model: PkModel;
  readonly system: PkSystem;
  readonly form: PkSystem['forms'][number];
  readonly wayIn: WayIn;
  readonly scenario: DoseScenario;
  readonly constants: Constants;
  readonly binding: PkBinding;
  readonly time_min: Float64Array;
  readonly hidden: readonly (readonly [number, number])[];
}

/** Whether a time lies in one of the spans [from, to). */
export function isHidden(hidden: readonly (readonly [number, number])[], time_min: number): boolean {
  return hidden.some(([from, to]) => time_min >= from && time_min < to);
}

/** Runs a scenario in one model. Throws when the model's data does not hold together or a number is not finite. */
export function runCourse(input: CourseInput): Course {
  const { model, system, form, wayIn, scenario, constants, binding, time_min, hidden } = input;
  const parts = (form.parts ?? [{ share: 1, replace: {} }]).map(({ share, replace }): Part => {
    const compiled = compileSystem(system, scenario.weight_kg, replace);
    const given = inputsOf(scenario, wayIn, compiled, constants.bolus_min, share);
    return { system: compiled, trajectory: new Trajectory(compiled, given.inputs), given_mg: given.mg, lastGiven_min: given.last_min };
  });
  const levelsAt = (time: number): Partial<Record<Analyte, Level>> => levels(parts, constants, time);
  const at = (time: number): Moment => {
    const kept = time >= 0 && Number.isFinite(time) ? time : 0;
    return momentOf(levelsAt(kept), binding, kept, isHidden(hidden, kept));
  };
  const analytes = ANALYTES.filter((analyte) => system.measured.some((each) => each.analyte === analyte));
  const columns: Partial<Record<Analyte, Column>> = {};
  for (const analyte of analytes) columns[analyte] = { ngPerMl: new Float64Array(time_min.length), uM: new Float64Array(time_min.length) };
  const free_uM = bandColumn(time_min.length);
  const occupancy = bandColumn(time_min.length);
  for (const [k, time] of time_min.entries()) {
    const moment = at(time);
    for (const analyte of analytes) {
      const level = moment.levels[analyte];
      const column = columns[analyte];
      if (level === undefined || column === undefined) continue;
      if (!Number.isFinite(level.plasma_uM)) throw new RangeError(`The level of ${analyte} is not finite`);
      column.ngPerMl[k] = level.plasma_ngPerMl;
      column.uM[k] = level.plasma_uM;
    }
    put(free_uM, k, moment.free_uM);
    put(occupancy, k, moment.occupancy);
  }
  return {
    model: model.id,
    use: system.use,
    teaching: system.use === 'teaching' || wayIn.teaching === true,
    relativeOnly: system.relativeOnly === true,
    sampling: system.sampling,
    formBasis: form.basis,
    scatter: Object.fromEntries(system.measured.flatMap(({ analyte, scatter }) => (scatter === undefined ? [] : [[analyte, scatter]]))),
    time_min,
    columns,
    free_uM,
    occupancy,
    hidden,
    measures: measuresOf({ parts, analytes, levelsAt, columns, time_min, hidden, constants }),
    body: bodyOf(parts),
    at,
    area: (analyte, time) => areaOf({ parts, constants }, analyte, time),
  };
}

function levels(parts: readonly Part[], constants: Constants, time: number): Partial<Record<Analyte, Level>> {
  const found: Partial<Record<Analyte, Level>> = {};
  for (const { system, trajectory } of parts) {
    const state = trajectory.state(time);
    for (const { analyte, at, volume_L, mass } of system.measured) {
      const ngPerMl = ((state[at] ?? NaN) / volume_L) * ngPerMlFactor(mass, analyte, constants);
      const sum = (found[analyte]?.plasma_ngPerMl ?? 0) + ngPerMl;
      found[analyte] = { plasma_ngPerMl: sum, plasma_uM: sum / constants.molarMass[analyte] };
    }
  }
  return found;
}

function momentOf(found: Partial<Record<Analyte, Level>>, binding: PkBinding, time_min: number, hidden: boolean): Moment {
  const plasma = Object.fromEntries(Object.entries(found).map(([analyte, level]) => [analyte, level.plasma_uM]));
  return {
    time_min,
    levels: found,
    free_uM: freeConcentration(binding, 'ketamine', found.ketamine?.plasma_uM ?? 0),
    occupancy: channelOccupancy(binding, plasma),
    hidden,
  };
}

function bandColumn(length: number): BandColumn {
  return { value: new Float64Array(length), low: new Float64Array(length), high: new Float64Array(length) };
}

function put(column: BandColumn, k: number, { value, low, high }: Banded): void {
  column.value[k] = value;
  column.low[k] = low;
  column.high[k] = high;
}
