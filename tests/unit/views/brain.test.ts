import { assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXTENT, type BrainView } from '../../../src/design/atlas/views';
import type { PackedMesh } from '../../../src/design/atlas/mesh-file';
import { THEMES } from '../../../src/design/names';
import { areaWords } from '../../../src/describe/messages';
import { atlas } from '../../../src/describe/messages/en/atlas';
import { ATLAS_REGIONS, REGION_GROUPS, SOLID_REGIONS, isAtlasRegion, isMarkerRegion, regionsOf } from '../../../src/model/atlas';
import { barLength, insetsOf, isNarrow, nucleusRadius, placeIn } from '../../../src/views/brain/layout';
import { coloursOf, hasOwnColour, tintOf } from '../../../src/views/brain/palette';
import { regionClasses } from '../../../src/views/brain/region-classes';

const VIEWS: readonly BrainView[] = ['midsagittal', 'lateral', 'frontal', 'orbit'];

describe('regions', () => {
  it('have a name each, and no more names than regions', () => {
    const words = areaWords(atlas, 'en');
    expect(Object.keys(words.regions).sort()).toEqual([...ATLAS_REGIONS].sort());
  });

  it('are found by id and by group', () => {
    expect(regionsOf('insula')).toEqual(['insula']);
    expect(regionsOf('striatum')).toContain('accumbens');
    expect(regionsOf('toString')).toEqual([]);
    for (const members of Object.values(REGION_GROUPS)) for (const id of members) expect(isAtlasRegion(id)).toBe(true);
    expect(isMarkerRegion('dorsal-raphe')).toBe(true);
    expect(isMarkerRegion('insula')).toBe(false);
  });
});

describe('colours', () => {
  it('rest between their full colour and the page, and those without one rest as what they lie on', () => {
    for (const theme of THEMES)
      for (const region of ATLAS_REGIONS) {
        const { full, rest } = coloursOf(region, theme);
        expect(rest).not.toBe(full);
        if (hasOwnColour(region)) continue;
        expect([coloursOf('precuneus', theme).rest, coloursOf('cerebellum', theme).rest, coloursOf('brainstem', theme).rest]).toContain(
          rest,
        );
      }
  });

  it('of a still become the full ones under their tint', () => {
    const channels = (hex: string): number[] => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
    for (const theme of THEMES)
      for (const region of SOLID_REGIONS) {
        const { full, rest } = coloursOf(region, theme);
        const factor = (/\d+ \d+ \d+/.exec(tintOf(region, theme).fill)?.[0] ?? '').split(' ').map(Number);
        const blended = channels(rest).map((from, i) => {
          const by = (factor[i] ?? 0) / 255;
          return theme === 'paper' ? from * by : by >= 1 ? 255 : Math.min(255, from / (1 - by));
        });
        channels(full).forEach((to, i) => expect([theme, region, Math.abs((blended[i] ?? 0) - to) < 16]).toEqual([theme, region, true]));
      }
  });
});

describe('the frame', () => {
  it('holds the whole brain, whatever its shape', () => {
    assert(
      property(integer({ min: 300, max: 2000 }), integer({ min: 220, max: 1400 }), (width, height) => {
        for (const view of VIEWS) {
          const { scale, middle } = placeIn(view, width, height, insetsOf(width, height));
          const [w, h] = [(EXTENT[view].width * scale) / 2, (EXTENT[view].height * scale) / 2];
          expect(scale).toBeGreaterThan(0);
          expect(middle[0] - w).toBeGreaterThanOrEqual(-1e-6);
          expect(middle[0] + w).toBeLessThanOrEqual(width + 1e-6);
          expect(middle[1] - h).toBeGreaterThanOrEqual(-1e-6);
          expect(middle[1] + h).toBeLessThanOrEqual(height + 1e-6);
        }
      }),
    );
  });

  it('keeps room for the notes below or beside, and a bar that fits', () => {
    expect(isNarrow(390, 480)).toBe(true);
    expect(insetsOf(390, 480).bottom).toBeGreaterThan(50);
    expect(insetsOf(640, 320).left).toBeGreaterThan(100);
    expect(insetsOf(1012, 648)).toEqual({ top: 0, right: 0, bottom: 0, left: 0 });
    expect(barLength(4, 1012)).toBe(50);
    expect(barLength(2, 390)).toBe(20);
    expect(nucleusRadius(4)).toBe(10);
    expect(nucleusRadius(1)).toBe(6);
  });
});

describe('classes of regions', () => {
  const mesh = (faces: readonly (readonly [number, number, number])[]): PackedMesh => {
    const names = faces.flat();
    return {
      name: 'faces',
      positions: new Float32Array(names.length * 3),
      normals: new Int8Array(names.length * 4),
      indices: Uint32Array.from(names, (_, i) => i),
      data: Uint8Array.from(names.flatMap((name) => [name, 0, 0, 0])),
    };
  };
  it('tell apart all that meet in a triangle, and number 0 has none', () => {
    const faces = [
      [1, 2, 3],
      [2, 3, 4],
      [4, 1, 0],
      [5, 1, 2],
      [5, 4, 4],
      [6, 6, 1],
    ] as const;
    const classes = regionClasses([mesh(faces)], 8);
    expect(classes[0]).toBe(-1);
    const meeting = faces.flatMap((face) => face.flatMap((a) => face.filter((b) => a !== b && a > 0 && b > 0).map((b) => [a, b] as const)));
    expect(meeting.filter(([a, b]) => classes[a] === classes[b])).toEqual([]);
    for (const own of classes.subarray(1)) expect(own).toBeGreaterThanOrEqual(0);
    for (const own of classes) expect(own).toBeLessThan(4);
  });

  it('do without when five all meet', () => {
    const all = [1, 2, 3, 4, 5].flatMap((a) => [1, 2, 3, 4, 5].map((b) => [a, b, a] as const));
    for (const own of regionClasses([mesh(all)], 6).subarray(1)) expect(own).toBeGreaterThanOrEqual(0);
  });
});
