/**
 * Writes what `make.py` simulates again with Brian: one cell of each kind and a network of a hundred cells with its
 * connections and thresholds, cell by cell. `npx tsx tests/reference/network/export.ts > <file>`.
 */
import { readNetworkPart } from '../../../src/lab/network-pack';
import { NetworkEngine } from '../../../src/science/network/engine';
import { networkConfig } from '../../../src/science/network/prefrontal';
import { KETAMINE_UM, SCALE, SEED } from './settings';

const { config } = networkConfig(readNetworkPart(), { scale: SCALE });
const engine = new NetworkEngine(config, SEED);
const network = {
  ketamine_uM: KETAMINE_UM,
  config,
  thresholds_mV: engine.populations.map((state) => Array.from(state.thresholds_mV())),
  wiring: engine.wiring.map(({ connection, start, targets }) => ({
    from: connection.from,
    to: connection.to,
    sources: Array.from(targets, (_, t) => start.findIndex((first) => first > t) - 1),
    targets: Array.from(targets),
  })),
};
process.stdout.write(`${JSON.stringify(network)}\n`);
