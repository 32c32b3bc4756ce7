/** Which of the six levels a pack can show. A level without a drawing is never offered. */
import type { Model } from '../model/model';
import { LEVELS, type Layout, type Level, type Stage } from '../model/schema';

/** Levels this explorer can draw from a layout. It grows with the views, and only with them. */
const DRAWN_FROM_LAYOUT: readonly Level[] = ['cell'];

/** Levels this explorer can draw as plates from baked scenes. It grows with the views, and only with them. */
const DRAWN_AS_PLATE: readonly Level[] = ['synapse', 'receptor'];

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
  const levels = LEVELS.filter((level) => layoutOf(model, level) !== undefined || stageOf(model, level) !== undefined);
  known.set(model, levels);
  return levels;
}
