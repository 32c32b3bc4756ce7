/** A statement of the article on a slide: the five grades for the audience to choose from, then ours and what we would print. */
import type { ReactNode } from 'react';
import { article as english } from '../../describe/messages/en/article';
import { Button } from '../../design/button';
import { Sci } from '../../design/sci';
import { GRADES } from '../../model/schema';
import { useExplorer } from '../../views/shared/explorer-context';
import { useWords } from '../../views/shared/use-words';
import { GradeMark } from './grade-mark';
import { isOpen, look } from './grading';
import css from './statement-slide.module.css';
import { useGrading } from './use-article';

/** Nothing unless a statement is selected. Lengths are in the slide's own unit, `--u`. */
export function StatementSlide(): ReactNode {
  const { state, model } = useExplorer();
  const words = useWords(english);
  const grading = useGrading();
  const id = state.selection?.kind === 'statement' ? state.selection.id : null;
  const shown = model.statements.find((statement) => statement.id === id);
  if (shown === undefined) return null;
  const open = isOpen(grading, shown.id);
  return (
    <div className={css['slide']}>
      <ul className={css['grades']}>
        {GRADES.filter((grade) => !open || grade === shown.grade).map((grade) => (
          <li key={grade}>
            <GradeMark grade={grade} /> <b>{words.grades[grade].name}</b> {words.grades[grade].means}
          </li>
        ))}
      </ul>
      {open ? (
        <>
          <h2>{words.print}</h2>
          <p>
            <Sci text={shown.corrected} />
          </p>
        </>
      ) : (
        <Button onClick={() => look(shown.id)}>{words.showOurs}</Button>
      )}
    </div>
  );
}
