/**
 * The place of the fusing vesicle before it fuses: the vesicle closed, and the terminal's membrane whole below it. All of it belongs to
 * the fusing vesicle, in batches named "resting:…", which a picture shows instead of the object's other pieces.
 */
import type { Item, SceneBuilder } from '../builder';
import { merge } from '../mesh';
import { offset, smoothNormals, steps, type Step } from '../outline';
import { Random } from '../random';
import { about } from '../vector';
import { FUSION, PLASMA, PRE, TERMINAL, TERMINAL_CUT } from './layout';
import { halfAt, inPore, isFused, overPore, ribbon, ROW, runs, takenByChannels, wall, WALL } from './membranes';
import { addRestingVesicle } from './vesicles';

/** Rows of heads behind the cut that the open pore interrupts. */
const ROWS = Math.ceil((FUSION.foot + 1) / ROW);

const plain = (at: Step): boolean => Math.abs(at.x - FUSION.x) < FUSION.foot && Math.abs(at.y - PRE) < 0.1;

/** Heads of the cut between those that stay when the vesicle is fused, spread evenly. */
function frontHeads(side: 1 | -1): number[] {
  const leaflet = offset(TERMINAL_CUT, (at) => side * halfAt(at, true));
  const kept = runs(leaflet, (at) => !takenByChannels(at.x, at.y, -1, 1.1))
    .filter((at) => !isFused(at.x, at.y) && Math.abs(at.y - PRE) < 4)
    .map(({ x }) => x);
  const from = Math.max(...kept.filter((x) => x < FUSION.x));
  const to = Math.min(...kept.filter((x) => x > FUSION.x));
  const gaps = Math.round((to - from) / ROW);
  return Array.from({ length: gaps - 1 }, (_, i) => from + ((to - from) * (i + 1)) / gaps);
}

export function addResting(builder: SceneBuilder, object: number): void {
  const random = new Random(31);
  const ground = 'ground-terminal';
  const whole = { at: [0, 0, 0], scale: 1, fog: 0 } as const;
  const notOver = (x: number, y: number): boolean => !overPore(x, y);
  builder.mesh(
    'resting-core',
    merge([ribbon(TERMINAL, () => PLASMA.half, -1.6, notOver), ribbon(TERMINAL, () => PLASMA.half, WALL, notOver)]),
  );
  const core = builder.line(object);
  const flat = { ground: 'membrane-core', flat: true } as const;
  builder.batch('resting:core', { mesh: 'resting-core', detail: 'diagram', ...flat }, [
    { ...whole, colour: 'membrane-core', outline: 0, id: core },
  ]);
  builder.mesh('resting-wall', wall(TERMINAL, WALL, WALL - 6, notOver));
  builder.batch('resting:wall', { mesh: 'resting-wall', detail: 'diagram', ground, fog: [-4, 92] }, [
    { ...whole, colour: 'head-2', outline: 0.25, fog: 0.92, id: builder.line(object) },
  ]);
  const head = (x: number, y: number, row: number): Item => ({
    at: [x, y, -row * ROW - PLASMA.head * 0.2],
    scale: PLASMA.head,
    colour: `head-${random.next() < 0.5 ? 1 : 2}`,
    outline: row === 0 ? 0.9 : 0.3,
    fog: row === 0 ? 0.1 : 0.92,
    id: builder.line(object),
  });
  const heads = ([1, -1] as const).flatMap((side) => {
    const y = PRE + side * PLASMA.half;
    const behind = offset(TERMINAL, () => side * PLASMA.half);
    const rows = Array.from({ length: ROWS }, (_, i) => {
      const row = i + 1;
      return steps(behind, ROW, row % 2 === 0 ? 0 : ROW / 2)
        .filter((at) => inPore(at.x, at.y, -row * ROW - PLASMA.head * 0.2))
        .map((at) => head(at.x, at.y, row));
    });
    return [...frontHeads(side).map((x) => head(x, y, 0)), ...rows.flat()];
  });
  builder.batch('resting:heads', { mesh: 'sphere', detail: 'diagram', ground, fog: [-4, 92] }, heads);
  const tails = smoothNormals(steps(TERMINAL, 0.9))
    .filter(plain)
    .map((at): Item => ({
      at: [at.x, at.y, -1.3],
      scale: 1,
      turn: about([0, 0, 1], Math.atan2(at.ny, at.nx) - Math.PI / 2),
      colour: 'membrane-tail',
      outline: 0,
      fog: 0,
      id: core,
    }));
  builder.batch('resting:tails', { mesh: 'tail', detail: 'calm', ...flat }, [...tails, ...addRestingVesicle(builder, object)]);
}
