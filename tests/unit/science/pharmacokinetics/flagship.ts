/** The flagship pack's drug models for tests, and copies of them with one thing changed. */
import type { PkModel } from '../../../../src/model/schema';
import { DEFAULT_SCENARIO, type DoseScenario } from '../../../../src/science/pharmacokinetics/scenario';
import { runModel } from '../../../../src/science/pharmacokinetics/run';
import type { Course, PkSource } from '../../../../src/science/pharmacokinetics/types';
import { flagship } from '../../content/survey';

export const model = flagship();
export const source: PkSource = model;

export function scenario(changes: Partial<DoseScenario> = {}): DoseScenario {
  return { ...DEFAULT_SCENARIO, ...changes };
}

/** The course of a scenario in one model; fails the test when there is none. */
export function courseOf(modelId: string, changes: Partial<DoseScenario> = {}, from: PkSource = source, end_min?: number): Course {
  const result = runModel(from, modelId, scenario(changes), end_min);
  if ('reason' in result) throw new Error(`${modelId}: ${result.reason} ${result.note ?? ''}`);
  return result;
}

export function ketamine(course: Course, time_min: number): number {
  return course.at(time_min).levels.ketamine?.plasma_ngPerMl ?? NaN;
}

type Json = Record<string, unknown>;

/** The pack with one model's data changed by `edit`, which gets a deep copy of its `parameters.system`. */
export function withSystem(modelId: string, edit: (system: Json & { quantities: Json[]; flows: Json[] }) => void): PkSource {
  const pkModels = model.pkModels.map((record): PkModel => {
    if (record.id !== modelId) return record;
    const system = structuredClone(record.parameters['system']) as Json & { quantities: Json[]; flows: Json[] };
    edit(system);
    return { ...record, parameters: { ...record.parameters, system } };
  });
  return { pkModels, parameters: model.parameters };
}

/** Sets one quantity of a model. */
export function withQuantity(modelId: string, id: string, value: unknown): PkSource {
  return withSystem(modelId, ({ quantities }) => {
    const quantity = quantities.find((each) => each['id'] === id);
    if (quantity === undefined) throw new Error(`no quantity ${id}`);
    quantity['value'] = value;
  });
}

/** Largest difference of two numbers as a share of the second. */
export function off(found: number, expected: number): number {
  return Math.abs(found - expected) / Math.abs(expected);
}

/** Ids of the drug models that have compartments. */
export const SYSTEMS = model.pkModels.filter(({ parameters }) => parameters['system'] !== undefined).map(({ id }): string => id);
