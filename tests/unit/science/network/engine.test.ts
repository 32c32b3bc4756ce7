/** The prefrontal circuit: the same bits for a seed, and what follows when ketamine may enter here or there. */
import { describe, expect, test } from 'vitest';
import { NetworkEngine } from '../../../../src/science/network/engine';
import { networkConfig, type NetworkSettings, poolReached } from '../../../../src/science/network/prefrontal';
import { compare, type CompareOptions, DEFAULT_OPTIONS } from '../../../../src/science/network/run';
import { PART } from './source';

const SHORT: CompareOptions = { ...DEFAULT_OPTIONS, before_ms: 1500, onset_ms: 3000, with_ms: 1500 };
const small: NetworkSettings = { scale: 0.2 };

function settingsOf(id: string): NetworkSettings {
  const setting = PART.circuits.find(({ model }) => model === 'prefrontal')?.settings.find((each) => each.id === id);
  if (setting === undefined) throw new Error(id);
  return { reaches: setting.reaches };
}

function spikesOf(engine: NetworkEngine, until_ms: number): number[] {
  const spikes: number[] = [];
  engine.onSpike = (time, cell) => spikes.push(time, cell);
  engine.advanceTo(until_ms);
  return spikes;
}

describe('one seed', () => {
  const { config } = networkConfig(PART, small);

  test('gives the same spikes again, and another seed others', () => {
    const first = spikesOf(new NetworkEngine(config, 7), 400);
    expect(first.length).toBeGreaterThan(100);
    expect(spikesOf(new NetworkEngine(config, 7), 400)).toEqual(first);
    expect(spikesOf(new NetworkEngine(config, 8), 400)).not.toEqual(first);
  });

  test('goes on from a saved state as if nothing had happened, ketamine included', () => {
    const engine = new NetworkEngine(config, 7);
    engine.advanceTo(150);
    engine.ketamine_uM = 5;
    engine.advanceTo(300);
    const saved = engine.save();
    const ahead = [...spikesOf(engine, 500)];
    engine.advanceTo(700);
    engine.restore(saved);
    expect(engine.time_ms).toBe(300);
    expect(spikesOf(engine, 500)).toEqual(ahead);
    expect(() => new NetworkEngine(networkConfig(PART, { scale: 0.3 }).config, 7).restore(saved)).toThrow('another network');
  });
});

test('without background input nothing fires', () => {
  const engine = new NetworkEngine(networkConfig(PART, { ...small, drive: 0 }).config, 1);
  engine.advanceTo(300);
  expect(spikesOf(engine, 1500)).toEqual([]);
});

test('every default names a Parameter that exists', () => {
  const ids = new Set<string>(PART.parameters.map(({ id }) => id));
  const named = Object.values(networkConfig(PART).defaults);
  expect(named.length).toBeGreaterThan(100);
  expect(named.filter((id) => !ids.has(id))).toEqual([]);
});

test('patterns of pools', () => {
  expect(poolReached('pyr.tuft.tonic.2B', ['*'])).toBe(true);
  expect(poolReached('pyr.tuft.tonic.2B', ['pyr.*.tonic'])).toBe(true);
  expect(poolReached('pyr.tuft.synaptic.2B', ['pyr.*.tonic'])).toBe(false);
  expect(poolReached('pv.soma.tonic.2D', ['sst', 'pv'])).toBe(true);
  expect(poolReached('pv.soma.tonic.2D', [])).toBe(false);
});

describe('where ketamine may enter decides what it does', () => {
  // Half a second to several seconds of simulated time each; all five share one seed, so that they differ in nothing else.
  const done = new Map<string, ReturnType<typeof compare>>();
  const run = (id: string, ketamine_uM: number): ReturnType<typeof compare> => {
    const key = `${id} ${ketamine_uM}`;
    const result = done.get(key) ?? compare(networkConfig(PART, settingsOf(id)).config, { ...SHORT, ketamine_uM, seed: 3 });
    done.set(key, result);
    return result;
  };
  const none = run('none', 10);
  const change = (result: ReturnType<typeof compare>, id: string): number =>
    (result.with.rates_Hz[id] ?? NaN) / (none.with.rates_Hz[id] ?? NaN);

  test('nowhere: nothing is blocked, and before does not depend on the choice', () => {
    expect(none.block.every(({ share }) => share === 0)).toBe(true);
    expect(run('interneurons', 1).before.rates_Hz).toEqual(none.before.rates_Hz);
  });

  test('on inhibitory cells alone: SST cells fall and pyramidal cells rise', () => {
    const result = run('interneurons', 5);
    expect(change(result, 'sst')).toBeLessThan(0.8);
    expect(change(result, 'pyr')).toBeGreaterThan(1.1);
    expect(result.block.filter(({ pool }) => pool.startsWith('pyr')).every(({ share }) => share === 0)).toBe(true);
  });

  test('everywhere at 1 uM: PV and SST cells lose more than pyramidal cells', () => {
    const result = run('everywhere', 1);
    expect(change(result, 'pv')).toBeLessThan(change(result, 'pyr') - 0.1);
    expect(change(result, 'sst')).toBeLessThan(change(result, 'pyr') - 0.1);
  });

  test('everywhere at 10 uM: all cells fall, the release of a lower dose is gone', () => {
    const result = run('everywhere', 10);
    for (const { id } of result.populations) expect(change(result, id)).toBeLessThan(0.6);
    expect(result.with.gamma).toBeLessThan(none.with.gamma / 4);
  });

  test('more ketamine blocks more of every pool, and GluN2D more than GluN2A', () => {
    const low = run('everywhere', 1).block;
    const high = run('everywhere', 10).block;
    low.forEach(({ share }, k) => expect(high[k]?.share).toBeGreaterThan(share));
    const pv = (subunit: string): number => low.find(({ pool }) => pool.startsWith('pv') && pool.endsWith(subunit))?.share ?? NaN;
    expect(pv('2D')).toBeGreaterThan(pv('2A'));
  });
});
