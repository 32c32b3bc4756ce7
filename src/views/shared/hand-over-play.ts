/** How one picture hands over to the next: a copy of the old one fades, and an outline goes from the thing to the frame or back. */
import type { Level } from '../../model/schema';
import css from './hand-over.module.css';

const TIMING = { duration: 240, easing: 'cubic-bezier(0.65, 0, 0.35, 1)', fill: 'forwards' } as const;
/** The old picture grows no more than this, however small the thing is. */
const LARGEST = 8;
/** What would make the copy answer for the picture it was taken from. */
const STRIPPED = ['role', 'tabindex', 'aria-label', 'data-status', 'data-open-ampa', 'data-open-nmda', 'data-id', 'data-label'];

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** What is kept of a picture that is about to go. */
export interface TakenPicture {
  readonly copy: HTMLElement;
  readonly inward: boolean;
  /** The thing that is entered, in the frame; null on the way out, and where nothing stands for it. */
  readonly door: Box | null;
}

function union(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null;
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  const right = Math.max(...boxes.map((box) => box.left + box.width));
  const bottom = Math.max(...boxes.map((box) => box.top + box.height));
  return { left, top, width: right - left, height: bottom - top };
}

/** Where the thing that opens into `level` stands in the picture of a frame; null where it is not in the frame. */
function doorTo(frame: HTMLElement, level: Level, entities: readonly string[]): Box | null {
  const marked = [...frame.querySelectorAll(`[data-enters="${level}"]`)];
  const named = level === 'synapse' ? entities.flatMap((id) => [...frame.querySelectorAll(`[data-id="${CSS.escape(id)}"]`)]) : [];
  const at = frame.getBoundingClientRect();
  const boxes = (marked.length > 0 ? marked : named)
    .map((element) => element.getBoundingClientRect())
    .filter(({ width, height }) => width > 0 && height > 0);
  const box = union(boxes);
  if (box === null) return null;
  const inside = box.left < at.right && box.left + box.width > at.left && box.top < at.bottom && box.top + box.height > at.top;
  return inside ? { ...box, left: box.left - at.left, top: box.top - at.top } : null;
}

function copyOf(frame: HTMLElement): HTMLElement {
  const copy = document.createElement('div');
  copy.className = css['copy'] ?? '';
  copy.setAttribute('aria-hidden', 'true');
  copy.inert = true;
  for (const child of frame.children) copy.append(child.cloneNode(true));
  const drawn = [...frame.querySelectorAll('canvas')];
  for (const [i, canvas] of [...copy.querySelectorAll('canvas')].entries()) {
    const source = drawn[i];
    if (source !== undefined && source.width > 0) canvas.getContext('2d')?.drawImage(source, 0, 0);
  }
  for (const name of STRIPPED) for (const element of copy.querySelectorAll(`[${name}]`)) element.removeAttribute(name);
  return copy;
}

/** Keeps the picture of a frame that is about to change to `level`; null for readers who want less motion. */
export function take(frame: HTMLElement, level: Level, inward: boolean, entities: readonly string[]): TakenPicture | null {
  if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) return null;
  return { copy: copyOf(frame), inward, door: inward ? doorTo(frame, level, entities) : null };
}

/** Plays the change in the frame that now shows the new picture. Gives what ends it at once. `left` is the level that was left. */
export function play(frame: HTMLElement, { copy, inward, door }: TakenPicture, left: Level, entities: readonly string[]): () => void {
  const outline = document.createElement('div');
  outline.className = css['outline'] ?? '';
  outline.setAttribute('aria-hidden', 'true');
  frame.append(copy, outline);
  frame.dataset['handingOver'] = inward ? 'in' : 'out';
  let over = false;
  const end = (): void => {
    over = true;
    copy.remove();
    outline.remove();
    delete frame.dataset['handingOver'];
  };
  const start = (): void => {
    if (over) return;
    const thing = inward ? door : doorTo(frame, left, entities);
    const whole: Box = { left: 0, top: 0, width: frame.clientWidth, height: frame.clientHeight };
    const moves = thing === null ? [{ opacity: 1 }, { opacity: 0 }] : inward ? grow(thing, whole) : shrink(whole, thing);
    const fading = copy.animate(moves, TIMING);
    if (thing !== null) outline.animate((inward ? [thing, whole] : [whole, thing]).map(asStyle), TIMING);
    fading.addEventListener('finish', end);
    fading.addEventListener('cancel', end);
  };
  // The picture that is gone back to measures itself first; the copy covers it so long.
  requestAnimationFrame(() => requestAnimationFrame(start));
  return end;
}

const asStyle = ({ left, top, width, height }: Box): Keyframe => ({
  left: `${left}px`,
  top: `${top}px`,
  width: `${width}px`,
  height: `${height}px`,
});

function moved(from: Box, to: Box): string {
  const scale = Math.min(LARGEST, to.width / from.width, to.height / from.height);
  const x = to.left + to.width / 2 - (from.left + from.width / 2) * scale;
  const y = to.top + to.height / 2 - (from.top + from.height / 2) * scale;
  return `translate(${x}px, ${y}px) scale(${scale})`;
}

const grow = (thing: Box, whole: Box): Keyframe[] => [
  { transform: 'none', opacity: 1 },
  { transform: moved(thing, whole), opacity: 0 },
];

const shrink = (whole: Box, thing: Box): Keyframe[] => [
  { transform: 'none', opacity: 1 },
  { transform: moved(whole, thing), opacity: 0 },
];
