/** The slide that is shown and the ways on: through the steps of a story, or through the levels where no story is told. */
import { levelsOf } from '../../explorer/levels';
import { minutesBefore, stepView, toldStep } from '../../explorer/story';
import type { Tour, TourStep } from '../../model/schema';
import { useExplorer } from '../../views/shared/explorer-context';
import { useLecture } from './use-lecture';

export interface Slide {
  readonly tour: Tour | null;
  readonly step: TourStep | null;
  /** Number of the slide, from 1, and how many there are. */
  readonly at: number;
  readonly count: number;
  /** False while a question of the step still waits to be resolved before the audience. */
  readonly revealed: boolean;
  /** Minutes planned before this slide and for it; null without a story. */
  readonly plan: { readonly before: number; readonly own: number } | null;
  readonly goTo: (slide: number) => void;
  /** Resolves an open question first, then goes on. */
  readonly next: () => void;
  readonly previous: () => void;
}

export function useSlide(): Slide {
  const { state, model, dispatch } = useExplorer();
  const { lecture, set } = useLecture();
  const told = toldStep(state, model);
  const levels = levelsOf(model);
  if (told === null) {
    const at = Math.max(0, levels.indexOf(state.level)) + 1;
    const goTo = (slide: number): void => {
      const level = levels[Math.min(levels.length, Math.max(1, slide)) - 1];
      if (level !== undefined) dispatch({ type: 'goTo', level });
    };
    return {
      tour: null,
      step: null,
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
    at,
    count: tour.steps.length,
    revealed,
    plan: { before: minutesBefore(tour, at), own: step.minutes },
    goTo,
    next: () => (revealed ? goTo(at + 1) : set({ revealed: [...lecture.revealed, name] })),
    previous: () => goTo(at - 1),
  };
}
