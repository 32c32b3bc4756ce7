/** What pointers and the wheel do to a view. Points are in CSS pixels of the frame. */
import { carry, withinLimits, type Frame, type PlateView, type Point, type Widths } from './camera';

/** A press that moves less than this is a pick, CSS pixels. */
const SLOP = 5;
/** Degrees a pixel when turning. */
const TURN = 0.12;
/** Two fingers turn the picture only beyond this way and this twist, so that a pinch does not: CSS pixels and degrees. */
const FIRM = { way: 24, twist: 10 } as const;
/** Degrees of yaw for a degree of twist. */
const TWIST = 0.4;

/** Middle of the pointers that are down; how far apart two of them are, and at which angle in degrees (0 for one). */
export interface Grip {
  readonly at: Point;
  readonly spread: number;
  readonly angle: number;
  readonly fingers: number;
}

export function gripOf(points: readonly Point[]): Grip {
  const count = Math.max(1, points.length);
  const at: Point = [points.reduce((sum, [x]) => sum + x, 0) / count, points.reduce((sum, [, y]) => sum + y, 0) / count];
  const [a, b] = points;
  if (a === undefined || b === undefined) return { at, spread: 0, angle: 0, fingers: points.length };
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  return { at, spread: Math.hypot(dx, dy), angle: (Math.atan2(dy, dx) * 180) / Math.PI, fingers: points.length };
}

/** Whether the pointers have gone far enough to be a drag. */
export function isDrag(from: Grip, to: Grip): boolean {
  return Math.hypot(to.at[0] - from.at[0], to.at[1] - from.at[1]) > SLOP || Math.abs(to.spread - from.spread) > SLOP || to.fingers > 1;
}

/** What is left of a number beyond a threshold either way. */
const beyond = (value: number, least: number): number => Math.sign(value) * Math.max(0, Math.abs(value) - least);

/**
 * The view after a drag that began with `from` on `view`. One pointer pans, and with `turning` turns: what was grasped stays under it.
 * Two pinch to zoom about their middle; moved together they turn the section, and so does twisting them.
 */
export function draggedView(view: PlateView, from: Grip, to: Grip, frame: Frame, turning: boolean, widths: Widths): PlateView {
  const [dx, dy] = [to.at[0] - from.at[0], to.at[1] - from.at[1]];
  const turned = (across: number, along: number): PlateView =>
    withinLimits({ ...view, yaw: view.yaw - across * TURN, tilt: view.tilt + along * TURN }, widths);
  if (from.fingers > 1 && to.fingers > 1) {
    const twist = beyond(((to.angle - from.angle + 540) % 360) - 180, FIRM.twist) * TWIST;
    const turn = turned(beyond(dx, FIRM.way) - twist / TURN, beyond(dy, FIRM.way));
    const pinched = withinLimits({ ...turn, widthNm: view.widthNm * (to.spread > 0 ? from.spread / to.spread : 1) }, widths);
    return withinLimits(carry(pinched, { ...view, yaw: turn.yaw, tilt: turn.tilt }, frame, from.at, from.at), widths);
  }
  if (turning) return turned(dx, dy);
  return withinLimits(carry(view, view, frame, from.at, to.at), widths);
}

/** A pinch on a trackpad comes as a wheel with Ctrl that turns little; d3-zoom weighs it alike. */
const PINCH = 10;
/** So that a real wheel with Ctrl does not leap, pixels. */
const MOST_OF_A_PINCH = 400;

/** How far a wheel turned, in pixels, with a pinch made as strong as it feels. */
export function wheelPixels({ deltaY, ctrlKey }: { readonly deltaY: number; readonly ctrlKey: boolean }): number {
  return ctrlKey ? Math.max(-MOST_OF_A_PINCH, Math.min(MOST_OF_A_PINCH, PINCH * deltaY)) : deltaY;
}

/** The view after a turn of the wheel by `delta` pixels: the place under the pointer stays there. */
export function wheeledView(view: PlateView, at: Point, delta: number, frame: Frame, widths: Widths): PlateView {
  const zoomed = withinLimits({ ...view, widthNm: view.widthNm * 1.0015 ** delta }, widths);
  return withinLimits(carry(zoomed, view, frame, at, at), widths);
}
