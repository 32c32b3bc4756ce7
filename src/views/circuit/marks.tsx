/** Published changes of firing: a wedge for the direction, what was done, and the source. */
import type { ReactNode } from 'react';
import { cellName } from '../../describe/circuit';
import { capital } from '../../describe/names';
import { circuit as circuitWords } from '../../describe/messages/en/circuit';
import { numberWords } from '../../describe/plate';
import type { Circuit, FiringMark } from '../../model/schema';
import claims from '../claims/claims.module.css';
import { Prose, Sources } from '../claims/parts';
import { useWords } from '../shared/use-words';
import css from './panel.module.css';

interface WedgeProps {
  readonly direction: FiringMark['direction'];
  /** Another drug than ketamine: drawn open. */
  readonly other?: boolean;
  readonly label?: string;
}

/** Apex up for more, down for less, a bar for unchanged. */
export function Wedge({ direction, other = false, label }: WedgeProps): ReactNode {
  const d = direction === '+' ? 'M6 1L11 11H1Z' : direction === '-' ? 'M6 11L11 1H1Z' : 'M1 4H11V8H1Z';
  return (
    <svg
      width="12"
      height="12"
      className={css['wedge']}
      data-direction={direction}
      data-other={other}
      role={label === undefined ? undefined : 'img'}
      aria-label={label}
      aria-hidden={label === undefined}
    >
      <path d={d} />
    </svg>
  );
}

export function Marks({ circuit, marks }: { readonly circuit: Circuit; readonly marks: readonly FiringMark[] }): ReactNode {
  const words = useWords(circuitWords);
  const { marks: told } = words;
  const directions = { '+': told.up, '-': told.down, '0': told.same };
  return (
    <details className={claims['more']} open={marks.length <= 3}>
      <summary>
        {told.title} ({marks.length})
      </summary>
      <p className={claims['faint']}>{told.about}</p>
      {marks.length === 0 && <p>{told.none}</p>}
      <ul className={css['marks']}>
        {marks.map((mark) => (
          <li key={mark.id}>
            <Wedge direction={mark.direction} other={mark.drug !== 'ketamine'} />
            <span>
              <b>
                {mark.cell === 'field' ? told.field : capital(cellName(circuit, mark.cell, words))}, {mark.measure}:{' '}
                {directions[mark.direction]}
              </b>
              {mark.values !== undefined && (
                <>
                  {' '}
                  ({told.values(numberWords(mark.values.before), numberWords(mark.values.after))} {told.unit[mark.values.unit]})
                </>
              )}
              . <Prose text={mark.finding} />{' '}
              <span className={claims['faint']}>
                {told.details(mark.drug, mark.dose, mark.species, mark.preparation, mark.state)}. <Sources ids={mark.references} />
                {mark.check === 'unchecked' && ` ${told.unchecked}`}
                {mark.note !== undefined && (
                  <>
                    {' '}
                    <Prose text={mark.note} />
                  </>
                )}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
