import { array, assert, constantFrom, double, integer, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ending } from '../../../src/explorer/scene';
import { boxesMeet, type Box } from '../../../src/model/layout';
import type { Point } from '../../../src/model/schema';
import { cameraShowing, fitCamera, sameCamera, visibleBox, type Placed } from '../../../src/views/cell/camera';
import { ZOOM_RANGE } from '../../../src/views/cell/detail';
import { endingShape } from '../../../src/views/cell/endings';
import { along, eased } from '../../../src/views/cell/flight';
import { boxAt, contains, cutAt, extended, lengthOf, parallel, roundedRun, shortened, touches } from '../../../src/views/cell/geometry';
import { routeGroups } from '../../../src/views/cell/group-routes';

const SQUARE: readonly Point[] = [
  [0, 0],
  [100, 0],
  [100, 100],
  [0, 100],
];
const FRAME = { width: 800, height: 500 };
const LAYOUT = { width: 1640, height: 1080 };

describe('outlines', () => {
  it('leave the frame where they leave the layout, and nowhere else', () => {
    const outline: readonly Point[] = [
      [-60, -60],
      [424, -60],
      [424, 184],
      [-60, 184],
    ];
    expect(extended(outline, 1640, 1080, 1000)).toEqual([
      [-1060, -1060],
      [424, -1060],
      [424, 184],
      [-1060, 184],
    ]);
  });

  it('run alongside at the distance asked for', () => {
    const side = parallel(SQUARE, 5);
    expect(lengthOf(side, true)).not.toBeCloseTo(lengthOf(SQUARE, true), 0);
    for (const [x, y] of parallel([...SQUARE.slice(0, 1), [50, 0], ...SQUARE.slice(1)], 5).slice(1, 2)) {
      expect([x, Math.abs(y)]).toEqual([50, 5]);
    }
  });

  it('are cut open at pores and nowhere else', () => {
    const pieces = cutAt(
      SQUARE,
      [
        [50, 0],
        [100, 50],
      ],
      9,
    );
    expect(pieces).toHaveLength(2);
    expect(pieces.reduce((sum, piece) => sum + lengthOf(piece), 0)).toBeCloseTo(400 - 4 * 9, 6);
    const ends = pieces.flatMap((piece) => [piece[0], piece.at(-1)]);
    expect(ends).toContainEqual([59, 0]);
    expect(ends).toContainEqual([41, 0]);
    expect(cutAt(SQUARE, [], 9)).toEqual([[...SQUARE, [0, 0]]]);
  });

  it('hold what is inside and are touched by what comes near', () => {
    expect(contains(SQUARE, [50, 50])).toBe(true);
    expect(contains(SQUARE, [150, 50])).toBe(false);
    expect(touches([...SQUARE, [0, 0]], boxAt(50, 50, 20, 20), 9)).toBe(false);
    expect(touches([...SQUARE, [0, 0]], boxAt(50, 12, 20, 20), 9)).toBe(true);
  });
});

describe('edges', () => {
  it('round their bends with the radius asked for, less where a piece is short', () => {
    const bend: readonly Point[] = [
      [0, 0],
      [100, 0],
      [100, 100],
    ];
    expect(roundedRun(bend, 11)).toBe('M0 0L89 0Q100 0 100 11L100 100');
    expect(
      roundedRun(
        [[0, 0] as const, [100, 0] as const, [100, 8] as const].map(([x, y]): Point => [x, y]),
        11,
      ),
    ).toBe('M0 0L96 0Q100 0 100 4L100 8');
  });

  it('stop short of the node but never turn back', () => {
    expect(shortened([[0, 0] as Point, [100, 0] as Point], 8)).toEqual([
      [0, 0],
      [92, 0],
    ]);
    expect(shortened([[0, 0] as Point, [4, 0] as Point], 8)[1]?.[0]).toBeGreaterThan(0);
  });

  it.each(['activates', 'inhibits', 'gain', 'moves'] as const)('end before the node with the mark of "%s"', (ending: Ending) => {
    const { d, stop } = endingShape([[0, 0] as Point, [100, 0] as Point], ending, 1.25);
    const xs = [...d.matchAll(/[ML ](-?[\d.]+) (-?[\d.]+)/g)].map((match) => Number(match[1]));
    expect(Math.max(...xs)).toBeLessThan(100);
    expect(stop).toBeGreaterThan(0);
  });
});

const camera = record({
  x: double({ min: 0, max: 1640, noNaN: true }),
  y: double({ min: 0, max: 1080, noNaN: true }),
  zoom: double({ min: ZOOM_RANGE.from, max: ZOOM_RANGE.to, noNaN: true }),
});

describe('camera', () => {
  it('fits the whole layout', () => {
    const seen = visibleBox(fitCamera(LAYOUT, FRAME), FRAME);
    expect(seen.left).toBeLessThanOrEqual(0.001);
    expect(seen.right).toBeGreaterThanOrEqual(1639.999);
    expect(seen.bottom - seen.top).toBeGreaterThanOrEqual(1079.999);
  });

  it('brings any small box into sight and moves no further than it must', () => {
    assert(
      property(camera, double({ min: 0, max: 1640, noNaN: true }), double({ min: 0, max: 1080, noNaN: true }), (from, x, y) => {
        const box = boxAt(x, y, 20, 10);
        const moved = cameraShowing(from, FRAME, box, 0);
        const seen = visibleBox(moved, FRAME);
        expect(box.left).toBeGreaterThanOrEqual(seen.left - 1e-6);
        expect(box.right).toBeLessThanOrEqual(seen.right + 1e-6);
        expect(box.top).toBeGreaterThanOrEqual(seen.top - 1e-6);
        expect(box.bottom).toBeLessThanOrEqual(seen.bottom + 1e-6);
        expect(cameraShowing(moved, FRAME, box, -1)).toBe(moved);
      }),
    );
  });

  it('flies from one camera to the other, both ends exact', () => {
    assert(
      property(camera, camera, (from: Placed, to: Placed) => {
        expect(sameCamera(along(from, to, 0), from, FRAME)).toBe(true);
        expect(sameCamera(along(from, to, 1), to, FRAME)).toBe(true);
        const half = along(from, to, 0.5);
        expect(half.zoom).toBeCloseTo(Math.sqrt(from.zoom * to.zoom), 6);
      }),
    );
    expect([eased(0), eased(0.5), eased(1)]).toEqual([0, 0.5, 1]);
  });
});

describe('lines between groups', () => {
  const cells = integer({ min: 0, max: 24 });
  const boxes = array(cells, { minLength: 2, maxLength: 8 }).map(
    (spots) =>
      new Map([...new Set(spots)].map((spot): [string, Box] => [`g${spot}`, boxAt((spot % 5) * 320, Math.floor(spot / 5) * 200, 180, 60)])),
  );

  it('are orthogonal, end on both borders and run through no other box', () => {
    assert(
      property(boxes, array(constantFrom(0, 1, 2, 3, 4, 5, 6, 7), { minLength: 4, maxLength: 12 }), (map, picks) => {
        const ids = [...map.keys()];
        const wanted = picks.flatMap((pick, i) => {
          const [source, target] = [ids[i % ids.length], ids[pick % ids.length]];
          return source === undefined || target === undefined || source === target ? [] : [{ id: `${i}`, source, target }];
        });
        const routes = routeGroups(map, wanted, 26);
        expect(routes.size).toBe(wanted.length);
        for (const { id, source, target } of wanted) {
          const run = routes.get(id) ?? [];
          for (const [i, b] of run.slice(1).entries()) {
            const a = run[i] ?? b;
            expect(a[0] === b[0] || a[1] === b[1]).toBe(true);
            const piece = {
              left: Math.min(a[0], b[0]),
              right: Math.max(a[0], b[0]),
              top: Math.min(a[1], b[1]),
              bottom: Math.max(a[1], b[1]),
            };
            const others = [...map].filter(([other]) => other !== source && other !== target);
            expect(others.filter(([, box]) => boxesMeet(piece, box))).toEqual([]);
          }
          const [from, to] = [map.get(source), map.get(target)];
          expect(from !== undefined && to !== undefined && onBorder(from, run[0]) && onBorder(to, run.at(-1))).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});

function onBorder(box: Box, point: Point | undefined): boolean {
  if (point === undefined) return false;
  const [x, y] = point;
  const within = x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
  return within && (x === box.left || x === box.right || y === box.top || y === box.bottom);
}
