/** The runs of the dose and of the one it is compared with, for any view. */
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { readScenario } from '../../science/pharmacokinetics/read';
import type { DoseScenario, ScenarioFault, ScenarioReading } from '../../science/pharmacokinetics/scenario';
import type { DoseRun } from '../../science/pharmacokinetics/types';
import { useExplorer } from '../shared/explorer-context';
import { doseKey, doseStoreOf, NO_RESULT, type DoseLetter, type DoseResult } from './dose-store';

export interface DoseSide {
  readonly letter: DoseLetter;
  /** The dose of the state, or the nearest to it that can be run; `faults` says what of it could not be used. */
  readonly scenario: DoseScenario;
  readonly faults: readonly ScenarioFault[];
  /** "waiting": the drug models have not come yet. */
  readonly status: 'waiting' | 'running' | 'ready' | 'failed';
  /** The last good run: kept while a newer one is computed, and when a solver fails. */
  readonly run: DoseRun | null;
  /** False when `run` belongs to an older dose than `scenario`. */
  readonly current: boolean;
  /** The solver's words when the dose could not be run. */
  readonly failure: string | null;
}

export interface DoseRuns {
  readonly a: DoseSide;
  /** Null when the dose is compared with none. */
  readonly b: DoseSide | null;
}

const WAITING = { A: NO_RESULT, B: NO_RESULT } as const;
const NOTHING = { subscribe: () => () => undefined, getState: () => WAITING } as const;

/** Asks for the runs that the state's doses need and follows them. Every caller shares one computation. */
export function useDoseRun(): DoseRuns {
  const { state, model } = useExplorer();
  const { dose, against } = state;
  // A link can ask for more than a run can bear, such as a hundred rounds of twenty infusions.
  const wanted = useMemo(() => readScenario(dose), [dose]);
  const other = useMemo(() => (against === null ? null : readScenario(against)), [against]);
  const store = model.complete && model.pkModels.length > 0 ? doseStoreOf(model) : null;
  useEffect(() => {
    store?.want('A', wanted.scenario);
    store?.want('B', other?.scenario ?? null);
  }, [store, wanted, other]);
  const { subscribe, getState } = store ?? NOTHING;
  const results = useSyncExternalStore<Readonly<Record<DoseLetter, DoseResult>>>(subscribe, getState);
  return useMemo(() => {
    const side = (letter: DoseLetter, { scenario, faults }: ScenarioReading): DoseSide => {
      const { status, run, failure } = results[letter];
      const current = run !== null && doseKey(run.scenario) === doseKey(scenario);
      return { letter, scenario, faults, status: store === null ? 'waiting' : status, run, current, failure };
    };
    return { a: side('A', wanted), b: other === null ? null : side('B', other) };
  }, [results, store, wanted, other]);
}
