/** Bringing a state from outside (a link, a tour step, a message from a host) to the nearest view that this model can show. */
import type { Model } from '../model/model';
import { PREPARATIONS, SPECIES, STRENGTHS } from '../model/schema';
import { tidyBench, tidyMoment } from './bench';
import { LINK_BASELINE, tidyCamera, tidyWhen, tidyWords } from './defaults';
import { hypothesisOf, presentId } from './lookup';
import { levelsOf, modesOf } from './levels';
import { tidyDose, type DosePart } from './dose';
import type { Accepts } from './fields';
import { PLACES_BASELINE, tidyPlaces, type Places } from './places';
import { storyPlace } from './story-place';
import type { ExplorerState, Filters, Lit, Mode, Selection, StoryPlace } from './state';

/** The part of a view that a notice speaks of. */
export type NoticeField =
  | 'version'
  | 'pack'
  | 'mode'
  | 'level'
  | 'camera'
  | 'selection'
  | 'lit'
  | 'papers'
  | 'words'
  | 'species'
  | 'preparation'
  | 'strength'
  | 'check'
  | 'extended'
  | 'when'
  | 'ketamine'
  | 'mg'
  | 'voltage'
  | 'release'
  | 'subunit'
  | 'train'
  | 'compare'
  | 'seed'
  | 'receptor'
  | 'glutamate'
  | 'moment'
  | DosePart
  | 'place'
  | 'story'
  | 'present'
  | 'detail'
  | 'tier'
  | 'theme'
  | 'locale';

/**
 * Said to the reader when a link could not be followed to the letter.
 * `unreadable`: the value is not of the kind the field holds. `unknown`: well formed, but the pack has no such record or level.
 * `newer`: the link was made by a later version of the format. `repeated`: a key stands more than once; the first counts. `value` is what was asked for, `kept` what is shown instead
 * ("" for nothing).
 */
export interface Notice {
  readonly kind: 'unreadable' | 'unknown' | 'newer' | 'repeated';
  readonly field: NoticeField;
  readonly value: string;
  readonly kept: string;
  /** What the field takes, where the notice carries it. */
  readonly accepts?: Accepts;
}

export interface Fitted {
  readonly state: ExplorerState;
  readonly notices: readonly Notice[];
}

/** Values of a closed vocabulary, in its order, each once. */
export function inOrder(values: readonly string[], vocabulary: readonly string[]): readonly string[] {
  return vocabulary.filter((item) => values.includes(item));
}

export function tidyFilters(filters: Filters): Filters {
  return {
    species: inOrder(filters.species, SPECIES),
    preparation: inOrder(filters.preparation, PREPARATIONS),
    strength: inOrder(filters.strength, STRENGTHS),
    check: filters.check,
    extended: filters.extended,
  };
}

/**
 * The nearest state that the model can show: absent levels, records and hypotheses are replaced or dropped, each with a notice;
 * old ids become present ones silently. While deferred parts of the pack are still to come, records that are not there yet are
 * kept without complaint; call again when the model is complete.
 */
export function fit(state: ExplorerState, model: Model): Fitted {
  const notices: Notice[] = [];
  const level = fitLevel(state, model, notices);
  const mode = fitMode(state.mode, model, notices);
  return {
    state: {
      ...state,
      mode,
      level,
      camera: level === state.level ? tidyCamera(state.camera) : null,
      selection: fitSelection(state.selection, model, notices),
      lit: fitLit(state.lit, model, notices),
      filters: tidyFilters(state.filters),
      papers: { hypothesis: fitPapers(state.papers.hypothesis, model, notices), words: tidyWords(state.papers.words) },
      when: tidyWhen(state.when),
      bench: tidyBench(state.bench),
      moment_ms: tidyMoment(state.moment_ms),
      dose: tidyDose(state.dose),
      against: state.against === null ? null : tidyDose(state.against),
      places: fitPlaces(tidyPlaces(state.places), model, notices),
      story: fitStory(state.story, model, notices),
    },
    notices,
  };
}

function fitMode(wish: Mode, model: Model, notices: Notice[]): Mode {
  if (modesOf(model).includes(wish) || !model.complete) return wish;
  notices.push({ kind: 'unknown', field: 'mode', value: wish, kept: LINK_BASELINE.mode });
  return LINK_BASELINE.mode;
}

function fitLevel(state: ExplorerState, model: Model, notices: Notice[]): ExplorerState['level'] {
  const levels = levelsOf(model);
  // A plate comes with the deferred parts of a pack; until they are there its level is kept without complaint.
  if (levels.length === 0 || levels.includes(state.level) || !model.complete) return state.level;
  const wish = model.manifest.start.level;
  const kept = levels.includes(wish) ? wish : (levels[0] ?? LINK_BASELINE.level);
  notices.push({ kind: 'unknown', field: 'level', value: state.level, kept });
  return kept;
}

function fitSelection(selection: Selection, model: Model, notices: Notice[]): Selection {
  if (selection === null) return null;
  const id = presentId(model, selection);
  if (id !== undefined) return { ...selection, id };
  if (!model.complete) return selection;
  notices.push({ kind: 'unknown', field: 'selection', value: selection.id, kept: '' });
  return null;
}

/** Whether a result that the pack holds as it was found is of this group, for this outcome. */
function isOfGroup(effect: unknown, { outcome, population }: Places): boolean {
  if (typeof effect !== 'object' || effect === null) return false;
  return 'outcome' in effect && effect.outcome === outcome && 'population' in effect && effect.population === population;
}

/** A circuit, a cell or a group of people that the pack does not have gives way to the first circuit, to no cell and to everybody. */
function fitPlaces(places: Places, model: Model, notices: Notice[]): Places {
  if (!model.complete) return places;
  const kept = { ...places };
  const none = PLACES_BASELINE.circuit;
  const keep = (key: 'circuit' | 'circuitCell', found: readonly { readonly id: string }[]): void => {
    const value = places[key];
    if (value === none || found.some(({ id }) => id === value)) return;
    notices.push({ kind: 'unknown', field: 'place', value, kept: none });
    kept[key] = none;
  };
  keep('circuit', model.circuits);
  const { cells = [] } = model.circuits.find(({ id }) => id === kept.circuit) ?? model.circuits[0] ?? {};
  keep('circuitCell', cells);
  const everybody = PLACES_BASELINE.population;
  const known = model.responseCurves.some(({ effects = [] }) => effects.some((effect) => isOfGroup(effect, places)));
  if (places.population !== everybody && !known) {
    notices.push({ kind: 'unknown', field: 'place', value: places.population, kept: everybody });
    kept.population = everybody;
  }
  return kept;
}

function fitStory(wish: StoryPlace, model: Model, notices: Notice[]): StoryPlace {
  const story = storyPlace(wish, model);
  if (wish !== null && story === null) notices.push({ kind: 'unknown', field: 'story', value: wish.id, kept: '' });
  // A step past the last one: the nearest is shown, and said.
  if (wish !== null && story !== null && model.complete && story.step !== wish.step) {
    notices.push({ kind: 'unknown', field: 'story', value: `${wish.id}.${wish.step}`, kept: `${story.id}.${story.step}` });
  }
  return story;
}

function fitPapers(wish: string | null, model: Model, notices: Notice[]): string | null {
  if (wish === null) return null;
  const id = hypothesisOf(model, wish)?.id;
  if (id !== undefined || !model.complete) return id ?? wish;
  notices.push({ kind: 'unknown', field: 'papers', value: wish, kept: '' });
  return null;
}

function fitLit(lit: Lit, model: Model, notices: Notice[]): Lit {
  const kept: string[] = [];
  const missing: string[] = [];
  for (const wish of lit) {
    const id = hypothesisOf(model, wish)?.id ?? (model.complete ? undefined : wish);
    if (id === undefined) missing.push(wish);
    else if (!kept.includes(id)) kept.push(id);
  }
  for (const value of missing) notices.push({ kind: 'unknown', field: 'lit', value, kept: kept.join(', ') });
  const [first, second] = kept;
  if (first === undefined) return [];
  return second === undefined ? [first] : [first, second];
}
