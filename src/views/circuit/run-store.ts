/**
 * The runs behind the circuit level. Computed in a worker for the request that is wanted, given up as soon as another one is, and kept
 * until the new ones are there. Framework-free; views subscribe.
 */
import { sameRequest, type CircuitRequest, type HabenulaRequest, type PrefrontalRequest } from '../../explorer/circuit-request';
import type { Model } from '../../model/model';
import { NetworkCancelled, NetworkClient } from '../../science/network/client';
import { habenulaConfig, HABENULA_OPTIONS, type HabenulaRun } from '../../science/network/habenula/circuit';
import type { DayOptions, HabenulaDay } from '../../science/network/habenula/day';
import { networkConfig } from '../../science/network/prefrontal';
import { DEFAULT_OPTIONS, type Comparison } from '../../science/network/run';
import { parameterOf } from '../../explorer/bench';
import type { MessageEnd } from '../../science/network/protocol';

/** A change counts as made when nothing followed it for this long, ms. */
const SETTLE_MS = 250;
/** Progress is told when this share more is done. */
const TOLD = 0.05;
/** A worker without a view is ended after this time, ms: the panel may change before the picture does. */
const LINGER_MS = 3000;

export interface PrefrontalShown {
  readonly model: 'prefrontal';
  readonly request: PrefrontalRequest;
  readonly run: Comparison;
}

export interface HabenulaShown {
  readonly model: 'habenula';
  readonly request: HabenulaRequest;
  readonly day: HabenulaDay;
  readonly dayOptions: DayOptions;
  /** The moment that `with` shows, s after the dose, and the share of channels that hold ketamine then. */
  readonly at_s: number;
  readonly blocked: number;
  readonly before: HabenulaRun;
  readonly with: HabenulaRun;
}

export type CircuitShown = PrefrontalShown | HabenulaShown;

export interface CircuitState {
  /** The last good run. */
  readonly shown: CircuitShown | null;
  /** Whether it is that of the wanted request. */
  readonly ready: boolean;
  /** Share of the wanted run that is done. */
  readonly done: number;
  /** Why the wanted run could not be computed, in the engine's words; null while nothing failed. */
  readonly failure: string | null;
}

const START: CircuitState = { shown: null, ready: false, done: 0, failure: null };

export class CircuitStore {
  private state = START;
  private wanted: CircuitRequest | null = null;
  private settle: ReturnType<typeof setTimeout> | undefined;
  private linger: ReturnType<typeof setTimeout> | undefined;
  private worker: Worker | null = null;
  private client: NetworkClient | null = null;
  /** Cancels what is under way. */
  private stop: () => void = () => undefined;
  private readonly days = new Map<string, HabenulaDay>();
  private readonly listeners = new Set<() => void>();

  constructor(private readonly model: Model) {}

  readonly getState = (): CircuitState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    clearTimeout(this.linger);
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size === 0) this.linger = setTimeout(() => this.end(), LINGER_MS);
    };
  };

  /** Asks for the run of a request. What is under way for another is given up. */
  want(request: CircuitRequest): void {
    if (this.wanted !== null && sameRequest(this.wanted, request)) return;
    const first = this.wanted === null;
    this.wanted = request;
    this.stop();
    this.set({ ready: false, done: 0, failure: null });
    clearTimeout(this.settle);
    this.settle = setTimeout(() => void this.compute(request), first ? 0 : SETTLE_MS);
  }

  private async compute(request: CircuitRequest): Promise<void> {
    let cancelled = false;
    try {
      const client = this.clientOf();
      const progress = (done: number): void => {
        // Told in steps: every step draws the level anew.
        if (!cancelled && Math.abs(done - this.state.done) >= TOLD) this.set({ done });
      };
      const track = <T>(job: { readonly result: Promise<T>; cancel(): void }): Promise<T> => {
        this.stop = () => {
          cancelled = true;
          job.cancel();
        };
        return job.result;
      };
      const shown =
        request.model === 'prefrontal'
          ? await prefrontal(this.model, request, (config, options) => track(client.compare(config, options, progress)))
          : await this.habenula(client, request, track, progress);
      if (!cancelled && this.wanted === request) this.set({ shown, ready: true, done: 1 });
    } catch (error) {
      if (cancelled || error instanceof NetworkCancelled || this.wanted !== request) return;
      this.set({ failure: error instanceof Error ? error.message : String(error) });
    }
  }

  private async habenula(
    client: NetworkClient,
    request: HabenulaRequest,
    track: <T>(job: { readonly result: Promise<T>; cancel(): void }) => Promise<T>,
    progress: (done: number) => void,
  ): Promise<HabenulaShown> {
    const { config } = habenulaConfig(this.model, { stress: request.stress });
    const dayOptions = dayOf(this.model, request);
    const key = JSON.stringify([request.stress, dayOptions]);
    const day = this.days.get(key) ?? (await track(client.habenulaDay(config, dayOptions, progress)));
    this.days.set(key, day);
    const index = request.at_s === null ? mostOf(day.blocked) : nearest(day.time_s, request.at_s);
    const blocked = request.reached ? (day.blocked[index] ?? 0) : 0;
    const options = { ...HABENULA_OPTIONS, seed: request.seed };
    const before = await track(client.habenula(config, { ...options, blocked: 0 }));
    const after = await track(client.habenula(config, { ...options, blocked }));
    return { model: 'habenula', request, day, dayOptions, at_s: day.time_s[index] ?? 0, blocked, before, with: after };
  }

  private clientOf(): NetworkClient {
    if (this.client !== null) return this.client;
    const worker = new Worker(new URL('../../science/network/worker.ts', import.meta.url), { type: 'module' });
    const client = new NetworkClient(worker as unknown as MessageEnd);
    worker.addEventListener('error', (event) => {
      client.fail(new Error(event.message));
      if (this.client === client) this.drop();
    });
    this.worker = worker;
    this.client = client;
    return client;
  }

  private drop(): void {
    this.worker?.terminate();
    this.worker = null;
    this.client = null;
  }

  /** Nobody looks any more: what is shown is kept, the worker is not. */
  private end(): void {
    clearTimeout(this.settle);
    this.stop();
    this.drop();
    if (!this.state.ready) this.wanted = null;
  }

  private set(change: Partial<CircuitState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}

async function prefrontal(
  model: Model,
  request: PrefrontalRequest,
  compare: (config: ReturnType<typeof networkConfig>['config'], options: typeof DEFAULT_OPTIONS) => Promise<Comparison>,
): Promise<PrefrontalShown> {
  const { config } = networkConfig(model, {
    reaches: request.reaches,
    drive: request.drive,
    mg_mM: request.mg_mM,
    ...(request.subunit === null ? {} : { interneuronSubunit: request.subunit }),
  });
  const run = await compare(config, { ...DEFAULT_OPTIONS, seed: request.seed, ketamine_uM: request.ketamine_uM });
  return { model: 'prefrontal', request, run };
}

/** The day's numbers from the pack; throws a RangeError for one that is missing. */
function dayOf(model: Model, { seed }: HabenulaRequest): DayOptions {
  const value = (id: string): number => {
    const found = parameterOf(model, id)?.value;
    if (found === undefined) throw new RangeError(`There is no Parameter "${id}"`);
    return found;
  };
  return {
    seed,
    peak_uM: value('habenula.day.peak'),
    halfLife_min: value('ketamine.halfLifeMouse'),
    duration_h: value('habenula.day.duration'),
    active_min: value('habenula.day.active'),
    active_nM: value('habenula.day.activeGlutamate'),
  };
}

function mostOf(values: Float64Array): number {
  return values.reduce((most, value, index) => (value > (values[most] ?? 0) ? index : most), 0);
}

function nearest(times: Float64Array, at: number): number {
  return times.reduce((best, time, index) => (Math.abs(time - at) < Math.abs((times[best] ?? 0) - at) ? index : best), 0);
}
