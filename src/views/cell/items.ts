/** Items of the map by id: what selecting one means and where it is. Pure. */
import type { MapScene } from '../../explorer/scene';
import type { Selection } from '../../explorer/state';
import { groupBox, nodeBox, plateBox, type Box } from '../../model/layout';
import { boxOf } from './geometry';

/** Far out, groups and the lines between them are drawn; near, things and claims. A group may be called like the thing it stands for. */
export type Drawn = 'far' | 'near';

/** What opening an item selects; a line between two processes opens its only claim, else the process it comes from. */
export function selectionOf(scene: MapScene, id: string, drawn: Drawn): Selection {
  if (drawn === 'far' && scene.groups.some((group) => group.id === id)) return { kind: 'group', id };
  if (scene.nodes.some((node) => node.id === id)) return { kind: 'entity', id };
  if (scene.edges.some((edge) => edge.id === id)) return { kind: 'claim', id };
  if (scene.groups.some((group) => group.id === id)) return { kind: 'group', id };
  const link = scene.groupEdges.find((edge) => edge.id === id);
  if (link === undefined) return null;
  const [only] = link.claims;
  return only !== undefined && link.claims.length === 1 ? { kind: 'claim', id: only } : { kind: 'group', id: link.source };
}

/** The place of what is selected, in layout units: all that rests on a paper, all of an explanation; null for what is not drawn. */
export function boxOfSelection(scene: MapScene, { kind, id }: NonNullable<Selection>): Box | null {
  if (kind !== 'reference' && kind !== 'hypothesis' && kind !== 'event') return boxOfItem(scene, id, kind === 'group' ? 'far' : 'near');
  const edges = scene.edges.filter((edge) => edge.related && edge.passes).map((edge) => boxOf(edge.place.points));
  const nodes = scene.nodes.filter((node) => node.related).map(({ place }) => nodeBox(place));
  // With nothing of it on the map, everything counts as related.
  return nodes.length === scene.nodes.length ? null : joined([...edges, ...nodes]);
}

/** The place of an item in layout units; null for an id the map does not show. */
export function boxOfItem(scene: MapScene, id: string, drawn: Drawn): Box | null {
  const group = scene.groups.find((item) => item.id === id);
  if (group !== undefined && drawn === 'far') return groupBox(group.place);
  const node = scene.nodes.find((item) => item.id === id);
  if (node !== undefined) {
    const [body, plate] = [nodeBox(node.place), plateBox(node.place)];
    return plate === null ? body : joined([body, plate]);
  }
  const edge = scene.edges.find((item) => item.id === id);
  if (edge !== undefined) return boxOf(edge.place.points);
  if (group !== undefined) return groupBox(group.place);
  const link = scene.groupEdges.find((item) => item.id === id);
  const ends = scene.groups.filter((item) => item.id === link?.source || item.id === link?.target).map(({ place }) => groupBox(place));
  return ends.length === 0 ? null : joined(ends);
}

function joined(boxes: readonly Box[]): Box {
  return boxOf(boxes.flatMap((box) => [[box.left, box.top] as [number, number], [box.right, box.bottom] as [number, number]]));
}

/** Where the members of a group are; null for a group the map does not have. */
export function groupMembersBox(scene: MapScene, id: string): Box | null {
  const group = scene.groups.find((item) => item.id === id);
  const boxes = group?.members.map(({ place }) => nodeBox(place)) ?? [];
  return boxes.length === 0 ? null : joined(boxes);
}
