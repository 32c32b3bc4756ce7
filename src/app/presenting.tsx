/** The windows of a presentation: the screen of the audience, and the speaker's own. */
import { Suspense, useRef, type ReactNode } from 'react';
import type { Scene } from '../explorer/scene';
import type { Store } from '../explorer/store';
import { Presenter } from '../teach/present/presenter';
import { Speaker } from '../teach/present/speaker';
import { MirrorContext, useMirror } from '../teach/present/use-lecture';
import type { StageHandle } from '../views/cell/stage';
import { useExplorer } from '../views/shared/explorer-context';
import { ErrorBoundary } from './error-boundary';
import { StoredLine } from './offline/stored-line';
import { Picture } from './shell';

interface Props {
  readonly store: Store;
  readonly scene: Scene | null;
  readonly speaker: boolean;
}

export function Presenting({ store, scene, speaker }: Props): ReactNode {
  const { state, messages, dispatch } = useExplorer();
  const mirror = useMirror(store, !speaker);
  const stage = useRef<StageHandle>(null);
  const picture = (
    <ErrorBoundary messages={messages} resetKey={state.level} onReset={() => dispatch({ type: 'reset' })}>
      <Suspense fallback={null}>
        <Picture scene={scene} stage={stage} />
      </Suspense>
    </ErrorBoundary>
  );
  return (
    <MirrorContext value={mirror}>
      {speaker ? <Speaker picture={picture} storage={<StoredLine />} /> : <Presenter picture={picture} storage={<StoredLine />} />}
    </MirrorContext>
  );
}
