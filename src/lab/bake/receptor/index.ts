/**
 * The receptor close-up: an NMDA receptor with its front half removed, in a patch of membrane over the scaffold. To its right stand an
 * AMPA receptor (x = 40) and a metabotropic receptor (x = 80) for contrast. Ligands, blockers and ions are drawn by the view.
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
import { addMglurPair } from './mglur';
import { addHalves, AMPA_PLAN, FINE, HELICES, NMDA_PLAN, type Parts } from './subunits';
import { addSurroundings } from './surroundings';

/** Sizes of small molecules as multiples of their plans: ketamine and magnesium fill the pore as they do. */
const DRAWN = { glutamate: 0.64, glycine: 0.66, ketamine: 0.6, mg: 0.5, ca: 0.42, na: 0.36, k: 0.42 } as const;

/** Where the receptors stand. */
export const PLACES = { nmda: 0, ampa: 40, mglur: 80 } as const;

function partsOf(builder: SceneBuilder, at: number, kinds: (part: string) => string, side: -1 | 1): Parts {
  const add = (part: string, [x, y, z]: Vec3): number => builder.object(kinds(part), [at + x * side, y, z]);
  return {
    atd: add('atd', [4.4, 11, -1]),
    lbd: add('lbd', [4.4, 6.5, -1]),
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
function addPore(builder: SceneBuilder, x: number, colours: readonly [string, string], group: string, object: number): void {
  const flat = { detail: 'diagram', ground: 'ground-extracellular', flat: true } as const;
  const item = (colour: string, z: number): Item => ({ at: [x, 0, z], scale: 1, colour, outline: 0, fog: 0, id: builder.line(object) });
  builder.batch(`${group}:backing:1`, { ...flat, mesh: 'backing-left' }, [item(`shade-${colours[0]}-backing`, -2.95)]);
  builder.batch(`${group}:backing:2`, { ...flat, mesh: 'backing-right' }, [item(`shade-${colours[1]}-backing`, -2.95)]);
  builder.batch(`${group}:water`, { ...flat, mesh: 'pore-water' }, [item('shade-water', -2.85)]);
}

export function bakeReceptor(): Scene3D {
  const builder = new SceneBuilder('receptor');
  const random = new Random(9);
  const left = partsOf(builder, PLACES.nmda, (part) => part, -1);
  const right = partsOf(builder, PLACES.nmda, (part) => part, 1);
  const sites: Readonly<Record<string, Vec3>> = {
    glycineSite: [-3.7, 5.5, -0.25],
    glutamateSite: [3.7, 5.5, -0.25],
    ketamineSite: [0, 0.62, 0.2],
    mgSite: [0, -1, 0.3],
  };
  for (const [kind, at] of Object.entries(sites)) builder.object(kind, at);
  const pore = builder.object('pore', [0, 0, -2]);
  const ampa = builder.object('ampa', [PLACES.ampa + 3.5, 9.5, -1]);
  const mglur = builder.object('mglur', [PLACES.mglur + 3, 10.5, 0]);

  addMolecules(builder, DRAWN);
  builder.mesh('helix-long', placed(helix(HELICES.long, 0.56), FINE, NO_TURN, [0, 0, 0]));
  builder.mesh('helix-short', placed(helix(HELICES.short, 0.44), FINE, NO_TURN, [0, 0, 0]));
  builder.mesh('backing-left', plate(rectangle(-4.25, -2.75, 0, 2.75), 0));
  builder.mesh('backing-right', plate(rectangle(0, -2.75, 4.25, 2.75), 0));
  builder.mesh('pore-water', plate([...PORE.map(([x, y]): Vec2 => [-x, y]), ...PORE.toReversed()], 0));
  for (let i = 1; i <= 4; i++) builder.mesh(`body-${i}`, placed(crowdBody(197 + i * 3, 190), FINE, NO_TURN, [0, 0, 0]));

  addHalves(builder, NMDA_PLAN, { at: [0, 0, 0], colours: ['nmda', 'nmda2'], group: 'nmda', parts: [left, right] }, random);
  addPore(builder, 0, ['nmda', 'nmda2'], 'nmda', pore);
  const one: Parts = { atd: ampa, lbd: ampa, gate: ampa, loop: ampa, helices: ampa, tail: ampa };
  const where: Vec3 = [PLACES.ampa, 0, 0];
  addHalves(builder, AMPA_PLAN, { at: where, colours: ['ampa', 'ampa2'], group: 'ampa', parts: [one, one] }, random);
  addPore(builder, PLACES.ampa, ['ampa', 'ampa2'], 'ampa', ampa);
  addMglurPair(builder, PLACES.mglur, mglur, random);
  addSurroundings(builder, [PLACES.nmda, PLACES.ampa], [PLACES.mglur], random);

  const anchors: Readonly<Record<string, Vec3>> = {
    ...sites,
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
    ampaPore: [PLACES.ampa, 0, 0],
    ampaGlutamateLeft: [PLACES.ampa - 3.3, 5.45, -0.25],
    ampaGlutamateRight: [PLACES.ampa + 3.3, 5.45, -0.25],
    mglurCentre: [PLACES.mglur, 4, 0],
    mglurGlutamate: [PLACES.mglur + 3.3, 10.1, 1.2],
  };
  for (const [name, at] of Object.entries(anchors)) builder.anchor(name, at);
  return builder.build();
}
