/** The page's side of one network worker. */
import type { NetworkConfig } from './config';
import type { HabenulaConfig } from './habenula/config';
import type { HabenulaOptions, HabenulaRun } from './habenula/circuit';
import type { DayOptions, HabenulaDay } from './habenula/day';
import type { Answer, MessageEnd, Request } from './protocol';
import type { CompareOptions, Comparison } from './run';

/** A request under way: its result, or a rejection with a `NetworkCancelled` or the worker's error. */
export interface Job<T> {
  readonly result: Promise<T>;
  /** Asks the worker to give up; the result then rejects with `NetworkCancelled`. */
  cancel(): void;
}

/** What a cancelled job rejects with. */
export class NetworkCancelled extends Error {
  override readonly name = 'NetworkCancelled';

  constructor() {
    super('The request was cancelled');
  }
}

/** Told the share done, 0 to 1. */
export type Progress = (done: number) => void;

interface Waiting {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
  readonly progress: Progress | undefined;
}

type Unnumbered<T> = T extends unknown ? Omit<T, 'id'> : never;

export class NetworkClient {
  private nextId = 1;
  private readonly waiting = new Map<number, Waiting>();

  constructor(private readonly end: MessageEnd) {
    end.addEventListener('message', (event) => this.receive(event.data as Answer));
  }

  /** The prefrontal circuit before, while and with ketamine. */
  compare(config: NetworkConfig, options: CompareOptions, progress?: Progress): Job<Comparison> {
    return this.job({ type: 'compare', config, options }, progress, (answer) => (answer.type === 'compared' ? answer.result : null));
  }

  /** The habenula circuit at one level of block. It runs in one piece: cancelling takes effect only before it starts. */
  habenula(config: HabenulaConfig, options: HabenulaOptions): Job<HabenulaRun> {
    return this.job({ type: 'habenula', config, options }, undefined, (answer) => (answer.type === 'habenula' ? answer.result : null));
  }

  /** A day of the habenula after the drug. */
  habenulaDay(config: HabenulaConfig, options: DayOptions, progress?: Progress): Job<HabenulaDay> {
    return this.job({ type: 'day', config, options }, progress, (answer) => (answer.type === 'day' ? answer.result : null));
  }

  /** Rejects everything under way, for a worker that failed as a whole. */
  fail(error: Error): void {
    for (const entry of this.waiting.values()) entry.reject(error);
    this.waiting.clear();
  }

  private job<T>(request: Unnumbered<Request>, progress: Progress | undefined, read: (answer: Answer) => T | null): Job<T> {
    const id = this.nextId++;
    const answered = new Promise<Answer>((resolve, reject) => {
      this.waiting.set(id, { resolve, reject, progress });
      this.end.postMessage({ ...request, id }, []);
    });
    const result = answered.then((answer) => {
      const value = read(answer);
      if (value === null) throw new Error(`Unexpected answer ${answer.type}`);
      return value;
    });
    return {
      result,
      cancel: () => {
        if (this.waiting.has(id)) this.end.postMessage({ type: 'cancel', id: this.nextId++, target: id } satisfies Request, []);
      },
    };
  }

  private receive(answer: Answer): void {
    const entry = this.waiting.get(answer.id);
    if (entry === undefined) return;
    if (answer.type === 'progress') {
      entry.progress?.(answer.done);
      return;
    }
    this.waiting.delete(answer.id);
    if (answer.type === 'error') entry.reject(new Error(answer.message));
    else if (answer.type === 'cancelled') entry.reject(new NetworkCancelled());
    else entry.resolve(answer);
  }
}
