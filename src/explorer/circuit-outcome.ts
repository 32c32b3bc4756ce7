/** What a run of the circuit shows in a few words' reach: which cells fire more or less, and whether that is what the explanation says. */
import type { Circuit, CircuitCell, CircuitSetting } from '../model/schema';

export interface CellRates {
  readonly before_Hz: number;
  readonly with_Hz: number;
}

export type Trend = '+' | '-' | '0';

export interface CellOutcome {
  readonly cell: CircuitCell;
  /** Change as a share of the rate before; null where the cell was silent before. */
  readonly change: number | null;
  readonly trend: Trend;
  /** What the explanation says of it; null where it says nothing. */
  readonly said: Trend | null;
}

/** Less than this share of change counts as none: two runs of the same settings differ by about as much. */
export const NO_CHANGE = 0.1;

/** Shapes of the cells whose firing leaves the circuit. */
const OUTPUT: ReadonlySet<CircuitCell['shape']> = new Set<CircuitCell['shape']>(['pyramidal', 'monoamine']);

export const isOutput = ({ shape }: CircuitCell): boolean => OUTPUT.has(shape);

function trendOf({ before_Hz, with_Hz }: CellRates): Trend {
  if (before_Hz <= 0) return with_Hz > 0 ? '+' : '0';
  const change = with_Hz / before_Hz - 1;
  return Math.abs(change) < NO_CHANGE ? '0' : change > 0 ? '+' : '-';
}

/** Every kind of cell with a rate, in the record's order. */
export function outcomeOf(
  circuit: Circuit,
  setting: CircuitSetting | undefined,
  rates: ReadonlyMap<string, CellRates>,
): readonly CellOutcome[] {
  return circuit.cells.flatMap((cell): CellOutcome[] => {
    const own = rates.get(cell.id);
    if (own === undefined) return [];
    const said = setting?.predicts?.find((prediction) => prediction.cell === cell.id)?.direction ?? null;
    return [{ cell, change: own.before_Hz > 0 ? own.with_Hz / own.before_Hz - 1 : null, trend: trendOf(own), said }];
  });
}
