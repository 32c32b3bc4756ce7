/** The room of the map, and how large its text has to be there. */
import { useContext, useMemo, type RefObject } from 'react';
import { OnSlide } from '../shared/compact';
import { useSize } from '../shared/use-size';
import type { Frame } from './camera';
import { SLIDE_LARGER } from './detail';

/** An element to measure, and its frame in CSS pixels; zero until the first layout. */
export function useFrame<T extends HTMLElement>(): [RefObject<T | null>, Frame] {
  const [ref, size] = useSize<T>();
  const larger = useContext(OnSlide) ? SLIDE_LARGER : 1;
  return [ref, useMemo(() => ({ ...size, larger }), [size, larger])];
}
