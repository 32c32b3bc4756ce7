/** The dose beside the score: what is given, in a few words, on a button that opens the control. */
import { lazy, Suspense, type ReactNode } from 'react';
import { doseShort } from '../../describe/dose-short';
import { dosePanel } from '../../describe/messages/en/dose-panel';
import { classes } from '../../design/class-names';
import { Popover } from '../../design/popover';
import { useExplorer } from '../shared/explorer-context';
import { useWords } from '../shared/use-words';
import css from './dose-button.module.css';

const DosePanel = lazy(() => import('./dose-panel').then((module) => ({ default: module.DosePanel })));

/** `short` leaves out what is given. */
export function DoseButton({ short }: { readonly short: boolean }): ReactNode {
  const { state } = useExplorer();
  const words = useWords(dosePanel);
  const a = doseShort(state.dose, words);
  const b = state.against === null ? null : doseShort(state.against, words);
  return (
    <Popover
      label={words.title}
      className={css['sheet'] ?? ''}
      trigger={(props) => (
        <button
          {...props}
          type="button"
          className={classes(css['open'], short && css['word'])}
          aria-label={b === null ? words.open(a) : words.openTwo(a, b)}
        >
          <b>{words.dose}</b>
          {!short && (b === null ? ` ${a}` : ` ${words.letters.A} ${a} · ${words.letters.B} ${b}`)}
        </button>
      )}
    >
      <Suspense fallback={null}>
        <DosePanel />
      </Suspense>
    </Popover>
  );
}
