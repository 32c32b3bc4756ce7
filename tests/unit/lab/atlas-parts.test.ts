import { describe, expect, it } from 'vitest';
import { MeshoptEncoder } from 'meshoptimizer';
import { deflateRawSync } from 'node:zlib';
import { array, assert, asyncProperty, integer, nat, property, tuple } from 'fast-check';
import { areaOf, blurred, contours, innermost, thinned } from '../../../src/design/atlas/contour';
import { decodeMeshes, encodeMeshes, type PackedMesh } from '../../../src/design/atlas/mesh-file';
import { latticeOver, rasterise } from '../../../src/design/atlas/raster';
import { axesOf, limitedOrbit, project } from '../../../src/design/atlas/views';
import { connected, distanceTo, gaussian, sampler } from '../../../src/lab/atlas/grid';
import { dropSmall, normalsOf, surfaceNets, taubin, volumeOf } from '../../../src/lab/atlas/nets';
import { packed } from '../../../src/lab/atlas/pack';
import { RULES, surfaceRegionOf } from '../../../src/lab/atlas/rules';
import { SURFACE_REGIONS } from '../../../src/model/atlas';

await MeshoptEncoder.ready;

const SIZE = [32, 32, 32] as const;
/** A ball of radius 10 around the middle, above 0 inside. */
const ball = Float32Array.from(
  { length: 32 ** 3 },
  (_, i) => 10 - Math.hypot((i % 32) - 16, (Math.floor(i / 32) % 32) - 16, Math.floor(i / 1024) - 16),
);

describe('lattices', () => {
  it('measure distances exactly and name the nearest', () => {
    const mask = new Uint8Array(8 * 8 * 8);
    const marks = [3 + 8 * (2 + 8 * 5), 6 + 8 * (6 + 8 * 1)];
    for (const i of marks) mask[i] = 1;
    const { squared, nearest } = distanceTo(mask, [8, 8, 8]);
    const place = (i: number): [number, number, number] => [i % 8, Math.floor(i / 8) % 8, Math.floor(i / 64)];
    for (let i = 0; i < mask.length; i++) {
      const [x, y, z] = place(i);
      const away = marks.map((m) => (place(m)[0] - x) ** 2 + (place(m)[1] - y) ** 2 + (place(m)[2] - z) ** 2);
      expect(squared[i]).toBe(Math.min(...away));
      expect(away[marks.indexOf(nearest[i] ?? -1)]).toBe(Math.min(...away));
    }
  });

  it('blur without losing anything inside, and read between voxels in straight lines', () => {
    const spike = new Float32Array(21 ** 3);
    spike[10 + 21 * (10 + 21 * 10)] = 1;
    expect(gaussian(spike, [21, 21, 21], 1.5).reduce((sum, v) => sum + v, 0)).toBeCloseTo(1, 4);
    const ramp = Float32Array.from({ length: 64 }, (_, i) => (i % 4) + 10 * (Math.floor(i / 4) % 4) + 100 * Math.floor(i / 16));
    const at = sampler(ramp, { size: [4, 4, 4], origin: [-1, -1, -1], step: 0.5 });
    expect(at(-0.75, -0.4, -0.9)).toBeCloseTo(0.5 + 12 + 20, 4);
    expect(at(9, 0, 0)).toBe(0);
  });

  it('keep the largest part, or those with a seed', () => {
    const mask = Uint8Array.from([1, 1, 0, 1, 1, 1, 0, 1]);
    expect([...connected(mask, [8, 1, 1])]).toEqual([0, 0, 0, 1, 1, 1, 0, 0]);
    expect([...connected(mask, [8, 1, 1], [0, 7])]).toEqual([1, 1, 0, 0, 0, 0, 0, 1]);
  });
});

describe('surfaces', () => {
  const raw = surfaceNets(ball, SIZE);
  it('of a ball have its volume, middle and outward normals', () => {
    const { volume, centroid } = volumeOf(raw);
    expect(Math.abs(volume) / ((4 / 3) * Math.PI * 1000)).toBeCloseTo(1, 1);
    for (const v of centroid) expect(v).toBeCloseTo(16, 1);
    const outward = volume > 0 ? 1 : -1;
    const normals = normalsOf(raw, 2);
    for (let v = 0; v < raw.positions.length; v += 3) {
      const radial = [0, 1, 2].map((axis) => ((raw.positions[v + axis] ?? 0) - 16) / 10);
      const along = radial.reduce((sum, r, axis) => sum + r * (normals[v + axis] ?? 0), 0);
      expect(along * outward).toBeGreaterThan(0.9);
    }
  });

  it('keep their volume when they are smoothed', () => {
    const smooth = volumeOf({ positions: taubin(raw, 14), indices: raw.indices }).volume;
    expect(smooth / volumeOf(raw).volume).toBeCloseTo(1, 1);
  });

  it('lose their crumbs', () => {
    const crumb = Uint32Array.from(
      [...raw.indices, 0, 1, 2].map((v, i) => (i >= raw.indices.length ? raw.positions.length / 3 + (i % 3) : v)),
    );
    const positions = new Float32Array(raw.positions.length + 9);
    positions.set(raw.positions);
    expect(dropSmall({ positions, indices: crumb }, 'largest').length).toBe(raw.indices.length);
  });
});

describe('the file of meshes', () => {
  const raw = surfaceNets(ball, SIZE);
  const normals = normalsOf(raw, 1);
  const count = raw.positions.length / 3;
  const mesh = packed({
    name: 'ball',
    positions: raw.positions,
    indices: raw.indices,
    normals,
    volume: 1,
    centroid: [0, 0, 0],
    data: {
      region: Uint8Array.from({ length: count }, (_, v) => v % 7),
      depth: Uint8Array.from({ length: count }, (_, v) => (v * 13) % 256),
      white: Uint8Array.from({ length: count }, (_, v) => (v * 29) % 256),
      cut: Uint8Array.from({ length: count }, (_, v) => (v % 2) * 255),
    },
  });
  const through = async (given: PackedMesh): Promise<PackedMesh> => {
    const file = encodeMeshes([given], (bytes) => deflateRawSync(bytes));
    const [back] = await decodeMeshes(Uint8Array.from(file));
    if (back === undefined) throw new Error('nothing came back');
    return back;
  };
  /** Triangles by their corners, whichever corner is named first. */
  const triangles = ({ indices }: PackedMesh): string[] =>
    Array.from({ length: indices.length / 3 }, (_, t) => {
      const corners = [...indices.subarray(3 * t, 3 * t + 3)];
      const least = corners.indexOf(Math.min(...corners));
      return [0, 1, 2].map((i) => corners[(least + i) % 3]).join(' ');
    });

  it('gives back every triangle, place, number and direction', async () => {
    const back = await through(mesh);
    expect(triangles(back)).toEqual(triangles(mesh));
    expect([...back.data]).toEqual([...mesh.data]);
    for (let i = 0; i < mesh.positions.length; i++)
      expect(Math.abs((back.positions[i] ?? 99) - (mesh.positions[i] ?? 0))).toBeLessThan(0.016);
    for (let v = 0; v < mesh.normals.length; v += 4) {
      const along = [0, 1, 2].reduce((sum, axis) => sum + ((back.normals[v + axis] ?? 0) * (mesh.normals[v + axis] ?? 0)) / 127 / 127, 0);
      expect(along).toBeGreaterThan(0.99);
    }
  });

  it('gives back any soup of triangles whose corners come in order of use', async () => {
    const soup = array(tuple(nat(40), nat(40), nat(40)), { minLength: 1, maxLength: 60 });
    await assert(
      asyncProperty(soup, async (faces) => {
        const order = new Map<number, number>();
        const whole = faces.filter(([a, b, c]) => a !== b && b !== c && a !== c);
        const indices = Uint32Array.from(whole.flat(), (v) => {
          if (!order.has(v)) order.set(v, order.size);
          return order.get(v) ?? 0;
        });
        const positions = Float32Array.from({ length: order.size * 3 }, (_, i) => ((i * 37) % 97) - 48);
        const given: PackedMesh = {
          name: 'soup',
          positions,
          indices,
          normals: Int8Array.from({ length: order.size * 4 }, (_, i) => (i % 4 === 2 ? 127 : 0)),
          data: new Uint8Array(order.size * 4),
        };
        const back = await through(given);
        expect(triangles(back)).toEqual(triangles(given));
        expect([...back.positions]).toEqual([...positions]);
      }),
      { numRuns: 60 },
    );
  });

  it('says when it is none', async () => {
    await expect(decodeMeshes(new Uint8Array(40))).rejects.toThrow('not a file of meshes');
  });
});

describe('outlines', () => {
  const lattice = latticeOver(40, 40, 2);
  const disc = Uint8Array.from({ length: lattice.width * lattice.height }, (_, i) =>
    Math.hypot((i % lattice.width) - 40, Math.floor(i / lattice.width) - 30) < 20 ? 1 : 0,
  );
  it('of a disc are one curve of its area, with the mark in its middle', () => {
    const loops = contours(blurred(disc, lattice, 1), lattice);
    expect(loops).toHaveLength(1);
    const area = Math.PI * 400;
    expect(areaOf(loops[0] ?? []) / area).toBeCloseTo(1, 1);
    const few = thinned(loops[0] ?? [], 0.3);
    expect(few.length).toBeLessThan((loops[0] ?? []).length / 2);
    expect(areaOf(few) / area).toBeCloseTo(1, 1);
    const [x, y] = innermost(disc, lattice) ?? [0, 0];
    expect(Math.hypot(x - 40, y - 30)).toBeLessThan(3);
  });

  it('have holes, and none for nothing', () => {
    const ring = disc.map((mark, i) => (Math.hypot((i % lattice.width) - 40, Math.floor(i / lattice.width) - 30) < 8 ? 0 : mark));
    expect(contours(blurred(ring, lattice, 1), lattice)).toHaveLength(2);
    expect(contours(new Float32Array(disc.length), lattice)).toEqual([]);
    expect(innermost(new Uint8Array(disc.length), lattice)).toBeNull();
  });

  it('see the nearer of two triangles and none from behind', () => {
    const sheet = (x: number, region: number, flip: boolean): PackedMesh => ({
      name: 'sheet',
      positions: Float32Array.from([x, -40, -20, x, 10, -20, x, -15, 40]),
      normals: new Int8Array(12),
      indices: Uint32Array.from(flip ? [0, 2, 1] : [0, 1, 2]),
      data: Uint8Array.from([region, 0, 0, 0, region, 0, 0, 0, region, 0, 0, 0]),
    });
    const axes = axesOf('midsagittal', { yaw: 0, pitch: 0 });
    const frame = latticeOver(100, 100, 1);
    const seen = rasterise([sheet(-20, 1, false), sheet(5, 2, false), sheet(20, 3, true)], axes, frame);
    expect(seen.region[54 * 100 + 50]).toBe(2);
    expect(seen.mesh[54 * 100 + 50]).toBe(2);
  });
});

describe('views', () => {
  it('turn right-handed and agree with the fixed ones', () => {
    const near = (a: readonly number[], b: readonly number[]): void => a.forEach((v, i) => expect(v).toBeCloseTo(b[i] ?? 9, 6));
    near(axesOf('orbit', { yaw: 0, pitch: 0 }).back, axesOf('lateral', { yaw: 0, pitch: 0 }).back);
    near(axesOf('orbit', { yaw: 0, pitch: 0 }).right, axesOf('lateral', { yaw: 0, pitch: 0 }).right);
    near(axesOf('orbit', { yaw: 90, pitch: 0 }).back, axesOf('frontal', { yaw: 0, pitch: 0 }).back);
    assert(
      property(integer({ min: -180, max: 180 }), integer({ min: -30, max: 60 }), (yaw, pitch) => {
        const { right, up, back } = axesOf('orbit', { yaw, pitch });
        const cross = [right[1] * up[2] - right[2] * up[1], right[2] * up[0] - right[0] * up[2], right[0] * up[1] - right[1] * up[0]];
        near(cross, back);
        expect(Math.hypot(...up)).toBeCloseTo(1, 6);
      }),
    );
  });

  it('stop at their limits and go round', () => {
    expect(limitedOrbit({ yaw: 190, pitch: 90 })).toEqual({ yaw: -170, pitch: 60 });
    expect(limitedOrbit({ yaw: -181, pitch: -90 })).toEqual({ yaw: 179, pitch: -30 });
  });

  it('put the left half of the brain where each view says', () => {
    const left = [-40, 0, 0] as const;
    expect(project(axesOf('frontal', { yaw: 0, pitch: 0 }), ...left)[0]).toBeGreaterThan(0);
    expect(project(axesOf('lateral', { yaw: 0, pitch: 0 }), ...left)[2]).toBeGreaterThan(0);
    expect(project(axesOf('midsagittal', { yaw: 0, pitch: 0 }), 0, 60, 0)[0]).toBeGreaterThan(0);
  });
});

describe('rules', () => {
  it('give each label of the surface to one region, on both sides alike', () => {
    for (const rule of RULES.filter(({ region }) => SURFACE_REGIONS.some((surface) => surface === region))) {
      for (const label of rule.labels) {
        const place = [20, 40, 20] as const;
        expect(surfaceRegionOf(label, -place[0], place[1], place[2])).toBe(surfaceRegionOf(label + 1, ...place));
      }
    }
    expect(SURFACE_REGIONS[surfaceRegionOf(31, -5, 30, -5) - 1]).toBe('subgenual-cingulate');
    expect(SURFACE_REGIONS[surfaceRegionOf(32, 5, 40, 10) - 1]).toBe('anterior-cingulate');
    expect(surfaceRegionOf(7, -30, 0, 40)).toBe(0);
    expect(surfaceRegionOf(95, -30, -60, -30)).toBe(0);
  });
});
