/**
 * Where everything of the synapse plate stands (ART-DIRECTION 7.6), drawn nm. The cut face is z = 0 and the section lies between 0
 * and −72; x to the right, y up, from the spine to the terminal.
 */
import { Random } from '../random';
import { inside, spline, steps } from '../outline';
import type { Vec2, Vec3 } from '../vector';

/** Depth of the section. */
export const DEPTH = 72;
/** Mid-planes of the presynaptic and the postsynaptic membrane. */
export const PRE = 26;
export const POST = -14;
/** Receptors are drawn this much larger than they are. */
export const RECEPTOR_SCALE = 1.68;
/** Half the distance between the two rows of heads, and the radius of a head: plasma membrane, vesicle. */
export const PLASMA = { half: 2.6, head: 1.42 } as const;
export const VESICLE = { half: 1.9, head: 1.36, radius: 19 } as const;
/** What the widest frame shows: names of things and beads of membranes stay within it. */
export const FRAME = { x: 158, low: -100, high: 105 } as const;
export const BEADS = { x: 216, low: -132, high: 138 } as const;

/** The open fusion pore: throat and fillet radius of the stalk, distance of its foot from the axis. */
const [throat, fillet] = [6.5, 5];
const foot = throat + fillet;
export const FUSION = { x: 6, throat, fillet, foot, y: PRE + fillet + Math.sqrt((VESICLE.radius + fillet) ** 2 - foot ** 2) } as const;

/** Mid-line of stalk and fused vesicle as [distance from the axis, height], from the plasma membrane to the top. */
export function fusedProfile(): Vec2[] {
  const meets = Math.atan2(FUSION.y - PRE - fillet, -foot);
  const out: Vec2[] = [];
  const start = 1.5 * Math.PI;
  for (let i = 0; i <= 24; i++) {
    const a = start + ((meets - start) * i) / 24;
    out.push([foot + fillet * Math.cos(a), PRE + fillet + fillet * Math.sin(a)]);
  }
  const low = meets - Math.PI;
  for (let i = 1; i <= 60; i++) {
    const a = low + ((Math.PI / 2 - low) * i) / 60;
    out.push([Math.max(0, VESICLE.radius * Math.cos(a)), FUSION.y + VESICLE.radius * Math.sin(a)]);
  }
  return out;
}

/** How much of a vesicle the membrane is at a place on the terminal's cut: 0 plasma membrane, 1 vesicle, rising along the stalk. */
export function vesicleShare(x: number, y: number): number {
  if (Math.hypot(x - FUSION.x, y - FUSION.y) < VESICLE.radius + 4 && y > PRE + 9) return 1;
  return Math.abs(x - FUSION.x) < foot ? Math.min(1, Math.max(0, (y - PRE) / 9.4)) : 0;
}

const leftWall = spline([
  [-300, 330],
  [-214, 190],
  [-168, 118],
  [-143, 92],
  [-124, 62],
  [-112, 40],
  [-98, 28.5],
  [-84, PRE],
]);
const rightWall = spline([
  [84, PRE],
  [99, 28.5],
  [112, 44],
  [122, 70],
  [138, 98],
  [160, 124],
  [204, 192],
  [290, 330],
]);

/** The terminal's membrane behind the fusing vesicle, from left to right. */
export const TERMINAL: readonly Vec2[] = [...leftWall, ...rightWall];

/** The terminal's membrane in the cut: it runs up the stalk, around the fused vesicle and down again. */
export const TERMINAL_CUT: readonly Vec2[] = [
  ...leftWall,
  ...fusedProfile().map(([r, y]): Vec2 => [FUSION.x - r, y]),
  ...fusedProfile()
    .toReversed()
    .slice(1)
    .map(([r, y]): Vec2 => [FUSION.x + r, y]),
  ...rightWall,
];

export const SPINE: readonly Vec2[] = [
  ...spline([
    [-50, -330],
    [-44, -210],
    [-40, -150],
    [-37, -112],
    [-40, -92],
    [-58, -76],
    [-92, -66],
    [-114, -50],
    [-118, -34],
    [-108, -20.5],
    [-92, POST],
  ]),
  ...spline([
    [90, POST],
    [108, -21],
    [118, -36],
    [113, -52],
    [92, -67],
    [60, -77],
    [42, -92],
    [38, -112],
    [42, -150],
    [46, -210],
    [52, -330],
  ]),
];

export const ASTRO_RIGHT: readonly Vec2[] = spline([
  [500, 262],
  [300, 150],
  [230, 108],
  [190, 84],
  [162, 66],
  [142, 40],
  [126, 22],
  [118, 5],
  [124, -12],
  [140, -34],
  [158, -62],
  [192, -84],
  [240, -112],
  [300, -150],
  [500, -270],
]);

export const ASTRO_LEFT: readonly Vec2[] = spline([
  [-500, 196],
  [-300, 96],
  [-240, 60],
  [-196, 40],
  [-164, 26],
  [-140, 10],
  [-128, -4],
  [-136, -22],
  [-154, -44],
  [-170, -74],
  [-200, -96],
  [-250, -124],
  [-300, -150],
  [-500, -262],
]);

/** The insides of the compartments as polygons. */
export const INSIDE = {
  bouton: [...TERMINAL, [290, 500], [-300, 500]],
  spine: SPINE,
  astrocyteRight: ASTRO_RIGHT,
  astrocyteLeft: ASTRO_LEFT,
} as const satisfies Record<string, readonly Vec2[]>;

/** The dense band under the postsynaptic membrane. */
export const DENSITY: readonly Vec2[] = [
  [-90, POST - 4],
  [91, POST - 4],
  [88, POST - 22],
  [76, POST - 31],
  [-74, POST - 31],
  [-86, POST - 22],
];

export interface Receptor {
  readonly kind: 'nmda' | 'ampa';
  readonly x: number;
  readonly z: number;
  /** Front row: the two subunits before the cut are left out. */
  readonly cut: boolean;
  readonly turn: number;
}

const FRONT: readonly (readonly [number, 'nmda' | 'ampa'])[] = [
  [-80, 'ampa'],
  [-50, 'nmda'],
  [-20, 'ampa'],
  [10, 'nmda'],
  [41, 'nmda'],
  [72, 'ampa'],
];
/** Columns of NMDA receptors in each row behind: they cluster toward the middle. */
const NMDA_BEHIND: readonly (readonly number[])[] = [[1, 3], [2], [0, 3], [2], [1, 4], [3]];

/** Six of them a row, 30 nm apart, rows staggered by half of that. */
export function receptors(): Receptor[] {
  const random = new Random(77);
  const out: Receptor[] = FRONT.map(([x, kind]) => ({ kind, x, z: -0.5, cut: true, turn: 0 }));
  NMDA_BEHIND.forEach((columns, i) => {
    const row = i + 1;
    for (let column = 0; column < 6; column++) {
      const x = -80 + 30 * column + (row % 2 === 1 ? 15 : 0) + random.between(-1.5, 1.5);
      const turn = random.between(-0.14, 0.14) + (random.next() < 0.5 ? Math.PI : 0);
      out.push({ kind: columns.includes(column) ? 'nmda' : 'ampa', x, z: -0.5 - 10.6 * row + random.between(-0.6, 0.6), cut: false, turn });
    }
  });
  return out;
}

/** Metabotropic receptors at the flanks of the density. */
export const MGLUR: readonly { readonly at: Vec3; readonly lean: number }[] = [
  { at: [-101, POST - 3, -8], lean: 0.28 },
  { at: [101, POST - 3, -9], lean: -0.28 },
  { at: [-103, POST - 4, -40], lean: 0.3 },
  { at: [103, POST - 4, -44], lean: -0.3 },
];

/** Calcium channels of the active zone: x and z. */
export const CHANNELS: readonly Vec2[] = [
  [-86, -3],
  [-38, -3],
  [-20, -3],
  [34, -3],
  [84, -3],
  [-29, -20],
  [46, -18],
];

/** Cut vesicles besides the fusing one; the first two are docked. */
export const CUT_VESICLES: readonly Vec3[] = [
  [-62, PRE + 26.4, -0.5],
  [69, PRE + 26.4, -0.5],
  [-36, PRE + 70, -0.5],
  [98, PRE + 74, -0.5],
  [-105, PRE + 62, -0.5],
];

/** The fusing vesicle before it fuses: docked like the others. */
export const RESTING: Vec3 = [FUSION.x, PRE + 26.4, -0.5];

/** Whole vesicles behind the cut. Those that would leave the terminal are not drawn. */
export const WHOLE_VESICLES: readonly Vec3[] = (
  [
    [-29, PRE + 28, -30],
    [-92, PRE + 29, -36],
    [38, PRE + 27, -29],
    [96, PRE + 38, -34],
    [-68, PRE + 63, -32],
    [8, PRE + 68, -30],
    [49, PRE + 66, -27],
    [84, PRE + 62, -50],
    [-8, PRE + 104, -40],
    [58, PRE + 104, -26],
    [-124, PRE + 92, -34],
    [24, PRE + 96, -50],
    [-74, PRE + 100, -40],
    [118, PRE + 96, -40],
    [-60, PRE + 36, -50],
    [12, PRE + 34, -51],
    [128, PRE + 128, -28],
    [-36, PRE + 78, -50],
  ] as const
).filter(([x, y]) => inside(INSIDE.bouton, x, y));

/** CaMKII in the spine. */
export const KINASES: readonly Vec3[] = [
  [-62, -60, -5],
  [54, -59, -6],
  [-3, -71, -10],
];

/** Actin filaments: ends in the plane, and depth. */
export const ACTIN: readonly { readonly from: Vec2; readonly to: Vec2; readonly z: number }[] = [
  { from: [-30, -47], to: [-9, -150], z: -5 },
  { from: [25, -47], to: [13, -150], z: -8 },
  { from: [-74, -47], to: [-18, -150], z: -16 },
  { from: [72, -47], to: [20, -150], z: -16 },
  { from: [-6, -50], to: [62, -70], z: -24 },
  { from: [-12, -58], to: [-78, -52], z: -27 },
];

export interface TransporterPlace {
  readonly at: Vec3;
  /** Unit vector out of the astrocyte, in the plane of the cut. */
  readonly out: Vec2;
  /** In the front row, whose lobe before the cut is left out. */
  readonly cut: boolean;
}

/** Transporters along both astrocyte membranes where they face terminal, spine and cleft, in three rows. */
export function transporterPlaces(): TransporterPlace[] {
  return [ASTRO_LEFT, ASTRO_RIGHT].flatMap((line) => {
    const polygon = line === ASTRO_LEFT ? INSIDE.astrocyteLeft : INSIDE.astrocyteRight;
    const along = steps(line, 21, 8).filter(({ x, y }) => Math.abs(x) < 176 && y > -88 && y < 86);
    return [-0.6, -24, -46].flatMap((z) =>
      along.map(({ x, y, nx, ny }): TransporterPlace => {
        const sign = inside(polygon, x + nx * 6, y + ny * 6) ? -1 : 1;
        return { at: [x, y, z], out: [nx * sign, ny * sign], cut: z > -9 };
      }),
    );
  });
}
