/**
 * Places labels round a picture (ART-DIRECTION 9): names in columns at the sides or in rows above and below, each with a leader of at most
 * one bend whose part next to the text is level (upright in rows). No label lies over another, over what must stay free or over a
 * leader; no leader runs through what must stay free, and no two cross. What finds no place under these rules is left out; the list beside the picture still names it.
 */
export type Point = readonly [number, number];

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Beside the picture in a column or a row, or on the thing itself, without a leader. */
export type Slot = 'left' | 'right' | 'above' | 'below' | 'on';

export interface LabelWish {
  readonly id: string;
  /** Where the leader points, px. */
  readonly anchor: Point;
  readonly width: number;
  readonly height: number;
  /** Slots in the order in which they are tried. */
  readonly slots: readonly Slot[];
  /** Lower ones are placed first. */
  readonly rank: number;
  /** The leader ends this far from the anchor, so that its dot does not hide a small thing, px. */
  readonly short: number;
}

export interface PlacedLabel {
  readonly id: string;
  readonly box: Box;
  /** From the label to the dot; empty for a name on the thing itself. */
  readonly leader: readonly Point[];
}

export interface LabelFrame {
  readonly width: number;
  readonly height: number;
  /** What no label may cover: the cleft, the title, buttons, the scale bar. */
  readonly free: readonly Box[];
  /** Height of the rows for names above and below, px from the top. */
  readonly above: number;
  readonly below: number;
  /** Most labels. */
  readonly budget: number;
}

/** Distance of the columns from the frame's edge, between labels, and of the bend from a label, px. */
const MARGIN = 14;
const GAP = 5;
const BEND = 10;
/** A leader is at most this share of the frame's longer side. */
const LONGEST = 0.34;
/** How far a name may leave the middle of the thing on which it stands, px. */
const ON_REACH = 60;
/** Steps in which a label moves away from its wish, px. */
const STEP = 5;

/** Names that fit, in the order of their ranks. */
export function placeLabels(wishes: readonly LabelWish[], frame: LabelFrame): readonly PlacedLabel[] {
  const placed: PlacedLabel[] = [];
  const inside = wishes.filter(({ anchor: [x, y] }) => x > 0 && y > 0 && x < frame.width && y < frame.height);
  for (const wish of inside.toSorted((a, b) => a.rank - b.rank)) {
    if (placed.length >= frame.budget) break;
    const found = place(wish, frame, placed);
    if (found !== null) placed.push(found);
  }
  return placed;
}

function place(wish: LabelWish, frame: LabelFrame, placed: readonly PlacedLabel[]): PlacedLabel | null {
  for (const slot of wish.slots) {
    for (const box of candidates(wish, slot, frame)) {
      const leader = leaderOf(wish, box, slot, Math.max(frame.width, frame.height));
      if (leader !== null && fits(box, leader, frame, placed)) return { id: wish.id, box, leader };
    }
  }
  return null;
}

/** Boxes of a slot, the nearest to the anchor first. */
function* candidates({ anchor: [ax, ay], width, height }: LabelWish, slot: Slot, frame: LabelFrame): Generator<Box> {
  const level = slot === 'left' || slot === 'right';
  const room = slot === 'on' ? ON_REACH : level ? frame.height : frame.width;
  for (let away = 0; away < room; away += STEP) {
    for (const side of away === 0 ? [0] : [-away, away]) {
      if (slot === 'on') yield { x: ax - width / 2, y: ay - height / 2 + side, width, height };
      else if (level) yield { x: slot === 'left' ? MARGIN : frame.width - MARGIN - width, y: ay - height / 2 + side, width, height };
      else yield { x: ax - width / 2 + side, y: (slot === 'above' ? frame.above : frame.below) - height / 2, width, height };
    }
  }
}

/** From the middle of the label's near edge, level or upright for a bit, then straight to the dot. Null when the label is in the way. */
function leaderOf({ anchor, short }: LabelWish, box: Box, slot: Slot, reach: number): readonly Point[] | null {
  if (slot === 'on') return [];
  const middle: Point = [box.x + box.width / 2, box.y + box.height / 2];
  const [from, bend]: readonly [Point, Point] =
    slot === 'left'
      ? [
          [box.x + box.width, middle[1]],
          [box.x + box.width + BEND, middle[1]],
        ]
      : slot === 'right'
        ? [
            [box.x, middle[1]],
            [box.x - BEND, middle[1]],
          ]
        : slot === 'above'
          ? [
              [clampTo(anchor[0], box), box.y + box.height],
              [clampTo(anchor[0], box), box.y + box.height + BEND],
            ]
          : [
              [clampTo(anchor[0], box), box.y],
              [clampTo(anchor[0], box), box.y - BEND],
            ];
  const ahead =
    slot === 'left'
      ? anchor[0] > bend[0]
      : slot === 'right'
        ? anchor[0] < bend[0]
        : slot === 'above'
          ? anchor[1] > bend[1]
          : anchor[1] < bend[1];
  if (!ahead) return null;
  const length = distance(bend, anchor);
  if (length <= short || length > LONGEST * reach) return null;
  const share = 1 - short / length;
  return [from, bend, [bend[0] + (anchor[0] - bend[0]) * share, bend[1] + (anchor[1] - bend[1]) * share]];
}

/** The x of an upright leader: over the anchor where the label allows it, else near its end. */
function clampTo(x: number, box: Box): number {
  return Math.min(box.x + box.width - GAP, Math.max(box.x + GAP, x));
}

function fits(box: Box, leader: readonly Point[], frame: LabelFrame, placed: readonly PlacedLabel[]): boolean {
  if (box.x < 0 || box.y < 0 || box.x + box.width > frame.width || box.y + box.height > frame.height) return false;
  if (frame.free.some((other) => boxesMeet(box, other, 0))) return false;
  if (frame.free.some((other) => leader.length > 0 && !pointInside(leader.at(-1), other) && pathMeetsBox(leader, other))) return false;
  return placed.every(
    (other) =>
      !boxesMeet(box, other.box, GAP) &&
      !pathMeetsBox(leader, other.box) &&
      !pathMeetsBox(other.leader, box) &&
      !pathsMeet(leader, other.leader),
  );
}

export function boxesMeet(a: Box, b: Box, gap: number): boolean {
  return a.x < b.x + b.width + gap && b.x < a.x + a.width + gap && a.y < b.y + b.height + gap && b.y < a.y + a.height + gap;
}

function pointInside(point: Point | undefined, { x, y, width, height }: Box): boolean {
  return point !== undefined && point[0] >= x && point[0] <= x + width && point[1] >= y && point[1] <= y + height;
}

const distance = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

function segments(path: readonly Point[]): readonly (readonly [Point, Point])[] {
  return path.slice(1).flatMap((to, i) => {
    const from = path[i];
    return from === undefined ? [] : [[from, to] as const];
  });
}

export function pathsMeet(a: readonly Point[], b: readonly Point[]): boolean {
  return segments(a).some((one) => segments(b).some((other) => segmentsMeet(one, other)));
}

function segmentsMeet([a, b]: readonly [Point, Point], [c, d]: readonly [Point, Point]): boolean {
  const side = (p: Point, q: Point, r: Point): number => Math.sign((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]));
  const apart = (v: number, w: number, x: number, y: number): boolean => Math.max(v, w) < Math.min(x, y) || Math.max(x, y) < Math.min(v, w);
  if (apart(a[0], b[0], c[0], d[0]) || apart(a[1], b[1], c[1], d[1])) return false;
  return side(a, b, c) * side(a, b, d) <= 0 && side(c, d, a) * side(c, d, b) <= 0;
}

export function pathMeetsBox(path: readonly Point[], box: Box): boolean {
  const { x, y, width, height } = box;
  const corners: readonly Point[] = [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
    [x, y],
  ];
  const inside = ([px, py]: Point): boolean => px > x && px < x + width && py > y && py < y + height;
  return path.some(inside) || pathsMeet(path, corners);
}
