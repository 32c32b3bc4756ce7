import { describe, expect, it } from 'vitest';
import { projector, unproject, type PlateView, type Point } from '../../../../src/views/plate3d/camera';
import { draggedView, gripOf, isDrag, wheeledView, wheelPixels } from '../../../../src/views/plate3d/gesture-maths';

const view: PlateView = { widthNm: 300, x: 0, y: 4, yaw: 3, tilt: 8, fov: 18 };
const frame = { width: 1000, height: 600 };
const widths = [40, 400] as const;
const one = (x: number, y: number): ReturnType<typeof gripOf> => gripOf([[x, y]]);
const two = (a: Point, b: Point): ReturnType<typeof gripOf> => gripOf([a, b]);

describe('drag', () => {
  it('keeps the grasped place under the pointer', () => {
    const after = draggedView(view, one(300, 200), one(420, 260), frame, false, widths);
    const grasped = unproject(view, frame, [300, 200]);
    const [x, y] = projector(after, frame)(grasped);
    expect(x).toBeCloseTo(420, 6);
    expect(y).toBeCloseTo(260, 6);
    expect(after.widthNm).toBe(view.widthNm);
  });

  it('turns with Shift, within the limits of the slab', () => {
    const turned = draggedView(view, one(300, 200), one(250, 220), frame, true, widths);
    expect(turned.yaw).toBeGreaterThan(view.yaw);
    expect(turned.tilt).toBeGreaterThan(view.tilt);
    expect([turned.x, turned.y, turned.widthNm]).toEqual([view.x, view.y, view.widthNm]);
    const far = draggedView(view, one(900, 300), one(-4000, -4000), frame, true, widths);
    expect([far.yaw, far.tilt]).toEqual([12, 0]);
  });

  it('tells a press from a drag', () => {
    expect(isDrag(one(100, 100), one(103, 103))).toBe(false);
    expect(isDrag(one(100, 100), one(106, 100))).toBe(true);
    expect(isDrag(two([0, 0], [100, 0]), two([-4, 0], [104, 0]))).toBe(true);
  });
});

describe('wheel with Ctrl', () => {
  it('makes a pinch on a trackpad as strong as it feels, and a real wheel no leap', () => {
    const width = (deltaY: number, ctrlKey: boolean): number =>
      wheeledView(view, [500, 300], wheelPixels({ deltaY, ctrlKey }), frame, widths).widthNm;
    // Browsers tell of fingers that spread to twice as far as 100 ln 2 pixels, in many small turns.
    let spread = view.widthNm;
    for (let turn = 0; turn < 20; turn++)
      spread = wheeledView(
        { ...view, widthNm: spread },
        [500, 300],
        wheelPixels({ deltaY: -5 * Math.LN2, ctrlKey: true }),
        frame,
        widths,
      ).widthNm;
    expect(view.widthNm / spread).toBeGreaterThan(1.8);
    expect(view.widthNm / width(-100, true)).toBeLessThan(2);
    expect(width(-100, false)).toBe(wheeledView(view, [500, 300], -100, frame, widths).widthNm);
  });
});

describe('pinch', () => {
  it('zooms by the spread and keeps the place between the fingers', () => {
    const [from, to] = [two([400, 300], [600, 300]), two([300, 300], [700, 300])];
    const after = draggedView(view, from, to, frame, false, widths);
    expect(after.widthNm).toBeCloseTo(150, 9);
    const [before, now] = [unproject(view, frame, [500, 300]), unproject(after, frame, [500, 300])];
    expect(now[0]).toBeCloseTo(before[0], 6);
    expect(now[1]).toBeCloseTo(before[1], 6);
  });
});

describe('two fingers', () => {
  it('turn the section when they move together, within its limits, and pan nothing', () => {
    const after = draggedView(view, two([400, 300], [600, 300]), two([340, 360], [540, 360]), frame, false, widths);
    expect(after.yaw).toBeGreaterThan(view.yaw);
    expect(after.tilt).toBeGreaterThan(view.tilt);
    expect(after.widthNm).toBe(view.widthNm);
    const far = draggedView(view, two([400, 300], [600, 300]), two([-900, 2000], [-700, 2000]), frame, false, widths);
    expect([far.yaw, far.tilt]).toEqual([12, 20]);
  });

  it('turn it by a twist, but not by the unsteadiness of a pinch', () => {
    const twisted = draggedView(view, two([400, 300], [600, 300]), two([413, 250], [587, 350]), frame, false, widths);
    expect(twisted.yaw).toBeGreaterThan(view.yaw);
    expect(twisted.tilt).toBe(view.tilt);
    const unsteady = draggedView(view, two([400, 300], [600, 300]), two([330, 310], [690, 322]), frame, false, widths);
    expect([unsteady.yaw, unsteady.tilt]).toEqual([view.yaw, view.tilt]);
    expect(unsteady.widthNm).toBeLessThan(view.widthNm);
  });
});

describe('wheel', () => {
  it('keeps the place under the pointer, in and out', () => {
    for (const delta of [-240, 120]) {
      const after = wheeledView(view, [250, 450], delta, frame, widths);
      expect(Math.sign(after.widthNm - view.widthNm)).toBe(Math.sign(delta));
      const [before, now] = [unproject(view, frame, [250, 450]), unproject(after, frame, [250, 450])];
      expect(now[0]).toBeCloseTo(before[0], 6);
      expect(now[1]).toBeCloseTo(before[1], 6);
    }
  });

  it('stops at the limits without moving sideways', () => {
    const end = wheeledView({ ...view, widthNm: 400 }, [0, 0], 5000, frame, widths);
    expect(end.widthNm).toBe(400);
    expect(end.x).toBeCloseTo(view.x, 9);
    expect(end.y).toBeCloseTo(view.y, 9);
  });
});
