/**
 * Keeps two windows of one presentation on the same view. A change made in either is told to the other as a link; what came from the
 * other is not told back. Counted like letters: the higher number is newer, and of two equal ones the greater sender wins in both windows.
 */
import { sameState } from '../../explorer/actions';
import type { ExplorerState } from '../../explorer/state';
import type { Store } from '../../explorer/store';
import { decode, encode } from '../../explorer/url';
import { CALM, readLecture, type Lecture } from './lecture';

export type Message =
  | { readonly kind: 'hello'; readonly from: string }
  | { readonly kind: 'here'; readonly from: string }
  | { readonly kind: 'view'; readonly from: string; readonly count: number; readonly query: string }
  | { readonly kind: 'lecture'; readonly from: string; readonly lecture: Lecture }
  | { readonly kind: 'pointer'; readonly from: string; readonly x: number; readonly y: number };

/** What carries messages between windows; BroadcastChannel has this form. */
export interface Port {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  close(): void;
}

export interface Mirror {
  /** What both windows know beyond the view: curtain, pointers, clock. */
  readonly lecture: () => Lecture;
  readonly setLecture: (change: Partial<Lecture>) => void;
  /** A place of the pointer on the slide, as parts of its width and height. */
  readonly point: (x: number, y: number) => void;
  readonly pointer: () => { readonly x: number; readonly y: number } | null;
  /** Whether another window answered lately. */
  readonly connected: () => boolean;
  readonly subscribe: (listener: () => void) => () => void;
  readonly close: () => void;
}

/** Changes of a drag are told at most this often; the last one always is. */
export const TELL_EVERY_MS = 60;
/** A window that was not heard of for this long is taken to be gone. */
const GONE_AFTER_MS = 2_500;
const CALL_EVERY_MS = 1_000;

interface Options {
  readonly store: Store;
  readonly port: Port;
  /** Sets this window apart from the others. */
  readonly self: string;
  /** The screen of the audience stands still while the lecture is frozen; the speaker's does not. */
  readonly audience: boolean;
  /** The lecture as this window last knew it. */
  readonly lecture?: Lecture;
  readonly now?: () => number;
}

export function createMirror({ store, port, self, audience, lecture: known = CALM, now = () => Date.now() }: Options): Mirror {
  let lecture: Lecture = known;
  let pointer: { readonly x: number; readonly y: number } | null = null;
  let heard = -Infinity;
  let newest = { count: 0, from: '' };
  let waiting: ReturnType<typeof setTimeout> | null = null;
  let toldAt = -Infinity;
  let applying = false;
  let missed: string | null = null;
  const listeners = new Set<() => void>();
  const changed = (): void => {
    for (const listener of listeners) listener();
  };
  const send = (message: Message): void => port.postMessage(message);

  const tell = (): void => {
    waiting = null;
    toldAt = now();
    send({ kind: 'view', from: self, count: newest.count, query: encode(store.getState()) });
  };
  const stop = store.subscribe(({ state, previous }) => {
    if (applying || sameState({ ...state, present: previous.present }, previous)) return;
    newest = { count: newest.count + 1, from: self };
    if (waiting !== null) return;
    const wait = toldAt + TELL_EVERY_MS - now();
    if (wait <= 0) tell();
    else waiting = setTimeout(tell, wait);
  });

  const apply = (query: string): void => {
    const mine = store.getState();
    const state: ExplorerState = { ...decode(query, store.getModel()).state, pack: mine.pack, present: mine.present };
    applying = true;
    try {
      store.dispatch({ type: 'replace', state, effect: 'view' });
    } finally {
      applying = false;
    }
  };

  const onMessage = (data: unknown): void => {
    const message = readMessage(data);
    if (message === null || message.from === self) return;
    const wasConnected = heard > now() - GONE_AFTER_MS;
    heard = now();
    switch (message.kind) {
      case 'hello':
        send({ kind: 'here', from: self });
        if (newest.count > 0) send({ kind: 'view', from: self, count: newest.count, query: encode(store.getState()) });
        send({ kind: 'lecture', from: self, lecture });
        break;
      case 'here':
        break;
      case 'view': {
        const newer = message.count > newest.count || (message.count === newest.count && message.from > newest.from);
        if (!newer) break;
        newest = { count: message.count, from: message.from };
        if (audience && lecture.frozen) missed = message.query;
        else apply(message.query);
        break;
      }
      case 'lecture': {
        const thaws = lecture.frozen && !message.lecture.frozen;
        lecture = message.lecture;
        if (thaws && missed !== null) apply(missed);
        if (thaws) missed = null;
        changed();
        break;
      }
      case 'pointer':
        pointer = { x: message.x, y: message.y };
        changed();
        break;
    }
    if (!wasConnected) changed();
  };
  port.addEventListener('message', (event) => onMessage(event.data));
  send({ kind: 'hello', from: self });
  const call = setInterval(() => {
    const before = heard > now() - GONE_AFTER_MS;
    send({ kind: 'here', from: self });
    if (before && heard <= now() - GONE_AFTER_MS + CALL_EVERY_MS) changed();
  }, CALL_EVERY_MS);

  return {
    lecture: () => lecture,
    setLecture(change) {
      const thaws = lecture.frozen && change.frozen === false;
      lecture = { ...lecture, ...change };
      send({ kind: 'lecture', from: self, lecture });
      if (thaws && missed !== null) apply(missed);
      if (thaws) missed = null;
      changed();
    },
    point(x, y) {
      pointer = { x, y };
      send({ kind: 'pointer', from: self, x, y });
      changed();
    },
    pointer: () => pointer,
    connected: () => heard > now() - GONE_AFTER_MS,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      stop();
      clearInterval(call);
      if (waiting !== null) clearTimeout(waiting);
      port.close();
    },
  };
}

/** Longest link that is taken from another window. */
const LONGEST_QUERY = 8_000;

/** A message of this program in sound form; null for anything else. */
export function readMessage(data: unknown): Message | null {
  if (typeof data !== 'object' || data === null) return null;
  const get = (key: string): unknown => Reflect.get(data, key);
  const from = get('from');
  if (typeof from !== 'string' || from === '') return null;
  const part = (key: string): number => Math.min(1, Math.max(0, Number(get(key))));
  switch (get('kind')) {
    case 'hello':
      return { kind: 'hello', from };
    case 'here':
      return { kind: 'here', from };
    case 'view': {
      const [count, query] = [get('count'), get('query')];
      if (typeof count !== 'number' || !Number.isSafeInteger(count) || typeof query !== 'string' || query.length > LONGEST_QUERY)
        return null;
      return { kind: 'view', from, count, query };
    }
    case 'lecture':
      return { kind: 'lecture', from, lecture: readLecture(get('lecture')) };
    case 'pointer':
      return Number.isNaN(part('x')) || Number.isNaN(part('y')) ? null : { kind: 'pointer', from, x: part('x'), y: part('y') };
    default:
      return null;
  }
}
