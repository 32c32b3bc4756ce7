/** Numbers of a run that drawing, lists and plots share, whichever circuit it is. */
import { firstCells, stripRows, type StripRow } from '../../explorer/circuit-strips';
import type { CircuitShown } from './run-store';

export interface CellResult {
  readonly before_Hz: number;
  readonly with_Hz: number;
  readonly rows: readonly StripRow[];
}

/** By the cell's id; null before the first run and for a run of another circuit. */
export function resultsOf(shown: CircuitShown | null): ReadonlyMap<string, CellResult> {
  if (shown === null) return new Map();
  const [populations, before, after] =
    shown.model === 'prefrontal'
      ? [shown.run.populations, shown.run.before, shown.run.with]
      : [shown.before.populations, shown.before, shown.with];
  const rates = (phase: { readonly rates_Hz: Readonly<Record<string, number>> }, id: string): number => phase.rates_Hz[id] ?? 0;
  const first = firstCells(populations);
  return new Map(
    populations.map(({ id, count }) => [
      id,
      { before_Hz: rates(before, id), with_Hz: rates(after, id), rows: stripRows(before, after, first.get(id) ?? 0, count) },
    ]),
  );
}
