/** Has the page's files stored on the device, follows how far that is, and knows when a newer version lies ready. */
import { fetchPack } from '../fetch-pack';
import { droppedId, isOwnPack } from '../use-pack';
import { channelOf, FOREIGN_PACKS, readCount, readTold, type Asked, type Count } from './messages';

/** Why nothing is stored. */
export type Why = 'browser' | 'insecure' | 'framed' | 'saving' | 'refused' | 'full' | 'broken' | 'dropped' | 'elsewhere' | 'development';

export type Stored =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'storing'; readonly stored: number; readonly of: number }
  | { readonly kind: 'here' }
  | { readonly kind: 'not'; readonly why: Why };

export interface Storing {
  readonly files: Stored;
  /** A newer version is stored and waits to be used. */
  readonly newer: boolean;
}

const WORKER = './service-worker.js';
/** The page is taken to be at rest when nothing was fetched for this long. */
const REST_MS = 2_000;
/** Files of packs from other sites that are kept; the oldest go first. */
const FOREIGN_FILES = 120;

let now: Storing = { files: { kind: 'waiting' }, newer: false };
const listeners = new Set<() => void>();

function set(change: Partial<Storing>): void {
  now = { ...now, ...change };
  for (const listener of listeners) listener();
}

export const storing = {
  get: (): Storing => now,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

/** The browser's side of it, or why there is none. Asking for it is refused with an error in some sandboxed frames. */
function container(): ServiceWorkerContainer | Why {
  if (import.meta.env.DEV) return 'development';
  if (!window.isSecureContext) return 'insecure';
  try {
    return 'serviceWorker' in navigator ? navigator.serviceWorker : 'browser';
  } catch {
    return window.parent === window ? 'browser' : 'framed';
  }
}

/** Whether the reader's device or network asks to send little. */
function savesData(): boolean {
  const connection: unknown = Reflect.get(navigator, 'connection');
  if (typeof connection !== 'object' || connection === null) return false;
  return Reflect.get(connection, 'saveData') === true || String(Reflect.get(connection, 'effectiveType')).endsWith('2g');
}

/** Settles when the page has loaded and has fetched nothing for a while. */
async function atRest(): Promise<void> {
  let before = -1;
  for (;;) {
    const fetched = performance.getEntriesByType('resource').length;
    if (fetched === before) return;
    before = fetched;
    await new Promise((resolve) => setTimeout(resolve, REST_MS));
  }
}

let begun = false;
let shownPack = '';

/** Starts storing, once a page. `pack` is the one that is shown, which may come from another site. */
export async function beginStoring(pack: string): Promise<void> {
  shownPack = pack;
  if (begun) return checkPack();
  begun = true;
  const found = container();
  if (typeof found === 'string') return set({ files: { kind: 'not', why: found } });
  const free = found.controller === null;
  if (free && window.parent !== window) return set({ files: { kind: 'not', why: 'framed' } });
  if (free && savesData()) return set({ files: { kind: 'not', why: 'saving' } });
  // With the files here there is nothing to fetch, only to look.
  if (free) await atRest();
  await storeNow();
}

/** Stores without waiting, also where the device asks to save data: the reader's own wish, or a second attempt. */
export async function storeNow(): Promise<void> {
  const found = container();
  if (typeof found === 'string') return;
  set({ files: { kind: 'waiting' } });
  try {
    follow(await found.register(WORKER), found);
  } catch {
    set({ files: { kind: 'not', why: 'refused' } });
  }
}

let following = false;

function follow(registration: ServiceWorkerRegistration, found: ServiceWorkerContainer): void {
  const { active, waiting, installing } = registration;
  if (installing !== null) watch(installing, registration);
  if (active !== null) {
    void count(active);
    if (waiting !== null) set({ newer: true });
  }
  if (following) return;
  following = true;
  registration.addEventListener('updatefound', () => {
    if (registration.installing !== null) watch(registration.installing, registration);
  });
  // What stood still for want of a network goes on with it.
  window.addEventListener('online', () => {
    if (now.files.kind === 'not' && now.files.why === 'broken') void storeNow();
    else if (found.controller !== null && now.files.kind === 'storing') void count(found.controller);
  });
  new BroadcastChannel(channelOf(registration.scope)).addEventListener('message', ({ data }) => {
    const told = readTold(data);
    // While a later version is stored, the one that is here stays whole.
    if (told === null || now.files.kind === 'here') return;
    if (told.kind === 'failed') set({ files: { kind: 'not', why: told.full ? 'full' : 'broken' } });
    else if (told.stored < told.of || registration.active === null) set({ files: { ...told, kind: 'storing' } });
    else void count(registration.active);
  });
}

function watch(worker: ServiceWorker, registration: ServiceWorkerRegistration): void {
  worker.addEventListener('statechange', () => {
    if (worker.state === 'installed' && registration.active !== null) set({ newer: true });
    if (worker.state === 'activated') void count(worker);
    if (worker.state === 'redundant' && registration.active === null && now.files.kind !== 'not')
      set({ files: { kind: 'not', why: 'broken' } });
  });
}

function ask(worker: ServiceWorker, asked: Asked, port?: MessagePort): void {
  worker.postMessage(asked, port === undefined ? [] : [port]);
}

async function count(worker: ServiceWorker): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  const answer = new Promise<Count | null>((resolve) => {
    port1.addEventListener('message', ({ data }) => resolve(readCount(data)));
    port1.start();
  });
  ask(worker, { kind: 'count' }, port2);
  const said = await answer;
  port1.close();
  if (said === null) return;
  if (said.stored < said.of) set({ files: { kind: 'storing', ...said } });
  else await checkPack(true);
}

/** With the files of the page here, the pack that is shown decides: it may have been dropped, or come from another site. */
async function checkPack(filesHere = now.files.kind === 'here' || isPackFault(now.files)): Promise<void> {
  if (!filesHere) return;
  if (droppedId(shownPack) !== null) return set({ files: { kind: 'not', why: 'dropped' } });
  try {
    if (!isOwnPack(shownPack)) await keepForeign(new URL(shownPack, window.location.href).href);
    set({ files: { kind: 'here' } });
  } catch {
    set({ files: { kind: 'not', why: 'elsewhere' } });
  }
}

function isPackFault(files: Stored): boolean {
  return files.kind === 'not' && (files.why === 'dropped' || files.why === 'elsewhere');
}

/** @throws when a part cannot be brought or there is no room for it. */
async function keepForeign(manifest: string): Promise<void> {
  const cache = await caches.open(FOREIGN_PACKS);
  // Without a network the worker answers with what is kept, and keeping that again does no harm.
  const fetched = await fetchPack(manifest, new AbortController().signal);
  const rest = await fetched.deferred();
  const fault = [...fetched.issues, ...rest.issues][0];
  if (fault !== undefined) throw new Error(fault.message);
  for (const [index, { name, json }] of [...fetched.files, ...rest.files].entries()) {
    const address = index === 0 ? manifest : new URL(name, manifest).href;
    await cache.put(address, new Response(JSON.stringify(json), { headers: { 'Content-Type': 'application/json' } }));
  }
  const kept = await cache.keys();
  for (const request of kept.slice(0, Math.max(0, kept.length - FOREIGN_FILES))) await cache.delete(request);
}

/** Loads the page anew with the newer version. What is looked at is in the address, and answers are on the device. */
export async function takeNewer(): Promise<void> {
  const found = container();
  if (typeof found === 'string') return;
  const waiting = (await found.getRegistration())?.waiting ?? null;
  // Another window has let it take over already.
  if (waiting === null) return window.location.reload();
  found.addEventListener('controllerchange', () => window.location.reload(), { once: true });
  ask(waiting, { kind: 'take-over' });
}
