/** The article page: statements in the margin, the proof in the middle; the grade stands in the panel. */
import type { ReactNode } from 'react';
import { article as english } from '../../describe/messages/en/article';
import { Sci } from '../../design/sci';
import { DISTORTIONS, GRADES, type Distortion } from '../../model/schema';
import { useWords } from '../../views/shared/use-words';
import css from './article.module.css';
import { GradeMark } from './grade-mark';
import { isOpen, setShowAll } from './grading';
import { Proof } from './proof';
import { useArticle, useKind, type Article } from './use-article';

export function ArticleView(): ReactNode {
  const article = useArticle();
  const words = useWords(english);
  if (article === null) return null;
  const { shown, at, statements, open } = article;
  return (
    <div className={css['page']}>
      <Margin article={article} />
      <article className={css['sheet']}>
        <h1 className={css['place']}>
          <b>{words.of(at, statements.length)}</b>
        </h1>
        <p className={css['about']}>{words.about}</p>
        <Proof key={shown.id} statement={shown} open={open} />
        {open && (
          <section className={css['corrections']} aria-label={words.corrections}>
            <ol>
              {shown.marks.map(({ say }, index) => (
                <li key={index}>{say}</li>
              ))}
            </ol>
          </section>
        )}
        <div className={css['halves']}>
          <section>
            <h2>{words.says}</h2>
            <p className={css['faint']}>{words.needs}</p>
            <p className={css['large']}>
              <Sci text={shown.implies} />
            </p>
          </section>
          <section data-open={open}>
            <h2>{words.recorded}</h2>
            {open ? (
              <p className={css['large']}>
                <Sci text={shown.verdict} />
              </p>
            ) : (
              <p className={css['opens']}>{words.opens}</p>
            )}
          </section>
        </div>
      </article>
    </div>
  );
}

function Margin({ article }: { readonly article: Article }): ReactNode {
  const words = useWords(english);
  const { statements, shown, grading, choose } = article;
  const [kind, setKind] = useKind();
  const count = GRADES.map((grade) => statements.filter((statement) => statement.grade === grade).length);
  const listed = statements.filter(({ distortions }) => kind === null || distortions.includes(kind));
  const all = statements.every(({ id }) => isOpen(grading, id));
  const nameOf = (grade: keyof typeof words.grades | null, hidden: string): string => (grade === null ? hidden : words.grades[grade].name);
  return (
    <nav className={css['margin']} aria-label={words.list}>
      <header>
        <h2>{words.list}</h2>
        <p>{all ? words.count(count[0] ?? 0, count[1] ?? 0, count[2] ?? 0, count[3] ?? 0, count[4] ?? 0) : words.hidden}</p>
        <label className={css['filter']}>
          <span>{words.filter}</span>
          <select
            value={kind ?? ''}
            onChange={(event) => setKind(DISTORTIONS.find((item) => item === event.currentTarget.value) ?? (null as Distortion | null))}
          >
            <option value="">{words.allKinds}</option>
            {DISTORTIONS.map((item) => (
              <option key={item} value={item}>
                {words.kinds[item]}
              </option>
            ))}
          </select>
        </label>
        <label className={css['showAll']}>
          <input type="checkbox" checked={grading.showAll} onChange={(event) => setShowAll(event.currentTarget.checked)} />
          {words.showAll}
        </label>
        <p className={css['heads']} aria-hidden="true">
          <span>{words.you}</span>
          <span>{words.we}</span>
        </p>
      </header>
      <ol className={css['rows']}>
        {listed.map((statement) => {
          const yours = grading.grades[statement.id] ?? null;
          const ours = isOpen(grading, statement.id) ? statement.grade : null;
          const number = statements.indexOf(statement) + 1;
          return (
            <li key={statement.id}>
              <button
                type="button"
                aria-current={statement === shown ? 'true' : undefined}
                aria-label={words.row(number, statement.short, nameOf(yours, words.none), nameOf(ours, words.closed))}
                onClick={() => choose(statement)}
              >
                <span className={css['number']}>{number}</span>
                <span className={css['short']}>
                  <Sci text={statement.short} />
                </span>
                <GradeMark grade={yours} />
                <GradeMark grade={ours} />
              </button>
            </li>
          );
        })}
      </ol>
      <ul className={css['key']}>
        {GRADES.map((grade) => (
          <li key={grade}>
            <GradeMark grade={grade} /> {words.grades[grade].name}
          </li>
        ))}
      </ul>
    </nav>
  );
}
