/** The camera of the map: fitting, and moving it so that a thing is in sight. Pure. */
import type { Camera } from '../../explorer/state';
import type { Box } from '../../model/layout';
import type { Layout } from '../../model/schema';
import { DETAILS, ZOOM_RANGE } from './detail';

/** The room of the map in CSS pixels, and how much larger than at a desk its text has to be. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly larger?: number;
}

export type Placed = NonNullable<Camera>;

/** Under this width in CSS pixels the foot of the frame belongs to the buttons and plates that lie over the map. */
const SMALL_FRAME = 700;
/** A next step of detail that is nearer than this factor is taken: a few pixels of ground at the edges for the names of all things. */
const NEARLY = 1.015;

/** Shows the whole layout in the frame, as large as it goes; in a frame too small for readable names, its middle. */
export function fitCamera(layout: Pick<Layout, 'width' | 'height'>, frame: Frame): Placed {
  const fitting = Math.min(frame.width / layout.width, frame.height / layout.height);
  const starts = DETAILS.map(({ from }) => from * (frame.larger ?? 1));
  const next = starts.find((from) => from > fitting && from <= fitting * NEARLY);
  const zoom = clampZoom(next ?? fitting, frame);
  const seen = frame.height / zoom;
  const top = frame.width < SMALL_FRAME && seen > layout.height;
  return { x: layout.width / 2, y: (top ? seen : layout.height) / 2, zoom };
}

/** The camera a state asks for; null asks for the whole layout. The middle of the frame never leaves the layout. */
export function placedCamera(camera: Camera, layout: Pick<Layout, 'width' | 'height'>, frame: Frame): Placed {
  return camera === null ? fitCamera(layout, frame) : kept({ ...camera, zoom: clampZoom(camera.zoom, frame) }, layout);
}

/** The nearest camera whose middle is on the layout, so that nobody is lost beside it. */
export function kept(camera: Placed, layout: Pick<Layout, 'width' | 'height'>): Placed {
  const x = Math.min(layout.width, Math.max(0, camera.x));
  const y = Math.min(layout.height, Math.max(0, camera.y));
  return x === camera.x && y === camera.y ? camera : { ...camera, x, y };
}

/** The zoom within the camera's limits. */
export function clampZoom(zoom: number, { larger = 1 }: Pick<Frame, 'larger'> = {}): number {
  return Math.min(ZOOM_RANGE.to, Math.max(ZOOM_RANGE.from * larger, zoom));
}

/** Zooms about the middle of the frame. */
export function zoomBy(camera: Placed, factor: number, frame: Frame): Placed {
  return { ...camera, zoom: clampZoom(camera.zoom * factor, frame) };
}

/** What of the layout the frame shows, in layout units. */
export function visibleBox({ x, y, zoom }: Placed, frame: Frame): Box {
  const [w, h] = [frame.width / zoom / 2, frame.height / zoom / 2];
  return { left: x - w, right: x + w, top: y - h, bottom: y + h };
}

/** The smallest move that brings `box` inside the frame with `margin` CSS pixels around it; the same camera when it is inside. */
export function cameraShowing(camera: Placed, frame: Frame, box: Box, margin = 28): Placed {
  const seen = visibleBox(camera, frame);
  const m = margin / camera.zoom;
  const shift = (low: number, high: number, from: number, to: number): number => {
    if (high - low > to - from - 2 * m) return (low + high) / 2 - (from + to) / 2;
    return low < from + m ? low - from - m : high > to - m ? high - to + m : 0;
  };
  const [dx, dy] = [shift(box.left, box.right, seen.left, seen.right), shift(box.top, box.bottom, seen.top, seen.bottom)];
  return dx === 0 && dy === 0 ? camera : { ...camera, x: camera.x + dx, y: camera.y + dy };
}

/** True when two cameras differ by less than half a CSS pixel at the corners of the frame. */
export function sameCamera(a: Placed, b: Placed, frame: Frame): boolean {
  const [p, q] = [visibleBox(a, frame), visibleBox(b, frame)];
  const limit = 0.5 / Math.max(a.zoom, b.zoom);
  return (['left', 'right', 'top', 'bottom'] as const).every((side) => Math.abs(p[side] - q[side]) < limit);
}

/** The camera that shows a box with `margin` CSS pixels around it, as large as it goes up to reading size. */
export function cameraOf(box: Box, frame: Frame, margin = 60, largest = 1.4): Placed {
  const room = { width: Math.max(1, frame.width - 2 * margin), height: Math.max(1, frame.height - 2 * margin) };
  const zoom = Math.min(largest, room.width / Math.max(1, box.right - box.left), room.height / Math.max(1, box.bottom - box.top));
  return { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2, zoom: clampZoom(zoom, frame) };
}

/** Zoom at which every thing has its name, and the first at which things rather than processes are drawn. */
const NAMING = { all: 1, first: DETAILS.find(({ shows }) => shows !== 'far')?.from ?? 1 };

/**
 * The camera that shows one thing or arrow by itself: from far out it comes near, otherwise it moves as little as it must. An arrow too
 * long to be seen whole from near keeps the far view, where the line that stands for it is lit.
 */
export function cameraNaming(camera: Placed, frame: Frame, box: Box): Placed {
  const first = NAMING.first * (frame.larger ?? 1);
  if (camera.zoom >= first) return cameraShowing(camera, frame, box);
  const near = cameraOf(box, frame, 28, NAMING.all * (frame.larger ?? 1));
  return near.zoom >= first ? near : cameraShowing(camera, frame, box);
}

/** The camera that holds a whole box, no nearer than now; the same camera when it does. */
export function cameraHolding(camera: Placed, frame: Frame, box: Box, margin = 28): Placed {
  const largest = cameraOf(box, frame, margin, camera.zoom);
  return largest.zoom < camera.zoom ? largest : cameraShowing(camera, frame, box, margin);
}
