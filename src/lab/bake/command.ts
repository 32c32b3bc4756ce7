/** `bake [synapse|receptor]`: writes the scenes of the 3D plates into `public/scenes/`. The same code gives the same bytes. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeScene, type Scene3D } from '../../design/scene-format';
import { reportOf, reportText } from './report';
import { bakeReceptor } from './receptor';
import { bakeSynapse } from './synapse';

const SCENES: Readonly<Record<string, () => Scene3D>> = { synapse: bakeSynapse, receptor: bakeReceptor };
const FOLDER = join(import.meta.dirname, '../../../public/scenes');

/** Bakes the named scenes, or all. Gives 2 for a name that is none. */
export function bakeCommand(names: readonly string[]): number {
  const unknown = names.find((name) => !Object.hasOwn(SCENES, name));
  if (unknown !== undefined) {
    console.error(`there is no scene "${unknown}"; there are ${Object.keys(SCENES).join(' and ')}`);
    return 2;
  }
  mkdirSync(FOLDER, { recursive: true });
  for (const [name, bake] of Object.entries(SCENES)) {
    if (names.length > 0 && !names.includes(name)) continue;
    const scene = bake();
    const file = encodeScene(scene);
    writeFileSync(join(FOLDER, `${name}.bin`), file);
    console.log(reportText(name, reportOf(scene, file)));
  }
  return 0;
}
