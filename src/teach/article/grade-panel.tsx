/** The panel of the article: first the reader's grade, then ours with its reasons, what speaks for and against, and what we would print. */
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { article as english } from '../../describe/messages/en/article';
import { reading } from '../../describe/messages/en/reading';
import { citation } from '../../describe/names';
import { Button } from '../../design/button';
import { Sci } from '../../design/sci';
import { referenceOf } from '../../explorer/lookup';
import { GRADES, type Grade } from '../../model/schema';
import { ReadingLine } from '../../views/claims/reading-line';
import { useExplorer } from '../../views/shared/explorer-context';
import { StateLink } from '../../views/shared/state-link';
import { useWords } from '../../views/shared/use-words';
import css from './article.module.css';
import { GradeMark } from './grade-mark';
import { giveGrade, look, takeBack } from './grading';
import { sourcesRead } from './sources-read';
import { statementView } from './statement-view';
import { useArticle, type Article } from './use-article';

export function GradePanel(): ReactNode {
  const article = useArticle();
  if (article === null) return null;
  return article.open ? <Ours key={article.shown.id} article={article} /> : <Ask key={article.shown.id} article={article} />;
}

function Ask({ article }: { readonly article: Article }): ReactNode {
  const words = useWords(english);
  const [choice, setChoice] = useState<Grade | null>(null);
  const { shown, at, agreement } = article;
  const rows = shown.references.length + shown.contradicting.length;
  const byKey = (event: KeyboardEvent): void => {
    const grade = GRADES[Number(event.key) - 1];
    if (grade !== undefined && !event.ctrlKey && !event.metaKey && !event.altKey) setChoice(grade);
  };
  return (
    <>
      <p className={css['status']}>{words.ask.status(at)}</p>
      <h2 className={css['title']}>{words.ask.title}</h2>
      <p className={css['lead']}>{words.ask.lead}</p>
      <fieldset className={css['choices']}>
        <legend className="visually-hidden">{words.ask.title}</legend>
        {GRADES.map((grade, index) => (
          <label key={grade} className={css['choice']} data-chosen={choice === grade}>
            <input type="radio" name="grade" checked={choice === grade} onChange={() => setChoice(grade)} onKeyDown={byKey} />
            <GradeMark grade={grade} size={24} />
            <span>
              <b>{words.grades[grade].name}</b>
              <span>{words.grades[grade].means}</span>
            </span>
            <kbd>{index + 1}</kbd>
          </label>
        ))}
      </fieldset>
      <section className={css['section']}>
        <h3>
          {words.ask.evidence} <span>{words.ask.rows(rows)}</span>
        </h3>
      </section>
      <footer className={css['foot']}>
        <h3>{words.soFar}</h3>
        <p>{words.agreement(agreement.graded, agreement.agreed, agreement.kinder)}</p>
        <p className={css['acts']}>
          <Button
            kind="filled"
            whyDisabled={choice === null ? words.ask.choose : undefined}
            onClick={() => choice !== null && giveGrade(shown.id, choice)}
          >
            {choice === null ? words.ask.commit : words.ask.commitAs(words.grades[choice].name)}
          </Button>
          <Button onClick={() => look(shown.id)}>{words.ask.skip}</Button>
        </p>
      </footer>
    </>
  );
}

/** The grade takes the place of the choices: its first line is brought into view wherever the reader had scrolled to. */
function toTop(line: HTMLElement | null): void {
  line?.scrollIntoView({ block: 'nearest' });
}

function Ours({ article }: { readonly article: Article }): ReactNode {
  const { state, model } = useExplorer();
  const words = useWords(english);
  const { shown, at, statements, agreement, grading, choose } = article;
  const yours = grading.grades[shown.id];
  const first = grading.first[shown.id];
  const following = statements[at % statements.length] ?? shown;
  const there = statementView(state, model, shown);
  const readingWords = useWords(reading);
  const read = sourcesRead(shown, (id) => referenceOf(model, id));
  return (
    <>
      <p className={css['status']} ref={toTop}>
        <Sci text={words.ours(shown.strength)} />
      </p>
      <h2 className={css['grade']}>
        <GradeMark grade={shown.grade} size={34} /> {words.grades[shown.grade].name}
      </h2>
      <p className={css['lead']}>{words.grades[shown.grade].means}.</p>
      <Section title={words.print}>
        <p className={css['print']}>
          <Sci text={shown.corrected} />
        </p>
      </Section>
      {shown.distortions.length > 0 && (
        <Section title={words.misleads}>
          <p>{shown.distortions.map((kind) => words.kinds[kind]).join('. ')}.</p>
        </Section>
      )}
      <Section title={words.leavesOut}>
        <p>
          <Sci text={shown.leavesOut} />
        </p>
      </Section>
      <Section title={words.forIt} count={shown.references.length}>
        <Papers ids={shown.references} />
      </Section>
      <Section title={words.against} count={shown.contradicting.length}>
        {shown.contradicting.length === 0 ? <p>{words.noneAgainst}</p> : <Papers ids={shown.contradicting} />}
      </Section>
      {read !== null && <p className={css['status']}>{words.read(read.read, read.count, readingWords.day(read.on))}</p>}
      <footer className={css['foot']}>
        {yours !== undefined && (
          <>
            <h3>{words.yours}</h3>
            <p className={css['compared']}>
              <GradeMark grade={yours} /> {words.said(words.grades[yours].name)} <span aria-hidden="true">→</span>{' '}
              <GradeMark grade={shown.grade} /> <b>{words.say(words.grades[shown.grade].name)}</b>
            </p>
            {first !== undefined && first !== yours && <p>{words.first(words.grades[first].name)}</p>}
          </>
        )}
        <p>
          {agreement.graded === statements.length
            ? words.done(agreement.agreed, statements.length)
            : words.agreement(agreement.graded, agreement.agreed, agreement.kinder)}
        </p>
        <p className={css['acts']}>
          <Button kind="filled" onClick={() => choose(following)}>
            {at === statements.length ? words.last : words.next(at + 1)}
          </Button>
          <StateLink className={css['show'] ?? ''} action={{ type: 'replace', state: there, effect: 'navigation' }}>
            {words.show}
          </StateLink>
          {yours !== undefined && (
            <Button kind="quiet" onClick={() => takeBack(shown.id)}>
              {words.regrade}
            </Button>
          )}
        </p>
      </footer>
    </>
  );
}

interface SectionProps {
  readonly title: string;
  readonly count?: number;
  readonly children: ReactNode;
}

function Section({ title, count, children }: SectionProps): ReactNode {
  return (
    <section className={css['section']}>
      <h3>
        {title} {count !== undefined && <span>{count}</span>}
      </h3>
      {children}
    </section>
  );
}

function Papers({ ids }: { readonly ids: readonly string[] }): ReactNode {
  const { model, messages } = useExplorer();
  return (
    <ul className={css['papers']}>
      {ids.map((id) => {
        const paper = referenceOf(model, id);
        return (
          <li key={id}>
            {paper === undefined ? (
              id
            ) : (
              <StateLink
                action={[
                  { type: 'setMode', mode: 'explore' },
                  { type: 'select', selection: { kind: 'reference', id: paper.id } },
                ]}
              >
                <Sci text={paper.title} /> <span>{citation(paper, messages)}</span>
              </StateLink>
            )}
            {paper?.reading?.says !== undefined && (
              <p>
                <Sci text={paper.reading.says} />
              </p>
            )}
            {paper?.reading !== undefined && (
              <p className={css['read']}>
                <ReadingLine reading={paper.reading} />
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}
