/** The things of a baked scene by id and kind, read from the file that the drawing loads, for labels, lists and cards. */
import { useEffect, useState } from 'react';
import type { Scene3D, SceneObject } from '../../design/scene-format';
import type { Stage } from '../../model/schema';
import { AMPA, NMDA } from './bench-run';
import { loadScene } from '../plate3d/load';
import type { ObjectLook } from '../plate3d/looks';
import type { DrawnReceptor, DrawnReceptors } from './cursor';

export interface SceneIndex {
  readonly objects: readonly SceneObject[];
  readonly byId: ReadonlyMap<number, SceneObject>;
  /** Receptors of the drawing, in the order of the groups of a run. */
  readonly drawn: DrawnReceptors;
  /** Line ids of the glutamate in the fusing vesicle. */
  readonly fusingGlutamate: readonly number[];
  /** Line ids of the glutamate in the other vesicles, and in that one before it fuses. */
  readonly storedGlutamate: readonly number[];
  /** Line ids of the two drawings of the fusing vesicle with the membrane below it: closed, and open. */
  readonly vesicle: { readonly closed: readonly number[]; readonly open: readonly number[] };
}

/** Kinds of receptors in the order of the groups of a run. */
export const RECEPTOR_KINDS = [
  { kind: 'ampa', group: AMPA },
  { kind: 'nmda', group: NMDA },
] as const;

/** Before the scene is there nothing is drawn. */
export const NO_RECEPTORS: DrawnReceptors = RECEPTOR_KINDS.map(() => []);

export function sceneAddress(stage: Stage): string {
  return `./scenes/${stage.scene}.bin`;
}

/** The kind of the stage that an object of the scene belongs to: both astrocyte processes are one kind. */
export function stageKind(sceneKind: string): string {
  return sceneKind.startsWith('astrocyte') ? 'astrocyte' : sceneKind;
}

/** Batches of the baked scene that hold the glutamate of the fusing vesicle and of the others. */
const GLUTAMATE = { fusing: 'vesicle-glutamate:fusing', stored: ['vesicle-glutamate', 'resting:glutamate'] } as const;
/** Batches of the vesicle before it fuses, and those that stay when it does. */
const RESTING = /^resting:/;
const STAYING = /^(resting:|snares$|vesicle-proteins$)/;

export function indexScene({ objects, batches }: Pick<Scene3D, 'objects' | 'batches'>): SceneIndex {
  const drawn = RECEPTOR_KINDS.map(({ kind }) =>
    objects
      .filter((object) => object.kind === kind)
      .toSorted((a, b) => a.index - b.index)
      .map(({ id, index, anchor }): DrawnReceptor => ({ object: id, index, anchor })),
  );
  const linesOf = (wanted: (batch: string) => boolean): number[] => [
    ...new Set(batches.filter(({ name }) => wanted(name)).flatMap(({ ids }) => [...ids])),
  ];
  const fusing = new Set(objects.filter(({ kind }) => kind === 'fusingVesicle').flatMap(({ lineIds = [] }) => lineIds));
  return {
    objects,
    byId: new Map(objects.map((object) => [object.id, object])),
    drawn,
    fusingGlutamate: linesOf((name) => name === GLUTAMATE.fusing),
    storedGlutamate: linesOf((name) => GLUTAMATE.stored.some((stored) => stored === name)),
    vesicle: {
      closed: linesOf((name) => RESTING.test(name)),
      open: linesOf((name) => !STAYING.test(name)).filter((line) => fusing.has(line)),
    },
  };
}

/** Looks that leave out the drawing of the fusing vesicle that does not hold: the open one before it fuses, the closed one after. */
export function vesicleLooks({ vesicle }: Pick<SceneIndex, 'vesicle'>, fused: boolean): readonly ObjectLook[] {
  return (fused ? vesicle.closed : vesicle.open).map((id) => ({ id, hidden: true }));
}

const known = new Map<string, SceneIndex>();

/** The index of a stage's scene; null until it is there, and for ever where it cannot be fetched. */
export function useSceneIndex(stage: Stage | undefined): SceneIndex | null {
  const address = stage === undefined ? null : sceneAddress(stage);
  const [, arrived] = useState(0);
  useEffect(() => {
    if (address === null || known.has(address)) return undefined;
    let live = true;
    loadScene(address)
      .then((scene) => {
        known.set(address, indexScene(scene));
        if (live) arrived((count) => count + 1);
      })
      // Without the drawing there is nothing to name in it; the simulation goes on.
      .catch(() => undefined);
    return () => {
      live = false;
    };
  }, [address]);
  return address === null ? null : (known.get(address) ?? null);
}
