/** Which step of which story is being told. */
import type { Model } from '../model/model';
import type { StoryPlace } from './state';

/** The nearest step the pack has; null for a story it does not have. While parts of the pack are to come, the wish is kept. */
export function storyPlace(wish: StoryPlace, model: Model): StoryPlace {
  if (wish === null) return null;
  const tour = model.tours.find(({ id }) => id === model.resolve(wish.id));
  if (tour === undefined) return model.complete ? null : wish;
  const step = Math.min(tour.steps.length, Math.max(1, Math.round(wish.step) || 1));
  return { id: tour.id, step };
}
