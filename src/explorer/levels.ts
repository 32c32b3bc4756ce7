/** Which of the six levels a pack can show. A level without a drawing is never offered. */
import type { Model } from '../model/model';
import { LEVELS, type Layout, type Level } from '../model/schema';

/** Levels this explorer can draw from a layout. It grows with the views, and only with them. */
const DRAWN_FROM_LAYOUT: readonly Level[] = ['cell'];

const known = new WeakMap<Model, readonly Level[]>();

/** The layout a level is drawn from, or undefined. The first one wins when a pack holds several. */
export function layoutOf(model: Model, level: Level): Layout | undefined {
  if (!DRAWN_FROM_LAYOUT.includes(level)) return undefined;
  return model.layouts.find((layout) => layout.level === level);
}

/** Levels that exist for this pack, outermost first. Empty for a pack without a drawing. */
export function levelsOf(model: Model): readonly Level[] {
  const found = known.get(model);
  if (found) return found;
  const levels = LEVELS.filter((level) => layoutOf(model, level) !== undefined);
  known.set(model, levels);
  return levels;
}
