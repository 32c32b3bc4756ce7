/**
 * What happens in the page beyond changes of the state and concerns whoever embeds or records it: a question answered, a part
 * of the page that failed. Views and stories send; the embed bridge listens. Nothing in a signal names the reader.
 */

export type Signal =
  | {
      readonly type: 'answered';
      readonly story: string;
      readonly question: string;
      /** What was chosen, as the question lists it. */
      readonly choice: string;
      /** Whether the choice agrees with the finding; null where there is no right answer. */
      readonly correct: boolean | null;
    }
  | { readonly type: 'failed'; readonly reason: string };

const listeners = new Set<(signal: Signal) => void>();
let lastFailure: Signal | null = null;

export function signal(sent: Signal): void {
  if (sent.type === 'failed') lastFailure = sent;
  for (const listener of listeners) listener(sent);
}

/** Listens. A failure that came before is told at once: it may have kept the listener's code from loading in time. */
export function onSignal(listener: (signal: Signal) => void): () => void {
  listeners.add(listener);
  if (lastFailure !== null) listener(lastFailure);
  return () => listeners.delete(listener);
}
