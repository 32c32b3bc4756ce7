/** Results that stand for no single time: a line of words under the plots, each a link to its record. */
import type { ReactNode } from 'react';
import { armsText, intervalText, markLabel, sizeText } from '../../describe/person';
import { person } from '../../describe/messages/en/person';
import { emphasisOf, type Choice, type Mark } from '../../explorer/person';
import { useExplorer } from '../shared/explorer-context';
import { StateLink } from '../shared/state-link';
import { useWords } from '../shared/use-words';
import { Square } from './mark-shape';
import css from './person.module.css';

export function Timeless({ marks, choice }: { readonly marks: readonly Mark[]; readonly choice: Choice }): ReactNode {
  const { state, model, messages } = useExplorer();
  const words = useWords(person);
  if (marks.length === 0) return null;
  return (
    <div className={css['timeless']}>
      <b>{words.timeless}</b>
      <ul>
        {marks.map((mark) => (
          <li key={mark.id}>
            <StateLink
              className={css['timelessLink'] ?? ''}
              action={{ type: 'select', selection: { kind: 'curve', id: mark.curve.id } }}
              current={state.selection?.kind === 'curve' && state.selection.id === mark.curve.id}
              label={markLabel(mark, model, words, messages)}
            >
              <span data-tone={emphasisOf(mark, choice)} data-mark={mark.id} data-failed={mark.failed} className={css['mark']}>
                <svg width="11" height="11" viewBox="0 0 11 11" aria-hidden="true">
                  <Square x={5.5} y={5.5} side={8} separated={mark.effect.separated} alone={mark.effect.controls.length === 0} />
                </svg>
                {[mark.effect.name, odds(mark) ?? armsText(mark, words) ?? sizeText(mark, words), intervalText(mark, words)]
                  .filter((part) => part !== null)
                  .join(', ')}
              </span>
            </StateLink>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** An odds ratio is a number of its own kind: it is told as published, not as a difference. */
function odds({ effect }: Mark): string | null {
  return effect.measure === 'odds' && effect.value !== undefined ? String(effect.value) : null;
}
