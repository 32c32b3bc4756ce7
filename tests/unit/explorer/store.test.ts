import { describe, expect, it } from 'vitest';
import { start } from '../../../src/explorer/defaults';
import { COALESCE_MS, UNDO_LIMIT, createStore, type Change } from '../../../src/explorer/store';
import { smallModel } from './fixture';

function make() {
  const model = smallModel();
  const clock = { at: 0 };
  const store = createStore({ model, state: start(model), now: () => clock.at });
  const changes: Change[] = [];
  store.subscribe((change) => changes.push(change));
  return { model, store, clock, changes };
}

describe('store', () => {
  it('tells listeners what changed, and only when something did', () => {
    const { store, changes } = make();
    store.dispatch({ type: 'light', hypothesis: 'beta' });
    store.dispatch({ type: 'light', hypothesis: 'beta' });
    expect(changes.map((change) => change.effect)).toEqual(['navigation']);
    expect(changes[0]?.previous.lit).toEqual(['alpha']);
  });

  it('stops telling a listener that left', () => {
    const { store } = make();
    let calls = 0;
    const stop = store.subscribe(() => (calls += 1));
    stop();
    store.dispatch({ type: 'clearSelection' });
    expect(calls).toBe(0);
  });

  it('undoes and redoes committed steps', () => {
    const { store, changes } = make();
    store.dispatch({ type: 'clearSelection' });
    store.dispatch({ type: 'light', hypothesis: 'beta' });
    expect(store.undo()).toBe(true);
    expect(store.getState()).toMatchObject({ lit: ['alpha'], selection: null });
    expect(store.undo()).toBe(true);
    expect(store.getState().selection).toEqual({ kind: 'entity', id: 'drug' });
    expect(store.undo()).toBe(false);
    expect(store.redo()).toBe(true);
    expect(store.redo()).toBe(true);
    expect(store.redo()).toBe(false);
    expect(store.getState()).toMatchObject({ lit: ['beta'], selection: null });
    expect(changes.map((change) => change.effect)).toEqual(['navigation', 'navigation', 'travel', 'travel', 'travel', 'travel']);
  });

  it('forgets what was undone when a new step is taken', () => {
    const { store } = make();
    store.dispatch({ type: 'light', hypothesis: 'beta' });
    store.undo();
    store.dispatch({ type: 'clearSelection' });
    expect(store.canRedo()).toBe(false);
  });

  it('joins a pan into one step, but not two pans with a pause between', () => {
    const { store, clock } = make();
    const pan = (x: number) => store.dispatch({ type: 'setCamera', camera: { x, y: 0, zoom: 1 } });
    for (const x of [1, 2, 3]) {
      pan(x);
      clock.at += 16;
    }
    clock.at += COALESCE_MS + 1;
    pan(4);
    pan(5);
    store.undo();
    expect(store.getState().camera?.x).toBe(3);
    store.undo();
    expect(store.getState().camera).toBeNull();
  });

  it('does not join a pan and a scrub', () => {
    const { store } = make();
    store.dispatch({ type: 'setCamera', camera: { x: 1, y: 0, zoom: 1 } });
    store.dispatch({ type: 'setWhen', when: { basis: 'afterDose', seconds: 60 } });
    store.undo();
    expect(store.getState().camera?.x).toBe(1);
  });

  it('does not join adjustments across an undo', () => {
    const { store } = make();
    const scrub = (seconds: number) => store.dispatch({ type: 'setWhen', when: { basis: 'afterDose', seconds } });
    store.dispatch({ type: 'clearSelection' });
    scrub(60);
    store.undo();
    scrub(90);
    store.undo();
    expect(store.getState()).toMatchObject({ selection: null, when: { seconds: 2_400 } });
  });

  it('takes several actions as one step', () => {
    const { store, changes } = make();
    store.dispatch([
      { type: 'setWhen', when: { basis: 'afterDose', seconds: 60 } },
      { type: 'light', hypothesis: 'beta' },
    ]);
    expect(changes).toHaveLength(1);
    expect(changes[0]?.effect).toBe('navigation');
    store.undo();
    expect(store.getState()).toEqual(start(smallModel()));
  });

  it('never undoes theme or language', () => {
    const { store } = make();
    store.dispatch({ type: 'light', hypothesis: 'beta' });
    store.dispatch({ type: 'setTheme', theme: 'lecture' });
    store.undo();
    expect(store.getState()).toMatchObject({ theme: 'lecture', lit: ['alpha'] });
    expect(store.canUndo()).toBe(false);
  });

  it('steps over states that look like the present one, as browser history leaves them', () => {
    const { store } = make();
    const first = store.getState();
    store.dispatch({ type: 'light', hypothesis: 'beta' });
    const second = store.getState();
    store.dispatch({ type: 'clearSelection' });
    store.dispatch({ type: 'replace', state: second, effect: 'view' });
    store.undo();
    expect(store.getState()).toEqual(first);
  });

  it('keeps a bounded number of steps', () => {
    const { store } = make();
    for (let index = 0; index < UNDO_LIMIT + 50; index += 1) store.dispatch({ type: 'light', hypothesis: index % 2 === 0 ? 'beta' : null });
    let count = 0;
    while (store.undo()) count += 1;
    expect(count).toBe(UNDO_LIMIT);
  });

  it('does not undo into another pack', () => {
    const { store } = make();
    store.dispatch({ type: 'light', hypothesis: 'beta' });
    store.setModel(smallModel());
    store.dispatch({ type: 'choosePack', pack: 'other' });
    expect(store.canUndo()).toBe(false);
  });
});
