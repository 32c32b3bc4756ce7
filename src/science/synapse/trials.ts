/** Many trials of one synapse. */
import type { SynapseConfig } from './config';
import { recordTrial, type RecordOptions, type Trace } from './record';
import { finished } from './slices';
import { TraceStatistics } from './statistics';
import { jackknifedColumns, measureTrialInSteps, summariseInSteps, type Summary, type TrialMeasures } from './summary';

/** What many trials of one configuration come to. */
export interface TrialSet {
  readonly mean: Trace;
  /** Standard error of the mean at each sample. */
  readonly standardError: Trace;
  readonly summary: Summary;
}

/** Gathers trials that arrive in any order and adds them in the order of their numbers, so that the bits are the same. */
export class TrialGatherer {
  private readonly statistics: TraceStatistics;
  private readonly measures: TrialMeasures[] = [];
  private readonly waiting = new Map<number, Trace>();
  private merged = 0;

  constructor(private readonly config: SynapseConfig) {
    this.statistics = new TraceStatistics(jackknifedColumns(config));
  }

  /** Number of trials that wait to be added. */
  get held(): number {
    return this.waiting.size;
  }

  /** Whether a trial waits whose turn it is. */
  get ready(): boolean {
    return this.waiting.has(this.merged);
  }

  add(trial: number, trace: Trace): void {
    this.hold(trial, trace);
    finished(this.mergeInSteps());
  }

  /** Takes a trial without adding it yet. */
  hold(trial: number, trace: Trace): void {
    this.waiting.set(trial, trace);
  }

  /** Adds the trials whose turn it is, in short steps. One such run at a time. */
  *mergeInSteps(): Generator<void, void> {
    for (;;) {
      const next = this.waiting.get(this.merged);
      if (next === undefined) return;
      this.waiting.delete(this.merged);
      this.measures.push(yield* measureTrialInSteps(this.config, next));
      yield* this.statistics.addInSteps(next);
      this.merged += 1;
    }
  }

  result(): TrialSet {
    return finished(this.resultInSteps());
  }

  /** The same in short steps; the bits do not differ. */
  *resultInSteps(): Generator<void, TrialSet> {
    const summary = yield* summariseInSteps(this.config, this.statistics, this.measures);
    const standardError = yield* this.statistics.standardErrorInSteps();
    return { mean: this.statistics.mean(), standardError, summary };
  }
}

/** Runs trials 0 .. `trials` - 1 one after the other; `onTrial` sees each trace. */
export function runTrials(
  config: SynapseConfig,
  seed: number,
  trials: number,
  options: RecordOptions,
  onTrial: (trial: number, trace: Trace) => void = () => undefined,
): TrialSet {
  const gatherer = new TrialGatherer(config);
  for (let trial = 0; trial < trials; trial++) {
    const trace = recordTrial(config, seed, trial, options);
    onTrial(trial, trace);
    gatherer.add(trial, trace);
  }
  return gatherer.result();
}
