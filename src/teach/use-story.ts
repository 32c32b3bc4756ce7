/** Going through a story: the step that is told and the ways on from it. */
import { useEffect } from 'react';
import { isAtStep, stepView, toldStep } from '../explorer/story';
import type { Tour, TourStep } from '../model/schema';
import { useExplorer } from '../views/shared/explorer-context';
import { rememberPlace } from './memory';

export interface Told {
  readonly tour: Tour;
  readonly step: TourStep;
  /** Number of the step, from 1. */
  readonly at: number;
  /** Whether the view is still that of the step. */
  readonly here: boolean;
  readonly goTo: (step: number) => void;
  readonly leave: () => void;
}

/** Null while no story is told. Remembers on this device how far the reader came. */
export function useStory(): Told | null {
  const { state, model, dispatch } = useExplorer();
  const told = toldStep(state, model);
  const story = told?.tour.id;
  const at = told?.at;
  useEffect(() => {
    if (story !== undefined && at !== undefined) rememberPlace(story, at);
  }, [story, at]);
  if (told === null) return null;
  return {
    ...told,
    here: isAtStep(state, model),
    goTo: (step) => {
      const held = Math.min(told.tour.steps.length, Math.max(1, step));
      dispatch({ type: 'replace', state: stepView(state, model, { id: told.tour.id, step: held }), effect: 'navigation' });
    },
    leave: () => dispatch({ type: 'tellStory', story: null }),
  };
}
