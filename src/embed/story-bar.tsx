/** A story in a figure without its panel: which step, and the ways to the next and back. */
import type { ReactNode } from 'react';
import { embed } from '../describe/messages/en/embed';
import { IconButton } from '../design/button';
import { stepView, type toldStep } from '../explorer/story';
import { useExplorer } from '../views/shared/explorer-context';
import { useWords } from '../views/shared/use-words';
import css from './frame.module.css';

type Told = NonNullable<ReturnType<typeof toldStep>>;

export function StoryBar({ told }: { readonly told: Told }): ReactNode {
  const { state, model, dispatch } = useExplorer();
  const words = useWords(embed).story;
  const { tour, at } = told;
  const of = tour.steps.length;
  const go = (step: number): void => {
    if (step < 1 || step > of) return;
    dispatch({ type: 'replace', state: stepView(state, model, { id: tour.id, step }), effect: 'navigation' });
  };
  return (
    <div className={css['story']} role="group" aria-label={words.label}>
      <IconButton icon="previous" label={words.previous} aria-disabled={at <= 1} onClick={() => go(at - 1)} />
      <span>{words.step(at, of)}</span>
      <IconButton icon="next" label={words.next} aria-disabled={at >= of} onClick={() => go(at + 1)} />
    </div>
  );
}
