/** The letters A and B on the edges of two compared routes: a free place on each edge. Pure. */
import type { RouteState } from '../../explorer/scene';
import { boxesMeet, type Box } from '../../model/layout';
import { boxAt, piecesOf } from './geometry';
import type { Plan } from './plan';

export interface Tag {
  readonly id: string;
  readonly text: string;
  readonly route: RouteState;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly size: number;
}

/** What a compared route writes on its edges. */
export const TAG_TEXT: Readonly<Partial<Record<RouteState, string>>> = { onlyA: 'A', onlyB: 'B', shared: 'A B' };

const SHARES = [0.5, 0.35, 0.65, 0.2, 0.8];

/** Tags in a comparison, at most one an edge; an edge without a free place goes without, its line style still tells. */
export function tagPlaces(plan: Plan): readonly Tag[] {
  const size = plan.detail.tag;
  const lines = [...plan.edges, ...plan.groupEdges].filter(({ edge }) => TAG_TEXT[edge.route] !== undefined);
  if (lines.length === 0) return [];
  const taken = [...drawnBoxes(plan)];
  const tags: Tag[] = [];
  for (const { edge, points } of lines) {
    const text = TAG_TEXT[edge.route] ?? '';
    const [height, width] = [size * 1.35, size * (text.length > 1 ? 2.1 : 1.35)];
    const spot = piecesOf(points)
      .flatMap(({ a, b, length }) =>
        length < width ? [] : SHARES.map((t) => boxAt(a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, width, height)),
      )
      .find((box) => taken.every((other) => !boxesMeet(box, other, 1)));
    if (spot === undefined) continue;
    taken.push(spot);
    tags.push({
      id: edge.id,
      text,
      route: edge.route,
      x: (spot.left + spot.right) / 2,
      y: (spot.top + spot.bottom) / 2,
      width,
      height,
      size,
    });
  }
  return tags;
}

/** What a tag may not cover. */
function drawnBoxes(plan: Plan): Box[] {
  return [
    ...plan.nodes.flatMap(({ body, plate }) => (plate === null ? [body] : [body, plate])),
    ...[...plan.badges.values()].map(({ x, y, width, height }) => boxAt(x, y, width, height)),
    ...plan.groups.map(({ box }) => box),
    ...plan.places.map(({ box }) => box),
    ...plan.pictures.map(({ box }) => box),
  ];
}
