/** When a paper was last held against our record of it, how much was read and where, and what stood there. */
import type { ReactNode } from 'react';
import { reading as english } from '../../describe/messages/en/reading';
import { Sci } from '../../design/sci';
import type { Reference } from '../../model/schema';
import { useWords } from '../shared/use-words';
import css from './claims.module.css';
import { Section } from './parts';

export function ReadingSection({ reference: { reading } }: { readonly reference: Reference }): ReactNode {
  const words = useWords(english);
  return (
    <Section title={words.title}>
      {reading === undefined ? (
        <p className={css['faint']}>{words.never}.</p>
      ) : (
        <>
          <p>
            <ReadingLine reading={reading} long />.
          </p>
          {reading.says !== undefined && (
            <p className={css['text']}>
              <Sci text={reading.says} />
            </p>
          )}
        </>
      )}
    </Section>
  );
}

/** The day and how much was read in one line; with `long` also where. */
export function ReadingLine(props: { readonly reading: NonNullable<Reference['reading']>; readonly long?: boolean }): ReactNode {
  const words = useWords(english);
  const { on, extent, where } = props.reading;
  const [day, much] = [words.day(on), words.extents[extent]];
  return <time dateTime={on}>{props.long === true && where !== undefined ? words.lastAt(day, much, where) : words.last(day, much)}</time>;
}
