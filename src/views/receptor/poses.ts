/**
 * Which parts of the baked scene are there: the scene holds three receptors in one place, and what moves in several poses of which one
 * is drawn at a time. Pure.
 */
import type { SceneObject } from '../../design/scene-format';
import type { ObjectLook } from '../plate3d/looks';
import type { ReceptorKind } from './anatomy';
import type { Shown } from './drawing';

/** A kind of the baked scene: "ampa:lbd:2" is the AMPA receptor's binding domain in its third pose; surroundings are of no receptor. */
export interface PartName {
  readonly receptor: string | null;
  readonly part: string;
  readonly pose: number | null;
}

export function partName(kind: string): PartName {
  const [first = '', part, pose] = kind.split(':');
  return part === undefined
    ? { receptor: null, part: first, pose: null }
    : { receptor: first, part, pose: pose === undefined ? null : Number(pose) };
}

/** The kind under which the pack lists a part of the baked scene: bare for the NMDA receptor and the surroundings. */
export function listedKind(kind: string): string {
  const { receptor, part } = partName(kind);
  return receptor === null || receptor === 'nmda' ? part : `${receptor}.${part}`;
}

/**
 * Pose of a receptor's moving domains. The NMDA receptor's clamshells tighten as the gate opens; the AMPA receptor's close on glutamate
 * and then pull the gate; the flytraps of the metabotropic receptor close on glutamate.
 */
export function poseOf(kind: ReceptorKind, { gateOpen, glutamate }: Pick<Shown, 'gateOpen' | 'glutamate'>): number {
  switch (kind) {
    case 'nmda':
      return gateOpen ? 2 : 0;
    case 'ampa':
      return gateOpen ? 3 : glutamate ? 1 : 0;
    case 'mglur':
      return glutamate ? 2 : 0;
  }
}

/** Radians that the gate helices swing outward when the gate is open. */
export const SWING = -0.17;

/** How far the gate has swung when the domains that pull it stand in a pose. */
export function swingOf(kind: ReceptorKind, pose: number): number {
  const way = { nmda: [0, 0.5, 1], ampa: [0, 0, 0.5, 1], mglur: [] } as const;
  return SWING * (way[kind][pose] ?? 0);
}

interface Looked {
  readonly kind: ReceptorKind;
  readonly pose: number;
  readonly selected: string | null;
  readonly hovered: number | null;
}

/** The looks of all objects that are not plain. The scaffold that is drawn holds no metabotropic receptor. */
export function looksOf(objects: readonly SceneObject[], { kind, pose, selected, hovered }: Looked): readonly ObjectLook[] {
  const tilt = swingOf(kind, pose);
  return objects
    .map((object): ObjectLook => {
      const name = partName(object.kind);
      const others = name.receptor !== null && name.receptor !== kind;
      const hidden = others || (name.pose !== null && name.pose !== pose) || (kind === 'mglur' && name.part === 'psd95');
      const look = listedKind(object.kind) === selected ? 'selected' : object.id === hovered ? 'hover' : 'plain';
      return { id: object.id, look, ...(hidden ? { hidden } : {}), ...(name.part === 'gate' && tilt !== 0 ? { tilt } : {}) };
    })
    .filter(({ look, tilt: turned, hidden }) => look !== 'plain' || turned !== undefined || hidden === true);
}
