/** What the circuit level asks of the simulation: plain data worked out from the view, so that two views of one state ask the same. */
import type { Model } from '../model/model';
import type { Subunit } from '../model/schema';
import { circuitOf, reachedCells, settingOf } from './circuit';
import type { ExplorerState } from './state';

export interface PrefrontalRequest {
  readonly model: 'prefrontal';
  readonly reaches: readonly string[];
  readonly subunit: Subunit | null;
  readonly drive: number;
  readonly mg_mM: number;
  /** Free ketamine at the receptors. */
  readonly ketamine_uM: number;
  readonly seed: number;
}

export interface HabenulaRequest {
  readonly model: 'habenula';
  readonly stress: boolean;
  /** Whether the drug may enter habenular channels. */
  readonly reached: boolean;
  readonly seed: number;
  /** Time after the dose at which firing is shown; null for the moment of most block. */
  readonly at_s: number | null;
}

export type CircuitRequest = PrefrontalRequest | HabenulaRequest;

/** The request of a view; null for a pack without circuits. */
export function circuitRequest(model: Model, state: ExplorerState): CircuitRequest | null {
  const circuit = circuitOf(model, state.places);
  if (circuit === undefined) return null;
  const { places, bench, when } = state;
  const setting = settingOf(circuit, places);
  if (circuit.model === 'habenula') {
    const reached = reachedCells(circuit, setting).length > 0;
    return { model: 'habenula', stress: places.stress, reached, seed: bench.seed, at_s: when.basis === 'afterDose' ? when.seconds : null };
  }
  return {
    model: 'prefrontal',
    reaches: setting?.reaches ?? [],
    subunit: places.circuitSubunit === 'none' ? null : places.circuitSubunit,
    drive: places.drive,
    mg_mM: bench.mg_mM,
    ketamine_uM: bench.ketamine_uM,
    seed: bench.seed,
  };
}

/** Whether two requests are for the same run. */
export function sameRequest(a: CircuitRequest, b: CircuitRequest): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
