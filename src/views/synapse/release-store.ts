/**
 * The runs behind the synapse level: the one that is shown and the many that give the curves. Computed in workers for the bench that is
 * wanted, given up as soon as another one is, and kept until the new ones are there. Framework-free; views subscribe.
 */
import { hasKetamine, runEnd } from '../../explorer/bench';
import type { Bench } from '../../explorer/state';
import type { Model } from '../../model/model';
import type { Stage } from '../../model/schema';
import { type Job, SynapseCancelled } from '../../science/synapse/client';
import type { SynapseConfig } from '../../science/synapse/config';
import { SynapsePool } from '../../science/synapse/pool';
import type { Trace } from '../../science/synapse/record';
import type { TrialSet } from '../../science/synapse/trials';
import { configOf, sampleOf, spikesOf, withoutKetamine, type Other } from './bench-run';
import { bandOf, calciumEntry, meanCurrents, percentChange, spreadOf, type Band, type MeanCurrents, type Spread } from './comparison';
import { momentsOf, neighbourMoment } from './moments';
import type { Replay } from './replay';
import type { ReplayAnswer, ReplayRequest } from './release-worker';
import { after, CADENCE, paceAt, pictureMoments, stretchesOf, type Stretch } from './time-warp';

/** Trials behind the curves, with the drug and without it. */
export const TRIALS = 48;
/** The curves change when so many trials are done, and when all are: fewer say too little, and every single one would flicker. */
const PUBLISHED: readonly number[] = [8, 16, 32];
/** Seed of those trials; the run that is shown has the bench's. */
const CURVE_SEED = 1;
/** A change of the bench counts as made when nothing followed it for this long, ms. */
const SETTLE_MS = 250;
/** How long a moment is shown when playing goes from one to the next, ms. */
const EVENT_MS = 1_600;
/** More workers than this gain little and cost memory. */
const MOST_WORKERS = 4;

export interface Curves {
  readonly bench: Bench;
  /** A second dose or another drug, where `before` is that instead of no drug. */
  readonly other: Other | null;
  readonly now: MeanCurrents;
  readonly before: MeanCurrents | null;
  /** Standard errors of the two means. */
  readonly bands: { readonly now: Band; readonly before: Band | null };
  /** Change of Ca2+ entry against no ketamine, %; the entry itself, fC, where nothing is compared. */
  readonly change: Omit<Spread, 'sd'> | null;
  readonly entry: Spread;
}

export interface ReleaseState {
  readonly shown: { readonly bench: Bench; readonly replay: Replay } | null;
  readonly curves: Curves | null;
  /** Whether the curves are those of the wanted bench, and how many trials are done. */
  readonly progress: { readonly done: number; readonly of: number; readonly fresh: boolean };
  /** Whether the run that is shown is that of the wanted bench. */
  readonly ready: boolean;
  /** Why the wanted runs could not be computed, in the engine's words, or empty where it gave none; null while nothing failed. */
  readonly failure: string | null;
  readonly moment_ms: number;
  readonly playing: boolean;
  /** Kind of thing that a list beside the picture points at. */
  readonly pointed: string | null;
}

const START: ReleaseState = {
  shown: null,
  curves: null,
  progress: { done: 0, of: 0, fresh: false },
  ready: false,
  failure: null,
  moment_ms: 0,
  playing: false,
  pointed: null,
};

export class ReleaseStore {
  private state = START;
  private wanted: Bench | null = null;
  private other: Other | null = null;
  private settle: ReturnType<typeof setTimeout> | undefined;
  private worker: Worker | null = null;
  private pool: SynapsePool | null = null;
  private jobs: Job<TrialSet>[] = [];
  private stretches: readonly Stretch[] = [];
  private tick: ReturnType<typeof setInterval> | undefined;
  private fireWhenReady = false;
  private byEvent = false;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly model: Model,
    private readonly stage: Stage,
  ) {}

  readonly getState = (): ReleaseState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Asks for the runs of a bench, and the curves of another to compare them with. What is under way for others is given up. */
  want(bench: Bench, other: Other | null = null): void {
    if (this.wanted === bench && sameArm(this.other, other)) return;
    const last = this.wanted;
    const lastOther = this.other;
    this.wanted = bench;
    this.other = other;
    const sameRun = last !== null && sameBench(last, { ...bench, compare: last.compare });
    const sameOther = sameArm(other, lastOther);
    const sameCurves = last !== null && sameOther && sameBench(last, { ...bench, seed: last.seed });
    if (!sameRun) {
      this.stop();
      this.stretches = stretchesOf(bench);
      this.worker?.terminate();
      this.worker = null;
    }
    if (!sameCurves) this.cancelCurves();
    this.set({
      ready: sameRun && this.state.ready,
      progress: { ...this.state.progress, fresh: sameCurves && this.state.progress.fresh },
      ...(sameRun && sameCurves ? {} : { failure: null }),
    });
    clearTimeout(this.settle);
    this.settle = setTimeout(
      () => {
        try {
          if (!this.state.ready) this.computeShown(bench);
          if (!this.state.progress.fresh) this.computeCurves(bench);
        } catch (error) {
          // A page without an origin of its own, such as a sandboxed frame, may start no worker.
          this.fail(error instanceof Error ? error.message : String(error));
        }
      },
      last === null ? 0 : SETTLE_MS,
    );
  }

  /** The moment that picture and plots show, ms after the first spike. */
  setMoment(ms: number): void {
    const end = this.wanted === null ? 0 : runEnd(this.wanted);
    const moment_ms = Math.min(end, Math.max(0, ms));
    if (moment_ms !== this.state.moment_ms) this.set({ moment_ms });
  }

  /** Points at a kind of thing from a list, or at nothing. */
  point(kind: string | null): void {
    if (kind !== this.state.pointed) this.set({ pointed: kind });
  }

  /** Plays from the spike; waits for the run when it is still being computed. */
  fire(): void {
    this.setMoment(0);
    this.play();
  }

  play(): void {
    if (!this.playable()) {
      this.fireWhenReady = true;
      this.set({ playing: true });
      // After a failure, firing tries once more.
      if (this.state.failure !== null && this.wanted !== null) this.retry(this.wanted);
      return;
    }
    clearInterval(this.tick);
    this.set({ playing: true });
    this.tick = setInterval(() => this.advance(), this.byEvent ? EVENT_MS : 1000 / CADENCE);
  }

  /** Whether there is a run to play: that of the wanted bench, or after a failure the last good one. */
  private playable(): boolean {
    return this.state.ready || (this.state.failure !== null && this.state.shown !== null);
  }

  private retry(bench: Bench): void {
    this.set({ failure: null });
    this.computeShown(bench);
    if (!this.state.progress.fresh) this.computeCurves(bench);
  }

  stop(): void {
    this.fireWhenReady = false;
    clearInterval(this.tick);
    if (this.state.playing) this.set({ playing: false });
  }

  /** Whether playing goes from moment to moment instead of through all of them, for readers who want less motion. */
  playByEvent(yes: boolean): void {
    if (this.byEvent === yes) return;
    this.byEvent = yes;
    this.stop();
  }

  /** How many times slower than life the present moment is shown. */
  pace(): number {
    return paceAt(this.stretches, this.state.moment_ms);
  }

  /** Ends everything; the next `want` begins anew. */
  dispose(): void {
    this.stop();
    clearTimeout(this.settle);
    this.worker?.terminate();
    this.worker = null;
    this.jobs = [];
    this.pool?.close();
    this.pool = null;
    this.wanted = null;
    this.other = null;
    this.set({ ready: false, progress: { ...this.state.progress, fresh: false } });
  }

  private set(change: Partial<ReleaseState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }

  private advance(): void {
    if (globalThis.document?.hidden === true) return;
    const end = this.stretches.at(-1)?.to ?? 0;
    const next = this.byEvent ? this.nextMoment(end) : after(this.stretches, this.state.moment_ms, 1 / CADENCE);
    this.setMoment(next);
    if (next >= end) this.stop();
  }

  private nextMoment(end: number): number {
    const replay = this.state.shown?.replay;
    return replay === undefined ? end : (neighbourMoment(momentsOf(replay), this.state.moment_ms, 1)?.ms ?? end);
  }

  private config(bench: Bench, drug: Other['drug'] = 'ketamine'): SynapseConfig | null {
    try {
      return configOf(bench, this.stage, this.model, drug);
    } catch (error) {
      this.fail(reasonOf(error));
      return null;
    }
  }

  private fail(reason: string): void {
    this.stop();
    const { shown, ready } = this.state;
    if (!ready && shown !== null) this.stretches = stretchesOf(shown.bench);
    this.set({ failure: reason });
  }

  private computeShown(bench: Bench): void {
    const config = this.config(bench);
    if (config === null) return;
    const worker = new Worker(new URL('./release-worker.ts', import.meta.url), { type: 'module' });
    this.worker?.terminate();
    this.worker = worker;
    const finish = (): boolean => {
      worker.terminate();
      if (this.worker !== worker) return false;
      this.worker = null;
      return true;
    };
    worker.addEventListener('message', (event: MessageEvent<ReplayAnswer>) => {
      if (!finish()) return;
      const answer = event.data;
      if (!answer.ok) return this.fail(answer.reason);
      this.set({ shown: { bench, replay: answer.replay }, ready: true });
      if (this.fireWhenReady) {
        this.fireWhenReady = false;
        this.play();
      }
    });
    // A worker that cannot be fetched says no reason.
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      if (finish()) this.fail(event.message ?? '');
    });
    worker.postMessage({ config, seed: bench.seed, moments: pictureMoments(stretchesOf(bench)) } satisfies ReplayRequest, []);
  }

  private trialWorker(): Worker {
    const worker = new Worker(new URL('../../science/synapse/worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      if (this.pool === null) return;
      this.cancelCurves();
      this.pool.close();
      this.pool = null;
      this.fail(event.message ?? '');
    });
    return worker;
  }

  private cancelCurves(): void {
    for (const job of this.jobs) job.cancel();
    this.jobs = [];
  }

  private computeCurves(bench: Bench): void {
    this.cancelCurves();
    const { other } = this;
    const compared = hasKetamine(this.stage) && (other !== null || (bench.compare && bench.ketamine_uM > 0));
    const config = this.config(bench);
    const plain = !compared ? null : other === null ? this.config(withoutKetamine(bench)) : this.config(other.bench, other.drug);
    if (config === null) return;
    const options = { duration_ms: runEnd(bench), sample_ms: sampleOf(bench) };
    const arms = [config, ...(plain === null ? [] : [plain])].map((arm) => ({ arm, traces: new Map<number, Trace>() }));
    const of = TRIALS * arms.length;
    this.set({ progress: { done: 0, of, fresh: false } });
    this.pool ??= new SynapsePool(() => this.trialWorker(), Math.min(MOST_WORKERS, Math.max(1, (navigator.hardwareConcurrency || 2) - 1)));
    const { pool } = this;
    const [now, before] = arms;
    let published = 0;
    const jobs = arms.map(({ arm, traces }) =>
      pool.run(arm, CURVE_SEED, TRIALS, options, (_done, trial, trace) => {
        if (this.jobs !== jobs) return;
        traces.set(trial, trace);
        const done = arms.reduce((sum, each) => sum + each.traces.size, 0);
        const both = now === undefined ? [] : inBoth(now, before ?? null);
        const due = done === of || (both.length > published && PUBLISHED.includes(both.length));
        const curves = now === undefined || !due ? null : curvesOf({ bench, other }, both, now, before ?? null);
        if (curves !== null) published = both.length;
        this.set({ progress: { done, of, fresh: done === of }, ...(curves === null ? {} : { curves }) });
      }),
    );
    this.jobs = jobs;
    for (const job of jobs) {
      job.result.catch((error: unknown) => {
        if (!(error instanceof SynapseCancelled) && this.jobs === jobs) this.fail(reasonOf(error));
      });
    }
  }
}

interface Arm {
  readonly arm: SynapseConfig;
  readonly traces: ReadonlyMap<number, Trace>;
}

/** Trials that both arms have. */
function inBoth(now: Arm, before: Arm | null): readonly number[] {
  return [...now.traces.keys()].filter((trial) => before === null || before.traces.has(trial)).sort((a, b) => a - b);
}

/** Curves over some trials; null when there are none. */
function curvesOf(
  { bench, other }: Pick<Curves, 'bench' | 'other'>,
  trials: readonly number[],
  now: Arm,
  before: Arm | null,
): Curves | null {
  const traces = (arm: Arm): Trace[] => trials.flatMap((trial) => arm.traces.get(trial) ?? []);
  const mean = meanCurrents(traces(now));
  if (mean === null) return null;
  const spikes = spikesOf(bench);
  const entries = traces(now).map((trace) => calciumEntry(now.arm, trace));
  const without = before === null ? [] : traces(before).map((trace) => calciumEntry(before.arm, trace));
  return {
    bench,
    other,
    now: mean,
    before: before === null ? null : meanCurrents(traces(before)),
    bands: { now: bandOf(traces(now), spikes), before: before === null ? null : bandOf(traces(before), spikes) },
    change: before === null ? null : percentChange(entries.map((entry, i) => ({ now: entry, before: without[i] ?? 0 }))),
    entry: spreadOf(entries),
  };
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function sameBench(a: Bench, b: Bench): boolean {
  return (Object.keys(a) as (keyof Bench)[]).every((key) => a[key] === b[key]);
}

/** Whether two things to compare with have the same curves. */
function sameArm(a: Other | null, b: Other | null): boolean {
  if (a === null || b === null) return a === b;
  return a.drug === b.drug && sameBench(a.bench, { ...b.bench, seed: a.bench.seed });
}

const stores = new WeakMap<Model, ReleaseStore>();

/** The runs of a model's synapse, made when first asked for. */
export function releaseOf(model: Model, stage: Stage): ReleaseStore {
  const found = stores.get(model) ?? new ReleaseStore(model, stage);
  stores.set(model, found);
  return found;
}
