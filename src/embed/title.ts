/** The one sentence over a figure: what it shows, as a claim where there is one. */
import { whenWords } from '../describe/duration';
import { nameOf } from '../describe/names';
import type { Messages } from '../describe/messages';
import { hypothesisOf } from '../explorer/lookup';
import type { Scene } from '../explorer/scene';
import type { ExplorerState } from '../explorer/state';
import { toldStep } from '../explorer/story';
import type { Model } from '../model/model';

/** The title of the step that is told, of what is selected, of the place, or of the explanation that is lit, in this order. */
export function figureTitle(state: ExplorerState, model: Model, scene: Scene | null, messages: Messages): string {
  const told = toldStep(state, model);
  if (told !== null) return told.step.title;
  if (state.mode !== 'explore') return messages.app.modes[state.mode];
  if (state.selection !== null) return nameOf(state.selection, model, messages).replace(/\.$/, '');
  if (scene?.kind === 'plate') return scene.words.headline;
  const [first, second] = state.lit.map((id) => hypothesisOf(model, id));
  const { lit, headline, level } = model.manifest.start;
  if (first !== undefined && second !== undefined) return messages.panel.routes.comparing(first.short, second.short);
  if (scene?.kind === 'map' && first !== undefined) return first.id === lit[0] && level === state.level ? headline : first.name;
  if (scene?.kind === 'map') return scene.layout.title;
  return `${messages.navigator.levelIn[state.level]}, ${whenWords(state.when, messages, model.manifest.clocks)}`;
}
