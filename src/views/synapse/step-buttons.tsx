/** The bar of moments on the picture: stepping from moment to moment of the run that is shown, each named. */
import { useMemo, type ReactNode } from 'react';
import { momentSentence, momentText } from '../../describe/release';
import { IconButton } from '../../design/button';
import { Sci } from '../../design/sci';
import { useExplorer } from '../shared/explorer-context';
import { momentsOf, neighbourMoment, type MomentKind } from './moments';
import type { ReleaseStore } from './release-store';
import css from './stage.module.css';
import { useMomentCommit, useReleaseState } from './use-release';
import { useSynapseWords } from './use-synapse-words';

export function StepBar({ store }: { readonly store: ReleaseStore }): ReactNode {
  const { messages, announce } = useExplorer();
  const words = useSynapseWords();
  const release = useReleaseState();
  const commit = useMomentCommit();
  const replay = release?.shown?.replay ?? null;
  const moments = useMemo(() => (replay === null ? [] : momentsOf(replay)), [replay]);
  const moment = release?.moment_ms ?? 0;
  const playing = release?.playing ?? false;
  const here = moments.findLast(({ kind, ms }) => ms !== null && Math.abs(ms - moment) < 1e-3 && (moment > 0 || kind === 'rest'));
  const nameOf = (kind: MomentKind): string => words.moments[kind];
  const go = (direction: 1 | -1): void => {
    const next = neighbourMoment(moments, moment, direction);
    if (next === null) return;
    store.stop();
    store.setMoment(next.ms);
    commit(next.ms);
    announce(messages.speech.list([momentSentence(next.ms, words), nameOf(next.kind)]));
  };
  return (
    <div className={css['moments']} role="group" aria-label={words.stepping.label}>
      <IconButton
        icon={playing ? 'pause' : 'play'}
        label={playing ? words.firing : words.fire}
        onClick={() => (playing ? store.stop() : store.fire())}
        plate={{ block: 'up', inline: 'start' }}
      />
      <IconButton icon="previous" label={words.stepping.previous} onClick={() => go(-1)} plate={{ block: 'up' }} />
      <IconButton icon="next" label={words.stepping.next} onClick={() => go(1)} plate={{ block: 'up' }} />
      <span className={css['momentName']}>
        <b>{words.units.ms(momentText(moment))}</b> {here !== undefined && <Sci text={nameOf(here.kind)} />}
        {here === undefined && replay !== null && words.slowed(store.pace().toLocaleString('en'))}
      </span>
    </div>
  );
}
