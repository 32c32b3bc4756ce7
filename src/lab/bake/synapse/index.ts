/** The synapse plate: everything that stands still in it. Free molecules and what is in the pores are drawn by the view. */
import type { Scene3D } from '../../../design/scene-format';
import { SceneBuilder } from '../builder';
import { addMolecules } from '../molecules';
import { plate } from '../solids';
import type { Vec2, Vec3 } from '../vector';
import { addBodies, addCrowd, BODIES, type Place } from './crowd';
import {
  ASTRO_LEFT,
  ASTRO_RIGHT,
  CUT_VESICLES,
  DENSITY,
  DEPTH,
  FUSION,
  INSIDE,
  KINASES,
  POST,
  PRE,
  receptors,
  SPINE,
  TERMINAL,
  TERMINAL_CUT,
  transporterPlaces,
  VESICLE,
  WHOLE_VESICLES,
} from './layout';
import { addMembranes, takenBy, takenByChannels, takenByTransporters } from './membranes';
import {
  actinPath,
  addActin,
  addAdhesion,
  addChannels,
  addKinases,
  addMglur,
  addReceptors,
  addRings,
  addScaffold,
  addSnares,
  addTransporters,
} from './proteins';
import { addResting } from './resting';
import { addVesicleProteins, addVesicles, nameVesicles } from './vesicles';

const tints = (place: string, count: number): string[] => Array.from({ length: count }, (_, i) => `crowd-${place}-${i + 1}`);

/** Sizes of small molecules as multiples of their plans (ART-DIRECTION 6, last column). */
const DRAWN = { glutamate: 1.75, glycine: 1.75, ketamine: 2.05, mg: 2.15, ca: 1.75, na: 1.35, k: 1.65 } as const;

export function bakeSynapse(): Scene3D {
  const builder = new SceneBuilder('synapse');
  const bouton = builder.object('bouton', [-104, PRE + 36, -4]);
  const spine = builder.object('spine', [92, -50, -4]);
  const psd = builder.object('psd', [-70, POST - 24, -2]);
  const left = builder.object('astrocyteLeft', [-156, -8, -4]);
  const right = builder.object('astrocyteRight', [152, 0, -4]);
  const cleft = builder.object('cleft', [-94, 6, -2]);
  const vesicles = nameVesicles(builder, bouton);
  const rows = receptors();
  addMolecules(builder, DRAWN);
  addBodies(builder);
  const [scaffoldMesh, adhesionMesh, vesicleProteinMesh] = [BODIES[2], BODIES[0], BODIES[1]];

  const spineTaken = takenBy(rows);
  addMembranes(builder, [
    {
      name: 'bouton',
      object: bouton,
      ground: 'ground-terminal',
      cut: TERMINAL_CUT,
      deep: TERMINAL,
      taken: takenByChannels,
      fused: vesicles.fusing,
      polygon: INSIDE.bouton,
    },
    { name: 'spine', object: spine, ground: 'ground-spine', cut: SPINE, deep: SPINE, taken: spineTaken, polygon: INSIDE.spine },
    {
      name: 'astrocyte-right',
      object: right,
      ground: 'ground-astrocyte',
      cut: ASTRO_RIGHT,
      deep: ASTRO_RIGHT,
      taken: takenByTransporters,
      polygon: INSIDE.astrocyteRight,
    },
    {
      name: 'astrocyte-left',
      object: left,
      ground: 'ground-astrocyte',
      cut: ASTRO_LEFT,
      deep: ASTRO_LEFT,
      taken: takenByTransporters,
      polygon: INSIDE.astrocyteLeft,
    },
  ]);
  // Seen from 8° above, what lies at the back of the section looks 10 nm higher.
  builder.mesh(
    'ground-density',
    plate(
      DENSITY.map(([x, y]): Vec2 => [x, y - 9]),
      0.4 - DEPTH,
    ),
  );
  builder.batch('ground:psd', { mesh: 'ground-density', detail: 'diagram', ground: 'ground-psd', flat: true }, [
    { at: [0, 0, 0], scale: 1, colour: 'ground-psd', outline: 0, fog: 0, id: builder.line(psd) },
  ]);

  addVesicles(builder, vesicles);
  addResting(builder, vesicles.fusing);
  addVesicleProteins(builder, vesicles, vesicleProteinMesh);
  addReceptors(builder, rows);
  addMglur(builder);
  addTransporters(builder, left, right);
  addChannels(builder);
  addScaffold(builder, psd, rows, scaffoldMesh);
  addKinases(builder);
  addActin(builder);
  addSnares(builder, vesicles.cut, vesicles.fusing);
  addAdhesion(builder, cleft, rows, adhesionMesh);
  const rings = addRings(builder, left, right);

  for (const place of places({ bouton, spine, psd, left, right, transporters: transporterPlaces().map(({ at }) => at), rings }))
    addCrowd(builder, place);

  const anchors: Readonly<Record<string, Vec3>> = {
    fusion: [FUSION.x, PRE, 0],
    cleftCentre: [FUSION.x, (PRE + POST) / 2, -20],
    cleftTop: [-96, PRE - 3, 0],
    cleftBottom: [-96, POST + 3, 0],
    fusingVesicleTop: [FUSION.x, FUSION.y + VESICLE.radius + 2, 0],
    bouton: [-104, PRE + 36, 0],
    spine: [92, -50, 0],
    spineNeck: [0, -100, 0],
    psd: [-70, POST - 24, 0],
    astrocyte: [152, 0, 0],
    astrocyteLeft: [-156, -8, 0],
    vesicle: [(CUT_VESICLES[1]?.[0] ?? 0) + 16, (CUT_VESICLES[1]?.[1] ?? 0) + 15, 0],
    actin: [14, -90, -6],
    camkii: KINASES[0] ?? [0, 0, 0],
  };
  for (const [name, at] of Object.entries(anchors)) builder.anchor(name, at);
  return builder.build();
}

interface Things {
  readonly bouton: number;
  readonly spine: number;
  readonly psd: number;
  readonly left: number;
  readonly right: number;
  readonly transporters: readonly Vec3[];
  readonly rings: readonly Vec3[];
}

/** The compartments with what their crowd keeps clear of. */
export function places(things: Things): Place[] {
  const whole = VESICLE.radius + 2.2;
  const byVesicle = (x: number, y: number, z: number, r: number): boolean =>
    [...CUT_VESICLES, [FUSION.x, FUSION.y, -0.5] as const].some(([vx, vy]) => Math.hypot(x - vx, y - vy) < VESICLE.radius + 3.6 + r) ||
    WHOLE_VESICLES.some((v) => Math.hypot(x - v[0], y - v[1], Math.min(0, z - v[2])) < whole + r * (z > v[2] ? 0.5 : 1)) ||
    (Math.abs(x - FUSION.x) < FUSION.foot + r && y < FUSION.y);
  const actin = actinPath();
  const rows = receptors();
  const byTail = (x: number, _y: number, z: number, r: number): boolean =>
    rows.some((one) => one.cut && Math.abs(Math.abs(x - one.x) - 4.6) < 1.8 + r * 0.5 && z > -7 - r);
  const bySpineThings = (x: number, y: number, z: number, r: number): boolean =>
    (y > POST - 33 && Math.abs(x) < 92) ||
    KINASES.some((k) => Math.hypot(k[0] - x, k[1] - y) < 10.5 + r && z > k[2] - 8 - r) ||
    actin.some((a) => Math.hypot(a[0] - x, a[1] - y) < 3.6 + r && z > a[2] - 5 - r);
  const byAstroThings = (x: number, y: number, z: number, r: number): boolean =>
    things.transporters.some((t) => Math.hypot(t[0] - x, t[1] - y, t[2] - z) < 6.5 + r) ||
    things.rings.some((t) => Math.hypot(t[0] - x, t[1] - y) < 7.5 + r && z > t[2] - 6 - r);
  const base = { margin: 4.4, radii: [2, 5.5] } as const;
  return [
    {
      ...base,
      name: 'terminal',
      object: things.bouton,
      polygon: INSIDE.bouton,
      wall: TERMINAL,
      box: [-190, PRE, 190, 140],
      count: 1150,
      ground: 'ground-terminal',
      colours: tints('terminal', 5),
      avoid: byVesicle,
      seed: 201,
    },
    {
      ...base,
      name: 'psd',
      object: things.psd,
      polygon: DENSITY,
      wall: SPINE,
      margin: 5,
      radii: [1.6, 3.8],
      box: [-92, POST - 32, 94, POST - 4],
      count: 1000,
      ground: 'ground-psd',
      colours: tints('psd', 5),
      avoid: byTail,
      seed: 203,
    },
    {
      ...base,
      name: 'spine',
      object: things.spine,
      polygon: SPINE,
      wall: SPINE,
      box: [-122, -128, 122, POST],
      count: 1200,
      ground: 'ground-spine',
      colours: tints('spine', 5),
      avoid: bySpineThings,
      seed: 205,
    },
    {
      ...base,
      name: 'astrocyte-right',
      object: things.right,
      polygon: INSIDE.astrocyteRight,
      wall: ASTRO_RIGHT,
      box: [112, -128, 216, 110],
      count: 520,
      ground: 'ground-astrocyte',
      colours: tints('astrocyte', 4),
      avoid: byAstroThings,
      seed: 207,
    },
    {
      ...base,
      name: 'astrocyte-left',
      object: things.left,
      polygon: INSIDE.astrocyteLeft,
      wall: ASTRO_LEFT,
      box: [-216, -128, -122, 110],
      count: 520,
      ground: 'ground-astrocyte',
      colours: tints('astrocyte', 4),
      avoid: byAstroThings,
      seed: 209,
    },
  ];
}
