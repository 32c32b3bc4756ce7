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
/** In a narrow frame the notes would lie on the brain: it makes room for them. */
const NARROW = 760;
const ROOM_FOR_NOTES: Insets = { top: 30, right: 4, bottom: 82, left: 4 };

export const insetsOf = (width: number): Insets => (width < NARROW ? ROOM_FOR_NOTES : NO_INSETS);

export function placeIn(view: BrainView, width: number, height: number, insets: Insets): Placed {
  const [w, h] = [Math.max(1, width - insets.left - insets.right), Math.max(1, height - insets.top - insets.bottom)];
  const { width: wide, height: high } = EXTENT[view];
  return { scale: Math.min(w / wide, h / high), middle: [insets.left + w / 2, insets.top + h / 2] };
}

/** Longest of these fits into a fifth of the frame, mm. */
const BARS = [50, 20, 10, 5] as const;

/** Length of the scale bar, mm. */
export const barLength = (scale: number, width: number): number => BARS.find((mm) => mm * scale <= width / 5) ?? 5;
