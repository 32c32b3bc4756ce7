/** The bench of a pack that is not about a drug, and curves with their spread. */
import { describe, expect, it } from 'vitest';
import { benchOf, hasKetamine, runEnd, subunitsOf } from '../../../src/explorer/bench';
import { recordTrial } from '../../../src/science/synapse/record';
import { configOf, NMDA, spikesOf } from '../../../src/views/synapse/bench-run';
import { bandOf, meanCurrents, quieted, spreadOf } from '../../../src/views/synapse/comparison';
import { ReplayCursor } from '../../../src/views/synapse/cursor';
import { countsAt } from '../../../src/views/synapse/moments';
import { recordReplay } from '../../../src/views/synapse/replay';
import { packNamed } from '../explorer/flagship';

const model = packNamed('ltp');
const stage = model.stages.find(({ level }) => level === 'synapse');
if (stage === undefined) throw new Error('the pack has no synapse');
const bench = benchOf(model);

describe('the synapse of the second pack', () => {
  it('has no drug, and only the subtypes it has schemes for', () => {
    expect(hasKetamine(stage)).toBe(false);
    expect(subunitsOf(stage)).toEqual(['2A', '2B']);
    expect(bench.ketamine_uM).toBe(0);
  });

  it('runs by its own numbers: glutamate opens receptors, and no count speaks of ketamine', () => {
    // A link may name a drug and a subtype that this pack does not have.
    const config = configOf({ ...bench, spikes: 1, ketamine_uM: 50, subunit: '2D' }, stage, model);
    expect(config.ligands_mM['ket']).toBe(0);
    const replay = recordReplay(config, 3, Float64Array.from([0, 0.3, 1, 4]));
    const cursor = new ReplayCursor(replay, [[], []]);
    expect(countsAt(cursor, 0)).toMatchObject({ released: 0, nmda: { ketamine: null, open: 0 } });
    const later = countsAt(cursor, 0.3);
    expect(later.ampa.open).toBeGreaterThan(0);
    expect(later.nmda.mg).toBeGreaterThan(0);
    expect(replay.groups.find(({ id }) => id === NMDA)?.states).toHaveLength(16);
  });
});

describe('the band of a mean', () => {
  it('is the standard error over trials of the total as it is drawn, sample by sample', () => {
    const one = { ...bench, spikes: 1 };
    const config = configOf(one, stage, model);
    const options = { duration_ms: Math.min(20, runEnd(one)), sample_ms: 0.5 };
    const trials = [0, 1, 2, 3].map((trial) => recordTrial(config, 1, trial, options));
    const spikes = spikesOf(one);
    const band = bandOf(trials, spikes);
    const drawn = trials.map((trial) => quieted(meanCurrents([trial]) ?? fail(), spikes).total);
    for (const k of [1, 3, 30]) expect(band[k]).toBeCloseTo(spreadOf(drawn.map((total) => total[k] ?? Number.NaN)).se, 12);
    expect(Math.max(...band)).toBeGreaterThan(0);
    expect(bandOf(trials.slice(0, 1), spikes).every(Number.isNaN)).toBe(true);
  });
});

function fail(): never {
  throw new Error('no mean of one trial');
}
