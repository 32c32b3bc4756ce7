/** Cheapest orthogonal path for one edge: A* over (crossing, direction), the other edges being where they are. */
import { HORIZONTAL, VERTICAL } from './grid';
import type { Grid, Owner, Port } from './grid';
import { maskOf } from './occupancy';
import type { Meeting, Occupancy } from './occupancy';
import type { Side } from './source';

/** Costs in lane steps of 8 units. */
export const COST = {
  bend: 4,
  crossing: 5,
  ownCrossing: 8,
  beside: 0.45,
  /** A step beside a lane at another node's border, and at the border of the edge's own target, where arrows and bars need room. */
  besideAtNode: 4,
  besideEnding: 10,
  /** A step through a cell or nucleus in which neither end lies. */
  strangeCell: 2,
  sharedStep: 0.45,
  offCentre: 2.5,
  /** A bend one or two steps after another bend: too short for two rounded corners. */
  jog: 3,
} as const;

export interface SearchTask {
  /** Edges of one bundle may share a lane. */
  readonly source: number;
  readonly from: number;
  readonly to: number;
  readonly starts: readonly Port[];
  readonly ends: readonly Port[];
  /** Crossings to pass on the way, in order. */
  readonly via: readonly number[];
  /** Places (see Grid.places) that the edge may pass at no extra cost. */
  readonly homes: ReadonlySet<number>;
  /** Cost of a conflict with another source's edge. */
  readonly conflict: number;
}

export interface FoundPath {
  readonly start: Port;
  readonly end: Port;
  readonly vertices: readonly number[];
  readonly cost: number;
}

const NOBODY: readonly Owner[] = [];
const OUTWARD: Record<Side, number> = { right: 0, bottom: 1, left: 2, top: 3 };
const inward = (side: Side): number => (OUTWARD[side] + 2) % 4;

export class Search {
  private readonly cost: Float64Array;
  private readonly parent: Int32Array;
  private readonly stamp: Int32Array;
  private readonly closed: Int32Array;
  private round = 0;
  private heapKeys: number[] = [];
  private heapItems: number[] = [];
  private readonly meeting: Meeting = { conflicts: 0, crossings: 0, shared: false, ownCrossing: false };
  private readonly offsets: readonly number[];

  constructor(
    private readonly grid: Grid,
    private readonly occupancy: Occupancy,
  ) {
    const states = grid.columns * grid.rows * 4;
    this.cost = new Float64Array(states);
    this.parent = new Int32Array(states);
    this.stamp = new Int32Array(states);
    this.closed = new Int32Array(states);
    this.offsets = [1, grid.columns, -1, -grid.columns];
  }

  /** The cheapest path, or null when the ends are walled off from each other. */
  find(task: SearchTask): FoundPath | null {
    const seeds = task.starts.map((port) => ({
      state: port.vertex * 4 + OUTWARD[port.side],
      cost: port.offCentre * COST.offCentre + this.enter(port.vertex, OUTWARD[port.side], task, true),
    }));
    const goals = new Map<number, number>();
    for (const port of task.ends) {
      const state = port.vertex * 4 + inward(port.side);
      goals.set(state, Math.min(goals.get(state) ?? Infinity, port.offCentre * COST.offCentre));
    }
    const stops = task.via.map((vertex) => new Map([0, 1, 2, 3].map((direction) => [vertex * 4 + direction, 0])));
    const states: number[] = [];
    let from = seeds.filter((seed) => Number.isFinite(seed.cost));
    let total = 0;
    for (const targets of [...stops, goals]) {
      const leg = this.leg(from, targets, task);
      if (leg === null) return null;
      states.push(...(states.length > 0 ? leg.states.slice(1) : leg.states));
      total += leg.cost;
      from = [{ state: states.at(-1) ?? 0, cost: 0 }];
    }
    const first = states[0];
    const last = states.at(-1);
    const start = task.starts.find((port) => port.vertex * 4 + OUTWARD[port.side] === first);
    const end = task.ends.find((port) => port.vertex * 4 + inward(port.side) === last);
    if (start === undefined || end === undefined) return null;
    return { start, end, vertices: states.map((state) => state >> 2), cost: total };
  }

  private push(key: number, item: number): void {
    const keys = this.heapKeys;
    const items = this.heapItems;
    let at = keys.length;
    keys.push(key);
    items.push(item);
    while (at > 0) {
      const up = (at - 1) >> 1;
      const upKey = keys[up] ?? 0;
      if (upKey <= key) break;
      keys[at] = upKey;
      items[at] = items[up] ?? 0;
      at = up;
    }
    keys[at] = key;
    items[at] = item;
  }

  private pop(): number {
    const keys = this.heapKeys;
    const items = this.heapItems;
    const top = items[0] ?? -1;
    const key = keys.pop() ?? 0;
    const item = items.pop() ?? -1;
    const n = keys.length;
    if (n === 0) return top;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= n) break;
      if (child + 1 < n && (keys[child + 1] ?? 0) < (keys[child] ?? 0)) child += 1;
      if ((keys[child] ?? 0) >= key) break;
      keys[at] = keys[child] ?? 0;
      items[at] = items[child] ?? 0;
      at = child;
    }
    keys[at] = key;
    items[at] = item;
    return top;
  }

  private leg(
    seeds: readonly { state: number; cost: number }[],
    goals: ReadonlyMap<number, number>,
    task: SearchTask,
  ): { states: number[]; cost: number } | null {
    this.round += 1;
    this.heapKeys = [];
    this.heapItems = [];
    const { columns } = this.grid;
    let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
    for (const state of goals.keys()) {
      const vertex = state >> 2;
      left = Math.min(left, vertex % columns);
      right = Math.max(right, vertex % columns);
      top = Math.min(top, Math.floor(vertex / columns));
      bottom = Math.max(bottom, Math.floor(vertex / columns));
    }
    const bound = (vertex: number): number => {
      const column = vertex % columns;
      const row = (vertex - column) / columns;
      return COST.sharedStep * (Math.max(0, left - column, column - right) + Math.max(0, top - row, row - bottom));
    };
    for (const { state, cost } of seeds) {
      if (this.stamp[state] === this.round && (this.cost[state] ?? 0) <= cost) continue;
      this.stamp[state] = this.round;
      this.cost[state] = cost;
      this.parent[state] = -1;
      this.push(cost + bound(state >> 2), state);
    }
    let best = -1;
    let bestCost = Infinity;
    while (this.heapKeys.length > 0) {
      if ((this.heapKeys[0] ?? 0) >= bestCost) break;
      const state = this.pop();
      if (this.closed[state] === this.round) continue;
      this.closed[state] = this.round;
      const cost = this.cost[state] ?? 0;
      const arrival = goals.get(state);
      if (arrival !== undefined && cost + arrival < bestCost) {
        best = state;
        bestCost = cost + arrival;
      }
      this.expand(state, cost, task, bound);
    }
    if (best < 0) return null;
    const states: number[] = [];
    for (let state = best; state >= 0; state = this.parent[state] ?? -1) states.push(state);
    return { states: states.toReversed(), cost: bestCost };
  }

  private expand(state: number, cost: number, task: SearchTask, bound: (vertex: number) => number): void {
    const vertex = state >> 2;
    const heading = state & 3;
    for (let direction = 0; direction < 4; direction += 1) {
      if (direction === (heading + 2) % 4) continue;
      const next = vertex + (this.offsets[direction] ?? 0);
      let turn = 0;
      if (direction !== heading) {
        if ((this.allowed(vertex, task) & maskOf(direction)) === 0) continue;
        turn =
          COST.bend +
          this.jog(state) +
          this.occupancy.foreign(vertex, task.source) * (task.conflict + (this.occupancy.history[vertex] ?? 0));
      }
      const entry = this.enter(next, direction, task, false);
      if (!Number.isFinite(entry)) continue;
      const reached = cost + turn + entry;
      const to = next * 4 + direction;
      if (this.closed[to] === this.round) continue;
      if (this.stamp[to] === this.round && (this.cost[to] ?? 0) <= reached) continue;
      this.stamp[to] = this.round;
      this.cost[to] = reached;
      this.parent[to] = state;
      this.push(reached + bound(next), to);
    }
  }

  /** Extra cost of bending at a state that was reached by a bend just before. */
  private jog(state: number): number {
    const before = this.parent[state] ?? -1;
    if (before < 0) return 0;
    if ((before & 3) !== (state & 3)) return COST.jog;
    const earlier = this.parent[before] ?? -1;
    return earlier >= 0 && (earlier & 3) !== (state & 3) ? COST.jog / 2 : 0;
  }

  /** Directions open to this task at a crossing. */
  private allowed(vertex: number, task: SearchTask): number {
    let bits = this.grid.open[vertex] ?? 0;
    for (const owner of this.grid.owners.get(vertex) ?? NOBODY) {
      if (owner.node === task.from || owner.node === task.to) bits &= owner.open;
      else if (owner.closedToOthers) bits = 0;
    }
    return bits;
  }

  /** Cost of moving onto a crossing in a direction; infinite where it is closed. */
  private enter(vertex: number, direction: number, task: SearchTask, first: boolean): number {
    const mask = maskOf(direction);
    if ((this.allowed(vertex, task) & mask) === 0) return Infinity;
    const { meeting, occupancy, grid } = this;
    occupancy.meet(vertex, task.source, mask, meeting);
    const { conflicts, crossings, shared, ownCrossing } = meeting;
    const soft = (mask === HORIZONTAL ? grid.softHorizontal[vertex] : grid.softVertical[vertex]) ?? 0;
    const place = grid.places[vertex] ?? 0;
    const strange = place === 0 || task.homes.has(place) ? 0 : COST.strangeCell;
    let cost = first ? 0 : (shared ? COST.sharedStep : 1 + soft) + strange;
    if (conflicts > 0) cost += conflicts * (task.conflict + (occupancy.history[vertex] ?? 0));
    if (!shared) {
      cost += crossings * COST.crossing + (ownCrossing ? COST.ownCrossing : 0);
      const across = mask === VERTICAL ? 1 : grid.columns;
      const owners = grid.owners.get(vertex);
      const ending = owners?.some((owner) => owner.node === task.to) ?? false;
      const beside = ending ? COST.besideEnding : owners === undefined ? COST.beside : COST.besideAtNode;
      if (occupancy.runsAlong(vertex - across, task.source, mask)) cost += beside;
      if (occupancy.runsAlong(vertex + across, task.source, mask)) cost += beside;
    }
    return cost;
  }
}
