/** The scene in a few sentences: the text alternative of the picture and of its exports. */
import { hypothesisOf } from '../explorer/lookup';
import type { MapScene, Scene, SceneNode } from '../explorer/scene';
import type { ExplorerState } from '../explorer/state';
import type { Model } from '../model/model';
import { whenWords } from './duration';
import type { Messages } from './messages';
import { nameOf } from './names';
import { plateSummary } from './plate';

/** Place, time, counts, what is lit, what is selected and what is measured at this time, in this order. */
export function sceneSummary(scene: Scene, state: ExplorerState, model: Model, messages: Messages): string {
  switch (scene.kind) {
    case 'plate':
      return plateSummary(scene, state, messages);
    case 'page':
      return messages.speech.summary.page(
        messages.navigator.levels[scene.level],
        whenWords(state.when, messages, model.manifest.clocks),
        scene.items.length,
      );
    case 'map':
      return mapSummary(scene, state, model, messages);
  }
}

function mapSummary(scene: MapScene, state: ExplorerState, model: Model, messages: Messages): string {
  const words = messages.speech.summary;
  const shown = scene.edges.filter((edge) => edge.passes);
  const hidden = scene.edges.length - shown.length;
  const sentences = [
    words.place(scene.layout.title, whenWords(state.when, messages, model.manifest.clocks)),
    words.counts(scene.nodes.length, shown.length, scene.layout.compartments.length),
    ...(hidden > 0 ? [words.hidden(hidden)] : []),
    ...litWords(scene, state, model, messages),
    ...(state.selection === null ? [] : [words.selected(nameOf(state.selection, model, messages).replace(/\.$/, ''))]),
    measuredWords(scene.nodes, messages),
  ];
  return sentences.join(' ');
}

function litWords(scene: MapScene, state: ExplorerState, model: Model, messages: Messages): readonly string[] {
  const words = messages.speech.summary;
  const [a, b] = state.lit.map((id) => hypothesisOf(model, id)?.name ?? id);
  const count = (route: string): number => scene.edges.filter((edge) => edge.passes && edge.route === route).length;
  if (a === undefined) return [];
  return [b === undefined ? words.lit(a, count('onRoute')) : words.compared(a, b, count('shared'), count('onlyA'), count('onlyB'))];
}

function measuredWords(nodes: readonly SceneNode[], messages: Messages): string {
  const { summary, changes, list } = messages.speech;
  const now = nodes.flatMap((node) => (node.now === null ? [] : [summary.item(node.entity.short, changes[node.now.direction])]));
  return now.length === 0 ? summary.nothingNow : summary.now(list(now));
}
