/** What a step says. While its question is open, the prose that would give the answer away waits behind it. */
import type { ReactNode } from 'react';
import { Sci } from '../design/sci';
import type { Tour, TourStep } from '../model/schema';
import { answerTo } from './memory';
import { Predict } from './predict';
import { Prose } from './prose';
import css from './story.module.css';
import { useMemory } from './use-memory';

/** Whether the reader may see what the step found: there is no question, or it was answered or passed over. */
export function useRevealed(tour: Tour, step: TourStep): boolean {
  const given = answerTo(useMemory(), tour.id, step.id);
  return step.predict === undefined || given !== undefined;
}

export function StepBody({ tour, step }: { readonly tour: Tour; readonly step: TourStep }): ReactNode {
  const revealed = useRevealed(tour, step);
  return (
    <>
      {revealed ? (
        <Prose text={step.prose} />
      ) : (
        <p className={css['prose']}>
          <Sci text={step.lead} />
        </p>
      )}
      {revealed && step.figure !== undefined && (
        <figure className={css['figure']}>
          <b>
            <Sci text={step.figure.value} />
          </b>
          <figcaption>
            <Sci text={step.figure.caption} />
          </figcaption>
        </figure>
      )}
      {step.predict !== undefined && <Predict key={step.id} story={tour.id} step={step.id} prediction={step.predict} />}
    </>
  );
}
