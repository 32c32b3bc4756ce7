/** The frame of ART-DIRECTION 14: top bar, rail, scene, score and panel, laid out for desktop, tablet, phone and low frames. */
import { lazy, Suspense, useCallback, useRef, useState, type ReactNode, type Ref } from 'react';
import { Icon } from '../design/icons';
import { modesOf } from '../explorer/levels';
import { synapseEntities } from '../explorer/levels';
import type { Scene } from '../explorer/scene';
import type { Store } from '../explorer/store';
import { CellStage, type StageHandle } from '../views/cell/stage';
import { Panel } from '../views/claims/panel';
import { LevelButtons } from '../views/navigator/level-buttons';
import { Rail } from '../views/navigator/rail';
import { Score } from '../views/navigator/score';
import { useExplorer } from '../views/shared/explorer-context';
import { HandOver } from '../views/shared/hand-over';
import { ErrorBoundary } from './error-boundary';
import { Dialogs, type DialogName } from './dialogs';
import { useFrame } from './frame';
import { useShortcuts } from './keyboard';
import { nextStop, useSheet } from './sheet';
import css from './shell.module.css';
import { PAGE_FEET, PAGE_STAGES, READING_VIEWS } from './places';
import { TopBar } from './top-bar';

const SynapseStage = lazy(() => import('../views/synapse/level').then((module) => ({ default: module.SynapseStage })));
const SynapseFoot = lazy(() => import('../views/synapse/level').then((module) => ({ default: module.SynapseFoot })));
const GradePanel = lazy(() => import('../teach/article/grade-panel').then((module) => ({ default: module.GradePanel })));
const StoryCard = lazy(() => import('../teach/story-card').then((module) => ({ default: module.StoryCard })));
const FollowDose = lazy(() => import('../views/dose/follow-dose').then((module) => ({ default: module.FollowDose })));
const ReceptorStage = lazy(() => import('../views/receptor/stage').then((module) => ({ default: module.ReceptorStage })));

interface Props {
  readonly store: Store;
  readonly scene: Scene | null;
}

export function Shell({ store, scene }: Props): ReactNode {
  const { state, model, messages, dispatch } = useExplorer();
  const [dialog, setDialog] = useState<DialogName | null>(null);
  const frame = useFrame();
  const told = state.story !== null && state.mode === 'explore';
  const sheet = useSheet(frame, state.mode !== 'explore' || ((scene?.kind === 'plate' || scene?.kind === 'page') && !told));
  const stage = useRef<StageHandle>(null);
  const openDialog = useCallback((name: DialogName) => setDialog(name), []);
  useShortcuts({ store, openDialog, dialogOpen: dialog !== null });

  const Reading = READING_VIEWS[state.mode];
  const Foot = scene?.kind === 'page' ? PAGE_FEET[scene.level] : undefined;
  const score = <Score size={frame === 'phone' ? 'phone' : frame === 'low' ? 'strip' : scene?.kind === 'plate' ? 'compact' : 'full'} />;
  const onZoomTo = scene?.kind !== 'map' || state.mode !== 'explore' ? null : (group: string): void => stage.current?.zoomTo(group);
  return (
    <div className={css['app']} data-frame={frame}>
      <a className={css['skip']} href="#scene">
        {messages.app.skipToScene}
      </a>
      <a className={css['skip']} href="#panel">
        {messages.app.skipToPanel}
      </a>
      <TopBar
        store={store}
        frame={frame}
        onOpen={openDialog}
        heads={state.mode === 'explore' && frame !== 'phone' && sheet.stop === 'peek'}
      />
      <div className={css['body']} data-stop={sheet.stop} data-told={told || undefined}>
        <main className={css['stage']} id="scene" tabIndex={-1} data-scene={scene?.kind}>
          <ErrorBoundary messages={messages} resetKey={`${state.mode}${state.level}`} onReset={() => dispatch({ type: 'reset' })}>
            {state.mode === 'explore' ? (
              <>
                <div className={css['rail']}>{frame === 'desktop' || frame === 'tablet' ? <Rail /> : <LevelButtons />}</div>
                <HandOver level={state.level} entities={synapseEntities(model)} className={css['scene']}>
                  <Picture scene={scene} stage={stage} />
                </HandOver>
                <div className={css['score']}>
                  {scene?.kind === 'plate' && scene.level === 'synapse' ? (
                    <Suspense fallback={score}>
                      <SynapseFoot score={score} frame={frame} />
                    </Suspense>
                  ) : Foot === undefined ? (
                    score
                  ) : (
                    <Suspense fallback={score}>
                      <Foot score={score} frame={frame} />
                    </Suspense>
                  )}
                </div>
              </>
            ) : (
              <div className={css['reading']}>
                {/* The heading stands while the page's code comes, so that the page is never without one. */}
                <Suspense fallback={<h1 className="plate-title">{messages.app.modes[state.mode]}</h1>}>
                  {Reading !== undefined && <Reading scene={scene} />}
                </Suspense>
              </div>
            )}
          </ErrorBoundary>
        </main>
        <aside className={css['panel']} id="panel" tabIndex={-1} aria-label={messages.panel.label} {...sheet.panelProps}>
          <button
            type="button"
            className={css['handle']}
            aria-label={sheet.stop === 'peek' ? messages.panel.sheet.raise : messages.panel.sheet.lower}
            aria-expanded={sheet.stop !== 'peek'}
            {...sheet.handleProps}
          >
            <Icon name={nextStop(sheet.stop, frame) === 'peek' ? 'next' : 'previous'} />
          </button>
          <div className={css['panelScroll']}>
            <ErrorBoundary messages={messages} resetKey={JSON.stringify(state.selection)} onReset={() => dispatch({ type: 'reset' })}>
              {told && (
                <Suspense fallback={<h1 className="claim-headline">{messages.app.modes.story}</h1>}>
                  <StoryCard />
                </Suspense>
              )}
              {state.mode === 'article' ? (
                <Suspense fallback={null}>
                  <GradePanel />
                </Suspense>
              ) : (
                (!told || state.selection !== null) && <Panel scene={scene} onZoomTo={onZoomTo} />
              )}
            </ErrorBoundary>
          </div>
          <p className={css['panelFoot']}>{messages.app.notice}</p>
        </aside>
      </div>
      {frame === 'phone' && (
        <nav className={css['bottom']} aria-label={messages.app.modes.label}>
          {modesOf(model).map((mode) => (
            <button key={mode} type="button" aria-pressed={state.mode === mode} onClick={() => dispatch({ type: 'setMode', mode })}>
              {messages.app.modes[mode]}
            </button>
          ))}
          <button type="button" onClick={() => openDialog('find')}>
            {messages.app.actions.find}
          </button>
        </nav>
      )}
      <Suspense fallback={null}>{state.places.follow && <FollowDose />}</Suspense>
      <Dialogs open={dialog} store={store} onClose={() => setDialog(null)} />
    </div>
  );
}

export function Picture({ scene, stage }: { readonly scene: Scene | null; readonly stage: Ref<StageHandle> }): ReactNode {
  if (scene === null) return <NoScene />;
  if (scene.kind === 'map') return <CellStage ref={stage} scene={scene} />;
  if (scene.kind === 'page') {
    const Stage = PAGE_STAGES[scene.level];
    return <Suspense fallback={null}>{Stage === undefined ? <NoScene /> : <Stage scene={scene} />}</Suspense>;
  }
  return (
    <Suspense fallback={null}>{scene.level === 'receptor' ? <ReceptorStage scene={scene} /> : <SynapseStage scene={scene} />}</Suspense>
  );
}

function NoScene(): ReactNode {
  const { messages, dispatch, model } = useExplorer();
  // The places below the cell come with the deferred parts of a pack.
  if (!model.complete) return <p className="visually-hidden">{messages.app.empty.pending}</p>;
  return (
    <section className="empty">
      <p className="lead">{messages.app.empty.noScene}</p>
      <button type="button" className="button" onClick={() => dispatch({ type: 'setMode', mode: 'outline' })}>
        {messages.app.empty.openOutline}
      </button>
    </section>
  );
}
