/** Marks, without drawing anything, the receptor that opens into the receptor level: the selected one, else the one nearest the middle. */
import type { ReactNode } from 'react';
import { indexOfPart, kindOfPart } from '../../explorer/plate-scene';
import type { ReceptorShown } from '../../explorer/state';
import { projector, type Frame, type PlateView } from '../plate3d/camera';
import type { SceneIndex } from './scene-index';
import css from './stage.module.css';

/** Reach of a drawn receptor beside its pore, above its middle in the membrane and below, nm. */
const REACH = { beside: 10, above: 27, below: 9 } as const;

interface Props {
  readonly index: SceneIndex;
  readonly kind: ReceptorShown;
  /** The selected part of the picture. */
  readonly part: string | null;
  readonly view: PlateView;
  readonly size: Frame;
}

export function Door({ index, kind, part, view, size }: Props): ReactNode {
  const all = index.objects.filter((object) => object.kind === kind);
  const chosen = part !== null && kindOfPart(part) === kind ? all.find((object) => object.index === indexOfPart(part)) : undefined;
  // Those at the cut come first, since they are seen whole.
  const nearest = all.toSorted(
    (a, b) => Math.round((b.anchor[2] - a.anchor[2]) / 8) || Math.abs(a.anchor[0] - view.x) - Math.abs(b.anchor[0] - view.x),
  )[0];
  const receptor = chosen ?? nearest;
  if (receptor === undefined || size.width === 0) return null;
  const [x, y, z] = receptor.anchor;
  const project = projector(view, size);
  const [left, top] = project([x - REACH.beside, y + REACH.above, z]);
  const [right, bottom] = project([x + REACH.beside, y - REACH.below, z]);
  return <span className={css['door']} data-enters="receptor" style={{ left, top, width: right - left, height: bottom - top }} />;
}
