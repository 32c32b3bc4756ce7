/** Names on the picture of the synapse: whatever they point at, they keep clear of each other, of the cleft and of each other's leaders. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  boxesMeet,
  pathMeetsBox,
  pathsMeet,
  placeLabels,
  type LabelFrame,
  type LabelWish,
  type PlacedLabel,
  type Slot,
} from '../../../src/views/synapse/label-layout';

const frame: LabelFrame = {
  width: 1012,
  height: 500,
  free: [
    { x: 260, y: 200, width: 480, height: 90 },
    { x: 0, y: 0, width: 236, height: 54 },
    { x: 0, y: 456, width: 430, height: 44 },
  ],
  above: 22,
  below: 410,
  budget: 12,
};

const slots = fc.shuffledSubarray<Slot>(['left', 'right', 'above', 'below', 'on'], { minLength: 1 });
const wish = (i: number): fc.Arbitrary<LabelWish> =>
  fc.record({
    id: fc.constant(String(i)),
    anchor: fc.tuple(fc.integer({ min: -40, max: 1052 }), fc.integer({ min: -40, max: 540 })),
    width: fc.integer({ min: 40, max: 170 }),
    height: fc.constantFrom(19, 34),
    slots,
    rank: fc.constant(i),
    short: fc.constantFrom(0, 8),
  });
const wishes = fc.integer({ min: 0, max: 24 }).chain((count) => fc.tuple(...Array.from({ length: count }, (_, i) => wish(i))));

const pairs = (placed: readonly PlacedLabel[]): readonly (readonly [PlacedLabel, PlacedLabel])[] =>
  placed.flatMap((a, i) => placed.slice(i + 1).map((b) => [a, b] as const));

describe('placing names', () => {
  it('never lays one over another, over a leader, over what must stay free, or outside the frame', () => {
    fc.assert(
      fc.property(wishes, (asked) => {
        const placed = placeLabels(asked, frame);
        expect(placed.length).toBeLessThanOrEqual(frame.budget);
        for (const [a, b] of pairs(placed)) {
          expect(boxesMeet(a.box, b.box, 0)).toBe(false);
          expect(pathsMeet(a.leader, b.leader)).toBe(false);
          expect(pathMeetsBox(a.leader, b.box)).toBe(false);
          expect(pathMeetsBox(b.leader, a.box)).toBe(false);
        }
        for (const { box } of placed) {
          expect(frame.free.some((area) => boxesMeet(box, area, 0))).toBe(false);
          expect(box.x >= 0 && box.y >= 0 && box.x + box.width <= frame.width && box.y + box.height <= frame.height).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('gives leaders at most one bend, level or upright next to the text', () => {
    fc.assert(
      fc.property(wishes, (asked) => {
        for (const { leader } of placeLabels(asked, frame).filter((label) => label.leader.length > 0)) {
          expect(leader).toHaveLength(3);
          const [from = [0, 0], bend = [0, 0]] = leader;
          expect(from[0] === bend[0] || from[1] === bend[1]).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('prefers what matters more when there is no room for all', () => {
    const same = (i: number): LabelWish => ({
      id: String(i),
      anchor: [200, 300 + 12 * i],
      width: 80,
      height: 19,
      slots: ['left'],
      rank: 9 - i,
      short: 0,
    });
    const placed = placeLabels(
      Array.from({ length: 9 }, (_, i) => same(i)),
      { ...frame, budget: 3 },
    );
    expect(placed.map(({ id }) => id)).toEqual(['8', '7', '6']);
  });

  it('stops short of small things', () => {
    const [label] = placeLabels([{ id: 'mg', anchor: [400, 340], width: 90, height: 19, slots: ['below'], rank: 0, short: 8 }], frame);
    expect(label?.leader.at(-1)).toEqual([400, 348]);
  });

  it('leaves out what the frame does not show', () => {
    expect(placeLabels([{ id: 'far', anchor: [1400, 300], width: 90, height: 19, slots: ['right'], rank: 0, short: 0 }], frame)).toEqual(
      [],
    );
  });
});
