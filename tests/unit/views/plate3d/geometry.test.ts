import { describe, expect, it } from 'vitest';
import type { BufferGeometry } from 'three';
import { DOME, domeGeometry } from '../../../../src/views/plate3d/geometry';

type Corner = readonly [number, number, number];

function trianglesOf(geometry: BufferGeometry): (readonly [Corner, Corner, Corner])[] {
  const position = geometry.getAttribute('position');
  const corner = (index: number): Corner => [position.getX(index), position.getY(index), position.getZ(index)];
  const order = Array.from(geometry.getIndex()?.array ?? []);
  return Array.from({ length: order.length / 3 }, (_, i) => [
    corner(order[i * 3] ?? -1),
    corner(order[i * 3 + 1] ?? -1),
    corner(order[i * 3 + 2] ?? -1),
  ]);
}

describe.each([
  ['high', DOME.high, 24],
  ['low', DOME.low, 10],
] as const)('the dome of the %s tier', (_, { rim, crown }, triangles) => {
  const faces = trianglesOf(domeGeometry(rim, crown));

  it('has the triangles it is counted with', () => {
    expect(faces).toHaveLength(triangles);
  });

  it('lies on the unit sphere, so that its normals are its positions', () => {
    for (const corner of faces.flat()) expect(Math.hypot(...corner)).toBeCloseTo(1, 6);
  });

  it('is closed: each inner edge belongs to two faces, each rim edge to one', () => {
    const edges = new Map<string, number>();
    const name = (corner: Corner): string => corner.map((part) => part.toFixed(4)).join();
    for (const [a, b, c] of faces) {
      for (const [from, to] of [
        [a, b],
        [b, c],
        [c, a],
      ] as const) {
        const key = [name(from), name(to)].sort().join(' ');
        edges.set(key, (edges.get(key) ?? 0) + 1);
      }
    }
    expect([...edges.values()].filter((uses) => uses === 1)).toHaveLength(rim);
    expect([...edges.values()].every((uses) => uses === 1 || uses === 2)).toBe(true);
  });

  it('faces the viewer everywhere and covers the disc of its rim once', () => {
    const areas = faces.map(([a, b, c]) => ((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])) / 2);
    for (const area of areas) expect(area).toBeGreaterThan(0);
    const polygon = (rim / 2) * Math.sin((Math.PI * 2) / rim);
    expect(areas.reduce((sum, area) => sum + area, 0)).toBeCloseTo(polygon, 5);
  });
});
