/** The line of stops under a slide: one for each step of the story, or for each level. */
import type { ReactNode } from 'react';
import { present as english } from '../../describe/messages/en/present';
import { levelsOf } from '../../explorer/levels';
import { useExplorer } from '../../views/shared/explorer-context';
import { useWords } from '../../views/shared/use-words';
import css from './present.module.css';
import { useSlide } from './use-slide';

export function Stops(): ReactNode {
  const { model, messages } = useExplorer();
  const words = useWords(english);
  const { tour, at, count, goTo } = useSlide();
  const names = tour === null ? levelsOf(model).map((level) => messages.navigator.levels[level]) : tour.steps.map(({ title }) => title);
  return (
    <nav className={css['stops']} aria-label={words.stops}>
      <ol>
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
            {tour === null && <span>{name}</span>}
          </li>
        ))}
      </ol>
      <p>{words.step(at, count)}</p>
    </nav>
  );
}
