import { assert, double, property } from 'fast-check';
import { Matrix4, PerspectiveCamera } from 'three';
import { describe, expect, it } from 'vitest';
import { applyView, projector, type PlateView } from '../../../../src/views/plate3d/camera';
import { isEmpty, NOWHERE, Sight, union, within } from '../../../../src/views/plate3d/region';
import { stillStyle } from '../../../../src/views/plate3d/still';
import { STILL_SIZE } from '../../../../src/views/plate3d/stills';

describe('regions', () => {
  const a = { left: 10, bottom: 20, right: 30, top: 40 };
  it('joins, and nowhere adds nothing', () => {
    expect(union(a, { left: 5, bottom: 25, right: 12, top: 60 })).toEqual({ left: 5, bottom: 20, right: 30, top: 60 });
    expect(union(NOWHERE, a)).toBe(a);
    expect(union(a, NOWHERE)).toBe(a);
    expect(isEmpty(union(NOWHERE, NOWHERE))).toBe(true);
  });

  it('stays inside the picture, on whole pixels, and is empty when it lies outside', () => {
    expect(within({ left: 1.5, bottom: -9, right: 99.2, top: 20.1 }, 2, 100, 50)).toEqual({ left: 0, bottom: 0, right: 100, top: 23 });
    expect(isEmpty(within({ left: 200, bottom: 0, right: 300, top: 10 }, 2, 100, 50))).toBe(true);
    expect(isEmpty(within(NOWHERE, 9, 100, 50))).toBe(true);
  });
});

describe('what is in sight', () => {
  const view: PlateView = { widthNm: 120, x: 10, y: -5, yaw: -4, tilt: 8, fov: 18 };
  const frame = { width: 800, height: 500 };
  const camera = new PerspectiveCamera();
  const focus = applyView(camera, view, frame.width / frame.height);
  const matrix = new Matrix4().multiplyMatrices(camera.projectionMatrix, camera.matrixWorldInverse);
  const sight = new Sight(matrix, frame.width, frame.height, frame.width / view.widthNm, focus);
  const whole = { left: 0, bottom: 0, right: frame.width, top: frame.height };
  const place = double({ min: -200, max: 200, noNaN: true });

  it('never calls a sphere invisible that reaches into the frame', () => {
    const project = projector(view, frame);
    const inFrame = ([x, y]: readonly [number, number]): boolean => x >= 0 && x <= frame.width && y >= 0 && y <= frame.height;
    assert(
      property(place, place, double({ min: -72, max: 0, noNaN: true }), double({ min: 0, max: 12, noNaN: true }), (x, y, z, r) => {
        sight.look(x, y, z, r);
        const seen = [0, 1, 2, 3].some((k) => {
          const turn = (k * Math.PI) / 2;
          return inFrame(project([x + Math.cos(turn) * r * 0.99, y + Math.sin(turn) * r * 0.99, z]));
        });
        expect(sight.touches(whole) || !seen).toBe(true);
      }),
    );
  });

  it('leaves out what is clearly outside', () => {
    sight.look(150, 0, 0, 3);
    expect(sight.touches(whole)).toBe(false);
  });
});

describe('a still in a frame', () => {
  const still: PlateView = { widthNm: 372, x: 0, y: 0, yaw: 0, tilt: 0, fov: 18 };
  const numbers = (text: unknown): number[] => (String(text).match(/-?[\d.]+/g) ?? []).map(Number);

  it('fills the width when it shows the same view, and grows as the frame narrows', () => {
    expect(stillStyle(still, still)).toMatchObject({ width: '100.000cqw', left: '0.000cqw' });
    expect(numbers(stillStyle(still, { ...still, widthNm: 186 }).width)[0]).toBeCloseTo(200, 6);
  });

  it('puts a place where the live picture has it', () => {
    const [width, height] = [900, 500];
    const shown = { ...still, widthNm: 250, x: 20, y: -15 };
    const style = stillStyle(still, shown);
    const [w = 0] = numbers(style.width);
    const [left = 0] = numbers(style.left);
    const [middle = 0, top = 0] = numbers(style.top);
    const inStill = projector(still, STILL_SIZE)([33, 41, 0]);
    const scale = ((w / 100) * width) / STILL_SIZE.width;
    const [x, y] = projector(shown, { width, height })([33, 41, 0]);
    expect((left / 100) * width + inStill[0] * scale).toBeCloseTo(x, 1);
    expect((middle / 100) * height + (top / 100) * width + inStill[1] * scale).toBeCloseTo(y, 1);
  });
});
