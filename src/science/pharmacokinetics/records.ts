/** The engine's reading of the pack: which drug models can be run, how receptors are occupied, and a few constants. */
import type { PkModel } from '../../model/schema';
import { PkBinding, PkSystem } from '../../model/schema/pk';
import { parameterLookup, valueIn } from '../parameters';
import type { Analyte, PkSource } from './types';

const systems = new WeakMap<PkModel, PkSystem | string | null>();

/** The model's compartments; null when its record holds none; a sentence when what it holds cannot be read. */
export function systemOf(model: PkModel): PkSystem | string | null {
  const known = systems.get(model);
  if (known !== undefined) return known;
  const raw = model.parameters['system'];
  const parsed = raw === undefined ? null : PkSystem.safeParse(raw);
  const first = parsed?.error?.issues[0];
  const found = parsed === null ? null : (parsed.data ?? `${first?.path.join('.') ?? 'system'}: ${first?.message ?? 'cannot be read'}`);
  systems.set(model, found);
  return found;
}

/** The first binding record of the pack; null when there is none that can be read. */
export function bindingOf(source: PkSource): PkBinding | null {
  for (const model of source.pkModels) {
    const parsed = PkBinding.safeParse(model.parameters['binding']);
    if (parsed.success) return parsed.data;
  }
  return null;
}

export interface Constants {
  /** Molar mass in g/mol. */
  readonly molarMass: Readonly<Record<Analyte, number>>;
  /** Time over which a bolus is spread, and time after its start that is not shown, minutes. */
  readonly bolus_min: number;
  readonly hidden_min: number;
}

/** Constants from the pack's parameters. Throws an Error that names a missing one. */
export function constantsOf(source: PkSource): Constants {
  const lookup = parameterLookup(source.parameters);
  const read = (id: string, unit: 'g_per_mol' | 'min'): number => valueIn(lookup, id, unit);
  return {
    molarMass: {
      ketamine: read('ketamine.molarMass', 'g_per_mol'),
      norketamine: read('norketamine.molarMass', 'g_per_mol'),
      hydroxynorketamine: read('hydroxynorketamine.molarMass', 'g_per_mol'),
    },
    bolus_min: read('pk.shortestBolus', 'min'),
    hidden_min: read('pk.hiddenAfterBolus', 'min'),
  };
}
