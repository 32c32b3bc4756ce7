/** The one big number of the bench with its spread, and the one filled button. */
import type { ReactNode } from 'react';
import { numberWords } from '../../describe/plate';
import { Button } from '../../design/button';
import { Sci } from '../../design/sci';
import { TRIALS, type ReleaseStore } from './release-store';
import css from './synapse.module.css';
import { useReleaseState } from './use-release';
import { useSynapseWords } from './use-synapse-words';

/** Whole per cent, with a true minus; more digits would say more than the spread allows. */
const percent = (value: number): string => String(Math.round(value)).replace('-', '−');

export function Result(): ReactNode {
  const words = useSynapseWords().result;
  const release = useReleaseState();
  if (release === null) return null;
  const { curves, progress } = release;
  if (curves === null) {
    return (
      <p className={css['resultNote']}>
        <Sci text={progress.of === 0 ? words.waiting : words.running(progress.done, progress.of)} />
      </p>
    );
  }
  const { change, entry, other } = curves;
  const none = change !== null && Number.isNaN(change.value);
  const spread =
    change === null
      ? words.spreadAlone(numberWords(entry.se), entry.trials, TRIALS)
      : words.spread(percent(change.se), change.trials, TRIALS);
  return (
    <div className={css['result']} aria-live="polite" title={words.explain} data-fresh={progress.fresh}>
      <p className={css['big']}>
        {none ? '–' : change === null ? words.charge(numberWords(entry.value)) : words.percent(percent(change.value))}
      </p>
      <p className={css['resultNote']}>
        <Sci
          text={
            none
              ? words.nothing
              : change === null
                ? words.chargeOf
                : other === null
                  ? words.calcium
                  : other.drug === 'memantine'
                    ? words.calciumMemantine
                    : words.calciumB
          }
        />
      </p>
      {!none && <p className={css['spread']}>{spread}</p>}
      {change === null && <p className={css['spread']}>{words.single(numberWords(entry.sd))}</p>}
    </div>
  );
}

export function FireButton({ store }: { readonly store: ReleaseStore }): ReactNode {
  const words = useSynapseWords();
  const release = useReleaseState();
  const playing = release?.playing ?? false;
  const waiting = playing && release?.ready === false;
  return (
    <Button kind="filled" icon={playing ? 'pause' : 'play'} aria-busy={waiting} onClick={() => (playing ? store.stop() : store.fire())}>
      {waiting ? words.preparing : playing ? words.firing : words.fire}
    </Button>
  );
}
