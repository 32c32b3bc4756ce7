/** The page's side of one synapse worker. */
import type { SynapseConfig } from './config';
import { type Answer, type Frame, type FrameBuffers, frameTransfer, type MessageEnd, type Request, type RunDescription } from './protocol';
import type { RecordOptions, Trace } from './record';

/** A request under way: its result, or a rejection with a `SynapseCancelled` or the worker's error. */
export interface Job<T> {
  readonly result: Promise<T>;
  /** Asks the worker to give up; the result then rejects with `SynapseCancelled`. */
  cancel(): void;
}

/** What a cancelled job rejects with. */
export class SynapseCancelled extends Error {
  override readonly name = 'SynapseCancelled';

  constructor() {
    super('The request was cancelled');
  }
}

interface Waiting {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

/** Frames that the page may still read; with the one under way, three sets of arrays are in rotation. */
const KEPT = 2;

/**
 * Asks one worker for runs, frames, trials and twins. Answers may come in any order; errors of the worker reject their own request only.
 */
export class SynapseClient {
  private nextId = 1;
  private readonly waiting = new Map<number, Waiting>();
  private size: { readonly room: number; readonly receptors: number } | null = null;
  private readonly shown: FrameBuffers[] = [];
  private frameUnderWay = false;
  private latest: {
    readonly time_ms: number;
    readonly resolve: (frame: Frame | null) => void;
    readonly reject: (error: Error) => void;
  } | null = null;

  constructor(private readonly end: MessageEnd) {
    end.addEventListener('message', (event) => this.receive(event.data as Answer));
  }

  /** Prepares a run to be shown; `room` is the most molecules that a frame can hold. */
  async open(
    config: SynapseConfig,
    seed: number,
    trial = 0,
    room = Math.ceil(config.release.molecules * 1.5) + 256,
  ): Promise<RunDescription> {
    const answer = await this.ask((id) => ({ type: 'open', id, config, seed, trial })).result;
    if (answer.type !== 'opened') throw new Error(`Unexpected answer ${answer.type}`);
    this.shown.length = 0;
    this.size = { room, receptors: answer.run.group.length };
    return answer.run;
  }

  /**
   * Asks for the frame at a time. One frame is under way at a time: a request made meanwhile waits, and a later one
   * takes its place, in which case the earlier resolves with null. The arrays of a frame may be read until the second
   * frame after it arrives; then they go back to the worker.
   */
  frame(time_ms: number): Promise<Frame | null> {
    return new Promise((resolve, reject) => {
      this.latest?.resolve(null);
      this.latest = { time_ms, resolve, reject };
      this.sendFrame();
    });
  }

  /** Changes a field's concentration (mM) at the run's present time. */
  async setLigand(ligand: string, value_mM: number): Promise<void> {
    await this.ask((id) => ({ type: 'ligand', id, ligand, value_mM })).result;
  }

  /** Runs one trial. */
  trial(config: SynapseConfig, seed: number, trial: number, options: RecordOptions): Job<Trace> {
    return traceJob(this.ask((id) => ({ type: 'trial', id, config, seed, trial, options })));
  }

  /** Computes the mean-field twin. It runs in one piece: cancelling takes effect only before it starts. */
  twin(config: SynapseConfig, seed: number, options: RecordOptions): Job<Trace> {
    return traceJob(this.ask((id) => ({ type: 'twin', id, config, seed, options })));
  }

  /** Rejects everything under way, for a worker that failed as a whole. */
  fail(error: Error): void {
    for (const entry of this.waiting.values()) entry.reject(error);
    this.waiting.clear();
    this.latest?.reject(error);
    this.latest = null;
  }

  private sendFrame(): void {
    const { latest } = this;
    if (latest === null || this.frameUnderWay) return;
    const buffers = this.shown.length >= KEPT ? this.shown.shift() : this.newBuffers();
    if (buffers === undefined) {
      this.latest = null;
      latest.reject(new Error('No run is open'));
      return;
    }
    this.latest = null;
    this.frameUnderWay = true;
    const job = this.ask((id) => ({ type: 'frame', id, time_ms: latest.time_ms, buffers }), frameTransfer(buffers));
    job.result
      .then((answer) => {
        if (answer.type !== 'frame') throw new Error(`Unexpected answer ${answer.type}`);
        const { xyz, ids, states } = answer.frame;
        this.shown.push({ xyz, ids, states });
        latest.resolve(answer.frame);
      })
      .catch((error: unknown) => latest.reject(error instanceof Error ? error : new Error(String(error))))
      .finally(() => {
        this.frameUnderWay = false;
        this.sendFrame();
      });
  }

  private newBuffers(): FrameBuffers | undefined {
    if (this.size === null) return undefined;
    const { room, receptors } = this.size;
    return { xyz: new Float32Array(3 * room), ids: new Int32Array(room), states: new Uint8Array(receptors) };
  }

  private ask(make: (id: number) => Request, transfer: ArrayBuffer[] = []): Job<Answer> {
    const id = this.nextId;
    this.nextId += 1;
    const result = new Promise<Answer>((resolve, reject) => this.waiting.set(id, { resolve, reject }));
    this.end.postMessage(make(id), transfer);
    return {
      result,
      cancel: () => {
        if (!this.waiting.has(id)) return;
        const own = this.nextId;
        this.nextId += 1;
        this.end.postMessage({ type: 'cancel', id: own, target: id } satisfies Request, []);
      },
    };
  }

  private receive(answer: Answer): void {
    const entry = this.waiting.get(answer.id);
    if (entry === undefined) return;
    this.waiting.delete(answer.id);
    if (answer.type === 'error') entry.reject(new Error(answer.message));
    else if (answer.type === 'cancelled') entry.reject(new SynapseCancelled());
    else entry.resolve(answer);
  }
}

function traceJob(job: Job<Answer>): Job<Trace> {
  const result = job.result.then((answer) => {
    if (answer.type !== 'trace') throw new Error(`Unexpected answer ${answer.type}`);
    return answer.trace;
  });
  return { result, cancel: () => job.cancel() };
}
