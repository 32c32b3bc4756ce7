/** Geometric rules of an authored map. Pure: takes a layout and the records it draws, gives the faults found and a few measures. */
import { boxHolds, boxesMeet, groupBox, labelBox } from '../../model/layout';
import type { Box } from '../../model/layout';
import type { Effect, Layout, LayoutCompartment, LayoutEdge, LayoutNode, Point } from '../../model/schema';
import { crossing, crossesBox, parallelGap, segmentsOf } from './segments';
import type { Segment } from './segments';
import { PORE_HALF, inside, membranePieces, nearest } from './membranes';
import { borderPoint, meetingParts, nodeParts, openSides } from './parts';
import type { Part } from './parts';
import { nodeWidth } from './source';
import type { NetworkRecords } from './source';

export const RULES = {
  /** Between lanes of different sources. */
  lane: 8,
  /** Between a lane and a node it does not belong to. */
  node: 12,
  /** Straight run before an ending, so that the rounded corner does not reach the arrow. */
  ending: 14,
  /** Between nodes, plates, names of places, and groups. */
  box: 6,
  /** Between a lane and a membrane along which it runs. */
  membrane: 12,
} as const;

export interface LayoutReport {
  readonly faults: readonly string[];
  readonly nodes: number;
  readonly edges: number;
  /** Crossings between edges of different sources. */
  readonly crossings: number;
  readonly bends: number;
  readonly length: number;
}

type PartsOf = (node: LayoutNode) => readonly Part[];

interface Drawn {
  readonly effect: Effect;
  readonly edge: LayoutEdge;
  readonly source: LayoutNode;
  readonly target: LayoutNode;
  readonly segments: readonly Segment[];
}

function onBorder(node: LayoutNode, parts: readonly Part[], point: Point, kind: string | null): boolean {
  return parts.some(
    (part) =>
      (kind === null || part.kind === kind) &&
      openSides(part, node).some((side) => {
        const [x, y] = borderPoint(part, side, side === 'top' || side === 'bottom' ? point[0] : point[1]);
        return Math.hypot(x - point[0], y - point[1]) < 0.6 && boxHolds(part.box, point, 0.6);
      }),
  );
}

function checkEdge(drawn: Drawn, { nodes, compartments }: Layout, parts: PartsOf, page: Box, fault: (text: string) => void): void {
  const { edge, source, target, segments } = drawn;
  const points = edge.points;
  const meets = meetingParts(source, target, drawn.effect, compartments);
  const where = (part: string | null): string => (part === null ? 'border' : part === 'glyph' ? 'outer end' : 'name plate');
  const [first, last] = [points[0], points.at(-1)];
  if (segments.some((segment) => segment.kind === 'slanted')) fault(`${edge.claim}: not orthogonal`);
  if (points.some((point) => !boxHolds(page, point))) fault(`${edge.claim}: leaves the page`);
  if (first === undefined || !onBorder(source, parts(source), first, meets.source))
    fault(`${edge.claim}: does not start on the ${where(meets.source)} of ${source.entity}`);
  if (last === undefined || !onBorder(target, parts(target), last, meets.target))
    fault(`${edge.claim}: does not end on the ${where(meets.target)} of ${target.entity}`);
  const ending = segments.at(-1);
  if (ending !== undefined && ending.length < RULES.ending - 0.01)
    fault(`${edge.claim}: less than ${RULES.ending} straight before the ending`);
  for (const node of nodes) {
    const own = node === source || node === target;
    for (const part of parts(node)) {
      segments.forEach((segment, i) => {
        const touches = (node === source && i === 0) || (node === target && i === segments.length - 1);
        if (touches ? crossesBox(segment, part.box, -3) : crossesBox(segment, part.box, own ? 4 : RULES.node - 0.01)) {
          fault(`${edge.claim}: runs too close to ${node.entity}`);
        }
      });
    }
  }
}

function checkPairs(drawn: readonly Drawn[], fault: (text: string) => void): number {
  // A trunk shared by edges of one source is one line to the eye: its crossings count once.
  const crossings = new Set<string>();
  drawn.forEach((a, i) => {
    for (const b of drawn.slice(i + 1)) {
      if (a.source === b.source) continue;
      for (const s of a.segments) {
        for (const t of b.segments) {
          const gap = parallelGap(s, t);
          if (gap !== null && gap < RULES.lane - 0.5) fault(`${a.edge.claim} and ${b.edge.claim}: run ${gap} apart`);
          const meets = crossing(s, t);
          if (meets === 'proper') crossings.add([a.source.entity, b.source.entity, s.lane, t.lane, s.kind].join(' '));
          else if (meets === 'touch') fault(`${a.edge.claim} and ${b.edge.claim}: meet at a bend or an end`);
        }
      }
    }
  });
  return crossings.size;
}

function checkMembranes(drawn: readonly Drawn[], compartments: readonly LayoutCompartment[], fault: (text: string) => void): void {
  const pieces = membranePieces(compartments);
  for (const { edge, segments } of drawn) {
    for (const segment of segments) {
      for (const { a, b, compartment } of pieces) {
        const cut = compartment.membrane === 'envelope' ? cutPoint(segment, a, b) : null;
        if (cut !== null && !compartment.pores.some(([x, y]) => Math.hypot(x - cut[0], y - cut[1]) <= PORE_HALF - 4)) {
          fault(`${edge.claim}: enters ${compartment.id} beside its pores`);
        }
        if (runsAlong(segment, a, b)) fault(`${edge.claim}: runs along the membrane of ${compartment.id}`);
      }
    }
  }
}

/** Where an orthogonal segment cuts a straight piece of membrane. */
function cutPoint(segment: Segment, a: Point, b: Point): Point | null {
  const across = segment.kind === 'horizontal' ? 1 : 0;
  const at = segment.a[across];
  if (a[across] > at === b[across] > at) return null;
  const t = (at - a[across]) / (b[across] - a[across]);
  const other = a[(1 - across) as 0 | 1] + t * (b[(1 - across) as 0 | 1] - a[(1 - across) as 0 | 1]);
  const [low, high] = segment.range;
  if (other < low || other > high) return null;
  return segment.kind === 'horizontal' ? [other, at] : [at, other];
}

/** True for a segment beside a straight piece, or beside the middle of a short piece of a curve, closer than the rule allows. */
function runsAlong(segment: Segment, a: Point, b: Point): boolean {
  const [piece] = segmentsOf([a, b]);
  if (piece === undefined) return false;
  if (piece.kind !== 'slanted') {
    const gap = parallelGap(segment, piece);
    return gap !== null && gap < RULES.membrane;
  }
  const flat = Math.abs(b[1] - a[1]) < 0.3 * piece.length;
  const steep = Math.abs(b[0] - a[0]) < 0.3 * piece.length;
  if (!(segment.kind === 'horizontal' ? flat : steep)) return false;
  return nearest([(a[0] + b[0]) / 2, (a[1] + b[1]) / 2], segment.a, segment.b).distance < RULES.membrane;
}

function checkBoxes(layout: Layout, parts: PartsOf, fault: (text: string) => void): void {
  const boxes: { name: string; owner: string; box: Box }[] = [];
  for (const node of layout.nodes) for (const part of parts(node)) boxes.push({ name: node.entity, owner: node.entity, box: part.box });
  for (const compartment of layout.compartments)
    boxes.push({ name: `name of ${compartment.id}`, owner: `:${compartment.id}`, box: labelBox(compartment) });
  const page: Box = { left: 0, top: 0, right: layout.width, bottom: layout.height };
  boxes.forEach(({ name, owner, box }, i) => {
    if (box.left < page.left || box.top < page.top || box.right > page.right || box.bottom > page.bottom) fault(`${name}: leaves the page`);
    for (const other of boxes.slice(i + 1)) {
      if (owner !== other.owner && boxesMeet(box, other.box, RULES.box)) fault(`${name} and ${other.name}: overlap`);
    }
  });
  layout.groups.forEach((group, i) => {
    const box = groupBox(group);
    if (!boxHolds(page, [box.left, box.top]) || !boxHolds(page, [box.right, box.bottom])) fault(`group ${group.id}: leaves the page`);
    for (const other of layout.groups.slice(i + 1))
      if (boxesMeet(box, groupBox(other), 12)) fault(`groups ${group.id} and ${other.id}: overlap`);
  });
}

function checkPlaces(layout: Layout, parts: PartsOf, fault: (text: string) => void): void {
  const byId = new Map(layout.compartments.map((compartment) => [compartment.id as string, compartment]));
  for (const node of layout.nodes) {
    const compartment = node.compartment === undefined ? undefined : byId.get(node.compartment);
    if (node.compartment !== undefined && compartment === undefined) fault(`${node.entity}: no compartment ${node.compartment}`);
    if (node.form === 'membrane' && compartment === undefined) fault(`${node.entity}: a membrane node needs a compartment`);
    if (compartment === undefined) continue;
    const pieces = membranePieces([compartment]);
    if (node.form === 'membrane') {
      const distance = Math.min(...pieces.map((piece) => nearest([node.x, node.y], piece.a, piece.b).distance));
      if (distance > 2) fault(`${node.entity}: not on the membrane of ${compartment.id}`);
      continue;
    }
    for (const { box } of parts(node)) {
      const corners: Point[] = [
        [box.left, box.top],
        [box.right, box.top],
        [box.left, box.bottom],
        [box.right, box.bottom],
      ];
      if (!corners.every((corner) => inside(corner, compartment.outline))) fault(`${node.entity}: not inside ${compartment.id}`);
    }
  }
  const grouped = layout.groups.flatMap((group) => group.members as readonly string[]);
  for (const node of layout.nodes) {
    const times = grouped.filter((member) => member === node.entity).length;
    if (times !== 1) fault(`${node.entity}: in ${times} groups`);
  }
  const placed = new Set<string>(layout.nodes.map((node) => node.entity));
  for (const member of grouped) if (!placed.has(member)) fault(`${member}: in a group but not placed`);
}

/** Every rule of a layout against the records it draws. */
export function checkLayout(layout: Layout, records: NetworkRecords): LayoutReport {
  const faults: string[] = [];
  const fault = (text: string): void => void (faults.includes(text) || faults.push(text));
  const nodeOf = new Map<string, LayoutNode>(layout.nodes.map((node) => [node.entity, node]));
  const entityOf = new Map<string, NetworkRecords['entities'][number]>(records.entities.map((entity) => [entity.id, entity]));
  const parts: PartsOf = (node) => nodeParts(node, entityOf.get(node.entity)?.glyph ?? 'none');
  const edgeOf = new Map<string, LayoutEdge>(layout.edges.map((edge) => [edge.claim, edge]));
  if (nodeOf.size !== layout.nodes.length) fault('an entity is placed twice');
  if (edgeOf.size !== layout.edges.length) fault('a claim is drawn twice');
  for (const node of layout.nodes) {
    const entity = entityOf.get(node.entity);
    if (entity === undefined) fault(`${node.entity}: no such entity`);
    else if (node.width < nodeWidth(node.form, node.tier, entity)) fault(`${node.entity}: too narrow for "${entity.short}"`);
  }
  const drawn: Drawn[] = [];
  for (const claim of records.claims) {
    const [source, target, edge] = [nodeOf.get(claim.source), nodeOf.get(claim.target), edgeOf.get(claim.id)];
    if (source === undefined || target === undefined) continue;
    if (edge !== undefined) drawn.push({ effect: claim.effect, edge, source, target, segments: segmentsOf(edge.points) });
    else if (claim.tier === 'core') fault(`${claim.id}: not drawn`);
  }
  if (drawn.length !== layout.edges.length) fault('an edge draws a claim that is not in the records or not between placed entities');
  const page: Box = { left: 0, top: 0, right: layout.width, bottom: layout.height };
  for (const one of drawn) checkEdge(one, layout, parts, page, fault);
  const crossings = checkPairs(drawn, fault);
  checkMembranes(drawn, layout.compartments, fault);
  checkBoxes(layout, parts, fault);
  checkPlaces(layout, parts, fault);
  const bends = drawn.reduce((sum, one) => sum + one.segments.length - 1, 0);
  const length = Math.round(drawn.reduce((sum, one) => sum + one.segments.reduce((part, segment) => part + segment.length, 0), 0));
  return { faults, nodes: layout.nodes.length, edges: layout.edges.length, crossings, bends, length };
}
