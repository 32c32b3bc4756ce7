/** Small molecules (ART-DIRECTION 6), nm. `drawn` is the size in a scene as a multiple of the plan's own size. */
import { ball, hexagon, joined, type Field } from './field';
import { placed, type Mesh } from './mesh';
import { globe, octahedron, ringedBall } from './solids';
import { meshOf } from './surface-nets';
import { NO_TURN } from './vector';
import type { SceneBuilder } from './builder';

const glutamate: Field = (x, y, z) =>
  joined(joined(ball(x, y, z, [-0.62, 0, 0], 0.62), ball(x, y, z, [0.62, 0, 0], 0.62), 0.35), ball(x, y, z, [-0.1, 0.62, 0], 0.4), 0.2);

const glycine: Field = (x, y, z) => joined(ball(x, y, z, [-0.35, 0, 0], 0.6), ball(x, y, z, [0.55, 0, 0], 0.42), 0.3);

/** Two hexagonal plates, the second tilted by 0.9 rad, with the beads of the chlorine and of the amine. */
const ketamine: Field = (x, y, z) => {
  const [c, s] = [Math.cos(0.9), Math.sin(0.9)];
  const one = hexagon(x + 0.82, y + 0.1, z, 0.78, 0.3) - 0.08;
  const other = hexagon(x - 0.72, c * (y - 0.12) + s * z, -s * (y - 0.12) + c * z, 0.78, 0.34) - 0.08;
  const plates = joined(one, other, 0.16);
  return joined(joined(plates, ball(x, y, z, [-1.15, 1.1, 0], 0.42), 0.1), ball(x, y, z, [0.35, 1.15, -0.1], 0.34), 0.12);
};

export const MOLECULES = ['glutamate', 'glycine', 'ketamine', 'mg', 'ca', 'na', 'k'] as const;
export type Molecule = (typeof MOLECULES)[number];

function plan(name: Molecule): Mesh {
  switch (name) {
    case 'glutamate':
      return meshOf(glutamate, [-1.5, -1, -1], [1.5, 1.4, 1], 0.12, 110);
    case 'glycine':
      return meshOf(glycine, [-1.3, -1, -1], [1.3, 1, 1], 0.12, 110);
    case 'ketamine':
      return meshOf(ketamine, [-2.4, -1.7, -1.7], [2.4, 1.9, 1.7], 0.09, 420);
    case 'mg':
      return octahedron(1.15);
    case 'ca':
      return ringedBall(0.72, 1.12, 0.17);
    case 'na':
      return globe(1, 2);
    case 'k':
      return globe(1, 2);
  }
}

/** Adds the mesh of every small molecule at its drawn size: scale 1 is right in this scene. */
export function addMolecules(builder: SceneBuilder, drawn: Readonly<Record<Molecule, number>>): void {
  for (const name of MOLECULES) builder.mesh(name, placed(plan(name), drawn[name], NO_TURN, [0, 0, 0]));
}
