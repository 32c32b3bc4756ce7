/** Line endings of ART-DIRECTION 13, drawn at the end of a run in layout units. */
import type { Ending } from '../../explorer/scene';
import type { Point } from '../../model/schema';
import { arrival } from './geometry';

export interface EndingShape {
  readonly d: string;
  /** Solid in the line's colour, or hollow: filled with the sheet and stroked. */
  readonly body: 'solid' | 'hollow' | 'stroke';
  readonly width: number;
  /** How far from the node's border the line itself stops. */
  readonly stop: number;
}

const at = ([x, y]: Point, [ux, uy]: Point, back: number, side: number): string =>
  `${Math.round((x - ux * back - uy * side) * 10) / 10} ${Math.round((y - uy * back + ux * side) * 10) / 10}`;

/** Distance of an arrow's tip and of a bar from the node. */
const TIP = 1.5;
const BAR = 5;

/** The ending of a run that reaches a node's border with its last point; `scale` 1.25 on a lit route. */
export function endingShape(points: readonly Point[], ending: Ending, scale = 1): EndingShape {
  const end = points.at(-1) ?? [0, 0];
  const u = arrival(points);
  switch (ending) {
    case 'inhibits': {
      const half = 7.5 * scale;
      return { d: `M${at(end, u, BAR, -half)}L${at(end, u, BAR, half)}`, body: 'stroke', width: 3 * scale, stop: BAR };
    }
    case 'gain': {
      const r = 4.2 * scale;
      const centre = r + TIP;
      const arc = `A${r} ${r} 0 1 1`;
      const d = `M${at(end, u, centre + r, 0)}${arc} ${at(end, u, centre - r, 0)}${arc} ${at(end, u, centre + r, 0)}Z`;
      return { d, body: 'hollow', width: 1.5, stop: centre + r };
    }
    case 'activates':
    case 'moves': {
      const [length, half] = [9 * scale, 4.6 * scale];
      const d = `M${at(end, u, TIP, 0)}L${at(end, u, TIP + length, half)}L${at(end, u, TIP + length * 0.75, 0)}L${at(end, u, TIP + length, -half)}Z`;
      return { d, body: ending === 'moves' ? 'hollow' : 'solid', width: 1.2, stop: TIP + length * 0.75 };
    }
  }
}
