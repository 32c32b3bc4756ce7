/** Names of regions in frames of any size: none over another, each leader at its own place, and the brain as large as that allows. */
import { array, assert, constantFrom, integer, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXTENT } from '../../../src/design/atlas/views';
import type { LabelWish, PlacedLabel } from '../../../src/views/brain/findings/label-layout';
import { roomFor, type RoomWanted } from '../../../src/views/brain/findings/label-room';
import { doCross, placeRows } from '../../../src/views/brain/findings/label-rows';
import { besideNuclei } from '../../../src/views/brain/layout';

const wanted = (width: number, height: number, lines: readonly number[] = [80, 95, 70, 100, 90, 85]): RoomWanted => ({
  width,
  height,
  lines,
  extent: EXTENT.midsagittal,
  noteLength: 106,
  sidesTold: false,
  cut: false,
});

const overlap = (a: PlacedLabel, b: PlacedLabel): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

const wish = (id: number, x: number, y: number, width: number): LabelWish => ({
  id: `r${id}`,
  anchor: [x, y],
  width,
  height: 18,
  deep: false,
});

describe('the room for names', () => {
  it.each([
    [1012, 600, 'plates'],
    [640, 306, 'sides'],
    [652, 400, 'sides'],
    [500, 560, 'rows'],
    [335, 382, 'rows'],
    [320, 300, 'rows'],
    [200, 300, 'none'],
    [335, 120, 'none'],
    // A phone of 320 px: names would leave a brain of a thumb's size.
    [250, 209, 'none'],
  ] as const)('in %s by %s px is given as %s', (width, height, form) => {
    expect(roomFor(wanted(width, height)).form).toBe(form);
  });

  it('in rows lets every leader pass on its own, so that each can be followed to its name', () => {
    const places = array(
      record({ x: integer({ min: 20, max: 315 }), y: integer({ min: 110, max: 300 }), w: integer({ min: 60, max: 115 }) }),
      {
        minLength: 4,
        maxLength: 11,
      },
    );
    const frame = { width: 335, above: { top: 44, rows: 2 }, below: { top: 306, rows: 2 }, pitch: 24 };
    assert(
      property(places, (list) => {
        const placed = placeRows(
          list.map(({ x, y, w }, id) => wish(id, x, y, w)),
          frame,
        );
        for (const side of ['above', 'below'] as const) {
          // A leader from behind has a corner where it leaves the front row.
          const passes = placed.flatMap(({ side: own, leader }) => (own === side && leader.length === 4 ? [leader[2]?.[0] ?? 0] : []));
          const sorted = passes.toSorted((a, b) => a - b);
          const gaps = sorted.slice(1).map((x, at) => x - (sorted[at] ?? 0));
          expect(Math.min(9, ...gaps)).toBeGreaterThan(8);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('is not taken from the brain while there is nothing to name', () => {
    expect(roomFor(wanted(335, 382, [])).form).toBe('none');
  });

  it('holds plates that do not meet and do not leave the frame, whatever the places', () => {
    const places = array(
      record({ x: integer({ min: 0, max: 100 }), y: integer({ min: 0, max: 100 }), w: integer({ min: 50, max: 115 }) }),
      {
        minLength: 1,
        maxLength: 11,
      },
    );
    const frames = constantFrom([640, 306] as const, [335, 382] as const, [652, 440] as const, [320, 320] as const, [900, 620] as const);
    assert(
      property(frames, places, ([width, height], list) => {
        const room = roomFor(
          wanted(
            width,
            height,
            list.map(({ w }) => w),
          ),
        );
        const { top, right, bottom, left } = room.insets;
        const at = (share: number, from: number, to: number): number => from + (share / 100) * (to - from);
        const wishes = list.map(({ x, y, w }, id) => wish(id, at(x, left, width - right), at(y, top, height - bottom), w));
        const placed = room.place(wishes);
        expect(new Set(placed.map(({ id }) => id)).size).toBe(placed.length);
        placed.forEach((plate, index) => {
          expect(plate.x).toBeGreaterThanOrEqual(-1e-6);
          expect(plate.x + plate.width).toBeLessThanOrEqual(width + 1e-6);
          expect(plate.leader.at(-1)).toEqual(wishes.find(({ id }) => id === plate.id)?.anchor);
          for (const other of placed.slice(index + 1)) expect(overlap(plate, other)).toBe(false);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('names the wish that comes first, however many follow', () => {
    const many = Array.from({ length: 14 }, (_, id) => wish(id, 20 + id * 20, 190, 110));
    const room = roomFor(
      wanted(
        335,
        382,
        many.map(({ width }) => width),
      ),
    );
    const placed = room.place(many);
    expect(placed.length).toBeLessThan(many.length);
    expect(placed.map(({ id }) => id)).toContain('r0');
  });
});

describe('leaders', () => {
  it('do not cross where a way without exists', () => {
    const wishes = [wish(0, 60, 120, 80), wish(1, 110, 60, 80), wish(2, 160, 150, 80), wish(3, 210, 70, 80), wish(4, 260, 130, 80)];
    const placed = placeRows(wishes, { width: 335, above: { top: 0, rows: 2 }, below: { top: 260, rows: 1 }, pitch: 24 });
    expect(placed).toHaveLength(5);
    placed.forEach((one, at) => placed.slice(at + 1).forEach((other) => expect(doCross(one.leader, other.leader)).toBe(false)));
  });

  it('end beside a nucleus that they do not mean', () => {
    expect(besideNuclei([10, 0], [{ x: 0, y: 0 }], 6)).toEqual([11, 0]);
    expect(besideNuclei([30, 0], [{ x: 0, y: 0 }], 6)).toEqual([30, 0]);
    expect(besideNuclei([0, 0], [{ x: 0, y: 0 }], 6)).toEqual([0, 11]);
  });
});
