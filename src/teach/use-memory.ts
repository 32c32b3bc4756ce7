/** The device's memory of stories, as a value that a view follows. */
import { useSyncExternalStore } from 'react';
import { memory, subscribeMemory, type Remembered } from './memory';

export function useMemory(): Remembered {
  return useSyncExternalStore(subscribeMemory, memory);
}
