/** Instanced batches of a baked scene of which only those that can be seen are sent to the card. */
import { type BufferGeometry, DynamicDrawUsage, InstancedBufferAttribute, type InstancedBufferGeometry } from 'three';
import { STEPS_PER_NM, STEPS_PER_SCALE, type SceneBatch } from '../../design/scene-format';
import { instanced } from './geometry';
import { NOWHERE, union, type Region, type Sight } from './region';

/** Batches smaller than this are always drawn whole. */
const WORTH_SORTING = 8;

type Table = Int16Array | Uint16Array | Int8Array | Uint8Array;

interface Column {
  readonly source: Table;
  readonly size: number;
  readonly attribute: InstancedBufferAttribute;
}

/** Largest distance of a baked mesh's vertices from its origin at scale 1, nm. */
export function reachOf(base: BufferGeometry): number {
  const { array } = base.attributes['position'] ?? { array: [] };
  let most = 0;
  for (let at = 0; at + 2 < array.length; at += 3) {
    most = Math.max(most, Math.hypot(array[at] ?? 0, array[at + 1] ?? 0, array[at + 2] ?? 0));
  }
  return most / STEPS_PER_NM;
}

export class InstanceSet {
  readonly geometry: InstancedBufferGeometry;
  private readonly columns: Column[] = [];
  private readonly sorted: boolean;
  /** How far an instance of scale 1 reaches, nm. */
  private readonly reach: number;

  constructor(
    base: BufferGeometry,
    private readonly batch: SceneBatch,
  ) {
    const count = batch.scales.length;
    this.sorted = count >= WORTH_SORTING;
    this.reach = (batch.mesh === 'sphere' ? 1 : reachOf(base)) / STEPS_PER_SCALE;
    this.geometry = instanced(base, count);
    const put = (name: string, source: Table, size: number): void => {
      const attribute = new InstancedBufferAttribute(this.sorted ? source.slice() : source, size);
      if (this.sorted) attribute.setUsage(DynamicDrawUsage);
      this.geometry.setAttribute(name, attribute);
      this.columns.push({ source, size, attribute });
    };
    put('aPlace', batch.positions, 3);
    put('aScale', batch.scales, 1);
    if (batch.mesh !== 'sphere') put('aRotation', batch.rotations.length > 0 ? batch.rotations : new Int8Array(count * 4), 4);
    put('aColour', batch.colours, 1);
    put('aId', batch.ids, 1);
    put('aOutline', batch.outlines, 1);
    put('aFog', batch.fogs, 1);
  }

  private sight(of: Sight, index: number): void {
    const { positions, scales } = this.batch;
    const at = index * 3;
    of.look(
      (positions[at] ?? 0) / STEPS_PER_NM,
      (positions[at + 1] ?? 0) / STEPS_PER_NM,
      (positions[at + 2] ?? 0) / STEPS_PER_NM,
      (scales[index] ?? 0) * this.reach,
    );
  }

  /** Keeps only the instances that may touch a region of the picture. */
  select(sight: Sight, region: Region): void {
    if (!this.sorted) return;
    const count = this.batch.scales.length;
    const before = this.geometry.instanceCount;
    let kept = 0;
    for (let index = 0; index < count; index += 1) {
      this.sight(sight, index);
      if (!sight.touches(region)) continue;
      for (const { source, size, attribute } of this.columns) {
        for (let part = 0; part < size; part += 1) attribute.array[kept * size + part] = source[index * size + part] ?? 0;
      }
      kept += 1;
    }
    this.geometry.instanceCount = kept;
    if (kept === count && before === count) return;
    for (const { attribute, size } of this.columns) {
      attribute.clearUpdateRanges();
      attribute.addUpdateRange(0, kept * size);
      attribute.needsUpdate = true;
    }
  }

  /** Where the instances of some lines fall. */
  regionOf(sight: Sight, lines: ReadonlySet<number>): Region {
    let found = NOWHERE;
    this.batch.ids.forEach((id, index) => {
      if (!lines.has(id)) return;
      this.sight(sight, index);
      found = union(found, sight.region());
    });
    return found;
  }

  /** Triangles of one drawing. */
  triangles(): number {
    return ((this.geometry.index?.count ?? 0) / 3) * this.geometry.instanceCount;
  }
}
