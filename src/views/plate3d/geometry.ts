/** Turns baked meshes, batches and actor tables into instanced geometry. Typed arrays go to the card as they are. */
import { BufferAttribute, BufferGeometry, DynamicDrawUsage, InstancedBufferAttribute, InstancedBufferGeometry } from 'three';
import type { SceneMesh } from '../../design/scene-format';

/** A table of moving things: instances of a baked mesh or of a sphere, rewritten by its owner. Lengths in nm. */
export interface ActorTable {
  readonly mesh: string;
  readonly capacity: number;
  count: number;
  /** xyz of each instance. */
  readonly positions: Float32Array;
  readonly scales: Float32Array;
  /** Quaternion xyzw of each instance; empty for none. */
  readonly rotations: Float32Array;
  /** Name of a colour token, such as "fill-glutamate". */
  readonly colour: string;
  /** Object of each instance, whose look it shares; 0 cannot be picked. */
  readonly ids: Uint16Array;
  /** Whether instances that stand on no object are mixed toward the ground, because something else is chosen. */
  dimmed?: boolean;
}

/** Outline and fog of actors (ART-DIRECTION 7.3, 7.4). */
const ACTOR_OUTLINE = 255;
const ACTOR_FOG = 60;

/**
 * A hemisphere that faces the viewer, as a fan of rings. `rim` segments at the silhouette, `crown` at half height; no crown gives a
 * cone, which is enough for a bead of a few pixels because its normals are a sphere's.
 */
export function domeGeometry(rim: number, crown: number): BufferGeometry {
  const positions: number[] = [0, 0, 1];
  const indices: number[] = [];
  const ring = (segments: number, height: number): void => {
    const radius = Math.sqrt(1 - height * height);
    for (let i = 0; i < segments; i += 1) {
      const a = (i / segments) * Math.PI * 2;
      positions.push(Math.cos(a) * radius, Math.sin(a) * radius, height);
    }
  };
  if (crown > 0) ring(crown, Math.SQRT1_2);
  ring(rim, 0);
  const inner = Math.max(1, crown === 0 ? rim : crown);
  const outerStart = 1 + inner;
  for (let i = 0; i < inner; i += 1) indices.push(0, 1 + i, 1 + ((i + 1) % inner));
  if (crown > 0) {
    // The rim has a whole number of segments for each one of the crown.
    const share = rim / crown;
    for (let i = 0; i < crown; i += 1) {
      const here = 1 + i;
      const next = 1 + ((i + 1) % crown);
      for (let k = 0; k < share; k += 1) {
        const at = i * share + k;
        indices.push(here, outerStart + at, outerStart + ((at + 1) % rim));
      }
      indices.push(here, outerStart + ((i * share + share) % rim), next);
    }
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(positions), 3));
  geometry.setIndex(indices);
  return geometry;
}

/** Domes of each tier: 20 triangles, and 10 for beads of a few pixels. */
export const DOME = { high: { rim: 12, crown: 4 }, low: { rim: 10, crown: 0 } } as const;

export function meshGeometry(mesh: SceneMesh): BufferGeometry {
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(mesh.positions, 3));
  geometry.setAttribute('normal', new BufferAttribute(mesh.normals, 3));
  geometry.setIndex(new BufferAttribute(mesh.indices, 1));
  return geometry;
}

/** An instanced geometry over a base whose vertices it shares. */
export function instanced(base: BufferGeometry, count: number): InstancedBufferGeometry {
  const geometry = new InstancedBufferGeometry();
  geometry.index = base.index;
  for (const [name, attribute] of Object.entries(base.attributes)) geometry.setAttribute(name, attribute);
  geometry.instanceCount = count;
  return geometry;
}

/** Geometry of an actor table; `refresh` sends what its owner rewrote. */
export function actorGeometry(
  base: BufferGeometry,
  table: ActorTable,
  colourIndex: number,
  turned: boolean,
): { readonly geometry: InstancedBufferGeometry; readonly refresh: () => void } {
  const geometry = instanced(base, table.count);
  const moving = (name: string, array: Float32Array | Uint16Array, size: number): InstancedBufferAttribute => {
    const attribute = new InstancedBufferAttribute(array, size);
    attribute.setUsage(DynamicDrawUsage);
    geometry.setAttribute(name, attribute);
    return attribute;
  };
  const changing = [moving('aPlace', table.positions, 3), moving('aScale', table.scales, 1), moving('aId', table.ids, 1)];
  if (turned) {
    const rotations = table.rotations.length > 0 ? table.rotations : new Float32Array(table.capacity * 4);
    changing.push(moving('aRotation', rotations, 4));
  }
  const same = (name: string, value: number): void => {
    geometry.setAttribute(name, new InstancedBufferAttribute(new Uint8Array(table.capacity).fill(value), 1));
  };
  same('aColour', colourIndex);
  same('aOutline', ACTOR_OUTLINE);
  same('aFog', ACTOR_FOG);
  return {
    geometry,
    refresh: () => {
      geometry.instanceCount = table.count;
      for (const attribute of changing) {
        attribute.clearUpdateRanges();
        attribute.addUpdateRange(0, table.count * attribute.itemSize);
        attribute.needsUpdate = table.count > 0;
      }
    },
  };
}
