/** What the windows of one presentation say to each other, and the reading of it: anything may come over a channel. */
import { LIVE_NAMES, type LiveName } from '../../views/shared/live';
import { COMMANDS, type Command } from './keys';
import { readLecture, type Lecture } from './lecture';

/** Of two told things the one with the higher count is newer; of two equal ones the greater sender's holds in every window. */
export interface Told {
  readonly count: number;
  readonly from: string;
}

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** A part of a slide that a pointer can be on, and the place in it as parts of its width and height. */
export const SLIDE_PARTS = ['text', 'picture', 'slide'] as const;
export interface Pointed {
  readonly part: (typeof SLIDE_PARTS)[number];
  readonly x: number;
  readonly y: number;
}

export type Message =
  /** A window has come and asks for all there is. */
  | { readonly kind: 'hello'; readonly from: string; readonly audience: boolean }
  /** A sign of life; `asks` wants one back. */
  | { readonly kind: 'here'; readonly from: string; readonly audience: boolean; readonly asks: boolean }
  | { readonly kind: 'bye'; readonly from: string; readonly audience: boolean }
  | { readonly kind: 'view'; readonly from: string; readonly count: number; readonly query: string }
  /** A tick has the count of the order that it goes on from, and holds while that does. */
  | {
      readonly kind: 'live';
      readonly from: string;
      readonly count: number;
      readonly tick: boolean;
      readonly name: LiveName;
      readonly value: unknown;
    }
  | { readonly kind: 'lecture'; readonly from: string; readonly count: number; readonly lecture: Lecture }
  /** A key that was pressed on a screen that stands still, for the window that goes on. */
  | { readonly kind: 'ask'; readonly from: string; readonly command: Command }
  | ({ readonly kind: 'pointer'; readonly from: string } & Pointed)
  /** The size of the audience's picture in its own CSS pixels. */
  | ({ readonly kind: 'size'; readonly from: string } & PictureSize);

/** Longest link that is taken from another window. */
const LONGEST_QUERY = 8_000;
const LARGEST_PICTURE = 10_000;

export function isNewer(told: Told, than: Told): boolean {
  return told.count > than.count || (told.count === than.count && told.from > than.from);
}

/** A message of this program in sound form; null for anything else. */
export function readMessage(data: unknown): Message | null {
  if (typeof data !== 'object' || data === null) return null;
  const get = (key: string): unknown => Reflect.get(data, key);
  const from = get('from');
  if (typeof from !== 'string' || from === '') return null;
  const audience = get('audience') === true;
  const count = get('count');
  const counted = typeof count === 'number' && Number.isSafeInteger(count) ? count : null;
  switch (get('kind')) {
    case 'hello':
      return { kind: 'hello', from, audience };
    case 'here':
      return { kind: 'here', from, audience, asks: get('asks') === true };
    case 'bye':
      return { kind: 'bye', from, audience };
    case 'view': {
      const query = get('query');
      if (counted === null || typeof query !== 'string' || query.length > LONGEST_QUERY) return null;
      return { kind: 'view', from, count: counted, query };
    }
    case 'live': {
      const name = LIVE_NAMES.find((item) => item === get('name'));
      return counted === null || name === undefined
        ? null
        : { kind: 'live', from, count: counted, tick: get('tick') === true, name, value: get('value') };
    }
    case 'lecture':
      return counted === null ? null : { kind: 'lecture', from, count: counted, lecture: readLecture(get('lecture')) };
    case 'ask': {
      const command = COMMANDS.find((item) => item === get('command'));
      return command === undefined ? null : { kind: 'ask', from, command };
    }
    case 'pointer': {
      const [x, y] = [Number(get('x')), Number(get('y'))];
      const part = SLIDE_PARTS.find((item) => item === get('part')) ?? 'slide';
      return Number.isNaN(x) || Number.isNaN(y) ? null : { kind: 'pointer', from, part, x: share(x), y: share(y) };
    }
    case 'size': {
      const [width, height] = [Number(get('width')), Number(get('height'))];
      const sound = width > 0 && height > 0 && width < LARGEST_PICTURE && height < LARGEST_PICTURE;
      return sound ? { kind: 'size', from, width, height } : null;
    }
    default:
      return null;
  }
}

const share = (x: number): number => Math.min(1, Math.max(0, x));
