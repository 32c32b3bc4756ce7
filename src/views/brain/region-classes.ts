/** Four colours for the map of regions: no two regions that meet in a triangle share one, so that a shader can tell them apart. */
import type { PackedMesh } from '../../design/atlas/mesh-file';

const CLASSES = 4;

/** The class of each region number up to `slots`, from 0; -1 for number 0. Regions that cannot be told apart get the least bad class. */
export function regionClasses(meshes: readonly PackedMesh[], slots: number): Int8Array {
  const meets = Array.from({ length: slots }, () => new Set<number>());
  for (const { indices, data } of meshes) {
    for (let t = 0; t < indices.length; t += 3) {
      const names = [0, 1, 2].map((corner) => data[4 * (indices[t + corner] ?? 0)] ?? 0);
      for (const a of names) for (const b of names) if (a !== b && a > 0 && b > 0) meets[a]?.add(b);
    }
  }
  const classes = new Int8Array(slots).fill(-1);
  const order = meets
    .map((_, i) => i)
    .filter((i) => i > 0)
    .sort((a, b) => (meets[b]?.size ?? 0) - (meets[a]?.size ?? 0) || a - b);
  const place = (at: number): boolean => {
    const region = order[at];
    if (region === undefined) return true;
    for (let own = 0; own < CLASSES; own++) {
      if ([...(meets[region] ?? [])].some((other) => classes[other] === own)) continue;
      classes[region] = own;
      if (place(at + 1)) return true;
    }
    classes[region] = -1;
    return false;
  };
  if (!place(0)) order.forEach((region, i) => (classes[region] = i % CLASSES));
  return classes;
}
