/** The camera of the map: fitting, and moving it so that a thing is in sight. Pure. */
import type { Camera } from '../../explorer/state';
import type { Box } from '../../model/layout';
import type { Layout } from '../../model/schema';
import { ZOOM_RANGE } from './detail';

export interface Frame {
  readonly width: number;
  readonly height: number;
}

export type Placed = NonNullable<Camera>;

/** Shows the whole layout in the frame, as large as it goes; in a frame too small for readable names, its middle. */
export function fitCamera(layout: Pick<Layout, 'width' | 'height'>, frame: Frame): Placed {
  const zoom = Math.min(frame.width / layout.width, frame.height / layout.height);
  return { x: layout.width / 2, y: layout.height / 2, zoom: clampZoom(zoom) };
}

/** The camera a state asks for; null asks for the whole layout. */
export function placedCamera(camera: Camera, layout: Pick<Layout, 'width' | 'height'>, frame: Frame): Placed {
  return camera === null ? fitCamera(layout, frame) : { ...camera, zoom: clampZoom(camera.zoom) };
}

export function clampZoom(zoom: number): number {
  return Math.min(ZOOM_RANGE.to, Math.max(ZOOM_RANGE.from, zoom));
}

/** Zooms about the middle of the frame. */
export function zoomBy(camera: Placed, factor: number): Placed {
  return { ...camera, zoom: clampZoom(camera.zoom * factor) };
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
  return { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2, zoom: clampZoom(zoom) };
}
