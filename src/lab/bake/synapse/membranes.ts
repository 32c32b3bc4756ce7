/** Bilayers swept into the depth: beads of heads, the pale core with its tails, and the walls behind the beads. */
import type { Item, SceneBuilder } from '../builder';
import { merge, type Mesh } from '../mesh';
import { offset, smoothNormals, steps, type Step } from '../outline';
import { Random } from '../random';
import { band, plate } from '../solids';
import { about, unit, type Vec2, type Vec3 } from '../vector';
import {
  BEADS,
  CHANNELS,
  DEPTH,
  FUSION,
  PLASMA,
  POST,
  PRE,
  TERMINAL,
  transporterPlaces,
  VESICLE,
  vesicleShare,
  type Receptor,
} from './layout';

export interface Membrane {
  readonly name: string;
  readonly object: number;
  readonly ground: string;
  /** Mid-line in the cut, and behind it. */
  readonly cut: readonly Vec2[];
  readonly deep: readonly Vec2[];
  /** True where a protein stands, or within `more` nm of it: lipids make room. */
  readonly taken: (x: number, y: number, z: number, more: number) => boolean;
  /** The fusing vesicle, whose membrane is a stretch of this one's cut. */
  readonly fused?: number;
  readonly polygon: readonly Vec2[];
}

export const ROW = 2.7;
/** Rows of the low tier; the others are drawn on the high tier only. */
const LOW_ROWS = 4;
const ROWS = 26;
/** Where the solid wall behind the front rows begins. */
export const WALL = -8;

export const halfAt = (at: { readonly x: number; readonly y: number }, terminal: boolean): number =>
  terminal ? PLASMA.half + (VESICLE.half - PLASMA.half) * vesicleShare(at.x, at.y) : PLASMA.half;

/** Directions from which the plate may be looked at (ART-DIRECTION 7.5), as places of the camera. */
const CAMERAS: readonly Vec3[] = [-12, 0, 12].flatMap((yaw) =>
  [0, 8, 20].map((tilt): Vec3 => {
    const [y, t] = [(yaw * Math.PI) / 180, (tilt * Math.PI) / 180];
    return [Math.sin(y) * Math.cos(t) * 590, 4 + Math.sin(t) * 590, Math.cos(t) * Math.cos(y) * 590];
  }),
);

/** Whether a bead of a leaflet that looks along (nx, ny) can be seen from any of the cameras. */
const seen = (x: number, y: number, nx: number, ny: number, z: number): boolean =>
  CAMERAS.some((camera) => {
    const [dx, dy] = unit([camera[0] - x, camera[1] - y, camera[2] - z]);
    return nx * dx + ny * dy > -0.02;
  });

/** The stretch of the cut that the fusing vesicle brings. */
export const isFused = (x: number, y: number): boolean => vesicleShare(x, y) > 0.02;

/** Whether the open pore takes the place of the terminal's membrane behind the cut. */
export const inPore = (x: number, y: number, z: number): boolean =>
  Math.abs(y - PRE) < 4 && Math.hypot(x - FUSION.x, z) < FUSION.foot + 0.6;

const shown = ({ x, y }: { readonly x: number; readonly y: number }): boolean => Math.abs(x) < BEADS.x && y > BEADS.low && y < BEADS.high;

/** Beads spread evenly over each free stretch of a leaflet, from edge to edge, so that they close up to the proteins. */
export function runs(leaflet: readonly Vec2[], free: (at: Step) => boolean): Step[] {
  const fine = steps(leaflet, 0.1);
  const out: Step[] = [];
  let from = 0;
  for (let i = 0; i <= fine.length; i++) {
    const at = fine[i];
    if (at !== undefined && free(at)) continue;
    const n = Math.round(((i - 1 - from) * 0.1) / ROW);
    for (let k = 0; k <= n; k++) {
      const one = n < 1 ? undefined : fine[Math.round(from + ((i - 1 - from) * k) / n)];
      if (one !== undefined) out.push(one);
    }
    from = i + 1;
  }
  return out;
}

function heads(builder: SceneBuilder, membrane: Membrane, random: Random, row: number): Item[] {
  const terminal = membrane.deep === TERMINAL;
  const z = -row * ROW - PLASMA.head * 0.2;
  const items: Item[] = [];
  for (const side of [1, -1]) {
    const line = row === 0 ? membrane.cut : membrane.deep;
    const leaflet = offset(line, (at) => side * (row === 0 ? halfAt(at, terminal) : PLASMA.half));
    const even = row === 0 ? runs(leaflet, (at) => !membrane.taken(at.x, at.y, -1, 1.1)) : steps(leaflet, ROW, row % 2 === 0 ? 0 : ROW / 2);
    for (const at of even) {
      if (!shown(at) || (row > 0 && membrane.taken(at.x, at.y, z, 0))) continue;
      if (row > 3 && !seen(at.x, at.y, at.nx * side, at.ny * side, z)) continue;
      if (row > 0 && terminal && inPore(at.x, at.y, z)) continue;
      const share = row === 0 && terminal ? vesicleShare(at.x, at.y) : 0;
      const kind = random.next() < share ? 'vesicle-head' : 'head';
      items.push({
        at: [at.x + (row === 0 ? 0 : random.between(-0.3, 0.3)), at.y, z],
        scale: PLASMA.head + (VESICLE.head - PLASMA.head) * share,
        colour: `${kind}-${random.next() < 0.5 ? 1 : 2}`,
        outline: row === 0 ? 0.9 : 0.3,
        fog: row === 0 ? 0.1 : 0.92,
        id: builder.line(row === 0 && isFused(at.x, at.y) ? (membrane.fused ?? membrane.object) : membrane.object),
      });
    }
  }
  return items;
}

/** The ribbon between the leaflets at depth z, open where `open` says. */
export function ribbon(line: readonly Vec2[], half: (at: Step) => number, z: number, open: (x: number, y: number) => boolean): Mesh {
  const middle = smoothNormals(steps(line, z > WALL ? 1.6 : 4));
  const edge = (side: number): Vec3[] => middle.map((at): Vec3 => [at.x + side * at.nx * half(at), at.y + side * at.ny * half(at), z]);
  return band(
    edge(1),
    edge(-1),
    () => [0, 0, 1],
    (i) => {
      const at = middle[i];
      return at === undefined || open(at.x, at.y);
    },
  );
}

/** The outsides of the bilayer from depth `from` to depth `to`. */
export function wall(line: readonly Vec2[], from: number, to: number, open: (x: number, y: number) => boolean): Mesh {
  const middle = smoothNormals(steps(line, 3), 1);
  return merge(
    [1, -1].map((side) => {
      const at = (z: number): Vec3[] => middle.map((p): Vec3 => [p.x + side * p.nx * PLASMA.half, p.y + side * p.ny * PLASMA.half, z]);
      return band(
        at(from),
        at(to),
        (i) => [(middle[i]?.nx ?? 0) * side, (middle[i]?.ny ?? 0) * side, 0],
        (i) => open(middle[i]?.x ?? 0, middle[i]?.y ?? 0),
      );
    }),
  );
}

/** Whether a place of the terminal's membrane lies over the open pore, where walls leave a hole. */
export const overPore = (x: number, y: number): boolean => Math.abs(x - FUSION.x) < FUSION.foot && Math.abs(y - PRE) < 5;

export function addMembranes(builder: SceneBuilder, membranes: readonly Membrane[]): void {
  const random = new Random(42);
  const tails: Item[] = [];
  const whole = { at: [0, 0, 0], scale: 1, outline: 0, fog: 0 } as const;
  for (const membrane of membranes) {
    const { name, object, ground, cut, deep, taken } = membrane;
    const terminal = deep === TERMINAL;
    builder.mesh(`ground-${name}`, plate(membrane.polygon, -DEPTH));
    builder.batch(`ground:${name}`, { mesh: `ground-${name}`, detail: 'diagram', ground, flat: true }, [
      { ...whole, colour: ground, id: builder.line(object) },
    ]);
    const shut = (): boolean => false;
    const nearFusion = (x: number, y: number): boolean => terminal && overPore(x, y);
    builder.mesh(
      `core-${name}`,
      merge([
        ribbon(
          cut,
          (at) => halfAt(at, terminal),
          -1.6,
          (x, y) => taken(x, y, -1, -0.6) || (membrane.fused !== undefined && isFused(x, y)),
        ),
        ribbon(deep, () => PLASMA.half, WALL, nearFusion),
      ]),
    );
    const core = builder.line(object);
    const flat = { detail: 'diagram', ground: 'membrane-core', flat: true } as const;
    builder.batch(`core:${name}`, { ...flat, mesh: `core-${name}` }, [{ ...whole, colour: 'membrane-core', id: core }]);
    const fusedCore = membrane.fused === undefined ? core : builder.line(membrane.fused);
    if (membrane.fused !== undefined) {
      builder.mesh(
        `core-fused`,
        ribbon(
          cut,
          (at) => halfAt(at, terminal),
          -1.6,
          (x, y) => !isFused(x, y),
        ),
      );
      builder.batch('core:fused', { ...flat, mesh: 'core-fused' }, [{ ...whole, colour: 'vesicle-core', id: fusedCore }]);
    }
    builder.mesh(`wall-${name}`, merge([wall(deep, WALL, WALL - 6, nearFusion), wall(deep, WALL - 6, -DEPTH, shut)]));
    builder.batch(`wall:${name}`, { mesh: `wall-${name}`, detail: 'diagram', ground, fog: [-4, 92] }, [
      { ...whole, colour: 'head-2', outline: 0.25, fog: 0.92, id: builder.line(object) },
    ]);
    for (const at of smoothNormals(steps(cut, 0.9))) {
      if (!shown(at) || taken(at.x, at.y, -1, -0.6)) continue;
      const vesicle = terminal && vesicleShare(at.x, at.y) > 0.5;
      const turn = about([0, 0, 1], Math.atan2(at.ny, at.nx) - Math.PI / 2);
      const scale = vesicle ? 0.75 : 1;
      tails.push({
        at: [at.x, at.y, -1.3],
        scale,
        turn,
        colour: vesicle ? 'vesicle-tail' : 'membrane-tail',
        outline: 0,
        fog: 0,
        id: isFused(at.x, at.y) ? fusedCore : core,
      });
    }
    const rows = Array.from({ length: ROWS }, (_, row) => heads(builder, membrane, random, row));
    const look = { mesh: 'sphere', detail: 'diagram', ground, fog: [-4, 92] } as const;
    builder.batch(`heads:${name}`, look, rows.slice(0, LOW_ROWS).flat());
    builder.batch(`heads-behind:${name}`, { ...look, highTierOnly: true }, rows.slice(LOW_ROWS).flat());
  }
  const [w, h] = [0.24, 2];
  builder.mesh(
    'tail',
    plate(
      [
        [-w, -h],
        [w, -h],
        [w, h],
        [-w, h],
      ],
      0,
    ),
  );
  builder.batch('tails', { mesh: 'tail', detail: 'calm', ground: 'membrane-core', flat: true }, tails);
}

/** Half the width of the gap that a receptor of the front row stands in. */
const FRONT_GAP = 5.4;

/** Where proteins of the postsynaptic membrane stand. */
export function takenBy(receptors: readonly Receptor[]): Membrane['taken'] {
  return (x, y, z, more) =>
    Math.abs(y - POST) < 4 && receptors.some((one) => Math.hypot(x - one.x, z - one.z) < (one.cut ? FRONT_GAP : 5.2) + more);
}

const CUT_TRANSPORTERS = transporterPlaces().filter(({ cut }) => cut);

/** Where the transporters in the cut stand. */
export const takenByTransporters: Membrane['taken'] = (x, y, z, more) =>
  z > -9 && CUT_TRANSPORTERS.some(({ at }) => Math.hypot(x - at[0], y - at[1]) < 5.6 + more);

/** Where channels of the presynaptic membrane stand. */
export const takenByChannels: Membrane['taken'] = (x, y, z, more) =>
  Math.abs(y - PRE) < 4 && CHANNELS.some(([cx, cz]) => Math.hypot(x - cx, z - cz) < 4.6 + more);
