/** The levels at the score's moment, each with its band and what kind of number it is. */
import type { ReactNode } from 'react';
import { whenWords } from '../../describe/duration';
import { dosePanel } from '../../describe/messages/en/dose-panel';
import { numberWords } from '../../describe/plate';
import { doseMinutes } from '../../explorer/dose-bench';
import { levelsAt } from '../../explorer/dose-curve';
import type { Banded } from '../../science/pharmacokinetics/types';
import { useExplorer } from '../shared/explorer-context';
import { useWords } from '../shared/use-words';
import css from './dose.module.css';
import type { DoseSide } from './use-dose-run';

type Triple = readonly [string, string, string];

/** Two significant digits: the band says how much less than that is known. */
function three({ value, low, high }: Banded): Triple {
  const short = (each: number): string => numberWords(Number(each.toPrecision(2)));
  return [short(value), short(low), short(high)];
}

function percent({ value, low, high }: Banded): Triple {
  const whole = (each: number): string => String(Math.round(each * 100));
  return [whole(value), whole(low), whole(high)];
}

export function NowLevel({ side, lettered }: { readonly side: DoseSide; readonly lettered: boolean }): ReactNode {
  const { state, model, messages } = useExplorer();
  const words = useWords(dosePanel);
  const minutes = doseMinutes(state.when);
  if (minutes === null) return <p className={css['note']}>{words.now.spike}</p>;
  const at = levelsAt(side.run, minutes);
  if (at === null) return null;
  const moment = whenWords(state.when, messages, model.manifest.clocks);
  return (
    <div className={css['now']} data-stale={!side.current}>
      <h3>{lettered ? `${words.letters[side.letter]}, ${moment}` : moment}</h3>
      {at.hidden ? (
        <p>{words.now.hidden}</p>
      ) : (
        <ul>
          {at.plasma !== null && <li>{words.now.plasma(...three(at.plasma))}</li>}
          <li>{words.now.free(...three(at.free))}</li>
          <li>{words.now.occupancy(...percent(at.occupancy))}</li>
        </ul>
      )}
    </div>
  );
}
