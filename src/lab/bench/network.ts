/** Speed of the circuits. Figures inform; no test depends on them. */
import { NetworkEngine } from '../../science/network/engine';
import { HABENULA_OPTIONS, habenulaConfig, runHabenula } from '../../science/network/habenula/circuit';
import { networkConfig } from '../../science/network/prefrontal';
import { readNetworkPart } from '../network-pack';
import type { BenchRow } from './receptors';

const WARM_MS = 2000;
const PIECE_MS = 1000;
const PIECES = 8;

/** The rows: simulated over computing time of the default circuit without and with ketamine, and of the habenula. */
export function benchNetwork(): Promise<BenchRow[]> {
  const part = readNetworkPart();
  const { config } = networkConfig(part);
  const cells = config.populations.reduce((sum, { count }) => sum + count, 0);
  const rows = [0, 1].map((ketamine_uM): BenchRow => {
    const engine = new NetworkEngine(config, 1);
    engine.advanceTo(WARM_MS);
    engine.ketamine_uM = ketamine_uM;
    const ratio = best(() => {
      engine.advanceTo(engine.time_ms + PIECE_MS);
      return PIECE_MS;
    });
    const drug = ketamine_uM === 0 ? 'without ketamine' : `${ketamine_uM} uM ketamine`;
    return {
      name: `prefrontal circuit, ${drug}`,
      value: ratio,
      unit: 'x real time',
      note: `${cells} cells, processor time, one core; aim 20`,
    };
  });
  const habenula = habenulaConfig(part, { stress: true }).config;
  const length = HABENULA_OPTIONS.settle_ms + HABENULA_OPTIONS.duration_ms;
  const ratio = best(() => {
    runHabenula(habenula, HABENULA_OPTIONS);
    return length;
  });
  rows.push({ name: 'habenula circuit', value: ratio, unit: 'x real time', note: 'bursting; processor time, one core' });
  return Promise.resolve(rows);
}

/** Best ratio of simulated to processor time over several pieces: other work on the machine only ever makes it smaller. */
function best(run: () => number): number {
  let ratio = 0;
  for (let k = 0; k < PIECES; k++) {
    const before = process.cpuUsage();
    const simulated_ms = run();
    const { user, system } = process.cpuUsage(before);
    ratio = Math.max(ratio, simulated_ms / ((user + system) / 1000));
  }
  return Math.round(ratio * 10) / 10;
}
