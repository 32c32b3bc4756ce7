/** Spikes of a few cells of one kind, before and with ketamine: what the strips under the cells draw. */

/** Spikes of a stretch; cells are numbered kind after kind. */
export interface Recorded {
  readonly spikeTimes_ms: Float32Array;
  readonly spikeCells: Uint16Array;
}

export interface StripRow {
  /** Spike times in ms from the start of the stretch. */
  readonly before: readonly number[];
  readonly with: readonly number[];
}

/** Time that a half of a strip shows, ms. All strips share it. */
export const STRIP_MS = 1000;
/** Places of the drawn cells among those of their kind, ordered by their spikes before the drug. */
const QUANTILES = [0.25, 0.5, 0.75] as const;

/**
 * Three cells of a kind: a slower one, the middle one and a faster one by their spikes before the drug, each in the first second of
 * either stretch. `first` and `count` say which cells are of the kind. The same cells stand in both halves.
 */
export function stripRows(before: Recorded, after: Recorded, first: number, count: number): readonly StripRow[] {
  const spikes = new Map<number, number>();
  for (let cell = first; cell < first + count; cell++) spikes.set(cell, 0);
  for (const cell of before.spikeCells) {
    const known = spikes.get(cell);
    if (known !== undefined) spikes.set(cell, known + 1);
  }
  const order = [...spikes].toSorted(([a, na], [b, nb]) => na - nb || a - b).map(([cell]) => cell);
  return QUANTILES.map((share) => {
    const cell = order[Math.min(order.length - 1, Math.floor(share * order.length))];
    return { before: timesOf(before, cell), with: timesOf(after, cell) };
  });
}

function timesOf({ spikeTimes_ms, spikeCells }: Recorded, cell: number | undefined): readonly number[] {
  const times: number[] = [];
  spikeCells.forEach((each, k) => {
    const time = spikeTimes_ms[k];
    if (each === cell && time !== undefined && time < STRIP_MS) times.push(time);
  });
  return times;
}

/** The first cell's number of every kind, in the order in which cells are numbered. */
export function firstCells(populations: readonly { readonly id: string; readonly count: number }[]): ReadonlyMap<string, number> {
  let next = 0;
  return new Map(
    populations.map(({ id, count }) => {
      const first = next;
      next += count;
      return [id, first];
    }),
  );
}
