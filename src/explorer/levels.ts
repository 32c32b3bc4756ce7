/** Which of the six levels a pack can show. A level without a drawing is never offered. */
import type { Model } from '../model/model';
import type { Mode } from './state';
import { hasPage } from './page-scene';
import { LEVELS, type Layout, type Level, type Stage } from '../model/schema';

/** Levels this explorer can draw from a layout. It grows with the views, and only with them. */
const DRAWN_FROM_LAYOUT: readonly Level[] = ['cell'];

/** Levels this explorer can draw as plates from baked scenes. It grows with the views, and only with them. */
const DRAWN_AS_PLATE: readonly Level[] = ['synapse', 'receptor'];

/** Levels this explorer can draw from records without a drawing of their own. It grows with the views, and only with them. */
const DRAWN_FROM_RECORDS: readonly Level[] = ['person', 'brain', 'circuit'];

/** Pages this explorer has. It grows with the views, and only with them. */
const MODES_SHOWN: readonly Mode[] = ['explore', 'story', 'outline', 'evidence', 'article'];

/** The pages that exist for a pack, in the order of the top bar. */
export function modesOf(model: Model): readonly Mode[] {
  return MODES_SHOWN.filter((mode) => {
    if (mode === 'story') return model.tours.length > 0;
    return mode !== 'article' || model.statements.length > 0;
  });
}

/** Whether a level is drawn from records that have come. */
export function isPage(model: Model, level: Level): boolean {
  return model.complete && DRAWN_FROM_RECORDS.includes(level) && hasPage(model, level);
}

const known = new WeakMap<Model, readonly Level[]>();

/** The layout a level is drawn from, or undefined. The first one wins when a pack holds several. */
export function layoutOf(model: Model, level: Level): Layout | undefined {
  if (!DRAWN_FROM_LAYOUT.includes(level)) return undefined;
  return model.layouts.find((layout) => layout.level === level);
}

/** The stage a level is played on, or undefined: also while the parts of the pack that it needs are still to come. */
export function stageOf(model: Model, level: Level): Stage | undefined {
  if (!model.complete || !DRAWN_AS_PLATE.includes(level)) return undefined;
  return model.stages.find((stage) => stage.level === level);
}

/** Levels that exist for this pack, outermost first. Empty for a pack without a drawing. */
export function levelsOf(model: Model): readonly Level[] {
  const found = known.get(model);
  if (found) return found;
  const levels = LEVELS.filter(
    (level) => layoutOf(model, level) !== undefined || stageOf(model, level) !== undefined || isPage(model, level),
  );
  known.set(model, levels);
  return levels;
}

/** Entities whose receptors make up the synapse: where they stand on a map, the synapse is entered. */
export function synapseEntities(model: Model): readonly string[] {
  const objects = stageOf(model, 'synapse')?.objects ?? [];
  return objects.flatMap(({ kind, entity }) => (entity !== undefined && (kind === 'nmda' || kind === 'ampa') ? [entity] : []));
}
