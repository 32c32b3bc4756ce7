/** Which names stand on the picture before the first interaction, and where: few, none over another, over the button or over the cleft. */
import { textWidth } from '../design/text-width';
import type { Stage } from '../model/schema';
import type { PlateView } from '../views/plate3d/camera';

export interface StillLabel {
  readonly kind: string;
  readonly text: string;
  /** The claim's subject stands inverted. */
  readonly inverted: boolean;
  /** Upper left corner and size of the plate, px. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Where the thing is, px, and the corner of its leader. */
  readonly end: readonly [number, number];
  readonly bend: readonly [number, number];
}

interface Named {
  readonly kind: string;
  /** The thing in the still, nm. */
  readonly at: readonly [number, number];
  /** Where its name stands: `below` under the density at this place, or at an edge of the frame at this height, nm. */
  readonly name: readonly ['below' | 'left' | 'right', number];
}

/** The receptors first, of which the picture is about; then what lies on either side of the cleft. Heights are those of the pre-drawn still. */
const NAMED: readonly Named[] = [
  { kind: 'nmda', at: [13.3, -17], name: ['below', 32] },
  { kind: 'ampa', at: [-22, -17], name: ['below', -43] },
  { kind: 'bouton', at: [-31, 60], name: ['left', 76] },
  { kind: 'spine', at: [70, -44], name: ['right', -62] },
];
const SUBJECT = 'nmda';
/** Height of names under the density, nm. */
const BELOW = -42;

const SIZE = 12.5;
const PLATE = { height: 20, pad: 6, edge: 10 } as const;
/** The button in the lower left corner with its margin, px. */
const BUTTON = { width: 200, height: 52 } as const;
/** Lower frames have no room for names, px. */
const LEAST = 150;

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const meet = (a: Box, b: Box): boolean => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** Names for a still in a frame, px from its upper left corner; fewer where there is no room for all. */
export function stillLabels(stage: Stage, view: PlateView, width: number, height: number): readonly StillLabel[] {
  if (height < LEAST) return [];
  const scale = width / view.widthNm;
  const upright = Math.cos((view.tilt * Math.PI) / 180);
  const place = (x: number, y: number): readonly [number, number] => [
    width / 2 + (x - view.x) * scale,
    height / 2 + (view.y - y) * upright * scale,
  ];
  const taken: Box[] = [{ x: 0, y: height - BUTTON.height, width: BUTTON.width, height: BUTTON.height }];
  return NAMED.flatMap(({ kind, at, name: [side, where] }): StillLabel[] => {
    const object = stage.objects.find((item) => item.kind === kind);
    if (object === undefined) return [];
    const end = place(...at);
    const wide = Math.ceil(textWidth(object.name, SIZE, kind === SUBJECT ? 'strong' : 'label')) + 2 * PLATE.pad;
    const free = ([x, y]: readonly [number, number]): Box | null => {
      const box: Box = { x: x - wide / 2, y: y - PLATE.height / 2, width: wide, height: PLATE.height };
      const inside = box.x >= 2 && box.x + wide <= width - 2 && box.y >= 2 && box.y + PLATE.height <= height - 2;
      // A name that reached up to its thing would cover it.
      const clear = side !== 'below' || box.y > end[1] + 6;
      return inside && clear && !taken.some((other) => meet(box, other)) ? box : null;
    };
    const atEdge = side === 'left' ? PLATE.edge + wide / 2 : width - PLATE.edge - wide / 2;
    const below = place(0, BELOW)[1];
    // In a low frame the button takes the left of the lower edge: the name of the subject stands right of it.
    const box =
      side === 'below'
        ? (free([place(where, 0)[0], below]) ?? free([atEdge, Math.min(below, height - PLATE.height)]))
        : free([atEdge, place(0, where)[1]]);
    const covered = taken.some((other) => meet(other, { x: end[0] - 3, y: end[1] - 3, width: 6, height: 6 }));
    const seen = end[0] > 0 && end[0] < width && end[1] > 0 && end[1] < height;
    if (box === null || covered || !seen) return [];
    taken.push(box);
    const bend: readonly [number, number] =
      side === 'below'
        ? [Math.min(box.x + wide - 8, Math.max(box.x + 8, end[0])), box.y]
        : [side === 'left' ? box.x + wide : box.x, box.y + PLATE.height / 2];
    return [{ kind, text: object.name, inverted: kind === SUBJECT, ...box, end, bend }];
  });
}
