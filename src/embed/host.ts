/** Carries out what a host asks of the figure. Knows the store and the words, and no window: the bridge brings the messages. */
import { noticeText } from '../describe/notices';
import type { Messages } from '../describe/messages';
import type { Notice } from '../explorer/fit';
import type { ExplorerState } from '../explorer/state';
import type { Store } from '../explorer/store';
import { stepView } from '../explorer/story';
import { decode, encode, packIn } from '../explorer/url';
import type { Transport, TransportName } from '../views/shared/transport';
import type { Destination, ErrorCode, Fault, Followed, Methods, Method, Picture, Request, View } from './contract';

/** What of the page a host can reach. */
export interface Figure {
  readonly store: Store;
  /** The view that the host asked for at first: what `reset` leads back to. */
  readonly first: () => ExplorerState;
  readonly messages: () => Messages;
  readonly title: () => string;
  readonly transport: (name: TransportName) => Transport | undefined;
  /** Leaves the still. */
  readonly engage: () => void;
  readonly screenshot: (scale: number) => Promise<Picture>;
  /** Called before anything the host asked for happens, so that changes are not taken for the reader's. */
  readonly asHost: () => void;
}

export class Refusal extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
  ) {
    super(message);
    this.name = 'Refusal';
  }

  get fault(): Fault {
    return { code: this.code, message: this.message };
  }
}

/** Places whose run has a transport of its own, which comes with their code. */
const RUN_LEVELS: readonly string[] = ['synapse', 'receptor'];
/** How long a level's code may take to come, ms. */
const PATIENCE_MS = 8_000;
const ASK_MS = 50;

export function viewOf({ store, title, transport }: Pick<Figure, 'store' | 'title' | 'transport'>): View {
  const state = store.getState();
  const tour = store.getModel().tours.find(({ id }) => id === state.story?.id);
  return {
    query: encode(state),
    title: title(),
    level: state.level,
    mode: state.mode,
    theme: state.theme,
    story: state.story === null ? null : { ...state.story, of: tour?.steps.length ?? state.story.step },
    playing: transport('moment')?.playing === true || transport('score')?.playing === true,
  };
}

/** Goes to the view of a query. What the query does not say about the looks of the page stays as it is. */
function follow(figure: Figure, query: string): Followed {
  const { store } = figure;
  const now = store.getState();
  const pack = packIn(query);
  if (pack !== null && pack !== now.pack) throw new Refusal('unavailable', 'The figure shows one pack. Change the address of the frame.');
  const params = new URLSearchParams(query.replace(/^[?#]+/, ''));
  const { state, notices } = decode(query, store.getModel());
  const looks = {
    pack: now.pack,
    ...(params.has('theme') ? {} : { theme: now.theme }),
    ...(params.has('lang') ? {} : { locale: now.locale }),
    present: false,
  };
  store.dispatch({ type: 'replace', state: { ...state, ...looks }, effect: 'navigation' });
  return followed(figure, notices);
}

function followed(figure: Figure, notices: readonly Notice[]): Followed {
  const words = figure.messages();
  return { ...viewOf(figure), notices: notices.map((notice) => noticeText(notice, figure.store.getModel(), words)) };
}

/** The present view with some keys of its link changed. */
function withKeys(figure: Figure, set: Readonly<Record<string, string>>): string {
  const params = new URLSearchParams(encode(figure.store.getState()));
  if ('dose' in set || 'spike' in set) for (const clock of ['dose', 'spike']) params.delete(clock);
  for (const [key, value] of Object.entries(set)) params.set(key, value);
  params.set('v', '1');
  return params.toString();
}

function goTo(figure: Figure, to: Destination): Followed {
  const { store } = figure;
  const state = store.getState();
  if (to.story !== undefined || to.step !== undefined) {
    const id = to.story ?? state.story?.id;
    const place = id === undefined ? null : { id, step: to.step ?? 1 };
    const view = place === null ? state : stepView(state, store.getModel(), place);
    if (view === state) throw new Refusal('unavailable', 'There is no such story, or no such step in it.');
    store.dispatch({ type: 'replace', state: { ...view, present: false }, effect: 'navigation' });
    return followed(figure, []);
  }
  const set: Record<string, string> = {};
  if (to.level !== undefined) {
    set['level'] = to.level;
    if (to.level !== state.level) set['cam'] = 'none';
  }
  if (to.selection !== undefined) set['sel'] = to.selection;
  if (to.dose !== undefined) set['dose'] = to.dose;
  if (to.spike !== undefined) set['spike'] = to.spike;
  return follow(figure, withKeys(figure, set));
}

/** The transport that the level plays with, as soon as its code is there. */
async function transportOf(figure: Figure, fits: (transport: Transport) => boolean): Promise<Transport> {
  const { level } = figure.store.getState();
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const found = figure.transport('moment') ?? (RUN_LEVELS.includes(level) ? undefined : figure.transport('score'));
    if (found !== undefined && fits(found)) return found;
    if (Date.now() > until || !RUN_LEVELS.includes(level)) throw new Refusal('unavailable', 'This view has nothing of that kind to play.');
    // Asked again and again: a level offers its transport when its code has come.
    // oxlint-disable-next-line no-await-in-loop
    await new Promise((resolve) => setTimeout(resolve, ASK_MS));
  }
}

async function play(figure: Figure, on: boolean): Promise<View> {
  if (on) figure.engage();
  const score = figure.transport('score');
  const found = !on && score?.playing === true ? score : await transportOf(figure, () => true);
  figure.asHost();
  found.play(on);
  return { ...viewOf(figure), playing: on };
}

/** Carries out one request. @throws Refusal when it cannot be; any other error is a fault of the figure. */
export async function carryOut(figure: Figure, request: Request): Promise<Methods[Method]['result']> {
  const { store } = figure;
  figure.asHost();
  switch (request.method) {
    case 'getState':
      return viewOf(figure);
    case 'setState': {
      figure.engage();
      const { params } = request;
      return 'query' in params ? follow(figure, params.query) : follow(figure, withKeys(figure, params.set));
    }
    case 'goTo':
      figure.engage();
      return goTo(figure, request.params);
    case 'play':
      return play(figure, true);
    case 'pause':
      return play(figure, false);
    case 'fire': {
      figure.engage();
      const run = await transportOf(figure, ({ fire }) => fire !== undefined);
      figure.asHost();
      run.fire?.();
      return { ...viewOf(figure), playing: true };
    }
    case 'reset': {
      const { theme, locale } = store.getState();
      store.dispatch({ type: 'replace', state: { ...figure.first(), theme, locale }, effect: 'navigation' });
      return viewOf(figure);
    }
    case 'setTheme':
      store.dispatch({ type: 'setTheme', theme: request.params.theme });
      return viewOf(figure);
    case 'screenshot':
      return figure.screenshot(request.params?.scale ?? 1);
  }
}
