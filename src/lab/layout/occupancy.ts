/** Which edges use which crossing of lanes, and in which direction. */
import { HORIZONTAL, VERTICAL } from './grid';

/** Crossings a path covers, each with the directions in which it runs there. */
export type Cells = readonly (readonly [vertex: number, mask: number])[];

interface Use {
  readonly edge: number;
  readonly source: number;
  mask: number;
}

/** What an edge of a given source would meet at a crossing. */
export interface Meeting {
  /** Foreign edges running the same way or bending there: not allowed in the end. */
  conflicts: number;
  /** Foreign edges crossed at a right angle. */
  crossings: number;
  /** Edges of the same source running the same way: a shared trunk. */
  shared: boolean;
  /** Edges of the same source crossed without joining. */
  ownCrossing: boolean;
}

export class Occupancy {
  private readonly uses: Use[][];
  private readonly used = new Set<number>();
  /** Grows where conflicts persist, so that edges learn to go elsewhere. */
  readonly history: Float32Array;

  constructor(vertices: number) {
    this.uses = Array.from({ length: vertices }, () => []);
    this.history = new Float32Array(vertices);
  }

  add(edge: number, source: number, path: Cells): void {
    for (const [vertex, mask] of path) {
      const list = this.uses[vertex];
      if (list === undefined) continue;
      this.used.add(vertex);
      const own = list.find((use) => use.edge === edge);
      if (own === undefined) list.push({ edge, source, mask });
      else own.mask |= mask;
    }
  }

  remove(edge: number, path: Cells): void {
    for (const [vertex] of path) {
      const list = this.uses[vertex];
      const at = list?.findIndex((use) => use.edge === edge) ?? -1;
      if (list !== undefined && at >= 0) list.splice(at, 1);
      if (list !== undefined && list.length === 0) this.used.delete(vertex);
    }
  }

  meet(vertex: number, source: number, mask: number, into: Meeting): Meeting {
    into.conflicts = 0;
    into.crossings = 0;
    into.shared = false;
    into.ownCrossing = false;
    for (const use of this.uses[vertex] ?? []) {
      if (use.source === source) {
        if ((use.mask & mask) !== 0) into.shared = true;
        else into.ownCrossing = true;
      } else if ((use.mask & mask) !== 0) into.conflicts += 1;
      else into.crossings += 1;
    }
    return into;
  }

  /** True when a foreign edge runs the same way here. */
  runsAlong(vertex: number, source: number, mask: number): boolean {
    const list = this.uses[vertex];
    if (list === undefined) return false;
    for (const use of list) if (use.source !== source && (use.mask & mask) !== 0) return true;
    return false;
  }

  /** True when any foreign edge is here at all. */
  foreign(vertex: number, source: number): number {
    let n = 0;
    for (const use of this.uses[vertex] ?? []) if (use.source !== source) n += 1;
    return n;
  }

  /** Edges of other sources that a path clashes with. */
  inTheWay(edge: number, path: Cells): number[] {
    const found = new Set<number>();
    for (const [vertex, mask] of path) {
      const list = this.uses[vertex] ?? [];
      const own = list.find((use) => use.edge === edge);
      for (const use of list) if (use.source !== own?.source && (use.mask & mask) !== 0) found.add(use.edge);
    }
    return [...found];
  }

  /** Edges in conflict anywhere, and the crossings where it happens. */
  conflicts(): { edges: Set<number>; vertices: number[] } {
    const edges = new Set<number>();
    const vertices: number[] = [];
    for (const vertex of this.used) {
      const list = this.uses[vertex] ?? [];
      let hit = false;
      for (const a of list) {
        for (const b of list) {
          if (a.source === b.source || (a.mask & b.mask) === 0) continue;
          hit = true;
          edges.add(a.edge);
          edges.add(b.edge);
        }
      }
      if (hit) vertices.push(vertex);
    }
    return { edges, vertices };
  }

  /** Cost of the whole picture: one a step and lane, plus bends, crossings and clashes. A shared trunk counts once. */
  cost(bend: number, crossing: number, clash: number): number {
    let total = 0;
    const bySource = new Map<number, number>();
    for (const vertex of this.used) {
      bySource.clear();
      for (const use of this.uses[vertex] ?? []) {
        bySource.set(use.source, (bySource.get(use.source) ?? 0) | use.mask);
        if (use.mask === (HORIZONTAL | VERTICAL)) total += bend;
      }
      const masks = [...bySource.values()];
      masks.forEach((mask, i) => {
        total += mask === (HORIZONTAL | VERTICAL) ? 1.5 : 1;
        for (const other of masks.slice(i + 1)) total += (mask & other) !== 0 ? clash : crossing;
      });
    }
    return total;
  }
}

export function maskOf(direction: number): number {
  return direction % 2 === 0 ? HORIZONTAL : VERTICAL;
}
