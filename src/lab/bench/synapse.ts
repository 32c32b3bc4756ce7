/** Speed of the synapse engine. Figures inform; no test depends on them. */
import { SynapseEngine } from '../../science/synapse/engine';
import { meanField } from '../../science/synapse/meanfield';
import { recordTrial, type RecordOptions } from '../../science/synapse/record';
import { resolveScenario } from '../../science/synapse/resolve';
import { compareSites } from '../../science/synapse/sites';
import { readSynapsePart } from '../synapse/pack';
import type { BenchRow } from './receptors';

const TRIALS = 5;
const OPTIONS: RecordOptions = { duration_ms: 20, sample_ms: 0.05 };

/** The rows: one release at two steps, the many-molecule phase alone, the twin and the table of sites. */
export async function benchSynapse(): Promise<BenchRow[]> {
  const source = readSynapsePart();
  const { config } = resolveScenario({}, source);
  const rows: BenchRow[] = [];
  recordTrial(config, 1, 99, OPTIONS);
  for (const dt_us of [config.dt_us, 1]) {
    const ms = median(TRIALS, (trial) => recordTrial({ ...config, dt_us }, 1, trial, OPTIONS));
    rows.push({
      name: `20 ms release, dt ${dt_us} us`,
      value: Math.round(ms),
      unit: 'ms',
      note: '3,000 molecules, 80 AMPAR, 20 NMDAR, one core; aim 1,000',
    });
  }
  const burst = median(TRIALS, (trial) => new SynapseEngine(config, 1, trial).advanceTo(0.2));
  rows.push({ name: 'its first 0.2 ms', value: Math.round(burst), unit: 'ms', note: 'nearly all molecules still free' });
  const twin = median(3, () => meanField(config, 1, OPTIONS));
  rows.push({ name: 'mean-field twin, 20 ms', value: Math.round(twin), unit: 'ms', note: 'concentrations and occupancies' });
  const sites = median(1, () => compareSites(source, 1));
  rows.push({ name: 'table of sites', value: Math.round(sites), unit: 'ms', note: 'ten places, exact propagation' });
  const engine = new SynapseEngine(config, 1);
  engine.advanceTo(0.05);
  rows.push({
    name: 'state of one engine',
    value: Math.round(stateBytes(engine) / 1024),
    unit: 'KiB',
    note: 'typed arrays; aim under 51,200',
  });
  return rows;
}

function median(times: number, run: (k: number) => unknown): number {
  const taken = Array.from({ length: times }, (_, k) => {
    const started = performance.now();
    run(k);
    return performance.now() - started;
  }).sort((a, b) => a - b);
  return taken[Math.floor(times / 2)] ?? NaN;
}

function stateBytes(engine: SynapseEngine): number {
  const { particles, reactor, chains, space } = engine;
  const arrays = [
    particles.x,
    particles.y,
    particles.z,
    particles.region,
    particles.id,
    reactor.next,
    reactor.grid.items,
    reactor.grid.start,
  ];
  return [...arrays, chains.due, chains.state, space.table ?? particles.id].reduce((sum, array) => sum + array.byteLength, 0);
}
