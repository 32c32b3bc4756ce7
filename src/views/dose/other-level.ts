/** The second dose's level at the score's moment, told to rooms that need not know of drug models. */
import { useSyncExternalStore } from 'react';

let level: number | null = null;
const listeners = new Set<() => void>();

/** Unbound ketamine of the second dose, uM; null while no second dose drives anything. */
export function tellOtherLevel(uM: number | null): void {
  if (uM === level) return;
  level = uM;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useOtherLevel(): number | null {
  return useSyncExternalStore(subscribe, () => level);
}
