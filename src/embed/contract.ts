/**
 * What a host page and a figure say to each other, as types. `protocol.ts` holds the same as schemas; the published client carries a
 * copy of these types, which a test compares with them.
 */

/** Version of the protocol; also the value of the field that marks a message as ours. */
export const PROTOCOL = 1;

/** Parts of a figure that a host may show or leave out. */
export const PARTS = ['bar', 'rail', 'score', 'panel', 'bench', 'controls', 'labels'] as const;
export type Part = (typeof PARTS)[number];

/** The view of a figure. `query` is the whole view as a link carries it; treat it as opaque and hand it back to `setState`. */
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

/** What each method takes and gives. */
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

/** What the figure tells of itself. */
export interface Events {
  /** The figure stands and takes requests. Said again to a host that says hello later. */
  ready: { readonly protocol: number; readonly view: View; readonly parts: readonly Part[] };
  /** The view is another. `by` says whether the reader or the host was the last to act. At most four a second. */
  change: { readonly view: View; readonly by: 'user' | 'api' };
  /** Another step of a story. */
  step: { readonly story: string; readonly step: number; readonly of: number };
  /** A question was answered. `correct` is null where no answer is the right one. */
  answered: { readonly story: string; readonly question: string; readonly choice: string; readonly correct: boolean | null };
  /** The last step of a story was reached. */
  completed: { readonly story: string };
  /** Something failed; the rest goes on where it can. */
  error: { readonly reason: string };
  /** Tab leads out of the frame, forwards or backwards. */
  'tab-exit': { readonly direction: 'forward' | 'backward' };
  /** The height in CSS pixels at which nothing is cut off or left empty at the present width. */
  height: { readonly width: number; readonly height: number };
}
export type EventName = keyof Events;

export type ErrorCode = 'bad-request' | 'unknown-method' | 'not-ready' | 'unavailable' | 'failed';

export interface Fault {
  readonly code: ErrorCode;
  readonly message: string;
}

export type Request = {
  [M in Method]: {
    readonly bouton: typeof PROTOCOL;
    readonly type: 'request';
    readonly id: string;
    readonly method: M;
  } & (undefined extends Methods[M]['params'] ? { readonly params?: Methods[M]['params'] } : { readonly params: Methods[M]['params'] });
}[Method];

export type Reply =
  | {
      readonly bouton: typeof PROTOCOL;
      readonly type: 'reply';
      readonly id: string;
      readonly ok: true;
      readonly result: Methods[Method]['result'];
    }
  | { readonly bouton: typeof PROTOCOL; readonly type: 'reply'; readonly id: string; readonly ok: false; readonly error: Fault };

export type EventMessage = {
  [E in EventName]: { readonly bouton: typeof PROTOCOL; readonly type: 'event'; readonly event: E; readonly detail: Events[E] };
}[EventName];

export type Hello = { readonly bouton: typeof PROTOCOL; readonly type: 'hello' };

/** What comes from a host. */
export type FromHost = Request | Hello;
/** What goes to a host. */
export type ToHost = Reply | EventMessage;
