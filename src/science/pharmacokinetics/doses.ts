/** From a scenario to what enters each compartment, and when. */
import type { PkPath, PkSystem } from '../../model/schema';
import type { DoseScenario, DoseUnit } from './scenario';
import type { CompiledSystem } from './system';

/** Something that enters compartment `at`: all at once where `minutes` is 0, else at a constant rate. */
export interface Input {
  readonly at: number;
  /** Minutes since the start of the first dose. */
  readonly start_min: number;
  readonly minutes: number;
  readonly mg: number;
}

export type WayIn = PkSystem['waysIn'][number];

/** One administration by the chosen route: an infusion, an injection, a swallow, or all sprays of a nasal dose. */
interface Giving {
  readonly start_min: number;
  readonly minutes: number;
  readonly mg: number;
}

/** Amount in mg of a dose in mg or mg/kg. */
export function milligrams(amount: number, unit: DoseUnit, weight_kg: number): number {
  return unit === 'mg' ? amount : amount * weight_kg;
}

/** Everything given over the schedule, in order of repeats. A bolus takes `bolus_min`, an infusion its own minutes. */
function givings(scenario: DoseScenario, bolus_min: number): Giving[] {
  const { route, weight_kg, repeats, steps } = scenario;
  const intravenous = route === 'iv-infusion' || route === 'iv-bolus';
  const minutes = route === 'iv-infusion' ? scenario.minutes : route === 'iv-bolus' ? bolus_min : 0;
  return Array.from({ length: repeats.count }, (_, repeat) => {
    const from = repeat * repeats.interval_h * 60;
    const first: Giving = { start_min: from, minutes, mg: milligrams(scenario.amount, scenario.unit, weight_kg) };
    const later = steps.map((step): Giving => {
      const mg = milligrams(step.amount, step.unit, weight_kg);
      return { start_min: from + step.start_min, minutes: step.minutes, mg };
    });
    return [first, ...(intravenous ? later : [])];
  }).flat();
}

function shareOf(path: PkPath, first: boolean, compiled: CompiledSystem): number {
  const shares = first ? path.shares : (path.laterShares ?? path.shares);
  return shares.reduce((whole, { product, complement }) => {
    const share = product.reduce((sum, id) => sum * compiled.value(id), 1);
    return whole * (complement === true ? 1 - share : share);
  }, 1);
}

/** A dose in the parts in which it is given, such as spray pairs; the last part is what is left. */
function partsOf(mg: number, wayIn: WayIn, compiled: CompiledSystem): { readonly mg: number; readonly after_min: number }[] {
  if (wayIn.units === undefined) return [{ mg, after_min: 0 }];
  const unit = compiled.value(wayIn.units.mass);
  const apart = compiled.value(wayIn.units.apart);
  const count = Math.max(1, Math.ceil(mg / unit - 1e-9));
  return Array.from({ length: count }, (_, part) => ({ mg: Math.min(unit, mg - part * unit), after_min: part * apart }));
}

/** What a scenario puts into a model. */
export interface Given {
  readonly inputs: readonly Input[];
  /** Everything given, mg, and the start of its last part, minutes. */
  readonly mg: number;
  readonly last_min: number;
}

/** What a scenario puts into a compiled model, each dose multiplied by `share`. Throws for a path into nowhere. */
export function inputsOf(scenario: DoseScenario, wayIn: WayIn, compiled: CompiledSystem, bolus_min: number, share = 1): Given {
  const inputs: Input[] = [];
  let mg = 0;
  let last_min = 0;
  for (const giving of givings(scenario, bolus_min)) {
    for (const [position, part] of partsOf(giving.mg, wayIn, compiled).entries()) {
      const start_min = giving.start_min + part.after_min;
      mg += part.mg * share;
      last_min = Math.max(last_min, start_min);
      for (const path of wayIn.paths) {
        const at = compiled.index.get(path.into);
        if (at === undefined) throw new Error(`the drug model has no compartment "${path.into}"`);
        const minutes = path.over === undefined ? giving.minutes : compiled.value(path.over);
        inputs.push({ at, start_min, minutes, mg: part.mg * shareOf(path, position === 0, compiled) * share });
      }
    }
  }
  return { inputs, mg, last_min };
}

/** Starts of every dose of the schedule, without the further infusions of a repeat, minutes. */
export function doseStarts(scenario: DoseScenario): number[] {
  return Array.from({ length: scenario.repeats.count }, (_, repeat) => repeat * scenario.repeats.interval_h * 60);
}
