/** Turns a drug model's data into numbers for one body weight: a generator in 1/min, volumes in L, and named shares. */
import type { PkAnalyte, PkSystem } from '../../model/schema';
import { Propagator } from './propagator';

/** A drug model made for one body weight and one set of replaced quantities. Immutable. */
export interface CompiledSystem {
  /** Compartments, with the absorbing one for what leaves as the last. */
  readonly n: number;
  readonly index: ReadonlyMap<string, number>;
  readonly propagator: Propagator;
  /** Concentrations that can be read: amount in mg / volume in L. */
  readonly measured: readonly {
    readonly analyte: PkAnalyte;
    readonly at: number;
    readonly volume_L: number;
    readonly mass: 'ketamine' | 'own';
  }[];
  /** Value of a quantity in min, L, mg and their combinations, scaled to the body weight. Throws for an unknown name. */
  readonly value: (id: string) => number;
}

type Quantity = PkSystem['quantities'][number];

/** Units of the engine: minutes, litres, milligrams. */
function inEngineUnits({ value, unit }: Quantity, weight_kg: number): number {
  switch (unit) {
    case 'L_per_kg':
      return value * weight_kg;
    case 'L_per_h':
    case 'per_h':
      return value / 60;
    case 'h':
      return value * 60;
    case '1':
    case 'L':
    case 'L_per_min':
    case 'per_min':
    case 'min':
    case 'mg':
    case 'uM':
      return value;
  }
}

/**
 * Makes a system for a body weight in kg. `replace` names quantities that take another's place. Scaling is allometric,
 * value (weight / reference)^exponent (Anderson and Holford 2008, doi 10.1146/annurev.pharmtox.48.113006.094708). Throws an
 * Error that names what is missing or out of range.
 */
export function compileSystem(system: PkSystem, weight_kg: number, replace: Readonly<Record<string, string>> = {}): CompiledSystem {
  const quantities = new Map(system.quantities.map((quantity) => [quantity.id, quantity]));
  const value = (id: string): number => {
    const quantity = quantities.get(replace[id] ?? id);
    if (quantity === undefined) throw new Error(`the drug model has no quantity "${id}"`);
    const scaled = inEngineUnits(quantity, weight_kg) * (weight_kg / system.referenceWeight_kg) ** (quantity.exponent ?? 0);
    if (!(Number.isFinite(scaled) && scaled > 0)) throw new Error(`quantity "${id}" must be a number above 0`);
    return scaled;
  };
  const index = new Map(system.compartments.map(({ id }, position) => [id, position]));
  const at = (id: string): number => {
    const position = index.get(id);
    if (position === undefined) throw new Error(`the drug model has no compartment "${id}"`);
    return position;
  };
  const volumeOf = (id: string): number => {
    const name = system.compartments[at(id)]?.volume;
    if (name === undefined) throw new Error(`compartment "${id}" has no volume`);
    return value(name);
  };
  const n = system.compartments.length + 1;
  const generator = new Float64Array(n * n);
  const add = (from: number, to: number, rate: number): void => {
    generator[from * n + to] = (generator[from * n + to] as number) + rate;
    generator[from * n + from] = (generator[from * n + from] as number) - rate;
  };
  for (const flow of system.flows) {
    const amount = value(flow.quantity);
    const rates = { clearance: () => amount / volumeOf(flow.from), rate: () => amount, transit: () => (flow.stages ?? 1) / amount };
    const rate = rates[flow.by]();
    const share = flow.to === null ? 0 : flow.fraction === undefined ? 1 : value(flow.fraction);
    if (share > 1) throw new Error(`the share "${flow.fraction ?? ''}" is above 1`);
    if (flow.to !== null) add(at(flow.from), at(flow.to), rate * share);
    if (share < 1) add(at(flow.from), n - 1, rate * (1 - share));
  }
  return {
    n,
    index,
    propagator: new Propagator(generator, n),
    measured: system.measured.map(({ analyte, compartment, mass }) => ({
      analyte,
      at: at(compartment),
      volume_L: volumeOf(compartment),
      mass,
    })),
    value,
  };
}
