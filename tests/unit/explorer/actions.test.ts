import { describe, expect, it } from 'vitest';
import { effectOf, reduce, type Action } from '../../../src/explorer/actions';
import { start } from '../../../src/explorer/defaults';
import { levelsOf } from '../../../src/explorer/levels';
import { smallModel } from './fixture';

const model = smallModel();
const first = start(model);
const after = (...actions: Action[]) => actions.reduce((state, action) => reduce(state, action, model), first);

const when = (seconds: number) => after({ type: 'setWhen', when: { basis: 'afterDose', seconds } }).when.seconds;
const camera = (x: number, zoom: number) => after({ type: 'setCamera', camera: { x, y: 0, zoom } }).camera;

describe('the start view', () => {
  it('follows the manifest', () => {
    expect(first).toMatchObject({ pack: 'small', level: 'cell', selection: { kind: 'entity', id: 'drug' }, lit: ['alpha'], camera: null });
  });

  it('never starts at a level without a drawing', () => {
    const other = smallModel({ start: { ...model.manifest.start, level: 'brain' } });
    expect(levelsOf(other)).toEqual(['cell']);
    expect(start(other).level).toBe('cell');
  });

  it('tells a claim from an entity, and leaves out what is not there', () => {
    const wish = { ...model.manifest.start, lit: ['nothing', 'beta', 'alpha', 'alpha'] };
    expect(start(smallModel({ start: { ...wish, selection: 'drug--gate' } }))).toMatchObject({
      selection: { kind: 'claim', id: 'drug--gate' },
      lit: ['beta', 'alpha'],
    });
    expect(start(smallModel({ start: { ...wish, selection: 'nothing' } })).selection).toBeNull();
  });
});

describe('reduce', () => {
  it('does not go to a level that does not exist', () => {
    expect(after({ type: 'goTo', level: 'brain' })).toBe(first);
  });

  it('forgets the camera when the level changes', () => {
    const state = { ...first, level: 'person' as const, camera: { x: 1, y: 2, zoom: 3 } };
    expect(reduce(state, { type: 'goTo', level: 'cell' }, model)).toMatchObject({ level: 'cell', camera: null });
  });

  it('selects what exists, follows old ids and ignores the rest', () => {
    expect(after({ type: 'select', selection: { kind: 'claim', id: 'old--claim' } }).selection).toEqual({
      kind: 'claim',
      id: 'drug--gate',
    });
    expect(after({ type: 'select', selection: { kind: 'group', id: 'signalling' } }).selection).toEqual({
      kind: 'group',
      id: 'signalling',
    });
    expect(after({ type: 'select', selection: { kind: 'event', id: 'nothing' } })).toBe(first);
    expect(after({ type: 'clearSelection' }).selection).toBeNull();
  });

  it('lights one hypothesis or compares two', () => {
    expect(after({ type: 'light', hypothesis: 'beta' }).lit).toEqual(['beta']);
    expect(after({ type: 'light', hypothesis: null }).lit).toEqual([]);
    expect(after({ type: 'light', hypothesis: 'nothing' })).toBe(first);
    expect(after({ type: 'compare', a: 'beta', b: 'old_alpha' }).lit).toEqual(['beta', 'alpha']);
    expect(after({ type: 'compare', a: 'beta', b: 'beta' }).lit).toEqual(['beta']);
    expect(after({ type: 'compare', a: 'beta', b: 'nothing' })).toBe(first);
  });

  it('keeps times on their clock and cameras finite', () => {
    expect(when(0)).toBe(1);
    expect(when(1e12)).toBe(28 * 86_400);
    expect(when(Number.NaN)).toBe(1);
    expect(when(123.456)).toBe(123.46);
    expect(camera(1.26, 2.000004)).toEqual({ x: 1.3, y: 0, zoom: 2 });
    expect(camera(Number.NaN, 1)).toBeNull();
    expect(camera(0, -1)).toBeNull();
    expect(camera(0, 1e9)?.zoom).toBe(100);
  });

  it('merges filters, drops unknown values and keeps their order', () => {
    const state = after(
      { type: 'setFilters', filters: { species: ['mouse', 'dragon', 'human', 'mouse'] } },
      { type: 'setFilters', filters: { check: 'checked' } },
    );
    expect(state.filters).toEqual({ species: ['human', 'mouse'], preparation: [], strength: [], check: 'checked', extended: false });
    expect(reduce(state, { type: 'clearFilters' }, model)).toEqual(first);
  });

  it('returns the same object when nothing changes', () => {
    const changed = after({ type: 'setWhen', when: { basis: 'afterSpike', seconds: 0.01 } });
    expect(reduce(changed, { type: 'setWhen', when: { basis: 'afterSpike', seconds: 0.01 } }, model)).toBe(changed);
    expect(reduce(changed, { type: 'setFilters', filters: {} }, model)).toBe(changed);
  });

  it('goes back to the start view but keeps theme and language', () => {
    const state = after(
      { type: 'setTheme', theme: 'lecture' },
      { type: 'setLocale', locale: 'de' },
      { type: 'light', hypothesis: 'beta' },
      { type: 'reset' },
    );
    expect(state).toEqual({ ...first, theme: 'lecture', locale: 'de' });
    expect(after({ type: 'choosePack', pack: 'https://example.org/p.json' }).pack).toBe('https://example.org/p.json');
  });

  it('replaces with the nearest valid state', () => {
    const state = { ...first, level: 'brain' as const, selection: { kind: 'entity' as const, id: 'nothing' }, lit: ['nothing'] as const };
    expect(after({ type: 'replace', state, effect: 'view' })).toMatchObject({ level: 'cell', selection: null, lit: [] });
  });
});

describe('effectOf', () => {
  it('tells steps from refinements and looks', () => {
    expect(effectOf({ type: 'select', selection: { kind: 'entity', id: 'drug' } })).toBe('navigation');
    expect(effectOf({ type: 'setCamera', camera: null })).toBe('adjustment');
    expect(effectOf({ type: 'setTheme', theme: 'paper' })).toBe('view');
    expect(effectOf({ type: 'replace', state: first, effect: 'view' })).toBe('view');
  });
});
