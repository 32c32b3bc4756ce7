/** Entry of the worker that records the run which is shown. It serves one request and is ended by the page. */
import type { SynapseConfig } from '../../science/synapse/config';
import type { MessageEnd } from '../../science/synapse/protocol';
import { recordReplay, type Replay } from './replay';

export interface ReplayRequest {
  readonly config: SynapseConfig;
  readonly seed: number;
  readonly moments: Float64Array;
}

export type ReplayAnswer = { readonly ok: true; readonly replay: Replay } | { readonly ok: false; readonly reason: string };

const page = globalThis as unknown as MessageEnd;

function answer(request: ReplayRequest): ReplayAnswer {
  try {
    return { ok: true, replay: recordReplay(request.config, request.seed, request.moments) };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
}

page.addEventListener('message', (event) => page.postMessage(answer(event.data as ReplayRequest), []));
