/** How strongly an item is drawn: from route, selection and focus to a small closed set that the layers and the style sheet share. */
import type { RouteState, SceneEdge, SceneNode } from '../../explorer/scene';

/**
 * `on`: part of the lit route. `a`, `b`, `both`: parts of two compared routes. `near`: connected to the selection.
 * `off`: something else is lit or selected. `plain`: nothing is.
 */
export type Emphasis = 'plain' | 'on' | 'a' | 'b' | 'both' | 'near' | 'off';

const ROUTES: Readonly<Partial<Record<RouteState, Emphasis>>> = { onRoute: 'on', onlyA: 'a', onlyB: 'b', shared: 'both' };

/** Emphasis of an item. A lit route outranks the selection; within what is off the route, the selection's own items stand out. */
export function emphasisOf(item: Pick<SceneNode | SceneEdge, 'route' | 'related' | 'selected'>, selecting: boolean): Emphasis {
  const route = ROUTES[item.route];
  if (route !== undefined) return route;
  if (item.selected) return 'near';
  if (selecting) return item.related ? 'near' : 'off';
  return item.route === 'offRoute' ? 'off' : 'plain';
}

/** Weight of an edge's line and ending against its evidence style. */
export const EDGE_WEIGHT: Readonly<Record<Emphasis, number>> = { plain: 0.8, on: 1.35, a: 1.6, b: 1.35, both: 1.35, near: 1.1, off: 0.75 };

/** Extra width of the ink under a paper core, and of a second core: what tells B and both from A without hue. */
export const CORES: Readonly<Record<Emphasis, readonly number[]>> = {
  plain: [],
  on: [],
  a: [],
  near: [],
  off: [],
  b: [3.2],
  both: [6, 3.2],
};
