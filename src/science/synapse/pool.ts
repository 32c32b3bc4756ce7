/** Many trials on several workers. The result does not depend on how many there are. */
import { type Job, SynapseCancelled, SynapseClient } from './client';
import type { SynapseConfig } from './config';
import type { MessageEnd } from './protocol';
import type { RecordOptions, Trace } from './record';
import { finishedInSlices, MessagePauses } from './slices';
import { TrialGatherer, type TrialSet } from './trials';

/** A worker that can be ended. */
export interface WorkerEnd extends MessageEnd {
  terminate(): unknown;
}

/** The page adds up trials for so long at a time, ms; a frame at 60 Hz has 17. */
const SLICE_MS = 4;
/** Traces by worker that may wait to be added; with more, the workers wait. */
const AHEAD = 4;

/** Workers that share the trials of a run; several runs may be under way. */
export class SynapsePool {
  private readonly workers: readonly { readonly end: WorkerEnd; readonly client: SynapseClient }[];
  private readonly pauses = new MessagePauses();
  private readonly runs = new Set<PoolRun>();

  /** `size` workers made by `create`; pass hardwareConcurrency - 1 in a browser so that the page keeps a core. */
  constructor(create: () => WorkerEnd, size: number) {
    this.workers = Array.from({ length: Math.max(1, Math.floor(size)) }, () => {
      const end = create();
      return { end, client: new SynapseClient(end) };
    });
  }

  /**
   * Runs trials 0 .. `trials` - 1; `onTrial` sees how many are done and each trace as it arrives, in the task of its message. Traces are
   * added up in slices of a few ms, and workers wait when they get ahead of that, so that neither the page's time nor its memory is
   * taken. The result rejects with the first fault of a worker, or with `SynapseCancelled` after `cancel` or `close`.
   */
  run(
    config: SynapseConfig,
    seed: number,
    trials: number,
    options: RecordOptions,
    onTrial: (done: number, trial: number, trace: Trace) => void = () => undefined,
  ): Job<TrialSet> {
    const clients = this.workers.map(({ client }) => client);
    const run = new PoolRun(clients, { config, seed, trials, options, onTrial }, this.pauses.pause);
    this.runs.add(run);
    const result = run.result().finally(() => this.runs.delete(run));
    return { result, cancel: () => run.cancel() };
  }

  /** Ends the workers; runs under way reject with `SynapseCancelled`. */
  close(): void {
    for (const run of this.runs) run.cancel();
    for (const { end, client } of this.workers) {
      end.terminate();
      client.fail(new SynapseCancelled());
    }
    this.pauses.close();
  }
}

interface PoolJob {
  readonly config: SynapseConfig;
  readonly seed: number;
  readonly trials: number;
  readonly options: RecordOptions;
  readonly onTrial: (done: number, trial: number, trace: Trace) => void;
}

/** One set of trials on its way. */
class PoolRun {
  private readonly gatherer: TrialGatherer;
  private readonly running = new Set<Job<Trace>>();
  private readonly blocked: (() => void)[] = [];
  private next = 0;
  private done = 0;
  private cancelled = false;
  private merging: Promise<void> | null = null;
  private fault: { readonly error: unknown } | null = null;

  constructor(
    private readonly clients: readonly SynapseClient[],
    private readonly job: PoolJob,
    private readonly pause: () => Promise<void>,
  ) {
    this.gatherer = new TrialGatherer(job.config);
  }

  async result(): Promise<TrialSet> {
    try {
      await Promise.all(this.clients.map((client) => this.work(client)));
      while (this.merging !== null) await this.merging;
      this.check();
      return await finishedInSlices(this.gatherer.resultInSteps(), SLICE_MS, this.pause, this.check);
    } catch (error) {
      this.cancel();
      throw error;
    }
  }

  cancel(): void {
    this.cancelled = true;
    for (const job of this.running) job.cancel();
    this.release();
  }

  /** Throws once the run is given up. */
  private readonly check = (): void => {
    if (this.fault !== null) throw this.fault.error;
    if (this.cancelled) throw new SynapseCancelled();
  };

  private async work(client: SynapseClient): Promise<void> {
    const { config, seed, trials, options, onTrial } = this.job;
    while (this.next < trials) {
      // A trial that others wait for is always under way, so a worker that waits here goes on in the end.
      while (this.gatherer.held >= AHEAD * this.clients.length && !this.cancelled) await this.room();
      this.check();
      if (this.next >= trials) return;
      const trial = this.next;
      this.next += 1;
      const job = client.trial(config, seed, trial, options);
      this.running.add(job);
      const trace = await job.result.finally(() => this.running.delete(job));
      this.done += 1;
      onTrial(this.done, trial, trace);
      this.gatherer.hold(trial, trace);
      this.startMerge();
    }
  }

  private startMerge(): void {
    if (this.merging !== null || !this.gatherer.ready || this.cancelled) return;
    this.merging = this.merge()
      .catch((error: unknown) => {
        this.fault ??= { error };
        this.cancel();
      })
      .finally(() => {
        this.merging = null;
        this.release();
        this.startMerge();
      });
  }

  /** Adds up what has come, until there is no more whose turn it is. */
  private async merge(): Promise<void> {
    // After the message's own task: what listens to trials has that one.
    await this.pause();
    this.check();
    await finishedInSlices(this.gatherer.mergeInSteps(), SLICE_MS, this.pause, this.check);
  }

  private room(): Promise<void> {
    return new Promise((resolve) => this.blocked.push(resolve));
  }

  private release(): void {
    for (const resolve of this.blocked.splice(0)) resolve();
  }
}
