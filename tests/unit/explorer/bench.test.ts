/** The bench: its first values are Parameters of the pack, it stays inside its ranges, and changing it is one step to undo. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noticeText } from '../../../src/describe/notices';
import { outlineSections } from '../../../src/describe/outline';
import { messagesFor } from '../../../src/describe/messages';
import { sceneSummary } from '../../../src/describe/summary';
import { announceSelection } from '../../../src/describe/announce';
import { BENCH_BASELINE, BENCH_RANGES, benchOf, runEnd, settingParameter, tidyBench, tidyMoment } from '../../../src/explorer/bench';
import { start } from '../../../src/explorer/defaults';
import { levelsOf } from '../../../src/explorer/levels';
import { outlineOf } from '../../../src/explorer/outline';
import { indexOfPart, kindOfPart } from '../../../src/explorer/plate-scene';
import { sceneOf } from '../../../src/explorer/scene-of';
import type { Bench } from '../../../src/explorer/state';
import { createStore } from '../../../src/explorer/store';
import { decode } from '../../../src/explorer/url';
import { SUBUNITS } from '../../../src/model/schema';
import { flagship } from './flagship';
import { smallModel } from './fixture';

const model = flagship();
const messages = messagesFor('en');
const stage = model.stages.find(({ level }) => level === 'synapse');
const state = { ...start(model), level: 'synapse' as const, selection: null };

describe('first values', () => {
  it('are those of the Parameters that the stage names, each with its source', () => {
    if (stage === undefined) throw new Error('no stage');
    const settings = ['ketamine', 'mg', 'voltage', 'release', 'spikes', 'rate'] as const;
    const values = settings.map((setting) => settingParameter(model, stage, setting)?.value);
    const bench = benchOf(model);
    expect(values).toEqual([bench.ketamine_uM, bench.mg_mM, bench.voltage_mV, bench.release, bench.spikes, bench.rate_Hz]);
    for (const setting of settings) expect(settingParameter(model, stage, setting)?.source).not.toBe('');
    expect(bench).toEqual(BENCH_BASELINE);
  });

  it('come back with "Reset values"', () => {
    const store = createStore({ model, state });
    store.dispatch({ type: 'setBench', bench: { ketamine_uM: 30, subunit: '2D' } });
    store.dispatch({ type: 'resetBench' });
    expect(store.getState().bench).toEqual(benchOf(model));
  });
});

describe('a bench', () => {
  const wild = fc.double();
  it('stays inside its ranges whatever it is given, and is left alone once it does', () => {
    fc.assert(
      fc.property(
        fc.record({
          ketamine_uM: wild,
          mg_mM: wild,
          voltage_mV: fc.oneof(fc.constant('free' as const), wild),
          release: wild,
          subunit: fc.constantFrom(...SUBUNITS),
          spikes: wild,
          rate_Hz: wild,
          compare: fc.boolean(),
          seed: wild,
          receptor: fc.constantFrom('nmda', 'ampa', 'mglur'),
          glutamate_uM: wild,
        }),
        (given) => {
          const bench = tidyBench(given);
          for (const [key, { from, to }] of Object.entries(BENCH_RANGES)) {
            const value = bench[key as keyof Bench];
            if (typeof value !== 'number') continue;
            expect(value).toBeGreaterThanOrEqual(from);
            expect(value).toBeLessThanOrEqual(to);
          }
          expect(tidyBench(bench)).toEqual(bench);
        },
      ),
    );
  });

  it('makes a train as long as its spikes ask for', () => {
    expect(runEnd(BENCH_BASELINE)).toBe(200);
    expect(runEnd({ ...BENCH_BASELINE, spikes: 5, rate_Hz: 20 })).toBe(400);
    expect(tidyMoment(-1)).toBe(0);
  });

  it('is changed in one step by a drag, and in two by two settings', () => {
    let clock = 0;
    const store = createStore({ model, state, now: () => clock });
    for (const ketamine_uM of [2, 3, 4]) {
      clock += 100;
      store.dispatch({ type: 'setBench', bench: { ketamine_uM } });
    }
    store.dispatch({ type: 'setBench', bench: { mg_mM: 0.5 } });
    expect(store.undo()).toBe(true);
    expect(store.getState().bench).toMatchObject({ ketamine_uM: 4, mg_mM: 1 });
    expect(store.undo()).toBe(true);
    expect(store.getState().bench).toEqual(BENCH_BASELINE);
    expect(store.undo()).toBe(false);
  });
});

describe('the plate of the flagship', () => {
  const scene = sceneOf(state, model);

  it('is offered when the whole pack is there, and not before', () => {
    expect(levelsOf(model)).toContain('synapse');
    expect(levelsOf({ ...model, complete: false })).not.toContain('synapse');
    expect(levelsOf(smallModel())).not.toContain('synapse');
    expect(decode('v=1&level=synapse', { ...model, complete: false })).toMatchObject({ state: { level: 'synapse' }, notices: [] });
  });

  it('lists in its outline exactly what it holds', () => {
    if (scene?.kind !== 'plate') throw new Error('no plate');
    const things = outlineSections(outlineOf(scene, model), model, messages).find(({ id }) => id === 'things');
    expect(things?.items.map(({ key }) => key)).toEqual(scene.things.map(({ id }) => id));
    expect(scene.things.map(({ id }) => id)).toEqual(stage?.objects.map(({ kind }) => kind));
    expect(things?.items.find(({ key }) => key === 'ampa')?.detail).toContain('80 in the simulation');
  });

  it('is told in words, with its settings', () => {
    if (scene === null) throw new Error('no plate');
    const text = sceneSummary(scene, { ...state, bench: { ...state.bench, ketamine_uM: 0, voltage_mV: 'free' } }, model, messages);
    expect(text).toContain('A glutamate synapse');
    expect(text).toContain('Ketamine none, Mg2+ 1 mM, voltage free');
    expect(announceSelection({ selection: { kind: 'part', id: 'nmda.2' } }, model, scene, messages)).toMatch(
      /^NMDA receptor 3, \d+ of \d+ in the picture$/,
    );
  });

  it('tells which thing a part names', () => {
    expect([kindOfPart('nmda.2'), indexOfPart('nmda.2'), kindOfPart('nmda'), indexOfPart('nmda')]).toEqual(['nmda', 2, 'nmda', null]);
    const told = decode('v=1&level=synapse&sel=part:axon.1', model);
    expect(told.state.selection).toBeNull();
    expect(told.notices).toEqual([{ kind: 'unknown', field: 'selection', value: 'axon.1', kept: '' }]);
  });
});

describe('a link with a bad value', () => {
  it.each([
    [
      'ket=500',
      'The link gives the ketamine concentration in µM as "500", which cannot be read. It takes a number from 0 to 100. Showing 1 instead.',
    ],
    [
      'mv=99',
      'The link gives the membrane voltage in mV as "99", which cannot be read. It takes a number from −90 to 50, or "free". Showing -40 instead.',
    ],
    ['sub=9', 'The link gives the NMDA receptor subtype as "9", which cannot be read. It takes one of 2A, 2B, 2C, 2D. Showing 2A instead.'],
  ])('%s says the field, the range and what was kept', (query, said) => {
    const [notice] = decode(`v=1&${query}`, null).notices;
    if (notice === undefined) throw new Error('no notice');
    expect(noticeText(notice, model, messages)).toBe(said);
  });
});
