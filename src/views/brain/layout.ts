/** Where the brain lies in its frame: one scale and one middle for the drawing, the outlines and the still alike. */
import { EXTENT, type BrainView } from '../../design/atlas/views';

export interface Placed {
  /** CSS pixels a millimetre. */
  readonly scale: number;
  /** Where the middle of the brain lies in the frame, CSS pixels. */
  readonly middle: readonly [number, number];
}

/** Room that must stay free at the edges of the frame, CSS pixels. */
export interface Insets {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

export const NO_INSETS: Insets = { top: 0, right: 0, bottom: 0, left: 0 };
/** In a small frame the notes would lie on the brain: it makes room for them, below it or, where the frame is low, beside it. */
const SMALL = 760;
const LOW = 1.5;
const BELOW: Insets = { top: 30, right: 4, bottom: 70, left: 4 };
const BESIDE = 0.22;

/** Whether the notes stand below the brain over the whole width. */
export const isNarrow = (width: number, height: number): boolean => width < SMALL && width <= height * LOW;

export function insetsOf(width: number, height: number): Insets {
  if (isNarrow(width, height)) return BELOW;
  return width < SMALL ? { ...NO_INSETS, left: width * BESIDE } : NO_INSETS;
}

/** Radius of a schematic nucleus, mm, and the least that can be seen, px. */
const NUCLEUS_MM = 2.5;
const NUCLEUS_PX = 6;

/** Radius of a schematic nucleus, px. */
export const nucleusRadius = (scale: number): number => Math.max(NUCLEUS_PX, NUCLEUS_MM * scale);

/** Room between a nucleus and the end of a leader that does not mean it, px. */
const CLEAR = 5;

/** A place moved just out of the circle of a nucleus that it would seem to belong to. */
export function besideNuclei(
  point: readonly [number, number],
  nuclei: readonly { readonly x: number; readonly y: number }[],
  radius: number,
): readonly [number, number] {
  for (const { x, y } of nuclei) {
    const [dx, dy] = [point[0] - x, point[1] - y];
    const far = Math.hypot(dx, dy);
    if (far >= radius + CLEAR) continue;
    const grow = (radius + CLEAR) / Math.max(far, 1e-6);
    return far < 1e-6 ? [x, y + radius + CLEAR] : [x + dx * grow, y + dy * grow];
  }
  return point;
}

export function placeIn(view: BrainView, width: number, height: number, insets: Insets): Placed {
  const [w, h] = [Math.max(1, width - insets.left - insets.right), Math.max(1, height - insets.top - insets.bottom)];
  const { width: wide, height: high } = EXTENT[view];
  return { scale: Math.min(w / wide, h / high), middle: [insets.left + w / 2, insets.top + h / 2] };
}

/** Longest of these fits into a fifth of the frame, mm. */
const BARS = [50, 20, 10, 5] as const;

/** Length of the scale bar, mm. */
export const barLength = (scale: number, width: number): number => BARS.find((mm) => mm * scale <= width / 5) ?? 5;
