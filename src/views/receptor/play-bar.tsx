/** Play, pause, steps to openings, the pace, and recording on. */
import type { ReactNode } from 'react';
import { receptor as receptorWords } from '../../describe/messages/en/receptor';
import { useWords } from '../shared/use-words';
import { Button, IconButton } from '../../design/button';
import { useExplorer } from '../shared/explorer-context';
import { SLOWED, type ChannelPlayer, type Slowed, type Snapshot } from './player';
import css from './recording.module.css';
import { WANTED } from './shown';

interface Props {
  readonly player: ChannelPlayer;
  readonly at: Snapshot;
  /** Only what a low frame has room for. */
  readonly brief?: boolean;
}

export function PlayBar({ player, at, brief = false }: Props): ReactNode {
  const { announce } = useExplorer();
  const receptor = useWords(receptorWords);
  const words = receptor.play;
  const never = player.prediction === null ? receptor.trace.never : undefined;
  const seconds = (ms: number): string => (ms / 1000).toFixed(3);
  const next = (): void => {
    void player.next(WANTED.open).then((outcome) => {
      if (outcome === 'left') return;
      announce(outcome === 'found' ? words.opened(seconds(player.snapshot().playhead_ms)) : words.none);
    });
  };
  const previous = (): void => {
    const found = player.previous(WANTED.open);
    announce(found ? words.opened(seconds(player.snapshot().playhead_ms)) : words.noneBefore);
  };
  return (
    <div className={css['play']}>
      <Button icon={at.playing ? 'pause' : 'play'} onClick={() => player.play(!at.playing)}>
        {at.playing ? words.pause : words.play}
      </Button>
      <IconButton icon="previous" label={words.previous} kind="outline" onClick={previous} />
      <Button icon="next" onClick={next} whyDisabled={never}>
        {words.next}
      </Button>
      {!brief && (
        <select
          className={css['select']}
          aria-label={words.speed}
          value={at.slowed}
          onChange={(event) => player.setSlowed(slowedOf(Number(event.currentTarget.value)))}
        >
          {SLOWED.map((factor) => (
            <option key={factor} value={factor}>
              {factor === 1 ? words.real : words.slowed(factor.toLocaleString('en'))}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}

function slowedOf(value: number): Slowed {
  return SLOWED.find((factor) => factor === value) ?? 100;
}
