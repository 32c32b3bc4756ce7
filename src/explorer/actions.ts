/** Everything that can happen to the view, as data, and the one function that carries it out. */
import type { Model } from '../model/model';
import type { Level } from '../model/schema';
import { benchOf, tidyBench, tidyMoment } from './bench';
import { LINK_BASELINE, start, tidyCamera, tidyWhen, tidyWords } from './defaults';
import { fit, tidyFilters } from './fit';
import { hypothesisOf, presentId } from './lookup';
import { levelsOf } from './levels';
import type { DoseScenario } from '../science/pharmacokinetics/scenario';
import { tidyDose } from './dose';
import { tidyPlaces, type Places } from './places';
import { storyPlace } from './story-place';
import type {
  Bench,
  Camera,
  ExplorerState,
  Filters,
  Lit,
  Mode,
  PaperFilter,
  PlateDetail,
  Selection,
  StoryPlace,
  Theme,
  Tier,
  When,
} from './state';

/**
 * What an action means for history. "navigation" is a step the reader would want to come back to (pushed to the browser's
 * history), "adjustment" refines the present view (replaced, but undoable), "view" changes how things look and is never undone.
 */
export type Effect = 'navigation' | 'adjustment' | 'view';

export type Action =
  | { readonly type: 'goTo'; readonly level: Level }
  | { readonly type: 'select'; readonly selection: NonNullable<Selection> }
  | { readonly type: 'clearSelection' }
  /** Shows one hypothesis as a route; null turns all routes off. */
  | { readonly type: 'light'; readonly hypothesis: string | null }
  | { readonly type: 'compare'; readonly a: string; readonly b: string }
  | { readonly type: 'setCamera'; readonly camera: Camera }
  | { readonly type: 'setWhen'; readonly when: When }
  | { readonly type: 'setFilters'; readonly filters: Partial<Filters> }
  | { readonly type: 'clearFilters' }
  | { readonly type: 'setPapers'; readonly papers: Partial<PaperFilter> }
  /** `driven`: the dose's level sets it, not the reader; a concentration set by hand lets go of the dose. */
  | { readonly type: 'setBench'; readonly bench: Partial<Bench>; readonly driven?: true }
  /** Back to the values that the pack's Parameters give. */
  | { readonly type: 'resetBench' }
  | { readonly type: 'setMoment'; readonly ms: number }
  | { readonly type: 'setDose'; readonly dose: Partial<DoseScenario> }
  /** The dose to compare with; null for none. */
  | { readonly type: 'setAgainst'; readonly dose: DoseScenario | null }
  | { readonly type: 'setPlaces'; readonly places: Partial<Places> }
  /** Goes to a step of a story without changing the view; null leaves the story. The step's view is another action beside it. */
  | { readonly type: 'tellStory'; readonly story: StoryPlace }
  | { readonly type: 'setPresent'; readonly present: boolean }
  | { readonly type: 'setDetail'; readonly detail: PlateDetail }
  | { readonly type: 'setTier'; readonly tier: Tier }
  | { readonly type: 'setMode'; readonly mode: Mode }
  | { readonly type: 'setTheme'; readonly theme: Theme }
  | { readonly type: 'setLocale'; readonly locale: string }
  /** Names the pack that is now loaded and goes to its start view; dispatch it with the new model. */
  | { readonly type: 'choosePack'; readonly pack: string }
  | { readonly type: 'reset' }
  /** A whole state from elsewhere: a link, browser history, a tour step, a host. */
  | { readonly type: 'replace'; readonly state: ExplorerState; readonly effect: Effect };

export function effectOf(action: Action): Effect {
  switch (action.type) {
    case 'goTo':
    case 'select':
    case 'clearSelection':
    case 'light':
    case 'compare':
    case 'setMode':
    case 'tellStory':
    case 'choosePack':
    case 'reset':
      return 'navigation';
    case 'setCamera':
    case 'setWhen':
    case 'setFilters':
    case 'clearFilters':
    case 'setPapers':
    case 'resetBench':
    case 'setMoment':
    case 'setDose':
    case 'setAgainst':
    case 'setPlaces':
      return 'adjustment';
    case 'setPresent':
    case 'setTheme':
    case 'setLocale':
    case 'setDetail':
    case 'setTier':
      return 'view';
    case 'setBench':
      return action.driven === true ? 'view' : 'adjustment';
    case 'replace':
      return action.effect;
  }
}

/**
 * The state after an action. Pure and total: an action that names something the model does not have leaves the state as it is,
 * and an action that changes nothing returns the very same object.
 */
export function reduce(state: ExplorerState, action: Action, model: Model): ExplorerState {
  const next = apply(state, action, model);
  return sameState(state, next) ? state : next;
}

function apply(state: ExplorerState, action: Action, model: Model): ExplorerState {
  switch (action.type) {
    case 'goTo':
      if (action.level === state.level || !levelsOf(model).includes(action.level)) return state;
      return { ...state, level: action.level, camera: null };
    case 'select': {
      const id = presentId(model, action.selection);
      return id === undefined ? state : { ...state, selection: { kind: action.selection.kind, id } };
    }
    case 'clearSelection':
      return { ...state, selection: null };
    case 'light':
      return { ...state, lit: litOne(state.lit, action.hypothesis, model) };
    case 'compare':
      return { ...state, lit: litPair(state.lit, action.a, action.b, model) };
    case 'setCamera':
      return { ...state, camera: tidyCamera(action.camera) };
    case 'setWhen':
      return { ...state, when: tidyWhen(action.when) };
    case 'setFilters':
      return { ...state, filters: tidyFilters({ ...state.filters, ...action.filters }) };
    case 'clearFilters':
      return { ...state, filters: LINK_BASELINE.filters };
    case 'setPapers':
      return { ...state, papers: papersOf({ ...state.papers, ...action.papers }, state.papers, model) };
    case 'setBench':
      return withBench(state, action.bench, action.driven === true);
    case 'resetBench':
      return { ...state, bench: benchOf(model), moment_ms: 0, places: { ...state.places, follow: false } };
    case 'setMoment':
      return { ...state, moment_ms: tidyMoment(action.ms) };
    case 'setDose':
      return { ...state, dose: tidyDose({ ...state.dose, ...action.dose }) };
    case 'setAgainst':
      return { ...state, against: action.dose === null ? null : tidyDose(action.dose) };
    case 'setPlaces':
      return { ...state, places: tidyPlaces({ ...state.places, ...action.places }) };
    case 'tellStory':
      return { ...state, story: storyPlace(action.story, model) };
    case 'setPresent':
      return { ...state, present: action.present };
    case 'setDetail':
      return { ...state, detail: action.detail };
    case 'setTier':
      return { ...state, tier: action.tier };
    case 'setMode':
      return { ...state, mode: action.mode };
    case 'setTheme':
      return { ...state, theme: action.theme };
    case 'setLocale':
      return { ...state, locale: action.locale };
    case 'choosePack':
      return { ...start(model, action.pack), ...looksOf(state) };
    case 'reset':
      return { ...start(model, state.pack), ...looksOf(state) };
    case 'replace':
      return fit(action.state, model).state;
  }
}

/** The parts of a state that say how things look, which no undo and no fresh start touches. */
export function looksOf({
  present,
  theme,
  locale,
  detail,
  tier,
}: ExplorerState): Pick<ExplorerState, 'present' | 'theme' | 'locale' | 'detail' | 'tier'> {
  return { present, theme, locale, detail, tier };
}

function papersOf(wish: PaperFilter, now: PaperFilter, model: Model): PaperFilter {
  const id = wish.hypothesis === null ? null : hypothesisOf(model, wish.hypothesis)?.id;
  return { hypothesis: id === undefined ? now.hypothesis : id, words: tidyWords(wish.words) };
}

function withBench(state: ExplorerState, change: Partial<Bench>, driven: boolean): ExplorerState {
  const bench = tidyBench({ ...state.bench, ...change });
  if (driven || change.ketamine_uM === undefined || !state.places.follow) return { ...state, bench };
  return { ...state, bench, places: { ...state.places, follow: false } };
}

function litOne(now: Lit, wish: string | null, model: Model): Lit {
  if (wish === null) return [];
  const id = hypothesisOf(model, wish)?.id;
  return id === undefined ? now : [id];
}

function litPair(now: Lit, a: string, b: string, model: Model): Lit {
  const first = hypothesisOf(model, a)?.id;
  const second = hypothesisOf(model, b)?.id;
  if (first === undefined || second === undefined) return now;
  return first === second ? [first] : [first, second];
}

/** Equality of two states by value. Both are plain data built with the same key order. */
export function sameState(a: ExplorerState, b: ExplorerState): boolean {
  return a === b || (KEYS.every((key) => same(a[key], b[key])) && a.version === b.version);
}

const KEYS = [
  'pack',
  'mode',
  'level',
  'camera',
  'selection',
  'lit',
  'filters',
  'papers',
  'when',
  'bench',
  'moment_ms',
  'dose',
  'against',
  'places',
  'story',
  'present',
  'detail',
  'tier',
  'theme',
  'locale',
] as const;

function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const left = Object.entries(a);
  const right = new Map(Object.entries(b));
  return left.length === right.size && left.every(([key, value]) => right.has(key) && same(value, right.get(key)));
}
