/** Where marks and their names stand, so that none covers another. Pixels; no DOM. */
import { textWidth } from '../../design/text-width';

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface DodgeWish {
  /** The mark's true place. */
  readonly x: number;
  readonly y: number;
  /** Half the side of its square, and the span of the square with its bar. */
  readonly half: number;
  readonly top: number;
  readonly bottom: number;
  /** Ways up and down that mean nothing in this field, the nearest first; only its own height where that is the value. */
  readonly rows?: readonly number[];
}

export interface DodgeRoom {
  /** No mark passes this. */
  readonly to: number;
  /** Marks that would meet are moved by this, at most `most` times. */
  readonly step: number;
  readonly most: number;
}

const OWN_HEIGHT: readonly number[] = [0];

export interface Dodged {
  readonly x: number;
  readonly dy: number;
  /** Whether it stands so far from its time that a line must lead there. */
  readonly moved: boolean;
}

/** Paper between two marks, and how far from its time a mark may stand without a line to it. */
const BETWEEN = 1;
const UNSEEN = 3;

/**
 * Gives marks that would lie on one another places side by side, in the order of the wishes: the first keeps its time. Where there is no
 * room for a mark with its bar its square alone is kept clear, and where there is none for that it keeps its true place, too.
 */
export function dodge(wishes: readonly DodgeWish[], { to, step, most }: DodgeRoom): readonly Dodged[] {
  const whole: Box[] = [];
  const squares: Box[] = [];
  const steps = [0, ...Array.from({ length: most }, (_, at) => [-(at + 1), at + 1]).flat()];
  return wishes.map((wish): Dodged => {
    const { half, rows = OWN_HEIGHT } = wish;
    const start = Math.min(wish.x, to);
    const boxAt = (x: number, top: number, bottom: number): Box => ({
      left: x - half - BETWEEN / 2,
      right: x + half + BETWEEN / 2,
      top: top - BETWEEN / 2,
      bottom: bottom + BETWEEN / 2,
    });
    const wholeAt = (x: number, dy: number): Box => boxAt(x, wish.top + dy, wish.bottom + dy);
    const squareAt = (x: number, dy: number): Box => boxAt(x, wish.y + dy - half, wish.y + dy + half);
    const find = (at: (x: number, dy: number) => Box, taken: readonly Box[]): { x: number; dy: number } | undefined =>
      steps
        .map((shift) => start + shift * step)
        .filter((x) => x <= to)
        .flatMap((x) => rows.map((dy) => ({ x, dy })))
        .find(({ x, dy }) => !taken.some((other) => meet(at(x, dy), other)));
    const { x, dy } = find(wholeAt, whole) ?? find(squareAt, squares) ?? { x: start, dy: rows[0] ?? 0 };
    whole.push(wholeAt(x, dy));
    squares.push(squareAt(x, dy));
    return { x, dy, moved: Math.abs(x - wish.x) > UNSEEN };
  });
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

export const NAME_SIZE = 12;
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
