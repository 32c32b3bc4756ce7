/** The step of a story in the panel: its claim, its words, its question, and the way on. */
import { useEffect, useRef, type ReactNode } from 'react';
import { story as english } from '../describe/messages/en/story';
import { Button, IconButton } from '../design/button';
import { Sci } from '../design/sci';
import { useExplorer } from '../views/shared/explorer-context';
import { useWords } from '../views/shared/use-words';
import { recordName, Records } from './prose';
import { StepBody, useRevealed } from './step-body';
import css from './story.module.css';
import { useStory } from './use-story';
import { numberWords } from '../model/rules/computed';
import type { Tour, TourStep } from '../model/schema';

/** Scrolls what holds the card, and nothing beyond: `scrollIntoView` would also move a page that shows this one in a frame. */
function toTop(card: HTMLElement | null): void {
  let holder = card?.parentElement ?? null;
  while (holder !== null && !/auto|scroll/.test(getComputedStyle(holder).overflowY)) holder = holder.parentElement;
  holder?.scrollTo({ top: 0 });
}

export function StoryCard(): ReactNode {
  const told = useStory();
  const { announce } = useExplorer();
  const words = useWords(english);
  const top = useRef<HTMLElement>(null);
  const key = told === null ? '' : `${told.tour.id}.${told.at}`;
  const said = told === null ? '' : words.announce(told.at, told.tour.steps.length, told.step.title);
  const first = useRef(key);
  useEffect(() => {
    if (first.current === key) return;
    first.current = key;
    toTop(top.current);
    if (said !== '') announce(said);
  }, [key, said, announce]);
  if (told === null) return null;
  const { tour, step, at, here, goTo, leave } = told;
  const last = at === tour.steps.length;
  return (
    <article className={css['card']} ref={top} aria-label={words.card} data-story-step={at}>
      <header className={css['cardHead']}>
        <span>
          <b>{tour.title}</b> {words.step(at, tour.steps.length)}
        </span>
        <IconButton icon="close" label={words.leave} onClick={leave} plate={{ inline: 'end' }} />
      </header>
      <h1 className={css['title']}>
        <Sci text={step.title} />
      </h1>
      <StepBody tour={tour} step={step} />
      {!here && (
        <p className={css['strayed']}>
          {words.strayed}{' '}
          <Button kind="quiet" onClick={() => goTo(at)}>
            {words.back}
          </Button>
        </p>
      )}
      <nav className={css['way']} aria-label={words.steps}>
        <Button icon="previous" whyDisabled={at === 1 ? words.step(1, tour.steps.length) : undefined} onClick={() => goTo(at - 1)}>
          {words.previous}
        </Button>
        <ol className={css['dots']}>
          {tour.steps.map(({ id, title }, index) => (
            <li key={id}>
              <button
                type="button"
                aria-current={index + 1 === at ? 'step' : undefined}
                aria-label={words.announce(index + 1, tour.steps.length, title)}
                data-tip={title}
                onClick={() => goTo(index + 1)}
              />
            </li>
          ))}
        </ol>
        {!last && (
          <Button kind="filled" onClick={() => goTo(at + 1)}>
            {words.next}
          </Button>
        )}
      </nav>
      {last && <p className={css['faint']}>{words.end}</p>}
      <RestsOn tour={tour} step={step} />
    </article>
  );
}

function RestsOn({ tour, step }: { readonly tour: Tour; readonly step: TourStep }): ReactNode {
  const { model, messages } = useExplorer();
  const words = useWords(english);
  if (!useRevealed(tour, step)) return null;
  return (
    <details className={css['more']}>
      <summary>{words.restsOn}</summary>
      <Records ids={step.cites} />
      {step.figure !== undefined && (
        <p className={css['faint']}>
          <Sci text={words.figureFrom(recordName(step.figure.record, model, messages))} />
        </p>
      )}
      {step.computed !== undefined && (
        <>
          <p className={css['faint']}>{words.computed}</p>
          <ul className={css['records']}>
            {step.computed.map((number) => (
              <li key={number.id}>
                <Sci text={`${numberWords(number)}: ${number.name}`} />
              </li>
            ))}
          </ul>
        </>
      )}
    </details>
  );
}
