/**
 * Keeps the windows of one presentation on the same view. A change made in one is told to the others as a link, and what moves without
 * changing the view as a live value; what came from another window is not told back.
 */
import { sameState } from '../../explorer/actions';
import type { ExplorerState } from '../../explorer/state';
import type { Store } from '../../explorer/store';
import { decode, encode } from '../../explorer/url';
import { hearLive, listenLive, liveNow, standStill, type LiveName } from '../../views/shared/live';
import type { Command } from './keys';
import { CALM, type Lecture } from './lecture';
import { isNewer, readMessage, type Message, type PictureSize, type Pointed, type Told } from './messages';

/** What carries messages between windows; BroadcastChannel has this form. */
export interface Port {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  close(): void;
}

/** What a window knows of the lecture beyond the view, and how often that was changed in all windows. */
export interface Known {
  readonly lecture: Lecture;
  readonly count: number;
}

export interface Mirror {
  /** What all windows know beyond the view: curtain, pointers, clock. */
  readonly lecture: () => Lecture;
  readonly known: () => Known;
  readonly setLecture: (change: Partial<Lecture>) => void;
  /** Passes a key on to the speaker's windows, and hears those that are passed on to this one. */
  readonly ask: (command: Command) => void;
  readonly onAsked: (listener: (command: Command) => void) => () => void;
  readonly point: (place: Pointed) => void;
  readonly pointer: () => Pointed | null;
  /** Whether another window answered lately. */
  readonly connected: () => boolean;
  /** Whether a window of that kind, other than this one, answered lately. */
  readonly has: (audience: boolean) => boolean;
  /** The picture's size on the screen of the audience; null while that is not known. */
  readonly size: () => PictureSize | null;
  readonly setSize: (size: PictureSize) => void;
  readonly subscribe: (listener: () => void) => () => void;
  readonly close: () => void;
}

/** Changes of a drag are told at most this often; the last one always is. */
export const TELL_EVERY_MS = 60;
/** What follows from a change, such as the camera from a choice, comes within this time and is told with it. */
const GATHER_MS = 30;
/** A window that was not heard of for this long is taken to be gone. */
const GONE_AFTER_MS = 2_500;
const CALL_EVERY_MS = 1_000;
/** Windows that are there answer a new one within this time. */
const LEADS_MS = 1_000;

interface Options {
  readonly store: Store;
  readonly port: Port;
  /** Sets this window apart from the others. */
  readonly self: string;
  /** The screen of the audience stands still while the lecture is frozen; the speaker's does not. */
  readonly audience: boolean;
  /** The lecture as this window last knew it. */
  readonly known?: Known;
  /** True for a window that goes over to presenting: what it shows is what all are to show. A window that is loaded takes up theirs. */
  readonly leads?: boolean;
  readonly now?: () => number;
}

/** A live value that is to be told, and when one was told last. */
interface Owed {
  readonly value?: unknown;
  /** False once an order is among what was gathered. */
  readonly tick: boolean;
  readonly timer: ReturnType<typeof setTimeout> | null;
  readonly at: number;
}

const NOBODY: Told = { count: 0, from: '' };

export function createMirror(options: Options): Mirror {
  const { store, port, self, audience, now = () => Date.now() } = options;
  let { lecture, count: lectureCount } = options.known ?? { lecture: CALM, count: 0 };
  let leadsUntil = options.leads === true ? now() + LEADS_MS : -Infinity;
  let pointer: Pointed | null = null;
  let size: PictureSize | null = null;
  /** When windows of either kind were last heard of. */
  const heard = { audience: -Infinity, speaker: -Infinity };
  let newest = NOBODY;
  let waiting: ReturnType<typeof setTimeout> | null = null;
  let toldAt = -Infinity;
  let applying = false;
  let missed: string | null = null;
  let wasConnected = false;
  const live = new Map<LiveName, Told>();
  const liveWaiting = new Map<LiveName, Owed>();
  const missedLive = new Map<LiveName, unknown>();
  const listeners = new Set<() => void>();
  const asked = new Set<(command: Command) => void>();
  const changed = (): void => {
    for (const listener of listeners) listener();
  };
  const send = (message: Message): void => port.postMessage(message);
  const has = (kind: boolean): boolean => heard[kind ? 'audience' : 'speaker'] > now() - GONE_AFTER_MS;
  const connected = (): boolean => has(true) || has(false);
  const frozen = (): boolean => audience && lecture.frozen;

  const tell = (): void => {
    if (waiting !== null) clearTimeout(waiting);
    waiting = null;
    toldAt = now();
    send({ kind: 'view', from: self, count: newest.count, query: encode(store.getState()) });
  };
  const stop = store.subscribe(({ state, previous }) => {
    if (applying || sameState({ ...state, present: previous.present }, previous)) return;
    if (frozen()) {
      // The lecture is where the speaker is, and the screen goes back there when it thaws.
      missed ??= encode(previous);
      return;
    }
    newest = { count: newest.count + 1, from: self };
    waiting ??= setTimeout(tell, Math.max(GATHER_MS, toldAt + TELL_EVERY_MS - now()));
  });

  const tellLiveNow = (name: LiveName): void => {
    const owed = liveWaiting.get(name);
    if (owed === undefined) return;
    if (owed.timer !== null) clearTimeout(owed.timer);
    liveWaiting.set(name, { ...owed, tick: true, timer: null, at: now() });
    // What moves belongs to the view that it moves in.
    if (waiting !== null) tell();
    const last = live.get(name) ?? NOBODY;
    const tick = owed.tick && last.from === self;
    const count = tick ? last.count : last.count + 1;
    live.set(name, { count, from: self });
    send({ kind: 'live', from: self, count, tick, name, value: owed.value });
  };
  const stopLive = listenLive((name, value, why) => {
    if (why === 'follows' && newest.count > 0 && newest.from !== self) return;
    const owed = liveWaiting.get(name) ?? { tick: true, timer: null, at: -Infinity };
    const next = { ...owed, value, tick: owed.tick && why === 'tick' };
    const wait = owed.at + TELL_EVERY_MS - now();
    liveWaiting.set(name, next);
    if (owed.timer !== null) return;
    if (wait <= 0) tellLiveNow(name);
    else liveWaiting.set(name, { ...next, timer: setTimeout(() => tellLiveNow(name), wait) });
  });
  /** What this window was about to tell of something that was since moved elsewhere. */
  const forget = (name: LiveName): void => {
    const timer = liveWaiting.get(name)?.timer;
    if (timer != null) clearTimeout(timer);
    liveWaiting.delete(name);
  };

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
  const takeLecture = (next: Lecture): void => {
    const thaws = lecture.frozen && !next.frozen;
    lecture = next;
    if (thaws) {
      if (missed !== null) apply(missed);
      for (const [name, value] of missedLive) hearLive(name, value);
      missed = null;
      missedLive.clear();
    }
    changed();
  };

  /** All there is, for a window that has come. What is known here counts for more than what it came with. */
  const answer = (): void => {
    leadsUntil = -Infinity;
    send({ kind: 'here', from: self, audience, asks: false });
    if (newest.count === 0) newest = { count: 1, from: self };
    send({ kind: 'view', from: self, count: newest.count, query: missed ?? encode(store.getState()) });
    send({ kind: 'lecture', from: self, count: lectureCount, lecture });
    if (size !== null && audience) send({ kind: 'size', from: self, ...size });
    for (const [name, value] of [...liveNow(), ...missedLive]) {
      const count = (live.get(name)?.count ?? 0) + 1;
      live.set(name, { count, from: self });
      send({ kind: 'live', from: self, count, tick: false, name, value });
    }
  };

  const onView = (count: number, from: string, query: string): void => {
    if (now() < leadsUntil) {
      leadsUntil = -Infinity;
      newest = { count: Math.max(newest.count, count) + 1, from: self };
      tell();
      return;
    }
    if (!isNewer({ count, from }, newest)) {
      // Two windows were changed at once and this one's change holds: what the other had moved of the picture goes back with its view.
      if (!frozen()) standStill([...live].flatMap(([name, told]) => (told.from === from ? [name] : [])));
      return;
    }
    // What this window was about to tell comes too late. It is told all the same, so that the others know that it was lost.
    if (waiting !== null) tell();
    newest = { count, from };
    if (frozen()) missed = query;
    else apply(query);
  };

  const onMessage = (data: unknown): void => {
    const message = readMessage(data);
    if (message === null || message.from === self) return;
    switch (message.kind) {
      case 'hello':
        heard[message.audience ? 'audience' : 'speaker'] = now();
        answer();
        break;
      case 'here':
        heard[message.audience ? 'audience' : 'speaker'] = now();
        if (message.asks) send({ kind: 'here', from: self, audience, asks: false });
        break;
      case 'bye':
        heard[message.audience ? 'audience' : 'speaker'] = -Infinity;
        // Another window of that kind may still be there.
        send({ kind: 'here', from: self, audience, asks: true });
        break;
      case 'view':
        onView(message.count, message.from, message.query);
        break;
      case 'live': {
        const { name, value } = message;
        const last = live.get(name) ?? NOBODY;
        if (message.tick ? message.count !== last.count || message.from !== last.from : !isNewer(message, last)) break;
        live.set(name, { count: message.count, from: message.from });
        forget(name);
        if (frozen()) missedLive.set(name, value);
        else hearLive(name, value);
        break;
      }
      case 'lecture':
        if (message.count < lectureCount || (message.count === lectureCount && message.from < self)) break;
        lectureCount = message.count;
        takeLecture(message.lecture);
        break;
      case 'ask':
        if (!audience) for (const listener of asked) listener(message.command);
        break;
      case 'pointer':
        pointer = { part: message.part, x: message.x, y: message.y };
        changed();
        break;
      case 'size':
        if (audience) break;
        size = { width: message.width, height: message.height };
        changed();
        break;
    }
    look();
  };
  const look = (): void => {
    if (connected() === wasConnected) return;
    wasConnected = !wasConnected;
    changed();
  };
  port.addEventListener('message', (event) => onMessage(event.data));
  send({ kind: 'hello', from: self, audience });
  // A window that is hidden may be let act once a minute, yet it answers at once: the one that is seen keeps both alive.
  const call = setInterval(() => {
    send({ kind: 'here', from: self, audience, asks: true });
    look();
  }, CALL_EVERY_MS);

  return {
    lecture: () => lecture,
    known: () => ({ lecture, count: lectureCount }),
    setLecture(change) {
      lectureCount += 1;
      send({ kind: 'lecture', from: self, count: lectureCount, lecture: { ...lecture, ...change } });
      takeLecture({ ...lecture, ...change });
    },
    ask: (command) => send({ kind: 'ask', from: self, command }),
    onAsked(listener) {
      asked.add(listener);
      return () => asked.delete(listener);
    },
    point(place) {
      pointer = place;
      send({ kind: 'pointer', from: self, ...place });
      changed();
    },
    pointer: () => pointer,
    connected,
    has,
    size: () => size,
    setSize(next) {
      if (size?.width === next.width && size.height === next.height) return;
      size = next;
      send({ kind: 'size', from: self, ...next });
      changed();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      stop();
      stopLive();
      clearInterval(call);
      if (waiting !== null) tell();
      for (const name of liveWaiting.keys()) forget(name);
      send({ kind: 'bye', from: self, audience });
      port.close();
    },
  };
}
