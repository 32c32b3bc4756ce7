/** From a dose to the synapse: the concentration that the receptor level is run at. */
import { bandAt } from './band';
import type { Banded, DoseRun } from './types';

/**
 * Unbound ketamine in plasma, umol/L, at a time in minutes after the first dose: middle of the models with the band of
 * models and free fraction. It stands in for the concentration at the synapse, which nobody has measured; null when no
 * model applies, or where a model may be shown in relative units only.
 */
export function freeKetamineAt(run: DoseRun, time_min: number): Banded | null {
  if (run.band === null || run.band.relativeOnly) return null;
  return bandAt(run, time_min)?.free_uM ?? null;
}
