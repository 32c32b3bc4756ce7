/** Membrane, scaffold, crowd and faint neighbours of the receptor close-up. */
import type { Item, SceneBuilder } from '../builder';
import { strand } from '../beads';
import { merge, type Mesh } from '../mesh';
import { subunit } from '../proteins';
import type { Random } from '../random';
import { plate } from '../solids';
import { about, type Vec2, type Vec3 } from '../vector';
import { FINE } from './subunits';

/** How far the membrane reaches, nm, and how deep it lies behind the cut. */
const [REACH, DEPTH] = [54, 14];
const ROWS = 15;
const LOW_ROWS = 5;
const GAP = 4.25;

const rectangle = (x0: number, y0: number, x1: number, y1: number, z: number): Mesh =>
  plate(
    [
      [x0, y0],
      [x1, y0],
      [x1, y1],
      [x0, y1],
    ] satisfies Vec2[],
    z,
  );

export function addSurroundings(builder: SceneBuilder, random: Random): void {
  const membrane = builder.object('membrane', [-10, 0, 0]);
  const psd = builder.object('psd', [-14, -6, -2]);
  const scaffold = builder.object('psd95', [3.6, -8.6, -0.6]);
  addMembrane(builder, membrane, builder.object('mglur:membrane', [0, 2.4, 0]), random);
  builder.mesh('cytosol', rectangle(-400, -400, 400, -2.2, -DEPTH));
  builder.batch('ground:psd', { mesh: 'cytosol', detail: 'diagram', ground: 'ground-psd', flat: true }, [
    { at: [0, 0, 0], scale: 1, colour: 'ground-psd', outline: 0, fog: 0, id: builder.line(psd) },
  ]);
  const strings: Item[] = [];
  for (const side of [-1, 1])
    for (const [i, at] of strand(
      [
        [2.95, -8, -0.6],
        [3.7, -10, -0.7],
        [4.4, -12.2, -0.6],
        [5, -14.2, -0.8],
        [5.4, -16.2, -0.6],
      ],
      1.9,
    ).entries())
      strings.push({
        at: [at[0] * side, at[1] - (i === 0 ? 0 : random.between(-0.15, 0.15)), at[2]],
        scale: random.between(1.25, 1.4) / FINE,
        turn: random.turn(),
        colour: 'fill-scaffold',
        outline: 1,
        fog: 0,
        id: builder.line(scaffold),
      });
  builder.batch('scaffold', { mesh: 'body-2', detail: 'diagram', ground: 'ground-psd' }, strings);
  addCrowd(builder, psd, random);
  addNeighbours(builder, random);
}

/** Whether the channel of an ionotropic receptor stands here, or a barrel of the metabotropic one. */
const inChannel = (x: number, z: number): boolean => Math.hypot(x / 1.12, z / 1.05) < 4.1;
const inBarrel = (x: number, z: number): boolean => Math.abs(x) < 4.1 && Math.abs(x) > 0.7 && z > -2.6;

/** The membrane with a hole for a channel; `filling` is what closes that hole round the two barrels of the metabotropic receptor. */
function addMembrane(builder: SceneBuilder, object: number, filling: number, random: Random): void {
  const low: Item[] = [];
  const high: Item[] = [];
  const tails: Item[] = [];
  const core = builder.line(object);
  const filled = builder.line(filling);
  const step = 0.98;
  for (let row = 0; row < ROWS; row++) {
    const z = -row * 0.92 - 0.1;
    for (let i = -Math.round(REACH / step); i <= Math.round(REACH / step); i++) {
      const x = i * step + (row % 2 === 1 ? step / 2 : 0) + (row > 0 ? random.between(-0.12, 0.12) : 0);
      const within = inChannel(x, z);
      if (within && inBarrel(x, z)) continue;
      for (const side of [1, -1]) {
        const at: Vec3 = [x, side * (2.35 + random.between(-0.1, 0.1)), z];
        const colour = `head-${random.next() < 0.5 ? 1 : 2}`;
        const item: Item = { at, scale: 0.5, colour, outline: row === 0 ? 1 : 0.3, fog: 0.9, id: builder.line(within ? filling : object) };
        (row < LOW_ROWS ? low : high).push(item);
        if (row > 0) continue;
        for (const shift of [-0.2, 0.2]) {
          const bend = random.between(-0.14, 0.14);
          const turn = about([0, 0, 1], bend);
          tails.push({
            at: [x + shift + bend * 0.3, side * 1.16, -0.15],
            scale: 1,
            turn,
            colour: 'membrane-tail',
            outline: 0,
            fog: 0,
            id: within ? filled : core,
          });
        }
      }
    }
  }
  const far = REACH + 300;
  const slab = (from: number, to: number, z: number): Mesh => rectangle(from, -2, to, 2, z);
  builder.mesh('core', merge([slab(-far, far, -5), slab(-far, -GAP, -0.6), slab(GAP, far, -0.6)]));
  builder.mesh('core-between', merge([slab(-0.8, 0.8, -0.6), slab(-GAP, GAP, -2.2)]));
  const flat = { detail: 'diagram', ground: 'membrane-core', flat: true } as const;
  const whole = { at: [0, 0, 0], scale: 1, colour: 'membrane-core', outline: 0, fog: 0 } as const;
  builder.batch('core', { ...flat, mesh: 'core' }, [{ ...whole, id: core }]);
  builder.batch('mglur:core', { ...flat, mesh: 'core-between' }, [{ ...whole, id: filled }]);
  const look = { mesh: 'sphere', detail: 'diagram', ground: 'ground-extracellular', fog: [-1, 18] } as const;
  builder.batch('heads', look, low);
  builder.batch('heads-behind', { ...look, highTierOnly: true }, high);
  builder.mesh('tail', rectangle(-0.09, -0.98, 0.09, 0.98, 0));
  builder.batch('tails', { ...flat, mesh: 'tail' }, tails);
}

function addCrowd(builder: SceneBuilder, object: number, random: Random): void {
  const placed: (readonly [Vec3, number])[] = [];
  const calm: Item[][] = [[], [], [], []];
  const rest: Item[][] = [[], [], [], []];
  for (let tries = 0; tries < 240000 && placed.length < 2000; tries++) {
    const r = 0.6 + 1 * random.next();
    const at: Vec3 = [
      random.between(-REACH, REACH),
      random.between(-17, -3.6 - r),
      -(r + 0.3) - (DEPTH - 2 * r - 0.6) * random.next() ** 1.5,
    ];
    if (Math.abs(at[0]) < 5 + r && at[1] > -8.6 - r && at[2] > -2.4 - r) continue;
    if (Math.abs(Math.abs(at[0]) - 4) < 2.2 + r && at[1] < -6.4 && at[2] > -2.2 - r) continue;
    if (placed.some(([p, s]) => Math.hypot(p[0] - at[0], p[1] - at[1], p[2] - at[2]) < (s + r) * 0.95)) continue;
    const item: Item = {
      at,
      scale: r / FINE,
      turn: random.turn(),
      colour: `crowd-psd-${1 + Math.floor(random.next() * 5)}`,
      outline: 0.6,
      fog: 1,
      id: builder.line(object),
    };
    (placed.length % 4 === 0 ? calm : rest)[Math.floor(random.next() * 4)]?.push(item);
    placed.push([at, r]);
  }
  const look = { ground: 'ground-psd', fog: [1, 15] } as const;
  for (let i = 0; i < 4; i++) {
    builder.batch(`crowd:calm:${i + 1}`, { ...look, mesh: `body-${i + 1}`, detail: 'calm' }, calm[i] ?? []);
    builder.batch(`crowd:rest:${i + 1}`, { ...look, mesh: `body-${i + 1}`, detail: 'plate', highTierOnly: true }, rest[i] ?? []);
  }
}

/** Faint AMPA receptors far behind, whole, so that the receptor is not alone in its membrane. */
function addNeighbours(builder: SceneBuilder, random: Random): void {
  const object = builder.object('neighbour', [-16.5, 11, -8]);
  for (const which of [0, 1] as const) {
    const mesh = `neighbour-${which + 1}`;
    builder.mesh(mesh, subunit('ampa', which === 0 ? 1 : -1, 1400));
    const items = [-37, -16.5, 17, 38].flatMap((x) =>
      [0, Math.PI].map((half): Item => {
        const turn = about([0, 1, 0], half + 0.2 + random.between(-0.02, 0.02));
        const colour = which === 0 ? 'fill-ampa' : 'fill-ampa2';
        return { at: [x, 0, -8.5], scale: 1, turn, colour, outline: 0.55, fog: 1, id: builder.line(object) };
      }),
    );
    builder.batch(`neighbours:${which + 1}`, { mesh, detail: 'calm', ground: 'ground-extracellular', fog: [4, 19] }, items);
  }
}
