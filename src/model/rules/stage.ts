/** Stages whose words for other cases can all come to speak. */
import type { StageCase } from '../schema';
import type { Draft, Finding, Path } from './draft';
import { livingOf } from './draft';

const CONDITIONS = ['receptor', 'ketamine', 'mg', 'glutamate'] as const satisfies readonly (keyof StageCase)[];

/** Whether every bench of the narrow case is one of the wide case too. */
function covers(wide: StageCase, narrow: StageCase): boolean {
  return CONDITIONS.every((condition) => wide[condition] === undefined || wide[condition] === narrow[condition]);
}

/** No variant stands behind one that holds whenever it does. */
export function stageVariants(draft: Draft): Finding[] {
  return livingOf(draft, 'stages').flatMap((entry): Finding[] => {
    const { variants = [] } = entry.value;
    return variants.flatMap(({ when }, index): Finding[] => {
      const before = variants.slice(0, index).findIndex((earlier) => covers(earlier.when, when));
      if (before < 0) return [];
      const path: Path = ['variants', index];
      const message = `this variant never speaks, because variant ${before} holds whenever it does`;
      return [{ entry, path, message, remedy: 'put it first, or narrow the other one', loss: { cut: path } }];
    });
  });
}
