/**
 * The service worker: keeps every file of the page on the device, so that a lecture goes on when the network is gone. Workbox stores,
 * checks and mends the files; which window gets which version's copy is decided by the ledger.
 */
import { PrecacheController } from 'workbox-precaching/PrecacheController.js';
import { EMPTY_LEDGER, keyFor, plainAddress, readLedger, takenOver, tidied, type Ledger } from './ledger';
import { channelOf, FOREIGN_PACKS, readAsked, type Count, type Told } from './messages';
import { scope, type Fetching, type LastingEvent } from './worker-scope';

/** Written in by the build: every file with its content's hash, and a name for all of them together. */
declare const BOUTON_FILES: readonly { readonly url: string; readonly revision: string | null; readonly integrity: string }[];
declare const BOUTON_VERSION: string;

const LEDGER_CACHE = `bouton-versions ${scope.registration.scope}`;
const LEDGER_KEY = `${scope.registration.scope}ledger.json`;

const channel = new BroadcastChannel(channelOf(scope.registration.scope));
// A channel has no target origin: it never leaves its own.
// oxlint-disable-next-line unicorn/require-post-message-target-origin
const tell = (message: Told): void => channel.postMessage(message);

let arrived = 0;
const controller = new PrecacheController({
  plugins: [
    {
      // Files without a hash in their name are asked for anew, but an unchanged one is not sent twice; and nobody waits for any of them.
      requestWillFetch: async ({ request }) =>
        new Request(request, { priority: 'low', ...(request.cache === 'reload' && { cache: 'no-cache' }) }),
      handlerDidComplete: async ({ event, error, response }) => {
        if (event.type !== 'install' || error !== undefined || response === undefined) return;
        arrived += 1;
        tell({ kind: 'progress', stored: arrived, of: BOUTON_FILES.length });
      },
    },
  ],
});
// A host may say that its answers vary by what a browser accepts; these are the same for all.
controller.strategy.matchOptions = { ignoreVary: true };
controller.addToCacheList([...BOUTON_FILES]);

let known: Promise<Ledger> | null = null;

async function readStored(): Promise<Ledger> {
  const stored = await caches.match(LEDGER_KEY, { cacheName: LEDGER_CACHE });
  return stored === undefined ? EMPTY_LEDGER : readLedger(await stored.json().catch(() => null));
}

function ledger(): Promise<Ledger> {
  known ??= readStored();
  return known;
}

async function write(next: Ledger): Promise<void> {
  known = Promise.resolve(next);
  const cache = await caches.open(LEDGER_CACHE);
  await cache.put(LEDGER_KEY, new Response(JSON.stringify(next)));
}

async function living(): Promise<readonly string[]> {
  return (await scope.clients.matchAll({ type: 'all', includeUncontrolled: true })).map(({ id }) => id);
}

scope.addEventListener('install', (event) => {
  controller.install(event).catch((error: unknown) => {
    tell({ kind: 'failed', full: error instanceof DOMException && error.name === 'QuotaExceededError' });
  });
});

scope.addEventListener('activate', (event) => event.waitUntil(takeOver(event)));

async function takeOver(event: LastingEvent): Promise<void> {
  const before = await readStored();
  await write(takenOver(before, BOUTON_VERSION, Object.fromEntries(controller.getURLsToCacheKeys()), await living()));
  // The page of the first visit is served from here at once, so that the network may go without a reload.
  if (before.current === null) await scope.clients.claim();
  else await tidy(event);
}

/** Deletes what no window needs, unless a newer version is about to come, whose files lie beside these. */
async function tidy(event: LastingEvent): Promise<void> {
  const before = await ledger();
  const after = tidied(before, await living());
  if (Object.keys(after.held).length < Object.keys(before.held).length) await write(after);
  const { waiting, installing } = scope.registration;
  if (Object.keys(after.held).length === 0 && waiting === null && installing === null) await controller.activate(event);
}

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') return;
  if (request.url.startsWith(scope.registration.scope)) event.respondWith(answer(event));
  else if (request.destination === '') event.respondWith(foreign(request));
});

async function answer(event: Fetching): Promise<Response> {
  const address = plainAddress(event.request.url);
  const now = await ledger();
  if (event.request.mode === 'navigate' && Object.keys(now.held).length > 0) event.waitUntil(tidy(event));
  // The list of this version stands also where the ledger could not be written.
  const key = keyFor(now, event.clientId, address) ?? controller.getCacheKeyForURL(address);
  if (key === undefined) return event.request.destination === '' ? foreign(event.request) : fetch(event.request);
  if (key === controller.getCacheKeyForURL(address)) return own(event, event.request, key);
  const { cacheName } = controller.strategy;
  return (await caches.match(key, { cacheName, ignoreVary: true })) ?? fetch(event.request);
}

/** A file of this version; one that has gone missing is fetched, checked against its hash and stored again. */
function own(event: LastingEvent, request: Request, cacheKey: string): Promise<Response> {
  return controller.strategy.handle({ event, request, params: { cacheKey, integrity: controller.getIntegrityForCacheKey(cacheKey) } });
}

/** A pack that is not of this build: from where it lies, else as it was stored. */
async function foreign(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch {
    return (await caches.match(request.url, { cacheName: FOREIGN_PACKS, ignoreVary: true })) ?? Response.error();
  }
}

scope.addEventListener('message', (event) => {
  switch (readAsked(event.data)?.kind) {
    case 'take-over':
      return event.waitUntil(scope.skipWaiting());
    case 'count':
      return event.waitUntil(count(event, event.ports[0]));
    case undefined:
      return undefined;
  }
});

/** Says how many files are here, and fetches what a browser has thrown away. */
async function count(event: LastingEvent, port: MessagePort | undefined): Promise<void> {
  const cache = await caches.open(controller.strategy.cacheName);
  const here = new Set((await cache.keys()).map(({ url }) => url));
  const wanted = [...controller.getURLsToCacheKeys()];
  const missing = wanted.filter(([, key]) => !here.has(key));
  const say = (left: number): Count => ({ stored: wanted.length - left, of: wanted.length });
  port?.postMessage(say(missing.length));
  try {
    for (const [index, [url, key]] of missing.entries()) {
      await own(event, new Request(url), key);
      tell({ kind: 'progress', ...say(missing.length - index - 1) });
    }
  } catch {
    // Without a network it stays missing; the next count tries again.
  }
}
