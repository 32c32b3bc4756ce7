/** Where names stand in a tall frame: in rows above and below the brain, so that no plate lies over another and leaders keep apart. */
import type { LabelWish, PlacedLabel } from './label-layout';

/** One band of rows, from the edge of the picture towards the brain. */
export interface RowBand {
  /** Upper edge of the band, px. */
  readonly top: number;
  /** At most two. */
  readonly rows: number;
}

export interface RowFrame {
  readonly width: number;
  readonly above: RowBand;
  readonly below: RowBand;
  /** Height of a row with its gap, px. */
  readonly pitch: number;
}

type Point = readonly [number, number];
type Side = 'above' | 'below';
type Bands = Record<Side, LabelWish[]>;

/** Room between two plates of a row and to the edge of the picture, px; a leader passes between plates that far apart. */
const GAP = 8;
const EDGE = 6;
/** Room that a leader keeps to the end of its plate, px. */
const INSET = 9;
/** The share of a row that plates fill at most: the rest lets leaders pass. */
const FILL = 0.97;
/** Crossed leaders cost as much as this many px of leader. */
const CROSSED = 400;
/** Leaders of plates behind pass the front row at least this far apart, px: nearer ones would seem to be one. */
const PASS = 9;
/** A leader that runs this near to another's end seems to lead there, px; it costs as much as this many px of leader. */
const NEAR = 6;
const MISLEADING = 250;

const usable = (width: number): number => (width - 2 * EDGE) * FILL;
const lengthOf = (plates: readonly LabelWish[]): number => plates.reduce((sum, { width }) => sum + width + GAP, -GAP);

/** Rows that plates of these widths need in a frame of a width. */
export function rowsFor(widths: readonly number[], width: number): number {
  return Math.ceil(widths.reduce((sum, own) => sum + own + GAP, 0) / usable(width));
}

/** Plates in the order of their wishes get the room; what finds none is left out. */
export function placeRows(wishes: readonly LabelWish[], frame: RowFrame): readonly PlacedLabel[] {
  const middle = (frame.above.top + frame.above.rows * frame.pitch + frame.below.top) / 2;
  const bands: Bands = { above: [], below: [] };
  for (const wish of wishes) {
    const sides: readonly Side[] = wish.anchor[1] < middle ? ['above', 'below'] : ['below', 'above'];
    const side = sides.find((name) => bestBand([...bands[name], wish], name, frame) !== null);
    if (side !== undefined) bands[side].push(wish);
  }
  const kept = [...bands.above, ...bands.below];
  let best = layBoth(bands, frame) ?? [];
  let least = costOf(best, kept);
  // A plate whose leader crosses another or runs over a foreign place may do better on the other side.
  for (const wish of kept) {
    const moved: Bands = { above: moving(bands.above, wish), below: moving(bands.below, wish) };
    const placed = layBoth(moved, frame);
    const cost = placed === null ? least : costOf(placed, kept);
    if (placed === null || cost >= least) continue;
    Object.assign(bands, moved);
    best = placed;
    least = cost;
  }
  return best;
}

const moving = (plates: readonly LabelWish[], wish: LabelWish): LabelWish[] =>
  plates.includes(wish) ? plates.filter((plate) => plate !== wish) : [...plates, wish];

function layBoth(bands: Bands, frame: RowFrame): readonly PlacedLabel[] | null {
  const [above, below] = [bestBand(bands.above, 'above', frame), bestBand(bands.below, 'below', frame)];
  return above === null || below === null ? null : [...above, ...below];
}

/** The best of all ways to share plates between the row at the brain and the one behind it; null where none fits. */
function bestBand(plates: readonly LabelWish[], side: Side, frame: RowFrame): readonly PlacedLabel[] | null {
  if (plates.length === 0) return [];
  const { rows } = frame[side];
  if (rows < 1) return null;
  const sorted = plates.toSorted((a, b) => a.anchor[0] - b.anchor[0]);
  let best: readonly PlacedLabel[] | null = null;
  let least = Number.POSITIVE_INFINITY;
  // Bit by bit: which plates stand in the row behind. There are few plates in a band.
  for (let mask = 0; mask < (rows > 1 ? 1 << sorted.length : 1); mask++) {
    const behind = sorted.filter((_, at) => (mask & (1 << at)) !== 0);
    const front = sorted.filter((_, at) => (mask & (1 << at)) === 0);
    if (lengthOf(front) > usable(frame.width) || lengthOf(behind) > usable(frame.width)) continue;
    const placed = layBand(front, behind, side, frame);
    if (placed === null) continue;
    const cost = costOf(placed, plates);
    if (cost >= least) continue;
    least = cost;
    best = placed;
  }
  return best;
}

/** Left edges of plates in a row, each as near to its wish as its neighbours let it. */
function spread(plates: readonly LabelWish[], wanted: (plate: LabelWish) => number, width: number): number[] {
  const lefts: number[] = [];
  let next = EDGE;
  for (const plate of plates) {
    const left = Math.max(next, wanted(plate) - plate.width / 2);
    lefts.push(left);
    next = left + plate.width + GAP;
  }
  let limit = width - EDGE;
  for (let at = plates.length - 1; at >= 0; at--) {
    const own = plates[at]?.width ?? 0;
    const left = Math.min(lefts[at] ?? 0, limit - own);
    lefts[at] = left;
    limit = left - GAP;
  }
  return lefts;
}

/** One way to lay two rows; null where the front row leaves no room for all leaders from behind it. */
function layBand(front: readonly LabelWish[], behind: readonly LabelWish[], side: Side, frame: RowFrame): PlacedLabel[] | null {
  const { width, pitch } = frame;
  const isAbove = side === 'above';
  const band = frame[side];
  const frontTop = isAbove ? band.top + (band.rows - 1) * pitch : band.top;
  const behindTop = isAbove ? band.top : band.top + pitch;
  const frontLefts = spread(front, ({ anchor }) => anchor[0], width);
  const passes = passesFor(
    behind.map(({ anchor }) => anchor[0]),
    freeSpans(front, frontLefts, width),
  );
  if (passes === null) return null;
  const behindLefts = spread(behind, (plate) => passes[behind.indexOf(plate)] ?? plate.anchor[0], width);
  /** The edge of a plate that looks at the brain, and that of the front row away from it. */
  const edgeOf = (top: number, height: number): number => (isAbove ? top + height : top);
  const one = (plate: LabelWish, x: number, y: number, leader: readonly Point[]): PlacedLabel => ({
    id: plate.id,
    side,
    x,
    y,
    width: plate.width,
    height: plate.height,
    leader,
  });
  const clamped = (plate: LabelWish, left: number, x: number): number => Math.min(left + plate.width - INSET, Math.max(left + INSET, x));
  return [
    ...front.map((plate, at) => {
      const left = frontLefts[at] ?? 0;
      const start: Point = [clamped(plate, left, plate.anchor[0]), edgeOf(frontTop, plate.height)];
      return one(plate, left, frontTop, [start, plate.anchor]);
    }),
    ...behind.map((plate, at) => {
      const left = behindLefts[at] ?? 0;
      const pass = passes[at] ?? plate.anchor[0];
      const start: Point = [clamped(plate, left, pass), edgeOf(behindTop, plate.height)];
      const enter: Point = [pass, isAbove ? frontTop : frontTop + plate.height];
      const leave: Point = [pass, edgeOf(frontTop, plate.height)];
      return one(plate, left, behindTop, [start, enter, leave, plate.anchor]);
    }),
  ];
}

/** What plates of a row leave free, px from the left. */
function freeSpans(plates: readonly LabelWish[], lefts: readonly number[], width: number): readonly Point[] {
  const spans: Point[] = [];
  let from = 3;
  plates.forEach((plate, at) => {
    const left = lefts[at] ?? 0;
    spans.push([from, left - 3]);
    from = left + plate.width + 3;
  });
  return [...spans, [from, width - 3] as const].filter(([a, b]) => b >= a);
}

/**
 * Where leaders to these places, from left to right, pass between the plates of a row: in the same order, `PASS` apart, together as near
 * to their places as can be; null where there are not so many ways through.
 */
function passesFor(places: readonly number[], spans: readonly Point[]): readonly number[] | null {
  const slots = spans.flatMap(([from, to]) => {
    const count = Math.floor((to - from) / PASS) + 1;
    return Array.from({ length: count }, (_, at) => from + (count === 1 ? (to - from) / 2 : (at * (to - from)) / (count - 1)));
  });
  const ways = slots.filter((x, at) => at === 0 || x - (slots[at - 1] ?? 0) >= PASS - 1e-6);
  if (ways.length < places.length) return null;
  // Least way aside for the first so many places within the first so many ways.
  let costs: readonly { readonly cost: number; readonly at: readonly number[] }[] = ways.map(() => ({ cost: 0, at: [] }));
  places.forEach((place, index) => {
    let best: { readonly cost: number; readonly at: readonly number[] } = { cost: Number.POSITIVE_INFINITY, at: [] };
    costs = ways.map((way, slot) => {
      const before = index === 0 ? { cost: 0, at: [] } : (costs[slot - 1] ?? { cost: Number.POSITIVE_INFINITY, at: [] });
      const cost = before.cost + Math.abs(way - place);
      if (cost < best.cost) best = { cost, at: [...before.at, way] };
      return best;
    });
  });
  const last = costs.at(-1);
  return places.length === 0 ? [] : last === undefined || last.at.length < places.length ? null : last.at;
}

function costOf(placed: readonly PlacedLabel[], wishes: readonly LabelWish[]): number {
  let cost = 0;
  placed.forEach(({ id, leader }, at) => {
    for (const [[x0, y0], [x1, y1]] of pieces(leader)) cost += Math.hypot(x1 - x0, y1 - y0);
    for (const other of placed.slice(at + 1)) if (doCross(leader, other.leader)) cost += CROSSED;
    for (const { id: foreign, anchor } of wishes) {
      if (foreign !== id && apart(anchor, leader.at(-1) ?? anchor) > NEAR && passes(leader, anchor)) cost += MISLEADING;
    }
  });
  return cost;
}

const apart = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

/** Whether a leader runs over a place, or close by. */
function passes(leader: readonly Point[], place: Point): boolean {
  return pieces(leader).some(([a, b]) => {
    const square = (b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2;
    const along = square === 0 ? 0 : ((place[0] - a[0]) * (b[0] - a[0]) + (place[1] - a[1]) * (b[1] - a[1])) / square;
    const t = Math.min(1, Math.max(0, along));
    return apart(place, [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])]) < NEAR;
  });
}

const pieces = (line: readonly Point[]): readonly (readonly [Point, Point])[] =>
  line.slice(1).flatMap((end, at): (readonly [Point, Point])[] => {
    const start = line[at];
    return start === undefined ? [] : [[start, end]];
  });

/** Whether two leaders meet anywhere but at a common end. */
export function doCross(one: readonly Point[], other: readonly Point[]): boolean {
  const turn = (a: Point, b: Point, c: Point): number => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
  return pieces(one).some(([a, b]) =>
    pieces(other).some(([c, d]) => turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0),
  );
}
