/** Evidence for and against one claim, in one list, grouped by stance; counter-evidence is never behind a toggle. */
import type { ReactNode } from 'react';
import { SourceGlyph, StrengthBoxes, StrengthLine } from '../../design/evidence-marks';
import type { ClaimContent, StandingEvidence } from '../../explorer/selectors';
import type { Evidence, Strength } from '../../model/schema';
import { useExplorer } from '../shared/explorer-context';
import css from './claims.module.css';
import { Prose, Section, Source } from './parts';

export function StrengthMark({ strength }: { readonly strength: Strength }): ReactNode {
  const { messages } = useExplorer();
  return (
    <>
      <StrengthBoxes strength={strength} />
      {messages.panel.strength[strength]}
    </>
  );
}

/** People, animals or cells, for the source icon. */
export function sourceKind(evidence: Pick<Evidence, 'species' | 'preparation'>): 'person' | 'mouse' | 'dish' {
  if (
    evidence.preparation === 'in vitro' ||
    evidence.preparation === 'structure' ||
    evidence.species === 'recombinant' ||
    evidence.species === 'cultured rodent neurons'
  )
    return 'dish';
  return evidence.species === 'human' ? 'person' : 'mouse';
}

function Row({ evidence, reference, strength }: StandingEvidence & { readonly strength: Strength }): ReactNode {
  const words = useExplorer().messages.panel.evidence;
  const facts: readonly (readonly [string, string])[] = [
    [words.species, evidence.species],
    [words.preparation, evidence.preparation],
    ...(evidence.dose === undefined ? [] : [[words.dose, evidence.dose] as const]),
    ...(evidence.time === undefined ? [] : [[words.time, evidence.time] as const]),
    ...(evidence.method === undefined ? [] : [[words.method, evidence.method] as const]),
  ];
  return (
    <li className={css['evidence']}>
      <StrengthLine strength={evidence.stance === 'supports' ? strength : 'contested'} />
      <SourceGlyph kind={sourceKind(evidence)} />
      <div>
        <p>
          <Prose text={evidence.finding} />
        </p>
        <p className={css['faint']}>
          {facts.map(([name, value]) => (
            <span key={name}>
              <span className="visually-hidden">{name}: </span>
              <Prose text={value} />
              {'; '}
            </span>
          ))}
          <Source id={evidence.reference} />
          {evidence.check === 'unchecked' && reference?.check !== 'unchecked' && (
            <span className={css['unchecked']}> {words.unchecked}</span>
          )}
        </p>
      </div>
    </li>
  );
}

export function EvidenceList({ groups, strength }: { readonly groups: ClaimContent['evidence']; readonly strength: Strength }): ReactNode {
  const words = useExplorer().messages.panel.evidence;
  return (
    <Section title={words.title} aside={<StrengthMark strength={strength} />}>
      {groups.map(({ stance, items }) => (
        <div key={stance}>
          <h3 className={css['sub']}>{words[stance]}</h3>
          <ul className={css['rows']}>
            {items.map(({ evidence, reference }) => (
              <Row key={evidence.reference + evidence.finding} evidence={evidence} reference={reference} strength={strength} />
            ))}
          </ul>
        </div>
      ))}
      {groups.length === 0 && <p>{words.none}</p>}
    </Section>
  );
}
