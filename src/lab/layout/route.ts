/**
 * Routes all edges together. Edges first take the ways they like and share them at a price; the price rises until no two sources
 * run in one lane (negotiated congestion, McMurchie and Ebeling 1995, doi:10.1145/201310.201328). Then edge after edge is taken up and
 * laid anew together with those that stand in its way, and the change is kept when the whole becomes cheaper.
 */
import type { LayoutCompartment, LayoutNode, Point } from '../../model/schema';
import { endingOf } from '../../explorer/route';
import { PITCH, vertexPoint } from './grid';
import type { Grid, Port } from './grid';
import { Occupancy, maskOf } from './occupancy';
import type { Cells } from './occupancy';
import { meetingParts } from './parts';
import { COST, Search } from './search';
import type { FoundPath } from './search';
import type { EdgeHint, PlacedClaim } from './source';

const MAX_ROUNDS = 40;
const ALL_EVERY = 4;
/** Prices of a shared lane: while negotiating (rising), while an edge asks others to move, and when nothing may be shared. */
const NEGOTIATED = { start: 2, rise: 1.5 } as const;
const ASKING = 12;
const HARD = 10_000;
const UNROUTED = 400;

export interface Routing {
  readonly paths: readonly (FoundPath | null)[];
  readonly rounds: number;
  /** Edges that still run in another source's lane. */
  readonly clashes: readonly number[];
  readonly cost: number;
}

function cellsOf(path: FoundPath): Cells {
  const list: [number, number][] = path.vertices.map((vertex) => [vertex, 0]);
  for (let i = 1; i < list.length; i += 1) {
    const before = list[i - 1];
    const here = list[i];
    if (before === undefined || here === undefined) continue;
    const mask = maskOf(Math.abs(here[0] - before[0]) === 1 ? 0 : 1);
    before[1] |= mask;
    here[1] |= mask;
  }
  const upright = (port: Port): number => maskOf(port.side === 'left' || port.side === 'right' ? 0 : 1);
  const first = list[0];
  const last = list.at(-1);
  if (first !== undefined) first[1] |= upright(path.start);
  if (last !== undefined) last[1] |= upright(path.end);
  return list;
}

interface Job {
  readonly from: number;
  readonly to: number;
  /** Edges that may share a trunk: same source, and both or neither with the hollow line of what moves or is made. */
  readonly source: number;
  readonly homes: ReadonlySet<number>;
  readonly starts: readonly Port[];
  readonly ends: readonly Port[];
  readonly via: readonly number[];
  /** Distance between the two nodes: short edges are laid first. */
  readonly reach: number;
}

class Router {
  readonly paths: (FoundPath | null)[];
  private readonly cells: Cells[];
  private readonly search: Search;
  readonly occupancy: Occupancy;

  constructor(
    grid: Grid,
    private readonly jobs: readonly Job[],
  ) {
    this.paths = jobs.map(() => null);
    this.cells = jobs.map(() => []);
    this.occupancy = new Occupancy(grid.columns * grid.rows);
    this.search = new Search(grid, this.occupancy);
  }

  private put(edge: number, path: FoundPath | null): void {
    const job = this.jobs[edge];
    if (job === undefined) return;
    this.occupancy.remove(edge, this.cells[edge] ?? []);
    const cells = path === null ? [] : cellsOf(path);
    this.paths[edge] = path;
    this.cells[edge] = cells;
    this.occupancy.add(edge, job.source, cells);
  }

  lay(edge: number, conflict: number): void {
    const job = this.jobs[edge];
    if (job === undefined) return;
    this.occupancy.remove(edge, this.cells[edge] ?? []);
    this.put(edge, this.search.find({ ...job, conflict }));
  }

  negotiate(order: readonly number[]): number {
    for (const edge of order) this.lay(edge, NEGOTIATED.start);
    let rounds = 1;
    for (; rounds < MAX_ROUNDS; rounds += 1) {
      const { edges, vertices } = this.occupancy.conflicts();
      if (edges.size === 0) break;
      for (const vertex of vertices) this.occupancy.history[vertex] = (this.occupancy.history[vertex] ?? 0) + NEGOTIATED.start;
      // Now and then all edges are laid anew, for the ones in the way may be in nobody's lane themselves.
      const all = rounds % ALL_EVERY === 0;
      for (const edge of order) if (all || edges.has(edge)) this.lay(edge, NEGOTIATED.start + rounds * NEGOTIATED.rise);
    }
    this.occupancy.history.fill(0);
    return rounds;
  }

  /** Lays one edge as it would like, moves those it now clashes with, and takes all back unless the whole is cheaper. */
  reconsider(edge: number): boolean {
    const before = this.cost();
    const kept = new Map<number, FoundPath | null>([[edge, this.paths[edge] ?? null]]);
    this.lay(edge, ASKING);
    const moved = this.occupancy.inTheWay(edge, this.cells[edge] ?? []);
    for (const other of moved) kept.set(other, this.paths[other] ?? null);
    for (const other of moved) this.lay(other, HARD);
    this.lay(edge, HARD);
    if (this.cost() < before - 0.01) return true;
    for (const [other, path] of kept) this.put(other, path);
    return false;
  }

  cost(): number {
    let total = this.occupancy.cost(COST.bend, COST.crossing, HARD);
    for (const path of this.paths) if (path === null) total += UNROUTED;
    return total;
  }
}

/** The places in which the ends of an edge lie, with the cell around a nucleus; a membrane node lies on both sides of its border. */
function homesOf(grid: Grid, ends: readonly (LayoutNode | undefined)[]): ReadonlySet<number> {
  const homes = new Set<number>();
  for (const node of ends) {
    if (node === undefined) continue;
    const around: Point[] = [[node.x, node.y], ...(node.plate === undefined ? [] : [node.plate])];
    for (const [x, y] of around) {
      const place = grid.places[Math.round(y / PITCH) * grid.columns + Math.round(x / PITCH)] ?? 0;
      homes.add(place).add(grid.around[place] ?? 0);
    }
  }
  return homes;
}

/** Routes every claim; deterministic. Tries two orders and keeps the cheaper result. */
export function routeAll(
  grid: Grid,
  nodes: readonly LayoutNode[],
  compartments: readonly LayoutCompartment[],
  claims: readonly PlacedClaim[],
  hints: Readonly<Record<string, EdgeHint>>,
  refinements = 3,
): Routing {
  const indexOf = new Map<string, number>(nodes.map((node, index) => [node.entity, index]));
  const jobs = claims.map((claim): Job => {
    const [from, to] = [indexOf.get(claim.source) ?? -1, indexOf.get(claim.target) ?? -1];
    const hint = hints[claim.id];
    const [a, b] = [nodes[from], nodes[to]];
    const parts = a === undefined || b === undefined ? null : meetingParts(a, b, claim.effect, compartments);
    const usable = (index: number, part: string | null, side: string | undefined): Port[] =>
      (grid.ports[index] ?? []).filter(
        (port) => (side === undefined || port.side === side) && (part === null || port.outer === (part === 'glyph')),
      );
    return {
      from,
      to,
      source: 2 * from + (endingOf(claim) === 'moves' ? 1 : 0),
      homes: homesOf(grid, [a, b]),
      starts: usable(from, parts?.source ?? null, hint?.from),
      ends: usable(to, parts?.target ?? null, hint?.to),
      via: (hint?.via ?? []).map(([x, y]) => Math.round(y / PITCH) * grid.columns + Math.round(x / PITCH)),
      reach: a === undefined || b === undefined ? 0 : Math.abs(a.x - b.x) + Math.abs(a.y - b.y),
    };
  });
  const reach = (edge: number): number => jobs[edge]?.reach ?? 0;
  const shortFirst = jobs.map((_, edge) => edge).sort((a, b) => reach(a) - reach(b));
  const results = [shortFirst, shortFirst.toReversed()].map((order): Routing => {
    const router = new Router(grid, jobs);
    const rounds = router.negotiate(order);
    for (let pass = 0; pass < refinements; pass += 1) {
      for (const edge of order) router.lay(edge, HARD);
      let better = 0;
      for (const edge of order.toReversed()) if (router.reconsider(edge)) better += 1;
      if (better === 0) break;
    }
    return { paths: router.paths, rounds, clashes: [...router.occupancy.conflicts().edges], cost: router.cost() };
  });
  return results.reduce((best, one) => (one.cost < best.cost ? one : best));
}

/** The corner points of a path, from border to border, in layout units rounded to tenths. */
export function pathPoints(grid: Grid, path: FoundPath): Point[] {
  const all: Point[] = [path.start.point, ...path.vertices.map((vertex) => vertexPoint(grid, vertex)), path.end.point];
  const out: Point[] = [];
  for (const point of all) {
    const [x, y]: Point = [Math.round(point[0] * 10) / 10, Math.round(point[1] * 10) / 10];
    const last = out.at(-1);
    if (last !== undefined && last[0] === x && last[1] === y) continue;
    const before = out.at(-2);
    if (last !== undefined && before !== undefined) {
      const straight = (before[0] === last[0] && last[0] === x) || (before[1] === last[1] && last[1] === y);
      if (straight) out.pop();
    }
    out.push([x, y]);
  }
  return out;
}
