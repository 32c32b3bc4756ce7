/** Which of the three receptors of the baked close-up is drawn, and how it stands. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodeScene } from '../../../src/design/scene-format';
import { readPack } from '../../../src/lab/read-pack';
import { fill, tables } from '../../../src/views/receptor/actors';
import { listedKind, looksOf, poseOf, swingOf } from '../../../src/views/receptor/poses';
import { siteMap } from '../../../src/views/receptor/shown';

const { objects } = decodeScene(Uint8Array.from(readFileSync('public/scenes/receptor.bin')).buffer);
const KINDS = ['nmda', 'ampa', 'mglur'] as const;
const NOTHING = { gateOpen: false, ketamine: false, mg: false, glutamate: false, glycine: false, ions: false };

/** Kinds of objects that are drawn. */
function drawn(kind: (typeof KINDS)[number], pose: number): string[] {
  const hidden = new Set(looksOf(objects, { kind, pose, selected: null, hovered: null }).flatMap((look) => (look.hidden ? [look.id] : [])));
  return objects.filter(({ id }) => !hidden.has(id)).map((object) => object.kind);
}

describe('the receptor that is shown', () => {
  it('is the only one, in the membrane of all three, with one pose of what moves', () => {
    for (const kind of KINDS) {
      for (const shown of [NOTHING, { ...NOTHING, glutamate: true }, { ...NOTHING, glutamate: true, gateOpen: true }]) {
        const kinds = drawn(kind, poseOf(kind, shown));
        expect(kinds).toEqual(expect.arrayContaining(['membrane', 'psd']));
        const own = kinds.filter((each) => each.includes(':'));
        expect(own.filter((each) => !each.startsWith(`${kind}:`))).toEqual([]);
        // Two halves in one and the same pose; the flytraps of both halves are one object.
        const posed = own.filter((each) => /:\d$/.test(each));
        expect(new Set(posed).size).toBe(1);
        expect(posed).toHaveLength(kind === 'mglur' ? 1 : 2);
      }
    }
  });

  it('stands differently when empty, bound and open, by shape alone', () => {
    const poses = (kind: (typeof KINDS)[number]): number[] =>
      [NOTHING, { ...NOTHING, glutamate: true }, { ...NOTHING, glutamate: true, gateOpen: true }].map((shown) => poseOf(kind, shown));
    expect(new Set(poses('ampa')).size).toBe(3);
    expect(poses('nmda')[1]).not.toBe(poses('nmda')[2]);
    expect(poses('mglur')[0]).not.toBe(poses('mglur')[1]);
    for (const kind of ['nmda', 'ampa'] as const) {
      const [, bound = 0, open = 0] = poses(kind);
      expect(swingOf(kind, bound)).toBeCloseTo(0, 12);
      expect(Math.abs(swingOf(kind, open))).toBeGreaterThan(0.1);
    }
  });

  it('holds glutamate where it binds, and lets an AMPA receptor with GluA2 pass no Ca2+', () => {
    const counted = (kind: (typeof KINDS)[number], shown: typeof NOTHING): Record<string, number> => {
      const actors = tables();
      fill(actors, kind, shown, [], () => 7);
      return Object.fromEntries(actors.filter(({ count }) => count > 0).map(({ mesh, count }) => [mesh, count]));
    };
    expect(counted('nmda', siteMap('nmda'))).toEqual({ glutamate: 1, glycine: 1, ketamine: 1, mg: 1 });
    expect(counted('ampa', siteMap('ampa'))).toEqual({ glutamate: 2 });
    expect(counted('mglur', siteMap('mglur'))).toEqual({ glutamate: 2 });
    expect(Object.keys(counted('ampa', { ...NOTHING, ions: true }))).toEqual(['na']);
    expect(Object.keys(counted('nmda', { ...NOTHING, ions: true })).toSorted()).toEqual(['ca', 'na']);
  });

  it('has a name in the pack for every part that can be pointed at, and no name without a part', () => {
    const stage = readPack('src/content/ketamine/pack.json').model?.stages.find(({ level }) => level === 'receptor');
    const unnamed = new Set(['pore', 'neighbour', 'membrane', 'psd', 'ampa.pore', 'mglur.membrane']);
    const parts = new Set(objects.map(({ kind }) => listedKind(kind)).filter((kind) => !unnamed.has(kind)));
    expect([...parts].toSorted()).toEqual(stage?.objects.map(({ kind }) => kind).toSorted());
  });
});
