import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { start } from '../../../src/explorer/defaults';
import { sceneOf } from '../../../src/explorer/scene-of';
import {
  WALK_COMMANDS,
  connectionsOf,
  enter,
  positionOf,
  step,
  walkableOf,
  type WalkCommand,
  type WalkFocus,
  type Walkable,
} from '../../../src/explorer/walk';
import type { Lit } from '../../../src/explorer/state';
import { smallModel } from './fixture';

const model = smallModel();
const walkableWith = (lit: Lit, detail: 'far' | 'near'): Walkable => {
  const scene = sceneOf({ ...start(model), selection: null, lit }, model);
  return scene?.kind === 'map' ? walkableOf(scene, detail) : { nodes: [], links: [] };
};
const near = walkableWith([], 'near');
const at = (id: string): WalkFocus => ({ id, anchor: id });
const go = (from: WalkFocus, ...commands: WalkCommand[]) => commands.reduce((focus, command) => step(near, focus, command), from);

/** Everything that commands lead to from a focus. */
function reach(walkable: Walkable, from: WalkFocus): ReadonlySet<string> {
  const seen = new Map<string, WalkFocus>([[`${from.id} ${from.anchor}`, from]]);
  const queue = [from];
  for (let focus = queue.pop(); focus; focus = queue.pop()) {
    for (const command of WALK_COMMANDS) {
      const next = step(walkable, focus, command);
      const key = `${next.id} ${next.anchor}`;
      if (seen.has(key)) continue;
      seen.set(key, next);
      queue.push(next);
    }
  }
  return new Set([...seen.values()].map((focus) => focus.id));
}

const everything = (walkable: Walkable) => new Set([...walkable.nodes, ...walkable.links].map((item) => item.id));

describe('walking', () => {
  it('follows causal arrows right and left', () => {
    expect(go(at('drug'), 'forward').id).toBe('gate');
    expect(go(at('drug'), 'forward', 'forward', 'forward').id).toBe('factor');
    expect(go(at('factor'), 'back').id).toBe('kinase');
    expect(go(at('growth'), 'forward')).toEqual(at('growth'));
  });

  it('goes through the things of a place, then on to the next place, and round', () => {
    expect(near.nodes.map((node) => node.id)).toEqual(['drug', 'metabolite', 'growth', 'gate', 'kinase', 'brake', 'lonely', 'factor']);
    expect(go(at('growth'), 'nextSibling').id).toBe('gate');
    expect(go(at('drug'), 'previousSibling').id).toBe('factor');
    expect(go(at('gate'), 'first').id).toBe('drug');
    expect(go(at('gate'), 'last').id).toBe('factor');
  });

  it('goes round the connections of a thing, out before in, and back to it', () => {
    const stops = ['kinase--factor', 'kinase--brake', 'gate--kinase', 'kinase'];
    let focus = at('kinase');
    for (const stop of stops) {
      focus = go(focus, 'nextConnection');
      expect(focus).toEqual({ id: stop, anchor: 'kinase' });
    }
    expect(go(at('kinase'), 'previousConnection').id).toBe('gate--kinase');
  });

  it('goes from a connection to either end', () => {
    const onClaim = go(at('kinase'), 'nextConnection');
    expect(go(onClaim, 'forward')).toEqual(at('factor'));
    expect(go(onClaim, 'back')).toEqual(at('kinase'));
    expect(go(onClaim, 'nextSibling')).toEqual(at('brake'));
  });

  it('stays where a thing has no connections', () => {
    expect(go(at('lonely'), 'nextConnection')).toEqual(at('lonely'));
    expect(go(at('lonely'), 'forward')).toEqual(at('lonely'));
  });

  it('prefers the lit route', () => {
    const walkable = walkableWith(['beta'], 'near');
    expect(step(walkable, at('drug'), 'forward').id).toBe('metabolite');
  });

  it('finds its place again when the thing in focus is gone', () => {
    expect(step(near, { id: 'gone--claim', anchor: 'kinase' }, 'forward')).toEqual(at('kinase'));
    expect(step(near, at('gone'), 'forward')).toEqual(at('drug'));
    expect(step({ nodes: [], links: [] }, at('gone'), 'forward')).toEqual(at('gone'));
  });

  it('enters at the wanted thing or claim', () => {
    expect(enter(near, 'kinase')).toEqual(at('kinase'));
    expect(enter(near, 'drug--gate')).toEqual({ id: 'drug--gate', anchor: 'drug' });
    expect(enter(near, 'mood')).toEqual(at('drug'));
    expect(enter({ nodes: [], links: [] }, null)).toBeNull();
  });

  it('walks processes and their lines when far out', () => {
    const far = walkableWith([], 'far');
    expect(far.nodes.map((node) => node.id)).toEqual(['signalling', 'outside', 'building']);
    expect(reach(far, at('outside'))).toEqual(everything(far));
  });
});

describe('reach', () => {
  it('is everything, from every thing and claim of the map', () => {
    expect(near.links.length).toBeGreaterThan(0);
    for (const id of everything(near)) {
      const from = enter(near, id);
      expect(from && reach(near, from)).toEqual(everything(near));
    }
  });

  it('is everything on any map at all', () => {
    const map = fc.integer({ min: 1, max: 12 }).chain((count) =>
      fc.record({
        nodes: fc.constant(Array.from({ length: count }, (_, index) => ({ id: `n${index}`, place: `p${index % 3}` }))),
        links: fc
          .array(fc.tuple(fc.nat(count - 1), fc.nat(count - 1)), { maxLength: 20 })
          .map((pairs) => pairs.map(([a, b], index) => ({ id: `l${index}`, source: `n${a}`, target: `n${b}` }))),
      }),
    );
    fc.assert(
      fc.property(map, fc.nat(11), (walkable, index) => {
        const from = enter(walkable, `n${index}`);
        expect(from && reach(walkable, from)).toEqual(everything(walkable));
      }),
    );
  });
});

describe('position', () => {
  it('counts among the things of the same place', () => {
    expect(positionOf(near, 'kinase')).toEqual({ index: 2, count: 4, place: 'spine' });
    expect(positionOf(near, 'mood')).toBeNull();
  });

  it('goes with the connections that are listed', () => {
    expect(connectionsOf(near, 'gate').map((link) => link.id)).toEqual(['gate--kinase', 'drug--gate', 'metabolite--gate']);
  });
});
