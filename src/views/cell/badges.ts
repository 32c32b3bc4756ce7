/** Step numbers of a lit route, each in a badge on the border of its node, at the first corner that is free. Pure. */
import type { Box } from '../../model/layout';
import { boxesMeet } from '../../model/layout';
import type { Point } from '../../model/schema';
import { textWidth } from '../../design/text-width';
import type { Detail } from './detail';
import { boxAt } from './geometry';
import type { NodePlan } from './plan';

export interface Badge {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly text: string;
}

/** Where a badge may sit: a pill's corners, and beside the outer half of a membrane protein. */
function spots({ node, body }: NodePlan, width: number, height: number): Point[] {
  const { place } = node;
  if (place.form !== 'membrane') {
    return [
      [body.right - 2, body.top],
      [body.right - 2, body.bottom],
      [body.left + 2, body.bottom],
      [body.left + 2, body.top],
    ];
  }
  if (place.facing === 'left' || place.facing === 'right') {
    const x = (body.left + body.right) / 2;
    return [
      [x, body.top - height / 2 + 3],
      [x, body.bottom + height / 2 - 3],
    ];
  }
  const y = place.facing === 'down' ? body.bottom - height * 0.8 : body.top + height * 0.8;
  return [
    [body.left - width / 2 + 5, y],
    [body.right + width / 2 - 5, y],
  ];
}

/** A badge for every node with steps. Where every corner is taken the first one is used: a number is never left out. */
export function badgesOf(nodes: readonly NodePlan[], detail: Detail): ReadonlyMap<string, Badge> {
  const badges = new Map<string, Badge>();
  const size = detail.step;
  if (size === 0) return badges;
  const laid: Box[] = [];
  for (const plan of nodes) {
    if (plan.node.steps.length === 0) continue;
    const text = plan.node.steps.join(', ');
    const height = size * 1.5;
    const width = Math.max(height, textWidth(text, size, 'strong') + size * 0.75);
    const others = nodes.flatMap((other) => (other === plan ? [] : other.plate === null ? [other.body] : [other.body, other.plate]));
    const places = spots(plan, width, height);
    const free = places.find(([x, y]) => [...others, ...laid].every((box) => !boxesMeet(boxAt(x, y, width, height), box)));
    const [x, y] = free ?? places[0] ?? [plan.body.right, plan.body.top];
    laid.push(boxAt(x, y, width, height));
    badges.set(plan.node.id, { x, y, width, height, text });
  }
  return badges;
}
