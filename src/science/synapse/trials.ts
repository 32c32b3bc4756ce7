/** Many trials of one synapse. */
import type { SynapseConfig } from './config';
import { recordTrial, type RecordOptions, type Trace } from './record';
import { finished, TraceStatistics } from './statistics';
import { measureTrial, summariseInSteps, type Summary, type TrialMeasures } from './summary';

export interface TrialSet {
  readonly mean: Trace;
  /** Standard error of the mean at each sample. */
  readonly standardError: Trace;
  readonly summary: Summary;
}

/** Gathers trials that arrive in any order and adds them in the order of their numbers, so that the bits are the same. */
export class TrialGatherer {
  readonly statistics = new TraceStatistics();
  private readonly measures: TrialMeasures[] = [];
  private readonly waiting = new Map<number, Trace>();

  constructor(private readonly config: SynapseConfig) {}

  /** Number of trials added so far. */
  get count(): number {
    return this.statistics.count;
  }

  add(trial: number, trace: Trace): void {
    this.waiting.set(trial, trace);
    for (;;) {
      const next = this.waiting.get(this.statistics.count);
      if (next === undefined) return;
      this.waiting.delete(this.statistics.count);
      this.measures.push(measureTrial(this.config, next));
      this.statistics.add(next);
    }
  }

  result(): TrialSet {
    return finished(this.steps());
  }

  /** The same with pauses, so that no piece of the work is long; the bits do not differ. */
  async resultWithPauses(pause: () => Promise<void>): Promise<TrialSet> {
    const steps = this.steps();
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value;
      await pause();
    }
  }

  private *steps(): Generator<void, TrialSet> {
    const summary = yield* summariseInSteps(this.config, this.statistics, this.measures);
    return { mean: this.statistics.mean(), standardError: this.statistics.standardError(), summary };
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
