/** Vesicles: the fusing one with its stalk, cut ones with their lumen and glutamate, whole ones behind. */
import type { Item, SceneBuilder } from '../builder';
import { inside, offset, steps, type Step } from '../outline';
import { Random } from '../random';
import { band, cap, hollow } from '../solids';
import { about, add, distance, fromEuler, rotate, times, type Vec2, type Vec3 } from '../vector';
import { CUT_VESICLES, FRAME, FUSION, fusedProfile, INSIDE, PLASMA, PRE, RESTING, VESICLE, vesicleShare, WHOLE_VESICLES } from './layout';

const { radius: R, half, head } = VESICLE;
const FULL = 2 * Math.PI;
const circle = (r: number, from = 0, to = FULL, n = 72): Vec2[] =>
  Array.from({ length: n + 1 }, (_, i): Vec2 => [r * Math.cos(from + ((to - from) * i) / n), r * Math.sin(from + ((to - from) * i) / n)]);

const tone = (random: Random): string => `vesicle-head-${random.next() < 0.5 ? 1 : 2}`;

/** Lumen side of stalk and fused vesicle, as [distance from the axis, height]. */
function lumenProfile(extra: number): Vec2[] {
  const by = (at: Step): number => -(PLASMA.half + (half - PLASMA.half) * vesicleShare(FUSION.x + at.x, at.y) + extra);
  // The profile runs upward with the cytosol to its right, so the lumen lies to the left of it.
  return offset(fusedProfile(), (at) => -by(at)).filter(([r]) => r >= 0);
}

/** Places of glutamate in a lumen of radius `r`, at least `gap` apart. */
function filling(random: Random, count: number, r: number, gap: number): Vec3[] {
  const out: Vec3[] = [];
  for (let tries = 0; out.length < count && tries < 6000; tries++) {
    const at: Vec3 = [random.between(-r, r), random.between(-r, r), random.between(-11, -1.2)];
    if (Math.hypot(...at) > r) continue;
    if (out.every((one) => Math.hypot(one[0] - at[0], one[1] - at[1], (one[2] - at[2]) * 0.6) >= gap)) out.push(at);
  }
  return out;
}

export interface VesicleIds {
  readonly fusing: number;
  readonly cut: readonly number[];
  readonly whole: readonly number[];
}

/** Names the vesicles. Those whose middle no frame shows belong to the terminal. */
export function nameVesicles(builder: SceneBuilder, bouton: number): VesicleIds {
  const fusing = builder.object('fusingVesicle', [FUSION.x, FUSION.y, 0]);
  const name = (at: Vec3): number => (at[1] < FRAME.high && Math.abs(at[0]) < FRAME.x ? builder.object('vesicle', at) : bouton);
  return { fusing, cut: CUT_VESICLES.map(name), whole: WHOLE_VESICLES.map(name) };
}

export function addVesicles(builder: SceneBuilder, ids: VesicleIds): void {
  const random = new Random(19);
  const ground = 'ground-terminal';
  addCut(builder, ids, random);
  builder.mesh('vesicle-body', cap(R + 0.4, 36, 10));
  builder.batch(
    'vesicle-bodies',
    { mesh: 'vesicle-body', detail: 'calm', ground, fog: [-6, 78] },
    WHOLE_VESICLES.map((at, i) => ({ at, scale: 1, colour: 'vesicle-body', outline: 0.8, fog: 1, id: builder.line(ids.whole[i] ?? 0) })),
  );
  const beads: Item[] = [];
  WHOLE_VESICLES.forEach((centre, v) => {
    const turn = random.turn();
    const n = 430;
    for (let i = 0; i < n; i++) {
      const y = 1 - (2 * (i + 0.5)) / n;
      const r = Math.sqrt(1 - y * y);
      const out = rotate(turn, [Math.cos(i * 2.399963) * r, y, Math.sin(i * 2.399963) * r]);
      const at = add(centre, times(out, R + 0.2));
      if (out[2] < 0.08 || at[1] > 150) continue;
      beads.push({ at, scale: 1.42, colour: tone(random), outline: 0.22, fog: 1, id: builder.line(ids.whole[v] ?? 0) });
    }
  });
  builder.batch('vesicle-heads', { mesh: 'sphere', detail: 'plate', highTierOnly: true, ground, fog: [-6, 78] }, beads);
}

function addCut(builder: SceneBuilder, ids: VesicleIds, random: Random): void {
  const ground = 'ground-terminal';
  builder.mesh(
    'vesicle-lumen',
    hollow(
      circle(R - 1.6, -Math.PI / 2, Math.PI / 2, 16).map(([r, y]): Vec2 => [Math.max(0, r), y]),
      20,
    ),
  );
  builder.mesh(
    'fused-lumen',
    hollow(
      lumenProfile(-0.3).filter((_, i, all) => i % 4 === 0 || i === all.length - 1),
      20,
    ),
  );
  const shell = { detail: 'diagram', ground, fog: [-4, 60] } as const;
  const lumen = { colour: 'vesicle-core', outline: 0.5, fog: 0.25 } as const;
  builder.batch(
    'vesicle-lumens',
    { mesh: 'vesicle-lumen', ...shell },
    CUT_VESICLES.map((at, i) => ({ ...lumen, at, scale: 1, id: builder.line(ids.cut[i] ?? 0) })),
  );
  builder.batch('fused-lumen', { mesh: 'fused-lumen', ...shell }, [
    { ...lumen, at: [FUSION.x, 0, -0.5], scale: 1, id: builder.line(ids.fusing) },
  ]);
  const ring = (r: number): Vec3[] => circle(r).map(([x, y]): Vec3 => [x, y, 0]);
  builder.mesh(
    'vesicle-rim',
    band(ring(R - half), ring(R + half), () => [0, 0, 1]),
  );
  const rims = CUT_VESICLES.map((_, i) => builder.line(ids.cut[i] ?? 0));
  builder.batch(
    'vesicle-rims',
    { mesh: 'vesicle-rim', detail: 'diagram', ground, flat: true },
    CUT_VESICLES.map((at, i) => ({ at: add(at, [0, 0, -0.35]), scale: 1, colour: 'vesicle-core', outline: 0, fog: 0, id: rims[i] ?? 0 })),
  );
  const cut = CUT_VESICLES.map((centre, v) => rim(builder, centre, ids.cut[v] ?? 0, rims[v] ?? 0, random));
  builder.batch(
    'vesicle-rim-heads',
    { mesh: 'sphere', detail: 'diagram', ground },
    cut.flatMap(({ beads }) => beads),
  );
  builder.batch(
    'vesicle-rim-tails',
    { mesh: 'tail', detail: 'calm', ground, flat: true },
    cut.flatMap(({ tails }) => tails),
  );
  builder.batch('fusion-neck', { mesh: 'sphere', detail: 'diagram', ground, fog: [-4, 92] }, neck(builder, ids.fusing, random));
  addGlutamate(builder, ids, random);
}

/** Both rings of heads of a cut vesicle, each head a line of its own, and the tails between them, which share the line of the rim. */
function rim(builder: SceneBuilder, centre: Vec3, object: number, line: number, random: Random): Record<'beads' | 'tails', Item[]> {
  const beads = [R + half, R - half].flatMap((r) => {
    const n = Math.round((FULL * r) / 2.71);
    return Array.from({ length: n }, (_, i): Item => {
      const a = (i / n) * FULL;
      const at = add(centre, [Math.cos(a) * r, Math.sin(a) * r, 0.4]);
      return { at, scale: head, colour: tone(random), outline: 0.95, fog: 0, id: builder.line(object) };
    });
  });
  const tails = Array.from({ length: 130 }, (_, i): Item => {
    const a = (i / 130) * FULL;
    const at = add(centre, [Math.cos(a) * R, Math.sin(a) * R, -0.2]);
    return { at, scale: 0.72, turn: about([0, 0, 1], a - Math.PI / 2), colour: 'vesicle-tail', outline: 0, fog: 0, id: line };
  });
  return { beads, tails };
}

/** The fusing vesicle before it fuses: closed and full, docked where it will open. Batches are named "resting:…". Gives its tails. */
export function addRestingVesicle(builder: SceneBuilder, object: number): readonly Item[] {
  const random = new Random(29);
  const ground = 'ground-terminal';
  const line = builder.line(object);
  const { beads, tails } = rim(builder, RESTING, object, line, random);
  builder.batch('resting:lumen', { mesh: 'vesicle-lumen', detail: 'diagram', ground, fog: [-4, 60] }, [
    { at: RESTING, scale: 1, colour: 'vesicle-core', outline: 0.5, fog: 0.25, id: builder.line(object) },
  ]);
  builder.batch('resting:rim', { mesh: 'vesicle-rim', detail: 'diagram', ground, flat: true }, [
    { at: add(RESTING, [0, 0, -0.35]), scale: 1, colour: 'vesicle-core', outline: 0, fog: 0, id: line },
  ]);
  builder.batch('resting:rim-heads', { mesh: 'sphere', detail: 'diagram', ground }, beads);
  builder.batch(
    'resting:glutamate',
    GLUTAMATE,
    filling(random, 30, 14.4, 4.4).map((at) => glutamate(builder, random, add(RESTING, at), object)),
  );
  return tails;
}

/** Heads on the lumen side of the stalk, ring over ring behind the cut, down to the plasma membrane. */
function neck(builder: SceneBuilder, object: number, random: Random): Item[] {
  const items: Item[] = [];
  for (const [row, at] of steps(lumenProfile(0), 2.6, 1.2).entries()) {
    if (at.y > PRE + 7.2) break;
    const n = Math.max(3, Math.round((Math.PI * at.x) / 2.7));
    const share = vesicleShare(FUSION.x + at.x, at.y);
    for (let i = 0; i < n; i++) {
      const a = ((i + (row % 2 === 0 ? 0.5 : 1)) / n) * Math.PI;
      if (a > Math.PI - 0.12 || a < 0.12) continue;
      const kind = random.next() < share ? 'vesicle-head' : 'head';
      const where: Vec3 = [FUSION.x + at.x * Math.cos(a), at.y, -0.5 - at.x * Math.sin(a)];
      const colour = `${kind}-${random.next() < 0.5 ? 1 : 2}`;
      items.push({ at: where, scale: 1.38, colour, outline: 0.4, fog: 0.8, id: builder.line(object) });
    }
  }
  return items;
}

const GLUTAMATE = { mesh: 'glutamate', detail: 'diagram', ground: 'ground-lumen', fog: [-4, 70] } as const;

function glutamate(builder: SceneBuilder, random: Random, at: Vec3, object: number): Item {
  return { at, scale: 1, turn: random.lean(0.8), colour: 'fill-glutamate', outline: 0.9, fog: 0.35, id: builder.line(object) };
}

function addGlutamate(builder: SceneBuilder, ids: VesicleIds, random: Random): void {
  builder.batch(
    'vesicle-glutamate',
    GLUTAMATE,
    CUT_VESICLES.flatMap((centre, i) =>
      filling(random, 30, 14.4, 4.4).map((at) => glutamate(builder, random, add(centre, at), ids.cut[i] ?? 0)),
    ),
  );
  const fused: Vec3 = [FUSION.x, FUSION.y, -0.5];
  builder.batch(
    'vesicle-glutamate:fusing',
    GLUTAMATE,
    filling(random, 20, 13.4, 4.6).map((at) => glutamate(builder, random, add(fused, at), ids.fusing)),
  );
}

/** Proteins on vesicles: bodies of the crowd sitting on the membrane, kept clear of the plasma membrane and of each other. */
export function addVesicleProteins(builder: SceneBuilder, ids: VesicleIds, mesh: string): void {
  const random = new Random(23);
  const items: Item[] = [];
  const everyone: readonly Vec3[] = [[FUSION.x, FUSION.y, -0.5], ...CUT_VESICLES, ...WHOLE_VESICLES];
  const objects = [ids.fusing, ...ids.cut, ...ids.whole];
  everyone.forEach((centre, v) => {
    const cut = v <= CUT_VESICLES.length;
    for (let i = 0; i < (cut ? 9 : 11); i++) {
      const scale = random.between(2.1, 3.1);
      const out = rotate(fromEuler(0, cut ? 0 : random.between(-0.9, 0.2), 0), [0, 0, 1]);
      const a = random.between(0, FULL);
      const away = R + 4;
      const at: Vec3 = cut
        ? add(centre, [Math.cos(a) * away, Math.sin(a) * away, -1.6])
        : add(centre, times([Math.cos(a) * Math.abs(out[0]), Math.sin(a) * Math.abs(out[0]), Math.abs(out[2])], away - 1));
      const clear = everyone.every((one, w) => w === v || distance(one, at) > R + 2.5 + scale * 0.6);
      if (at[1] < PRE + 6.5 || !inside(INSIDE.bouton, at[0], at[1]) || at[2] > -scale * 0.4 || !clear) continue;
      const colour = random.pick(['fill-synaptotagmin', 'fill-snare', 'crowd-terminal-4']);
      items.push({ at, scale, turn: random.turn(), colour, outline: 0.8, fog: 0.7, id: builder.line(objects[v] ?? 0) });
    }
  });
  builder.batch('vesicle-proteins', { mesh, detail: 'plate', highTierOnly: true, ground: 'ground-terminal', fog: [-4, 66] }, items);
}
