/**
 * What a service worker finds around it. The compiler is told the page's world, in which these names are missing, so the few that are
 * used are written down here.
 */

export interface LastingEvent extends Event {
  /** Keeps the worker alive until the promise settles. */
  waitUntil(promise: Promise<unknown>): void;
}

export interface Fetching extends LastingEvent {
  readonly request: Request;
  /** The window or worker that asks; empty for the request that brings a window its page. */
  readonly clientId: string;
  respondWith(answer: Promise<Response>): void;
}

export interface Telling extends LastingEvent {
  readonly data: unknown;
  readonly ports: readonly MessagePort[];
}

interface WorkerScope {
  readonly clients: {
    claim(): Promise<void>;
    matchAll(options: { readonly type: 'all'; readonly includeUncontrolled: boolean }): Promise<readonly { readonly id: string }[]>;
  };
  readonly registration: ServiceWorkerRegistration;
  readonly location: Location;
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: LastingEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void;
  addEventListener(type: 'message', listener: (event: Telling) => void): void;
}

export const scope = globalThis as unknown as WorkerScope;
