/**
 * Stands in for d3-transition and d3-interpolate, which d3-zoom asks for: the map's camera has a flight of its own, so nothing here ever moves in steps and
 * there is nothing to interrupt. It spares the first load the machinery of moving colours, texts and attributes.
 */
import { selection } from 'd3-selection';

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
