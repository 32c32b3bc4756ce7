/**
 * For host pages: speaks with a figure in an iframe. Published as `embed/bouton-client.js` with its own type file; needs nothing else.
 */
import type { EventName, Events, Method, Methods } from './contract';

export interface ClientOptions {
  /** Origin of the figure; that of the frame's `src` when left out, or none where the frame or this page is in a sandbox. */
  readonly origin?: string;
  /** How long a request may take before it fails, ms; 10,000 when left out. */
  readonly timeout?: number;
  /** Whether the frame takes the height that the figure asks for. */
  readonly fit?: boolean;
}

type Params<M extends Method> = undefined extends Methods[M]['params'] ? [params?: Methods[M]['params']] : [params: Methods[M]['params']];

export interface Client {
  /** Settles with the first `ready`. */
  readonly ready: Promise<Events['ready']>;
  /** Asks the figure; waits until it is ready. Fails with the figure's reason, or after the timeout. */
  call<M extends Method>(method: M, ...params: Params<M>): Promise<Methods[M]['result']>;
  /** Listens to an event. Returns a function that stops it. */
  on<E extends EventName>(event: E, listener: (detail: Events[E]) => void): () => void;
  /** Stops listening. Requests under way fail. */
  close(): void;
}

/** Why a request failed. `code` is the figure's, or "timeout" or "closed". */
export class BoutonError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'BoutonError';
  }
}

interface Waiting {
  readonly settle: (result: unknown) => void;
  readonly fail: (error: BoutonError) => void;
  readonly timer: ReturnType<typeof setTimeout>;
}

let last = 0;
/** A frame may be spoken with from two copies of this script; the answers of one are not the other's. */
const mine = Math.random().toString(36).slice(2, 10);
const NO_ORIGIN = 'null';

/** Whether a sandbox, of the frame's own or around this page, may keep the figure from its origin. */
function isBoxed(frame: HTMLIFrameElement): boolean {
  return window.origin === NO_ORIGIN || (frame.hasAttribute('sandbox') && !frame.sandbox.contains('allow-same-origin'));
}

export function connect(frame: HTMLIFrameElement, { origin, timeout = 10_000, fit = false }: ClientOptions = {}): Client {
  const waiting = new Map<string, Waiting>();
  const listeners = new Map<string, Set<(detail: never) => void>>();
  let becomeReady: (detail: Events['ready']) => void = () => undefined;
  const ready = new Promise<Events['ready']>((resolve) => {
    becomeReady = resolve;
  });
  // Read anew each time: a page may give its frame an address, or a sandbox, only later.
  const own = (): string => {
    try {
      return origin ?? new URL(frame.src, document.baseURI).origin;
    } catch {
      return window.origin;
    }
  };
  const mayBe = (sender: string): boolean => sender === own() || (origin === undefined && sender === NO_ORIGIN && isBoxed(frame));
  // Who has no origin cannot be addressed by it. What is asked of a figure is no secret.
  const post = (message: object): void => frame.contentWindow?.postMessage({ bouton: 1, ...message }, mayBe(NO_ORIGIN) ? '*' : own());
  // Until the figure's page comes, the frame holds an empty one of the host's own. Browsers complain in the console of what is posted to
  // another origin there.
  const isEmpty = (): boolean => own() !== window.origin && frame.contentDocument !== null;
  /** Requests that wait for the figure, which may be loaded more than once. */
  const held = new Map<string, object>();
  let stands = false;
  let again: ReturnType<typeof setTimeout> | undefined;
  /** Said until it is answered: the figure's code may come after the frame's `load`, and to a host without an origin it speaks second. */
  const hello = (wait = 250): void => {
    clearTimeout(again);
    if (stands) return;
    if (!isEmpty()) post({ type: 'hello' });
    if (wait < 60_000) again = setTimeout(() => hello(2 * wait), wait);
  };
  const begin = (): void => {
    stands = false;
    hello();
  };
  const hear = (message: MessageEvent): void => {
    // Others' messages are not unpacked, which browsers do when `data` is asked for.
    if (message.source !== frame.contentWindow || !mayBe(message.origin)) return;
    const { data } = message;
    if (data?.bouton !== 1) return;
    if (data.type === 'reply') {
      const request = waiting.get(data.id);
      if (request === undefined) return;
      waiting.delete(data.id);
      clearTimeout(request.timer);
      if (data.ok) request.settle(data.result);
      else request.fail(new BoutonError(data.error?.code, data.error?.message));
    } else if (data.type === 'event') {
      if (data.event === 'ready') {
        stands = true;
        becomeReady(data.detail);
        for (const request of held.values()) post(request);
        held.clear();
      }
      if (data.event === 'height' && fit) frame.style.height = `${data.detail?.height}px`;
      for (const listener of listeners.get(data.event) ?? []) listener(data.detail as never);
    }
  };
  window.addEventListener('message', hear);
  // The figure may have said that it is ready before anyone listened, or load only now.
  frame.addEventListener('load', begin);
  begin();
  return {
    ready,
    call: (method, ...[params]) =>
      new Promise((settle, reject) => {
        last += 1;
        const id = `${mine}.${last}`;
        const fail = (error: BoutonError): void => {
          waiting.delete(id);
          held.delete(id);
          clearTimeout(timer);
          reject(error);
        };
        const timer = setTimeout(() => fail(new BoutonError('timeout', `no answer to ${method}`)), timeout);
        waiting.set(id, { settle: settle as (result: unknown) => void, fail, timer });
        const request = { type: 'request', id, method, ...(params === undefined ? {} : { params }) };
        if (stands) post(request);
        else held.set(id, request);
      }),
    on: (event, listener) => {
      const all = listeners.get(event) ?? new Set();
      listeners.set(event, all.add(listener as (detail: never) => void));
      return () => all.delete(listener as (detail: never) => void);
    },
    close: () => {
      window.removeEventListener('message', hear);
      frame.removeEventListener('load', begin);
      clearTimeout(again);
      for (const { fail } of waiting.values()) fail(new BoutonError('closed', 'the connection was closed'));
    },
  };
}
