/** The windows of a presentation: the screen of the audience, and the speaker's own. */
import { Suspense, useEffect, useRef, useState, type ReactNode } from 'react';
import type { Scene } from '../explorer/scene';
import { shortcutFor } from '../explorer/shortcuts';
import type { Store } from '../explorer/store';
import { Presenter } from '../teach/present/presenter';
import { Speaker } from '../teach/present/speaker';
import { readName } from '../teach/present/lobby';
import { JoinedContext, useJoined } from '../teach/present/use-lecture';
import type { StageHandle } from '../views/cell/stage';
import { Panel } from '../views/claims/panel';
import { Compact, OnSlide } from '../views/shared/compact';
import { useExplorer } from '../views/shared/explorer-context';
import { PRESENTED, SPEAKER_OF } from './embedding';
import { ErrorBoundary } from './error-boundary';
import { StoredLine } from './offline/stored-line';
import { LevelTools } from './level-tools';
import { Picture } from './shell';

interface Props {
  readonly store: Store;
  readonly scene: Scene | null;
  readonly speaker: boolean;
}

/** False once this page has presented. */
let first = true;

export function Presenting({ store, scene, speaker }: Props): ReactNode {
  const { state, messages, dispatch } = useExplorer();
  // Going over to presenting happens once a page; a page that was loaded so takes up what the other windows show.
  const [leads] = useState(() => !speaker && !(PRESENTED && first));
  useEffect(() => {
    first = false;
  }, []);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const typing = event.target instanceof Element && event.target.closest('input:not([type=range]), textarea') !== null;
      const shortcut = event.defaultPrevented ? null : shortcutFor(event, 'page', typing);
      if (shortcut === 'undo' ? store.undo() : shortcut === 'redo' && store.redo()) event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [store]);
  const joined = useJoined(store, { audience: !speaker, named: readName(SPEAKER_OF), leads });
  const stage = useRef<StageHandle>(null);
  const picture = (
    <ErrorBoundary messages={messages} resetKey={state.level} onReset={() => dispatch({ type: 'reset' })}>
      <Suspense fallback={null}>
        {/* A slide has no settings of its own; the speaker has them beside it. */}
        <Compact value>
          <OnSlide value>
            <Picture scene={scene} stage={stage} />
          </OnSlide>
        </Compact>
      </Suspense>
    </ErrorBoundary>
  );
  return (
    <JoinedContext value={joined}>
      {speaker ? (
        <Speaker
          picture={picture}
          storage={<StoredLine />}
          tools={<LevelTools scene={scene} />}
          cards={<Panel scene={scene} onZoomTo={null} />}
        />
      ) : (
        <Presenter picture={picture} storage={<StoredLine />} />
      )}
    </JoinedContext>
  );
}
