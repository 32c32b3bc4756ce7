/**
 * The slide that is shown and the ways on: through the steps of a story; through the statements of the article, once one of them
 * is chosen; or else through the levels.
 */
import { levelsOf } from '../../explorer/levels';
import { minutesBefore, stepView, toldStep } from '../../explorer/story';
import type { Statement, Tour, TourStep } from '../../model/schema';
import { useExplorer } from '../../views/shared/explorer-context';
import { statementSlide } from '../article/statement-view';
import { useLecture } from './use-lecture';

export interface Slide {
  readonly tour: Tour | null;
  readonly step: TourStep | null;
  readonly statement: Statement | null;
  /** What the slides are called, in their order: titles of steps, short names of statements, or levels. */
  readonly names: readonly string[];
  /** Number of the slide, from 1, and how many there are. */
  readonly at: number;
  readonly count: number;
  /** False while a question of the step, or the grade of a statement, still waits to be resolved before the audience. */
  readonly revealed: boolean;
  /** Minutes planned before this slide and for it; null without a story. */
  readonly plan: { readonly before: number; readonly own: number } | null;
  readonly goTo: (slide: number) => void;
  /** Resolves an open question first, then goes on. */
  readonly next: () => void;
  readonly previous: () => void;
}

export function useSlide(): Slide {
  const { state, model, messages, dispatch } = useExplorer();
  const { lecture, set } = useLecture();
  const told = toldStep(state, model);
  const chosen = state.selection?.kind === 'statement' ? state.selection.id : null;
  const place = told === null ? model.statements.findIndex(({ id }) => id === chosen) : -1;
  const statement = model.statements[place];
  if (statement !== undefined) {
    const name = `article:${statement.id}`;
    const revealed = lecture.revealed.includes(name);
    const show = (there: Statement): void =>
      dispatch({ type: 'replace', state: statementSlide(state, model, there), effect: 'navigation' });
    const goTo = (slide: number): void => {
      const there = model.statements[Math.min(model.statements.length, Math.max(1, slide)) - 1];
      if (there !== undefined) show(there);
    };
    return {
      tour: null,
      step: null,
      statement,
      names: model.statements.map(({ short }) => short),
      at: place + 1,
      count: model.statements.length,
      revealed,
      plan: null,
      goTo,
      next: () => {
        if (revealed) return goTo(place + 2);
        set({ revealed: [...lecture.revealed, name] });
        show(statement);
      },
      previous: () => goTo(place),
    };
  }
  if (told === null) {
    const levels = levelsOf(model);
    const at = Math.max(0, levels.indexOf(state.level)) + 1;
    const goTo = (slide: number): void => {
      const level = levels[Math.min(levels.length, Math.max(1, slide)) - 1];
      if (level !== undefined) dispatch({ type: 'goTo', level });
    };
    return {
      tour: null,
      step: null,
      statement: null,
      names: levels.map((level) => messages.navigator.levels[level]),
      at,
      count: levels.length,
      revealed: true,
      plan: null,
      goTo,
      next: () => goTo(at + 1),
      previous: () => goTo(at - 1),
    };
  }
  const { tour, step, at } = told;
  const name = `${tour.id}.${step.id}`;
  const revealed = step.predict === undefined || lecture.revealed.includes(name);
  const goTo = (slide: number): void => {
    const held = Math.min(tour.steps.length, Math.max(1, slide));
    dispatch({ type: 'replace', state: stepView(state, model, { id: tour.id, step: held }), effect: 'navigation' });
  };
  return {
    tour,
    step,
    statement: null,
    names: tour.steps.map(({ title }) => title),
    at,
    count: tour.steps.length,
    revealed,
    plan: { before: minutesBefore(tour, at), own: step.minutes },
    goTo,
    next: () => (revealed ? goTo(at + 1) : set({ revealed: [...lecture.revealed, name] })),
    previous: () => goTo(at - 1),
  };
}
