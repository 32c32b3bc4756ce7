/** WHERE on a small screen: the levels that exist as a column of buttons at the edge of the picture, text turned, current one inverted. */
import type { ReactNode } from 'react';
import { levelsOf } from '../../explorer/levels';
import { useExplorer } from '../shared/explorer-context';
import css from './level-buttons.module.css';

export function LevelButtons(): ReactNode {
  const { state, model, messages, dispatch } = useExplorer();
  const levels = levelsOf(model);
  if (levels.length < 2) return null;
  return (
    <nav className={css['levels']} data-many={levels.length > 4} aria-label={messages.navigator.rail}>
      {levels.map((level) => (
        <button
          key={level}
          type="button"
          aria-current={level === state.level ? 'true' : undefined}
          onClick={() => dispatch({ type: 'goTo', level })}
        >
          <span>{messages.navigator.levels[level]}</span>
        </button>
      ))}
    </nav>
  );
}
