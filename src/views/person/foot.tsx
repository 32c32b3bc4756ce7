/** Under the score of the person level: five figures of risk, as large as any figure of benefit, and what this page is not. */
import type { ReactNode } from 'react';
import { person } from '../../describe/messages/en/person';
import { SourceGlyph } from '../../design/evidence-marks';
import { Sci } from '../../design/sci';
import { useExplorer } from '../shared/explorer-context';
import { StateLink } from '../shared/state-link';
import { useWords } from '../shared/use-words';
import sheet from './panel.module.css';

const SHOWN = 5;

interface Props {
  readonly score: ReactNode;
  readonly frame: 'desktop' | 'tablet' | 'phone' | 'low';
}

/** The score, and the strip where the window has room for it; elsewhere the strip stands at the foot of the picture. */
export function PersonFoot({ score, frame }: Props): ReactNode {
  return (
    <>
      {score}
      {frame === 'desktop' && <SafetyStrip />}
    </>
  );
}

export function SafetyStrip(): ReactNode {
  const { model, state } = useExplorer();
  const words = useWords(person).safety;
  const figures = model.safety.flatMap((note) => (note.figure === undefined ? [] : [{ ...note, figure: note.figure }])).slice(0, SHOWN);
  if (figures.length === 0) return null;
  return (
    <section className={sheet['strip']} aria-label={words.strip}>
      <p className={sheet['stripHead']}>
        <b>{words.strip}</b> <span>{words.stripAbout}</span>
      </p>
      <ul>
        {figures.map(({ id, topic, figure, severity, check }) => (
          <li key={id}>
            <StateLink
              action={{ type: 'select', selection: { kind: 'safety', id } }}
              current={state.selection?.kind === 'safety' && state.selection.id === id}
              className={sheet['figure'] ?? ''}
            >
              <strong>{figure.value}</strong>
              <span>
                <Sci text={figure.says} />
              </span>
              <small>
                <SourceGlyph kind="person" />
                {severity}
                {check === 'unchecked' && `, ${words.unchecked}`}
                <span className="visually-hidden">, {topic}</span>
              </small>
            </StateLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
