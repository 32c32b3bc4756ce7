/** How to read the map: line endings and evidence lines, in the words the map uses. */
import type { ReactNode } from 'react';
import { StrengthBoxes, StrengthLine } from '../../design/evidence-marks';
import { STRENGTHS } from '../../model/schema';
import { useExplorer } from '../shared/explorer-context';
import css from './claims.module.css';
import { Section } from './parts';

const ENDINGS = ['activates', 'inhibits', 'gain', 'moves'] as const;

function EndingSample({ ending }: { readonly ending: (typeof ENDINGS)[number] }): ReactNode {
  return (
    <svg width="56" height="14" viewBox="0 0 56 14" aria-hidden="true" focusable="false" fill="none" stroke="currentColor" strokeWidth="2">
      {ending === 'moves' ? (
        <>
          <path d="M1 7H46" strokeWidth="5" />
          <path d="M1 7H46" strokeWidth="2.4" stroke="var(--sheet)" />
          <path d="M45 2.5L54.5 7L45 11.5L47.5 7Z" strokeWidth="1.4" fill="var(--sheet)" />
        </>
      ) : (
        <path d={ending === 'gain' ? 'M1 7H45' : 'M1 7H50'} />
      )}
      {ending === 'activates' && <path d="M45 2.5L55 7L45 11.5L47.5 7Z" fill="currentColor" stroke="none" />}
      {ending === 'inhibits' && <path d="M51 1V13" strokeWidth="3" />}
      {ending === 'gain' && <circle cx="49.5" cy="7" r="4.2" strokeWidth="1.5" fill="var(--sheet)" />}
    </svg>
  );
}

export function Legend(): ReactNode {
  const { panel, cell } = useExplorer().messages;
  const [words, scale] = [panel.reading, cell.scale];
  return (
    <>
      <Section title={words.arrows}>
        <ul className={css['legend']}>
          {ENDINGS.map((ending) => (
            <li key={ending}>
              <EndingSample ending={ending} />
              {words[ending]}
            </li>
          ))}
        </ul>
      </Section>
      <Section title={words.sure}>
        <ul className={css['legend']}>
          {STRENGTHS.map((strength) => (
            <li key={strength}>
              <StrengthLine strength={strength} width={56} />
              <StrengthBoxes strength={strength} />
              {words[strength]}
            </li>
          ))}
        </ul>
        <p className={css['faint']}>{scale}</p>
      </Section>
    </>
  );
}
