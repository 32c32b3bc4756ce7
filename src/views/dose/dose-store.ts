/** Runs of doses for every view that shows one: computed in slices, remembered, and the last good one kept while a newer is on its way. */
import { failureOf, sliceRun } from '../../explorer/dose-slices';
import type { DoseScenario } from '../../science/pharmacokinetics/scenario';
import type { DoseRun, PkSource } from '../../science/pharmacokinetics/types';

export type DoseLetter = 'A' | 'B';

/** What is known of one of the two doses now. `failed` holds the solver's own words where a run gave no curve. */
export interface DoseResult {
  readonly status: 'running' | 'ready' | 'failed';
  /** The last run that had something to show; it may belong to an older dose. */
  readonly run: DoseRun | null;
  readonly failure: string | null;
}

export const NO_RESULT: DoseResult = { status: 'running', run: null, failure: null };

export interface DoseStore {
  /** Asks for a dose; null lets go of it. */
  readonly want: (letter: DoseLetter, scenario: DoseScenario | null) => void;
  readonly getState: () => Readonly<Record<DoseLetter, DoseResult>>;
  readonly subscribe: (listener: () => void) => () => void;
}

/** Finished runs that are kept: enough to go back and forth between presets. */
const KEPT = 16;

/** Two doses with the same key have the same run. */
export function doseKey(scenario: DoseScenario): string {
  return JSON.stringify(scenario);
}

function createDoseStore(model: PkSource): DoseStore {
  const listeners = new Set<() => void>();
  const finished = new Map<string, DoseRun>();
  const wanted: Record<DoseLetter, DoseScenario | null> = { A: null, B: null };
  let state: Readonly<Record<DoseLetter, DoseResult>> = { A: NO_RESULT, B: NO_RESULT };
  const timers: Record<DoseLetter, ReturnType<typeof setTimeout> | undefined> = { A: undefined, B: undefined };

  const put = (letter: DoseLetter, result: DoseResult): void => {
    state = { ...state, [letter]: result };
    for (const listener of listeners) listener();
  };

  const finish = (letter: DoseLetter, run: DoseRun): void => {
    const failure = failureOf(run);
    if (failure === null) put(letter, { status: 'ready', run, failure: null });
    else put(letter, { status: 'failed', run: state[letter].run, failure });
  };

  const start = (letter: DoseLetter, scenario: DoseScenario): void => {
    const key = doseKey(scenario);
    const known = finished.get(key);
    if (known !== undefined) {
      finish(letter, known);
      return;
    }
    put(letter, { ...state[letter], status: 'running', failure: null });
    const slices = sliceRun(model, scenario);
    const next = (): void => {
      const run = slices.step();
      if (run === null) {
        timers[letter] = setTimeout(next, 0);
        return;
      }
      finished.set(key, run);
      const [oldest] = finished.keys();
      if (finished.size > KEPT && oldest !== undefined) finished.delete(oldest);
      finish(letter, run);
    };
    timers[letter] = setTimeout(next, 0);
  };

  return {
    want(letter, scenario) {
      const before = wanted[letter];
      if (before === scenario || (before !== null && scenario !== null && doseKey(before) === doseKey(scenario))) return;
      wanted[letter] = scenario;
      clearTimeout(timers[letter]);
      if (scenario === null) put(letter, NO_RESULT);
      else start(letter, scenario);
    },
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const stores = new WeakMap<PkSource, DoseStore>();

/** The store of a model whose parts have all come. */
export function doseStoreOf(model: PkSource): DoseStore {
  const found = stores.get(model) ?? createDoseStore(model);
  stores.set(model, found);
  return found;
}
