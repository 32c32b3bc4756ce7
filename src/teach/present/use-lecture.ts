/** The presentation that this window takes part in. */
import { createContext, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import type { Store } from '../../explorer/store';
import type { Command } from './keys';
import { CALM, readLecture, type Lecture } from './lecture';
import { newName, offerIn, readName, seekIn } from './lobby';
import type { PictureSize, Pointed } from './messages';
import { createMirror, type Known, type Mirror, type Port } from './mirror';

const CHANNEL = 'bouton.presentation';
const REMEMBERED = 'bouton.lecture';

/** Without BroadcastChannel, as in some sandboxed frames, a window presents alone. */
const ALONE: Port = { postMessage: () => undefined, addEventListener: () => undefined, close: () => undefined };

function openPort(name: string): Port {
  try {
    return new BroadcastChannel(name);
  } catch {
    return ALONE;
  }
}

interface Memory extends Known {
  /** The presentation's name; null before there was one. */
  readonly name: string | null;
}

/** What this window knew before it was loaded anew. */
function remembered(): Memory {
  try {
    const kept: unknown = JSON.parse(window.sessionStorage.getItem(REMEMBERED) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return { name: null, lecture: CALM, count: 0 };
    const count = Number(Reflect.get(kept, 'count'));
    return {
      name: readName(Reflect.get(kept, 'name')),
      lecture: readLecture(Reflect.get(kept, 'lecture')),
      count: Number.isSafeInteger(count) && count > 0 ? count : 0,
    };
  } catch {
    return { name: null, lecture: CALM, count: 0 };
  }
}

function remember(memory: Memory): void {
  try {
    window.sessionStorage.setItem(REMEMBERED, JSON.stringify(memory));
  } catch {
    // The other window, if there is one, still knows it.
  }
}

/** Whether this page was opened by a link, not loaded anew or gone back to. */
function wasOpened(): boolean {
  const [entry] = performance.getEntriesByType('navigation');
  return entry instanceof PerformanceNavigationTiming && entry.type === 'navigate';
}

interface Joining {
  readonly audience: boolean;
  /** The presentation that the window's link names. */
  readonly named: string | null;
  /** Whether the window goes over to presenting from something else, and so leads. */
  readonly leads: boolean;
}

/** A window's part in a presentation, and that presentation's name. */
export interface Joined {
  readonly mirror: Mirror;
  readonly name: string;
}

async function nameOf(lobby: Port, self: string, audience: boolean, story: () => string | null, gone: () => boolean): Promise<string> {
  for (;;) {
    const found = await seekIn(lobby, self, audience, story());
    if (found !== null) return found;
    // An audience begins a presentation; a speaker waits for one.
    if (audience || gone()) return newName();
  }
}

/** The presentation that this window has found; a key may be pressed before a picture that knows of it is drawn. */
let found: Mirror | null = null;
/** What was asked for before this window had found its presentation, which takes a moment. */
let early: Partial<Lecture> = {};

/** Joins a presentation for as long as the window is open; null until it is known which. */
export function useJoined(store: Store, { audience, named, leads }: Joining): Joined | null {
  const [joined, setJoined] = useState<Joined | null>(null);
  // A page that the browser kept and brings back joins anew.
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const self = `${newName()}.${turn}`;
    const memory = remembered();
    const lobby = openPort(CHANNEL);
    const story = (): string | null => store.getState().story?.id ?? null;
    let mirror: Mirror | null = null;
    let gone = false;
    const join = (name: string): void => {
      if (gone) return;
      const known = name === memory.name ? { known: memory } : {};
      // Another link that is opened on the screen of a lecture is where that lecture goes on.
      const opened = audience && name === memory.name && wasOpened();
      const made = createMirror({ store, port: openPort(`${CHANNEL}.${name}`), self, audience, leads: leads || opened, ...known });
      mirror = made;
      found = made;
      const keep = (): void => remember({ name, ...made.known() });
      keep();
      made.subscribe(keep);
      if (Object.keys(early).length > 0) made.setLecture(early);
      early = {};
      offerIn(lobby, name, { lacks: (kind) => kind !== audience && !made.has(kind), story });
      setJoined({ mirror: made, name });
    };
    const sure = named ?? memory.name;
    if (sure === null) void nameOf(lobby, self, audience, story, () => gone).then(join);
    else join(sure);
    const leave = (): void => {
      if (gone) return;
      gone = true;
      if (found === mirror) found = null;
      mirror?.close();
      lobby.close();
    };
    const back = (event: PageTransitionEvent): void => {
      if (event.persisted) setTurn((last) => last + 1);
    };
    window.addEventListener('pagehide', leave);
    window.addEventListener('pageshow', back);
    return () => {
      window.removeEventListener('pagehide', leave);
      window.removeEventListener('pageshow', back);
      leave();
    };
  }, [store, audience, named, leads, turn]);
  return joined;
}

export const JoinedContext = createContext<Joined | null>(null);

const NEVER = (): (() => void) => () => undefined;
const NOWHERE = (): null => null;
const CALMLY = (): Lecture => CALM;
const NOT = (): boolean => false;

export interface LectureNow {
  /** Name of the presentation; null until it is known. */
  readonly name: string | null;
  readonly lecture: Lecture;
  readonly pointer: Pointed | null;
  readonly connected: boolean;
  readonly size: PictureSize | null;
  readonly set: (change: Partial<Lecture>) => void;
  /** Passes a key on to the speaker's window, and hears what is passed on to this one. */
  readonly ask: (command: Command) => void;
  readonly onAsked: (listener: (command: Command) => void) => () => void;
  readonly point: (place: Pointed) => void;
  readonly setSize: (size: PictureSize) => void;
}

export function useLecture(): LectureNow {
  const joined = useContext(JoinedContext);
  const mirror = joined?.mirror;
  const subscribe = mirror?.subscribe ?? NEVER;
  return {
    name: joined?.name ?? null,
    lecture: useSyncExternalStore(subscribe, mirror?.lecture ?? CALMLY),
    pointer: useSyncExternalStore(subscribe, mirror?.pointer ?? NOWHERE),
    connected: useSyncExternalStore(subscribe, mirror?.connected ?? NOT),
    size: useSyncExternalStore(subscribe, mirror?.size ?? NOWHERE),
    set: (change) => {
      if (found === null) early = { ...early, ...change };
      else found.setLecture(change);
    },
    ask: (command) => mirror?.ask(command),
    onAsked: mirror?.onAsked ?? NEVER,
    point: (place) => mirror?.point(place),
    setSize: (size) => mirror?.setSize(size),
  };
}
