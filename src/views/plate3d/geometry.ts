/** Turns baked meshes, batches and actor tables into instanced geometry. Typed arrays go to the card as they are. */
import { BufferAttribute, BufferGeometry, DynamicDrawUsage, InstancedBufferAttribute, InstancedBufferGeometry } from 'three';
import type { SceneBatch, SceneMesh } from '../../design/scene-format';

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
  /** Object of each instance; 0 cannot be picked. */
  readonly ids: Uint16Array;
}

/** Outline and fog of actors (ART-DIRECTION 7.3, 7.4). */
const ACTOR_OUTLINE = 255;
const ACTOR_FOG = 60;

/** A hemisphere that faces the viewer: 6 triangles at the crown, 18 at the rim. */
export function domeGeometry(): BufferGeometry {
  const positions: number[] = [0, 0, 1];
  const indices: number[] = [];
  const crown = Math.PI / 4;
  for (let i = 0; i < 6; i += 1) {
    const a = (i / 6) * Math.PI * 2;
    positions.push(Math.cos(a) * Math.sin(crown), Math.sin(a) * Math.sin(crown), Math.cos(crown));
  }
  for (let i = 0; i < 12; i += 1) {
    const a = (i / 12) * Math.PI * 2;
    positions.push(Math.cos(a), Math.sin(a), 0);
  }
  for (let i = 0; i < 6; i += 1) {
    const [here, next] = [1 + i, 1 + ((i + 1) % 6)];
    const [r0, r1, r2] = [7 + i * 2, 7 + i * 2 + 1, 7 + ((i * 2 + 2) % 12)];
    indices.push(0, here, next, here, r0, r1, here, r1, next, next, r1, r2);
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(positions), 3));
  geometry.setIndex(indices);
  return geometry;
}

export function meshGeometry(mesh: SceneMesh): BufferGeometry {
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(mesh.positions, 3));
  geometry.setAttribute('normal', new BufferAttribute(mesh.normals, 3));
  geometry.setIndex(new BufferAttribute(mesh.indices, 1));
  return geometry;
}

function instanced(base: BufferGeometry, count: number): InstancedBufferGeometry {
  const geometry = new InstancedBufferGeometry();
  geometry.index = base.index;
  for (const [name, attribute] of Object.entries(base.attributes)) geometry.setAttribute(name, attribute);
  geometry.instanceCount = count;
  return geometry;
}

export function batchGeometry(base: BufferGeometry, batch: SceneBatch): InstancedBufferGeometry {
  const geometry = instanced(base, batch.scales.length);
  const put = (name: string, array: Int16Array | Uint16Array | Int8Array | Uint8Array, size: number): void => {
    geometry.setAttribute(name, new InstancedBufferAttribute(array, size));
  };
  put('aPlace', batch.positions, 3);
  put('aScale', batch.scales, 1);
  if (batch.mesh !== 'sphere') put('aRotation', batch.rotations.length > 0 ? batch.rotations : new Int8Array(batch.scales.length * 4), 4);
  put('aColour', batch.colours, 1);
  put('aId', batch.ids, 1);
  put('aOutline', batch.outlines, 1);
  put('aFog', batch.fogs, 1);
  return geometry;
}

/** Geometry of an actor table; `refresh` sends what its owner rewrote. */
export function actorGeometry(
  base: BufferGeometry,
  table: ActorTable,
  colourIndex: number,
): { readonly geometry: InstancedBufferGeometry; readonly refresh: () => void } {
  const geometry = instanced(base, table.count);
  const moving = (name: string, array: Float32Array | Uint16Array, size: number): InstancedBufferAttribute => {
    const attribute = new InstancedBufferAttribute(array, size);
    attribute.setUsage(DynamicDrawUsage);
    geometry.setAttribute(name, attribute);
    return attribute;
  };
  const changing = [moving('aPlace', table.positions, 3), moving('aScale', table.scales, 1), moving('aId', table.ids, 1)];
  if (table.mesh !== 'sphere') {
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
      for (const attribute of changing) attribute.needsUpdate = true;
    },
  };
}
