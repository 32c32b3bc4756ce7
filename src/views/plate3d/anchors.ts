/** Where labels point, for a live picture and for a still alike. */
import type { Scene3D } from '../../design/scene-format';
import { projector, type Frame, type PlateView, type Point } from './camera';

/** Points in CSS pixels of the frame, under "object:ID" and "anchor:NAME". */
export type Anchors = ReadonlyMap<string, Point>;

export function anchorsOf(scene: Scene3D, view: PlateView, frame: Frame): Anchors {
  const project = projector(view, frame);
  return new Map([
    ...scene.objects.map(({ id, anchor }) => [`object:${id}`, project(anchor)] as const),
    ...Object.entries(scene.anchors).map(([name, place]) => [`anchor:${name}`, project(place)] as const),
  ]);
}
