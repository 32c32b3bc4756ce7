/** The left column of a slide: where and when, one claim, at most one number; a question until it is resolved. */
import { useLayoutEffect, type ReactNode, type RefObject } from 'react';
import { present as english } from '../../describe/messages/en/present';
import { whenWords } from '../../describe/duration';
import { nameOf } from '../../describe/names';
import { Sci } from '../../design/sci';
import { circuitOf } from '../../explorer/circuit';
import { stageOf } from '../../explorer/levels';
import { wordsOfStage } from '../../explorer/plate-scene';
import { plainProse } from '../../explorer/story';
import { useExplorer } from '../../views/shared/explorer-context';
import { useSize } from '../../views/shared/use-size';
import { useWords } from '../../views/shared/use-words';
import { StatementSlide } from '../article/statement-slide';
import css from './present.module.css';
import { useSlide } from './use-slide';

/** Steps of size that a column goes through until its text fits; the last one scrolls. */
const SIZES = 4;

/** Sets the text of a column as large as it fits. */
function useFitting(fits: boolean, text: string): RefObject<HTMLElement | null> {
  const [box, { width, height }] = useSize<HTMLElement>();
  useLayoutEffect(() => {
    if (box.current !== null && fits) fit(box.current);
    // What the column says and how large it is decide how large its text is set.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [box, fits, text, width, height]);
  // Faces come when they come, and what they set is of another length than what stood in for them.
  useLayoutEffect(() => {
    const again = (): void => {
      if (box.current !== null && fits) fit(box.current);
    };
    document.fonts.addEventListener('loadingdone', again);
    return () => document.fonts.removeEventListener('loadingdone', again);
  }, [box, fits]);
  return box;
}

function fit(column: HTMLElement): void {
  for (let size = 0; size <= SIZES; size++) {
    column.setAttribute('data-fit', String(size));
    if (column.scrollHeight <= column.clientHeight) return;
  }
}

interface Props {
  /** Whether the text is made to fit its column instead of being scrolled. */
  readonly fits?: boolean;
}

export function SlideText({ fits = false }: Props): ReactNode {
  const { state, model, messages } = useExplorer();
  const words = useWords(english);
  const { step, statement, revealed } = useSlide();
  const where = words.where(messages.navigator.levels[state.level], whenWords(state.when, messages, model.manifest.clocks));
  // Outside of stories a place says what it is about, as its panel does.
  const plate = stageOf(model, state.level);
  const place = state.level === 'circuit' ? circuitOf(model, state.places) : plate && wordsOfStage(plate, state.bench);
  const told = state.level === 'person' ? model.conventions.find(({ id }) => id === `person.${state.places.outcome}`)?.name : undefined;
  const { start } = model.manifest;
  // The pack's own headline is that of the place it begins at.
  const headline = place?.headline ?? told ?? (state.level === start.level ? start.headline : messages.navigator.levelIn[state.level]);
  const title = step?.title ?? (state.selection === null ? headline : nameOf(state.selection, model, messages));
  // The speaker's window has a first heading of its own.
  const Heading = fits ? 'h1' : 'h2';
  const box = useFitting(fits, `${where} ${title} ${step?.id ?? statement?.id ?? ''} ${revealed}`);
  return (
    <section className={css['column']} aria-live="polite" data-part="text" ref={box}>
      <p className={css['where']}>{where}</p>
      <Heading className={css['claim']} data-long={title.length > 44 || undefined}>
        <Sci text={title} />
      </Heading>
      {step !== null && (
        <p className={css['lead']}>
          <Sci text={step.lead} />
        </p>
      )}
      {statement !== null && <StatementSlide statement={statement} open={revealed} />}
      {step?.predict !== undefined && (
        <div className={css['question']}>
          <p>
            <Sci text={step.predict.question} />
          </p>
          <ol>
            {step.predict.choices.map((choice, index) => {
              const found = revealed && index === step.predict?.answer;
              // What was found takes the room of the answers that were not.
              if (revealed && !found) return null;
              return (
                <li key={index} value={index + 1} data-found={found || undefined}>
                  <Sci text={choice} />
                </li>
              );
            })}
          </ol>
          <p className={css['hint']}>{revealed ? <Sci text={plainProse(step.predict.finding)} /> : words.reveal}</p>
        </div>
      )}
      {step?.figure !== undefined && revealed && (
        <figure className={css['figure']}>
          <b>
            <Sci text={step.figure.value} />
          </b>
          <figcaption>
            <Sci text={step.figure.caption} />
          </figcaption>
        </figure>
      )}
    </section>
  );
}
