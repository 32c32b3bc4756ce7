/** Where the marks of a proof stand: worked out from the measured boxes of the words, so that they survive wrapping. Lengths in pixels. */
import type { ProofMark } from '../../model/schema';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A sentence cut at its marks: plain words, or the words of a mark by its index. */
export interface Run {
  readonly text: string;
  readonly mark: number | null;
}

/** Cuts a sentence where its marks stand. Marks that overlap an earlier one, or whose words are not there, are left to the list of corrections. */
export function runsOf(sentence: string, marks: readonly ProofMark[]): readonly Run[] {
  const places = marks
    .map(({ words }, mark) => ({ mark, from: sentence.indexOf(words), to: sentence.indexOf(words) + words.length }))
    .filter(({ from }) => from >= 0)
    .sort((a, b) => a.from - b.from);
  const runs: Run[] = [];
  let at = 0;
  for (const { mark, from, to } of places) {
    if (from < at) continue;
    if (from > at) runs.push({ text: sentence.slice(at, from), mark: null });
    runs.push({ text: sentence.slice(from, to), mark });
    at = to;
  }
  if (at < sentence.length) runs.push({ text: sentence.slice(at), mark: null });
  return runs;
}

/** The stroke of a mark over the boxes of its words (one box a line), as an SVG path. */
export function strokeOf(mark: ProofMark['mark'], boxes: readonly Box[]): string {
  switch (mark) {
    case 'strike':
      return boxes.map((box) => bowed(box)).join('');
    case 'wavy':
      return boxes.map((box) => wave(box)).join('');
    case 'loop':
      return boxes.map((box) => loop(box)).join('');
    case 'insert': {
      const last = boxes.at(-1);
      if (last === undefined) return '';
      const x = last.x + last.width + 2;
      const y = last.y + last.height;
      return `M${x - 7} ${y + 6}L${x} ${y - 5}L${x + 7} ${y + 6}`;
    }
  }
}

/** A line through the words, slightly bowed as a hand draws it. */
function bowed({ x, y, width, height }: Box): string {
  const middle = y + height * 0.56;
  return `M${x - 3} ${middle + 1.5}Q${x + width / 2} ${middle - 3} ${x + width + 5} ${middle}`;
}

const WAVE_PX = 8;

function wave({ x, y, width, height }: Box): string {
  const base = y + height + 1;
  const count = Math.max(1, Math.round(width / WAVE_PX));
  const step = width / count / 2;
  return `M${x} ${base}${Array.from({ length: count }, () => `q${step / 2} -4 ${step} 0q${step / 2} 4 ${step} 0`).join('')}`;
}

/** A loop that overshoots its start. */
function loop({ x, y, width, height }: Box): string {
  const [left, right, top, bottom] = [x - 8, x + width + 8, y - 3, y + height + 5];
  const middle = (top + bottom) / 2;
  return `M${left + width * 0.35} ${top - 4}C${left - 6} ${top} ${left - 6} ${bottom} ${(left + right) / 2} ${bottom}S${right + 6} ${top} ${(left + right) / 2} ${top}S${left - 2} ${middle - 6} ${left + 1} ${middle + 4}`;
}

export interface Note extends Box {
  readonly mark: number;
  /** Above the words or below them. */
  readonly above: boolean;
}

const GAP_PX = 6;

/**
 * A place in the gap between two lines for each note: words to be put in stand above, remarks below; kept inside the width, and one that would
 * cover another moves right, or else to the other side. `sizes` are the measured sizes of the notes, by mark.
 */
export function placeNotes(
  marks: readonly ProofMark[],
  boxes: ReadonlyMap<number, readonly Box[]>,
  sizes: ReadonlyMap<number, { readonly width: number; readonly height: number }>,
  width: number,
): readonly Note[] {
  const placed: Note[] = [];
  const free = (note: Box): boolean =>
    placed.every(
      (other) =>
        note.x >= other.x + other.width + GAP_PX ||
        other.x >= note.x + note.width + GAP_PX ||
        note.y >= other.y + other.height ||
        other.y >= note.y + note.height,
    );
  for (const [mark, { mark: kind }] of marks.entries()) {
    const first = boxes.get(mark)?.[0];
    const last = boxes.get(mark)?.at(-1);
    const size = sizes.get(mark);
    if (first === undefined || last === undefined || size === undefined) continue;
    const above = kind === 'strike' || kind === 'insert';
    const held = (x: number): number => Math.max(0, Math.min(x, width - size.width));
    const at = (up: boolean, x: number): Note => ({
      mark,
      above: up,
      x: held(x),
      y: up ? first.y - size.height + 2 : last.y + last.height + 5,
      ...size,
    });
    const anchor = kind === 'insert' ? last.x + last.width - 10 : first.x;
    const wishes = [at(above, anchor), at(above, anchor + 90), at(!above, anchor), at(above, width)];
    placed.push(wishes.find(free) ?? at(above, anchor));
  }
  return placed;
}
