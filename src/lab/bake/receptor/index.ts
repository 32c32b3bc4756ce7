/**
 * The receptor close-up: a receptor in a patch of membrane over the scaffold. Three of them stand in the same place, an NMDA and an AMPA
 * receptor with their front halves removed and a metabotropic one: a view shows one and hides the other two. Parts are named
 * "nmda:gate"; what moves is there in several poses, "ampa:lbd:0" and so on, of which a view shows one. Ligands, blockers and ions are
 * drawn by the view.
 */
import type { Scene3D } from '../../../design/scene-format';
import { helix } from '../beads';
import { SceneBuilder, type Item } from '../builder';
import { placed } from '../mesh';
import { addMolecules } from '../molecules';
import { crowdBody } from '../proteins';
import { Random } from '../random';
import { plate } from '../solids';
import { NO_TURN, type Vec2, type Vec3 } from '../vector';
import { addMglurPair, TRAP_POSES } from './mglur';
import { addHalves, AMPA_PLAN, FINE, HELICES, NMDA_PLAN, type Parts, type Plan } from './subunits';
import { addSurroundings } from './surroundings';

/** Sizes of small molecules as multiples of their plans: ketamine and magnesium fill the pore as they do. */
const DRAWN = { glutamate: 0.64, glycine: 0.66, ketamine: 0.6, mg: 0.5, ca: 0.42, na: 0.36, k: 0.42 } as const;

function partsOf(builder: SceneBuilder, kind: 'nmda' | 'ampa', plan: Plan, side: -1 | 1): Parts {
  const add = (part: string, [x, y, z]: Vec3): number => builder.object(`${kind}:${part}`, [x * side, y, z]);
  const [upper] = plan.atd;
  return {
    atd: add('atd', [upper.at[0] + 2.2, 11, -1]),
    lbd: plan.poses.map((_, pose) => add(`lbd:${pose}`, [4.4, 6.5, -1])),
    gate: add('gate', [0.75, 2.6, -0.6]),
    loop: add('loop', [1.1, -1.2, 0]),
    helices: add('helices', [3.2, 0, -1]),
    tail: add('tail', [3, -5.4, -0.7]),
  };
}

const rectangle = (x0: number, y0: number, x1: number, y1: number): Vec2[] => [
  [x0, y0],
  [x1, y0],
  [x1, y1],
  [x0, y1],
];

/** Half of the water-filled pore from the gate to the mouth in the cytosol: [half-width, height]. */
const PORE: readonly Vec2[] = [
  [1, 2.7],
  [0.6, 2.2],
  [0.9, 1.2],
  [1.25, 0.2],
  [1.15, -0.5],
  [0.45, -0.9],
  [0.4, -1.3],
  [0.8, -1.9],
  [1.3, -2.75],
];

/** The pale water of a pore and the protein behind it, flat, behind the helices. */
function addPore(builder: SceneBuilder, colours: readonly [string, string], group: string): void {
  const object = builder.object(`${group}:pore`, [0, 0, -2]);
  const flat = { detail: 'diagram', ground: 'ground-extracellular', flat: true } as const;
  const item = (colour: string, z: number): Item => ({ at: [0, 0, z], scale: 1, colour, outline: 0, fog: 0, id: builder.line(object) });
  builder.batch(`${group}:backing:1`, { ...flat, mesh: 'backing-left' }, [item(`shade-${colours[0]}-backing`, -2.95)]);
  builder.batch(`${group}:backing:2`, { ...flat, mesh: 'backing-right' }, [item(`shade-${colours[1]}-backing`, -2.95)]);
  builder.batch(`${group}:water`, { ...flat, mesh: 'pore-water' }, [item('shade-water', -2.85)]);
}

/** Where ligands and blockers sit: things to point at, drawn only when something is there. */
const SITES: Readonly<Record<string, Vec3>> = {
  'nmda:glycineSite': [-3.7, 5.5, -0.25],
  'nmda:glutamateSite': [3.7, 5.5, -0.25],
  'nmda:ketamineSite': [0, 0.62, 0.2],
  'nmda:mgSite': [0, -1, 0.3],
  'ampa:glutamateSite': [3.3, 5.45, -0.25],
  'mglur:glutamateSite': [3.6, 10.3, 1.3],
};

export function bakeReceptor(): Scene3D {
  const builder = new SceneBuilder('receptor');
  const random = new Random(9);
  for (const [kind, at] of Object.entries(SITES)) builder.object(kind, at);

  addMolecules(builder, DRAWN);
  builder.mesh('helix-long', placed(helix(HELICES.long, 0.56), FINE, NO_TURN, [0, 0, 0]));
  builder.mesh('helix-short', placed(helix(HELICES.short, 0.44), FINE, NO_TURN, [0, 0, 0]));
  builder.mesh('backing-left', plate(rectangle(-4.25, -2.75, 0, 2.75), 0));
  builder.mesh('backing-right', plate(rectangle(0, -2.75, 4.25, 2.75), 0));
  builder.mesh('pore-water', plate([...PORE.map(([x, y]): Vec2 => [-x, y]), ...PORE.toReversed()], 0));
  for (let i = 1; i <= 4; i++) builder.mesh(`body-${i}`, placed(crowdBody(197 + i * 3, 190), FINE, NO_TURN, [0, 0, 0]));

  for (const [kind, plan] of Object.entries({ nmda: NMDA_PLAN, ampa: AMPA_PLAN }) as ['nmda' | 'ampa', Plan][]) {
    const parts = [partsOf(builder, kind, plan, -1), partsOf(builder, kind, plan, 1)] as const;
    const colours = [kind, `${kind}2`] as const;
    addHalves(builder, plan, { at: [0, 0, 0], colours, group: kind, parts }, random);
    addPore(builder, colours, kind);
  }
  addMglurPair(
    builder,
    {
      traps: Array.from({ length: TRAP_POSES }, (_, pose) => builder.object(`mglur:atd:${pose}`, [4.2, 10.8, 0])),
      stalk: builder.object('mglur:stalk', [2.4, 5, 0]),
      helices: builder.object('mglur:helices', [3.2, 0, 0]),
      tail: builder.object('mglur:tail', [3, -5, 0]),
    },
    random,
  );
  addSurroundings(builder, random);

  const anchors: Readonly<Record<string, Vec3>> = {
    gate: [0, 2.7, -0.6],
    vestibule: [0, 0.6, -1],
    filter: [0, -1.1, 0],
    top: [0, 14.2, -1],
    gluN1: [-2.4, 14, 0],
    gluN2: [2.4, 14, 0],
    membraneTop: [-8, 2.4, 0],
    membraneBottom: [-8, -2.4, 0],
    outside: [0, 15, 0],
    inside: [0, -8, 0],
  };
  for (const [name, at] of Object.entries(anchors)) builder.anchor(name, at);
  return builder.build();
}
