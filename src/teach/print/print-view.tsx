/** A story on paper: a cover and one page a step, each with its figure, its words, its sources and a way back into the page. */
import { useMemo, useState, type ReactNode } from 'react';
import { present as english } from '../../describe/messages/en/present';
import { whenWords } from '../../describe/duration';
import { citation } from '../../describe/names';
import { Button } from '../../design/button';
import { Sci } from '../../design/sci';
import { encode } from '../../explorer/url';
import { minutesBefore, plainProse, stepView } from '../../explorer/story';
import { referenceOf } from '../../explorer/lookup';
import type { ExplorerState } from '../../explorer/state';
import type { Reference, Tour, TourStep } from '../../model/schema';
import { ExplorerContext, useExplorer, type Explorer } from '../../views/shared/explorer-context';
import { QrCode } from '../../views/shared/qr-code';
import { useWords } from '../../views/shared/use-words';
import { story as storyWords } from '../../describe/messages/en/story';
import css from './print.module.css';
import { sourcesOf } from './sources';

interface Props {
  readonly tour: Tour;
  /** Draws the picture of a state, in the explorer it stands in; null where the state is a page to be read. */
  readonly drawFigure: (state: ExplorerState) => ReactNode;
}

export function PrintView({ tour, drawFigure, onLeave }: Props & { readonly onLeave: () => void }): ReactNode {
  const words = useWords(english).print;
  const { state, model } = useExplorer();
  const said = useWords(storyWords);
  const pages = tour.steps.length + 1;
  const [today] = useState(() => new Date().toISOString().slice(0, 10));
  const cite = words.cite(tour.title, today);
  const whole = linkTo({ ...stepView(state, model, { id: tour.id, step: 1 }), present: false });
  return (
    <main className={css['view']} data-theme="paper">
      <header className={css['bar']}>
        <p role="status">{words.ready(pages)}</p>
        <Button kind="filled" onClick={() => window.print()}>
          {words.act}
        </Button>
        <Button onClick={onLeave}>{words.back}</Button>
      </header>
      <section className={css['sheet']} data-sheet data-cover>
        <p className={css['where']}>{model.manifest.title}</p>
        <h1>
          <Sci text={tour.title} />
        </h1>
        <p className={css['summary']}>
          <Sci text={tour.summary} />
        </p>
        <p>{said.summary(tour.steps.length, Math.round(minutesBefore(tour, tour.steps.length + 1)))}</p>
        <ol className={css['contents']}>
          {tour.steps.map(({ id, title }) => (
            <li key={id}>
              <Sci text={title} />
            </li>
          ))}
        </ol>
        <footer>
          <p>{cite}</p>
          <p>{model.manifest.notice}</p>
          <Way link={whole} />
        </footer>
      </section>
      {tour.steps.map((step, index) => (
        <Sheet key={step.id} tour={tour} step={step} at={index + 1} cite={cite} drawFigure={drawFigure} />
      ))}
    </main>
  );
}

/** So many sources are given with their titles; more, without, as there is room for. */
const FULL = 4;

interface SheetProps extends Props {
  readonly step: TourStep;
  readonly at: number;
  readonly cite: string;
}

function Sheet({ tour, step, at, cite, drawFigure }: SheetProps): ReactNode {
  const words = useWords(english).print;
  const explorer = useExplorer();
  const { model, messages } = explorer;
  const view = useMemo<ExplorerState>(
    () => ({ ...stepView(explorer.state, model, { id: tour.id, step: at }), theme: 'paper', tier: 'none', present: false }),
    // The view of a step does not depend on what is shown now.
    // oxlint-disable-next-line react/exhaustive-deps
    [model, tour.id, at],
  );
  const inside = useMemo<Explorer>(
    () => ({ ...explorer, state: view, dispatch: () => undefined, announce: () => undefined }),
    // oxlint-disable-next-line react/exhaustive-deps
    [view, model],
  );
  const figure = drawFigure(view);
  const sources = sourcesOf(step, model)
    .map((id) => referenceOf(model, id))
    .filter((paper) => paper !== undefined);
  return (
    <section className={css['sheet']} data-sheet data-figure={figure !== null}>
      <p className={css['where']}>
        {messages.navigator.levels[view.level]}, {whenWords(view.when, messages, model.manifest.clocks)}
        <span>{words.page(at, tour.steps.length)}</span>
      </p>
      <h2>
        <Sci text={step.title} />
      </h2>
      <figure>
        {figure !== null && (
          <div className={css['figure']} inert>
            <ExplorerContext value={inside}>{figure}</ExplorerContext>
          </div>
        )}
        <figcaption>
          <Sci text={step.lead} />
        </figcaption>
      </figure>
      <div className={css['words']}>
        {plainProse(step.prose)
          .split(/\n\s*\n/)
          .map((paragraph, index) => (
            <p key={index}>
              <Sci text={paragraph} />
            </p>
          ))}
        {step.figure !== undefined && (
          <p>
            <b>
              <Sci text={step.figure.value} />
            </b>{' '}
            <Sci text={step.figure.caption} />
          </p>
        )}
        {step.predict !== undefined && (
          <p>
            <i>
              <Sci text={step.predict.question} />
            </i>{' '}
            <Sci text={plainProse(step.predict.finding)} />
          </p>
        )}
      </div>
      <footer>
        <h3>{words.sources}</h3>
        <ol data-many={sources.length > FULL}>
          {sources.map((paper) => (
            <li key={paper.id}>
              {[
                citation(paper, messages),
                ...(sources.length > FULL ? [] : [paper.title.replace(/\.$/, '')]),
                paper.journal,
                identifier(paper),
              ]
                .filter((part) => part !== undefined && part !== null)
                .map((part, index) => (
                  <span key={part}>
                    {index > 0 && '. '}
                    <Sci text={part} />
                  </span>
                ))}
            </li>
          ))}
        </ol>
        <p>{cite}</p>
        <Way link={linkTo(view)} />
      </footer>
    </section>
  );
}

/** What finds the paper again: its DOI, else its number in PubMed. */
function identifier({ doi, pmid }: Reference): string | null {
  return doi === undefined ? (pmid === undefined ? null : `PMID ${pmid}`) : `doi:${doi}`;
}

function linkTo(state: ExplorerState): string {
  return new URL(`?${encode({ ...state, tier: 'auto' })}`, window.location.href).href;
}

function Way({ link }: { readonly link: string }): ReactNode {
  const words = useWords(english).print;
  return (
    <div className={css['way']}>
      <QrCode text={link} label={words.link} size={96} otherwise={null} />
      <p>
        {words.link} <a href={link}>{link}</a>
      </p>
    </div>
  );
}
