/** A question that is answered before the result shows: the reader commits, then sees the finding, its source and the model's answer. */
import { useId, useState, type ReactNode } from 'react';
import { story as english } from '../describe/messages/en/story';
import { Button } from '../design/button';
import { Sci } from '../design/sci';
import { signal } from '../explorer/signals';
import type { Prediction } from '../model/schema';
import { useWords } from '../views/shared/use-words';
import { answerTo, rememberAnswer } from './memory';
import { Prose, Records } from './prose';
import css from './story.module.css';
import { useMemory } from './use-memory';

interface Props {
  readonly story: string;
  readonly step: string;
  readonly prediction: Prediction;
}

export function Predict({ story, step, prediction }: Props): ReactNode {
  const words = useWords(english).predict;
  const given = answerTo(useMemory(), story, step);
  const [choice, setChoice] = useState<number | null>(null);
  const name = useId();
  const commit = (answer: number): void => {
    rememberAnswer(story, step, answer);
    if (answer < 0) return;
    signal({ type: 'answered', story, question: step, choice: prediction.choices[answer] ?? '', correct: answer === prediction.answer });
  };
  return (
    <section className={css['predict']} aria-labelledby={`${name}-head`}>
      <h2 className={css['predictHead']} id={`${name}-head`}>
        {words.label}
      </h2>
      <p className={css['question']}>
        <Sci text={prediction.question} />
      </p>
      {given === undefined ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (choice !== null) commit(choice);
          }}
        >
          <fieldset className={css['choices']}>
            <legend className="visually-hidden">{words.choose}</legend>
            {prediction.choices.map((text, index) => (
              <label key={index} className={css['choice']}>
                <input type="radio" name={name} checked={choice === index} onChange={() => setChoice(index)} />
                <span>
                  <Sci text={text} />
                </span>
              </label>
            ))}
          </fieldset>
          <p className={css['acts']}>
            <Button type="submit" whyDisabled={choice === null ? words.choose : undefined}>
              {words.commit}
            </Button>
            <Button kind="quiet" onClick={() => commit(-1)}>
              {words.skip}
            </Button>
          </p>
          <p className={css['faint']}>{words.device}</p>
        </form>
      ) : (
        <div role="status">
          {given >= 0 && (
            <p className={css['yours']}>
              <b>{words.yours}:</b> <Sci text={prediction.choices[given] ?? ''} />{' '}
              {given === prediction.answer ? words.agrees : words.differs}
            </p>
          )}
          <h3 className={css['sub']}>{words.found}</h3>
          <p className={css['yours']}>
            <b>
              <Sci text={prediction.choices[prediction.answer] ?? ''} />
            </b>
          </p>
          <Prose text={prediction.finding} />
          <Records ids={prediction.cites} />
          <h3 className={css['sub']}>{words.model}</h3>
          <p className={css['prose']}>
            <Sci text={prediction.model ?? words.noModel} />
          </p>
          <p>
            <Button kind="quiet" onClick={() => rememberAnswer(story, step, null)}>
              {words.change}
            </Button>
          </p>
        </div>
      )}
    </section>
  );
}
