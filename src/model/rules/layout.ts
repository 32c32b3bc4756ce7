/** Maps that are true to anatomy: things lie in their compartments, arrows begin and end where their claims say. */
import { boxHolds, nodeBox, plateBox, roundedOutline } from '../layout';
import type { Claim, Layout, LayoutCompartment, LayoutNode, Point } from '../schema';
import type { Draft, Finding } from './draft';
import { claimIndex, kept, livingOf } from './draft';

/** How far the centre of a membrane protein may lie from the outline that it straddles, in layout units. */
export const MEMBRANE_SLACK = 24;
/** How far outside a node's box an edge may end, in layout units: room for arrow heads, bars and a stub out of a name plate. */
export const EDGE_SLACK = 14;

/** Whether a point lies inside a closed polygon (even-odd rule; the polygon closes itself). */
export function insidePolygon(x: number, y: number, outline: readonly Point[]): boolean {
  let inside = false;
  let before = outline.at(-1);
  for (const corner of outline) {
    if (before !== undefined) {
      const [x1, y1] = before;
      const [x2, y2] = corner;
      if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
    }
    before = corner;
  }
  return inside;
}

/** Shortest distance from a point to the outline of a closed polygon, in layout units. */
export function distanceToOutline(x: number, y: number, outline: readonly Point[]): number {
  let best = Infinity;
  let before = outline.at(-1);
  for (const corner of outline) {
    if (before !== undefined) {
      const [x1, y1] = before;
      const dx = corner[0] - x1;
      const dy = corner[1] - y1;
      const length = dx * dx + dy * dy;
      const share = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / length));
      best = Math.min(best, Math.hypot(x - x1 - share * dx, y - y1 - share * dy));
    }
    before = corner;
  }
  return best;
}

/** Length of the straight pieces that stand for a rounded corner; off the curve by about one unit at a radius of 40. */
const CURVE_STEP = 16;

interface Fault {
  readonly message: string;
  readonly remedy: string;
}

/** A compartment with its outline as drawn: corners rounded. */
interface Drawn extends LayoutCompartment {
  readonly path: readonly Point[];
}

/** A compartment may be cut off by the edge of the map, but not lie further out than the map is large. */
function strays({ outline }: LayoutCompartment, { width, height }: Layout): boolean {
  return outline.some(([x, y]) => x < -width || x > 2 * width || y < -height || y > 2 * height);
}

function misplaced({ width, height }: Layout, drawn: ReadonlyMap<string, Drawn>, node: LayoutNode): Fault | null {
  if (node.x < 0 || node.y < 0 || node.x > width || node.y > height) {
    return { message: `"${node.entity}" lies outside the layout (${width} by ${height})`, remedy: 'move it inside or enlarge the layout' };
  }
  if (node.compartment === undefined) {
    if (node.form === 'membrane') return null;
    const around = [...drawn.values()].find(({ ground, path }) => ground !== 'extracellular' && insidePolygon(node.x, node.y, path));
    if (around === undefined) return null;
    return {
      message: `"${node.entity}" lies in "${around.id}" but names no compartment`,
      remedy: `name "${around.id}" as its compartment`,
    };
  }
  const home = drawn.get(node.compartment);
  if (home === undefined) {
    return {
      message: `"${node.entity}" names the compartment "${node.compartment}", which is not in this layout`,
      remedy: 'name one that is',
    };
  }
  if (node.form === 'membrane') {
    const off = distanceToOutline(node.x, node.y, home.path);
    if (off <= MEMBRANE_SLACK) return null;
    return {
      message: `the membrane protein "${node.entity}" is ${Math.round(off)} units off the outline of "${home.id}"`,
      remedy: `move it to within ${MEMBRANE_SLACK} units of the outline`,
    };
  }
  if (insidePolygon(node.x, node.y, home.path)) return null;
  return {
    message: `"${node.entity}" lies outside its compartment "${home.id}"`,
    remedy: 'move it inside or name the compartment it lies in',
  };
}

/** Every position is inside its compartment; a membrane protein sits on the outline of its own. */
export function insideCompartment(draft: Draft): Finding[] {
  return livingOf(draft, 'layouts').flatMap((entry) => {
    const layout = entry.value;
    const drawn = new Map<string, Drawn>();
    const stray: Finding[] = [];
    for (const { item, index } of kept(entry, 'compartments', layout.compartments)) {
      const path = ['compartments', index];
      const message = `the compartment "${item.id}" lies far outside the layout`;
      if (strays(item, layout)) stray.push({ entry, path, message, remedy: 'move it onto the map', loss: { cut: path } });
      else drawn.set(item.id, { ...item, path: roundedOutline(item.outline, item.radius, CURVE_STEP) });
    }
    const faults = kept(entry, 'nodes', layout.nodes).flatMap(({ item, index }): Finding[] => {
      const fault = misplaced(layout, drawn, item);
      const path = ['nodes', index];
      return fault === null ? [] : [{ entry, path, ...fault, loss: { cut: path } }];
    });
    return [...stray, ...faults];
  });
}

/** Whether a point lies on or next to the shape (or the name plate) of a node. */
export function atNode(point: Point, node: LayoutNode): boolean {
  const plate = plateBox(node);
  return boxHolds(nodeBox(node), point, EDGE_SLACK) || (plate !== null && boxHolds(plate, point, EDGE_SLACK));
}

function edgeFault(points: readonly Point[], claim: Claim, placed: (id: string) => LayoutNode | undefined): Fault | null {
  const ends = [
    { id: claim.source, point: points[0], verb: 'begin' },
    { id: claim.target, point: points.at(-1), verb: 'end' },
  ];
  for (const { id, point, verb } of ends) {
    const node = placed(id);
    if (node === undefined) return { message: `the edge should ${verb} at "${id}", which this layout does not place`, remedy: 'place it' };
    if (point === undefined || !atNode(point, node)) {
      return { message: `the edge of "${claim.id}" does not ${verb} at "${id}"`, remedy: `let it ${verb} at the border of that node` };
    }
  }
  const slanted = points.findIndex((point, index) => {
    const next = points[index + 1];
    return next !== undefined && Math.abs(point[0] - next[0]) > 0.5 && Math.abs(point[1] - next[1]) > 0.5;
  });
  if (slanted < 0) return null;
  return {
    message: `the edge of "${claim.id}" runs aslant from point ${slanted} to ${slanted + 1}`,
    remedy: 'use level and upright runs only',
  };
}

/** Every edge is orthogonal and runs from its claim's source to its claim's target, both placed in the same layout. */
export function edgesFit(draft: Draft): Finding[] {
  const claims = claimIndex(draft);
  const now = (id: string): string => draft.aliases.get(id) ?? id;
  return livingOf(draft, 'layouts').flatMap((entry) => {
    const at = new Map(kept(entry, 'nodes', entry.value.nodes).map(({ item }) => [now(item.entity), item]));
    return kept(entry, 'edges', entry.value.edges).flatMap(({ item, index }): Finding[] => {
      const claim = claims.get(now(item.claim));
      if (claim === undefined) return [];
      const fault = edgeFault(item.points, claim, (id) => at.get(now(id)));
      const path = ['edges', index];
      return fault === null ? [] : [{ entry, path, ...fault, loss: { cut: path } }];
    });
  });
}
