/** The sentence as a proof, and, once it is open, our corrections on it in ink. */
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import type { Statement } from '../../model/schema';
import { useSize } from '../../views/shared/use-size';
import css from './article.module.css';
import { placeNotes, runsOf, strokeOf, type Box, type Note } from './proof-layout';

interface Drawn {
  readonly strokes: readonly { readonly mark: number; readonly d: string }[];
  readonly notes: readonly Note[];
}

const NOTHING: Drawn = { strokes: [], notes: [] };

export function Proof({ statement, open }: { readonly statement: Statement; readonly open: boolean }): ReactNode {
  const [box, { width }] = useSize<HTMLDivElement>();
  const sheet = useRef<HTMLParagraphElement>(null);
  const [drawn, setDrawn] = useState<Drawn>(NOTHING);
  const { sentence, marks } = statement;
  useLayoutEffect(() => {
    const element = sheet.current;
    if (element === null || !open || width === 0) return setDrawn(NOTHING);
    const origin = element.getBoundingClientRect();
    const boxes = new Map<number, readonly Box[]>();
    for (const span of element.querySelectorAll<HTMLElement>('[data-mark]')) {
      const rects = [...span.getClientRects()].map(({ left, top, width: w, height }) => ({
        x: left - origin.left,
        // The line box is taller than the letters: the mark keeps to the letters.
        y: top - origin.top + height * 0.12,
        width: w,
        height: height * 0.76,
      }));
      boxes.set(Number(span.dataset['mark']), rects);
    }
    const sizes = new Map(
      [...element.querySelectorAll<HTMLElement>('[data-note]')].map((note) => {
        const { width: w, height } = note.getBoundingClientRect();
        return [Number(note.dataset['note']), { width: w, height }] as const;
      }),
    );
    setDrawn({
      strokes: marks.map(({ mark }, index) => ({ mark: index, d: strokeOf(mark, boxes.get(index) ?? []) })),
      notes: placeNotes(marks, boxes, sizes, width),
    });
  }, [marks, open, width]);
  return (
    <div className={css['proof']} ref={box}>
      <p className={css['sentence']} ref={sheet}>
        {runsOf(sentence, marks).map(({ text, mark }, index) =>
          mark === null ? (
            text
          ) : (
            <span key={index} data-mark={mark} data-kind={marks[mark]?.mark}>
              {text}
            </span>
          ),
        )}
        {open && (
          <>
            <svg className={css['marks']} aria-hidden="true" key={statement.id}>
              {drawn.strokes.map(({ mark, d }) => (
                <path key={mark} d={d} data-kind={marks[mark]?.mark} style={{ animationDelay: `${mark * 140}ms` }} />
              ))}
            </svg>
            {marks.map(({ note }, index) => {
              const place = drawn.notes.find(({ mark }) => mark === index);
              return (
                <span
                  key={index}
                  data-note={index}
                  className={css['note']}
                  aria-hidden="true"
                  style={place === undefined ? { visibility: 'hidden' } : { left: place.x, top: place.y }}
                >
                  {note}
                </span>
              );
            })}
          </>
        )}
      </p>
    </div>
  );
}
