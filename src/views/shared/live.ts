/**
 * What moves on screen while the page's state rests: a run that plays, a picture that is being turned. The two windows of a
 * presentation keep it alike through here: a view tells what its reader does and hears what was done in the other window.
 */
import { useEffect, useRef } from 'react';

/**
 * `release`: the run of the synapse. `channel`: the recording of one channel. `plate` and `closeUp`: the cameras of the synapse and of
 * the receptor. `orbit`: the turn of the brain. `map`: the camera of the map.
 */
export const LIVE_NAMES = ['release', 'channel', 'plate', 'closeUp', 'orbit', 'map'] as const;
export type LiveName = (typeof LIVE_NAMES)[number];

/** What comes to rest where the state says; heard as null, it stands there. A run that plays goes on. */
const RESTING: readonly LiveName[] = ['release', 'plate', 'orbit', 'map'];

/** Values are plain data; a view checks what it hears, as it may come from another version of this page. */
export interface Live {
  /** What another window needs to show the same now; null when the state says it all. */
  readonly read: () => unknown;
  readonly hear: (value: unknown) => void;
}

/**
 * Why something is told. `order`: the reader did it. `tick`: what was ordered goes on. `follows`: it follows from a change of the state,
 * which is told by the window that made it.
 */
export type Why = 'order' | 'tick' | 'follows';
export type LiveListener = (name: LiveName, value: unknown, why: Why) => void;

const offered = new Map<LiveName, Live>();
/** Heard before the view that it is for was on screen, and when; what was heard longer ago is of an earlier visit. */
const kept = new Map<LiveName, { readonly value: unknown; readonly at: number }>();
const KEPT_MS = 5_000;
const listeners = new Set<LiveListener>();

/** Says what the reader does here; nobody may be listening. */
export function tellLive(name: LiveName, value: unknown, why: Why = 'order'): void {
  for (const listener of listeners) listener(name, value, why);
}

/** Brings what was done in another window to the view, now or when it comes on screen. */
export function hearLive(name: LiveName, value: unknown): void {
  const live = offered.get(name);
  if (live === undefined) kept.set(name, { value, at: performance.now() });
  else live.hear(value);
}

/** Lets what was moved from elsewhere stand where the state says, as what moved it has lost to another change. */
export function standStill(names: readonly LiveName[]): void {
  for (const name of names) if (RESTING.includes(name)) offered.get(name)?.hear(null);
}

/** All that moves here now, for a window that has just come. */
export function liveNow(): readonly (readonly [LiveName, unknown])[] {
  return [...offered].map(([name, live]) => [name, live.read()] as const).filter(([, value]) => value !== null);
}

/** Listens to all that is told; gives what ends it. */
export function listenLive(listens: LiveListener): () => void {
  listeners.add(listens);
  return () => listeners.delete(listens);
}

/** Offers one live value; gives what ends it. */
export function offerLive(name: LiveName, mine: Live): () => void {
  offered.set(name, mine);
  // After the view's own first steps, which would undo it.
  queueMicrotask(() => {
    const heard = kept.get(name);
    kept.delete(name);
    if (offered.get(name) === mine && heard !== undefined && performance.now() - heard.at < KEPT_MS) mine.hear(heard.value);
  });
  return () => {
    if (offered.get(name) === mine) offered.delete(name);
  };
}

/** Offers one live value while the caller is on screen; null offers none. */
export function useLive(name: LiveName, live: Live | null): void {
  const latest = useRef(live);
  useEffect(() => {
    latest.current = live;
  });
  const there = live !== null;
  useEffect(() => {
    if (!there) return undefined;
    return offerLive(name, { read: () => latest.current?.read() ?? null, hear: (value) => latest.current?.hear(value) });
  }, [name, there]);
}

/** A number of a value that was heard; null when it has none of that name. */
export function heardNumber(value: unknown, key: string): number | null {
  if (typeof value !== 'object' || value === null) return null;
  const part: unknown = Reflect.get(value, key);
  return typeof part === 'number' && Number.isFinite(part) ? part : null;
}

/** Whether a value that was heard says yes to something. */
export function heardYes(value: unknown, key: string): boolean {
  return typeof value === 'object' && value !== null && Reflect.get(value, key) === true;
}
