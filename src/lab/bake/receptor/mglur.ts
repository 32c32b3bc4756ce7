/** The metabotropic receptor of the close-up: two flytraps on stalks, each on a barrel of seven helices, no pore. */
import { beadsOn, strand } from '../beads';
import type { Item, SceneBuilder } from '../builder';
import { ball, ellipsoid, joined, type Field } from '../field';
import type { Random } from '../random';
import { fromUp, subtract, type Vec3 } from '../vector';
import { meshOf } from '../surface-nets';
import { FINE, HELICES, look, turned } from './subunits';

/** How far the upper lobes gape, radians: at rest, on the way, and closed on glutamate. */
const GAPES = [0.34, 0.16, -0.05] as const;
/** Where the two lobes of a flytrap join. */
const HINGE: Vec3 = [0.85, 10.35, 0];

function trap(gape: number): Field {
  return (x, y, z) => {
    const [u, v, w] = turned([x, y, z], HINGE, -gape);
    const d = joined(ellipsoid(u, v, w, [1.75, 11.9, 0], [1.95, 1.6, 1.8]), ellipsoid(x, y, z, [2.6, 8.9, 0], [1.85, 1.5, 1.75]), 0.3);
    return Math.max(joined(d, ball(x, y, z, HINGE, 1), 0.4), -ball(x, y, z, [3.5, 10.3, 1.1], 0.9));
  };
}

/** Objects of the receptor: its flytraps, one a pose, and the rest. */
export interface MglurParts {
  readonly traps: readonly number[];
  readonly stalk: number;
  readonly helices: number;
  readonly tail: number;
}

/** Poses of the flytraps. */
export const TRAP_POSES = GAPES.length;

export function addMglurPair(builder: SceneBuilder, parts: MglurParts, random: Random): void {
  const beads: Item[] = [];
  const rods: Item[] = [];
  for (const sign of [-1, 1]) {
    const place = ([x, y, z]: Vec3): Vec3 => [x * sign, y, z];
    const shade = (domain: string): string => `shade-mglur-${domain}-${1 + Math.floor(random.next() * 3)}`;
    GAPES.forEach((gape, k) => {
      const field = trap(gape);
      const id = builder.line(parts.traps[k] ?? parts.stalk);
      for (const at of beadsOn(field, [-1.6, 6.8, -2.4], [5, 14.8, 2.4], 0.62, 0.3, random))
        beads.push({ at: place(at), scale: 0.62 * random.between(0.68, 0.8), colour: shade('atd'), outline: 1, fog: 0.1, id });
      const inner: Field = (x, y, z) => (field((x * sign) / FINE, y / FINE, z / FINE) + 0.34) * FINE;
      const [a, b] = [-1.6 * sign * FINE, 5 * sign * FINE];
      const name = `mglur-trap-${k}-${sign < 0 ? 1 : 2}`;
      builder.mesh(name, meshOf(inner, [Math.min(a, b), 6.8 * FINE, -2.4 * FINE], [Math.max(a, b), 14.8 * FINE, 2.4 * FINE], 1.1, 420));
      builder.batch(`mglur:trap-core:${k}:${sign < 0 ? 1 : 2}`, { ...look, mesh: name }, [
        { at: [0, 0, 0], scale: 1 / FINE, colour: 'shade-mglur-atd-1', outline: 0, fog: 0.1, id },
      ]);
    });
    const stalk = builder.line(parts.stalk);
    for (const at of strand(
      [
        [2.5, 7.7, 0.2],
        [2.1, 6.4, 0.3],
        [2.5, 5.2, 0.1],
        [2.1, 4, 0.2],
        [2.2, 2.9, 0],
      ],
      0.5,
    ))
      beads.push({ at: place(at), scale: 0.62, colour: shade('lbd'), outline: 1, fog: 0.1, id: stalk });
    for (let i = 0; i < 7; i++) {
      const turn = (i / 7) * 2 * Math.PI;
      const foot = place([2.3 + Math.cos(turn) * 1.3, -2.7, Math.sin(turn) * 1.3 - 0.6]);
      const top = place([2.3 + Math.cos(turn + 0.3) * 1.3, 2.6, Math.sin(turn + 0.3) * 1.3 - 0.6]);
      const up = subtract(top, foot);
      const scale = Math.hypot(...up) / HELICES.long / FINE;
      rods.push({
        at: foot,
        scale,
        turn: fromUp(up),
        colour: `shade-mglur-tm-${1 + (i % 3)}`,
        outline: 1,
        fog: 0.3,
        id: builder.line(parts.helices),
      });
    }
    const tail = builder.line(parts.tail);
    for (const at of strand(
      [
        [2.4, -2.9, 0],
        [3.2, -3.8, 0],
        [2.5, -4.7, 0],
        [3.3, -5.6, 0],
        [2.8, -6.6, 0],
      ],
      0.46,
    ))
      beads.push({ at: place(at), scale: 0.36, colour: shade('tm'), outline: 1, fog: 0.1, id: tail });
  }
  builder.batch('mglur:beads', { ...look, mesh: 'sphere' }, beads);
  builder.batch('mglur:helices', { ...look, mesh: 'helix-long' }, rods);
}
