/** From state and model to what is on screen. Pure for the caller; the last scene of each model is remembered. */
import type { Model } from '../model/model';
import { isPage, layoutOf, stageOf } from './levels';
import { mapSceneOf } from './map-scene';
import { pageSceneOf } from './page-scene';
import { plateSceneOf, variantOf } from './plate-scene';
import type { Scene } from './scene';
import type { ExplorerState } from './state';

interface Remembered {
  readonly inputs: readonly unknown[];
  readonly scene: Scene;
}

const remembered = new WeakMap<Model, Remembered>();

/**
 * The scene of the state's level, or null when the pack has no drawing for it. The same inputs give the same object, and items
 * that did not change keep their identity from one scene to the next.
 */
export function sceneOf(state: ExplorerState, model: Model): Scene | null {
  const layout = layoutOf(model, state.level);
  const stage = layout ? undefined : stageOf(model, state.level);
  const page = !layout && !stage && isPage(model, state.level);
  if (!layout && !stage && !page) return null;
  const said = stage && variantOf(stage, state.bench);
  const inputs = [layout ?? stage ?? state.level, state.selection, state.lit, state.filters, state.when, state.bench.receptor, said];
  const last = remembered.get(model);
  if (last && last.inputs.every((input, index) => input === inputs[index])) return last.scene;
  const before = last?.scene.kind === 'map' ? last.scene : null;
  const scene = layout ? mapSceneOf(state, model, layout, before) : stage ? plateSceneOf(state, model, stage) : pageSceneOf(state, model);
  remembered.set(model, { inputs, scene });
  return scene;
}
