/** The figure as it stands in a course page: title, picture, time. Parts come and go as the host's address says. */
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { embed } from '../describe/messages/en/embed';
import { sceneSummary } from '../describe/summary';
import { Sci } from '../design/sci';
import { classes } from '../design/class-names';
import { IconButton } from '../design/button';
import { Icon } from '../design/icons';
import type { Scene } from '../explorer/scene';
import { sceneOf } from '../explorer/scene-of';
import type { ExplorerState } from '../explorer/state';
import type { Store } from '../explorer/store';
import { stepView, toldStep } from '../explorer/story';
import { encode } from '../explorer/url';
import { Panel } from '../views/claims/panel';
import { LevelButtons } from '../views/navigator/level-buttons';
import { Score } from '../views/navigator/score';
import { Compact } from '../views/shared/compact';
import { ExplorerContext, useExplorer } from '../views/shared/explorer-context';
import { transport } from '../views/shared/transport';
import { useSize } from '../views/shared/use-size';
import { useWords } from '../views/shared/use-words';
import { asHost, attach } from './bridge';
import { PARTS, type Part } from './contract';
import css from './frame.module.css';
import { closeLinks, FIGURE, keepManners } from './gestures';
import { frameOptions } from './options';
import { shoot } from './shoot';
import { StillFigure } from './still';
import { StoryBar } from './story-bar';
import { figureTitle } from './title';
import { useHeight } from './use-height';

const SynapseFoot = lazy(() => import('../views/synapse/level').then((module) => ({ default: module.SynapseFoot })));

/** Levels that draw themselves without a card while none is wanted: so they stand until the reader acts. */
const CALM_LEVELS: readonly string[] = ['brain', 'receptor'];
/** From this width on the panel stands beside the picture, CSS pixels. */
const BESIDE = 600;

interface Props {
  readonly store: Store;
  readonly scene: Scene | null;
  /** The live picture, or the page that is read in its place. */
  readonly picture: ReactNode;
  readonly reading: ReactNode;
  /** The words of the step that is told, with the ways on. */
  readonly story: ReactNode;
}

export function EmbedFrame({ store, scene, picture, reading, story }: Props): ReactNode {
  const explorer = useExplorer();
  const { state, model, messages } = explorer;
  const words = useWords(embed);
  const [options] = useState(() => frameOptions(window.location.search));
  const [seen, setSeen] = useState(false);
  const [engaged, setEngaged] = useState(false);
  const [root, { width }] = useSize<HTMLDivElement>();
  const figure = useRef<HTMLDivElement>(null);
  const { parts } = options;
  const told = toldStep(state, model);
  const has = (part: Part): boolean => parts.has(part) || (part === 'panel' && told !== null && !options.listed);
  const title = options.title ?? figureTitle(state, model, scene, messages);
  const engage = useCallback(() => setEngaged(true), []);
  useHeight(root);
  useEffect(keepManners, []);
  useEffect(() => (options.links || root.current === null ? undefined : closeLinks(root.current)), [options.links, root]);
  useEngagement(engage);
  const first = useFirst(store);
  useHost({ store, title: options.title, engage, figure, first });

  // Only a plate is costly enough to wait for the reader; a map moves for nobody who does not touch it.
  const still = !engaged && state.mode === 'explore' && state.level === 'synapse' && (scene === null ? !model.complete : true);
  const calm = !engaged && CALM_LEVELS.includes(state.level);
  const shown = useMemo(() => (calm ? { ...explorer, state: { ...state, tier: 'none' as const } } : explorer), [calm, explorer, state]);
  const start = useCallback(() => {
    setEngaged(true);
    if (figure.current !== null) focusWhenThere(figure.current);
  }, []);
  const alt = scene === null ? messages.app.empty.pending : sceneSummary(scene, state, model, messages);
  const wide = width >= BESIDE;
  // A card in the panel heads the page with the same words.
  const Title = has('panel') ? 'p' : 'h1';
  const explored = state.mode === 'explore';
  return (
    <div
      ref={root}
      className={css['frame']}
      data-frame="embed"
      data-wide={wide}
      data-engaged={engaged}
      data-compared={state.lit.length > 1}
      data-controls={has('controls')}
      data-labels={has('labels')}
    >
      <header className={classes(css['bar'], !has('bar') && 'visually-hidden')} data-height={has('bar') ? 'above' : undefined}>
        <Title className={css['title']}>
          <Sci text={title} />
        </Title>
        {told !== null && !has('panel') && <StoryBar told={told} />}
        {options.links && has('bar') && (
          <a className={css['open']} href={`?${encode(state)}`} target="_blank" rel="noopener">
            <span className={css['openText']} aria-hidden="true">
              {words.open}
            </span>
            <span className="visually-hidden">{`${words.open}, ${words.opensOutside}`}</span>
            <Icon name="openOutside" />
          </a>
        )}
      </header>
      <main className={css['main']} aria-label={words.picture}>
        <div ref={figure} className={css['picture']} {...{ [FIGURE]: '' }}>
          <ExplorerContext value={shown}>
            <Compact value={!has('bench')}>
              {explored ? still ? <StillFigure alt={alt} onStart={start} /> : picture : <div className={css['reading']}>{reading}</div>}
            </Compact>
          </ExplorerContext>
          {options.bad.length > 0 && !seen && (
            <div className={css['notice']} role="status">
              <p>{words.bad(options.bad.join(', '), PARTS.join(', '))}</p>
              <IconButton icon="close" label={words.close} onClick={() => setSeen(true)} />
            </div>
          )}
        </div>
        {has('rail') && explored && (
          <div className={css['rail']}>
            <LevelButtons />
          </div>
        )}
        {has('score') && explored && (
          <div className={css['score']} data-height="below">
            <Score size="strip" />
          </div>
        )}
        {has('bench') && explored && !still && scene?.kind === 'plate' && scene.level === 'synapse' && (
          <div className={css['bench']} data-height="below">
            <Suspense fallback={null}>
              <SynapseFoot score={null} frame="phone" />
            </Suspense>
          </div>
        )}
      </main>
      {has('panel') && (
        // What does not fit is scrolled by keys too, so it is a stop for them.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <aside className={css['panel']} aria-label={messages.panel.label} tabIndex={0}>
          <div className={css['text']} data-height="text">
            {told !== null && story}
            {(told === null || state.selection !== null) && <Panel scene={scene} onZoomTo={null} />}
          </div>
        </aside>
      )}
    </div>
  );
}

/** The reader pressed the still, so the keyboard goes on in the live picture as soon as that is there, unless it has gone elsewhere. */
function focusWhenThere(figure: HTMLElement): void {
  const there = (): boolean => {
    const picture = figure.querySelector<HTMLElement>('[role="application"]');
    // By then the reader may write in the page around the frame.
    if (picture !== null && document.hasFocus() && document.activeElement === document.body) picture.focus({ preventScroll: true });
    return picture !== null;
  };
  const observer = new MutationObserver(() => there() && observer.disconnect());
  observer.observe(figure, { childList: true, subtree: true });
}

/** Calls `engage` at the reader's first act: a press, a key that is not Tab, or the wheel with Ctrl. */
function useEngagement(engage: () => void): void {
  useEffect(() => {
    const stop = new AbortController();
    const options = { capture: true, passive: true, signal: stop.signal };
    const begin = (event: Event): void => {
      if (event instanceof KeyboardEvent && ['Tab', 'Shift', 'Escape'].includes(event.key)) return;
      if (event instanceof WheelEvent && !event.ctrlKey) return;
      // The still's own button also moves the focus.
      if (event.target instanceof Element && event.target.closest('[data-start]') !== null) return;
      stop.abort();
      engage();
    };
    for (const type of ['pointerdown', 'keydown', 'wheel']) window.addEventListener(type, begin, options);
    return () => stop.abort();
  }, [engage]);
}

/**
 * The view that the frame's address asks for: what a reset leads back to. An address that names only a story asks for its step's view,
 * which is known when the story has come.
 */
function useFirst(store: Store): { readonly current: ExplorerState } {
  const { model } = useExplorer();
  const first = useRef(store.getState());
  const owed = useRef(!new URLSearchParams(window.location.search).has('v'));
  useEffect(() => {
    const state = store.getState();
    if (!owed.current || !model.complete) return;
    owed.current = false;
    first.current = state;
    if (state.story === null) return;
    first.current = stepView(state, model, state.story);
    store.dispatch({ type: 'replace', state: first.current, effect: 'view' });
  }, [store, model]);
  return first;
}

interface HostProps {
  readonly store: Store;
  /** The host's own, in place of the view's. */
  readonly title: string | null;
  readonly engage: () => void;
  readonly figure: { readonly current: HTMLElement | null };
  readonly first: { readonly current: ExplorerState };
}

/** Puts the figure behind the bridge while it stands. */
function useHost({ store, title, engage, figure, first }: HostProps): void {
  const { messages } = useExplorer();
  const latest = useRef(messages);
  useEffect(() => {
    latest.current = messages;
  });
  useEffect(() => {
    // From the store and not from what is drawn: an answer is given before the page is drawn anew.
    const titleNow = (): string => {
      const [state, model] = [store.getState(), store.getModel()];
      return title ?? figureTitle(state, model, sceneOf(state, model), latest.current);
    };
    return attach({
      store,
      first: () => first.current,
      engage,
      transport,
      asHost,
      messages: () => latest.current,
      title: titleNow,
      screenshot: (scale) => shoot(figure.current, scale, titleNow(), store, latest.current),
    });
  }, [store, title, first, engage, figure]);
}
