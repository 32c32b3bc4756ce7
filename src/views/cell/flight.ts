/** A flight of the camera: eased in time, its zoom interpolated logarithmically. Pure. */
import type { Placed } from './camera';

/** Cubic ease in and out on 0 to 1. */
export function eased(t: number): number {
  return t < 0.5 ? 4 * t ** 3 : 1 - (2 - 2 * t) ** 3 / 2;
}

/** The camera after the share `t` (0 to 1) of a flight; a pan with a zoom keeps one point of the picture still. */
export function along(from: Placed, to: Placed, t: number): Placed {
  const zoom = from.zoom * (to.zoom / from.zoom) ** t;
  const spread = 1 / from.zoom - 1 / to.zoom;
  const share = Math.abs(spread) < 1e-9 ? t : (1 / from.zoom - 1 / zoom) / spread;
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share, zoom };
}
