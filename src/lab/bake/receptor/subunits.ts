/** The two rear subunits of an ionotropic receptor in the close-up: bead-built domains, helices, strands. nm at true size. */
import type { Item, SceneBuilder } from '../builder';
import { beadsOn, helix, strand } from '../beads';
import { ball, ellipsoid, joined, type Field } from '../field';
import { placed, type Mesh } from '../mesh';
import { meshOf } from '../surface-nets';
import type { Random } from '../random';
import { fromUp, NO_TURN, subtract, type Vec3 } from '../vector';

/** Meshes of the close-up are stored larger than they are, for precision: their instances have the scale 1 / FINE. */
export const FINE = 4;
const HELIX = 5.2;
const SHORT = 2.2;
export const HELICES = { long: HELIX, short: SHORT } as const;

interface Lobe {
  readonly at: Vec3;
  readonly r: Vec3;
}

export interface Plan {
  /** Upper and lower lobe of the amino-terminal domain, then of the binding domain; right half, behind the cut. */
  readonly atd: readonly [Lobe, Lobe];
  readonly lbd: readonly [Lobe, Lobe];
  /** Mouth between the lobes of the binding domain, where the ligand sits. */
  readonly site: Vec3;
  /** How many knots of the tail are drawn. */
  readonly tail: number;
  readonly poses: readonly Pose[];
}

/**
 * A way the binding domain stands, drawn as an object of its own: a view shows one at a time, and a movement is a few of them in a row.
 */
export interface Pose {
  /** How far the lower lobe has turned toward the upper one about the hinge between them, radians. */
  readonly shut: number;
  /** How far the linkers hold the gate's helix from the pore, nm, beyond where it stands when it is shut. */
  readonly out: number;
}

/** How far the top of a gate helix goes when it swings open by the view's 0.17 rad. */
const GATE_WAY = 0.83;

export const NMDA_PLAN: Plan = {
  atd: [
    { at: [2.15, 12.15, -1.75], r: [2.1, 1.75, 1.9] },
    { at: [2.75, 9.55, -1.75], r: [2, 1.75, 1.9] },
  ],
  lbd: [
    { at: [2.7, 6.85, -1.85], r: [1.95, 1.3, 1.8] },
    { at: [2, 4.3, -1.75], r: [1.75, 1.3, 1.7] },
  ],
  site: [3.7, 5.55, -0.7],
  tail: 6,
  poses: [
    { shut: 0, out: 0 },
    { shut: 0.05, out: GATE_WAY / 2 },
    { shut: 0.1, out: GATE_WAY },
  ],
};

export const AMPA_PLAN: Plan = {
  atd: [
    { at: [5.75, 11.9, -1.7], r: [1.95, 1.7, 1.8] },
    { at: [3.75, 9.6, -1.65], r: [1.75, 1.55, 1.65] },
  ],
  lbd: [
    { at: [2.35, 6.7, -1.8], r: [1.75, 1.3, 1.65] },
    { at: [1.85, 4.25, -1.75], r: [1.6, 1.25, 1.6] },
  ],
  site: [3.3, 5.45, -0.7],
  tail: 4,
  poses: [
    { shut: -0.16, out: 0 },
    { shut: 0.02, out: 0 },
    { shut: 0.14, out: GATE_WAY / 2 },
    { shut: 0.24, out: GATE_WAY },
  ],
};

export interface Look {
  /** Where the receptor's pore axis crosses the mid-plane of the membrane. */
  readonly at: Vec3;
  /** Colour family of the shades of each half, left and right, such as "nmda". */
  readonly colours: readonly [string, string];
  /** Prefix of the batches. */
  readonly group: string;
  /** Object of each part of the left and the right half. */
  readonly parts: readonly [Parts, Parts];
}

/** Ids of the objects that the pieces of a half belong to. */
export interface Parts {
  readonly atd: number;
  /** One a pose. */
  readonly lbd: readonly number[];
  readonly gate: number;
  readonly loop: number;
  readonly helices: number;
  readonly tail: number;
}

export const look = { detail: 'diagram', ground: 'ground-extracellular', fog: [0, 30] } as const;

/** Adds both rear halves. Meshes "helix-long" and "helix-short" must exist. */
export function addHalves(builder: SceneBuilder, plan: Plan, { at, colours, group, parts }: Look, random: Random): void {
  const beads: Item[] = [];
  const rods: Record<'helices' | 'loop', Item[]> = { helices: [], loop: [] };
  for (const side of [0, 1] as const) {
    const sign = side === 0 ? -1 : 1;
    const own = parts[side];
    const place = ([x, y, z]: Vec3): Vec3 => [at[0] + x * sign, at[1] + y, at[2] + z];
    const shade = (domain: string): string => `shade-${colours[side]}-${domain}-${1 + Math.floor(random.next() * 3)}`;
    const bead = (where: Vec3, scale: number, domain: string, id: number, outline = 1): void => {
      beads.push({ at: place(where), scale, colour: shade(domain), outline, fog: 0.1, id });
    };
    const thread = (knots: readonly Vec3[], r: number, domain: string, object: number): void => {
      const id = builder.line(object);
      for (const where of strand(knots, r * 1.25)) bead(where, r, domain, id);
    };
    const body = (domain: 'atd' | 'lbd', field: Field, object: number, name: string): void => {
      const id = builder.line(object);
      const [upper, lower] = plan[domain];
      const low: Vec3 = [Math.min(upper.at[0], lower.at[0]) - 2.3, lower.at[1] - 1.9, -4];
      const high: Vec3 = [Math.max(upper.at[0], lower.at[0]) + 2.5, upper.at[1] + 1.9, 0.7];
      for (const where of beadsOn(field, low, high, 0.62, 0.3, random)) bead(where, 0.62 * random.between(0.68, 0.8), domain, id);
      builder.mesh(name, solid(field, sign, low, high));
      builder.batch(`${group}:${domain}-core:${name}`, { ...look, mesh: name }, [
        { at, scale: 1 / FINE, colour: `shade-${colours[side]}-${domain}-1`, outline: 0, fog: 0.1, id },
      ]);
    };
    body('atd', aminoField(plan), own.atd, `${group}-atd-${side + 1}`);
    plan.poses.forEach((pose, k) => {
      const object = own.lbd[k] ?? own.atd;
      body('lbd', bindingField(plan, pose.shut), object, `${group}-lbd-${k}-${side + 1}`);
      const at = (x: number, y: number, z: number): Vec3 => turned([x, y, z], hinge(plan), pose.shut);
      const foot = plan.lbd[1].at[0];
      thread([at(foot - 0.3, 3.4, -0.9), [1.15 + pose.out * 0.8, 3.1, -0.9], [0.72 + pose.out, 2.7, -0.92]], 0.34, 'tm', object);
      thread([at(foot + 0.6, 3.4, -0.9), [2.75, 3, -0.9], [2.55, 2.5, -1]], 0.34, 'tm', object);
    });
    const [, lowAtd] = plan.atd;
    const [highLbd] = plan.lbd;
    const [ax, ay] = lowAtd.at;
    const link: readonly Vec3[] = [
      [ax + 0.1, ay - 1.2, -0.8],
      [(ax + highLbd.at[0]) / 2 + 0.3, (ay - 1.5 + highLbd.at[1] + 1.1) / 2, -0.6],
      [highLbd.at[0] + 0.1, highLbd.at[1] + 0.8, -0.6],
    ];
    thread(link, 0.36, 'atd', own.atd);
    thread(
      [
        [highLbd.at[0] + 0.5, 7, -2.6],
        [4.15, 5, -2.6],
        [3.85, 2.5, -2],
      ],
      0.32,
      'tm',
      own.helices,
    );
    const rod = (kind: keyof typeof rods, from: Vec3, to: Vec3, long: number, colour: string): void => {
      const [a, b] = [place(from), place(to)];
      const span = Math.hypot(...subtract(b, a));
      const turn = fromUp(subtract(b, a));
      rods[kind].push({ at: a, scale: span / long / FINE, turn, colour, outline: 1, fog: 0.03, id: builder.line(own[kind]) });
    };
    const tone = (domain: string, n: number): string => `shade-${colours[side]}-${domain}-${n}`;
    rod('helices', [3, -2.6, -1.15], [2.6, 2.6, -1.15], HELIX, tone('tm', 3));
    const bar = gate(sign);
    builder.mesh(`${group}-gate-${side + 1}`, bar);
    builder.batch(`${group}:gate:${side + 1}`, { ...look, mesh: `${group}-gate-${side + 1}` }, [
      { at: place([0, GATE_PIVOT, 0]), scale: 1 / FINE, colour: tone('tm', 2), outline: 1, fog: 0.03, id: builder.line(own.gate) },
    ]);
    rod('helices', [4, -2.8, -2], [3.75, 2.75, -2], HELIX, tone('tm', 1));
    rod('loop', [2.15, -2.55, -0.35], [1.12, -0.75, -0.15], SHORT, tone('loop', 1));
    thread(
      [
        [1.12, -0.65, -0.1],
        [0.76, -0.78, 0],
        [0.68, -1.2, 0.05],
        [0.9, -1.75, 0.05],
        [1.1, -2.4, 0],
      ],
      0.24,
      'loop',
      own.loop,
    );
    const down: readonly Vec3[] = [
      [4, -2.9, -2],
      [3.5, -3.8, -1.4],
      [2.6, -4.5, -0.8],
      [3.4, -5.4, -0.7],
      [2.6, -6.2, -0.7],
      [2.9, -6.9, -0.7],
    ];
    thread(down.slice(0, plan.tail), 0.36, 'tm', own.tail);
  }
  builder.batch(`${group}:beads`, { ...look, mesh: 'sphere' }, beads);
  builder.batch(`${group}:helices`, { ...look, mesh: 'helix-long' }, rods.helices);
  builder.batch(`${group}:loop`, { ...look, mesh: 'helix-short' }, rods.loop);
}

/** Height on the pore axis that the gate swings about. */
const GATE_PIVOT = -2.2;

/**
 * The M3 helix of one half, shut, relative to the pivot on the pore axis. It lies wholly on its own side of the axis, so that a
 * swing about the pivot moves its top away from the axis and leaves its foot where it is.
 */
function gate(sign: number): Mesh {
  const foot: Vec3 = [1.95 * sign, 0, -1.25];
  const top: Vec3 = [0.6 * sign, 5, -0.95];
  const up = subtract(top, foot);
  const rod = placed(helix(Math.hypot(...up), 0.56), 1, fromUp(up), foot);
  return placed(rod, FINE, NO_TURN, [0, 0, 0]);
}

/** The amino-terminal domain of the right half: two lobes. */
function aminoField({ atd: [upper, lower] }: Plan): Field {
  return (x, y, z) => joined(ellipsoid(x, y, z, upper.at, upper.r), ellipsoid(x, y, z, lower.at, lower.r), 0.45);
}

/** The binding domain of the right half: two lobes on a hinge, with the hollow of the ligand between them. */
function bindingField(plan: Plan, shut: number): Field {
  const [upper, lower] = plan.lbd;
  const pivot = hinge(plan);
  return (x, y, z) => {
    const [u, v, w] = turned([x, y, z], pivot, -shut);
    const d = joined(ellipsoid(x, y, z, upper.at, upper.r), ellipsoid(u, v, w, lower.at, lower.r), 0.15);
    return Math.max(joined(d, ball(x, y, z, pivot, 1), 0.4), -ball(x, y, z, plan.site, 0.95 - Math.max(0, shut) * 0.5));
  };
}

/** Where the lobes of a binding domain join, on the side of the pore. */
function hinge({ lbd: [upper, lower] }: Plan): Vec3 {
  return [lower.at[0] - 0.7, (upper.at[1] + lower.at[1]) / 2, -1.8];
}

/** A place of the right half turned about a pivot in the plane of the cut: outer ends go up with a positive angle. */
export function turned([x, y, z]: Vec3, [px, py]: Vec3, angle: number): Vec3 {
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  return [px + (x - px) * c - (y - py) * s, py + (x - px) * s + (y - py) * c, z];
}

/** What fills a domain behind its beads, so that nothing shows between them. */
function solid(field: Field, sign: number, low: Vec3, high: Vec3): Mesh {
  const inner: Field = (x, y, z) => (field((x * sign) / FINE, y / FINE, z / FINE) + 0.34) * FINE;
  const [a, b] = [low[0] * sign, high[0] * sign];
  const from: Vec3 = [Math.min(a, b) * FINE, low[1] * FINE, low[2] * FINE];
  return meshOf(inner, from, [Math.max(a, b) * FINE, high[1] * FINE, high[2] * FINE], 1.1, 420);
}
