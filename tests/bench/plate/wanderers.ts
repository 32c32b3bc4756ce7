import type { ActorTable } from '../../../src/views/plate3d/geometry';

/** Molecules that wander in the cleft, the same every time. `step` moves them. */
export function wanderers(count: number): { readonly table: ActorTable; readonly step: () => void } {
  let seed = 1;
  const random = (): number => (seed = (seed * 48271) % 2147483647) / 2147483647;
  const table: ActorTable = {
    mesh: 'glutamate',
    capacity: count,
    count,
    positions: new Float32Array(count * 3),
    scales: new Float32Array(count).fill(1),
    rotations: new Float32Array(count * 4),
    colour: 'fill-glutamate',
    ids: new Uint16Array(count),
  };
  for (let i = 0; i < count; i += 1) {
    table.positions.set([(random() - 0.5) * 150, 4 + random() * 18, -random() * 60], i * 3);
    table.rotations.set([random() - 0.5, random() - 0.5, random() - 0.5, random() - 0.5], i * 4);
  }
  return { table, step: () => table.positions.forEach((at, i) => (table.positions[i] = at + (random() - 0.5) * 0.8)) };
}
