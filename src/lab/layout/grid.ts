/**
 * The routing grid: lanes every `PITCH` units across the whole map. For each crossing of lanes it says which directions are open, what
 * passing there costs, and which nodes own it (only their own edges may come so close, straight at their border).
 */
import { boxHolds, labelBox } from '../../model/layout';
import type { Box } from '../../model/layout';
import type { Glyph, LayoutCompartment, LayoutNode, Point } from '../../model/schema';
import { inside, membranePieces, nearest, passage, porePassages } from './membranes';
import { borderPoint, nodeParts, openSides, portRange } from './parts';
import type { Part } from './parts';
import type { Side } from './source';

export const PITCH = 8;
/** Straight run of an edge at its own node, and the distance that foreign edges keep. */
export const HALO = 14;
export const CLEAR = 12;
const MEMBRANE_CLEAR = 15;
/** Extra cost of each step inside a membrane, so that edges do not leave a cell for a short cut. */
const MEMBRANE_STEP = 4;

/** Directions as bits, so that the set open at a crossing is one number. */
export const HORIZONTAL = 1;
export const VERTICAL = 2;
const BOTH = HORIZONTAL | VERTICAL;

export interface Port {
  readonly node: number;
  readonly side: Side;
  /** True for the part of a membrane node that stands outside its cell. */
  readonly outer: boolean;
  /** First crossing outside the border. */
  readonly vertex: number;
  /** Point on the border itself. */
  readonly point: Point;
  /** Distance from the middle of the side, 0 to 1. */
  readonly offCentre: number;
}

/** A node near a crossing: the directions open to its own edges, and whether others are kept out. */
export interface Owner {
  readonly node: number;
  readonly open: number;
  readonly closedToOthers: boolean;
}

export interface Grid {
  readonly columns: number;
  readonly rows: number;
  /** Open directions for anyone. */
  readonly open: Uint8Array;
  readonly owners: ReadonlyMap<number, readonly Owner[]>;
  /** Extra cost of a step on a horizontal and on a vertical lane. */
  readonly softHorizontal: Float32Array;
  readonly softVertical: Float32Array;
  /** The innermost cell or nucleus around each crossing, as its index among the compartments plus one; 0 outside. */
  readonly places: Uint8Array;
  /** For each place, the place around it: the cell of a nucleus. */
  readonly around: readonly number[];
  readonly ports: readonly (readonly Port[])[];
}

export function vertexPoint(grid: { columns: number }, vertex: number): Point {
  return [(vertex % grid.columns) * PITCH, Math.floor(vertex / grid.columns) * PITCH];
}

function lanesBetween(low: number, high: number): number[] {
  const lanes: number[] = [];
  for (let at = Math.ceil(low / PITCH) * PITCH; at <= high; at += PITCH) lanes.push(at);
  return lanes;
}

function forVertices(
  size: { columns: number; rows: number },
  box: Box,
  margin: number,
  visit: (vertex: number, point: Point) => void,
): void {
  const from = (value: number): number => Math.max(0, Math.ceil((value - margin) / PITCH));
  const to = (value: number, last: number): number => Math.min(last, Math.floor((value + margin) / PITCH));
  for (let row = from(box.top); row <= to(box.bottom, size.rows - 1); row += 1) {
    for (let column = from(box.left); column <= to(box.right, size.columns - 1); column += 1) {
      visit(row * size.columns + column, [column * PITCH, row * PITCH]);
    }
  }
}

function portsOf(node: LayoutNode, index: number, parts: readonly Part[], size: { columns: number; rows: number }): Port[] {
  const ports: Port[] = [];
  for (const part of parts) {
    for (const side of openSides(part, node)) {
      const [low, high] = portRange(part, node, side);
      const middle = (low + high) / 2;
      const half = Math.max(1, (high - low) / 2);
      for (const at of lanesBetween(low, high)) {
        const point = borderPoint(part, side, at);
        const outward = side === 'top' ? Math.floor((part.box.top - 0.01) / PITCH) : Math.ceil((part.box.bottom + 0.01) / PITCH);
        const sideways = side === 'left' ? Math.floor((part.box.left - 0.01) / PITCH) : Math.ceil((part.box.right + 0.01) / PITCH);
        const upright = side === 'top' || side === 'bottom';
        const column = upright ? at / PITCH : sideways;
        const row = upright ? outward : at / PITCH;
        if (column < 1 || row < 1 || column >= size.columns - 1 || row >= size.rows - 1) continue;
        const probe: Point = [column * PITCH, row * PITCH];
        if (parts.some((other) => other !== part && boxHolds(other.box, probe, 6))) continue;
        ports.push({
          node: index,
          side,
          outer: part.kind === 'glyph',
          vertex: row * size.columns + column,
          point,
          offCentre: Math.abs(at - middle) / half,
        });
      }
    }
  }
  return ports;
}

/** Which way an edge of the node may move in its halo: only straight at an open side. */
function haloDirections(node: LayoutNode, parts: readonly Part[], [x, y]: Point): number {
  let bits = 0;
  for (const part of parts) {
    for (const side of openSides(part, node)) {
      const [low, high] = portRange(part, node, side);
      const upright = side === 'top' || side === 'bottom';
      const lane = upright ? x : y;
      if (lane < low || lane > high) continue;
      const { left, right, top, bottom } = part.box;
      const out = side === 'top' ? top - y : side === 'bottom' ? y - bottom : side === 'left' ? left - x : x - right;
      if (out >= 0 && out <= HALO + PITCH) bits |= upright ? VERTICAL : HORIZONTAL;
    }
  }
  return bits;
}

/** The page, its membranes and the names of its places: what stays the same while nodes are moved. */
export interface Ground {
  readonly width: number;
  readonly height: number;
  readonly open: Uint8Array;
  readonly softHorizontal: Float32Array;
  readonly softVertical: Float32Array;
  readonly places: Uint8Array;
  readonly around: readonly number[];
}

const sizeOf = (width: number, height: number): { columns: number; rows: number } => ({
  columns: Math.floor(width / PITCH) + 1,
  rows: Math.floor(height / PITCH) + 1,
});

export function buildGround(width: number, height: number, compartments: readonly LayoutCompartment[]): Ground {
  const size = sizeOf(width, height);
  const count = size.columns * size.rows;
  const open = new Uint8Array(count).fill(BOTH);
  const softHorizontal = new Float32Array(count);
  const softVertical = new Float32Array(count);
  const page: Box = { left: 0, top: 0, right: width, bottom: height };
  for (let vertex = 0; vertex < count; vertex += 1) if (!boxHolds(page, vertexPoint(size, vertex), -PITCH)) open[vertex] = 0;

  for (const piece of membranePieces(compartments)) {
    const box: Box = {
      left: Math.min(piece.a[0], piece.b[0]),
      right: Math.max(piece.a[0], piece.b[0]),
      top: Math.min(piece.a[1], piece.b[1]),
      bottom: Math.max(piece.a[1], piece.b[1]),
    };
    forVertices(size, box, MEMBRANE_CLEAR + 10, (vertex, point) => {
      const { distance, at } = nearest(point, piece.a, piece.b);
      const way = passage(piece, at);
      if (distance < MEMBRANE_CLEAR) {
        open[vertex] = (open[vertex] ?? 0) & (way === 'vertical' ? VERTICAL : way === 'horizontal' ? HORIZONTAL : 0);
        softVertical[vertex] = MEMBRANE_STEP;
        softHorizontal[vertex] = MEMBRANE_STEP;
      } else if (distance < MEMBRANE_CLEAR + 10) {
        if (way !== 'vertical') softVertical[vertex] = Math.max(softVertical[vertex] ?? 0, 0.5);
        if (way !== 'horizontal') softHorizontal[vertex] = Math.max(softHorizontal[vertex] ?? 0, 0.5);
      }
    });
  }
  // A pore stays open even where the envelope bends close by.
  for (const { at: pore, way } of porePassages(compartments)) {
    const upright = way === 'vertical';
    const box: Box = { left: pore[0], right: pore[0], top: pore[1], bottom: pore[1] };
    forVertices(size, box, MEMBRANE_CLEAR, (vertex, [x, y]) => {
      if (Math.abs(upright ? x - pore[0] : y - pore[1]) < PITCH / 2) open[vertex] = upright ? VERTICAL : HORIZONTAL;
    });
  }
  for (const compartment of compartments) {
    forVertices(size, labelBox(compartment), 2, (vertex) => {
      open[vertex] = 0;
    });
  }
  const places = new Uint8Array(count);
  compartments.forEach(({ membrane, outline }, index) => {
    if (membrane === 'none') return;
    for (let vertex = 0; vertex < count; vertex += 1) if (inside(vertexPoint(size, vertex), outline)) places[vertex] = index + 1;
  });
  const around = compartments.map((inner, index) =>
    compartments.findLastIndex(
      (outer, other) => other < index && outer.membrane !== 'none' && inner.outline.every((point) => inside(point, outer.outline)),
    ),
  );
  return { width, height, open, softHorizontal, softVertical, places, around: [0, ...around.map((index) => index + 1)] };
}

/** The grid with the nodes on it; `glyphs` in the order of the nodes. */
export function buildGrid(ground: Ground, nodes: readonly LayoutNode[], glyphs: readonly Glyph[]): Grid {
  const size = sizeOf(ground.width, ground.height);
  const softHorizontal = ground.softHorizontal.slice();
  const softVertical = ground.softVertical.slice();
  const owners = new Map<number, Owner[]>();
  const allParts = nodes.map((node, index) => nodeParts(node, glyphs[index] ?? 'none'));
  allParts.forEach((parts, index) => {
    const node = nodes[index];
    if (node === undefined) return;
    for (const part of parts) {
      forVertices(size, part.box, HALO + 12, (vertex, point) => {
        if (!boxHolds(part.box, point, HALO)) {
          softHorizontal[vertex] = Math.max(softHorizontal[vertex] ?? 0, 0.25);
          softVertical[vertex] = Math.max(softVertical[vertex] ?? 0, 0.25);
          return;
        }
        const list = owners.get(vertex) ?? [];
        if (list.some((owner) => owner.node === index)) return;
        const solid = parts.some((other) => boxHolds(other.box, point));
        const closedToOthers = parts.some((other) => boxHolds(other.box, point, CLEAR));
        list.push({ node: index, open: solid ? 0 : haloDirections(node, parts, point), closedToOthers });
        owners.set(vertex, list);
      });
    }
  });
  const ports = nodes.map((node, index) => portsOf(node, index, allParts[index] ?? [], size));
  return { ...size, open: ground.open, owners, softHorizontal, softVertical, places: ground.places, around: ground.around, ports };
}
