/** Which of the laid-out frames the window is: the same break points as shell.module.css. */
import { useSyncExternalStore } from 'react';

export type Frame = 'desktop' | 'tablet' | 'phone' | 'low';

const QUERIES = {
  low: '(max-width: 899px) and (max-height: 480px)',
  phone: '(max-width: 699px)',
  tablet: '(max-width: 1199px)',
} as const;

function current(): Frame {
  for (const frame of ['low', 'phone', 'tablet'] as const) if (window.matchMedia(QUERIES[frame]).matches) return frame;
  return 'desktop';
}

function subscribe(listener: () => void): () => void {
  const lists = Object.values(QUERIES).map((query) => window.matchMedia(query));
  for (const list of lists) list.addEventListener('change', listener);
  return () => {
    for (const list of lists) list.removeEventListener('change', listener);
  };
}

export function useFrame(): Frame {
  return useSyncExternalStore(subscribe, current);
}
