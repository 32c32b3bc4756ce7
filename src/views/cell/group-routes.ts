/**
 * Orthogonal lines between the boxes of far-out processes. Boxes change size with the zoom step, so these few lines are found here
 * and not authored: for each line the cheapest of all runs with at most three pieces, short lines first. Pure.
 */
import { boxHolds, boxesMeet, type Box } from '../../model/layout';
import type { Point } from '../../model/schema';
import { lengthOf } from './geometry';

export interface Wanted {
  readonly id: string;
  readonly source: string;
  readonly target: string;
}

interface Port {
  readonly at: Point;
  /** Outward direction. */
  readonly out: Point;
}

interface Piece {
  readonly a: Point;
  readonly b: Point;
}

const BEND = 70;
const CROSSING = 45;
const THROUGH = 6000;
const SHARED = 40;

const middle = (box: Box): Point => [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
const distance = (a: Point, b: Point): number => Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1]);

/** A run for every line whose two boxes exist, from border to border; `lane` is the least distance of parallel lines. */
export function routeGroups(
  boxes: ReadonlyMap<string, Box>,
  wanted: readonly Wanted[],
  lane: number,
): ReadonlyMap<string, readonly Point[]> {
  const lines = wanted
    .flatMap((line) => {
      const [from, to] = [boxes.get(line.source), boxes.get(line.target)];
      return from === undefined || to === undefined ? [] : [{ line, from, to, length: distance(middle(from), middle(to)) }];
    })
    .sort((p, q) => p.length - q.length);
  const field: Field = { others: [], laid: [], used: new Set(), lane };
  const routes = new Map<string, readonly Point[]>();
  for (const { line, from, to } of lines) {
    const others = [...boxes].filter(([id]) => id !== line.source && id !== line.target).map(([, box]) => box);
    const run = cheapest(from, to, { ...field, others });
    routes.set(line.id, run);
    field.laid.push(...piecesOf(run));
    for (const end of [run[0], run.at(-1)]) if (end !== undefined) field.used.add(end.join());
  }
  return routes;
}

/** What a new line has to get along with. */
interface Field {
  readonly others: readonly Box[];
  readonly laid: Piece[];
  /** Places on borders where a line ends already. */
  readonly used: Set<string>;
  readonly lane: number;
}

function piecesOf(run: readonly Point[]): Piece[] {
  return run.slice(1).flatMap((b, i) => {
    const a = run[i];
    return a === undefined ? [] : [{ a, b }];
  });
}

function cheapest(from: Box, to: Box, field: Field): readonly Point[] {
  let best: readonly Point[] = [middle(from), middle(to)];
  let price = Number.POSITIVE_INFINITY;
  const starts = ports(from, to, field);
  const ends = ports(to, from, field);
  const candidates = starts
    .flatMap((start) => ends.flatMap((end) => runs(start, end, field.lane)))
    .map((run) => ({ run, base: lengthOf(run) + BEND * (run.length - 2) }))
    .sort((p, q) => p.base - q.base);
  for (const { run, base } of candidates) {
    if (base >= price) break;
    const cost = base + obstacles(piecesOf(run), from, to, field, price - base);
    if (cost < price) [best, price] = [run, cost];
  }
  return best;
}

/** How many free places of each side are tried. */
const TRIED = 3;

/** Free places on the border a lane apart, on each side those nearest to the other box, and the one straight across from its middle. */
function ports(box: Box, other: Box, { used, lane }: Field): Port[] {
  const side = (low: number, high: number, ideal: number, make: (place: number) => Port): Port[] => {
    const most = Math.max(0, Math.min(3, Math.floor(((high - low) / 2 - lane * 0.5) / lane)));
    const slots = Array.from({ length: most * 2 + 1 }, (_, i) => (low + high) / 2 + (i - most) * lane);
    if (ideal > low + lane * 0.5 && ideal < high - lane * 0.5) slots.push(ideal);
    const all = slots.sort((a, b) => Math.abs(a - ideal) - Math.abs(b - ideal)).map(make);
    const free = all.filter((port) => !used.has(port.at.join()));
    return (free.length > 0 ? free : all).slice(0, TRIED);
  };
  const [x, y] = middle(other);
  return [
    ...side(box.left, box.right, x, (place) => ({ at: [place, box.top], out: [0, -1] })),
    ...side(box.left, box.right, x, (place) => ({ at: [place, box.bottom], out: [0, 1] })),
    ...side(box.top, box.bottom, y, (place) => ({ at: [box.left, place], out: [-1, 0] })),
    ...side(box.top, box.bottom, y, (place) => ({ at: [box.right, place], out: [1, 0] })),
  ];
}

/** Runs of one to three pieces that leave the first port and reach the second squarely. */
function runs(start: Port, end: Port, lane: number): (readonly Point[])[] {
  const [ax, ay] = start.at;
  const [bx, by] = end.at;
  const clear = lane * 0.9;
  const leaves = (port: Port, to: Point): boolean => (to[0] - port.at[0]) * port.out[0] + (to[1] - port.at[1]) * port.out[1] >= clear;
  const level = start.out[0] !== 0;
  if (level !== (end.out[0] !== 0)) {
    const corner: Point = level ? [bx, ay] : [ax, by];
    return leaves(start, corner) && leaves(end, corner) ? [[start.at, corner, end.at]] : [];
  }
  const aligned = level ? Math.abs(ay - by) < 0.01 : Math.abs(ax - bx) < 0.01;
  if (aligned) return leaves(start, end.at) && leaves(end, start.at) ? [[start.at, end.at]] : [];
  // A bend too narrow for two rounded corners looks like a slip of the pen.
  if (Math.abs(level ? ay - by : ax - bx) < lane * 1.4) return [];
  const [low, high] = level ? [Math.min(ax, bx), Math.max(ax, bx)] : [Math.min(ay, by), Math.max(ay, by)];
  const between = [0.5, 0.3, 0.7, 0.15, 0.85].map((t) => low + (high - low) * t);
  const beyond = [1, 2, 3, 5].flatMap((n) => [low - n * lane, high + n * lane]);
  return [...between, ...beyond].flatMap((m) => {
    const [p, q]: [Point, Point] = level
      ? [
          [m, ay],
          [m, by],
        ]
      : [
          [ax, m],
          [bx, m],
        ];
    return leaves(start, p) && leaves(end, q) ? [[start.at, p, q, end.at]] : [];
  });
}

/** Price of boxes run through, lines crossed and lanes shared; stops counting at `limit`. */
function obstacles(pieces: readonly Piece[], from: Box, to: Box, { others, laid, lane }: Field, limit: number): number {
  let price = 0;
  pieces.forEach(({ a, b }, i) => {
    const swept: Box = { left: Math.min(a[0], b[0]), right: Math.max(a[0], b[0]), top: Math.min(a[1], b[1]), bottom: Math.max(a[1], b[1]) };
    if (others.some((box) => boxesMeet(swept, box, lane * 0.4))) price += THROUGH;
    if (i > 0 && boxesMeet(swept, from, lane * 0.3)) price += THROUGH;
    if (i < pieces.length - 1 && boxesMeet(swept, to, lane * 0.3)) price += THROUGH;
    if (price >= limit) return;
    for (const other of laid) price += meeting(swept, other, lane);
  });
  return price;
}

function meeting(swept: Box, other: Piece, lane: number): number {
  const box: Box = {
    left: Math.min(other.a[0], other.b[0]),
    right: Math.max(other.a[0], other.b[0]),
    top: Math.min(other.a[1], other.b[1]),
    bottom: Math.max(other.a[1], other.b[1]),
  };
  const level = swept.bottom - swept.top < swept.right - swept.left;
  const otherLevel = box.bottom - box.top < box.right - box.left;
  if (level !== otherLevel) {
    const crossing: Point = level ? [box.left, swept.top] : [swept.left, box.top];
    return boxHolds(swept, crossing, 1) && boxHolds(box, crossing, 1) ? CROSSING : 0;
  }
  if (!boxesMeet(swept, box, lane * 0.75)) return 0;
  const overlap = level
    ? Math.min(swept.right, box.right) - Math.max(swept.left, box.left)
    : Math.min(swept.bottom, box.bottom) - Math.max(swept.top, box.top);
  return overlap > -lane * 0.5 ? SHARED * (1 + Math.max(0, overlap) / lane) : 0;
}
