import { describe, expect, it } from 'vitest';
import { reduce, type Action } from '../../../src/explorer/actions';
import { start } from '../../../src/explorer/defaults';
import { endingOf } from '../../../src/explorer/route';
import type { MapScene } from '../../../src/explorer/scene';
import { sceneOf } from '../../../src/explorer/scene-of';
import type { ExplorerState } from '../../../src/explorer/state';
import { smallModel } from './fixture';

const model = smallModel();
const plain: ExplorerState = { ...start(model), selection: null, lit: [] };
const stateAfter = (...actions: Action[]) => actions.reduce((state, action) => reduce(state, action, model), plain);

function sceneAfter(...actions: Action[]): MapScene {
  const scene = sceneOf(stateAfter(...actions), model);
  if (scene?.kind !== 'map') throw new Error('no scene');
  return scene;
}

const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);
const routes = (items: readonly { readonly id: string; readonly route: string }[]) =>
  Object.fromEntries(items.map(({ id, route }) => [id, route]));

describe('what is drawn', () => {
  it('is the layout without items whose record is missing or lies elsewhere', () => {
    const scene = sceneAfter();
    expect(ids(scene.nodes)).toEqual(['drug', 'metabolite', 'gate', 'kinase', 'brake', 'lonely', 'factor', 'growth']);
    expect(ids(scene.edges)).not.toContain('growth--mood');
    expect(ids(scene.edges)).not.toContain('no--claim');
    expect(scene.edges).toHaveLength(8);
  });

  it('is nothing on a level without a layout', () => {
    expect(sceneOf({ ...plain, level: 'brain' }, model)).toBeNull();
    expect(sceneOf(plain, smallModel({ layouts: [] }))).toBeNull();
  });
});

describe('routes', () => {
  it('are off when nothing is lit', () => {
    const scene = sceneAfter();
    expect(new Set([...scene.nodes, ...scene.edges].map((item) => item.route))).toEqual(new Set(['plain']));
  });

  it('light the tagged claims and those of the numbered route', () => {
    const scene = sceneAfter({ type: 'light', hypothesis: 'alpha' });
    expect(routes(scene.edges)).toMatchObject({
      'drug--gate': 'onRoute',
      'gate--kinase': 'onRoute',
      'kinase--factor': 'onRoute',
      'factor--growth': 'offRoute',
      'metabolite--gate': 'offRoute',
    });
    expect(routes(scene.nodes)).toMatchObject({ factor: 'onRoute', growth: 'offRoute', lonely: 'offRoute' });
  });

  it('number the things that steps arrive at', () => {
    const scene = sceneAfter({ type: 'light', hypothesis: 'alpha' });
    expect(Object.fromEntries(scene.nodes.map((node) => [node.id, node.steps]))).toMatchObject({
      drug: [],
      gate: [1],
      kinase: [2],
      factor: [3],
    });
  });

  it('tell shared from own claims when two are compared, without numbers', () => {
    const scene = sceneAfter({ type: 'compare', a: 'alpha', b: 'beta' });
    expect(routes(scene.edges)).toMatchObject({
      'gate--kinase': 'shared',
      'drug--gate': 'onlyA',
      'metabolite--gate': 'onlyB',
      'factor--growth': 'offRoute',
    });
    expect(routes(scene.nodes)).toMatchObject({ drug: 'shared', metabolite: 'onlyB', factor: 'onlyA', growth: 'offRoute' });
    expect(scene.nodes.flatMap((node) => node.steps)).toEqual([]);
  });
});

describe('line endings', () => {
  it('show the sign first, then what kind of effect it is', () => {
    expect(endingOf({ effect: 'blocks', sign: -1 })).toBe('inhibits');
    expect(endingOf({ effect: 'transports', sign: -1 })).toBe('inhibits');
    expect(endingOf({ effect: 'transcribes', sign: 1 })).toBe('moves');
    expect(endingOf({ effect: 'binds', sign: 1 })).toBe('gain');
    expect(endingOf({ effect: 'phosphorylates', sign: 1 })).toBe('activates');
  });
});

const related = (selection: NonNullable<ExplorerState['selection']>) => {
  const scene = sceneAfter({ type: 'select', selection });
  return {
    nodes: ids(scene.nodes.filter((node) => node.related)),
    edges: ids(scene.edges.filter((edge) => edge.related)),
    selected: ids([...scene.nodes, ...scene.edges, ...scene.groups].filter((item) => item.selected)),
  };
};

describe('selection', () => {
  it('of a thing brings its claims and neighbours forward', () => {
    expect(related({ kind: 'entity', id: 'factor' })).toEqual({
      nodes: ['kinase', 'factor', 'growth'],
      edges: ['kinase--factor', 'factor--growth'],
      selected: ['factor'],
    });
    expect(related({ kind: 'entity', id: 'lonely' })).toEqual({ nodes: ['lonely'], edges: [], selected: ['lonely'] });
  });

  it('of a claim brings its two ends forward', () => {
    expect(related({ kind: 'claim', id: 'drug--gate' })).toEqual({
      nodes: ['drug', 'gate'],
      edges: ['drug--gate'],
      selected: ['drug--gate'],
    });
  });

  it('of a paper brings everything forward that rests on it', () => {
    expect(related({ kind: 'reference', id: 'moss2010' }).edges).toEqual(['kinase--factor', 'metabolite--gate', 'kinase--brake']);
  });

  it('of an event, a hypothesis or a process works the same way', () => {
    expect(related({ kind: 'event', id: 'block' })).toEqual({ nodes: ['drug', 'gate'], edges: ['drug--gate'], selected: [] });
    expect(related({ kind: 'hypothesis', id: 'beta' }).edges).toEqual(['gate--kinase', 'drug--metabolite', 'metabolite--gate']);
    expect(related({ kind: 'group', id: 'building' })).toMatchObject({ nodes: ['kinase', 'factor', 'growth'], selected: ['building'] });
  });

  it('of something that is not on this map sets nothing back', () => {
    expect(related({ kind: 'entity', id: 'mood' }).nodes).toHaveLength(8);
    expect(related({ kind: 'reference', id: 'idle1999' }).edges).toHaveLength(8);
  });
});

const passing = (filters: Partial<ExplorerState['filters']>) =>
  ids(sceneAfter({ type: 'setFilters', filters }).edges.filter((edge) => edge.passes));

describe('filters', () => {
  it('hide extended claims until they are asked for', () => {
    expect(passing({})).not.toContain('brake--kinase');
    expect(passing({ extended: true })).toContain('brake--kinase');
  });

  it('need one piece of evidence that meets all of them', () => {
    expect(passing({ species: ['mouse'] })).toEqual(['metabolite--gate']);
    expect(passing({ species: ['mouse'], check: 'checked' })).toEqual([]);
    expect(passing({ species: ['mouse', 'human'] })).toEqual(['metabolite--gate', 'kinase--brake']);
    expect(passing({ preparation: ['clinical'] })).toEqual(['kinase--brake']);
    expect(passing({ strength: ['contested'] })).toContain('kinase--factor');
    expect(passing({ strength: ['contested'] })).not.toContain('drug--gate');
  });

  it('keep filtered claims in the scene, marked', () => {
    expect(sceneAfter({ type: 'setFilters', filters: { species: ['marmoset'] } }).edges.map((edge) => edge.passes)).toEqual(
      Array(8).fill(false),
    );
  });
});

const now = (seconds: number) =>
  Object.fromEntries(
    sceneAfter({ type: 'setWhen', when: { basis: 'afterDose', seconds } }).nodes.flatMap((node) => (node.now ? [[node.id, node.now]] : [])),
  );

describe('measured now', () => {
  it('follows the score and never guesses', () => {
    expect(now(60)).toEqual({ gate: { direction: 'down', events: ['block'] } });
    expect(now(20_000)).toEqual({});
    expect(now(200_000)).toEqual({ growth: { direction: 'up', events: ['late'] } });
  });

  it('says "present" when studies disagree on the direction', () => {
    expect(now(1_800)).toEqual({
      gate: { direction: 'present', events: ['block', 'peakOnly'] },
      kinase: { direction: 'up', events: ['rise'] },
    });
  });
});

describe('processes', () => {
  const unselected = { route: 'plain', selected: false, related: true } as const;

  it('carry their drawn members and the lines between them', () => {
    const scene = sceneAfter();
    expect(scene.groups.map((group) => ids(group.members))).toEqual([
      ['drug', 'metabolite'],
      ['gate', 'kinase', 'brake'],
      ['factor', 'growth'],
    ]);
    expect(scene.groupEdges).toEqual([
      {
        id: 'outside>signalling>inhibits',
        source: 'outside',
        target: 'signalling',
        claims: ['drug--gate'],
        ending: 'inhibits',
        strength: 'moderate',
        ...unselected,
      },
      {
        id: 'signalling>building>activates',
        source: 'signalling',
        target: 'building',
        claims: ['kinase--factor'],
        ending: 'activates',
        strength: 'contested',
        ...unselected,
      },
      {
        id: 'outside>signalling>gain',
        source: 'outside',
        target: 'signalling',
        claims: ['metabolite--gate'],
        ending: 'gain',
        strength: 'early',
        ...unselected,
      },
    ]);
  });

  it('say where the selection is, also when it lies inside one of them', () => {
    const chosen = (id: string) => sceneAfter({ type: 'select', selection: { kind: 'claim', id } });
    const across = chosen('drug--gate');
    expect(ids(across.groupEdges.filter((line) => line.selected))).toEqual(['outside>signalling>inhibits']);
    expect(ids(across.groups.filter((group) => group.holds))).toEqual([]);
    expect(ids(across.groups.filter((group) => group.related))).toEqual(['outside', 'signalling']);
    const within = chosen('gate--kinase');
    expect(ids(within.groups.filter((group) => group.holds))).toEqual(['signalling']);
    expect(ids(within.groupEdges.filter((line) => line.related))).toEqual([]);
  });

  it('take the route of their members, and lose lines that the filters hide', () => {
    const scene = sceneAfter({ type: 'compare', a: 'alpha', b: 'beta' }, { type: 'setFilters', filters: { species: ['mouse'] } });
    expect(routes(scene.groups)).toEqual({ outside: 'shared', signalling: 'shared', building: 'onlyA' });
    expect(ids(scene.groupEdges)).toEqual(['outside>signalling>gain']);
  });
});

const changed = (a: readonly { readonly id: string }[], b: readonly { readonly id: string }[]) =>
  ids(b.filter((item, index) => item !== a[index]));

describe('identity', () => {
  it('is kept for the whole scene when nothing on it changed', () => {
    const first = sceneOf(plain, model);
    expect(sceneOf({ ...plain, camera: { x: 1, y: 2, zoom: 3 } }, model)).toBe(first);
    expect(sceneOf({ ...plain, when: { basis: 'afterDose', seconds: 2_500 } }, model)).toBe(first);
  });

  it('is kept for every item that did not change', () => {
    const before = sceneAfter();
    const after = sceneAfter({ type: 'select', selection: { kind: 'claim', id: 'drug--gate' } });
    expect(changed(before.nodes, after.nodes)).toEqual(['metabolite', 'kinase', 'brake', 'lonely', 'factor', 'growth']);
    expect(changed(before.groupEdges, after.groupEdges)).toEqual([
      'outside>signalling>inhibits',
      'signalling>building>activates',
      'outside>signalling>gain',
    ]);
    const scrubbed = sceneAfter(
      { type: 'select', selection: { kind: 'claim', id: 'drug--gate' } },
      { type: 'setWhen', when: { basis: 'afterDose', seconds: 20_000 } },
    );
    expect(scrubbed.edges).toBe(after.edges);
    expect(scrubbed.groupEdges).toBe(after.groupEdges);
    expect(changed(after.nodes, scrubbed.nodes)).toEqual(['gate', 'kinase']);
  });
});
