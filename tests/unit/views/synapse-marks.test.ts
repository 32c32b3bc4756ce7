import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeScene } from '../../../src/design/scene-format';
import { Looks } from '../../../src/views/plate3d/looks';
import { marksOf, selectedPart } from '../../../src/views/synapse/marks';
import { indexScene, stageKind, vesicleLooks } from '../../../src/views/synapse/scene-index';
import { readPack } from '../../../src/lab/read-pack';

const file = readFileSync(join(import.meta.dirname, '../../../public/scenes/synapse.bin'));
const scene = decodeScene(file.buffer.slice(file.byteOffset, file.byteOffset + file.length));
const index = indexScene(scene);
const stage = readPack('src/content/ketamine/pack.json').model?.stages.find(({ level }) => level === 'synapse');
if (stage === undefined) throw new Error('the pack has no synapse');

const nothing = { selection: null, stage, index, hovered: null, pointed: null } as const;
const dimmedKinds = (marks: ReturnType<typeof marksOf>): Set<string> =>
  new Set(marks.looks.flatMap(({ id, look }) => (look === 'dimmed' ? [stageKind(index.byId.get(id)?.kind ?? '')] : [])));

describe('what is dimmed', () => {
  it('is nothing at rest, and nothing under the pointer', () => {
    expect(marksOf(nothing)).toEqual({ looks: [], lit: null });
    const ampa = index.objects.find(({ kind }) => kind === 'ampa')?.id ?? 0;
    expect(marksOf({ ...nothing, hovered: ampa })).toEqual({ looks: [{ id: ampa, look: 'hover' }], lit: null });
  });

  it('is every object but those of the selected kind, or but the one that is selected', () => {
    const kind = marksOf({ ...nothing, selection: { kind: 'part', id: 'nmda' } });
    expect(kind.looks.filter(({ look }) => look === 'selected')).toHaveLength(12);
    expect(kind.looks).toHaveLength(index.objects.length);
    expect(dimmedKinds(kind).has('nmda')).toBe(false);
    const one = marksOf({ ...nothing, selection: { kind: 'part', id: 'nmda.3' } });
    expect(one.looks.filter(({ look }) => look === 'selected')).toHaveLength(1);
    expect(dimmedKinds(one).has('nmda')).toBe(true);
  });

  it('is every object when a small molecule is selected, which itself is not', () => {
    const marks = marksOf({ ...nothing, selection: { kind: 'entity', id: 'glutamate' } });
    expect(marks.looks.every(({ look }) => look === 'dimmed')).toBe(true);
    expect(marks.lit).toEqual(new Set(['glutamate']));
  });

  it('leaves what a list points at beside what is selected', () => {
    const marks = marksOf({ ...nothing, selection: { kind: 'part', id: 'nmda' }, pointed: 'astrocyte' });
    expect(dimmedKinds(marks).has('astrocyte')).toBe(false);
    expect(dimmedKinds(marks).has('ampa')).toBe(true);
  });

  it('is nothing for a selection that this picture does not show', () => {
    expect(selectedPart({ kind: 'entity', id: 'mtorc1' }, stage)).toBeNull();
    expect(marksOf({ ...nothing, selection: { kind: 'claim', id: 'nmdar_pv--ketamine' } }).lit).toBeNull();
  });
});

describe('the two drawings of the fusing vesicle', () => {
  it('are never shown together, and one of them always', () => {
    const { closed, open } = index.vesicle;
    expect(Math.min(closed.length, open.length)).toBeGreaterThan(100);
    expect(closed.filter((line) => open.includes(line))).toEqual([]);
    expect(vesicleLooks(index, false).map(({ id }) => id)).toEqual(open);
    expect(vesicleLooks(index, true).map(({ id }) => id)).toEqual(closed);
    const object = scene.objects.find(({ kind }) => kind === 'fusingVesicle');
    for (const line of [...closed, ...open]) expect(object?.lineIds).toContain(line);
  });
});

describe('looks as the card reads them', () => {
  it('change only where something changed, and a later entry wins', () => {
    const looks = new Looks(scene);
    const vesicle = scene.objects.find(({ kind }) => kind === 'fusingVesicle');
    const [line = 0] = index.vesicle.open;
    const wanted = [{ id: vesicle?.id ?? 0, look: 'dimmed' } as const, { id: line, hidden: true }];
    const first = looks.set(wanted);
    expect(first.lines.has(line)).toBe(true);
    expect(first).toMatchObject({ outlines: true, selected: false });
    expect(looks.set(wanted)).toEqual({ lines: new Set(), outlines: false, selected: false });
    expect(looks.set(wanted.slice(0, 1)).lines).toEqual(new Set([line]));
    expect(looks.set([]).lines.size).toBeGreaterThan(100);
  });
});
