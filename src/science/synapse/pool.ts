/** Many trials on several workers. The result does not depend on how many there are. */
import { type Job, SynapseCancelled, SynapseClient } from './client';
import type { SynapseConfig } from './config';
import type { MessageEnd } from './protocol';
import type { RecordOptions, Trace } from './record';
import { TrialGatherer, type TrialSet } from './trials';

/** A worker that can be ended. */
export interface WorkerEnd extends MessageEnd {
  terminate(): unknown;
}

/** Lets the page do something else. */
const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

export class SynapsePool {
  private readonly workers: readonly { readonly end: WorkerEnd; readonly client: SynapseClient }[];

  /** `size` workers made by `create`; pass hardwareConcurrency - 1 in a browser so that the page keeps a core. */
  constructor(create: () => WorkerEnd, size: number) {
    this.workers = Array.from({ length: Math.max(1, Math.floor(size)) }, () => {
      const end = create();
      return { end, client: new SynapseClient(end) };
    });
  }

  /** Runs trials 0 .. `trials` - 1; `onTrial` sees how many are done and each trace as it arrives. */
  run(
    config: SynapseConfig,
    seed: number,
    trials: number,
    options: RecordOptions,
    onTrial: (done: number, trial: number, trace: Trace) => void = () => undefined,
  ): Job<TrialSet> {
    const gatherer = new TrialGatherer(config);
    const running = new Set<Job<Trace>>();
    const state = { next: 0, done: 0, cancelled: false };
    const stop = (): void => {
      state.cancelled = true;
      for (const job of running) job.cancel();
    };
    const work = async (client: SynapseClient): Promise<void> => {
      while (state.next < trials && !state.cancelled) {
        const trial = state.next;
        state.next += 1;
        const job = client.trial(config, seed, trial, options);
        running.add(job);
        try {
          const trace = await job.result;
          gatherer.add(trial, trace);
          state.done += 1;
          onTrial(state.done, trial, trace);
        } catch (error) {
          stop();
          throw error;
        } finally {
          running.delete(job);
        }
      }
    };
    const result = Promise.all(this.workers.map(({ client }) => work(client))).then(() => {
      if (state.cancelled) throw new SynapseCancelled();
      return gatherer.resultWithPauses(nextTask);
    });
    return { result, cancel: stop };
  }

  /** Ends the workers. */
  close(): void {
    for (const { end } of this.workers) end.terminate();
  }
}
