/**
 * The worker's side: answers requests one at a time, in order. Long runs are cut into slices between which messages are read,
 * so that a request can be cancelled and reports how far it is.
 */
import { runHabenula } from './habenula/circuit';
import { habenulaDay } from './habenula/day';
import type { Answer, MessageEnd, Request } from './protocol';
import { comparison } from './run';

/** Serves requests that arrive at `end`. `pause` resolves after waiting messages have been read. */
export function serveNetwork(end: MessageEnd, pause: () => Promise<void> = pauseByChannel()): void {
  const queue: Exclude<Request, { type: 'cancel' }>[] = [];
  const cancelled = new Set<number>();
  let busy = false;
  const send = (answer: Answer): void => end.postMessage(answer, 'result' in answer ? buffersIn(answer.result) : []);

  /** Runs to the end, or gives null when the request was cancelled on the way. */
  const finish = async <T>(id: number, run: Generator<number, T>): Promise<T | null> => {
    for (;;) {
      const step = run.next();
      if (step.done === true) return step.value;
      send({ type: 'progress', id, done: step.value });
      await pause();
      if (cancelled.has(id)) return null;
    }
  };

  const answer = async (request: Exclude<Request, { type: 'cancel' }>): Promise<Answer> => {
    const { id } = request;
    await pause();
    if (cancelled.has(id)) return { type: 'cancelled', id };
    switch (request.type) {
      case 'compare': {
        const result = await finish(id, comparison(request.config, request.options));
        return result === null ? { type: 'cancelled', id } : { type: 'compared', id, result };
      }
      case 'habenula':
        return { type: 'habenula', id, result: runHabenula(request.config, request.options) };
      case 'day': {
        const result = await finish(id, habenulaDay(request.config, request.options));
        return result === null ? { type: 'cancelled', id } : { type: 'day', id, result };
      }
    }
  };

  const work = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    for (let request = queue.shift(); request !== undefined; request = queue.shift()) {
      try {
        send(await answer(request));
      } catch (error) {
        send({ type: 'error', id: request.id, message: error instanceof Error ? error.message : String(error) });
      }
      cancelled.delete(request.id);
    }
    busy = false;
  };

  end.addEventListener('message', (event) => {
    const request = event.data as Request;
    if (request.type === 'cancel') {
      cancelled.add(request.target);
      return;
    }
    queue.push(request);
    void work();
  });
}

/** Buffers of every typed array in a result, to be moved and not copied. */
function buffersIn(value: unknown): ArrayBuffer[] {
  if (ArrayBuffer.isView(value)) return value.buffer instanceof ArrayBuffer ? [value.buffer] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(buffersIn);
}

/** A pause that lets messages through without the delay of timers. */
function pauseByChannel(): () => Promise<void> {
  const channel = new MessageChannel();
  const waiting: (() => void)[] = [];
  channel.port1.addEventListener('message', () => waiting.shift()?.());
  channel.port1.start();
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      channel.port2.postMessage(null);
    });
}
