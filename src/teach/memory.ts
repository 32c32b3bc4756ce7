/** What this device remembers of stories: how far the reader came, and what was answered. It never leaves the device. */
const KEY = 'bouton.stories';

export interface Remembered {
  /** Last step that was told, by story. */
  readonly places: Readonly<Record<string, number>>;
  /** Chosen answer by "story.step"; -1 for a question that was passed over. */
  readonly answers: Readonly<Record<string, number>>;
}

const NOTHING: Remembered = { places: {}, answers: {} };
let now: Remembered | null = null;
const listeners = new Set<() => void>();

function numbers(value: unknown): Readonly<Record<string, number>> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(Object.entries(value).filter((entry): entry is [string, number] => Number.isInteger(entry[1])));
}

/** What is stored, with anything unsound left out. */
export function readMemory(text: string | null): Remembered {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    if (typeof value !== 'object' || value === null) return NOTHING;
    return { places: numbers(Reflect.get(value, 'places')), answers: numbers(Reflect.get(value, 'answers')) };
  } catch {
    return NOTHING;
  }
}

/** The memory of this page. Storage that is forbidden, as in some embeds, leaves it empty and is no error. */
export function memory(): Remembered {
  if (now !== null) return now;
  try {
    now = readMemory(window.localStorage.getItem(KEY));
  } catch {
    now = NOTHING;
  }
  return now;
}

function keep(next: Remembered): void {
  now = next;
  try {
    window.localStorage.setItem(KEY, JSON.stringify(next));
  } catch {
    // It then lasts as long as the page.
  }
  for (const listener of listeners) listener();
}

export function rememberPlace(story: string, step: number): void {
  const { places, answers } = memory();
  if (places[story] !== step) keep({ places: { ...places, [story]: step }, answers });
}

/** Remembers an answer; null forgets it. */
export function rememberAnswer(story: string, step: string, answer: number | null): void {
  const { places, answers } = memory();
  const rest = Object.fromEntries(Object.entries(answers).filter(([key]) => key !== `${story}.${step}`));
  keep({ places, answers: answer === null ? rest : { ...rest, [`${story}.${step}`]: answer } });
}

/** The remembered answer to a step's question: undefined when it was not met, -1 when it was passed over. */
export function answerTo({ answers }: Remembered, story: string, step: string): number | undefined {
  return answers[`${story}.${step}`];
}

export function subscribeMemory(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
