/** What moves in the baked close-up: ligands on their sites, what is in the pore, ions that pass, and the medium. Pure. */
import type { ActorTable } from '../plate3d/geometry';
import type { ReceptorKind } from './anatomy';
import type { Shown } from './drawing';
import type { MediumMolecule } from './medium';

type Place = readonly [number, number, number];

interface Molecule {
  readonly mesh: string;
  readonly at: Place;
  /** Euler angles about x, y and z in this order, radians. */
  readonly turn: Place;
}

const GLYCINE: Molecule = { mesh: 'glycine', at: [-3.7, 5.5, -0.25], turn: [0, 0.2, 0.3] };
/** Glutamate on the halves that bind it: one of an NMDA receptor, both of the others. */
const GLUTAMATE: Readonly<Record<ReceptorKind, readonly Molecule[]>> = {
  nmda: [{ mesh: 'glutamate', at: [3.7, 5.5, -0.25], turn: [0, -0.2, -0.4] }],
  ampa: [
    { mesh: 'glutamate', at: [-3.3, 5.45, -0.25], turn: [0, 0.2, 0.4] },
    { mesh: 'glutamate', at: [3.3, 5.45, -0.25], turn: [0, -0.2, -0.4] },
  ],
  mglur: [
    { mesh: 'glutamate', at: [-3.55, 10.3, 1.25], turn: [0, 0.2, 0.1] },
    { mesh: 'glutamate', at: [3.55, 10.3, 1.25], turn: [0, -0.2, -0.1] },
  ],
};
const KETAMINE: Molecule = { mesh: 'ketamine', at: [0, 0.62, 0.2], turn: [0.1, -0.2, 1.3] };
const MG: Molecule = { mesh: 'mg', at: [0, -1, 0.3], turn: [0.25, 0.6, 0] };
/** Ions on their way, from the outside in. The AMPA receptor drawn here has GluA2, which keeps Ca2+ out. */
const PASSING: readonly Molecule[] = [9.6, 7.6, 5.8, 4.1, 2.5, 1, -0.6, -2.4, -4.2, -6].map((y, k) => ({
  mesh: k % 3 === 1 ? 'ca' : 'na',
  at: [(k % 2 === 0 ? -0.25 : 0.25) * (y > 4 || y < -3 ? 2 : 1), y, 0.9],
  turn: [0, 0, k],
}));

const MESHES = ['glutamate', 'glycine', 'ketamine', 'mg', 'ca', 'na'] as const;
const CAPACITY = 24;

/** Empty tables, one a molecule. They keep their identity; `fill` rewrites them. */
export function tables(): readonly ActorTable[] {
  return MESHES.map((mesh) => ({
    mesh,
    capacity: CAPACITY,
    count: 0,
    positions: new Float32Array(CAPACITY * 3),
    scales: new Float32Array(CAPACITY).fill(1),
    rotations: new Float32Array(CAPACITY * 4),
    colour: `fill-${mesh}`,
    ids: new Uint16Array(CAPACITY),
  }));
}

/** Rewrites the tables for a state in a medium. Ids name the sites, so that what is bound can be pointed at. */
export function fill(
  actors: readonly ActorTable[],
  kind: ReceptorKind,
  shown: Shown,
  medium: readonly MediumMolecule[],
  idOf: (site: string) => number,
): void {
  const present: readonly (readonly [Molecule, string])[] = [
    ...(shown.glycine && kind === 'nmda' ? [[GLYCINE, 'glycineSite'] as const] : []),
    ...(shown.glutamate ? GLUTAMATE[kind].map((molecule) => [molecule, 'glutamateSite'] as const) : []),
    ...(shown.ketamine ? [[KETAMINE, 'ketamineSite'] as const] : []),
    ...(shown.mg ? [[MG, 'mgSite'] as const] : []),
    ...(shown.ions ? PASSING.map((ion) => [kind === 'ampa' ? { ...ion, mesh: 'na' } : ion, ''] as const) : []),
    ...medium.map(({ glyph, at, turn }) => [{ mesh: glyph, at, turn: [0, 0, turn] }, ''] as const),
  ];
  for (const table of actors) {
    table.count = 0;
    for (const [molecule, site] of present) {
      if (molecule.mesh !== table.mesh || table.count >= table.capacity) continue;
      const k = table.count;
      table.positions.set(molecule.at, k * 3);
      table.rotations.set(quaternion(molecule.turn), k * 4);
      table.ids[k] = site === '' ? 0 : idOf(site);
      table.count = k + 1;
    }
  }
}

/** Quaternion xyzw of a turn about x, then y, then z of the turned axes (the order "XYZ" of three). */
function quaternion([x, y, z]: Place): readonly [number, number, number, number] {
  const [cx, cy, cz] = [Math.cos(x / 2), Math.cos(y / 2), Math.cos(z / 2)];
  const [sx, sy, sz] = [Math.sin(x / 2), Math.sin(y / 2), Math.sin(z / 2)];
  return [sx * cy * cz + cx * sy * sz, cx * sy * cz - sx * cy * sz, cx * cy * sz + sx * sy * cz, cx * cy * cz - sx * sy * sz];
}
