/**
 * Where the engine's synapse lies in the drawing.
 *
 * The engine knows a disc of cleft (x, y in the plane, z = 0 at the spine and 20 nm at the terminal) inside a ring of extracellular
 * space. The plate is a section: its cut face runs through the fusing vesicle, and what lies in front of it (engine y > 0) is left out.
 * - Sideways and in depth, distances from the axis are drawn shorter by a rule that takes the rim of the postsynaptic density (engine
 *   148 nm) to the rim of the drawn one (88 nm), the edge of the contact (220 nm) to where the drawn membranes part (106 nm) and the
 *   astrocyte's wall (260 nm) to the drawn one (118 nm); straight lines in between.
 * - Across the cleft, 20 nm are drawn 31 nm high, between the inner heads of the two membranes.
 * - In the ring, heights run along the drawn gap, which leans outwards above the cleft and below it; 70 nm of it lie in the picture.
 */
import type { Geometry } from '../../science/synapse/geometry';

export type Place = readonly [number, number, number];

/** Drawn lengths, nm: the axis of the release, depth of the section, membranes. They are those of the baked scene. */
export const DRAWN = { axis: 6, depth: 72, spine: -9.6, terminal: 21.4, density: 88, contact: 106, wall: 118, reach: 70 } as const;

/** How far the drawn gap leans outwards per nm of height, above the cleft and below it. */
const LEAN = { up: 0.62, down: 0.4 } as const;

function stretched(r: number, geometry: Geometry): number {
  const knots: readonly (readonly [number, number])[] = [
    [0, 0],
    [geometry.psdRadius, DRAWN.density],
    [geometry.contactRadius, DRAWN.contact],
    [geometry.contactRadius + Math.max(1, geometry.ringGap), DRAWN.wall],
  ];
  for (let i = 1; i < knots.length; i++) {
    const [a, b] = [knots[i - 1], knots[i]];
    if (a === undefined || b === undefined || r > b[0]) continue;
    return b[0] === a[0] ? b[1] : a[1] + ((r - a[0]) / (b[0] - a[0])) * (b[1] - a[1]);
  }
  return DRAWN.wall;
}

/** A place of the engine in the drawing, nm; null when it lies outside the section or outside the frame. */
export function drawnPlace(x: number, y: number, z: number, geometry: Geometry): Place | null {
  const r = Math.sqrt(x * x + y * y);
  const scale = r === 0 ? DRAWN.density / geometry.psdRadius : stretched(r, geometry) / r;
  const depth = y * scale;
  if (depth > 1 || depth < -DRAWN.depth) return null;
  const across = (DRAWN.terminal - DRAWN.spine) / geometry.cleftHeight;
  if (r <= geometry.contactRadius) return [DRAWN.axis + x * scale, DRAWN.spine + z * across, depth];
  const above = z - geometry.cleftHeight;
  const height = above > 0 ? DRAWN.terminal + above : z < 0 ? DRAWN.spine + z : DRAWN.spine + z * across;
  const outside = Math.max(0, above, -z);
  if (outside > DRAWN.reach) return null;
  const lean = (above > 0 ? LEAN.up : LEAN.down) * outside;
  return [DRAWN.axis + x * scale + Math.sign(x) * lean, height, depth];
}
