/**
 * Sizes and boxes of the authored map, in layout units (the units of `Layout.width`). The map view draws with them, the authoring
 * tool routes around them and the checker measures with them, so that the three can never disagree.
 */
import type { Glyph, LayoutCompartment, LayoutGroup, LayoutNode, Point } from './schema';

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Size of a node's name. Mid nodes reach 9 CSS px at 0.6 px a unit, near nodes at 0.75. */
export const NODE_TEXT = { mid: 15, near: 12 } as const;
/** Height of a pill or process box. */
export const NODE_HEIGHT = { mid: 34, near: 26 } as const;
/** Side of the square in which a pill's glyph is drawn, and its distance from the left end of the pill. */
export const NODE_GLYPH = { mid: 24, near: 18 } as const;
export const NODE_GLYPH_INSET = { mid: 9, near: 8 } as const;
/** A membrane protein's glyph: along the membrane and through it. */
export const MEMBRANE_GLYPH = { mid: { along: 44, through: 60 }, near: { along: 34, through: 46 } } as const;
/**
 * How far the drawn glyphs of membrane proteins reach from their centre in the 24 box: sideways, and to the outer and inner end.
 * Measured on the glyph set; edges end there and not at the footprint.
 */
const GLYPH_BOX = 24;
const REACH: Readonly<Partial<Record<Glyph, readonly [side: number, outer: number, inner: number]>>> = {
  nmda: [8, 11.3, 11.4],
  ampa: [11.7, 10.8, 11.4],
  mglur: [8.4, 11.1, 11.4],
  trkb: [7.6, 11.3, 11.4],
  gabaa: [7.9, 11, 11],
  caChannel: [6.9, 9.5, 9.5],
  channel: [6.6, 9.5, 9.5],
  gpcr: [7.4, 9.6, 9.3],
  transporter: [10.5, 8.3, 8.3],
};
/** Height of a membrane node's name plate. */
export const PLATE_HEIGHT = { mid: 24, near: 20 } as const;
/** Size of a compartment's italic name; `label` is the centre of the text. */
export const PLACE_TEXT = 20;
/** Size of a group's name and the height of its box. */
export const GROUP_TEXT = 44;
export const GROUP_HEIGHT = 76;
/** Rounding of an edge's bends. */
export const EDGE_CORNER = 11;

function boxAround(x: number, y: number, width: number, height: number): Box {
  return { left: x - width / 2, top: y - height / 2, right: x + width / 2, bottom: y + height / 2 };
}

/** The body of a node: the pill or box, or the footprint of a membrane node's glyph turned as the node faces. */
export function nodeBox(node: LayoutNode): Box {
  if (node.form !== 'membrane') return boxAround(node.x, node.y, node.width, NODE_HEIGHT[node.tier]);
  const { along, through } = MEMBRANE_GLYPH[node.tier];
  const sideways = node.facing === 'left' || node.facing === 'right';
  return boxAround(node.x, node.y, sideways ? through : along, sideways ? along : through);
}

/** The drawn outline box of a membrane node's glyph, turned as the node faces; the footprint for a glyph that is not measured. */
export function glyphBox(node: LayoutNode, glyph: Glyph): Box {
  const reach = REACH[glyph];
  if (node.form !== 'membrane' || reach === undefined) return nodeBox(node);
  const [side, outer, inner] = reach.map((value) => (value / GLYPH_BOX) * MEMBRANE_GLYPH[node.tier].through) as [number, number, number];
  const { x, y } = node;
  switch (node.facing ?? 'up') {
    case 'up':
      return { left: x - side, right: x + side, top: y - outer, bottom: y + inner };
    case 'down':
      return { left: x - side, right: x + side, top: y - inner, bottom: y + outer };
    case 'left':
      return { left: x - outer, right: x + inner, top: y - side, bottom: y + side };
    case 'right':
      return { left: x - inner, right: x + outer, top: y - side, bottom: y + side };
  }
}

/** The name plate of a membrane node; null for other forms, which carry their name inside. */
export function plateBox(node: LayoutNode): Box | null {
  if (node.form !== 'membrane' || node.plate === undefined) return null;
  return boxAround(node.plate[0], node.plate[1], node.width, PLATE_HEIGHT[node.tier]);
}

/** Radius of a node's corners: a molecule is a full pill, a process a box with small corners. */
export function nodeRadius(node: LayoutNode): number {
  return node.form === 'pill' ? NODE_HEIGHT[node.tier] / 2 : 2;
}

/** Where a compartment's name stands, by an estimate of the width of its italic text (0.45 em a character). */
export function labelBox(compartment: LayoutCompartment): Box {
  const [x, y] = compartment.label;
  return boxAround(x, y, compartment.name.length * PLACE_TEXT * 0.45, PLACE_TEXT * 1.2);
}

export function groupBox(group: LayoutGroup): Box {
  return boxAround(group.x, group.y, group.width, GROUP_HEIGHT);
}

/** True when two boxes come closer than `gap`. */
export function boxesMeet(a: Box, b: Box, gap = 0): boolean {
  return a.left < b.right + gap && b.left < a.right + gap && a.top < b.bottom + gap && b.top < a.bottom + gap;
}

/** True for a point inside the box grown by `margin`; a negative margin shrinks it. */
export function boxHolds(box: Box, [x, y]: Point, margin = 0): boolean {
  return x > box.left - margin && x < box.right + margin && y > box.top - margin && y < box.bottom + margin;
}

/**
 * The compartment's outline with its corners rounded, as a closed run of short straight pieces (at most `step` units in a curve).
 * Radii shrink where an edge is too short for them.
 */
export function roundedOutline(outline: readonly Point[], radius: number, step = 4): Point[] {
  const n = outline.length;
  const at = (i: number): Point => outline[((i % n) + n) % n] ?? [0, 0];
  const out: Point[] = [];
  for (let i = 0; i < n; i += 1) {
    const [ax, ay] = at(i - 1);
    const [bx, by] = at(i);
    const [cx, cy] = at(i + 1);
    const inLength = Math.hypot(bx - ax, by - ay);
    const outLength = Math.hypot(cx - bx, cy - by);
    const r = Math.min(radius, inLength / 2, outLength / 2);
    if (r <= 0) {
      out.push([bx, by]);
      continue;
    }
    const start: Point = [bx - ((bx - ax) / inLength) * r, by - ((by - ay) / inLength) * r];
    const end: Point = [bx + ((cx - bx) / outLength) * r, by + ((cy - by) / outLength) * r];
    const pieces = Math.max(2, Math.ceil((1.6 * r) / step));
    // A conic with this weight is a circular arc at a right angle and stays smooth at any other.
    const weight = Math.SQRT1_2;
    for (let k = 0; k <= pieces; k += 1) {
      const t = k / pieces;
      const [wa, wb, wc] = [(1 - t) * (1 - t), 2 * t * (1 - t) * weight, t * t];
      const sum = wa + wb + wc;
      out.push([(wa * start[0] + wb * bx + wc * end[0]) / sum, (wa * start[1] + wb * by + wc * end[1]) / sum]);
    }
  }
  return out;
}
