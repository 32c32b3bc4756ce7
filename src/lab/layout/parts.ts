/** A node as the router and the checker see it: solid parts, and the places on their borders where an edge may start or end. */
import { NODE_HEIGHT, glyphBox, nodeRadius, plateBox } from '../../model/layout';
import type { Box } from '../../model/layout';
import type { Effect, Glyph, LayoutCompartment, LayoutNode, Point } from '../../model/schema';
import { inside } from './membranes';
import type { Side } from './source';

export interface Part {
  readonly box: Box;
  readonly radius: number;
  readonly kind: 'body' | 'glyph' | 'plate';
}

/** Body, or glyph and plate. `glyph` is the entity's: receptors differ in how far they reach. */
export function nodeParts(node: LayoutNode, glyph: Glyph): Part[] {
  const plate = plateBox(node);
  const body: Part = { box: glyphBox(node, glyph), radius: nodeRadius(node), kind: node.form === 'membrane' ? 'glyph' : 'body' };
  return plate === null ? [body] : [body, { box: plate, radius: 0, kind: 'plate' }];
}

/** How far from a corner a port must stay, along the top or bottom and along the left or right side. */
function insets(part: Part, node: LayoutNode): { across: number; upright: number } {
  if (part.kind === 'glyph') return { across: 4, upright: 4 };
  if (part.kind === 'plate') return { across: 8, upright: 8 };
  if (node.form === 'process') return { across: 8, upright: 8 };
  // On a pill's round ends a port may sit a little off the centre; its end is then moved in to the curve.
  return { across: NODE_HEIGHT[node.tier] / 2 - 5, upright: NODE_HEIGHT[node.tier] / 2 - 9 };
}

const OUTER: Record<NonNullable<LayoutNode['facing']>, Side> = { up: 'top', down: 'bottom', left: 'left', right: 'right' };
const OPPOSITE: Record<Side, Side> = { top: 'bottom', bottom: 'top', left: 'right', right: 'left' };

/** Sides of a part that take edges: a glyph all but its inner end, a plate every side but the one towards its glyph. */
export function openSides(part: Part, node: LayoutNode): readonly Side[] {
  const outer = OUTER[node.facing ?? 'up'];
  const closed = part.kind === 'glyph' ? OPPOSITE[outer] : part.kind === 'plate' ? outer : null;
  const all: readonly Side[] = ['top', 'right', 'bottom', 'left'];
  return all.filter((side) => side !== closed);
}

/** How much of a glyph stands out of the membrane and can be reached from the side. */
const HEAD = { mid: 14, near: 8 } as const;

/** The stretch of a side on which ports may lie: x for top and bottom, y for left and right. */
export function portRange(part: Part, node: LayoutNode, side: Side): readonly [number, number] {
  const { across, upright } = insets(part, node);
  const { left, right, top, bottom } = part.box;
  const outer = OUTER[node.facing ?? 'up'];
  if (part.kind === 'glyph' && side !== outer) {
    const head = HEAD[node.tier];
    if (outer === 'top') return [top + 4, top + head];
    if (outer === 'bottom') return [bottom - head, bottom - 4];
    return outer === 'left' ? [left + 4, left + head] : [right - head, right - 4];
  }
  return side === 'top' || side === 'bottom' ? [left + across, right - across] : [top + upright, bottom - upright];
}

type Meeting = 'glyph' | 'plate' | null;

function meeting(node: LayoutNode, other: LayoutNode, compartments: readonly LayoutCompartment[]): Meeting {
  if (node.form !== 'membrane') return null;
  if (other.form === 'membrane' && other.compartment === node.compartment) return 'plate';
  const cell = compartments.find((compartment) => compartment.id === node.compartment);
  return cell !== undefined && inside([other.x, other.y], cell.outline) ? 'plate' : 'glyph';
}

/**
 * Which part of its source and of its target an edge meets, for those that sit in a membrane: the outer end when the other node is
 * outside the cell, the plate when that node is inside or in the same membrane. A ligand binds outside, a second messenger acts
 * inside, and a protein is made inside whatever caused it.
 */
export function meetingParts(
  source: LayoutNode,
  target: LayoutNode,
  effect: Effect,
  compartments: readonly LayoutCompartment[],
): { readonly source: Meeting; readonly target: Meeting } {
  const made = effect === 'expresses' && target.form === 'membrane';
  return { source: meeting(source, target, compartments), target: made ? 'plate' : meeting(target, source, compartments) };
}

/** The point of a part's border that is met when one comes along the lane `at` (x or y) towards `side`. */
export function borderPoint(part: Part, side: Side, at: number): Point {
  const { left, right, top, bottom } = part.box;
  const { radius } = part;
  if (side === 'top' || side === 'bottom') {
    const over = Math.max(left + radius - at, at - (right - radius), 0);
    const sink = over > 0 ? radius - Math.sqrt(Math.max(0, radius * radius - over * over)) : 0;
    return [at, side === 'top' ? top + sink : bottom - sink];
  }
  const over = Math.max(top + radius - at, at - (bottom - radius), 0);
  const sink = over > 0 ? radius - Math.sqrt(Math.max(0, radius * radius - over * over)) : 0;
  return [side === 'left' ? left + sink : right - sink, at];
}
