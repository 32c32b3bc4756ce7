/** Who is connected to whom. */
import { type Rng, uniform32 } from '../random';
import type { Connection, NetworkConfig } from './config';

/** Targets of one connection: those of cell i are targets[start[i] .. start[i + 1] - 1]. */
export interface Wiring {
  readonly connection: Connection;
  readonly from: number;
  readonly to: number;
  readonly site: number;
  readonly delaySteps: number;
  readonly start: Int32Array;
  readonly targets: Int32Array;
}

/**
 * Draws every connection of a configuration: each ordered pair of cells, a cell with itself left out, is joined independently
 * with the connection's probability. Throws a RangeError for a population or site that the configuration lacks.
 */
export function drawWiring(config: NetworkConfig, rng: Rng): Wiring[] {
  return config.connections.map((connection) => {
    const from = config.populations.findIndex(({ id }) => id === connection.from);
    const to = config.populations.findIndex(({ id }) => id === connection.to);
    const source = config.populations[from];
    const target = config.populations[to];
    if (source === undefined || target === undefined)
      throw new RangeError(`There is no connection from ${connection.from} to ${connection.to}`);
    const site = target.sites.findIndex(({ id }) => id === connection.site);
    if (site < 0) throw new RangeError(`Population ${connection.to} has no ${connection.site}`);
    const start = new Int32Array(source.count + 1);
    const targets: number[] = [];
    for (let i = 0; i < source.count; i++) {
      for (let j = 0; j < target.count; j++) {
        if (from === to && i === j) continue;
        if (uniform32(rng) < connection.probability) targets.push(j);
      }
      start[i + 1] = targets.length;
    }
    // A spike stands at the end of its step, one step after the step's number.
    const delaySteps = 1 + Math.max(0, Math.round(connection.delay_ms / config.dt_ms));
    return { connection, from, to, site, delaySteps, start, targets: Int32Array.from(targets) };
  });
}
