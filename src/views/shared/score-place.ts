/** Where the score of the page stands, so that a picture that shares its time can draw on the same pixels. */
import { useLayoutEffect, useSyncExternalStore, type RefObject } from 'react';
import type { ScoreSize } from '../navigator/frame';

export interface ScorePlace {
  readonly box: HTMLElement;
  readonly size: ScoreSize;
  /** Width of the whole score in CSS pixels. */
  readonly width: number;
}

let place: ScorePlace | null = null;
const listeners = new Set<() => void>();

function set(next: ScorePlace | null): void {
  place = next;
  for (const listener of listeners) listener();
}

/** Says where the score stands, as long as it does. */
export function usePublishScore(ref: RefObject<HTMLElement | null>, size: ScoreSize, width: number): void {
  useLayoutEffect(() => {
    const box = ref.current;
    if (box === null || width === 0) return undefined;
    const mine: ScorePlace = { box, size, width };
    set(mine);
    return () => {
      if (place === mine) set(null);
    };
  }, [ref, size, width]);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The score of the page; null where none is drawn. */
export function useScorePlace(): ScorePlace | null {
  return useSyncExternalStore(subscribe, () => place);
}
