/** Settings that the reference and its test share. */
import type { NetworkConfig } from '../../../src/science/network/config';

/** A fifth of the default circuit: a hundred cells. */
export const SCALE = 0.2;
export const SEED = 1;
/** Ketamine of the second condition, free, and the times of a run in ms: settling, before, entering, with. */
export const KETAMINE_UM = 3;
export const TIMES_MS = [500, 2000, 2000, 2000] as const;
/** Steps of current into the soma, pA, of the single-cell curves. */
export const CURRENTS_PA = [50, 100, 150, 200, 250, 300, 400, 500, 600] as const;
/** Length of each step and the part at its start that is not counted, ms. */
export const STEP_MS = 2500;
export const SKIP_MS = 500;

/** The network cut down to one cell of a population without synapses. */
export function loneCell(config: NetworkConfig, id: string, current_pA: number): NetworkConfig {
  const population = config.populations.find((each) => each.id === id);
  if (population === undefined) throw new RangeError(`There is no population ${id}`);
  const sites = population.sites.map((site) => ({ ...site, pools: [], background: { ...site.background, synapses: 0 } }));
  return { ...config, connections: [], populations: [{ ...population, count: 1, thresholdSpread_mV: 0, sites, current_pA }] };
}
