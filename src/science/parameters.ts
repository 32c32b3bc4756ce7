/** Numbers from the pack's Parameters, in the unit that a formula needs. */
import type { Parameter } from '../model/schema/quantities';

/** Finds a Parameter by id; throws a RangeError for an id that the pack lacks. */
export type ParameterLookup = (id: string) => Pick<Parameter, 'value' | 'unit' | 'source'>;

/** A lookup over a list of Parameters. */
export function parameterLookup(parameters: readonly Pick<Parameter, 'id' | 'value' | 'unit' | 'source'>[]): ParameterLookup {
  const byId = new Map<string, Pick<Parameter, 'value' | 'unit' | 'source'>>(parameters.map((p) => [p.id, p]));
  return (id) => {
    const found = byId.get(id);
    if (found === undefined) throw new RangeError(`There is no Parameter "${id}"`);
    return found;
  };
}

/** The value of a Parameter whose unit must be `unit`. Throws a RangeError if it is another one. */
export function valueIn(lookup: ParameterLookup, id: string, unit: Parameter['unit']): number {
  const parameter = lookup(id);
  if (parameter.unit !== unit) throw new RangeError(`Parameter "${id}" is in ${parameter.unit}, not in ${unit}`);
  return parameter.value;
}
