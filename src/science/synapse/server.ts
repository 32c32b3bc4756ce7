/**
 * The worker's side: answers requests one at a time, in order. Long work is cut into slices between which messages are
 * read, so that a request can be cancelled. Slices are measured in molecule-steps, not by the clock.
 */
import { SynapseEngine } from './engine';
import { meanField } from './meanfield';
import { freeCount } from './particles';
import { groupCurrent_pA, readPostsynapse } from './postsynapse';
import { type Answer, type Frame, type FrameBuffers, frameTransfer, type MessageEnd, type Request, type RunDescription } from './protocol';
import { copyPositions, Recorder, sampleCount, type Trace } from './record';
import { MessagePauses } from './slices';
import { SynapseTimeline } from './timeline';

/** Molecule-steps between two looks at the messages: some 10 ms of work. */
const SLICE = 100_000;

/** Serves requests that arrive at `end`. `pause` resolves after waiting messages have been read. */
export function serveSynapse(end: MessageEnd, pause: () => Promise<void> = new MessagePauses().pause): void {
  new Server(end, pause).listen();
}

class Server {
  private timeline: SynapseTimeline | null = null;
  private readonly queue: Request[] = [];
  private readonly cancelled = new Set<number>();
  private busy = false;

  constructor(
    private readonly end: MessageEnd,
    private readonly pause: () => Promise<void>,
  ) {}

  listen(): void {
    this.end.addEventListener('message', (event) => {
      const request = event.data as Request;
      if (request.type === 'cancel') {
        this.cancelled.add(request.target);
        this.send({ type: 'done', id: request.id });
        return;
      }
      this.queue.push(request);
      void this.work();
    });
  }

  private async work(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    for (let request = this.queue.shift(); request !== undefined; request = this.queue.shift()) {
      try {
        await this.answer(request);
      } catch (error) {
        this.send({ type: 'error', id: request.id, message: error instanceof Error ? error.message : String(error) });
      }
      this.cancelled.delete(request.id);
    }
    this.busy = false;
  }

  private async answer(request: Request): Promise<void> {
    const { id } = request;
    await this.pause();
    if (this.cancelled.has(id)) {
      this.send({ type: 'cancelled', id });
      return;
    }
    switch (request.type) {
      case 'open':
        this.timeline = new SynapseTimeline(request.config, request.seed, request.trial);
        this.send({ type: 'opened', id, run: describe(this.timeline.engine) });
        return;
      case 'frame': {
        const timeline = this.running();
        if (await this.seek(timeline, request.time_ms, id)) {
          const frame = frameOf(timeline.engine, request.buffers);
          this.send({ type: 'frame', id, frame }, frameTransfer(frame));
        } else this.send({ type: 'cancelled', id });
        return;
      }
      case 'ligand':
        this.running().setLigand(request.ligand, request.value_mM);
        this.send({ type: 'done', id });
        return;
      case 'trial': {
        const trace = await this.trial(request);
        if (trace === null) this.send({ type: 'cancelled', id });
        else this.send({ type: 'trace', id, trace }, transferOf(trace));
        return;
      }
      case 'twin': {
        const trace = meanField(request.config, request.seed, request.options);
        this.send({ type: 'trace', id, trace }, transferOf(trace));
        return;
      }
      case 'cancel':
        return;
    }
  }

  private running(): SynapseTimeline {
    if (this.timeline === null) throw new Error('No run is open');
    return this.timeline;
  }

  /** Goes to a time in slices. False when the request was cancelled on the way; the run then stays where it is. */
  private async seek(timeline: SynapseTimeline, time_ms: number, id: number): Promise<boolean> {
    const { engine } = timeline;
    const target = engine.stepAt(Math.max(0, time_ms));
    if (target < engine.n) timeline.rewind(target);
    while (engine.n < target) {
      timeline.seekStep(Math.min(target, engine.n + sliceSteps(engine)));
      await this.pause();
      if (this.cancelled.has(id)) return false;
    }
    return true;
  }

  private async trial(request: Extract<Request, { type: 'trial' }>): Promise<Trace | null> {
    const { options } = request;
    const recorder = new Recorder(new SynapseEngine(request.config, request.seed, request.trial), sampleCount(options));
    let done = 0;
    for (let k = 0; k < sampleCount(options); k++) {
      const before = recorder.engine.n;
      recorder.engine.advanceTo(k * options.sample_ms);
      recorder.sample(k);
      done += (recorder.engine.n - before) * freeCount(recorder.engine.particles) + SAMPLE_WORK;
      if (done < SLICE) continue;
      done = 0;
      await this.pause();
      if (this.cancelled.has(request.id)) return null;
    }
    return recorder.trace;
  }

  private send(answer: Answer, transfer: ArrayBuffer[] = []): void {
    this.end.postMessage(answer, transfer);
  }
}

/** What a sample costs beside motion, in molecule-steps. */
const SAMPLE_WORK = 100;

function sliceSteps(engine: SynapseEngine): number {
  return Math.max(1, Math.floor(SLICE / (freeCount(engine.particles) + 50)));
}

function transferOf(trace: Trace): ArrayBuffer[] {
  const buffers = new Set([trace.time_ms, ...Object.values(trace.columns)].map((column) => column.buffer));
  return [...buffers].filter((buffer) => buffer instanceof ArrayBuffer);
}

function describe(engine: SynapseEngine): RunDescription {
  const { sites, chains, config, fusions } = engine;
  return {
    geometry: config.geometry,
    x: sites.x,
    y: sites.y,
    group: sites.group,
    columnX: sites.columnX,
    columnY: sites.columnY,
    fusions,
    groups: chains.groups.map(({ scheme }, g) => ({
      id: config.receptors[g]?.id ?? '',
      states: scheme.states,
      conducting: scheme.conducting,
    })),
  };
}

/** A frame of the engine's present state in the given arrays. */
export function frameOf(engine: SynapseEngine, buffers: FrameBuffers): Frame {
  const { chains, config, ledger, transporters, particles } = engine;
  const post = readPostsynapse(engine.post, engine.time_us);
  buffers.states.set(chains.state.subarray(0, buffers.states.length));
  return {
    ...buffers,
    time_ms: engine.time_us / 1000,
    shown: copyPositions(engine, buffers.xyz, buffers.ids),
    free: freeCount(particles),
    inPores: engine.inPores(),
    boundToReceptors: chains.bound,
    boundToTransporters: transporters?.total ?? 0,
    takenUp: ledger.takenUp,
    escaped: ledger.escaped,
    open: Array.from(chains.open),
    current_pA: config.receptors.map((group, g) => groupCurrent_pA(group, chains.open[g] ?? 0, post.v_mV)),
    v_mV: post.v_mV,
    calcium_uM: post.calcium_uM,
  };
}
