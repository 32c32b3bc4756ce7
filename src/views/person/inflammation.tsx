/** Markers of inflammation as small multiples: one column a family of markers, one arrow a study. Directions only, nothing to scale. */
import type { ReactNode } from 'react';
import { capital, citation } from '../../describe/names';
import { person } from '../../describe/messages/en/person';
import { referenceOf } from '../../explorer/lookup';
import { markerFamilies, type MarkerStudy } from '../../explorer/person-inflammation';
import { Sci } from '../../design/sci';
import { SourceGlyph } from '../../design/evidence-marks';
import { useExplorer } from '../shared/explorer-context';
import { MarkField, type FieldItem } from './mark-field';
import { useWords } from '../shared/use-words';
import ink from './marks.module.css';
import sheet from './panel.module.css';
import css from './person.module.css';
import type { TimeFrame } from './time-frame';

const CELL = 76;
const ARROW = 52;
const LINE_Y = 32;
const HEIGHT = 122;

export function InflammationView({ frame }: { readonly frame: TimeFrame }): ReactNode {
  const { model } = useExplorer();
  const words = useWords(person).inflammation;
  const families = markerFamilies(model);
  return (
    <section className={sheet['multiples']} aria-label={words.title} style={{ width: frame.width }}>
      <p className={css['about']}>{words.about}</p>
      <ul className={ink['key']}>
        <li>
          <Arrow trend="down" filled strength="moderate" size={24} /> {words.key.followed}
        </li>
        <li>
          <Arrow trend="down" filled={false} strength="moderate" size={24} /> {words.key.not}
        </li>
      </ul>
      <div className={sheet['families']}>
        {families.map(({ family, studies }) => (
          <Family key={family ?? ''} name={family ?? words.several} studies={studies} />
        ))}
      </div>
    </section>
  );
}

function Family({ name, studies }: { readonly name: string; readonly studies: readonly MarkerStudy[] }): ReactNode {
  const { model, messages } = useExplorer();
  const words = useWords(person);
  const { inflammation } = words;
  const sources = (references: readonly string[]): string =>
    references
      .flatMap((id) => {
        const reference = referenceOf(model, id);
        return reference === undefined ? [] : [citation(reference, messages)];
      })
      .join('; ');
  const items = studies.map(({ finding, change }, index): FieldItem => {
    const trend = inflammation.trends[change.trend ?? 'none'];
    const facts = [
      finding.setting,
      finding.size === undefined ? '' : words.sized(finding.size),
      finding.withMood === undefined ? '' : inflammation.withMood[finding.withMood],
      inflammation.strength(finding.strength),
      finding.check === 'checked' ? words.checked : words.unchecked,
    ];
    const lines = [
      capital(messages.speech.list([trend, finding.result])),
      messages.speech.list(facts.filter((part) => part !== '')),
      sources(finding.references),
    ];
    return {
      id: `${finding.id}${change.marker}`,
      name: change.marker,
      lines,
      label: words.mark(change.marker, messages.speech.list(lines)),
      x: CELL / 2 + index * CELL,
      y: LINE_Y,
      top: 6,
      bottom: HEIGHT - 8,
      selection: { kind: 'inflammation', id: finding.id },
    };
  });
  return (
    <section className={sheet['family']}>
      <h3>
        <Sci text={name} /> <span>{inflammation.studies(new Set(studies.map(({ finding }) => finding)).size)}</span>
      </h3>
      <MarkField label={words.plotLabel(name, items.length)} items={items} width={studies.length * CELL} height={HEIGHT}>
        <span className={sheet['flatLine']} style={{ top: LINE_Y }} />
        {studies.map(({ finding, change }, index) => (
          <span
            key={finding.id + change.marker}
            className={sheet['study']}
            style={{ left: index * CELL, width: CELL }}
            data-check={finding.check}
          >
            <Arrow trend={change.trend ?? null} filled={finding.withMood === 'followed'} strength={finding.strength} />
            <SourceGlyph kind={finding.species === undefined || finding.species === 'human' ? 'person' : 'mouse'} />
            <span className={sheet['studyName']}>
              {name === change.marker ? sources(finding.references) : change.marker}
              {finding.check === 'unchecked' && <i> {words.key.unchecked}</i>}
            </span>
          </span>
        ))}
      </MarkField>
    </section>
  );
}

interface ArrowProps {
  readonly trend: 'up' | 'down' | 'unchanged' | 'mixed' | null;
  readonly filled: boolean;
  readonly strength: string;
  readonly size?: number;
}

/** Up, down, a flat bar, or both ways; the line is as heavy as the evidence is strong. */
function Arrow({ trend, filled, strength, size = ARROW }: ArrowProps): ReactNode {
  const weight = strength === 'strong' ? 2.5 : strength === 'moderate' ? 1.75 : 1.25;
  const dash = strength === 'weak' ? '4 2.5' : undefined;
  const head = { fill: filled ? 'currentColor' : 'var(--paper)', stroke: 'currentColor', strokeWidth: 1.5 };
  return (
    <svg width={size} height={size} viewBox="-22 -22 44 44" aria-hidden="true" className={sheet['arrow']}>
      {(trend === 'up' || trend === 'mixed') && (
        <g transform={trend === 'mixed' ? 'translate(-6 0)' : undefined}>
          <path d="M0 0V-10" stroke="currentColor" strokeWidth={weight} strokeDasharray={dash} />
          <path d="M-5 -9L0 -18L5 -9Z" {...head} />
        </g>
      )}
      {(trend === 'down' || trend === 'mixed') && (
        <g transform={trend === 'mixed' ? 'translate(6 0)' : undefined}>
          <path d="M0 0V10" stroke="currentColor" strokeWidth={weight} strokeDasharray={dash} />
          <path d="M-5 9L0 18L5 9Z" {...head} />
        </g>
      )}
      {trend === 'unchanged' && <rect x="-9" y="-3" width="18" height="6" {...head} />}
      {trend === null && <circle r="4" {...head} />}
    </svg>
  );
}
