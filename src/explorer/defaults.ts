/** The values that links leave out, the start view of a pack, and the rounding that makes a state the same in every link. */
import type { Model } from '../model/model';
import { BENCH_BASELINE, benchOf } from './bench';
import { claimOf, entityOf, hypothesisOf } from './lookup';
import { levelsOf } from './levels';
import { DOSE_BASELINE } from './dose';
import { PLACES_BASELINE } from './places';
import {
  STATE_VERSION,
  type Camera,
  type ExplorerState,
  type Filters,
  type Lit,
  type PaperFilter,
  type Selection,
  type When,
} from './state';

export const NO_FILTERS: Filters = { species: [], preparation: [], strength: [], check: 'any', extended: false };

export const ALL_PAPERS: PaperFilter = { hypothesis: null, words: '' };

/** Lengths of the two clocks in seconds. */
export const CLOCK_RANGE = {
  afterSpike: { from: 1e-4, to: 1 },
  afterDose: { from: 1, to: 28 * 86_400 },
} as const;

/** Where the score's playhead stands before the reader moves it. A choice for reading, not a finding. */
export const START_WHEN: When = { basis: 'afterDose', seconds: 2_400 };

/**
 * The state a version 1 link is read against: what a link does not mention has these values. They are part of the link
 * format, so they never change; a new wish for the first screen belongs in the pack's `start`.
 */
export const LINK_BASELINE: ExplorerState = {
  version: STATE_VERSION,
  pack: 'ketamine',
  mode: 'explore',
  level: 'cell',
  camera: null,
  selection: null,
  lit: [],
  filters: NO_FILTERS,
  papers: ALL_PAPERS,
  when: START_WHEN,
  bench: BENCH_BASELINE,
  moment_ms: 0,
  dose: DOSE_BASELINE,
  against: null,
  places: PLACES_BASELINE,
  story: null,
  present: false,
  detail: 'auto',
  tier: 'auto',
  theme: 'paper',
  locale: 'en',
};

/** The first view of a pack. `pack` is how the pack was asked for: an id or an address; the manifest's id when left out. */
export function start(model: Model, pack: string = model.manifest.id): ExplorerState {
  const wish = model.manifest.start;
  const levels = levelsOf(model);
  const level = levels.includes(wish.level) ? wish.level : (levels[0] ?? wish.level);
  return { ...LINK_BASELINE, pack, level, selection: startSelection(model), lit: startLit(model), bench: benchOf(model) };
}

function startSelection(model: Model): Selection {
  const id = model.manifest.start.selection;
  if (id === undefined) return null;
  const entity = entityOf(model, id);
  if (entity) return { kind: 'entity', id: entity.id };
  const claim = claimOf(model, id);
  return claim ? { kind: 'claim', id: claim.id } : null;
}

function startLit(model: Model): Lit {
  const [first, second] = model.manifest.start.lit.map((id) => hypothesisOf(model, id)?.id).filter((id) => id !== undefined);
  if (first === undefined) return [];
  return second === undefined || second === first ? [first] : [first, second];
}

/** Rounded to a tenth; adding zero turns -0 into 0, which a link cannot tell apart. */
function tenth(value: number): number {
  return Math.round(value * 10) / 10 + 0;
}

function significant(value: number, digits: number): number {
  return Number(value.toPrecision(digits));
}

/**
 * A time on its clock: kept inside the clock's range and rounded to five significant digits, finer than a pixel of the score,
 * so that a link and the state it was made from are equal. NaN becomes the start of the clock.
 */
export function tidyWhen(when: When): When {
  const { from, to } = CLOCK_RANGE[when.basis];
  const seconds = Number.isNaN(when.seconds) ? from : Math.min(to, Math.max(from, significant(when.seconds, 5)));
  return { basis: when.basis, seconds };
}

/** Longest search among the papers that a link carries. */
const LONGEST_WORDS = 80;

/** Words as a link can carry them: not endless, without halves of signs, which no address can hold. */
export function tidyWords(words: string): string {
  return [...words.replace(/\p{Cs}/gu, '')].slice(0, LONGEST_WORDS).join('');
}

/** Camera limits: far enough out for any layout, close enough in to read every label. */
export const ZOOM_RANGE = { from: 0.01, to: 100 } as const;
const REACH = 1e6;

/**
 * A camera rounded to a tenth of a layout unit and five digits of zoom, well under a pixel, for the same reason as `tidyWhen`.
 * A camera that is not made of finite numbers becomes null: fit the level to the frame.
 */
export function tidyCamera(camera: Camera): Camera {
  if (camera === null) return null;
  const { x, y, zoom } = camera;
  if (![x, y, zoom].every(Number.isFinite) || zoom <= 0 || Math.abs(x) > REACH || Math.abs(y) > REACH) return null;
  const inside = Math.min(ZOOM_RANGE.to, Math.max(ZOOM_RANGE.from, zoom));
  return { x: tenth(x), y: tenth(y), zoom: significant(inside, 5) };
}
