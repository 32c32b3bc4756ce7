/**
 * The camera of the plates: near-orthographic, tilted a little, kept within the limits of ART-DIRECTION 7.5. Plain arithmetic, so that
 * labels on a still need no renderer.
 */
import type { PerspectiveCamera } from 'three';

/** What the frame shows: its width in nm at the cut plane, the middle, and the small turns that keep the slab's back hidden. */
export interface PlateView {
  readonly widthNm: number;
  readonly x: number;
  readonly y: number;
  /** Degrees. */
  readonly yaw: number;
  readonly tilt: number;
  /** Vertical field of view of a frame of 16:10, degrees. */
  readonly fov: number;
}

/** Size of a frame, CSS pixels. */
export interface Frame {
  readonly width: number;
  readonly height: number;
}

export type Place = readonly [number, number, number];
export type Point = readonly [number, number];
/** Narrowest and widest frame, nm. */
export type Widths = readonly [number, number];

export const YAW_LIMIT = 12;
export const TILT_LIMIT = 20;
/** How far the middle of the frame may leave the middle of the scene, as a share of the widest frame. */
const REACH = { x: 0.5, y: 0.35 } as const;

const clamp = (value: number, from: number, to: number): number => Math.min(to, Math.max(from, value));
const dot = (a: Place, b: Place): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** The nearest view inside the limits. */
export function withinLimits(view: PlateView, widths: Widths): PlateView {
  return {
    ...view,
    widthNm: clamp(view.widthNm, widths[0], widths[1]),
    x: clamp(view.x, -REACH.x * widths[1], REACH.x * widths[1]),
    y: clamp(view.y, -REACH.y * widths[1], REACH.y * widths[1]),
    yaw: clamp(view.yaw, -YAW_LIMIT, YAW_LIMIT),
    tilt: clamp(view.tilt, 0, TILT_LIMIT),
  };
}

/**
 * Distance from the focus at which the frame is `widthNm` wide on the cut plane, nm. Frames of landscape shape share one perspective,
 * whatever their height, so that a still lies exactly under the live picture; upright ones stand further off.
 */
export function distanceOf(view: PlateView, aspect: number): number {
  return view.widthNm / Math.min(1.6, (aspect * 4) / 3) / 2 / Math.tan(radians(view.fov) / 2);
}

interface Stance {
  readonly eye: Place;
  readonly right: Place;
  readonly up: Place;
  /** From the focus to the eye. */
  readonly back: Place;
  readonly distance: number;
}

/** Where the eye stands and how it is turned. */
export function stanceOf(view: PlateView, aspect: number): Stance {
  const distance = distanceOf(view, aspect);
  const [yaw, tilt] = [radians(view.yaw), radians(view.tilt)];
  const back: Place = [Math.sin(yaw) * Math.cos(tilt), Math.sin(tilt), Math.cos(yaw) * Math.cos(tilt)];
  return {
    distance,
    back,
    right: [Math.cos(yaw), 0, -Math.sin(yaw)],
    up: [-Math.sin(tilt) * Math.sin(yaw), Math.cos(tilt), -Math.sin(tilt) * Math.cos(yaw)],
    eye: [view.x + back[0] * distance, view.y + back[1] * distance, back[2] * distance],
  };
}

/** Sets a camera to a view; returns the distance to the focus, nm. */
export function applyView(camera: PerspectiveCamera, view: PlateView, aspect: number): number {
  const { eye, distance } = stanceOf(view, aspect);
  camera.fov = (Math.atan(view.widthNm / aspect / 2 / distance) * 360) / Math.PI;
  camera.aspect = aspect;
  camera.near = distance * 0.3;
  camera.far = distance * 2.5 + 200;
  camera.position.set(...eye);
  camera.lookAt(view.x, view.y, 0);
  camera.updateProjectionMatrix();
  camera.updateMatrixWorld();
  return distance;
}

/** Pixels to a nanometre at the focus, and a function that gives a place's point in the frame, CSS pixels. */
export function projector(view: PlateView, frame: Frame): (place: Place) => Point {
  const { eye, right, up, back, distance } = stanceOf(view, frame.width / frame.height);
  const perNm = frame.width / view.widthNm;
  return (place) => {
    const from: Place = [place[0] - eye[0], place[1] - eye[1], place[2] - eye[2]];
    const scale = (perNm * distance) / -dot(from, back);
    return [frame.width / 2 + dot(from, right) * scale, frame.height / 2 - dot(from, up) * scale];
  };
}

/** The place on the cut plane (z = 0) under a point of the frame. */
export function unproject(view: PlateView, frame: Frame, point: Point): Place {
  const { eye, right, up, back, distance } = stanceOf(view, frame.width / frame.height);
  const nm = view.widthNm / frame.width / distance;
  const [across, upward] = [(point[0] - frame.width / 2) * nm, (frame.height / 2 - point[1]) * nm];
  const ray = [0, 1, 2].map((axis) => (right[axis] ?? 0) * across + (up[axis] ?? 0) * upward - (back[axis] ?? 0));
  const steps = -eye[2] / (ray[2] ?? -1);
  return [eye[0] + (ray[0] ?? 0) * steps, eye[1] + (ray[1] ?? 0) * steps, 0];
}

/** The view moved so that the place of the cut plane that lay under `from` in `was` lies under `to`. */
export function carry(view: PlateView, was: PlateView, frame: Frame, from: Point, to: Point): PlateView {
  const [grasped, there] = [unproject(was, frame, from), unproject(view, frame, to)];
  return { ...view, x: view.x + grasped[0] - there[0], y: view.y + grasped[1] - there[1] };
}

/** A step of the camera: `x` and `y` in shares of the frame's width, `turn` and `tilt` in degrees, `zoom` as a factor on the width. */
export interface CameraStep {
  readonly x?: number;
  readonly y?: number;
  readonly zoom?: number;
  readonly turn?: number;
  readonly tilt?: number;
}

/** The view after a step, within its limits. */
export function moveBy(view: PlateView, step: CameraStep, widths: Widths): PlateView {
  const { x = 0, y = 0, zoom = 1, turn = 0, tilt = 0 } = step;
  return withinLimits(
    {
      ...view,
      widthNm: view.widthNm * zoom,
      x: view.x + x * view.widthNm,
      y: view.y + y * view.widthNm,
      yaw: view.yaw + turn,
      tilt: view.tilt + tilt,
    },
    widths,
  );
}

const PAN = 0.1;
const ZOOM = 1.25;
const TURN_DEGREES = 3;
const KEYS: Readonly<Record<string, CameraStep>> = {
  ArrowLeft: { x: -PAN },
  ArrowRight: { x: PAN },
  ArrowUp: { y: PAN },
  ArrowDown: { y: -PAN },
  '+': { zoom: 1 / ZOOM },
  '=': { zoom: 1 / ZOOM },
  '-': { zoom: ZOOM },
};
const TURNING_KEYS: Readonly<Record<string, CameraStep>> = {
  ArrowLeft: { turn: -TURN_DEGREES },
  ArrowRight: { turn: TURN_DEGREES },
  ArrowUp: { tilt: TURN_DEGREES },
  ArrowDown: { tilt: -TURN_DEGREES },
};

/** The step that a key stands for while a plate has the focus, or null: arrows pan, plus and minus zoom, Shift with arrows turns. */
export function stepOfKey(key: string, shift: boolean): CameraStep | null {
  const table = shift && Object.hasOwn(TURNING_KEYS, key) ? TURNING_KEYS : KEYS;
  return Object.hasOwn(table, key) ? (table[key] ?? null) : null;
}
