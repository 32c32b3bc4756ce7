/** From a dose to the bench: the synapse and the receptor at the level that the dose has at the score's moment. */
import { freeKetamineAt } from '../science/pharmacokinetics/couple';
import type { Banded, DoseRun } from '../science/pharmacokinetics/types';
import { BENCH_RANGES, within } from './bench';
import type { Bench, ExplorerState, When } from './state';

/** Runs of the dose and of the one it is compared with; null while there is none. */
export interface RunPair {
  readonly a: DoseRun | null;
  readonly b: DoseRun | null;
}

export interface BenchPair {
  readonly a: Bench;
  /** Null when no second dose is set. */
  readonly b: Bench | null;
}

/** Minutes after the start of the dose; null on the clock after one spike, where the dose has no time. */
export function doseMinutes(when: When): number | null {
  return when.basis === 'afterDose' ? when.seconds / 60 : null;
}

/** Unbound ketamine in plasma (uM) at a moment, with its band; null where the run or the clock gives none. */
export function freeAt(run: DoseRun | null, when: When): Banded | null {
  const minutes = doseMinutes(when);
  return run === null || minutes === null ? null : freeKetamineAt(run, minutes);
}

/** A concentration as the bench can hold it. */
export function benchLevel(free: Banded): number {
  return within(free.value, BENCH_RANGES.ketamine_uM);
}

/**
 * The bench at each dose's level. Without a level to go by, the bench of the dose stays as the reader left it, and that of the second
 * dose is null.
 */
export function benchesAt(state: Pick<ExplorerState, 'bench' | 'when' | 'against'>, runs: RunPair): BenchPair {
  const at = (run: DoseRun | null): Bench | null => {
    const free = freeAt(run, state.when);
    return free === null ? null : { ...state.bench, ketamine_uM: benchLevel(free) };
  };
  return { a: at(runs.a) ?? state.bench, b: state.against === null ? null : at(runs.b) };
}
