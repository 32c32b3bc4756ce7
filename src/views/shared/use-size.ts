/** The content size of an element in CSS pixels, following layout. Zero until the first layout. */
import { useLayoutEffect, useRef, useState, type RefObject } from 'react';

export interface Size {
  readonly width: number;
  readonly height: number;
}

export function useSize<T extends Element>(): [RefObject<T | null>, Size] {
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
    // A box that stands in a zoomed part of the page, as a slide's picture does, is measured in its own pixels.
    const { width, height } = element.getBoundingClientRect();
    const zoom = element.currentCSSZoom ?? 1;
    setSize({ width: width / zoom, height: height / zoom });
    return () => observer.disconnect();
  }, []);
  return [ref, size];
}
