/** How the score is laid out in each of its sizes, so that a plot that shares its time can stand on the same pixels. */
import type { Axis } from '../../explorer/clocks';
import { scoreAxis } from '../../explorer/score';
import type { Model } from '../../model/model';
import type { Level } from '../../model/schema';

/** "compact" leaves room for what stands under it; "strip" is the row of the level that is shown, alone. */
export type ScoreSize = 'full' | 'compact' | 'phone' | 'strip';

export interface ScoreShape {
  /** Height of a lane of the current row, and of the trapezoid in it. */
  readonly lane: number;
  readonly bar: number;
  /** Height of a row of one lane. */
  readonly row: number;
  /** From the left and right edge of the score to the ends of its axis. */
  readonly start: number;
  readonly end: number;
  /** Above the first row. */
  readonly top: number;
  /** Most lanes of the current row. */
  readonly lanes: number;
  /** The same of a row with more than four lanes: more events than the row has height for stand closer. */
  readonly close: { readonly lane: number; readonly bar: number };
}

export const SCORE_SHAPES: Readonly<Record<ScoreSize, ScoreShape>> = {
  full: { lane: 17, bar: 15, row: 24, start: 96, end: 22, top: 20, lanes: 7, close: { lane: 14, bar: 12 } },
  compact: { lane: 14, bar: 12, row: 19, start: 96, end: 22, top: 18, lanes: 4, close: { lane: 14, bar: 12 } },
  phone: { lane: 12, bar: 9, row: 14, start: 48, end: 14, top: 12, lanes: 4, close: { lane: 12, bar: 9 } },
  strip: { lane: 16, bar: 15, row: 22, start: 62, end: 18, top: 5, lanes: 1, close: { lane: 16, bar: 15 } },
};

/**
 * Where the axis of a score `width` pixels wide begins, counted from the score's left edge, and the axis itself. A strip is the axis of
 * the one level that is shown.
 */
export function scoreFrame(size: ScoreSize, width: number, model: Model, level: Level): { readonly start: number; readonly axis: Axis } {
  const { start, end } = SCORE_SHAPES[size];
  return { start, axis: scoreAxis(model, Math.max(0, width - start - end), size === 'strip' ? [level] : undefined) };
}

/** Most lanes that keep the usual distance. */
const EASY_LANES = 4;

/** Distance of the lanes of a row, and the height of the trapezoids in them. */
export function lanesOf(lanes: number, shape: ScoreShape): { readonly lane: number; readonly bar: number } {
  return lanes > EASY_LANES ? shape.close : shape;
}
