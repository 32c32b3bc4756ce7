/** Results that stand for no single time, or for one past the end of the clock: a line of words under the plots, each a link to its record. */
import type { ReactNode } from 'react';
import { armsText, briefInterval, markLabel, sizeText, type PersonWords } from '../../describe/person';
import { textWidth } from '../../design/text-width';
import { person } from '../../describe/messages/en/person';
import { emphasisOf, type Choice, type Mark } from '../../explorer/person';
import { useExplorer } from '../shared/explorer-context';
import { StateLink } from '../shared/state-link';
import { useWords } from '../shared/use-words';
import { Square } from './mark-shape';
import ink from './marks.module.css';
import css from './person.module.css';

const ROW = 24;
const GAP = 34;
const TITLE = 108;

function textOf(mark: Mark, words: PersonWords): string {
  const { told, name } = mark.effect;
  return [name, armsText(mark, words) ?? sizeText(mark, words) ?? told ?? null, briefInterval(mark, words)]
    .filter((part) => part !== null)
    .join(' ');
}

/** Height that the line takes in this width: it may need more than one row. */
export function timelessHeight(marks: readonly Mark[], width: number, words: PersonWords): number {
  if (marks.length === 0) return 0;
  const room = Math.max(120, width - TITLE);
  let [rows, used] = [1, 0];
  for (const mark of marks) {
    const need = textWidth(textOf(mark, words), 11, 'sub') + GAP;
    if (used > 0 && used + need > room) [rows, used] = [rows + 1, need];
    else used += need;
  }
  return rows * ROW + 2;
}

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
              <span data-tone={emphasisOf(mark, choice)} data-mark={mark.id} data-failed={mark.failed} className={ink['mark']}>
                <svg width="11" height="11" viewBox="0 0 11 11" aria-hidden="true">
                  <Square x={5.5} y={5.5} side={8} separated={mark.effect.separated} alone={mark.effect.controls.length === 0} />
                </svg>
                {textOf(mark, words)}
              </span>
            </StateLink>
          </li>
        ))}
      </ul>
    </div>
  );
}
