/** Marks of the person level: side by side where they share a time, never at another mark's time; names that cover nothing. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dodge, nameWidth, placeNames, type Box, type NameWish } from '../../../src/views/person/geometry';

describe('marks that would lie on one another', () => {
  const room = { to: 500, step: 11, most: 6 };
  const mark = (x: number, y: number, span = 5) => ({ x, y, half: 4.5, top: y - span, bottom: y + span });

  it('stand side by side, the first at its time, and none past the end of the clock', () => {
    const placed = dodge([mark(500, 40), mark(500, 40), mark(498, 40), mark(300, 40)], room);
    expect(placed.map(({ x }) => x)).toEqual([500, 489, 476, 300]);
    expect(placed.map(({ moved }) => moved)).toEqual([false, true, true, false]);
  });

  it('are not moved where their heights tell them apart', () => {
    expect(dodge([mark(200, 20), mark(200, 40)], room).map(({ x }) => x)).toEqual([200, 200]);
  });

  it('use rows before they leave their time, where height means nothing', () => {
    const placed = dodge(
      [mark(200, 13), mark(200, 13), mark(200, 13)].map((wish) => ({ ...wish, rows: [0, -11, 11] })),
      room,
    );
    expect(placed.map(({ x, dy }) => [x, dy])).toEqual([
      [200, 0],
      [200, -11],
      [200, 11],
    ]);
  });

  it('never meet while there is room, and say when they are not at their time', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 5, max: 60 })), { maxLength: 8 }), (places) => {
        const wishes = places.map(([x, y]) => mark(x, y));
        const placed = dodge(wishes, { ...room, most: 12 });
        expect(placed).toHaveLength(wishes.length);
        placed.forEach(({ x, moved }, index) => {
          const own = wishes[index];
          expect(x).toBeLessThanOrEqual(500);
          expect(moved).toBe(Math.abs(x - (own?.x ?? 0)) > 3);
          placed.slice(index + 1).forEach((other, after) => {
            const high = Math.abs((own?.y ?? 0) - (wishes[index + 1 + after]?.y ?? 0));
            expect(Math.abs(x - other.x) >= 9 || high >= 10).toBe(true);
          });
        });
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
