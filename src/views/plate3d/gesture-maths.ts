/** What pointers and the wheel do to a view. Points are in CSS pixels of the frame. */
import { carry, withinLimits, type Frame, type PlateView, type Point, type Widths } from './camera';

/** A press that moves less than this is a pick, CSS pixels. */
const SLOP = 5;
/** Degrees a pixel when turning. */
const TURN = 0.12;

/** Middle of the pointers that are down, and how far apart two of them are (0 for one). */
export interface Grip {
  readonly at: Point;
  readonly spread: number;
}

export function gripOf(points: readonly Point[]): Grip {
  const count = Math.max(1, points.length);
  const at: Point = [points.reduce((sum, [x]) => sum + x, 0) / count, points.reduce((sum, [, y]) => sum + y, 0) / count];
  const [a, b] = points;
  return { at, spread: a !== undefined && b !== undefined ? Math.hypot(a[0] - b[0], a[1] - b[1]) : 0 };
}

/** Whether the pointers have gone far enough to be a drag. */
export function isDrag(from: Grip, to: Grip): boolean {
  return Math.hypot(to.at[0] - from.at[0], to.at[1] - from.at[1]) > SLOP || Math.abs(to.spread - from.spread) > SLOP;
}

/** The view after a drag or pinch that began with `from` on `view`: what was grasped stays under the pointers. */
export function draggedView(view: PlateView, from: Grip, to: Grip, frame: Frame, turning: boolean, widths: Widths): PlateView {
  if (turning) {
    const [dx, dy] = [to.at[0] - from.at[0], to.at[1] - from.at[1]];
    return withinLimits({ ...view, yaw: view.yaw - dx * TURN, tilt: view.tilt + dy * TURN }, widths);
  }
  const pinch = from.spread > 0 && to.spread > 0 ? from.spread / to.spread : 1;
  const zoomed = withinLimits({ ...view, widthNm: view.widthNm * pinch }, widths);
  return withinLimits(carry(zoomed, view, frame, from.at, to.at), widths);
}

/** The view after a turn of the wheel by `delta` pixels: the place under the pointer stays there. */
export function wheeledView(view: PlateView, at: Point, delta: number, frame: Frame, widths: Widths): PlateView {
  const zoomed = withinLimits({ ...view, widthNm: view.widthNm * 1.0015 ** delta }, widths);
  return withinLimits(carry(zoomed, view, frame, at, at), widths);
}
