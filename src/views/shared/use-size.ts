/** The content size of an element in CSS pixels, following layout. Zero until the first layout. */
import { useLayoutEffect, useRef, useState, type RefObject } from 'react';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * A length in an element's own pixels. As it is drawn it is exact, but a slide's picture is drawn enlarged; as it is laid out it is its
 * own, but rounded to whole pixels.
 */
function ownLength(drawn: number, laidOut: number): number {
  return Math.abs(drawn - laidOut) < 1 ? drawn : laidOut;
}

export function useSize<T extends HTMLElement>(): [RefObject<T | null>, Size] {
  const ref = useRef<T>(null);
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry === undefined) return;
      const { width, height } = entry.contentRect;
      setSize((old) => (old.width === width && old.height === height ? old : { width, height }));
    });
    observer.observe(element);
    const { width, height } = element.getBoundingClientRect();
    setSize({ width: ownLength(width, element.offsetWidth), height: ownLength(height, element.offsetHeight) });
    return () => observer.disconnect();
  }, []);
  return [ref, size];
}
