/** Where time stands in the picture: the dose half of the score, on the same pixels. */
import { useLayoutEffect, useMemo, useState, type RefObject } from 'react';
import type { When } from '../../explorer/state';
import { scoreFrame, type ScoreSize } from '../navigator/frame';
import { useExplorer } from '../shared/explorer-context';
import { useScorePlace } from '../shared/score-place';

export interface TimeFrame {
  /** Position of seconds after the dose, in pixels from the left edge of the picture. */
  readonly x: (seconds: number) => number;
  /** The moment at a position; positions left of the dose's clock are its start. */
  readonly at: (x: number) => When;
  /** Start and end of the dose's clock. */
  readonly from: number;
  readonly to: number;
  /** Width and height of the picture. */
  readonly width: number;
  readonly height: number;
  /** Position of the playhead; null while it stands on the other clock. */
  readonly now: number | null;
}

/** Under this width there is less room beside a mark. */
export const NARROW = 600;
/** From this width on a picture without a score takes the frame of the wide one. */
const WIDE = 700;

/** Room for the names of ticks left of the dose's clock. */
const TICKS = 36;

/** Furthest right that the middle of a mark may stand: at the end of the clock, with its ring inside the picture. */
export function lastX(frame: TimeFrame): number {
  return Math.min(frame.to, frame.width - 9);
}

/** Where a plot's own field begins: the picture left of it belongs to the clocks and to titles. */
export function insetOf(frame: TimeFrame): number {
  return Math.max(0, frame.from - TICKS);
}

/** The frame of time for an element of this size; null before it is laid out. */
export function useTimeFrame(root: RefObject<HTMLElement | null>, width: number, height: number): TimeFrame | null {
  const { state, model } = useExplorer();
  const place = useScorePlace();
  const offset = useOffset(root, place?.box ?? null);
  const size: ScoreSize = place?.size ?? (width >= WIDE ? 'full' : 'phone');
  const whole = place?.width ?? width;
  const { when, level } = state;
  return useMemo(() => {
    if (width === 0 || whole === 0 || offset === null) return null;
    const { start, axis } = scoreFrame(size, whole, model, level);
    const origin = start - offset;
    const x = (seconds: number): number => origin + axis.x({ basis: 'afterDose', seconds });
    return {
      x,
      at: (at: number): When => axis.at(Math.max(at - origin, axis.gap.to)),
      from: origin + axis.gap.to,
      to: origin + axis.width,
      width,
      height,
      now: when.basis === 'afterDose' ? x(when.seconds) : null,
    };
  }, [size, whole, model, level, offset, width, height, when]);
}

/** Pixels from the left edge of the score to that of an element, following layout: 0 without a score, null before it is known. */
function useOffset(root: RefObject<HTMLElement | null>, score: HTMLElement | null): number | null {
  const [offset, setOffset] = useState<number | null>(null);
  useLayoutEffect(() => {
    const element = root.current;
    if (element === null || score === null) return undefined;
    const measure = (): void => {
      const [mine, its] = [element.getBoundingClientRect(), score.getBoundingClientRect()];
      // In the picture's own pixels, also where the page is shown enlarged.
      setOffset(((mine.left - its.left) * element.clientWidth) / Math.max(1, mine.width));
    };
    // At once, so that the first frame drawn has its plots; a busy device is long in coming to the next.
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    observer.observe(score);
    return () => observer.disconnect();
  }, [root, score]);
  return score === null ? 0 : offset;
}
