/**
 * Factors L D U of (s - Q'), Q' the transposed generator of a scheme, kept in the order in which the substitutions read them: for schemes
 * of some ten states, what a solve costs is mostly how its few numbers are found.
 */
import type { CompiledScheme } from './compile';
import { planSparse } from './sparse';

/** Where the entries of the factors are: first the diagonal by state, then those below it, then those above. */
export interface FactorLayout {
  readonly n: number;
  readonly entries: number;
  /** Entries that each transition's rate is added to (its source's diagonal) and taken from; length m. */
  readonly own: Int32Array;
  readonly cross: Int32Array;
  /** Elimination by pivots: pivot, number of later states i, then for each i the entry (i, pivot) and as many (target, source) pairs. */
  readonly program: Int32Array;
  /** Rows and columns of the entries below and above the diagonal, in the order of the substitutions, which go column by column. */
  readonly lowerRow: Int32Array;
  readonly lowerColumn: Int32Array;
  readonly upperRow: Int32Array;
  readonly upperColumn: Int32Array;
}

/** Lays out the factors for a scheme. */
export function layFactors(scheme: CompiledScheme): FactorLayout {
  const { n, entries, order, later, slotOf } = planSparse(scheme);
  const lower = order.flatMap((column) => (later[column] ?? []).map((row) => ({ row, column })));
  const upper = order.toReversed().flatMap((column) => order.filter((row) => later[row]?.includes(column)).map((row) => ({ row, column })));
  const place = new Int32Array(entries);
  for (let s = 0; s < n; s++) place[slotOf(s, s)] = s;
  [...lower, ...upper].forEach(({ row, column }, k) => (place[slotOf(row, column)] = n + k));
  const at = (row: number, column: number): number => place[slotOf(row, column)] as number;
  const program = order.flatMap((k) => {
    const rows = later[k] ?? [];
    return [k, rows.length, ...rows.flatMap((i) => [at(i, k), ...rows.flatMap((j) => [at(i, j), at(k, j)])])];
  });
  return {
    n,
    entries,
    own: scheme.from,
    cross: scheme.from.map((source, t) => at(scheme.to[t] as number, source)),
    program: Int32Array.from(program),
    lowerRow: Int32Array.from(lower, ({ row }) => row),
    lowerColumn: Int32Array.from(lower, ({ column }) => column),
    upperRow: Int32Array.from(upper, ({ row }) => row),
    upperColumn: Int32Array.from(upper, ({ column }) => column),
  };
}

/** Writes -Q' for transition rates `rates` (length m, 1/ms) into `values` (length `entries`). */
export function fillGenerator(layout: FactorLayout, rates: Float64Array, values: Float64Array): void {
  const { own, cross } = layout;
  values.fill(0);
  for (let t = 0; t < own.length; t++) {
    const k = rates[t] as number;
    const a = own[t] as number;
    const b = cross[t] as number;
    values[a] = (values[a] as number) + k;
    values[b] = (values[b] as number) - k;
  }
}

/** Factors for one real s. */
export class SparseFactors {
  private readonly layout: FactorLayout;
  private readonly values: Float64Array;

  constructor(scheme: CompiledScheme) {
    this.layout = layFactors(scheme);
    this.values = new Float64Array(this.layout.entries);
  }

  /** Factorises s - Q' for transition rates `rates` (length m, 1/ms) and s above 0 (1/ms); the diagonal is kept inverted. */
  factorise(rates: Float64Array, s: number): void {
    const { values, layout } = this;
    const { program, n, upperRow } = layout;
    fillGenerator(layout, rates, values);
    for (let i = 0; i < n; i++) values[i] = (values[i] as number) + s;
    for (let at = 0; at < program.length;) {
      const pivot = program[at] as number;
      const count = program[at + 1] as number;
      const inverse = 1 / (values[pivot] as number);
      values[pivot] = inverse;
      at += 2;
      for (let i = 0; i < count; i++) {
        const target = program[at] as number;
        const factor = (values[target] as number) * inverse;
        values[target] = factor;
        const stop = at + 1 + 2 * count;
        for (at += 1; at < stop; at += 2) {
          const into = program[at] as number;
          values[into] = (values[into] as number) - factor * (values[program[at + 1] as number] as number);
        }
      }
    }
    // D is taken out of the rows of U.
    const first = values.length - upperRow.length;
    for (let k = 0; k < upperRow.length; k++) {
      values[first + k] = (values[first + k] as number) * (values[upperRow[k] as number] as number);
    }
  }

  /** Solves (s - Q') x = b in place; `x` (length n) holds b on entry. */
  solve(x: Float64Array): void {
    const { values } = this;
    const { lowerRow, lowerColumn, upperRow, upperColumn, n } = this.layout;
    const lower = lowerRow.length;
    for (let k = 0; k < lower; k++) {
      const row = lowerRow[k] as number;
      x[row] = (x[row] as number) - (values[n + k] as number) * (x[lowerColumn[k] as number] as number);
    }
    for (let i = 0; i < n; i++) x[i] = (x[i] as number) * (values[i] as number);
    const first = n + lower;
    for (let k = 0; k < upperRow.length; k++) {
      const row = upperRow[k] as number;
      x[row] = (x[row] as number) - (values[first + k] as number) * (x[upperColumn[k] as number] as number);
    }
  }
}
