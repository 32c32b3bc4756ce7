/** The bridge from the drug to the mood: claims of the network, one after the other, each with its own strength and its own link. */
import type { ReactNode } from 'react';
import { claimLabel } from '../../describe/sentences';
import { person } from '../../describe/messages/en/person';
import { lineStyle } from '../../design/evidence-marks';
import { Sci } from '../../design/sci';
import { levelsOf } from '../../explorer/levels';
import { moodChain } from '../../explorer/person-chain';
import { STRENGTHS } from '../../model/schema';
import { useExplorer } from '../shared/explorer-context';
import { StateLink } from '../shared/state-link';
import { useWords } from '../shared/use-words';
import css from './person.module.css';

export function Chain(): ReactNode {
  const { model, messages } = useExplorer();
  const words = useWords(person).chain;
  const links = moodChain(model);
  const [first] = links;
  if (first === undefined) return null;
  const weakest = STRENGTHS[Math.max(...links.map(({ strength }) => STRENGTHS.indexOf(strength)))] ?? 'contested';
  const toCell = levelsOf(model).includes('cell') ? [{ type: 'goTo', level: 'cell' } as const] : [];
  return (
    <section className={css['chain']} aria-label={`${words.title}: ${words.about}`}>
      <p>
        <b>{words.title}</b> {words.about}; {words.weakest(messages.panel.strength[weakest])}
      </p>
      <ol>
        <li className={css['station']}>
          <span className={css['stopName']} data-first>
            <Sci text={first.from.short} />
          </span>
        </li>
        {links.map(({ claim, strength, to, station }) => {
          const style = lineStyle(strength);
          return (
            <li key={claim.id} className={css['link']} data-station={station}>
              <StateLink
                action={[...toCell, { type: 'select', selection: { kind: 'claim', id: claim.id } }]}
                label={claimLabel(claim, model, messages)}
                className={css['linkLine'] ?? ''}
              >
                <svg width="100%" height="24" aria-hidden="true" preserveAspectRatio="none">
                  <line
                    x1="3"
                    x2="100%"
                    y1="12"
                    y2="12"
                    stroke="currentColor"
                    strokeWidth={style.width}
                    strokeDasharray={style.dash}
                    strokeLinecap={style.cap}
                  />
                </svg>
              </StateLink>
              <span className={css['stop']} data-station={station} />
              {station && (
                <span className={css['stopName']}>
                  <Sci text={to.short} />
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
