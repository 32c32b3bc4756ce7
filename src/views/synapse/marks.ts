/** What of the picture is chosen or pointed at, and what is therefore dimmed (ART-DIRECTION 15). */
import { indexOfPart, kindOfPart, standsFor } from '../../explorer/plate-scene';
import type { Selection } from '../../explorer/state';
import type { Stage } from '../../model/schema';
import type { ObjectLook } from '../plate3d/looks';
import { stageKind, type SceneIndex } from './scene-index';

export interface Marks {
  /** Looks of all baked objects that are not plain. */
  readonly looks: readonly ObjectLook[];
  /** Kinds that are not dimmed; null while nothing is. */
  readonly lit: ReadonlySet<string> | null;
}

export const NO_MARKS: Marks = { looks: [], lit: null };

export interface MarkInputs {
  readonly selection: Selection;
  readonly stage: Stage;
  readonly index: SceneIndex | null;
  /** Object under the pointer. */
  readonly hovered: number | null;
  /** Kind that a list beside the picture points at. */
  readonly pointed: string | null;
}

/** The part of this picture that is selected: a kind ("nmda") or one of it ("nmda.3"); null for none of it. */
export function selectedPart(selection: Selection, stage: Stage): string | null {
  if (selection?.kind === 'entity') return stage.objects.find((object) => standsFor(object, selection.id))?.kind ?? null;
  if (selection?.kind !== 'part') return null;
  return stage.objects.some((object) => object.kind === kindOfPart(selection.id)) ? selection.id : null;
}

/** Selecting something, or pointing at it in a list, dims all the rest; the pointer on the picture only marks what it is on. */
export function marksOf({ selection, stage, index, hovered, pointed }: MarkInputs): Marks {
  if (index === null) return NO_MARKS;
  const part = selectedPart(selection, stage);
  const which = part === null ? null : indexOfPart(part);
  const chosenKind = part === null ? null : kindOfPart(part);
  const lit = chosenKind === null && pointed === null ? null : new Set([chosenKind, pointed].filter((kind) => kind !== null));
  const looks = index.objects.flatMap(({ id, kind, index: at }): readonly ObjectLook[] => {
    const name = stageKind(kind);
    if (name === chosenKind && (which === null || at === which)) return [{ id, look: 'selected' }];
    if (id === hovered || name === pointed) return [{ id, look: 'hover' }];
    return lit === null ? [] : [{ id, look: 'dimmed' }];
  });
  return { looks, lit };
}
