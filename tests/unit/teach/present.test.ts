import { afterEach, describe, expect, it } from 'vitest';
import { start } from '../../../src/explorer/defaults';
import { createStore, type Store } from '../../../src/explorer/store';
import { stepView } from '../../../src/explorer/story';
import { COMMANDS, commandOf, KEYS } from '../../../src/teach/present/keys';
import { aheadBy, CALM, clockText, readLecture } from '../../../src/teach/present/lecture';
import { readMessage } from '../../../src/teach/present/messages';
import { createMirror, type Mirror, type Port } from '../../../src/teach/present/mirror';
import { offerLive } from '../../../src/views/shared/live';
import { packNamed } from '../explorer/flagship';

const model = packNamed('ketamine');
const press = (key: string, chord: Partial<{ ctrlKey: boolean; metaKey: boolean; altKey: boolean }> = {}) =>
  commandOf({ key, ctrlKey: false, metaKey: false, altKey: false, ...chord });

describe('keys of present mode', () => {
  it('are those that clickers send and lecturers know', () => {
    expect(['PageDown', 'ArrowRight', ' '].map((key) => press(key))).toEqual(['next', 'next', 'next']);
    expect(['PageUp', 'ArrowLeft'].map((key) => press(key))).toEqual(['previous', 'previous']);
    expect(['Home', 'End', 'b', 'B', '.', 'w'].map((key) => press(key))).toEqual(['first', 'last', 'black', 'black', 'black', 'white']);
  });

  it('leave chords and other keys to the browser, and no key has two meanings', () => {
    expect(press('b', { ctrlKey: true })).toBeUndefined();
    expect(press('Tab')).toBeUndefined();
    const all = COMMANDS.flatMap((command) => KEYS[command]);
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('the clock against the plan', () => {
  it('is on time while a step’s own minutes last', () => {
    expect(aheadBy(4, 5, 2)).toBe(1);
    expect(aheadBy(6, 5, 2)).toBe(0);
    expect(aheadBy(9, 5, 2)).toBe(-2);
  });

  it('reads as minutes and seconds', () => {
    expect(clockText(4 + 5 / 60)).toEqual({ whole: '4', seconds: '05' });
    expect(clockText(-0.999)).toEqual({ whole: '1', seconds: '00' });
  });
});

const opened: { close(): void }[] = [];
afterEach(() => {
  for (const each of opened.splice(0)) each.close();
});

/** A window: its store, and its part in the presentation of a channel. */
function windowOf(channel: string, self: string, audience: boolean): { readonly store: Store; readonly mirror: Mirror } {
  const store = createStore({ model, state: { ...start(model), present: audience } });
  const mirror = createMirror({ store, port: new BroadcastChannel(channel) as unknown as Port, self, audience });
  opened.push(mirror);
  return { store, mirror };
}

const soon = (ms = 150): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('two windows of one presentation', () => {
  it('show the same view, whichever is changed, and each stays what it is', async () => {
    const [screen, speaker] = [windowOf('same', 'screen', true), windowOf('same', 'speaker', false)];
    speaker.store.dispatch({ type: 'setBench', bench: { ketamine_uM: 7 } });
    await soon();
    expect(screen.store.getState().bench.ketamine_uM).toBe(7);
    screen.store.dispatch({ type: 'setWhen', when: { basis: 'afterDose', seconds: 3600 } });
    await soon();
    expect(speaker.store.getState().when.seconds).toBe(3600);
    expect([screen.store.getState().present, speaker.store.getState().present]).toEqual([true, false]);
    expect(speaker.mirror.connected()).toBe(true);
  });

  it('do not answer what they were told: one change, one message', async () => {
    const heard: unknown[] = [];
    const ear = new BroadcastChannel('echo');
    ear.addEventListener('message', (event) => heard.push((event as MessageEvent<{ kind: string }>).data.kind));
    opened.push(ear);
    const [screen] = [windowOf('echo', 'screen', true), windowOf('echo', 'speaker', false)];
    await soon();
    heard.length = 0;
    screen.store.dispatch({ type: 'light', hypothesis: 'HNK' });
    await soon(300);
    expect(heard.filter((kind) => kind === 'view')).toHaveLength(1);
  });

  it('agree in the end when both are changed at once', async () => {
    const [screen, speaker] = [windowOf('race', 'screen', true), windowOf('race', 'speaker', false)];
    screen.store.dispatch({ type: 'light', hypothesis: 'HNK' });
    speaker.store.dispatch({ type: 'light', hypothesis: 'opioid' });
    await soon(300);
    expect(screen.store.getState().lit).toEqual(speaker.store.getState().lit);
  });

  it('let go of what was moved in a window whose change was lost', async () => {
    const [first, last] = [windowOf('lost', 'a', true), windowOf('lost', 'b', false)];
    const heard: unknown[] = [];
    const offered = { close: offerLive('map', { read: () => null, hear: (value) => heard.push(value) }) };
    const hand = new BroadcastChannel('lost');
    opened.push(offered, hand);
    await soon();
    // The first window drags the map, and both change the view at once: of two equal counts the later name's holds.
    // A channel has no origin to name, which the rule for windows does not know.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    hand.postMessage({ kind: 'live', from: 'a', count: 1, tick: false, name: 'map', value: { x: 1, y: 2, zoom: 3 } });
    await soon();
    expect(heard.at(-1)).toEqual({ x: 1, y: 2, zoom: 3 });
    first.store.dispatch({ type: 'light', hypothesis: 'HNK' });
    last.store.dispatch({ type: 'light', hypothesis: 'opioid' });
    await soon(300);
    expect([first, last].map(({ store }) => store.getState().lit)).toEqual([['opioid'], ['opioid']]);
    expect(heard.at(-1)).toBeNull();
  });

  it('find each other again: a window that is loaded anew takes up view and lecture', async () => {
    const screen = windowOf('again', 'screen', true);
    screen.store.dispatch({
      type: 'replace',
      state: stepView(screen.store.getState(), model, { id: 'two-brakes', step: 5 }),
      effect: 'navigation',
    });
    screen.mirror.setLecture({ startedAt: 1234, revealed: ['two-brakes.which-interneuron'] });
    await soon();
    const speaker = windowOf('again', 'speaker', false);
    await soon();
    expect(speaker.store.getState().story).toEqual({ id: 'two-brakes', step: 5 });
    expect(speaker.mirror.lecture()).toEqual({ ...CALM, startedAt: 1234, revealed: ['two-brakes.which-interneuron'] });
  });

  it('leave a frozen screen alone until it thaws', async () => {
    const [screen, speaker] = [windowOf('ice', 'screen', true), windowOf('ice', 'speaker', false)];
    speaker.mirror.setLecture({ frozen: true });
    await soon();
    const before = screen.store.getState();
    speaker.store.dispatch({ type: 'light', hypothesis: 'opioid' });
    await soon();
    expect(screen.store.getState()).toBe(before);
    // Nor does it lead anybody back: what happens on it is not the lecture, and its keys are the speaker's.
    const keys: string[] = [];
    speaker.mirror.onAsked((command) => keys.push(command));
    screen.mirror.ask('next');
    screen.store.dispatch({ type: 'light', hypothesis: 'HNK' });
    await soon();
    expect(keys).toEqual(['next']);
    expect(speaker.store.getState().lit).toEqual(['opioid']);
    speaker.mirror.setLecture({ frozen: false });
    await soon();
    expect(screen.store.getState().lit).toEqual(['opioid']);
  });

  it('take nothing that is not theirs', () => {
    const bad = [
      null,
      7,
      'view',
      {},
      { kind: 'view', from: 'a' },
      { kind: 'view', from: 'a', count: 1e99, query: '' },
      { kind: 'x', from: 'a' },
    ];
    for (const data of bad) expect(readMessage(data)).toBeNull();
    expect(readMessage({ kind: 'view', from: 'a', count: 1, query: 'x'.repeat(9_000) })).toBeNull();
    expect(readMessage({ kind: 'pointer', from: 'a', part: 'cellar', x: 9, y: -3 })).toEqual({
      kind: 'pointer',
      from: 'a',
      part: 'slide',
      x: 1,
      y: 0,
    });
    expect(readMessage({ kind: 'live', from: 'a', count: 1, name: 'constructor', value: 1 })).toBeNull();
    expect(readMessage({ kind: 'size', from: 'a', width: 1e9, height: 1 })).toBeNull();
    expect(readMessage({ kind: 'ask', from: 'a', command: 'format' })).toBeNull();
    expect(readLecture({ curtain: 'red', tool: 1, frozen: 'yes', startedAt: 'now', revealed: [1, 'a'] })).toEqual({
      ...CALM,
      revealed: ['a'],
    });
  });
});
