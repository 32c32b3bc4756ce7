import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { messagesFor } from '../../../src/describe/messages';
import { outlineSections, type OutlineItem } from '../../../src/describe/outline';
import { start } from '../../../src/explorer/defaults';
import { levelsOf } from '../../../src/explorer/levels';
import { outlineOf } from '../../../src/explorer/outline';
import { sceneOf } from '../../../src/explorer/scene-of';
import type { MapScene } from '../../../src/explorer/scene';
import { decode, encode } from '../../../src/explorer/url';
import { WALK_COMMANDS, enter, step, walkableOf, type WalkFocus } from '../../../src/explorer/walk';
import type { Model } from '../../../src/model/model';
import { flagship } from './flagship';
import { choicesOf, stateArbitrary } from './states';

const messages = messagesFor('en');
let model: Model;
let scene: MapScene;

beforeAll(() => {
  model = flagship();
  const found = sceneOf(start(model), model);
  if (found?.kind !== 'map') throw new Error('the flagship pack has no drawing of its start level');
  scene = found;
});

describe('the map of the flagship', () => {
  it('is listed whole in the outline', () => {
    const flat = (items: readonly OutlineItem[]): OutlineItem[] => items.flatMap((item) => [item, ...flat(item.items)]);
    const places = outlineSections(outlineOf(scene, model), model, messages).filter((section) => section.id === 'places');
    const items = flat(places.flatMap((section) => section.items));
    const chosen = (kind: string) => new Set(items.flatMap((item) => (item.selection?.kind === kind ? [item.selection.id] : [])));
    expect(scene.nodes.length).toBeGreaterThanOrEqual(70);
    expect(scene.edges.length).toBeGreaterThanOrEqual(120);
    expect(chosen('entity')).toEqual(new Set(scene.nodes.map((node) => node.id)));
    expect(chosen('claim')).toEqual(new Set(scene.edges.map((edge) => edge.id)));
  });

  it('can be walked to every entity and claim', () => {
    for (const detail of ['near', 'far'] as const) {
      const walkable = walkableOf(scene, detail);
      const first = enter(walkable, null);
      const seen = new Map<string, WalkFocus>();
      const queue = first ? [first] : [];
      for (let focus = queue.pop(); focus; focus = queue.pop()) {
        const key = `${focus.id} ${focus.anchor}`;
        if (seen.has(key)) continue;
        seen.set(key, focus);
        for (const command of WALK_COMMANDS) queue.push(step(walkable, focus, command));
      }
      const reached = new Set([...seen.values()].map((focus) => focus.id));
      expect(reached).toEqual(new Set([...walkable.nodes, ...walkable.links].map((item) => item.id)));
    }
  });

  it('shows something of every explanation', () => {
    for (const { id } of model.hypotheses) {
      const lit = sceneOf({ ...start(model), lit: [id] }, model);
      const edges = lit?.kind === 'map' ? lit.edges : [];
      expect(edges.filter((edge) => edge.route === 'onRoute')).not.toEqual([]);
    }
  });
});

describe('links into the flagship', () => {
  it('round trip for every state that the pack can show', () => {
    fc.assert(
      fc.property(stateArbitrary(choicesOf(model, levelsOf(model))), (state) => {
        expect(decode(encode(state), model)).toEqual({ state, notices: [] });
      }),
      { numRuns: 1_000 },
    );
  });
});
