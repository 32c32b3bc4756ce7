/** The nameable proteins of the plate: receptors, transporters, channels, scaffold, kinases, actin, SNAREs, adhesion. */
import type { Item, SceneBuilder } from '../builder';
import { camkii, channelLobe, mglurHalf, ringOfSix, subunit, transporterLobe, transporterSide } from '../proteins';
import { Random } from '../random';
import { plate } from '../solids';
import { about, fromEuler, fromUp, multiply, type Quaternion, type Vec2, type Vec3 } from '../vector';
import {
  ACTIN,
  CHANNELS,
  CUT_VESICLES,
  FRAME,
  FUSION,
  KINASES,
  MGLUR,
  POST,
  PRE,
  RECEPTOR_SCALE,
  transporterPlaces,
  VESICLE,
  type Receptor,
} from './layout';

const HALF_TURN = Math.PI;
const upright = (angle: number): Quaternion => about([0, 1, 0], angle);

/** Receptors in their rows; each is one object of two or four subunits, anchored at its pore. */
export function addReceptors(builder: SceneBuilder, receptors: readonly Receptor[]): void {
  const looks = { ground: 'shade-cleft', detail: 'diagram', fog: [-6, 80] } as const;
  const water: Item[] = [];
  for (const kind of ['nmda', 'ampa'] as const) {
    const near: Item[][] = [[], []];
    const middle: Item[][] = [[], []];
    const far: Item[][] = [[], []];
    for (const one of receptors.filter((receptor) => receptor.kind === kind)) {
      const object = builder.object(kind, [one.x, POST, one.z]);
      if (one.cut) {
        builder.anchor(`pore:${object}`, [one.x, POST, one.z]);
        water.push({ at: [one.x, POST, -7.2], scale: 1, colour: 'shade-water', outline: 0, fog: 0, id: builder.line(object) });
      }
      for (const half of one.cut ? [HALF_TURN] : [HALF_TURN, 0])
        for (const which of [0, 1]) {
          const item: Item = {
            at: [one.x, POST, one.z],
            scale: RECEPTOR_SCALE,
            turn: upright(one.turn + half),
            colour: which === 0 ? `fill-${kind}` : `fill-${kind}2`,
            outline: one.cut ? 1 : 0.5,
            fog: one.cut ? 0.3 : 0.95,
            id: builder.line(object),
          };
          (one.cut ? near : one.z > -27 ? middle : far)[which]?.push(item);
        }
    }
    for (const which of [0, 1] as const) {
      const side = which === 0 ? 1 : -1;
      builder.mesh(`${kind}-near-${which + 1}`, subunit(kind, side, 1500));
      builder.mesh(`${kind}-middle-${which + 1}`, subunit(kind, side, 480));
      builder.mesh(`${kind}-far-${which + 1}`, subunit(kind, side, 210));
      builder.batch(`${kind}:front:${which + 1}`, { ...looks, mesh: `${kind}-near-${which + 1}` }, near[which] ?? []);
      builder.batch(`${kind}:middle:${which + 1}`, { ...looks, mesh: `${kind}-middle-${which + 1}` }, middle[which] ?? []);
      builder.batch(`${kind}:behind:${which + 1}`, { ...looks, mesh: `${kind}-far-${which + 1}` }, far[which] ?? []);
    }
  }
  const [w, h] = [5.9, 3.6];
  builder.mesh(
    'pore-water',
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
  builder.batch('pore-water', { mesh: 'pore-water', detail: 'diagram', ground: 'ground-extracellular', flat: true }, water);
}

export function addMglur(builder: SceneBuilder): void {
  const halves: Item[][] = [[], []];
  for (const { at, lean } of MGLUR) {
    const object = builder.object('mglur', [at[0], at[1] + 12, at[2]]);
    for (const which of [0, 1]) {
      const turn = multiply(about([0, 0, 1], lean), upright(at[0] < 0 ? 0.15 : -0.2));
      const fog = at[2] < -20 ? 0.9 : 0.4;
      halves[which]?.push({ at, scale: 1.5, turn, colour: 'fill-mglur', outline: fog > 0.5 ? 0.6 : 1, fog, id: builder.line(object) });
    }
  }
  for (const which of [0, 1] as const) {
    const mesh = `mglur-${which + 1}`;
    builder.mesh(mesh, mglurHalf(which === 0 ? 1 : -1, 520));
    builder.batch(`mglur:${which + 1}`, { mesh, detail: 'diagram', ground: 'shade-cleft', fog: [-6, 80] }, halves[which] ?? []);
  }
}

/** Transporters: three lobes around a bowl open to the outside. In the cut the front is left out, so that one looks into it. */
export function addTransporters(builder: SceneBuilder, left: number, right: number): void {
  const random = new Random(31);
  const lobes: Item[][] = [[], [], []];
  const sides: Item[][] = [[], []];
  const bowls: Item[] = [];
  for (const { at, out, cut } of transporterPlaces()) {
    // Those outside every frame have no name of their own.
    const named = Math.abs(at[0]) < FRAME.x && at[1] > FRAME.low;
    const object = named ? builder.object('transporter', at) : at[0] < 0 ? left : right;
    const stand = fromUp([out[0], out[1], 0]);
    const turn = cut ? stand : multiply(stand, upright(random.between(0, 2)));
    const look = { at, scale: cut ? 1.25 : 1.4, turn, outline: cut ? 1 : 0.6, fog: cut ? 0.1 : 0.85 } as const;
    if (cut) bowls.push({ ...look, colour: 'ground-extracellular', outline: 0, fog: 0, id: builder.line(object) });
    for (const [which, list] of (cut ? sides : lobes).entries())
      list.push({ ...look, colour: which === 1 ? 'fill-transporter2' : 'fill-transporter', id: builder.line(object) });
  }
  const look = { detail: 'diagram', ground: 'ground-astrocyte', fog: [-6, 80] } as const;
  lobes.forEach((items, which) => {
    builder.mesh(`transporter-${which + 1}`, transporterLobe(which, 130));
    builder.batch(`transporters:${which + 1}`, { ...look, mesh: `transporter-${which + 1}` }, items);
  });
  sides.forEach((items, which) => {
    builder.mesh(`transporter-cut-${which + 1}`, transporterSide(which === 0 ? -1 : 1, 420));
    builder.batch(`transporters-cut:${which + 1}`, { ...look, mesh: `transporter-cut-${which + 1}` }, items);
  });
  // The bowl is of the medium outside: its section is pale, so that the protein makes the shape.
  const section = Array.from({ length: 25 }, (_, i): Vec2 => {
    const a = Math.PI * (1.06 + (0.88 * i) / 24);
    return [2.3 * Math.cos(a), 3.5 + 5 * Math.sin(a)];
  });
  builder.mesh('transporter-bowl', plate(section, 0.12));
  builder.batch('transporter-bowls', { ...look, mesh: 'transporter-bowl', flat: true }, bowls);
}

export function addChannels(builder: SceneBuilder): void {
  const items: Item[] = [];
  for (const [x, z] of CHANNELS) {
    const object = builder.object('caChannel', [x, PRE, z]);
    for (let i = 0; i < 4; i++) {
      const turn = upright((i * Math.PI) / 2);
      const front = z > -6;
      const [outline, fog] = front ? [1, 0.3] : [0.6, 0.9];
      items.push({ at: [x, PRE + 0.3, z - 1.6], scale: 1.18, turn, colour: 'fill-caChannel', outline, fog, id: builder.line(object) });
    }
  }
  builder.mesh('channel-lobe', channelLobe(170));
  builder.batch('ca-channels', { mesh: 'channel-lobe', detail: 'diagram', ground: 'shade-cleft', fog: [-6, 80] }, items);
}

/** Strings of scaffold beads under the halves of the receptors in front, and shorter ones under the first row behind. */
export function addScaffold(builder: SceneBuilder, object: number, receptors: readonly Receptor[], mesh: string): void {
  const random = new Random(95);
  const items: Item[] = [];
  for (const one of receptors.filter(({ z }) => z > -14))
    for (const side of [-1, 1]) {
      let [x, y] = [one.x + side * 4.5, POST - 11.4];
      for (let i = 0; i < (one.cut ? 6 : 3); i++) {
        const at: Vec3 = [x, y, one.z - 0.6];
        items.push({
          at,
          scale: random.between(2.1, 2.5),
          turn: random.turn(),
          colour: 'fill-scaffold',
          outline: 1,
          fog: one.cut ? 0 : 0.7,
          id: builder.line(object),
        });
        x += random.between(-0.8, 0.8) + side * 0.3;
        y -= 3.3;
      }
    }
  builder.batch('scaffold', { mesh, detail: 'diagram', ground: 'ground-psd' }, items);
}

export function addKinases(builder: SceneBuilder): void {
  const object = builder.object('camkii', KINASES[0] ?? [0, 0, 0]);
  builder.mesh('camkii', camkii(1200));
  const turns: readonly Quaternion[] = [fromEuler(-0.5, 0.35, 0), fromEuler(-0.2, -0.35, 1), fromEuler(0.35, -0.4, 2)];
  const look = { mesh: 'camkii', detail: 'diagram', ground: 'ground-spine', fog: [-4, 70] } as const;
  const item = (at: Vec3, i: number): Item => ({
    at,
    scale: 1.12,
    turn: turns[i] ?? [0, 0, 0, 1],
    colour: 'fill-camkii',
    outline: 1,
    fog: 0.4,
    id: builder.line(object),
  });
  builder.batch('camkii', look, KINASES.map(item));
}

/** Places of actin subunits, for the crowd to keep clear of. */
export function actinPath(): Vec3[] {
  return ACTIN.flatMap(({ from, to, z }) => {
    const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
    const size = Math.hypot(dx, dy);
    const n = Math.floor(size / 2.75);
    return Array.from({ length: n }, (_, i): Vec3 => {
      const t = i / n;
      const bow = Math.sin(t * 3.1) * 3;
      return [from[0] + dx * t + (bow * -dy) / size, from[1] + dy * t + (bow * dx) / size, z];
    });
  });
}

/** Ropes of two strands that wind around each other by 83° a step. */
export function addActin(builder: SceneBuilder): void {
  const object = builder.object('actin', [14, -90, -8]);
  const items: Item[] = [];
  let step = 0;
  const path = actinPath();
  for (const { from, to, z } of ACTIN) {
    const size = Math.hypot(to[0] - from[0], to[1] - from[1]);
    const across: Vec2 = [-(to[1] - from[1]) / size, (to[0] - from[0]) / size];
    for (let i = 0; i < Math.floor(size / 2.75); i++) {
      const [x, y] = path[step++] ?? [0, 0, 0];
      for (const strand of [0, Math.PI]) {
        const a = (i * 83 * Math.PI) / 180 + strand;
        const out = Math.cos(a) * 1.9;
        const at: Vec3 = [x + out * across[0], y + out * across[1], z + Math.sin(a) * 1.9];
        items.push({ at, scale: 1.95, colour: 'fill-actin', outline: 0.9, fog: 0.75, id: builder.line(object) });
      }
    }
  }
  builder.batch('actin', { mesh: 'sphere', detail: 'diagram', ground: 'ground-spine', fog: [-4, 70] }, items);
}

/** SNARE bundles between docked vesicles and the membrane, and beside the stalk of the fusing one. */
export function addSnares(builder: SceneBuilder, docked: readonly number[], fusing: number): void {
  const random = new Random(47);
  const items: Item[] = [];
  const string = (from: Vec3, to: Vec3, object: number): void => {
    for (const [strand, colour] of ['fill-snare', 'fill-synaptotagmin'].entries()) {
      const line = builder.line(object);
      for (let i = 0; i < 6; i++) {
        const t = i / 5;
        const wind = strand * Math.PI + t * 4;
        items.push({
          at: [
            from[0] + (to[0] - from[0]) * t,
            from[1] + (to[1] - from[1]) * t + Math.cos(wind) * 0.8,
            from[2] + (to[2] - from[2]) * t + Math.sin(wind) * 0.75,
          ],
          scale: random.between(1.1, 1.2),
          colour,
          outline: 1,
          fog: 0,
          id: line,
        });
      }
    }
  };
  CUT_VESICLES.slice(0, 2).forEach(([x, y], i) => {
    for (const side of [-1, 1]) {
      const a = -Math.PI / 2 + side * 0.8;
      const up: Vec3 = [x + Math.cos(a) * (VESICLE.radius + 4.3), y + Math.sin(a) * (VESICLE.radius + 4.3), -0.4];
      string([x + side * 7.5, PRE + 4.9, -0.4], up, docked[i] ?? 0);
    }
  });
  for (const side of [-1, 1]) string([FUSION.x + side * 21, PRE + 5, -0.4], [FUSION.x + side * 14.6, PRE + 8.5, -0.4], fusing);
  builder.batch('snares', { mesh: 'sphere', detail: 'calm', ground: 'ground-terminal' }, items);
}

/** Columns of adhesion proteins across the cleft, where no receptor stands. */
export function addAdhesion(builder: SceneBuilder, cleft: number, receptors: readonly Receptor[], mesh: string): void {
  const random = new Random(61);
  const items: Item[] = [];
  const placed: Vec2[] = [];
  for (let tries = 0; tries < 4000 && placed.length < 16; tries++) {
    const [x, z] = [random.between(-96, 96), random.between(-66, -12)];
    if (receptors.some((one) => Math.hypot(one.x - x, one.z - z) < (one.kind === 'nmda' ? 9.5 : 9))) continue;
    if (placed.some((one) => Math.hypot(one[0] - x, one[1] - z) < 12) || Math.abs(x - FUSION.x) < 16) continue;
    placed.push([x, z]);
    const floor = Math.abs(x) > 91 ? POST + 2.6 : POST + 5;
    for (let i = 0; i < 7; i++)
      items.push({
        at: [x + random.between(-0.7, 0.7), floor + i * 4.6, z],
        scale: random.between(2.5, 3),
        turn: random.turn(),
        colour: 'crowd-extracellular-1',
        outline: 0.55,
        fog: 1,
        id: builder.line(cleft),
      });
  }
  builder.batch('adhesion', { mesh, detail: 'plate', highTierOnly: true, ground: 'ground-extracellular', fog: [-2, 70] }, items);
}

/** Rings of glutamine synthetase in the astrocyte, which turns the cleared glutamate into glutamine. */
export function addRings(builder: SceneBuilder, left: number, right: number): Vec3[] {
  const places: readonly (readonly [Vec3, Quaternion])[] = [
    [[159, 22, -6], fromEuler(-0.4, 0.4, 0)],
    [[170, -26, -9], fromEuler(0.5, -0.3, 0.4)],
    [[-168, 0, -7], fromEuler(0.3, 0.5, 0.2)],
  ];
  builder.mesh('ring-of-six', ringOfSix(520));
  builder.batch(
    'astrocyte-rings',
    { mesh: 'ring-of-six', detail: 'calm', ground: 'ground-astrocyte' },
    places.map(([at, turn]) => {
      const id = builder.line(at[0] < 0 ? left : right);
      return { at, scale: 1.1, turn, colour: 'crowd-astrocyte-4', outline: 1, fog: 0.3, id };
    }),
  );
  return places.map(([at]) => at);
}
