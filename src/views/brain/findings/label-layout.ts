/** Where the plates of findings stand: in two columns beside the brain, none over another, the rest left to the list. */

export interface LabelWish {
  readonly id: string;
  /** Place in the picture that the leader ends at, px. */
  readonly anchor: readonly [number, number];
  readonly width: number;
  readonly height: number;
  /** Inner parts go to the back of the brain, where the picture is free. */
  readonly deep: boolean;
}

export interface LabelFrame {
  readonly width: number;
  /** Room of each column, px from the top of the picture. */
  readonly left: { readonly top: number; readonly bottom: number };
  readonly right: { readonly top: number; readonly bottom: number };
  /** Most plates that are set at all. */
  readonly most: number;
  /** Room between two plates of a column, px. */
  readonly gap: number;
  /** Room to the edge of the picture, px, and how far a leader runs level before it bends. */
  readonly edge: number;
  readonly level: number;
}

export interface PlacedLabel {
  readonly id: string;
  readonly side: 'left' | 'right' | 'above' | 'below';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** The leader: from the plate by an elbow to the anchor. */
  readonly leader: readonly (readonly [number, number])[];
}

type Side = 'left' | 'right';

/** Plates in the order of their wishes get the room; within a column they stand in the order of their anchors, so leaders do not cross. */
export function placeLabels(wishes: readonly LabelWish[], frame: LabelFrame): readonly PlacedLabel[] {
  const columns: Record<Side, LabelWish[]> = { left: [], right: [] };
  const roomOf = (side: Side): number => frame[side].bottom - frame[side].top;
  const used = (side: Side): number => columns[side].reduce((sum, { height }) => sum + height + frame.gap, 0);
  const fits = (side: Side, wish: LabelWish): boolean => used(side) + wish.height <= roomOf(side);
  for (const wish of wishes) {
    if (columns.left.length + columns.right.length >= frame.most) break;
    const near: Side = wish.deep || wish.anchor[0] < frame.width / 2 ? 'left' : 'right';
    const far: Side = near === 'left' ? 'right' : 'left';
    const side = fits(near, wish) ? near : fits(far, wish) ? far : null;
    if (side !== null) columns[side].push(wish);
  }
  return (['left', 'right'] as const).flatMap((side) => stack(columns[side], side, frame));
}

function stack(column: readonly LabelWish[], side: Side, frame: LabelFrame): PlacedLabel[] {
  const sorted = column.toSorted((a, b) => a.anchor[1] - b.anchor[1]);
  const tops: number[] = [];
  let next = frame[side].top;
  for (const { anchor, height } of sorted) {
    const top = Math.max(next, anchor[1] - height / 2);
    tops.push(top);
    next = top + height + frame.gap;
  }
  let limit = frame[side].bottom;
  for (let index = sorted.length - 1; index >= 0; index -= 1) {
    const height = sorted[index]?.height ?? 0;
    const top = Math.min(tops[index] ?? 0, limit - height);
    tops[index] = top;
    limit = top - frame.gap;
  }
  return sorted.map(({ id, anchor, width, height }, index): PlacedLabel => {
    const y = tops[index] ?? 0;
    const x = side === 'left' ? frame.edge : frame.width - frame.edge - width;
    const edge = side === 'left' ? x + width : x;
    const middle = y + height / 2;
    const bend = side === 'left' ? Math.min(edge + frame.level, anchor[0]) : Math.max(edge - frame.level, anchor[0]);
    return { id, side, x, y, width, height, leader: [[edge, middle], [bend, middle], anchor] };
  });
}
