import { describe, expect, it, vi } from 'vitest';
import { readPack } from '../../../src/lab/read-pack';
import { ChannelPlayer, readHeard, SLICE_JUMPS } from '../../../src/views/receptor/player';
import { channelSetup, predict, type ReceptorSettings } from '../../../src/views/receptor/setup';
import { nameOf, shownOf, WANTED } from '../../../src/views/receptor/shown';

const { model } = readPack('src/content/ketamine/pack.json');
if (model === null) throw new Error('no model');
const stage = model.stages[0];
if (stage === undefined) throw new Error('no stage');

const SETTINGS: ReceptorSettings = {
  receptor: 'nmda',
  subunit: '2A',
  glutamate_uM: 1000,
  mg_mM: 1,
  ketamine_uM: 10,
  voltage_mV: -40,
  seed: 1,
};

function setupOf(change: Partial<ReceptorSettings> = {}) {
  const setup = channelSetup({ ...SETTINGS, ...change }, stage as NonNullable<typeof stage>, model as NonNullable<typeof model>);
  if (setup === null) throw new Error('no channel');
  return setup;
}

describe('what the reader sets becomes a channel', () => {
  it('takes scheme, conductance and reversal from the pack', () => {
    expect(setupOf().current_pA).toBeCloseTo(-2, 12);
    expect(setupOf().record.id).toBe('NMDA_2A_MGKET');
    expect(setupOf({ subunit: '2D' }).record.id).toBe('NMDA_2D_MGKET');
    expect(Math.abs(setupOf({ subunit: '2D' }).current_pA)).toBeLessThan(2);
    expect(setupOf({ receptor: 'ampa' }).record.receptor).toBe('AMPA');
    expect(setupOf({ voltage_mV: 40 }).current_pA).toBeGreaterThan(0);
  });

  it('has no channel for the metabotropic receptor', () => {
    expect(channelSetup({ ...SETTINGS, receptor: 'mglur' }, stage, model)).toBeNull();
  });

  it('predicts less opening with ketamine, and none without glutamate', () => {
    const free = predict(setupOf({ ketamine_uM: 0 }));
    const with10 = predict(setupOf());
    expect(free?.openProbability ?? 0).toBeGreaterThan(2 * (with10?.openProbability ?? 1));
    expect(predict(setupOf({ glutamate_uM: 0 }))).toBeNull();
  });
});

describe('playing one channel', () => {
  it('goes to the states that are asked for, and draws one blocker at most', async () => {
    const setup = setupOf();
    const player = new ChannelPlayer(setup, 1);
    for (const name of ['open', 'mg', 'blocked', 'trapped', 'shut'] as const) {
      const before = player.snapshot().playhead_ms;
      expect(await player.next(WANTED[name])).toBe('found');
      const at = player.snapshot();
      expect(at.playhead_ms).toBeGreaterThan(before);
      expect(at.since_ms).toBe(at.playhead_ms);
      const state = setup.states[at.state];
      if (state === undefined) throw new Error('no state');
      expect(nameOf(state)).toBe(name);
      const shown = shownOf(state);
      expect(shown.ketamine && shown.mg).toBe(false);
      expect(shown.ions).toBe(name === 'open');
      expect(shown.gateOpen).toBe(name === 'open' || name === 'mg' || name === 'blocked');
      expect(shown.ketamine).toBe(name === 'blocked' || name === 'trapped');
    }
  });

  it('never draws ketamine and Mg2+ in one pore over a long run', async () => {
    const setup = setupOf({ voltage_mV: -60 });
    const player = new ChannelPlayer(setup, 2);
    for (let k = 0; k < 3000; k++) {
      if ((await player.nextEvent()) !== 'found') break;
      const state = setup.states[player.snapshot().state];
      if (state === undefined) throw new Error('no state');
      expect(shownOf(state).ketamine && shownOf(state).mg).toBe(false);
    }
  });

  it('runs as many times slower as it says', () => {
    const player = new ChannelPlayer(setupOf(), 1);
    const start = player.snapshot().playhead_ms;
    for (let k = 0; k < 10; k++) player.tick(50);
    expect(player.snapshot().playhead_ms - start).toBeCloseTo(5, 9);
    player.setSlowed(10);
    for (let k = 0; k < 10; k++) player.tick(50);
    expect(player.snapshot().playhead_ms - start).toBeCloseTo(55, 9);
  });

  it('goes back to the opening it came from', async () => {
    const player = new ChannelPlayer(setupOf(), 1);
    await player.next(WANTED.open);
    const first = player.snapshot().playhead_ms;
    await player.next(WANTED.open);
    expect(player.previous(WANTED.open)).toBe(true);
    expect(player.snapshot().playhead_ms).toBe(first);
  });

  it('keeps the state and begins the recording again when the medium changes', async () => {
    const player = new ChannelPlayer(setupOf(), 1);
    await player.next(WANTED.trapped);
    const { state, playhead_ms } = player.snapshot();
    await player.recordOn(10_000);
    player.goTo(playhead_ms);
    player.setMedium(setupOf({ ketamine_uM: 0 }));
    expect(player.snapshot().state).toBe(state);
    expect(player.snapshot().playhead_ms).toBe(playhead_ms);
    expect(player.summary().openings).toBeLessThan(100);
    expect(() => player.setMedium(setupOf({ subunit: '2B' }))).toThrow(RangeError);
  });

  it('cuts long work into slices of a bounded number of jumps, and another order ends it', async () => {
    // Without a blocker the channel is at its fastest. What a slice adds to the recording is seen from outside.
    const fast = setupOf({ ketamine_uM: 0, mg_mM: 0, receptor: 'ampa' });
    const counts: number[] = [];
    let onSlice = (): void => undefined;
    const player: ChannelPlayer = new ChannelPlayer(fast, 1, () => {
      const { openings, shuttings } = player.summary();
      counts.push(openings + shuttings);
      onSlice();
      return Promise.resolve();
    });
    await player.recordOn(300_000);
    const largest = Math.max(...counts.map((count, k) => count - (counts[k - 1] ?? 0)));
    expect(counts.length).toBeGreaterThan(5);
    expect(largest).toBeGreaterThan(100);
    expect(largest).toBeLessThan(SLICE_JUMPS * 1.2);
    expect(player.snapshot().playhead_ms).toBeGreaterThan(300_000);
    const before = player.snapshot().playhead_ms;
    onSlice = () => player.goTo(before - 100);
    expect(await player.next({ kind: 'blocked', blocker: 'ket' })).toBe('left');
    expect(player.snapshot().playhead_ms).toBe(before - 100);
  });

  it('tells subscribers of every change', () => {
    const player = new ChannelPlayer(setupOf(), 1);
    let told = 0;
    const stop = player.subscribe(() => {
      told += 1;
    });
    player.play(true);
    player.tick(33);
    stop();
    player.tick(33);
    expect(told).toBe(2);
  });
});

describe('a channel in two windows', () => {
  it('is the same one, also for a window that comes after its medium was changed', () => {
    const first = new ChannelPlayer(setupOf({ ketamine_uM: 0 }), 3);
    first.play(true);
    for (let turn = 0; turn < 40; turn += 1) first.tick(33);
    first.setMedium(setupOf({ voltage_mV: -60, ketamine_uM: 0 }));
    for (let turn = 0; turn < 400; turn += 1) first.tick(90);
    first.setSlowed(1);
    const told = readHeard(JSON.parse(JSON.stringify(first.told())));
    if (told === null) throw new Error('not readable');
    expect(told.origin).not.toBeNull();

    const second = new ChannelPlayer(setupOf({ voltage_mV: -60, ketamine_uM: 0 }), 3);
    second.hear(told);
    const since = told.origin?.at_ms ?? 0;
    const recorded = (player: ChannelPlayer): readonly string[] =>
      player.trace().flatMap(({ state, from_ms }) => (from_ms > since ? [`${state} ${from_ms.toFixed(6)}`] : []));
    expect(recorded(second).length).toBeGreaterThan(5);
    expect(recorded(second)).toEqual(recorded(first));
    expect(second.snapshot().state).toBe(first.snapshot().state);
  });

  it('waits for a medium that was told before it was given, and takes nothing that is no recording', () => {
    const first = new ChannelPlayer(setupOf(), 3);
    first.setMedium(setupOf({ ketamine_uM: 0 }));
    first.tick(90);
    const second = new ChannelPlayer(setupOf(), 3);
    const orders: boolean[] = [];
    second.onOrder((follows) => orders.push(follows));
    second.hear(first.told());
    expect(second.told().origin).toBeNull();
    second.setMedium(setupOf({ ketamine_uM: 0 }));
    expect(second.told()).toEqual(first.told());
    // What was done elsewhere is not told as if it were done here.
    expect(orders).toEqual([]);
    for (const bad of [null, 3, {}, { playhead_ms: -1, slowed: 1, medium: '' }, { ...first.told(), origin: { at_ms: 'now', state: 0 } }])
      expect(readHeard(bad)).toBeNull();
  });

  it('does not play on for another channel that is in the same medium', () => {
    const old = new ChannelPlayer(setupOf({ voltage_mV: -60 }), 3);
    old.play(true);
    const chosen = new ChannelPlayer(setupOf({ voltage_mV: -60, subunit: '2B' }), 3);
    chosen.hear(old.told());
    expect(chosen.snapshot().playing).toBe(false);
  });

  it('tells its medium once more when the other window stays with an older one, and only once', () => {
    vi.useFakeTimers();
    try {
      const old = new ChannelPlayer(setupOf(), 3);
      const player = new ChannelPlayer(setupOf(), 3);
      player.setMedium(setupOf({ ketamine_uM: 0 }));
      const orders: boolean[] = [];
      player.onOrder((follows) => orders.push(follows));
      player.hear(old.told());
      expect(orders).toEqual([]);
      vi.advanceTimersByTime(5000);
      expect(orders).toEqual([false]);
      player.hear(old.told());
      vi.advanceTimersByTime(5000);
      expect(orders).toEqual([false]);
    } finally {
      vi.useRealTimers();
    }
  });
});
