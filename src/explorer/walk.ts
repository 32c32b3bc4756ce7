/**
 * Walking the map with keys: right and left follow causal arrows, up and down go through the things of a place in reading order,
 * two more keys go through the connections of the thing in focus, so that every thing and every claim can be reached.
 */
import type { MapScene } from './scene';

/** What can be walked: things in reading order and the connections between them. */
export interface Walkable {
  readonly nodes: readonly WalkNode[];
  readonly links: readonly WalkLink[];
}

export interface WalkNode {
  readonly id: string;
  readonly place: string;
}

export interface WalkLink {
  readonly id: string;
  readonly source: string;
  readonly target: string;
}

/** Where the focus is: a thing or a connection, and the thing whose connections are being gone through. */
export interface WalkFocus {
  readonly id: string;
  readonly anchor: string;
}

export const WALK_COMMANDS = [
  'forward',
  'back',
  'nextSibling',
  'previousSibling',
  'nextConnection',
  'previousConnection',
  'first',
  'last',
] as const;
export type WalkCommand = (typeof WALK_COMMANDS)[number];

/**
 * What is walked at a detail: far out the processes and the lines between them, near the entities and claims. Connections that the
 * filters hide are not walked. Things of one compartment stay together, in reading order: top to bottom, then left to right.
 */
export function walkableOf(scene: MapScene, detail: 'far' | 'near'): Walkable {
  if (detail === 'far') {
    const nodes = scene.groups.toSorted((a, b) => a.place.y - b.place.y || a.place.x - b.place.x).map(({ id }) => ({ id, place: '' }));
    return { nodes, links: scene.groupEdges.map(({ id, source, target }) => ({ id, source, target })) };
  }
  const rank = new Map(scene.layout.compartments.map((item, index) => [item.id as string, index]));
  const nodes = scene.nodes
    .toSorted((a, b) => {
      const place = (rank.get(a.place.compartment ?? '') ?? -1) - (rank.get(b.place.compartment ?? '') ?? -1);
      return place || a.place.y - b.place.y || a.place.x - b.place.x;
    })
    .map((node) => ({ id: node.id, place: node.place.compartment ?? '' }));
  // The lit route comes first, so that following arrows follows it.
  const links = scene.edges
    .filter((edge) => edge.passes)
    .toSorted((a, b) => Number(a.route === 'offRoute') - Number(b.route === 'offRoute'))
    .map(({ id, claim }) => ({ id, source: claim.source, target: claim.target }));
  return { nodes, links };
}

/** Where walking starts: at the wanted thing or connection when it is there, else at the first thing; null on an empty map. */
export function enter(walkable: Walkable, wanted: string | null): WalkFocus | null {
  if (wanted !== null) {
    if (walkable.nodes.some((node) => node.id === wanted)) return { id: wanted, anchor: wanted };
    const link = walkable.links.find((item) => item.id === wanted);
    if (link) return { id: link.id, anchor: link.source };
  }
  const [first] = walkable.nodes;
  return first ? { id: first.id, anchor: first.id } : null;
}

/** Connections of a thing in the order they are gone through: those that leave it, then those that arrive. */
export function connectionsOf(walkable: Walkable, nodeId: string): readonly WalkLink[] {
  const out = walkable.links.filter((link) => link.source === nodeId);
  const into = walkable.links.filter((link) => link.target === nodeId && link.source !== nodeId);
  return [...out, ...into];
}

/** The focus after a command. Where a command leads nowhere the focus stays; a focus that is gone is placed anew. */
export function step(walkable: Walkable, focus: WalkFocus, command: WalkCommand): WalkFocus {
  const link = walkable.links.find((item) => item.id === focus.id);
  if (!link && !walkable.nodes.some((node) => node.id === focus.id)) return enter(walkable, focus.anchor) ?? focus;
  switch (command) {
    case 'forward':
      return follow(walkable, focus, link, 'target');
    case 'back':
      return follow(walkable, focus, link, 'source');
    case 'nextSibling':
      return sibling(walkable, focus, link, 1);
    case 'previousSibling':
      return sibling(walkable, focus, link, -1);
    case 'nextConnection':
      return turn(walkable, focus, 1);
    case 'previousConnection':
      return turn(walkable, focus, -1);
    case 'first':
      return at(walkable.nodes[0]?.id) ?? focus;
    case 'last':
      return at(walkable.nodes.at(-1)?.id) ?? focus;
  }
}

function at(id: string | undefined): WalkFocus | null {
  return id === undefined ? null : { id, anchor: id };
}

/** Along an arrow: from a connection to its end, from a thing over its first connection that way. */
function follow(walkable: Walkable, focus: WalkFocus, link: WalkLink | undefined, end: 'source' | 'target'): WalkFocus {
  if (link) return at(link[end]) ?? focus;
  const start = end === 'target' ? 'source' : 'target';
  return at(walkable.links.find((item) => item[start] === focus.id)?.[end]) ?? focus;
}

/** The next thing in reading order, from place to place and round at the end; on a connection, from the thing it was reached from. */
function sibling(walkable: Walkable, focus: WalkFocus, link: WalkLink | undefined, direction: 1 | -1): WalkFocus {
  const { nodes } = walkable;
  const index = nodes.findIndex((node) => node.id === (link ? focus.anchor : focus.id));
  const next = nodes[(index + direction + nodes.length) % nodes.length];
  return at(next?.id) ?? focus;
}

/** Round the connections of the anchor, with the anchor itself between last and first. */
function turn(walkable: Walkable, focus: WalkFocus, direction: 1 | -1): WalkFocus {
  const stops = [focus.anchor, ...connectionsOf(walkable, focus.anchor).map((item) => item.id)];
  const index = Math.max(0, stops.indexOf(focus.id));
  const next = stops[(index + direction + stops.length) % stops.length];
  return next === undefined ? focus : { id: next, anchor: focus.anchor };
}

/** Position of a thing among those of its place, from 1, for "3 of 12 in the dendritic spine". */
export function positionOf(
  walkable: Walkable,
  id: string,
): { readonly index: number; readonly count: number; readonly place: string } | null {
  const node = walkable.nodes.find((item) => item.id === id);
  if (!node) return null;
  const peers = walkable.nodes.filter((item) => item.place === node.place);
  return { index: peers.indexOf(node) + 1, count: peers.length, place: node.place };
}
