/** All stories of the pack, and each as an article: every step in order, readable without motion, without 3D, and on paper. */
import { useState, type ReactNode } from 'react';
import { story as english } from '../describe/messages/en/story';
import { Button } from '../design/button';
import { Sci } from '../design/sci';
import { minutesBefore, stepView } from '../explorer/story';
import { encode } from '../explorer/url';
import type { Tour } from '../model/schema';
import { useExplorer } from '../views/shared/explorer-context';
import { StateLink } from '../views/shared/state-link';
import { useWords } from '../views/shared/use-words';
import { Records } from './prose';
import { StepBody } from './step-body';
import css from './story.module.css';
import { useMemory } from './use-memory';

export function StoriesView(): ReactNode {
  const { state, model } = useExplorer();
  const words = useWords(english);
  const [open, setOpen] = useState<string | null>(state.story?.id ?? null);
  return (
    <article className={css['page']}>
      <h1 className="plate-title">{words.title}</h1>
      <p className={css['intro']}>{words.intro}</p>
      {model.tours.map((tour) => (
        <section key={tour.id} className={css['story']} aria-labelledby={`story-${tour.id}`}>
          <Head tour={tour} open={open === tour.id} onOpen={(is) => setOpen(is ? tour.id : null)} />
          {open === tour.id && <Article tour={tour} />}
        </section>
      ))}
    </article>
  );
}

function Head({
  tour,
  open,
  onOpen,
}: {
  readonly tour: Tour;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
}): ReactNode {
  const { state, model } = useExplorer();
  const words = useWords(english);
  const place = useMemory().places[tour.id] ?? 1;
  const minutes = Math.round(minutesBefore(tour, tour.steps.length + 1));
  const to = (step: number, present: boolean) =>
    ({ type: 'replace', state: { ...stepView(state, model, { id: tour.id, step }), present }, effect: 'navigation' }) as const;
  return (
    <>
      <h2 className="claim-headline" id={`story-${tour.id}`}>
        <Sci text={tour.title} />
      </h2>
      <p className={css['prose']}>
        <Sci text={tour.summary} />
      </p>
      <p className={css['faint']}>{words.summary(tour.steps.length, minutes)}</p>
      <p className={css['links']}>
        <StateLink className={css['begin'] ?? ''} action={to(place, false)}>
          {place === 1 ? words.begin : words.resume(place)}
        </StateLink>
        {place > 1 && <StateLink action={to(1, false)}>{words.again}</StateLink>}
        <StateLink action={to(1, true)}>{words.present}</StateLink>
        <a href={`?${encode(stepView(state, model, { id: tour.id, step: 1 }))}&print=1`}>{words.print}</a>
        <Button kind="quiet" aria-expanded={open} onClick={() => onOpen(!open)}>
          {open ? words.close : words.read}
        </Button>
      </p>
    </>
  );
}

function Article({ tour }: { readonly tour: Tour }): ReactNode {
  const { state, model } = useExplorer();
  const words = useWords(english);
  return (
    <ol className={css['article']}>
      {tour.steps.map((step, index) => (
        <li key={step.id} id={`step-${step.id}`}>
          <h3 className={css['title']}>
            <Sci text={step.title} />
          </h3>
          <StepBody tour={tour} step={step} />
          <p className={css['links']}>
            <StateLink
              action={{ type: 'replace', state: stepView(state, model, { id: tour.id, step: index + 1 }), effect: 'navigation' }}
              label={`${words.see}: ${step.title}`}
            >
              {words.see}
            </StateLink>
          </p>
          <details className={css['more']}>
            <summary>{words.restsOn}</summary>
            <Records ids={step.cites} />
          </details>
        </li>
      ))}
    </ol>
  );
}
