/**
 * The window side of the protocol: who may speak, what is read, where answers go. Says the height in three ways (our own, Canvas and
 * H5P) and again for a while, because the page around the figure may be ready later than the figure.
 */
import { onSignal } from '../explorer/signals';
import { PROTOCOL, type ErrorCode, type EventName, type Events, type FromHost, type ToHost } from './contract';
import { isModest } from './guard';
import { carryOut, Refusal, viewOf, type Figure } from './host';
import { allowedOrigins, frameOptions, NO_ORIGIN, originOf } from './options';
import { createQueue, paced } from './pace';
import { readFromHost, toHost } from './protocol';

/** When what was said is said again, ms after the start: a host that loads late hears it too. */
const AGAIN_MS = [250, 500, 1_000, 2_000, 4_000, 8_000, 16_000, 32_000] as const;
/** Changes are told at most this often, ms. */
const CHANGE_GAP_MS = 250;
/** Greetings and handshakes are answered at most this often, ms: a host that answers every answer would else keep both pages busy. */
const GREETING_GAP_MS = 100;
/** Requests that come within this time are drawn together, ms, and so many may be under way. */
const REQUESTS = { gap_ms: 50, most: 100 } as const;
const INPUTS = ['pointerdown', 'keydown', 'wheel', 'touchstart', 'input'] as const;

interface Bridge {
  figure: Figure | null;
  height: { readonly width: number; readonly height: number } | null;
  failure: string | null;
  /** Who acted last. */
  by: 'user' | 'api';
  h5p: 'unknown' | 'there';
}

const bridge: Bridge = { figure: null, height: null, failure: null, by: 'user', h5p: 'unknown' };
let origins: readonly string[] = [];
/** The origin that the host turned out to have. */
let peer: string | null = null;
let started = false;

/** How the published resizer of H5P begins; holds nothing, so a host without an origin may hear it before it spoke. */
const H5P_HELLO = { context: 'h5p', action: 'hello' } as const;

/**
 * Posts to the one host that may hear it. Without a known origin nothing is sent; to a host that has none, only when it spoke first.
 */
function post(message: object): void {
  if (window.parent === window) return;
  const unnamed = peer === null && message === H5P_HELLO && origins.includes(NO_ORIGIN);
  if (peer === NO_ORIGIN || unnamed) window.parent.postMessage(message, '*');
  else for (const origin of peer === null ? origins : [peer]) if (origin !== NO_ORIGIN) window.parent.postMessage(message, origin);
}

function send(message: ToHost): void {
  post(toHost(message));
}

/** Tells the host an event. */
export function tell<E extends EventName>(event: E, detail: Events[E]): void {
  send({ bouton: PROTOCOL, type: 'event', event, detail } as ToHost);
}

function tellHeight(): void {
  const { height, h5p } = bridge;
  if (height === null) return;
  tell('height', height);
  post({ subject: 'lti.frameResize', height: height.height });
  post(h5p === 'there' ? { context: 'h5p', action: 'prepareResize', scrollHeight: height.height, clientHeight: height.height } : H5P_HELLO);
}

/** Notes the height at which the figure is whole, and tells it when it is another. */
export function setHeight(width: number, height: number): void {
  if (bridge.height?.width === width && bridge.height.height === height) return;
  bridge.height = { width, height };
  tellHeight();
}

function tellReady(): void {
  const { figure, failure } = bridge;
  if (figure !== null) tell('ready', { protocol: PROTOCOL, view: viewOf(figure), parts: [...frameOptions(window.location.search).parts] });
  else if (failure !== null) tell('error', { reason: failure });
}

const greet = paced(() => {
  tellReady();
  tellHeight();
}, GREETING_GAP_MS);

/** The H5P half of a conversation about height, as its published resizer speaks it. */
const H5P: Readonly<Record<string, () => void>> = {
  ready: paced(() => post(H5P_HELLO), GREETING_GAP_MS),
  hello: paced(tellHeight, GREETING_GAP_MS),
  resize: paced(tellHeight, GREETING_GAP_MS),
  resizePrepared: paced(() => {
    if (bridge.height !== null) post({ context: 'h5p', action: 'resize', scrollHeight: bridge.height.height });
  }, GREETING_GAP_MS),
};

function hearH5p(action: unknown): void {
  if (typeof action !== 'string' || !Object.hasOwn(H5P, action)) return;
  if (action === 'hello') bridge.h5p = 'there';
  H5P[action]?.();
}

async function answer(figure: Figure, request: Extract<FromHost, { type: 'request' }>): Promise<void> {
  const { id } = request;
  try {
    send({ bouton: PROTOCOL, type: 'reply', id, ok: true, result: await carryOut(figure, request) });
  } catch (error) {
    const fault =
      error instanceof Refusal ? error.fault : { code: 'failed' as const, message: error instanceof Error ? error.message : String(error) };
    send({ bouton: PROTOCOL, type: 'reply', id, ok: false, error: fault });
  }
}

const take = createQueue(({ figure, request }: { figure: Figure; request: Extract<FromHost, { type: 'request' }> }) => {
  return answer(figure, request);
}, REQUESTS);

function refuse(id: string, code: ErrorCode, message: string): void {
  send({ bouton: PROTOCOL, type: 'reply', id, ok: false, error: { code, message } });
}

/**
 * Reads one message. Messages of anyone but the host, and those that are not in the protocol, are passed over in silence. What a stranger
 * sent is not even unpacked: browsers do so when `data` is asked for, and one that is nested by the thousand takes Chromium's page down.
 */
export function hear(message: Pick<MessageEvent<unknown>, 'data' | 'origin' | 'source'>): void {
  const { origin, source } = message;
  if (window.parent === window || source !== window.parent || !origins.includes(origin)) return;
  const { data } = message;
  if (!isModest(data)) return;
  peer = origin;
  if (typeof data === 'object' && data !== null && Reflect.get(data, 'context') === 'h5p') return hearH5p(Reflect.get(data, 'action'));
  const read = readFromHost(data);
  if (read === null) return;
  if ('bad' in read) return refuse(read.id, read.unknown ? 'unknown-method' : 'bad-request', read.bad);
  if (read.type === 'hello') return greet();
  const { figure } = bridge;
  if (figure === null) return refuse(read.id, 'not-ready', 'The figure does not stand yet. Wait for "ready".');
  if (!take({ figure, request: read }))
    refuse(read.id, 'unavailable', `More than ${REQUESTS.most} requests are under way. Wait for answers.`);
}

/** Starts listening, once a page. */
export function startBridge(): void {
  if (started) return;
  started = true;
  const options = frameOptions(window.location.search);
  const ancestor = 'ancestorOrigins' in window.location ? (window.location.ancestorOrigins[0] ?? undefined) : undefined;
  const stated = new URLSearchParams(window.location.search).has('origin');
  origins = allowedOrigins(options, { stated, ancestor, referrer: document.referrer });
  // Where the browser names the host, a stated list cannot make the figure post to anyone else.
  const known = originOf(ancestor ?? '');
  if (known !== null) origins = origins.filter((origin) => origin === known);
  window.addEventListener('message', hear);
  window.addEventListener('error', ({ message }) => tell('error', { reason: message }));
  window.addEventListener('unhandledrejection', ({ reason }) => {
    tell('error', { reason: reason instanceof Error ? reason.message : String(reason) });
  });
  for (const type of INPUTS) {
    window.addEventListener(type, () => (bridge.by = 'user'), { capture: true, passive: true });
  }
  onSignal((sent) => {
    if (sent.type === 'failed') {
      bridge.failure = sent.reason;
      tell('error', { reason: sent.reason });
      return;
    }
    const { story, question, choice, correct } = sent;
    tell('answered', { story, question, choice, correct });
  });
  for (const ms of AGAIN_MS) {
    window.setTimeout(() => {
      if (bridge.h5p === 'unknown') tellHeight();
    }, ms);
  }
}

/** Marks what follows as asked for by the host, until the reader does something. */
export function asHost(): void {
  bridge.by = 'api';
}

/** Puts a figure behind the bridge: says that it is ready, and from then on what changes in it. Returns a function that takes it away. */
export function attach(figure: Figure): () => void {
  bridge.figure = figure;
  bridge.failure = null;
  tellReady();
  let told = viewOf(figure).query;
  let finished: string | null = null;
  const tellChange = paced(() => {
    const view = viewOf(figure);
    if (view.query === told) return;
    told = view.query;
    tell('change', { view, by: bridge.by });
  }, CHANGE_GAP_MS);
  const stop = figure.store.subscribe(({ state, previous }) => {
    const { story } = state;
    if (story !== null && (story.id !== previous.story?.id || story.step !== previous.story.step)) {
      const of = figure.store.getModel().tours.find(({ id }) => id === story.id)?.steps.length ?? story.step;
      tell('step', { story: story.id, step: story.step, of });
      if (story.step >= of && finished !== story.id) {
        finished = story.id;
        tell('completed', { story: story.id });
      }
    }
    tellChange();
  });
  return () => {
    stop();
    tellChange.stop();
    if (bridge.figure === figure) bridge.figure = null;
  };
}
