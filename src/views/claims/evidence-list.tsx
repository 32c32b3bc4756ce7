/** Evidence for and against one claim, in one list, grouped by stance; counter-evidence is never behind a toggle. */
import type { ReactNode } from 'react';
import { SourceGlyph, StrengthBoxes, StrengthLine } from '../../design/evidence-marks';
import { Sci } from '../../design/sci';
import type { Claim, Evidence, Stance, Strength } from '../../model/schema';
import { STANCES } from '../../model/schema';
import { useExplorer } from '../shared/explorer-context';
import css from './claims.module.css';
import { Citation, Section } from './parts';
import { referenceOf } from '../../explorer/lookup';

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

function Row({ evidence, strength }: { readonly evidence: Evidence; readonly strength: Strength }): ReactNode {
  const { model, messages } = useExplorer();
  const words = messages.panel.evidence;
  const reference = referenceOf(model, evidence.reference);
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
          <Sci text={evidence.finding} />
        </p>
        <p className={css['faint']}>
          {facts.map(([name, value]) => (
            <span key={name}>
              <span className="visually-hidden">{name}: </span>
              <Sci text={value} />
              {'; '}
            </span>
          ))}
          {reference === undefined ? evidence.reference : <Citation reference={reference} />}
          {evidence.check === 'unchecked' && reference?.check !== 'unchecked' && (
            <span className={css['unchecked']}> {words.unchecked}</span>
          )}
        </p>
      </div>
    </li>
  );
}

const TITLE: Readonly<Record<Stance, 'supports' | 'contradicts' | 'mixed'>> = {
  supports: 'supports',
  contradicts: 'contradicts',
  mixed: 'mixed',
};

export function EvidenceList({ claim, strength }: { readonly claim: Claim; readonly strength: Strength }): ReactNode {
  const words = useExplorer().messages.panel.evidence;
  return (
    <Section title={words.title} aside={<StrengthMark strength={strength} />}>
      {STANCES.map((stance) => {
        const rows = claim.evidence.filter((item) => item.stance === stance);
        if (rows.length === 0) return null;
        return (
          <div key={stance}>
            <h3 className={css['sub']}>{words[TITLE[stance]]}</h3>
            <ul className={css['rows']}>
              {rows.map((item) => (
                <Row key={`${item.reference}${item.finding}`} evidence={item} strength={strength} />
              ))}
            </ul>
          </div>
        );
      })}
    </Section>
  );
}
