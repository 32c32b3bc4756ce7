import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { decodeMeshes, type PackedMesh } from '../../../src/design/atlas/mesh-file';
import type { OutlineMap } from '../../../src/design/atlas/outlines';
import type { AtlasSection } from '../../../src/design/atlas/section';
import { CENTRE, FIXED_VIEWS } from '../../../src/design/atlas/views';
import { atlasFaults } from '../../../src/lab/atlas/check';
import { PINS, sha256 } from '../../../src/lab/atlas/pins';
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

type Entries = Pick<AtlasTable, 'entries'>;
const swapped: Entries = {
  entries: table.entries.map((entry) => ({ ...entry, centroid: [-entry.centroid[0], entry.centroid[1], entry.centroid[2]] as const })),
};
const without = (region: string, side?: string): Entries => ({
  entries: table.entries.filter((entry) => entry.region !== region || (side !== undefined && entry.side !== side)),
});
const renamed = (region: string, to: string): Entries => ({
  entries: table.entries.map((entry) => (entry.region === region ? { ...entry, region: to as AtlasEntry['region'] } : entry)),
});
const larger = (region: string, by: number): Entries => ({
  entries: table.entries.map((entry) =>
    entry.region === region && entry.volume !== null ? { ...entry, volume: entry.volume * by } : entry,
  ),
});

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
  const solid = [...meshes.regions, named(meshes.full, 'cerebellum'), named(meshes.full, 'brainstem')];

  it('lie on their sides, where the table says, and are as large as is reported', () => {
    expect(atlasFaults(table, solid)).toEqual([]);
  });

  it.each([
    ['a table with left and right swapped', swapped, solid, /^amygdala left lies at x 2\d\.\d mm: left is negative$/],
    ['a region of one side only', without('hippocampus', 'right'), solid, /^hippocampus has no right side$/],
    ['a region that is gone', without('insula'), solid, /^insula is missing$/],
    ['a name that no region has', renamed('insula', 'isnula'), solid, /^isnula is no region of this atlas$/],
    ['a volume three times too large', larger('putamen', 3), solid, /^putamen left has 1\d\.\d cm³ .* 4\.5 to 5\.5 cm³ are reported/],
    [
      'a mesh mirrored to the other side',
      table,
      mirrored('thalamus-left'),
      /^the mesh thalamus-left lies at x 12\.\d mm, on the other side$/,
    ],
    ['a mesh moved by a centimetre', table, shifted('accumbens-right', 10), /^the middle of the mesh accumbens-right lies 10\.0 mm from/],
    ['a mesh that is missing', table, solid.filter(({ name }) => name !== 'caudate-left'), /^there is no mesh caudate-left$/],
  ])('%s is caught and named', (_, wrong, set, message) => {
    const faults = atlasFaults(wrong, set);
    expect(faults.some((fault) => message.test(fault))).toBe(true);
  });

  function mirrored(name: string): readonly PackedMesh[] {
    return changed(name, (value, axis) => (axis === 0 ? -value : value));
  }
  function shifted(name: string, mm: number): readonly PackedMesh[] {
    return changed(name, (value, axis) => (axis === 1 ? value + mm : value));
  }
  function changed(name: string, to: (value: number, axis: number) => number): readonly PackedMesh[] {
    return solid.map((mesh) => (mesh.name === name ? { ...mesh, positions: mesh.positions.map((value, at) => to(value, at % 3)) } : mesh));
  }

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
