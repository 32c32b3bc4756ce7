/** The crowd: bodies packed at random into each compartment, large ones first, none outside it and none in front of the cut. */
import type { Item, SceneBuilder } from '../builder';
import { distanceTo, inside } from '../outline';
import { crowdBody } from '../proteins';
import { Random } from '../random';
import type { Vec2, Vec3 } from '../vector';
import { DEPTH } from './layout';

/** Names of the meshes of bodies. */
export const BODIES = ['body-1', 'body-2', 'body-3', 'body-4'] as const;

export function addBodies(builder: SceneBuilder): void {
  BODIES.forEach((name, i) => builder.mesh(name, crowdBody(100 + i * 7, 84)));
}

export interface Body {
  readonly at: Vec3;
  readonly r: number;
}

export interface Place {
  readonly name: string;
  readonly object: number;
  readonly polygon: readonly Vec2[];
  /** Wall that bodies keep `margin` from, nm from its mid-line. */
  readonly wall: readonly Vec2[];
  readonly margin: number;
  readonly box: readonly [number, number, number, number];
  readonly count: number;
  readonly radii: readonly [number, number];
  readonly ground: string;
  readonly colours: readonly string[];
  readonly avoid: (x: number, y: number, z: number, r: number) => boolean;
  readonly seed: number;
}

const CELL = 11;

/** Bodies packed to 0.92 of touching. Radii are skewed to small ones; depth to the front, where they are seen. */
export function pack(place: Place): Body[] {
  const random = new Random(place.seed);
  const [low, high] = place.radii;
  const radii = Array.from({ length: place.count }, () => low + (high - low) * random.next() ** 2).sort((a, b) => b - a);
  const grid = new Map<number, Body[]>();
  const key = (i: number, j: number, k: number): number => (i + 64) * 65536 + (j + 64) * 256 + k + 64;
  const out: Body[] = [];
  for (const r of radii)
    for (let tries = 0; tries < 80; tries++) {
      const x = random.between(place.box[0], place.box[2]);
      const y = random.between(place.box[1], place.box[3]);
      const z = -(r + 0.6) - (DEPTH - 2 * r - 1) * random.next() ** 1.6;
      if (!inside(place.polygon, x, y) || distanceTo(place.wall, x, y) < r + place.margin || place.avoid(x, y, z, r)) continue;
      const [i, j, k] = [Math.floor(x / CELL), Math.floor(y / CELL), Math.floor(z / CELL)];
      const near: Body[] = [];
      for (let a = -1; a <= 1; a++)
        for (let b = -1; b <= 1; b++) for (let c = -1; c <= 1; c++) near.push(...(grid.get(key(i + a, j + b, k + c)) ?? []));
      if (near.some((one) => Math.hypot(one.at[0] - x, one.at[1] - y, one.at[2] - z) < (one.r + r) * 0.92)) continue;
      const body: Body = { at: [x, y, z], r };
      out.push(body);
      grid.set(key(i, j, k), [...(grid.get(key(i, j, k)) ?? []), body]);
      break;
    }
  return out;
}

/** Packs a place. A quarter of its bodies is the calm crowd of every tier, the rest is drawn on the plate of the high tier. */
export function addCrowd(builder: SceneBuilder, place: Place): number {
  const random = new Random(place.seed + 1);
  const calm: Item[][] = BODIES.map(() => []);
  const rest: Item[][] = BODIES.map(() => []);
  const bodies = pack(place);
  bodies.forEach(({ at, r }, i) => {
    const list = (i % 4 === 0 ? calm : rest)[Math.floor(random.next() * BODIES.length)];
    const colour = random.pick(place.colours);
    list?.push({ at, scale: r, turn: random.turn(), colour, outline: 0.62, fog: 1, id: builder.line(place.object) });
  });
  const look = { ground: place.ground, fog: [4, 76] } as const;
  BODIES.forEach((mesh, i) => {
    builder.batch(`crowd:${place.name}:calm:${i + 1}`, { ...look, mesh, detail: 'calm' }, calm[i] ?? []);
    builder.batch(`crowd:${place.name}:rest:${i + 1}`, { ...look, mesh, detail: 'plate', highTierOnly: true }, rest[i] ?? []);
  });
  return bodies.length;
}
