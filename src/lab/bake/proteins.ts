/**
 * Shapes of proteins (ART-DIRECTION 6), nm at true size. Membrane proteins: y up out of the cell, membrane mid-plane y = 0, pore on
 * the y axis. Subunits are built in one quadrant; the others are the same meshes turned by half a turn.
 */
import { ball, bumped, capsule, ellipsoid, joined, type Field } from './field';
import { placed, reach, type Mesh } from './mesh';
import { Random } from './random';
import { meshOf } from './surface-nets';
import { NO_TURN, type Vec3 } from './vector';

interface Lobe {
  readonly at: Vec3;
  readonly r: number;
}
interface SubunitPlan {
  /** Lower and upper lobe of the binding domain, then of the amino-terminal domain. */
  readonly lobes: readonly [Lobe, Lobe, Lobe, Lobe];
  /** Tops and feet of M3 (the gate) and M1, then M4, all in the quadrant x, z > 0. */
  readonly m3: readonly [Vec3, Vec3];
  readonly m1: readonly [Vec3, Vec3];
  readonly m4: readonly [Vec3, Vec3];
  readonly width: number;
}

const lobe = (x: number, y: number, z: number, r: number): Lobe => ({ at: [x, y, z], r });

export const SUBUNITS: Readonly<Record<'nmda' | 'ampa', SubunitPlan>> = {
  nmda: {
    lobes: [lobe(1.95, 4.5, 1.75, 1.75), lobe(2.75, 6.7, 1.85, 1.95), lobe(2.75, 9.4, 1.75, 2.1), lobe(2.1, 12, 1.75, 2.15)],
    m3: [
      [0.85, 2.4, 0.85],
      [1.5, -2.6, 1.4],
    ],
    m1: [
      [2.35, 2.5, 1.2],
      [2.55, -2.6, 1.2],
    ],
    m4: [
      [2.7, 2.5, 2.2],
      [2.7, -2.8, 2.2],
    ],
    width: 5.6,
  },
  ampa: {
    lobes: [lobe(1.75, 4.3, 1.7, 1.6), lobe(2.2, 6.3, 1.8, 1.7), lobe(3.7, 9.5, 1.55, 1.7), lobe(5.9, 11.8, 1.6, 1.95)],
    m3: [
      [0.85, 2.4, 0.85],
      [1.4, -2.6, 1.35],
    ],
    m1: [
      [2.2, 2.5, 1.1],
      [2.4, -2.6, 1.1],
    ],
    m4: [
      [2.4, 2.5, 2.1],
      [2.4, -2.8, 2.1],
    ],
    width: 8.6,
  },
};

/** One subunit of a receptor on the side `sx` (1 or −1) of the pore, in the half z > 0, with at most `most` triangles. */
export function subunit(kind: 'nmda' | 'ampa', sx: 1 | -1, most: number): Mesh {
  const plan = SUBUNITS[kind];
  const [d2, d1, r2, r1] = plan.lobes;
  const seed = kind === 'nmda' ? 3 : 11;
  const mirrored: Field = (x, y, z) => {
    const part = ({ at, r }: Lobe, high: number, deep: number): number => ellipsoid(x, y, z, at, [r, r * high, r * deep]);
    let d = joined(part(d2, 0.86, 0.95), part(d1, 0.82, 0.95), 0.35);
    d = joined(d, joined(part(r2, 0.86, 0.9), part(r1, 0.86, 0.92), 0.5), 0.3);
    d = joined(d, capsule(x, y, z, [d1.at[0], d1.at[1] + 0.6, d1.at[2]], [r2.at[0], r2.at[1] - 0.8, r2.at[2]], 0.6), 0.5);
    d = joined(d, capsule(x, y, z, [d2.at[0], d2.at[1] - 1, d2.at[2]], plan.m3[0], 0.5), 0.5);
    d = joined(d, capsule(x, y, z, [d2.at[0] + 0.3, d2.at[1] - 1, d2.at[2]], plan.m1[0], 0.42), 0.4);
    d = bumped(d, x, y, z, 1.25, 0.24, seed);
    let legs = Math.min(capsule(x, y, z, ...plan.m3, 0.66), capsule(x, y, z, ...plan.m1, 0.66), capsule(x, y, z, ...plan.m4, 0.64));
    legs = Math.min(legs, capsule(x, y, z, [2, -2.4, 2], [0.95, -0.35, 0.95], 0.45));
    d = joined(d, legs, 0.22);
    const [fx, fy, fz] = plan.m4[1];
    const knots: readonly Vec3[] = [
      [fx, fy, fz],
      [fx + 0.3, fy - 1.5, fz - 0.6],
      [fx - 0.9, fy - 2.6, fz],
      [fx + 0.1, fy - 4, fz - 0.5],
    ];
    for (const [i, to] of knots.entries()) {
      const from = knots[i - 1];
      if (from !== undefined) d = joined(d, capsule(x, y, z, from, to, 0.48), 0.25);
    }
    return d;
  };
  const field: Field = (x, y, z) => mirrored(x * sx, y, z);
  const low: Vec3 = [sx > 0 ? -0.8 : -plan.width - 0.6, -8, -0.8];
  return meshOf(field, low, [sx > 0 ? plan.width + 0.6 : 0.8, 15, 5], 0.42, most);
}

/** One half of the metabotropic receptor: a flytrap on a stalk on a barrel of seven helices. */
export function mglurHalf(side: 1 | -1, most: number): Mesh {
  const mirrored: Field = (x, y, z) => {
    let d = joined(ellipsoid(x, y, z, [1.5, 11.2, 0], [1.9, 1.7, 1.8]), ellipsoid(x, y, z, [2.6, 8.4, 0], [1.8, 1.5, 1.7]), 0.4);
    d = bumped(joined(d, capsule(x, y, z, [2.2, 7.2, 0], [1.9, 3.2, 0], 0.85), 0.5), x, y, z, 1.25, 0.24, 21);
    for (let i = 0; i < 7; i++) {
      const a = (i / 7) * 2 * Math.PI;
      const top: Vec3 = [2 + Math.cos(a) * 1.15, 2.7, Math.sin(a) * 1.15];
      const foot: Vec3 = [2 + Math.cos(a + 0.25) * 1.15, -2.8, Math.sin(a + 0.25) * 1.15];
      d = joined(d, capsule(x, y, z, top, foot, 0.52), 0.15);
    }
    return joined(d, capsule(x, y, z, [2.4, -2.6, 0], [3.2, -5, 0], 0.5), 0.3);
  };
  const field: Field = (x, y, z) => mirrored(x * side, y, z);
  return meshOf(field, side > 0 ? [-0.9, -6, -3] : [-5.4, -6, -3], side > 0 ? [5.4, 13.8, 3] : [0.9, 13.8, 3], 0.38, most);
}

/** One lobe of the transporter; three of them, a third of a turn apart, hold a wide bowl open to the outside. */
export function transporterLobe(which: number, most: number): Mesh {
  const a = (which / 3) * 2 * Math.PI + 0.4;
  const [cx, cz] = [Math.cos(a) * 2, Math.sin(a) * 2];
  const field: Field = (x, y, z) => {
    let d = ellipsoid(x, y, z, [cx, 0.1, cz], [2.85, 3.6, 2.85]);
    // A narrow seam to each neighbour: the lobe ends before the sector's border.
    const turn = Math.atan2(z, x) - a;
    const off = Math.abs(Math.atan2(Math.sin(turn), Math.cos(turn)));
    if (off > 0.6) d = Math.max(d, (off - Math.PI / 3) * Math.hypot(x, z) + 0.08);
    d = bumped(d, x, y, z, 1.3, 0.2, 31);
    return Math.max(d, -ellipsoid(x, y, z, [0, 4.5, 0], [3.1, 5.4, 3.1]));
  };
  return meshOf(field, [cx - 3.4, -4.4, cz - 3.4], [cx + 3.4, 4.4, cz + 3.4], 0.34, most);
}

/** One side (`sx` 1 or −1) of a transporter cut open through its axis: the section shows the bowl as a deep U. */
export function transporterSide(sx: 1 | -1, most: number): Mesh {
  const field: Field = (x, y, z) => {
    let d = joined(ellipsoid(x, y, z, [1.85, 0.1, -0.9], [2.9, 3.7, 2.9]), ellipsoid(x, y, z, [-1.85, 0.1, -0.9], [2.9, 3.7, 2.9]), 0.3);
    d = bumped(d, x, y, z, 1.6, 0.16, 31);
    return Math.max(d, z, 0.05 - x * sx, -ellipsoid(x, y, z, [0, 4.4, 0], [2.9, 6.1, 3]));
  };
  return meshOf(field, [sx > 0 ? -0.6 : -5.6, -4.6, -4.6], [sx > 0 ? 5.6 : 0.6, 4.8, 0.7], 0.32, most);
}

/** One of four upright lobes of the calcium channel, waisted at the membrane; the pore is a slit between them. */
export function channelLobe(most: number): Mesh {
  const field: Field = (x, y, z) => {
    let d = joined(ellipsoid(x, y, z, [2.05, 2.7, 2.05], [2.1, 2.4, 2.1]), ellipsoid(x, y, z, [1.95, -2.9, 1.95], [2, 2.5, 2]), 0.5);
    d = joined(d, capsule(x, y, z, [1.6, 2, 1.6], [1.6, -2, 1.6], 1.25), 0.6);
    d = Math.max(d, 0.14 - x, 0.14 - z);
    return bumped(d, x, y, z, 1.4, 0.2, 17);
  };
  return meshOf(field, [-0.6, -6, -0.6], [4.8, 6, 4.8], 0.36, most);
}

/** CaMKII: a hub with two rings of six heads. Axis z. */
export function camkii(most: number): Mesh {
  const field: Field = (x, y, z) => {
    let d = ellipsoid(x, y, z, [0, 0, 0], [3.4, 3.4, 2.2]);
    for (let i = 0; i < 12; i++) {
      const back = i % 2;
      const a = (Math.floor(i / 2) * Math.PI) / 3 + back * 0.12;
      const depth = back === 1 ? 1.9 : -1.9;
      const head: Vec3 = [Math.cos(a) * 6.6, Math.sin(a) * 6.6, depth];
      d = joined(d, ball(x, y, z, head, 1.85), 0.3);
      const [x0, y0] = [Math.cos(a) * 2.8, Math.sin(a) * 2.8];
      d = joined(d, capsule(x, y, z, [x0, y0, depth * 0.5], [Math.cos(a) * 5.4, Math.sin(a) * 5.4, depth], 0.55), 0.3);
    }
    return bumped(d, x, y, z, 1.4, 0.22, 51);
  };
  return meshOf(field, [-9.2, -9.2, -4.8], [9.2, 9.2, 4.8], 0.42, most);
}

/** A ring of six: glutamine synthetase of the astrocyte. Axis z. */
export function ringOfSix(most: number): Mesh {
  const field: Field = (x, y, z) => {
    let d = Infinity;
    for (let i = 0; i < 6; i++) {
      const a = (i * Math.PI) / 3;
      d = joined(d, ellipsoid(x, y, z, [Math.cos(a) * 4, Math.sin(a) * 4, 0], [2.1, 2.1, 2.6]), 0.25);
    }
    return bumped(d, x, y, z, 1.4, 0.2, 61);
  };
  return meshOf(field, [-7, -7, -3.6], [7, 7, 3.6], 0.5, most);
}

/** A body of the crowd: two to four balls flowed together, reaching exactly 1 from its centre. */
export function crowdBody(seed: number, most: number): Mesh {
  const random = new Random(seed);
  const parts = Array.from({ length: 2 + Math.floor(random.next() * 3) }, (): Lobe => {
    const at: Vec3 = [random.between(-0.55, 0.55), random.between(-0.5, 0.5), random.between(-0.45, 0.45)];
    return lobe(...at, random.between(0.55, 0.9));
  });
  const field: Field = (x, y, z) => {
    let d = Infinity;
    for (const { at, r } of parts) d = joined(d, ball(x, y, z, at, r), 0.3);
    return bumped(d, x, y, z, 0.7, 0.12, seed);
  };
  const mesh = meshOf(field, [-1.9, -1.9, -1.9], [1.9, 1.9, 1.9], 0.13, most);
  return placed(mesh, 1 / reach(mesh), NO_TURN, [0, 0, 0]);
}
