/** The figure in a course page: the same pictures and pages, in the frame of `src/embed`. */
import { lazy, Suspense, useRef, type ReactNode } from 'react';
import { EmbedFrame } from '../embed/frame';
import type { Scene } from '../explorer/scene';
import type { Store } from '../explorer/store';
import type { StageHandle } from '../views/cell/stage';
import { useExplorer } from '../views/shared/explorer-context';
import { ErrorBoundary } from './error-boundary';
import { READING_VIEWS } from './places';
import { Picture } from './shell';

const StoryCard = lazy(() => import('../teach/story-card').then((module) => ({ default: module.StoryCard })));

interface Props {
  readonly store: Store;
  readonly scene: Scene | null;
}

export function Embedded({ store, scene }: Props): ReactNode {
  const { state, messages, dispatch } = useExplorer();
  const stage = useRef<StageHandle>(null);
  const Reading = READING_VIEWS[state.mode];
  const guarded = (children: ReactNode): ReactNode => (
    <ErrorBoundary messages={messages} resetKey={`${state.mode}${state.level}`} onReset={() => dispatch({ type: 'reset' })}>
      <Suspense fallback={null}>{children}</Suspense>
    </ErrorBoundary>
  );
  return (
    <EmbedFrame
      store={store}
      scene={scene}
      picture={guarded(<Picture scene={scene} stage={stage} />)}
      story={guarded(<StoryCard />)}
      reading={guarded(Reading === undefined ? null : <Reading scene={scene} />)}
    />
  );
}
