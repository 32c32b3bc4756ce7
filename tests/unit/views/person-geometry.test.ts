/** Marks of the person level: side by side where they share a time, never at another mark's time; names that cover nothing. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameWidth, placeNames, spread, type Box, type NameWish } from '../../../src/views/person/geometry';

describe('marks of one time', () => {
  it('stand side by side about it, and no mark is moved further than half their width', () => {
    expect(spread([100, 100, 300], 13, 26, 500)).toEqual([93.5, 106.5, 300]);
    expect(spread([490, 490, 490], 13, 26, 500)).toEqual([474, 487, 500]);
  });

  it('keep their places for any marks', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 480 }), { maxLength: 24 }), (xs) => {
        const placed = spread(xs, 13, 26, 500);
        expect(placed).toHaveLength(xs.length);
        for (const [index, x] of placed.entries()) expect(Math.abs(x - (xs[index] ?? 0))).toBeLessThanOrEqual(26 / 2 + 3);
      }),
    );
  });
});

describe('names', () => {
  const bounds: Box = { left: 0, right: 400, top: 0, bottom: 80 };
  const at = (id: string, x: number, y: number): NameWish => ({
    id,
    name: id,
    sub: 'n 40',
    y,
    mark: { left: x - 5, right: x + 5, top: y - 5, bottom: y + 5 },
  });

  it('never cover a mark or another name, and stay inside', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 10, max: 390 }), fc.integer({ min: 8, max: 72 })), { maxLength: 12 }), (places) => {
        const wishes = places.map(([x, y], index) => at(`trial ${index}`, x, y));
        const marks = wishes.map(({ mark }) => mark);
        const boxes = placeNames(wishes, marks, [], bounds).map(({ id, x, y, anchor, whole }) => {
          const width = nameWidth(id, whole ? 'n 40' : '');
          const left = anchor === 'end' ? x - width : anchor === 'middle' ? x - width / 2 : x;
          return { id, left, right: left + width, top: y - 10.5, bottom: y + 2.5 };
        });
        for (const box of boxes) {
          expect(box.left).toBeGreaterThanOrEqual(0);
          expect(box.right).toBeLessThanOrEqual(400);
          const others = [...boxes.filter((other) => other !== box), ...wishes.filter(({ id }) => id !== box.id).map(({ mark }) => mark)];
          for (const other of others) {
            const apart = box.right <= other.left || other.right <= box.left || box.bottom <= other.top || other.bottom <= box.top;
            expect(apart).toBe(true);
          }
        }
      }),
    );
  });
});
