/** The camera of the plates: near-orthographic, tilted a little, kept within the limits of ART-DIRECTION 7.5. */
import { PerspectiveCamera, Vector3 } from 'three';

/** What the frame shows: its width in nm at the cut plane, the middle, and the small turns that keep the slab's back hidden. */
export interface PlateView {
  readonly widthNm: number;
  readonly x: number;
  readonly y: number;
  /** Degrees. */
  readonly yaw: number;
  readonly tilt: number;
  readonly fov: number;
}

export const YAW_LIMIT = 12;
export const TILT_LIMIT = 20;

/** The nearest view inside the limits. */
export function withinLimits(view: PlateView, widths: readonly [number, number]): PlateView {
  const clamp = (value: number, from: number, to: number): number => Math.min(to, Math.max(from, value));
  return {
    ...view,
    widthNm: clamp(view.widthNm, widths[0], widths[1]),
    yaw: clamp(view.yaw, -YAW_LIMIT, YAW_LIMIT),
    tilt: clamp(view.tilt, 0, TILT_LIMIT),
  };
}

/** Distance from the cut plane, in nm, at which the frame is `widthNm` wide. */
export function distanceOf(view: PlateView, aspect: number): number {
  return view.widthNm / aspect / 2 / Math.tan((view.fov * Math.PI) / 360);
}

/** Sets a camera to a view; returns the distance to the focus. */
export function applyView(camera: PerspectiveCamera, view: PlateView, aspect: number): number {
  const distance = distanceOf(view, aspect);
  const [yaw, tilt] = [(view.yaw * Math.PI) / 180, (view.tilt * Math.PI) / 180];
  camera.fov = view.fov;
  camera.aspect = aspect;
  camera.near = distance * 0.3;
  camera.far = distance * 2.5 + 200;
  camera.position.set(
    view.x + Math.sin(yaw) * Math.cos(tilt) * distance,
    view.y + Math.sin(tilt) * distance,
    Math.cos(tilt) * Math.cos(yaw) * distance,
  );
  camera.lookAt(view.x, view.y, 0);
  camera.updateProjectionMatrix();
  camera.updateMatrixWorld();
  return distance;
}

/** Where a place of the scene stands in the frame, in CSS pixels. */
export function project(
  camera: PerspectiveCamera,
  place: readonly [number, number, number],
  width: number,
  height: number,
): readonly [number, number] {
  const v = new Vector3(...place).project(camera);
  return [(v.x * 0.5 + 0.5) * width, (0.5 - v.y * 0.5) * height];
}
