/** The runs that a course is made of, and how their amounts become concentrations. */
import type { Constants } from './records';
import type { CompiledSystem } from './system';
import type { Trajectory } from './trajectory';
import type { Analyte } from './types';

/** One run of a model: all of the dose, or the share of it that one mirror image is. */
export interface Part {
  readonly system: CompiledSystem;
  readonly trajectory: Trajectory;
  /** What was given, mg, before anything was lost on the way in, and the start of its last part, minutes. */
  readonly given_mg: number;
  readonly lastGiven_min: number;
}

/** Factor from mg/L of a measured compartment to ng/mL of the analyte itself. */
export function ngPerMlFactor(mass: 'ketamine' | 'own', analyte: Analyte, { molarMass }: Constants): number {
  return mass === 'own' ? 1000 : (1000 * molarMass[analyte]) / molarMass.ketamine;
}
