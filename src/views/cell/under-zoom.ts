/**
 * What d3-zoom is given instead of what it asks for. Of d3-transition and d3-interpolate it gets nothing: the map's camera has a flight of
 * its own, so nothing here ever moves in steps and there is nothing to interrupt, and the first load is spared the machinery of moving
 * colours, texts and attributes. Of d3-selection it gets a pointer that knows of enlarged parts of a page.
 */
import { selection } from 'd3-selection';

export { select } from 'd3-selection';

/** The path of a camera that d3-zoom moves in a transition; asked for only then. */
export function interpolateZoom(): never {
  throw new Error('the map flies with its own flight');
}

/** d3-zoom calls this before it takes over an element. */
export function interrupt(): void {
  // No transition is ever started.
}

Object.assign(selection.prototype, {
  interrupt(this: unknown) {
    return this;
  },
});

/** A press, a turn of the wheel or one finger of several. */
interface Pointed {
  readonly clientX: number;
  readonly clientY: number;
  readonly currentTarget?: EventTarget | null;
}

/**
 * Where a pointer is in an element's own CSS pixels, the element being the one that listens unless another is given. On a slide, which is
 * shown enlarged, one of these is several of the window's, in which events tell their place; d3's own pointer takes the two for the same.
 */
export function pointer(at: Pointed, element = at.currentTarget): [number, number] {
  if (!(element instanceof HTMLElement)) return [at.clientX, at.clientY];
  const { left, top, width } = element.getBoundingClientRect();
  const own = element.offsetWidth / Math.max(1, width);
  return [(at.clientX - left) * own - element.clientLeft, (at.clientY - top) * own - element.clientTop];
}
