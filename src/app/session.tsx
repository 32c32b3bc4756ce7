/** One pack on screen: its store, its address, its keys and its frame. */
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore, type ReactNode } from 'react';
import { announceSelection } from '../describe/announce';
import { directionOf, LOCALES, messagesFor, type LocaleName } from '../describe/messages';
import { LiveRegion } from '../design/announce';
import type { Action } from '../explorer/actions';
import { fit, type Notice } from '../explorer/fit';
import { sceneOf } from '../explorer/scene-of';
import type { ExplorerState } from '../explorer/state';
import { createStore } from '../explorer/store';
import { decode, encode, isTypedStep } from '../explorer/url';
import type { Issue, Model } from '../model/model';
import { ExplorerContext, type Explorer } from '../views/shared/explorer-context';
import { followAddress } from './address';
import { EMBEDDED, PRINTED, SPEAKER } from './embedding';
import { Notices } from './notices';
import { preferredTheme, rememberTheme } from './preferences';
import { Shell } from './shell';

const Embedded = lazy(() => import('./embedded').then((module) => ({ default: module.Embedded })));

const Printing = lazy(() => import('./printing').then((module) => ({ default: module.Printing })));
const Presenting = lazy(() => import('./presenting').then((module) => ({ default: module.Presenting })));
// Storing the page must not slow what it stores: its code comes when everything else has.
const Offline = lazy(() =>
  new Promise((resolve) => (document.readyState === 'complete' ? resolve(null) : window.addEventListener('load', resolve)))
    .then(() => import('./offline/offline'))
    .then((module) => ({ default: module.Offline })),
);

interface Props {
  readonly pack: string;
  readonly model: Model;
  readonly issues: readonly Issue[];
  readonly fault: { readonly text: string; readonly issues: readonly Issue[] } | null;
  readonly onFaultSeen: () => void;
}

interface Opening {
  readonly state: ExplorerState;
  readonly notices: readonly Notice[];
}

/** The state the page opens with: the address's, in the theme this device prefers where the address is no link to a whole view. */
function open(address: string, pack: string, model: Model): Opening {
  const { state, notices } = decode(address, model);
  const query = new URLSearchParams(address);
  // A figure looks as its host page asked, not as this device prefers.
  const free = !EMBEDDED && !query.has('v') && !query.has('theme');
  const tongue: readonly Notice[] = isLocale(state.locale)
    ? []
    : [{ kind: 'unreadable', field: 'locale', value: state.locale, kept: LOCALES[0] }];
  const opened = { ...state, pack, ...(free ? { theme: preferredTheme() } : {}), ...(tongue.length > 0 ? { locale: LOCALES[0] } : {}) };
  return { state: opened, notices: [...notices, ...tongue] };
}

function isLocale(name: string): name is LocaleName {
  return LOCALES.some((locale) => locale === name);
}

export function Session({ pack, model, issues, fault, onFaultSeen }: Props): ReactNode {
  const [address] = useState(window.location.search);
  const [first] = useState(() => open(address, pack, model));
  const [store] = useState(() => createStore({ model, state: first.state }));
  const [notices, setNotices] = useState<readonly Notice[]>(first.notices);
  const state = useSyncExternalStore(store.subscribe, store.getState);
  const [said, setSaid] = useState({ text: '', turn: 0 });
  const announce = useCallback((text: string) => setSaid((last) => ({ text, turn: last.turn + 1 })), []);

  // Deferred parts have arrived: the same session goes on over the larger model, and what a link named is checked again.
  useEffect(() => {
    if (store.getModel() === model) return;
    store.setModel(model);
    const now = store.getState();
    const fitted = fit(now, model);
    // The step that a typed link names has come, with its view.
    const awaited = now === first.state && isTypedStep(address);
    store.dispatch({ type: 'replace', state: awaited ? open(address, pack, model).state : fitted.state, effect: 'view' });
    // What a link named is only known to be missing once the whole pack is here.
    // oxlint-disable-next-line react/set-state-in-effect
    if (fitted.notices.length > 0) setNotices((old) => [...old, ...fitted.notices]);
  }, [store, model, first, address, pack]);

  useEffect(() => followAddress(store, setNotices), [store]);

  const messages = useMemo(() => messagesFor(state.locale), [state.locale]);
  useEffect(() => {
    const locale = isLocale(state.locale) ? state.locale : LOCALES[0];
    document.documentElement.lang = locale === 'en' ? 'en' : 'en-x-pseudo';
    document.documentElement.dir = directionOf(locale);
  }, [state.locale]);
  const firstTheme = useRef(true);
  useEffect(() => {
    // On paper only the paper theme can be read.
    const print = window.matchMedia('print');
    const apply = (): void => {
      document.documentElement.dataset['theme'] = print.matches ? 'paper' : state.theme;
    };
    apply();
    print.addEventListener('change', apply);
    return () => print.removeEventListener('change', apply);
  }, [state.theme]);
  useEffect(() => {
    // The theme a link brought is not this device's wish; only a switch made here is remembered.
    if (firstTheme.current) firstTheme.current = false;
    else if (!EMBEDDED) rememberTheme(state.theme);
  }, [state.theme]);
  useEffect(() => {
    document.title = `${model.manifest.title}: ${messages.navigator.levels[state.level]}. ${messages.app.product}`;
  }, [model, state.level, messages]);

  const scene = sceneOf(state, model);
  useEffect(
    () =>
      store.subscribe(({ state: next, previous }) => {
        if (next.selection === previous.selection) return;
        announce(announceSelection(next, store.getModel(), sceneOf(next, store.getModel()), messages));
      }),
    [store, messages, announce],
  );

  const dispatch = useCallback((action: Action | readonly Action[]) => store.dispatch(action), [store]);
  const explorer = useMemo<Explorer>(() => ({ state, model, messages, dispatch, announce }), [state, model, messages, dispatch, announce]);
  return (
    <ExplorerContext value={explorer}>
      {EMBEDDED ? (
        <Suspense fallback={null}>
          <Embedded store={store} scene={scene} />
        </Suspense>
      ) : PRINTED && state.story !== null && model.complete ? (
        <Suspense fallback={null}>
          <Printing onLeave={() => window.location.assign(`?${encode(store.getState())}`)} />
        </Suspense>
      ) : SPEAKER || state.present ? (
        <Suspense fallback={null}>
          <Presenting store={store} scene={scene} speaker={SPEAKER} />
        </Suspense>
      ) : (
        <Shell store={store} scene={scene} />
      )}
      <Notices notices={notices} issues={issues} fault={fault} onDismissNotices={() => setNotices([])} onDismissFault={onFaultSeen}>
        {!EMBEDDED && (
          <Suspense fallback={null}>
            <Offline pack={pack} quiet={SPEAKER || PRINTED || state.present} />
          </Suspense>
        )}
      </Notices>
      <LiveRegion text={said.text} turn={said.turn} />
    </ExplorerContext>
  );
}
