/** What the map draws at a detail, and where: a pure function of the scene, so that labels can be checked without a browser. */
import type { MapScene, SceneEdge, SceneGroup, SceneGroupEdge, SceneNode } from '../../explorer/scene';
import { boxesMeet, GROUP_HEIGHT, GROUP_TEXT, nodeBox, plateBox, roundedOutline, type Box } from '../../model/layout';
import type { Point } from '../../model/schema';
import { textWidth } from '../../design/text-width';
import { badgesOf, type Badge } from './badges';
import { PROMOTED, type Detail } from './detail';
import { boxAt, contains, touches } from './geometry';
import { routeGroups } from './group-routes';

export interface NodePlan {
  readonly node: SceneNode;
  /** Larger than 1 for a near node that is brought out early. */
  readonly scale: number;
  readonly named: boolean;
  readonly body: Box;
  readonly plate: Box | null;
}

export interface EdgePlan {
  readonly edge: SceneEdge;
  readonly points: readonly Point[];
}

export interface GroupPlan {
  readonly group: SceneGroup;
  readonly box: Box;
}

export interface GroupEdgePlan {
  readonly edge: SceneGroupEdge;
  readonly points: readonly Point[];
}

/** A node far out: its glyph alone, a picture without a name. */
export interface PicturePlan {
  readonly node: SceneNode;
  /** Side of the glyph; 0 for a membrane protein, which stands in its bilayer as it does near. */
  readonly size: number;
  readonly box: Box;
}

export interface PlacePlan {
  readonly id: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly box: Box;
}

export interface Plan {
  readonly detail: Detail;
  readonly nodes: readonly NodePlan[];
  /** Step numbers, by node. */
  readonly badges: ReadonlyMap<string, Badge>;
  readonly edges: readonly EdgePlan[];
  readonly groups: readonly GroupPlan[];
  readonly groupEdges: readonly GroupEdgePlan[];
  readonly pictures: readonly PicturePlan[];
  readonly places: readonly PlacePlan[];
}

/** Everything to draw at `detail`. The item in focus is always drawn where its kind is, whatever its tier. */
export function planOf(scene: MapScene, detail: Detail, focusId: string | null): Plan {
  if (detail.shows === 'far') return farPlan(scene, detail, focusId);
  const nodes = detail.shows === 'near' ? scene.nodes.map(plain) : midNodes(scene, focusId);
  const drawn = new Map(nodes.map((plan) => [plan.node.id, plan]));
  const edges = scene.edges.flatMap((edge): EdgePlan[] => {
    const [source, target] = [drawn.get(edge.claim.source), drawn.get(edge.claim.target)];
    return edge.passes && source !== undefined && target !== undefined ? [{ edge, points: trimmed(edge, source, target) }] : [];
  });
  const badges = badgesOf(nodes, detail);
  const taken = [
    ...nodes.flatMap((plan) => (plan.plate === null ? [plan.body] : [plan.body, plan.plate])),
    ...[...badges.values()].map(({ x, y, width, height }) => boxAt(x, y, width, height)),
  ];
  return { detail, nodes, badges, edges, groups: [], groupEdges: [], pictures: [], places: placesOf(scene, detail, taken, []) };
}

function plain(node: SceneNode): NodePlan {
  return { node, scale: 1, named: true, body: nodeBox(node.place), plate: plateBox(node.place) };
}

const LIT: ReadonlySet<string> = new Set(['onRoute', 'onlyA', 'onlyB', 'shared']);

/** Mid nodes, and the near ones that the reader has lit, selected or reached with the keys. */
function midNodes(scene: MapScene, focusId: string | null): NodePlan[] {
  const wanted = new Set<string>();
  for (const edge of scene.edges) {
    if (edge.passes && (edge.selected || edge.id === focusId || LIT.has(edge.route))) {
      wanted.add(edge.claim.source).add(edge.claim.target);
    }
  }
  const plans = scene.nodes.filter((node) => node.place.tier === 'mid').map(plain);
  const taken = plans.flatMap(boxesOf);
  for (const node of scene.nodes) {
    const out = node.selected || node.id === focusId || LIT.has(node.route) || wanted.has(node.id);
    if (node.place.tier === 'mid' || !out) continue;
    const large = promoted(node);
    const free = boxesOf(large).every((box) => taken.every((other) => !boxesMeet(box, other)));
    const plan = free ? large : { ...plain(node), named: false };
    plans.push(plan);
    taken.push(...boxesOf(plan));
  }
  return plans;
}

const boxesOf = (plan: NodePlan): readonly Box[] => (plan.plate === null || !plan.named ? [plan.body] : [plan.body, plan.plate]);

/** A near node drawn so large that its name is readable at mid. A plate keeps its distance from the glyph. */
function promoted(node: SceneNode): NodePlan {
  const { x, y } = node.place;
  const grow = (box: Box): Box => ({
    left: x + (box.left - x) * PROMOTED,
    right: x + (box.right - x) * PROMOTED,
    top: y + (box.top - y) * PROMOTED,
    bottom: y + (box.bottom - y) * PROMOTED,
  });
  const plate = plateBox(node.place);
  return { node, scale: PROMOTED, named: true, body: grow(nodeBox(node.place)), plate: plate === null ? null : grow(plate) };
}

/** The authored run, cut back where an end is drawn larger than it was authored. */
function trimmed(edge: SceneEdge, source: NodePlan, target: NodePlan): readonly Point[] {
  const { points } = edge.place;
  const start = source.scale === 1 ? points : cutBack(points.toReversed(), source).toReversed();
  return target.scale === 1 ? start : cutBack(start, target);
}

/** Moves the last point of a run back to the border of a grown node. */
function cutBack(points: readonly Point[], plan: NodePlan): readonly Point[] {
  const [before, end] = [points.at(-2), points.at(-1)];
  if (before === undefined || end === undefined) return points;
  const { x, y } = plan.node.place;
  const moved: Point =
    Math.abs(end[0] - before[0]) > Math.abs(end[1] - before[1])
      ? [within(x + (end[0] - x) * plan.scale, before[0], end[0]), end[1]]
      : [end[0], within(y + (end[1] - y) * plan.scale, before[1], end[1])];
  return [...points.slice(0, -1), moved];
}

const within = (value: number, a: number, b: number): number => Math.max(Math.min(a, b), Math.min(Math.max(a, b), value));

function farPlan(scene: MapScene, detail: Detail, focusId: string | null): Plan {
  const k = detail.group / GROUP_TEXT;
  const groups = scene.groups.map((group) => ({
    group,
    box: boxAt(group.place.x, group.place.y, group.place.width * k, GROUP_HEIGHT * k),
  }));
  const groupEdges = groupEdgesOf(scene, groups, detail, focusId);
  const boxes = groups.map(({ box }) => box);
  const lines = groupEdges.map(({ points }) => points);
  const places = placesOf(scene, detail, boxes, lines);
  const pictures = picturesOf(scene, detail, [...boxes, ...places.map(({ box }) => box)], lines);
  return { detail, nodes: [], badges: new Map(), edges: [], groups, groupEdges, pictures, places };
}

/** Glyphs that say something without a name: receptors, ions, transmitters and the drug. */
const SPEAKING: ReadonlySet<string> = new Set([
  'nmda',
  'ampa',
  'mglur',
  'trkb',
  'gabaa',
  'caChannel',
  'transporter',
  'glutamate',
  'glycine',
  'gaba',
  'ketamine',
  'mg',
  'ca',
  'bdnf',
  'camkii',
  'psd95',
  'mtor',
  'cytokine',
  'ribosome',
  'gene',
]);

function picturesOf(scene: MapScene, detail: Detail, taken: readonly Box[], lines: readonly (readonly Point[])[]): PicturePlan[] {
  const occupied = [...taken];
  const order = scene.nodes.toSorted((a, b) => Number(a.place.tier === 'near') - Number(b.place.tier === 'near'));
  return order.flatMap((node): PicturePlan[] => {
    if (!SPEAKING.has(node.entity.glyph)) return [];
    const membrane = node.place.form === 'membrane';
    const box = membrane ? nodeBox(node.place) : boxAt(node.place.x, node.place.y, detail.picture, detail.picture);
    if (occupied.some((other) => boxesMeet(box, other, 4))) return [];
    // A receptor stands in front of the lines; a molecule would be crossed out by one.
    if (!membrane && lines.some((line) => touches(line, box, 0))) return [];
    occupied.push(box);
    return [{ node, size: membrane ? 0 : detail.picture, box }];
  });
}

/** Distance of parallel lines between groups, in CSS pixels at the middle of a step. */
const GROUP_LANE = 13;

type GroupRoutes = ReturnType<typeof routeGroups>;
/** Routes depend on the layout, the step and which lines there are, not on what is lit or selected: found once, kept. */
const groupRoutes = new WeakMap<MapScene['layout'], Map<string, GroupRoutes>>();

function groupEdgesOf(scene: MapScene, groups: readonly GroupPlan[], detail: Detail, focusId: string | null): GroupEdgePlan[] {
  const boxes = new Map(groups.map(({ group, box }) => [group.id, box]));
  // In the smallest picture a line that stands for a single arrow is left out, unless it is lit or in focus.
  const shown = scene.groupEdges.filter(
    (edge) => detail.name !== 'overview' || edge.claims.length > 1 || LIT.has(edge.route) || edge.id === focusId,
  );
  const key = [detail.name, ...shown.map(({ id }) => id)].join('\n');
  const known = groupRoutes.get(scene.layout) ?? new Map<string, GroupRoutes>();
  const routes = known.get(key) ?? routeGroups(boxes, shown, GROUP_LANE / detail.middle);
  groupRoutes.set(scene.layout, known.set(key, routes));
  return shown.flatMap((edge): GroupEdgePlan[] => {
    const points = routes.get(edge.id);
    return points === undefined ? [] : [{ edge, points }];
  });
}

/** Shifts of a name from where it was authored, in text heights, that are tried in turn. */
const SHIFTS: readonly Point[] = [0, -1, 1, -2, 2, -3, 3].flatMap((dy) => [0, -1.5, 1.5, -3, 3, -5, 5].map((dx): Point => [dx, dy]));

/**
 * Names of compartments, each moved a little where it would meet something drawn or a membrane; a name without a free place is left to
 * the outline.
 */
function placesOf(scene: MapScene, detail: Detail, taken: readonly Box[], lines: readonly (readonly Point[])[]): PlacePlan[] {
  const { layout } = scene;
  const walls = layout.compartments.map((compartment) => {
    const line = roundedOutline(compartment.outline, compartment.radius);
    return { compartment, line, closed: [...line, ...line.slice(0, 1)] };
  });
  const frame: Box = { left: 0, top: 0, right: layout.width, bottom: layout.height };
  const out: PlacePlan[] = [];
  for (const { compartment, line } of walls) {
    const { id, name, label } = compartment;
    const [width, height] = [textWidth(name, detail.place, 'place') + 6, detail.place * 1.25];
    const spots = SHIFTS.map(([dx, dy]): Point => [label[0] + dx * detail.place, label[1] + dy * detail.place]).filter((at) => {
      const box = boxAt(at[0], at[1], width, height);
      return (
        insideFrame(box, frame) &&
        contains(line, at) &&
        [...taken, ...out.map((place) => place.box)].every((other) => !boxesMeet(box, other)) &&
        walls.every((wall) => wall.compartment.membrane === 'none' || !touches(wall.closed, box, WALL))
      );
    });
    const spot = spots.find((at) => lines.every((run) => !touches(run, boxAt(at[0], at[1], width, height), 2))) ?? spots[0];
    if (spot !== undefined) out.push({ id, name, x: spot[0], y: spot[1], box: boxAt(spot[0], spot[1], width, height) });
  }
  return out;
}

/** Half the width of a drawn membrane. */
const WALL = 9;

const insideFrame = (box: Box, frame: Box): boolean =>
  box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom;
