/** The presentation that this window takes part in, and its slide: the step of a story, or any view. */
import { createContext, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import type { Store } from '../../explorer/store';
import { CALM, readLecture, type Lecture } from './lecture';
import { createMirror, type Mirror, type Port } from './mirror';

const CHANNEL = 'bouton.presentation';
const REMEMBERED = 'bouton.lecture';

/** Without BroadcastChannel, as in some sandboxed frames, a window presents alone. */
const ALONE: Port = { postMessage: () => undefined, addEventListener: () => undefined, close: () => undefined };

function openPort(): Port {
  try {
    return new BroadcastChannel(CHANNEL);
  } catch {
    return ALONE;
  }
}

/** What this window knew before it was loaded anew. */
function remembered(): Lecture {
  try {
    return readLecture(JSON.parse(window.sessionStorage.getItem(REMEMBERED) ?? 'null'));
  } catch {
    return CALM;
  }
}

function remember(lecture: Lecture): void {
  try {
    window.sessionStorage.setItem(REMEMBERED, JSON.stringify(lecture));
  } catch {
    // The other window, if there is one, still knows it.
  }
}

export const MirrorContext = createContext<Mirror | null>(null);

/** Joins the presentation for as long as the caller is mounted. */
export function useMirror(store: Store, audience: boolean): Mirror | null {
  const [mirror, setMirror] = useState<Mirror | null>(null);
  useEffect(() => {
    const made = createMirror({ store, port: openPort(), self: crypto.randomUUID(), audience, lecture: remembered() });
    const stop = made.subscribe(() => remember(made.lecture()));
    // The mirror belongs to the window's life and is handed on once.
    // oxlint-disable-next-line react/set-state-in-effect
    setMirror(made);
    return () => {
      stop();
      made.close();
    };
  }, [store, audience]);
  return mirror;
}

const NEVER = (): (() => void) => () => undefined;
const NOWHERE = (): null => null;
const CALMLY = (): Lecture => CALM;
const NOT = (): boolean => false;

export interface LectureNow {
  readonly lecture: Lecture;
  readonly pointer: { readonly x: number; readonly y: number } | null;
  readonly connected: boolean;
  readonly set: (change: Partial<Lecture>) => void;
  readonly point: (x: number, y: number) => void;
}

export function useLecture(): LectureNow {
  const mirror = useContext(MirrorContext);
  const subscribe = mirror?.subscribe ?? NEVER;
  return {
    lecture: useSyncExternalStore(subscribe, mirror?.lecture ?? CALMLY),
    pointer: useSyncExternalStore(subscribe, mirror?.pointer ?? NOWHERE),
    connected: useSyncExternalStore(subscribe, mirror?.connected ?? NOT),
    set: (change) => mirror?.setLecture(change),
    point: (x, y) => mirror?.point(x, y),
  };
}
