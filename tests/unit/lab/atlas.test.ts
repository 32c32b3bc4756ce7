import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { decodeMeshes, type PackedMesh } from '../../../src/design/atlas/mesh-file';
import type { OutlineMap } from '../../../src/design/atlas/outlines';
import type { AtlasSection } from '../../../src/design/atlas/section';
import { CENTRE, FIXED_VIEWS } from '../../../src/design/atlas/views';
import { volumeOf } from '../../../src/lab/atlas/nets';
import { PINS, sha256 } from '../../../src/lab/atlas/pins';
import { RULES } from '../../../src/lab/atlas/rules';
import { ATLAS_REGIONS, MARKER_REGIONS, SOLID_REGIONS, type AtlasEntry, type AtlasTable } from '../../../src/model/atlas';

const FOLDER = join(import.meta.dirname, '../../../public/atlas');
const read = (name: string): Uint8Array<ArrayBuffer> => Uint8Array.from(readFileSync(join(FOLDER, name)));
const json = <T>(name: string): T => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as T;

interface Lock {
  readonly inputs: Readonly<Record<string, string>>;
  readonly outputs: Readonly<Record<string, { readonly bytes: number; readonly sha256: string }>>;
}
const lock = json<Lock>('atlas.lock.json');
const table = json<AtlasTable>('atlas.json');
const outlines = json<{ readonly surface: readonly string[]; readonly views: Readonly<Record<string, OutlineMap>> }>('outlines.json');
const meshes = {
  full: await decodeMeshes(read('full.bin')),
  light: await decodeMeshes(read('light.bin')),
  regions: await decodeMeshes(read('regions.bin')),
};
const named = (set: readonly PackedMesh[], name: string): PackedMesh => {
  const found = set.find((mesh) => mesh.name === name);
  if (found === undefined) throw new Error(`no mesh ${name}`);
  return found;
};
const entriesOf = (region: string): AtlasEntry[] => table.entries.filter((entry) => entry.region === region);

/** This brain is about this much larger than an average living one. */
const LARGER = 1.28;
/**
 * Commonly reported means of adults, cm³ a side (both sides together for the hindbrain). A mesh may lie a fifth outside: it is one
 * person, and labels, not segmentation of a study, say where it ends.
 */
const REPORTED: Readonly<Record<string, readonly [number, number]>> = {
  hippocampus: [3.5, 4],
  amygdala: [1.2, 1.7],
  thalamus: [6.5, 8],
  caudate: [3.3, 4],
  putamen: [4.5, 5.5],
  pallidum: [1.6, 1.9],
  accumbens: [0.5, 0.7],
  brainstem: [20, 25],
  cerebellum: [120, 140],
};
const SLACK = 1.2;

describe('the committed atlas', () => {
  it('is what the lock says', () => {
    expect(Object.keys(lock.outputs).sort()).toEqual([
      'atlas.json',
      'full.bin',
      'light.bin',
      'outlines.json',
      'regions.bin',
      'section.json',
    ]);
    for (const [name, { bytes, sha256: pin }] of Object.entries(lock.outputs)) {
      expect([name, read(name).length]).toEqual([name, bytes]);
      expect([name, sha256(read(name))]).toEqual([name, pin]);
    }
    expect(lock.inputs).toEqual(PINS);
  });

  it('fits its budgets: 1.1 MB in all, 400 kB for the light meshes, 60 kB of outlines', () => {
    const size = (name: string): number => lock.outputs[name]?.bytes ?? Infinity;
    expect(size('full.bin') + size('light.bin') + size('regions.bin') + gzipSync(read('outlines.json')).length).toBeLessThan(1_100_000);
    expect(size('light.bin')).toBeLessThan(400_000);
    expect(gzipSync(read('outlines.json')).length).toBeLessThan(60_000);
  });

  it('carries its licence, its notices and its citations', () => {
    const text = readFileSync(join(FOLDER, 'ATLAS-LICENSE.md'), 'utf8');
    for (const part of ['GNU General Public License', 'Louis Collins', 'Chris Rorden', '10.1006/nimg.2001.0978', 'modified']) {
      expect(text).toContain(part);
    }
    expect(existsSync(join(FOLDER, 'COPYING'))).toBe(true);
    const credits = readFileSync(join(FOLDER, '../CREDITS.md'), 'utf8');
    expect(credits).toContain('atlas/ATLAS-LICENSE.md');
  });
});

describe('the table', () => {
  it('has every region, on both sides where there are two', () => {
    for (const region of ATLAS_REGIONS) {
      const sides = entriesOf(region).map(({ side }) => side);
      expect([region, sides.join(' ')]).toEqual([region, sides.length === 2 ? 'left right' : 'midline']);
    }
    expect(table.entries.filter(({ side }) => side === 'midline').map(({ region }) => region)).toEqual([
      'cerebellum',
      'brainstem',
      'dorsal-raphe',
    ]);
  });

  it('has left on the left: negative x, and the sides mirror each other within a centimetre', () => {
    for (const region of ATLAS_REGIONS) {
      const [left, right] = entriesOf(region);
      if (left === undefined || right === undefined) continue;
      const apart = [1, 2].map((axis) => Math.abs((left.centroid[axis] ?? 99) - (right.centroid[axis] ?? 0)));
      const fits = left.centroid[0] < -2 && right.centroid[0] > 2 && Math.max(...apart) < 10;
      expect([region, fits]).toEqual([region, true]);
    }
  });

  it('has volumes as they are reported, for a brain this much larger', () => {
    for (const [region, [low, high]] of Object.entries(REPORTED)) {
      for (const { volume, side } of entriesOf(region)) {
        const scaled = (volume ?? 0) / 1000 / LARGER;
        expect([region, side, scaled > low / SLACK && scaled < high * SLACK]).toEqual([region, side, true]);
      }
    }
  });

  it('says of every marker that it is one, how far it may be off and where it comes from', () => {
    for (const entry of table.entries) {
      const marker = (MARKER_REGIONS as readonly string[]).includes(entry.region);
      const { region, schematic, volume, uncertainty } = entry;
      const expected = marker ? [region, true, true, true] : [region, false, false, false];
      expect([region, schematic, volume === null, uncertainty !== null && uncertainty > 0]).toEqual(expected);
      expect(entry.source.length).toBeGreaterThan(20);
      expect(entry.rule.length).toBeGreaterThan(4);
    }
  });

  it('links every region to a term whose number was read beside its name', () => {
    for (const entry of table.entries) {
      expect([entry.region, entry.identifiers.length > 0]).toEqual([entry.region, true]);
      for (const { id, name, check } of entry.identifiers) {
        expect(id).toMatch(/^UBERON:\d{7}$/);
        expect(name.length).toBeGreaterThan(3);
        expect(check).toBe('checked');
      }
    }
  });
});

describe('the meshes', () => {
  it('have the volume and the middle that the table gives, within what thinning out costs', () => {
    for (const { region, side, volume, centroid } of table.entries) {
      if (volume === null) continue;
      const mesh = side === 'midline' ? named(meshes.full, region) : named(meshes.regions, `${region}-${side}`);
      const measured = volumeOf(mesh);
      // Thin folded sheets lose more than bodies do.
      const most = RULES.find((rule) => rule.region === region)?.shape === 'cortex' ? 0.13 : 0.03;
      const moved = Math.max(...[0, 1, 2].map((axis) => Math.abs((measured.centroid[axis] ?? 99) - (centroid[axis] ?? 0))));
      expect([region, side, Math.abs(measured.volume / volume - 1) < most, moved < 1.5]).toEqual([region, side, true, true]);
    }
  });

  it('keep every solid region on its own side of the midline', () => {
    for (const { name, positions } of meshes.regions) {
      const across = positions.filter((_, i) => i % 3 === 0);
      const middle = across.reduce((sum, x) => sum + x, 0) / across.length;
      expect([name, middle < 0]).toEqual([name, name.endsWith('-left')]);
    }
    expect(meshes.regions.length).toBe((SOLID_REGIONS.length - 2) * 2);
  });

  it('are closed at the midline by a flat face where they are cut', () => {
    for (const name of ['cerebellum-cut', 'brainstem-cut']) {
      const { positions, data } = named(meshes.full, name);
      const onFace = Array.from({ length: positions.length / 3 }, (_, v) => v).filter((v) => data[4 * v + 3] === 255);
      expect(onFace.length).toBeGreaterThan(50);
      for (const v of onFace) expect(Math.abs(positions[3 * v] ?? 99)).toBeLessThan(1);
      expect(Math.max(...positions.filter((_, i) => i % 3 === 0))).toBeLessThan(1);
    }
  });

  it('number the same regions in both sizes, and only those that the outlines name', () => {
    for (const name of ['cerebrum-left', 'cerebrum-right']) {
      const numbers = (set: readonly PackedMesh[]): number[] =>
        [...new Set(named(set, name).data.filter((_, i) => i % 4 === 0))].sort((a, b) => a - b);
      expect(numbers(meshes.light)).toEqual(numbers(meshes.full));
      expect(numbers(meshes.full)).toEqual([0, ...outlines.surface.map((_, i) => i + 1)]);
    }
  });
});

describe('the outline maps', () => {
  it('reach every solid region in every view, with the mark inside the picture', () => {
    for (const view of FIXED_VIEWS) {
      const map = outlines.views[view];
      expect([view, ...(map?.regions.map(({ region }) => region) ?? [])].sort()).toEqual([view, ...SOLID_REGIONS].sort());
      for (const { path, anchor } of map?.regions ?? []) {
        expect(path).toMatch(/^M-?[\d.]+ -?[\d.]+l/);
        expect(Math.abs(anchor[0])).toBeLessThan(95);
        expect(Math.abs(anchor[1])).toBeLessThan(82);
      }
    }
  });

  it('put the front to the right on the midline, to the left from the side, and the left to the right face to face', () => {
    const at = (view: string, region: string): readonly [number, number] =>
      outlines.views[view]?.regions.find((one) => one.region === region)?.anchor ?? [0, 0];
    expect(at('midsagittal', 'medial-prefrontal')[0]).toBeGreaterThan(at('midsagittal', 'visual-cortex')[0]);
    expect(at('lateral', 'dorsolateral-prefrontal')[0]).toBeLessThan(at('lateral', 'visual-cortex')[0]);
    for (const view of FIXED_VIEWS) expect(at(view, 'medial-prefrontal')[1]).toBeLessThan(at(view, 'brainstem')[1]);
  });

  it('show on the midline what an anatomist finds there, and hide what lies deep', () => {
    const kind = (view: string, region: string): string | undefined =>
      outlines.views[view]?.regions.find((one) => one.region === region)?.kind;
    for (const region of ['thalamus', 'anterior-cingulate', 'posterior-cingulate', 'precuneus', 'visual-cortex', 'medial-prefrontal']) {
      expect([region, kind('midsagittal', region)]).toEqual([region, 'surface']);
    }
    for (const region of ['hippocampus', 'amygdala', 'accumbens', 'insula', 'putamen']) {
      for (const view of FIXED_VIEWS) expect([region, view, kind(view, region)]).toEqual([region, view, 'behind']);
    }
    expect(kind('lateral', 'motor-cortex')).toBe('surface');
    expect(kind('lateral', 'thalamus')).toBe('behind');
  });
});

describe('the cut beside the midline', () => {
  const section = json<AtlasSection>('section.json');
  it('lies open where the dashed regions of the midline view are, each where its mesh is', () => {
    expect(section.left).toBe(25);
    const found = new Map(section.regions.map(({ region, anchor }) => [region, anchor]));
    for (const region of ['hippocampus', 'amygdala', 'putamen']) {
      const [entry] = entriesOf(region);
      const [y = 0, z = 0] = entry === undefined ? [] : [entry.centroid[1] - CENTRE[1], CENTRE[2] - entry.centroid[2]];
      const [px, py] = found.get(region) ?? [999, 999];
      expect([region, Math.hypot(px - y, py - z) < 15]).toEqual([region, true]);
    }
    // The amygdala lies before the hippocampus, the putamen above both.
    expect(found.get('amygdala')?.[0]).toBeGreaterThan(found.get('hippocampus')?.[0] ?? 999);
    expect(found.get('putamen')?.[1]).toBeLessThan(found.get('amygdala')?.[1] ?? -999);
  });
});
