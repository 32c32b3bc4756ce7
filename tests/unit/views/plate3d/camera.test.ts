import { assert, constantFrom, double, integer, property, record, tuple } from 'fast-check';
import { PerspectiveCamera, Vector3 } from 'three';
import { describe, expect, it } from 'vitest';
import {
  applyView,
  carry,
  distanceOf,
  moveBy,
  projector,
  stepOfKey,
  unproject,
  withinLimits,
  TILT_LIMIT,
  YAW_LIMIT,
  type PlateView,
} from '../../../../src/views/plate3d/camera';

const view: PlateView = { widthNm: 300, x: 4, y: -6, yaw: 5, tilt: 8, fov: 18 };
const frame = { width: 640, height: 400 };
const widths = [40, 400] as const;

const views = record({
  widthNm: double({ min: 40, max: 400, noNaN: true }),
  x: double({ min: -150, max: 150, noNaN: true }),
  y: double({ min: -100, max: 100, noNaN: true }),
  yaw: double({ min: -YAW_LIMIT, max: YAW_LIMIT, noNaN: true }),
  tilt: double({ min: 0, max: TILT_LIMIT, noNaN: true }),
  fov: constantFrom(16, 18),
});
const frames = record({ width: integer({ min: 200, max: 2000 }), height: integer({ min: 200, max: 1400 }) });
const points = tuple(double({ min: 0, max: 1, noNaN: true }), double({ min: 0, max: 1, noNaN: true }));

describe('the camera of a plate', () => {
  it('puts the focus in the middle and the frame’s width on the cut plane', () => {
    const straight = { ...view, yaw: 0, tilt: 0 };
    const project = projector(straight, frame);
    expect(project([4, -6, 0])).toEqual([320, 200]);
    expect(project([4 + 150, -6, 0])[0]).toBeCloseTo(640, 6);
    expect(project([4, -6 + 150 / 1.6, 0])[1]).toBeCloseTo(0, 6);
  });

  it('agrees with the matrices that the card is given', () => {
    assert(
      property(views, frames, tuple(...[1, 2, 3].map(() => double({ min: -70, max: 0, noNaN: true }))), (v, f, place) => {
        const camera = new PerspectiveCamera();
        applyView(camera, v, f.width / f.height);
        const [x = 0, y = 0, z = 0] = place;
        const clip = new Vector3(x, y, z).project(camera);
        const [px, py] = projector(v, f)([x, y, z]);
        expect(px).toBeCloseTo((clip.x * 0.5 + 0.5) * f.width, 4);
        expect(py).toBeCloseTo((0.5 - clip.y * 0.5) * f.height, 4);
      }),
      { numRuns: 60 },
    );
  });

  it('finds the place on the cut plane under a point, and back', () => {
    assert(
      property(views, frames, points, (v, f, [across, down]) => {
        const point = [across * f.width, down * f.height] as const;
        const place = unproject(v, f, point);
        expect(place[2]).toBe(0);
        const back = projector(v, f)(place);
        expect(back[0]).toBeCloseTo(point[0], 4);
        expect(back[1]).toBeCloseTo(point[1], 4);
      }),
      { numRuns: 60 },
    );
  });

  it('shows things further back smaller, and the floor of the slab when it tilts', () => {
    const project = projector({ ...view, yaw: 0 }, frame);
    const [near, far] = [project([100, -14, 0]), project([100, -14, -70])];
    expect(far[0]).toBeLessThan(near[0]);
    expect(far[1]).toBeLessThan(near[1]);
  });

  it('has one perspective for all landscape frames and stands further off for upright ones', () => {
    expect(distanceOf(view, 2.4)).toBe(distanceOf(view, 1.3));
    expect(distanceOf(view, 0.5)).toBeGreaterThan(distanceOf(view, 1.3));
  });

  it('carries the place that was grasped to where the pointer is', () => {
    assert(
      property(views, points, points, (v, from, to) => {
        const [a, b] = [
          [from[0] * 640, from[1] * 400],
          [to[0] * 640, to[1] * 400],
        ] as const;
        const grasped = unproject(v, frame, a);
        const there = unproject(carry(v, v, frame, a, b), frame, b);
        expect(there[0]).toBeCloseTo(grasped[0], 6);
        expect(there[1]).toBeCloseTo(grasped[1], 6);
      }),
      { numRuns: 40 },
    );
  });
});

describe('limits and keys', () => {
  it('keeps zoom, turn and the middle of the frame within their limits', () => {
    const far = withinLimits({ widthNm: 5000, x: 900, y: -900, yaw: 80, tilt: -30, fov: 18 }, widths);
    expect(far).toEqual({ widthNm: 400, x: 200, y: -140, yaw: YAW_LIMIT, tilt: 0, fov: 18 });
    expect(withinLimits(view, widths)).toEqual(view);
  });

  it('pans by a share of the frame, so that a step feels the same at every zoom', () => {
    const wide = moveBy(view, { x: 0.1 }, widths).x - view.x;
    const near = { ...view, widthNm: 60 };
    expect(wide).toBeCloseTo(30, 9);
    expect(moveBy(near, { x: 0.1 }, widths).x - near.x).toBeCloseTo(6, 9);
  });

  it.each([
    ['ArrowRight', false, 'x', 1],
    ['ArrowLeft', false, 'x', -1],
    ['ArrowUp', false, 'y', 1],
    ['ArrowDown', false, 'y', -1],
    ['ArrowRight', true, 'yaw', 1],
    ['ArrowLeft', true, 'yaw', -1],
    ['ArrowUp', true, 'tilt', 1],
    ['ArrowDown', true, 'tilt', -1],
    ['+', true, 'widthNm', -1],
    ['=', false, 'widthNm', -1],
    ['-', false, 'widthNm', 1],
  ] as const)('%s (Shift %s) changes %s', (key, shift, part, sign) => {
    const step = stepOfKey(key, shift);
    const after = moveBy(view, step ?? {}, widths);
    expect(Math.sign(after[part] - view[part])).toBe(sign);
    const others = (['widthNm', 'x', 'y', 'yaw', 'tilt'] as const).filter((name) => name !== part);
    for (const other of others) expect(after[other]).toBe(view[other]);
  });

  it('leaves other keys alone, also names that every object has', () => {
    for (const key of ['a', 'Enter', 'Tab', 'toString', 'constructor']) expect(stepOfKey(key, false)).toBeNull();
  });

  it('comes back after a step and its opposite', () => {
    for (const [there, back] of [
      ['ArrowLeft', 'ArrowRight'],
      ['ArrowUp', 'ArrowDown'],
      ['+', '-'],
    ] as const) {
      const away = moveBy(view, stepOfKey(there, false) ?? {}, widths);
      const home = moveBy(away, stepOfKey(back, false) ?? {}, widths);
      for (const part of ['widthNm', 'x', 'y'] as const) expect(home[part]).toBeCloseTo(view[part], 9);
    }
  });
});
