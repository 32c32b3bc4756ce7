/** A statement of the article on a slide: the five grades for the audience to choose from, then ours and what we would print. */
import type { ReactNode } from 'react';
import { article as english } from '../../describe/messages/en/article';
import { Sci } from '../../design/sci';
import { GRADES, type Statement } from '../../model/schema';
import { useWords } from '../../views/shared/use-words';
import { GradeMark } from './grade-mark';
import css from './statement-slide.module.css';

interface Props {
  readonly statement: Statement;
  /** Whether our grade is shown. */
  readonly open: boolean;
}

/** Lengths are in the slide's own unit, `--u`. */
export function StatementSlide({ statement, open }: Props): ReactNode {
  const words = useWords(english);
  return (
    <div className={css['slide']}>
      <ul className={css['grades']}>
        {GRADES.filter((grade) => !open || grade === statement.grade).map((grade) => (
          <li key={grade}>
            <GradeMark grade={grade} /> <b>{words.grades[grade].name}</b> {words.grades[grade].means}
          </li>
        ))}
      </ul>
      {open ? (
        <>
          <h2>{words.print}</h2>
          <p>
            <Sci text={statement.corrected} />
          </p>
        </>
      ) : (
        <p className={css['hint']}>{words.pressNext}</p>
      )}
    </div>
  );
}
