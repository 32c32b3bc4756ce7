/** Reads the numbers of a configuration from Parameters. */
import { parameterLookup, valueIn } from '../parameters';
import type { CellModel } from './config';
import type { NmdaSource } from './nmda';

export type Unit = Parameters<typeof valueIn>[2];
/** Reads one number of a population by the end of its Parameter's id. */
export type NumberOf = (key: string, unit: Unit) => number;

/** Reads numbers and remembers where each came from. */
export class Reader {
  readonly defaults: Record<string, string> = {};
  private readonly lookup: ReturnType<typeof parameterLookup>;

  /** Throws, on reading, a RangeError for an id that the source lacks or a unit that differs. */
  constructor(source: Pick<NmdaSource, 'parameters'>) {
    this.lookup = parameterLookup(source.parameters);
  }

  value(field: string, id: string, unit: Unit): number {
    this.defaults[field] = id;
    return valueIn(this.lookup, id, unit);
  }

  /** The value given, or the Parameter's. */
  or(given: number | undefined, field: string, id: string, unit: Unit): number {
    return given ?? this.value(field, id, unit);
  }
}

/** The neuron of one population. */
export function cellModel(number: NumberOf): CellModel {
  return {
    capacitance_pF: number('capacitance', 'pF'),
    leak_nS: number('leak', 'nS'),
    leakReversal_mV: number('leakReversal', 'mV'),
    threshold_mV: number('threshold', 'mV'),
    slope_mV: number('slope', 'mV'),
    reset_mV: number('reset', 'mV'),
    refractory_ms: number('refractory', 'ms'),
    adaptationTau_ms: number('adaptationTau', 'ms'),
    adaptation_nS: number('adaptation', 'nS'),
    adaptationStep_pA: number('adaptationStep', 'pA'),
  };
}
