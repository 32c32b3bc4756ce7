/** The line of stops under a slide: one for each step of the story, for each statement of the article, or for each level. */
import type { ReactNode } from 'react';
import { present as english } from '../../describe/messages/en/present';
import { useWords } from '../../views/shared/use-words';
import rows from '../article/statement-slide.module.css';
import css from './present.module.css';
import { useSlide } from './use-slide';

/** `still`: the stops cannot be pressed. */
export function Stops({ still }: { readonly still: boolean }): ReactNode {
  const words = useWords(english);
  const { tour, statement, names, at, count, goTo } = useSlide();
  return (
    <nav className={css['stops']} aria-label={words.stops} inert={still}>
      <ol className={statement === null ? undefined : rows['stops']}>
        {names.map((name, index) => (
          <li key={index}>
            <button
              type="button"
              aria-current={index + 1 === at ? 'step' : undefined}
              data-past={index + 1 < at || undefined}
              aria-label={words.stop(index + 1, name)}
              title={name}
              onClick={() => goTo(index + 1)}
            >
              {index + 1}
            </button>
            {tour === null && statement === null && <span>{name}</span>}
          </li>
        ))}
      </ol>
      <p>{words.step(at, count)}</p>
    </nav>
  );
}
