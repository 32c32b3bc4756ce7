/**
 * Entry of the synapse worker. A page makes one with
 *   new Worker(new URL('…/science/synapse/worker.ts', import.meta.url), { type: 'module' })
 * and talks to it through `SynapseClient` or `SynapsePool`.
 */
import type { MessageEnd } from './protocol';
import { serveSynapse } from './server';

serveSynapse(globalThis as unknown as MessageEnd);
