/** Types of bouton-client.js. The messages themselves are described in ../schema/embed-protocol.schema.json. */

export type Part = 'bar' | 'rail' | 'score' | 'panel' | 'bench' | 'controls' | 'labels';

/** The view of a figure. `query` is the whole view as a link carries it; hand it back to `setState` as it is. */
export interface View {
  readonly query: string;
  readonly title: string;
  readonly level: string;
  readonly mode: string;
  readonly theme: 'paper' | 'lecture';
  readonly story: { readonly id: string; readonly step: number; readonly of: number } | null;
  readonly playing: boolean;
}

/** A view and what of the wish could not be followed, in words. */
export interface Followed extends View {
  readonly notices: readonly string[];
}

export interface Picture {
  readonly type: 'image/png';
  readonly width: number;
  readonly height: number;
  readonly bytes: ArrayBuffer;
  /** Title, time and address: print it with the picture. */
  readonly caption: string;
}

/** A whole view, or the keys of a link that change in the present one. */
export type Wish = { readonly query: string } | { readonly set: Readonly<Record<string, string>> };

export interface Destination {
  readonly level?: string;
  /** A kind and an id, such as "claim:ketamine--nmdar_pv"; "none" for nothing. */
  readonly selection?: string;
  /** Time after the dose, such as "40min", or after a spike, such as "5ms". */
  readonly dose?: string;
  readonly spike?: string;
  readonly story?: string;
  /** A step of the story; the first is 1. */
  readonly step?: number;
}

export interface Methods {
  getState: { readonly params: undefined; readonly result: View };
  setState: { readonly params: Wish; readonly result: Followed };
  goTo: { readonly params: Destination; readonly result: Followed };
  play: { readonly params: undefined; readonly result: View };
  pause: { readonly params: undefined; readonly result: View };
  fire: { readonly params: undefined; readonly result: View };
  reset: { readonly params: undefined; readonly result: View };
  setTheme: { readonly params: { readonly theme: 'paper' | 'lecture' }; readonly result: View };
  screenshot: { readonly params: { readonly scale?: number } | undefined; readonly result: Picture };
}
export type Method = keyof Methods;

export interface Events {
  /** The figure stands and takes requests. */
  ready: { readonly protocol: number; readonly view: View; readonly parts: readonly Part[] };
  /** The view is another. `by` says whether the reader or the host was the last to act. At most four a second. */
  change: { readonly view: View; readonly by: 'user' | 'api' };
  step: { readonly story: string; readonly step: number; readonly of: number };
  /** `correct` is null where no answer is the right one. */
  answered: { readonly story: string; readonly question: string; readonly choice: string; readonly correct: boolean | null };
  completed: { readonly story: string };
  error: { readonly reason: string };
  'tab-exit': { readonly direction: 'forward' | 'backward' };
  /** The height in CSS pixels at which nothing is cut off or left empty at the present width. */
  height: { readonly width: number; readonly height: number };
}
export type EventName = keyof Events;

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
  /** Asks the figure; waits until it is ready. Fails with a BoutonError. */
  call<M extends Method>(method: M, ...params: Params<M>): Promise<Methods[M]['result']>;
  /** Listens to an event. Returns a function that stops it. */
  on<E extends EventName>(event: E, listener: (detail: Events[E]) => void): () => void;
  close(): void;
}

/** Why a request failed: "bad-request", "unknown-method", "not-ready", "unavailable", "failed", "timeout" or "closed". */
export class BoutonError extends Error {
  constructor(code: string, message: string);
  readonly code: string;
}

export function connect(frame: HTMLIFrameElement, options?: ClientOptions): Client;
