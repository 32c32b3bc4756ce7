/**
 * Entry of the network worker. A page makes one with
 *   new Worker(new URL('…/science/network/worker.ts', import.meta.url), { type: 'module' })
 * and talks to it through `NetworkClient`.
 */
import type { MessageEnd } from './protocol';
import { serveNetwork } from './server';

serveNetwork(globalThis as unknown as MessageEnd);
