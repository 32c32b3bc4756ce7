/** Where marks and their names stand, so that none covers another. Pixels; no DOM. */
import { textWidth } from '../../design/text-width';

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Marks closer than this stand for one time. */
const SAME = 3;

/**
 * Sets marks of one time side by side, `gap` apart and together at most `most` wide, about their true place; marks of different times
 * are never moved apart, so that none is read at another's time. No mark passes `to`.
 */
export function spread(xs: readonly number[], gap: number, most: number, to: number): readonly number[] {
  const order = xs.map((x, index) => ({ x, index })).toSorted((a, b) => a.x - b.x || a.index - b.index);
  const groups: { x: number; index: number }[][] = [];
  for (const item of order) {
    const last = groups.at(-1);
    if (last?.[0] !== undefined && item.x - last[0].x < SAME) last.push(item);
    else groups.push([item]);
  }
  const placed = [...xs];
  for (const group of groups) {
    const step = group.length < 2 ? 0 : Math.min(gap, most / (group.length - 1));
    const span = step * (group.length - 1);
    const start = Math.min((group[0]?.x ?? 0) - span / 2, to - span);
    for (const [place, { index }] of group.entries())
      placed[index] = group.length === 1 ? Math.min(xs[index] ?? 0, to) : start + place * step;
  }
  return placed;
}

export interface NameWish {
  readonly id: string;
  readonly name: string;
  /** Stands after the name in a lighter weight. */
  readonly sub: string;
  /** The mark with its bar. */
  readonly mark: Box;
  /** Where the mark's square is. */
  readonly y: number;
}

export interface PlacedName {
  readonly id: string;
  readonly x: number;
  /** Baseline. */
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  /** False where there was room for the name only, without what stands after it. */
  readonly whole: boolean;
}

export const NAME_SIZE = 11.5;
const LINE = 13;
const GAP = 6;

export function nameWidth(name: string, sub: string): number {
  return textWidth(name, NAME_SIZE, 'strong') + (sub === '' ? 0 : textWidth(` ${sub}`, NAME_SIZE, 'sub'));
}

/**
 * Places names beside, above or below their marks, in the order of the wishes, where they meet neither a mark nor another name nor an
 * obstacle. Where there is no room for the whole text the name alone is tried; a name without room is left out, and its mark still tells it.
 */
export function placeNames(
  wishes: readonly NameWish[],
  marks: readonly Box[],
  obstacles: readonly Box[],
  bounds: Box,
): readonly PlacedName[] {
  const taken: Box[] = [...obstacles];
  return wishes.flatMap((wish): PlacedName[] => {
    const short = wish.sub === '' ? [] : choicesOf(wish, nameWidth(wish.name, '')).map((choice) => ({ ...choice, whole: false }));
    const whole = choicesOf(wish, nameWidth(wish.name, wish.sub)).map((choice) => ({ ...choice, whole: true }));
    for (const choice of [...whole, ...short]) {
      const { box } = choice;
      const inside = box.left >= bounds.left && box.right <= bounds.right && box.top >= bounds.top && box.bottom <= bounds.bottom;
      if (!inside || taken.some((other) => meet(box, other)) || marks.some((other) => other !== wish.mark && meet(box, other))) continue;
      taken.push(box);
      return [{ id: wish.id, x: choice.x, y: choice.y, anchor: choice.anchor, whole: choice.whole }];
    }
    return [];
  });
}

interface NameChoice extends Omit<PlacedName, 'whole'> {
  readonly box: Box;
}

function choicesOf({ id, mark, y }: NameWish, width: number): readonly NameChoice[] {
  const beside = (x: number, anchor: 'start' | 'end', middle: number): NameChoice => ({
    id,
    x,
    y: middle + 4,
    anchor,
    box: {
      left: anchor === 'end' ? x - width : x,
      right: anchor === 'end' ? x : x + width,
      top: middle - LINE / 2,
      bottom: middle + LINE / 2,
    },
  });
  const over = (middle: number, anchor: 'start' | 'middle' | 'end'): NameChoice => {
    const centre = (mark.left + mark.right) / 2;
    const left = anchor === 'middle' ? centre - width / 2 : anchor === 'end' ? centre + 4 - width : centre - 4;
    return {
      id,
      x: anchor === 'middle' ? centre : anchor === 'end' ? centre + 4 : centre - 4,
      y: middle + 4,
      anchor,
      box: { left, right: left + width, top: middle - LINE / 2, bottom: middle + LINE / 2 },
    };
  };
  const [above, below] = [mark.top - LINE / 2 - 1, mark.bottom + LINE / 2 + 1];
  return [
    beside(mark.left - GAP, 'end', y),
    beside(mark.right + GAP, 'start', y),
    beside(mark.left - GAP, 'end', y - 12),
    beside(mark.left - GAP, 'end', y + 12),
    over(above, 'end'),
    over(above, 'middle'),
    over(above, 'start'),
    over(below, 'end'),
    over(below, 'middle'),
    over(below, 'start'),
    beside(mark.right + GAP, 'start', y - 12),
    beside(mark.right + GAP, 'start', y + 12),
  ];
}

function meet(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
