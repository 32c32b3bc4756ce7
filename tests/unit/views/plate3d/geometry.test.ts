import { describe, expect, it } from 'vitest';
import { BufferAttribute, BufferGeometry, IcosahedronGeometry, type InterleavedBufferAttribute } from 'three';
import { clustered, coarse } from '../../../../src/views/plate3d/coarse';
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
  ['high', DOME.high, 20],
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

describe('coarser copies', () => {
  const full = new IcosahedronGeometry(640, 3);
  const ball = mergedVertices(full.getAttribute('position'));

  it('leaves a mesh alone that is small enough', () => {
    expect(coarse(ball, 640, 5000)).toBe(ball);
  });

  it('keeps to the number of triangles and to the shape', () => {
    const copy = coarse(ball, 640, 200);
    expect(copy).not.toBeNull();
    const faces = trianglesOf(copy ?? ball);
    expect(faces.length).toBeGreaterThan(20);
    expect(faces.length).toBeLessThanOrEqual(200);
    for (const corner of faces.flat()) {
      expect(Math.hypot(...corner)).toBeGreaterThan(450);
      expect(Math.hypot(...corner)).toBeLessThanOrEqual(641);
    }
  });

  it('has normals of unit length that point outward', () => {
    const copy = clustered(ball, 320);
    const [position, normal] = [copy.getAttribute('position'), copy.getAttribute('normal')];
    for (let i = 0; i < position.count; i += 1) {
      const outward = position.getX(i) * normal.getX(i) + position.getY(i) * normal.getY(i) + position.getZ(i) * normal.getZ(i);
      expect(outward).toBeGreaterThan(0);
      expect(Math.abs(Math.hypot(normal.getX(i), normal.getY(i), normal.getZ(i)) - 127)).toBeLessThan(2);
    }
  });

  it('gives nothing rather than too much', () => {
    expect(coarse(ball, 640, 3)).toBeNull();
  });
});

/** A mesh in the units of a baked one whose faces share their corners. */
function mergedVertices(position: BufferAttribute | InterleavedBufferAttribute): BufferGeometry {
  const found = new Map<string, number>();
  const places: number[] = [];
  const index = Array.from({ length: position.count }, (_, i) => {
    const place = [position.getX(i), position.getY(i), position.getZ(i)].map(Math.round);
    const known = found.get(place.join()) ?? places.push(...place) / 3 - 1;
    found.set(place.join(), known);
    return known;
  });
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(Int16Array.from(places), 3));
  geometry.setAttribute(
    'normal',
    new BufferAttribute(
      Int8Array.from(places, (part) => (part / 640) * 127),
      3,
    ),
  );
  geometry.setIndex(index);
  return geometry;
}
