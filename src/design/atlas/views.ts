/** From where the brain is seen: axes of the picture in MNI space, parallel projection. Points of the picture are mm, y down. */

export type FixedView = 'midsagittal' | 'lateral' | 'frontal';
export type BrainView = FixedView | 'orbit';
export const FIXED_VIEWS: readonly FixedView[] = ['midsagittal', 'lateral', 'frontal'];

type Triple = readonly [number, number, number];

/** Unit vectors: to the right of the picture, up, and from the brain to the viewer. */
export interface Axes {
  readonly right: Triple;
  readonly up: Triple;
  readonly back: Triple;
}

/** Turn of the free view, degrees: yaw 0 sees the left side, yaw 90 the front, pitch is how far from above. */
export interface Orbit {
  readonly yaw: number;
  readonly pitch: number;
}

const FIXED: Readonly<Record<FixedView, Axes>> = {
  // The left half from the midline: front to the right.
  midsagittal: { right: [0, 1, 0], up: [0, 0, 1], back: [1, 0, 0] },
  // The left half from outside: front to the left.
  lateral: { right: [0, -1, 0], up: [0, 0, 1], back: [-1, 0, 0] },
  // Face to face: the person's left is on the right of the picture.
  frontal: { right: [-1, 0, 0], up: [0, 0, 1], back: [0, 1, 0] },
};

/** Where the picture is centred, mm: the middle of the brain's box. */
export const CENTRE: Triple = [0, -17, 4];
/** The brain with a margin fits into this, mm of the picture. */
export const EXTENT: Readonly<Record<BrainView, { readonly width: number; readonly height: number }>> = {
  midsagittal: { width: 190, height: 164 },
  lateral: { width: 190, height: 164 },
  frontal: { width: 156, height: 164 },
  orbit: { width: 194, height: 176 },
};

export const PITCH_LIMITS = [-30, 60] as const;
/** How the free view begins: from the front and the left, a little from above. */
export const FIRST_ORBIT: Orbit = { yaw: 40, pitch: 12 };

/** The turn inside its limits: yaw goes round, pitch stops. */
export function limitedOrbit({ yaw, pitch }: Orbit): Orbit {
  return { yaw: ((((yaw + 180) % 360) + 360) % 360) - 180, pitch: Math.min(PITCH_LIMITS[1], Math.max(PITCH_LIMITS[0], pitch)) };
}

export function axesOf(view: BrainView, orbit: Orbit): Axes {
  if (view !== 'orbit') return FIXED[view];
  const [yaw, pitch] = [(orbit.yaw * Math.PI) / 180, (orbit.pitch * Math.PI) / 180];
  const [cy, sy, cp, sp] = [Math.cos(yaw), Math.sin(yaw), Math.cos(pitch), Math.sin(pitch)];
  return { right: [-sy, -cy, 0], up: [cy * sp, -sy * sp, cp], back: [-cy * cp, sy * cp, sp] };
}

/** A place of MNI space in the picture: mm from its middle, x to the right, y down, and how near it is, mm. */
export function project({ right, up, back }: Axes, x: number, y: number, z: number): [number, number, number] {
  const [dx, dy, dz] = [x - CENTRE[0], y - CENTRE[1], z - CENTRE[2]];
  const along = (axis: Triple): number => axis[0] * dx + axis[1] * dy + axis[2] * dz;
  return [along(right), -along(up), along(back)];
}
