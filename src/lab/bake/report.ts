/** What a baked scene costs. */
import { gzipSync } from 'node:zlib';
import type { Scene3D, SceneBatch } from '../../design/scene-format';

/** Triangles of the dome that a sphere is drawn as. */
export const DOME = 24;

export interface Report {
  readonly bytes: number;
  readonly compressed: number;
  readonly triangles: { readonly high: number; readonly low: number };
  readonly batches: number;
  readonly instances: number;
  readonly objects: Readonly<Record<string, number>>;
}

export function reportOf(scene: Scene3D, file: Uint8Array): Report {
  const own = new Map(scene.meshes.map((mesh) => [mesh.name, mesh.indices.length / 3]));
  const triangles = (batch: SceneBatch): number => (batch.mesh === 'sphere' ? DOME : (own.get(batch.mesh) ?? 0)) * batch.scales.length;
  const sum = (batches: readonly SceneBatch[]): number => batches.reduce((total, batch) => total + triangles(batch), 0);
  const objects: Record<string, number> = {};
  for (const { kind } of scene.objects) objects[kind] = (objects[kind] ?? 0) + 1;
  return {
    bytes: file.length,
    compressed: gzipSync(file, { level: 9 }).length,
    triangles: { high: sum(scene.batches), low: sum(scene.batches.filter(({ highTierOnly }) => !highTierOnly)) },
    batches: scene.batches.length,
    instances: scene.batches.reduce((total, batch) => total + batch.scales.length, 0),
    objects,
  };
}

const thousands = (n: number): string => n.toLocaleString('en-GB');

export function reportText(name: string, { bytes, compressed, triangles, batches, instances, objects }: Report): string {
  return [
    `${name}: ${thousands(bytes)} bytes, ${thousands(compressed)} compressed`,
    `  triangles: ${thousands(triangles.high)} on the high tier, ${thousands(triangles.low)} on the low tier`,
    `  ${batches} batches, ${thousands(instances)} instances`,
    `  objects: ${Object.entries(objects)
      .map(([kind, count]) => `${count} ${kind}`)
      .join(', ')}`,
  ].join('\n');
}
