/** What this device remembers of stories: how far the reader came, and what was answered. It never leaves the device. */
import { deviceStore } from './device-store';

export interface Remembered {
  /** Last step that was told, by story. */
  readonly places: Readonly<Record<string, number>>;
  /** Chosen answer by "story.step"; -1 for a question that was passed over. */
  readonly answers: Readonly<Record<string, number>>;
}

function numbers(value: unknown): Readonly<Record<string, number>> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(Object.entries(value).filter((entry): entry is [string, number] => Number.isInteger(entry[1])));
}

const store = deviceStore('bouton.stories', (stored): Remembered => {
  const value = typeof stored === 'object' && stored !== null ? stored : {};
  return { places: numbers(Reflect.get(value, 'places')), answers: numbers(Reflect.get(value, 'answers')) };
});

export const memory = store.get;
export const subscribeMemory = store.subscribe;

export function rememberPlace(story: string, step: number): void {
  const { places, answers } = store.get();
  if (places[story] !== step) store.set({ places: { ...places, [story]: step }, answers });
}

/** Remembers an answer; null forgets it. */
export function rememberAnswer(story: string, step: string, answer: number | null): void {
  const { places, answers } = store.get();
  const rest = Object.fromEntries(Object.entries(answers).filter(([key]) => key !== `${story}.${step}`));
  store.set({ places, answers: answer === null ? rest : { ...rest, [`${story}.${step}`]: answer } });
}

/** The remembered answer to a step's question: undefined when it was not met, -1 when it was passed over. */
export function answerTo({ answers }: Remembered, story: string, step: string): number | undefined {
  return answers[`${story}.${step}`];
}
