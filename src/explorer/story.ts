/** Stories: the view of a step, its prose cut into words and links, and where a story goes on. */
import type { Model } from '../model/model';
import type { Tour, TourStep } from '../model/schema';
import { looksOf, sameState } from './actions';
import { claimOf, entityOf, eventOf, groupOf, hypothesisOf, recordOf, referenceOf } from './lookup';
import { partOf } from './plate-scene';
import { RECORD_NAMES, type ExplorerState, type Selection, type StoryPlace } from './state';
import { decode } from './url';

/** The story and step that a state tells; null when it tells none, or one that the pack does not have. */
export function toldStep(
  state: Pick<ExplorerState, 'story'>,
  model: Model,
): { readonly tour: Tour; readonly step: TourStep; readonly at: number } | null {
  const { story } = state;
  if (story === null) return null;
  const tour = model.tours.find(({ id }) => id === story.id);
  const step = tour?.steps[story.step - 1];
  return tour === undefined || step === undefined ? null : { tour, step, at: story.step };
}

/**
 * The view of a step as this reader sees it: the step's own view with the reader's theme, language and quality. The same state when the
 * pack has no such step.
 */
export function stepView(state: ExplorerState, model: Model, story: NonNullable<StoryPlace>): ExplorerState {
  const step = model.tours.find(({ id }) => id === story.id)?.steps[story.step - 1];
  if (step === undefined) return state;
  return { ...decode(step.state, model).state, ...looksOf(state), pack: state.pack, story };
}

/** Whether the view is still the one of the step that is told, or has been changed since. */
export function isAtStep(state: ExplorerState, model: Model): boolean {
  return state.story === null || sameState(state, stepView(state, model, state.story));
}

/** A piece of prose: plain words, or words that lead to a record. */
export type Piece = { readonly text: string; readonly selection: Selection };

const MENTION = /\[([^\][]*)\]\(([^()\s]+)\)/g;

/** Prose as paragraphs of pieces. A link to a record that is not there is plain words. */
export function paragraphsOf(prose: string, model: Model): readonly (readonly Piece[])[] {
  return prose.split(/\n\s*\n/).map((paragraph) => {
    const pieces: Piece[] = [];
    let from = 0;
    for (const match of paragraph.matchAll(MENTION)) {
      if (match.index > from) pieces.push({ text: paragraph.slice(from, match.index), selection: null });
      pieces.push({ text: match[1] ?? '', selection: selectionOf(match[2] ?? '', model) });
      from = match.index + match[0].length;
    }
    if (from < paragraph.length) pieces.push({ text: paragraph.slice(from), selection: null });
    return pieces;
  });
}

/** What choosing the record with an id selects, whichever list it is of; null when there is none that can be selected. */
export function selectionOf(id: string, model: Model): Selection {
  const entity = entityOf(model, id);
  if (entity !== undefined) return { kind: 'entity', id: entity.id };
  const claim = claimOf(model, id);
  if (claim !== undefined) return { kind: 'claim', id: claim.id };
  const hypothesis = hypothesisOf(model, id);
  if (hypothesis !== undefined) return { kind: 'hypothesis', id: hypothesis.id };
  const event = eventOf(model, id);
  if (event !== undefined) return { kind: 'event', id: event.id };
  const reference = referenceOf(model, id);
  if (reference !== undefined) return { kind: 'reference', id: reference.id };
  for (const kind of RECORD_NAMES) {
    const record = recordOf(model, kind, id);
    if (record !== undefined) return { kind, id: record.id };
  }
  if (groupOf(model, id) !== undefined) return { kind: 'group', id };
  return partOf(model, id) === undefined ? null : { kind: 'part', id };
}

/** Prose without its links, for notes, prints and reading aloud. */
export function plainProse(prose: string): string {
  return prose.replace(MENTION, '$1');
}

/** Minutes of a story up to a step, that step not included. */
export function minutesBefore(tour: Tour, step: number): number {
  return tour.steps.slice(0, Math.max(0, step - 1)).reduce((sum, { minutes }) => sum + minutes, 0);
}
