/**
 * The space that glutamate diffuses in, in nm. The axis of the synapse is z; z = 0 is the spine's membrane with the
 * postsynaptic density (PSD), z = cleftHeight is the bouton's membrane.
 *
 *            bouton (solid)            ring
 *   z = h ---------------------------+      |
 *            cleft, r < contactRadius       | astrocyte wall at r = contactRadius + ringGap
 *   z = 0 ---------------------------+      |
 *            spine head (solid)             |
 *
 * The cleft is a disc of height h. Past its edge lies the extracellular ring between the synapse (bouton above,
 * spine head below, both cylinders of the contact radius) and its surroundings; the ring runs `ringHalfLength` up and
 * down from the cleft and is open at both ends, where molecules leave into the neuropil and do not come back.
 */

/** What happens at the edge of the cleft. `open`, `absorbing` and `closed` exist for comparison with analysis. */
export type Edge =
  /** The extracellular ring described above. */
  | 'ring'
  /** Molecules that reach r = contactRadius are gone (Dirichlet edge). */
  | 'absorbing'
  /** No edge: an infinite flat cleft. */
  | 'open'
  /** A reflecting cylinder: a closed box for equilibrium tests. */
  | 'closed';

/** Lengths of the synapse, nm. */
export interface Geometry {
  readonly cleftHeight: number;
  readonly contactRadius: number;
  readonly psdRadius: number;
  readonly edge: Edge;
  readonly ringGap: number;
  readonly ringHalfLength: number;
}

/**
 * Where a free molecule is. Hot loops copy these into constants of their own module: some module loaders turn every use
 * of an imported constant into a call.
 */
export const CLEFT = 0;
/** Region of a molecule: the space around the cleft. */
export const RING = 1;
/** Far from the cleft mouth in the ring: moved with longer steps (see `motion.ts`). */
export const RING_FAR = 2;
/** Bound, taken up or escaped since the last move; its slot is reused. */
export const DEAD = 255;

/** Volume of the cleft disc, nm3. */
export function cleftVolume(g: Geometry): number {
  return Math.PI * g.contactRadius * g.contactRadius * g.cleftHeight;
}

/** Volume of cleft over the PSD, nm3: where the glutamate concentration "at the receptors" is counted. */
export function psdVolume(g: Geometry): number {
  return Math.PI * g.psdRadius * g.psdRadius * g.cleftHeight;
}

/** Volume of the extracellular ring, nm3; 0 when the edge is not a ring. */
export function ringVolume(g: Geometry): number {
  if (g.edge !== 'ring') return 0;
  const outer = g.contactRadius + g.ringGap;
  return Math.PI * (outer * outer - g.contactRadius * g.contactRadius) * (2 * g.ringHalfLength + g.cleftHeight);
}

/** Area of the ring's outer wall, nm2. */
export function wallArea(g: Geometry): number {
  if (g.edge !== 'ring') return 0;
  return 2 * Math.PI * (g.contactRadius + g.ringGap) * (2 * g.ringHalfLength + g.cleftHeight);
}

/** Throws a RangeError naming the first measure that makes no sense. */
export function checkGeometry(g: Geometry): void {
  const positive: readonly (keyof Geometry)[] = ['cleftHeight', 'contactRadius', 'psdRadius'];
  for (const key of positive) {
    const value = g[key];
    if (!(typeof value === 'number' && value > 0 && Number.isFinite(value)))
      throw new RangeError(`geometry.${key} must be a positive length in nm`);
  }
  if (g.psdRadius > g.contactRadius) throw new RangeError('geometry.psdRadius must not exceed geometry.contactRadius');
  if (g.edge === 'ring' && !(g.ringGap > 0 && g.ringHalfLength > 0))
    throw new RangeError('geometry.ringGap and geometry.ringHalfLength must be positive for a ring');
}
