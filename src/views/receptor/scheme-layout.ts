/**
 * A kinetic scheme as a state diagram, laid out from its graph: one layer for the free receptor and one for each blocker, and in each
 * layer columns by the number of steps from the starting state. Pure.
 */
import type { Scheme } from '../../model/schema';
import type { PoreState } from '../../science/receptors/pore-states';

export interface PlacedState {
  readonly index: number;
  readonly state: PoreState;
  /** Layer: 0 free, then the blockers in the scheme's order. */
  readonly layer: number;
  readonly column: number;
  /** Place within its column, from the top. */
  readonly row: number;
}

export interface Link {
  readonly from: number;
  readonly to: number;
  /** Whether the way back exists too; a pair is listed once. */
  readonly both: boolean;
}

export interface SchemeLayout {
  readonly states: readonly PlacedState[];
  readonly links: readonly Link[];
  readonly columns: number;
  /** Most states in one column, for each layer. */
  readonly rows: readonly number[];
  /** Blocker of each layer; null for the free one. */
  readonly layers: readonly (string | null)[];
}

export function schemeLayout(record: Pick<Scheme, 'states' | 'initial' | 'transitions'>, states: readonly PoreState[]): SchemeLayout {
  const index = new Map(record.states.map((name, i) => [name, i]));
  const pairs = record.transitions.map((t) => [index.get(t.from) ?? 0, index.get(t.to) ?? 0] as const);
  const layers: (string | null)[] = [null, ...new Set(states.flatMap((state) => state.blockers))];
  const layerOf = states.map((state) => layers.indexOf(state.blockers[0] ?? null));
  const columnOf = columns(record, states, pairs, layerOf);
  const taken = new Map<string, number>();
  const placed = states.map((state, i): PlacedState => {
    const key = `${layerOf[i] ?? 0}/${columnOf[i] ?? 0}`;
    const row = taken.get(key) ?? 0;
    taken.set(key, row + 1);
    return { index: i, state, layer: layerOf[i] ?? 0, column: columnOf[i] ?? 0, row };
  });
  const rows = layers.map((_, layer) => Math.max(1, ...placed.filter((item) => item.layer === layer).map((item) => item.row + 1)));
  return { states: placed, links: linksOf(pairs), columns: Math.max(0, ...columnOf) + 1, rows, layers };
}

/**
 * Steps from the start within a layer. Blocked layers copy the columns of the free states that they bind to, where the scheme
 * has a copy of every state; elsewhere they count from the state that was blocked.
 */
function columns(
  record: Pick<Scheme, 'states' | 'initial'>,
  states: readonly PoreState[],
  pairs: readonly (readonly [number, number])[],
  layerOf: readonly number[],
): readonly number[] {
  const result: number[] = states.map(() => -1);
  const first = record.states.findIndex((name) => (record.initial[name] ?? 0) > 0);
  const spread = (queue: number[], layer: number): void => {
    for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
      const here = at;
      for (const [from, to] of pairs) {
        if (from !== here || layerOf[to] !== layer || (result[to] ?? -1) >= 0) continue;
        result[to] = (result[here] ?? 0) + 1;
        queue.push(to);
      }
    }
  };
  result[first] = 0;
  spread([first], layerOf[first] ?? 0);
  const gating = states.map((_, i) => pairs.filter(([from, to]) => from === i && layerOf[to] === layerOf[i]).length);
  const free = states.map((_, i) => i).filter((i) => layerOf[i] === 0);
  for (const layer of new Set(layerOf)) {
    if (layer === 0) continue;
    const own = states.map((_, i) => i).filter((i) => layerOf[i] === layer);
    if (own.length === free.length && own.every((i, k) => gating[i] === gating[free[k] ?? 0])) {
      own.forEach((i, k) => {
        result[i] = result[free[k] ?? 0] ?? 0;
      });
      continue;
    }
    for (const i of own) {
      const door = pairs.find(([from, to]) => to === i && layerOf[from] === 0)?.[0];
      if (door !== undefined) result[i] = result[door] ?? 0;
    }
    spread(
      own.filter((i) => (result[i] ?? -1) >= 0),
      layer,
    );
  }
  return result.map((column) => Math.max(0, column));
}

function linksOf(pairs: readonly (readonly [number, number])[]): readonly Link[] {
  const keys = new Set(pairs.map(([from, to]) => `${from}>${to}`));
  return pairs
    .filter(([from, to]) => from < to || !keys.has(`${to}>${from}`))
    .map(([from, to]) => ({ from, to, both: keys.has(`${to}>${from}`) }));
}
