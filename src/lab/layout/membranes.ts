/** Distance and direction of membranes: edges cross them at right angles and never run along them. */
import { roundedOutline } from '../../model/layout';
import type { LayoutCompartment, Point } from '../../model/schema';

export interface MembranePiece {
  readonly a: Point;
  readonly b: Point;
  readonly compartment: LayoutCompartment;
}

/** Half width of a drawn bilayer, and of a nuclear envelope. */
export const MEMBRANE_HALF = 8;
/** Half width of a pore in an envelope. */
export const PORE_HALF = 10;

export function membranePieces(compartments: readonly LayoutCompartment[]): MembranePiece[] {
  const pieces: MembranePiece[] = [];
  for (const compartment of compartments) {
    if (compartment.membrane === 'none') continue;
    const path = roundedOutline(compartment.outline, compartment.radius);
    path.forEach((a, i) => {
      const b = path[(i + 1) % path.length];
      if (b !== undefined && (a[0] !== b[0] || a[1] !== b[1])) pieces.push({ a, b, compartment });
    });
  }
  return pieces;
}

/** Distance from a point to a straight piece, and the nearest place on it. */
export function nearest([x, y]: Point, a: Point, b: Point): { distance: number; at: Point } {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - a[0]) * dx + (y - a[1]) * dy) / length));
  const at: Point = [a[0] + t * dx, a[1] + t * dy];
  return { distance: Math.hypot(x - at[0], y - at[1]), at };
}

/** How an edge may pass near a piece: along its normal only, and through an envelope only at a pore. */
export function passage(piece: MembranePiece, at: Point): 'horizontal' | 'vertical' | 'none' {
  const along = [Math.abs(piece.b[0] - piece.a[0]), Math.abs(piece.b[1] - piece.a[1])] as const;
  const length = Math.hypot(along[0], along[1]);
  const slant = 0.3;
  if (piece.compartment.membrane === 'envelope') {
    const open = piece.compartment.pores.some(([px, py]) => Math.hypot(px - at[0], py - at[1]) < PORE_HALF - 4);
    if (!open) return 'none';
  }
  if (along[1] / length < slant) return 'vertical';
  if (along[0] / length < slant) return 'horizontal';
  return 'none';
}

/** Every pore with the direction in which it is passed; pores on a bend of the envelope are left out. */
export function porePassages(
  compartments: readonly LayoutCompartment[],
): { compartment: LayoutCompartment; at: Point; way: 'horizontal' | 'vertical' }[] {
  return compartments.flatMap((compartment) =>
    compartment.pores.flatMap((at) => {
      const pieces = membranePieces([compartment]).map((piece) => ({ piece, distance: nearest(at, piece.a, piece.b).distance }));
      const closest = pieces.reduce((best, one) => (one.distance < best.distance ? one : best), {
        piece: pieces[0]?.piece,
        distance: Infinity,
      });
      const way = closest.piece === undefined ? 'none' : passage(closest.piece, at);
      return way === 'none' ? [] : [{ compartment, at, way }];
    }),
  );
}

/** True for a point inside a closed run of points. */
export function inside([x, y]: Point, outline: readonly Point[]): boolean {
  let within = false;
  outline.forEach((a, i) => {
    const b = outline[(i + 1) % outline.length];
    if (b === undefined) return;
    if (a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]) within = !within;
  });
  return within;
}
