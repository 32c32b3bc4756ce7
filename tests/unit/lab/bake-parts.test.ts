import { describe, expect, it } from 'vitest';
import { encodeScene } from '../../../src/design/scene-format';
import { helix, strand } from '../../../src/lab/bake/beads';
import { SceneBuilder } from '../../../src/lab/bake/builder';
import { ball, ellipsoid } from '../../../src/lab/bake/field';
import { corner, reach, triangles, type Mesh } from '../../../src/lab/bake/mesh';
import { distanceTo, inside, offset, spline, steps } from '../../../src/lab/bake/outline';
import { crowdBody } from '../../../src/lab/bake/proteins';
import { globe, octahedron, plate } from '../../../src/lab/bake/solids';
import { meshOf } from '../../../src/lab/bake/surface-nets';
import { pack, type Place } from '../../../src/lab/bake/synapse/crowd';
import { fromEuler, fromUp, rotate, type Vec2, type Vec3 } from '../../../src/lab/bake/vector';

const volume = (mesh: Mesh): number => {
  let six = 0;
  for (let i = 0; i < mesh.indices.length; i += 3) {
    const [a, b, c] = [0, 1, 2].map((k) => corner(mesh, mesh.indices[i + k] ?? 0)) as [Vec3, Vec3, Vec3];
    six += a[0] * (b[1] * c[2] - b[2] * c[1]) + a[1] * (b[2] * c[0] - b[0] * c[2]) + a[2] * (b[0] * c[1] - b[1] * c[0]);
  }
  return six / 6;
};

/** Edges that are not shared by exactly two triangles in opposite directions. */
const openEdges = ({ indices }: Mesh): number => {
  const seen = new Map<string, number>();
  for (let i = 0; i < indices.length; i += 3)
    for (let k = 0; k < 3; k++) {
      const key = `${indices[i + k]} ${indices[i + ((k + 1) % 3)]}`;
      seen.set(key, (seen.get(key) ?? 0) + 1);
    }
  return [...seen].filter(([key, n]) => n !== 1 || seen.get(key.split(' ').toReversed().join(' ')) !== 1).length;
};

describe('meshes of fields', () => {
  const field = (x: number, y: number, z: number): number => ellipsoid(x, y, z, [0.2, 0, 0], [2, 1.5, 1]);

  it('keeps the volume of an ellipsoid when it is simplified, closed and facing outward', () => {
    const exact = (4 / 3) * Math.PI * 2 * 1.5;
    for (const most of [2000, 300, 120]) {
      const mesh = meshOf(field, [-2.4, -2, -1.5], [2.8, 2, 1.5], 0.12, most);
      expect(triangles(mesh)).toBeLessThanOrEqual(most);
      expect(openEdges(mesh)).toBe(0);
      expect(volume(mesh) / exact).toBeGreaterThan(0.93);
      expect(volume(mesh) / exact).toBeLessThan(1.05);
    }
  });

  it('has unit normals away from the middle', () => {
    const mesh = meshOf((x, y, z) => ball(x, y, z, [0, 0, 0], 1), [-1.4, -1.4, -1.4], [1.4, 1.4, 1.4], 0.15, 200);
    for (let v = 0; v < mesh.positions.length / 3; v++) {
      const [p, n] = [corner(mesh, v), corner({ ...mesh, positions: mesh.normals }, v)];
      expect(Math.hypot(...n)).toBeCloseTo(1, 6);
      expect((p[0] * n[0] + p[1] * n[1] + p[2] * n[2]) / Math.hypot(...p)).toBeGreaterThan(0.99);
    }
  });

  it('makes bodies of the crowd that reach 1 and are the same each time', () => {
    const [one, again] = [crowdBody(107, 84), crowdBody(107, 84)];
    expect(reach(one)).toBeCloseTo(1, 9);
    expect(triangles(one)).toBeLessThanOrEqual(84);
    expect(again).toEqual(one);
  });
});

describe('solids', () => {
  it('are closed and face outward', () => {
    for (const mesh of [globe(2, 2), helix(5, 0.56)]) expect(volume(mesh)).toBeGreaterThan(0);
    expect(volume(globe(1, 3))).toBeCloseTo((4 / 3) * Math.PI, 1);
    expect(volume(octahedron(1))).toBeCloseTo(4 / 3, 9);
  });

  it('fills a bent outline with its exact area', () => {
    const bent: readonly Vec2[] = [
      [0, 0],
      [4, 0],
      [4, 1],
      [1, 1],
      [1, 3],
      [4, 3],
      [4, 4],
      [0, 4],
    ];
    for (const outline of [bent, bent.toReversed()]) {
      const mesh = plate(outline, 0);
      let area = 0;
      for (let i = 0; i < mesh.indices.length; i += 3) {
        const [a, b, c] = [0, 1, 2].map((k) => corner(mesh, mesh.indices[i + k] ?? 0)) as [Vec3, Vec3, Vec3];
        const part = ((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])) / 2;
        expect(part).toBeGreaterThanOrEqual(0);
        area += part;
      }
      expect(area).toBeCloseTo(10, 9);
    }
  });
});

describe('curves', () => {
  it('walk in even steps and keep their distance when moved aside', () => {
    const line = spline([
      [0, 0],
      [40, 30],
      [90, 10],
    ]);
    const walk = steps(line, 2);
    for (let i = 1; i < walk.length; i++) expect((walk[i]?.s ?? 0) - (walk[i - 1]?.s ?? 0)).toBeCloseTo(2, 9);
    for (const [x, y] of offset(line, () => 3)) expect(Math.abs(distanceTo(line, x, y) - 3)).toBeLessThan(0.15);
  });

  it('tell inside from outside', () => {
    const square: readonly Vec2[] = [
      [0, 0],
      [2, 0],
      [2, 2],
      [0, 2],
    ];
    expect([inside(square, 1, 1), inside(square, 3, 1), inside(square, 1, -0.1)]).toEqual([true, false, false]);
  });

  it('lead a strand from end to end in even gaps', () => {
    const beads = strand(
      [
        [0, 0, 0],
        [3, 0, 0],
        [3, 4, 0],
      ],
      0.5,
    );
    expect(beads[0]).toEqual([0, 0, 0]);
    expect(Math.hypot((beads.at(-1)?.[0] ?? 0) - 3, (beads.at(-1)?.[1] ?? 0) - 4)).toBeLessThan(0.01);
    for (let i = 1; i < beads.length; i++) {
      const [a, b] = [beads[i - 1] ?? [0, 0, 0], beads[i] ?? [0, 0, 0]];
      expect(Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])).toBeGreaterThan(0.4);
      expect(Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])).toBeLessThan(0.55);
    }
  });
});

describe('turns', () => {
  it('bring y where they are told, and keep lengths', () => {
    for (const aim of [
      [1, 0, 0],
      [0, -1, 0],
      [0.6, 0, -0.8],
      [0, 1, 0],
    ] as const)
      rotate(fromUp(aim), [0, 1, 0]).forEach((value, i) => expect(value).toBeCloseTo(aim[i] ?? 0, 5));
    expect(Math.hypot(...rotate(fromEuler(0.3, 1, -2), [1, 2, 3]))).toBeCloseTo(Math.hypot(1, 2, 3), 9);
  });
});

describe('packing', () => {
  const polygon: readonly Vec2[] = [
    [0, 0],
    [60, 0],
    [60, 60],
    [0, 60],
  ];
  const place: Place = {
    name: 'box',
    object: 1,
    polygon,
    wall: [...polygon, [0, 0]],
    margin: 4,
    box: [0, 0, 60, 60],
    count: 200,
    radii: [2, 5],
    ground: 'ground-spine',
    colours: ['crowd-spine-1'],
    avoid: (x, y) => Math.hypot(x - 30, y - 30) < 10,
    seed: 5,
  };

  it('is the same for the same seed and another for another', () => {
    expect(pack(place)).toEqual(pack(place));
    expect(pack({ ...place, seed: 6 })).not.toEqual(pack(place));
  });

  it('lets no two bodies overlap by more than 8 % and leaves what it is told to avoid', () => {
    const bodies = pack(place);
    expect(bodies.length).toBeGreaterThan(100);
    bodies.forEach((one, i) => {
      expect(Math.hypot(one.at[0] - 30, one.at[1] - 30)).toBeGreaterThanOrEqual(10);
      expect(distanceTo(place.wall, one.at[0], one.at[1])).toBeGreaterThanOrEqual(one.r + 4);
      for (const other of bodies.slice(0, i))
        expect(Math.hypot(...one.at.map((value, axis) => value - (other.at[axis] ?? 0)))).toBeGreaterThanOrEqual((one.r + other.r) * 0.92);
    });
  });
});

describe('the scene builder', () => {
  const item = (id: number, x = 0) => ({ at: [x, 0, 0] as const, scale: 1, colour: 'ink', outline: 1, fog: 0, id });
  const look = { mesh: 'sphere', detail: 'plate', ground: 'paper' } as const;

  it('knows the pieces of each object, and writes the same bytes twice', () => {
    const make = (): Uint8Array => {
      const builder = new SceneBuilder('small');
      const [a, b] = [builder.object('nmda', [0, 1, 2.3456]), builder.object('nmda', [0, 0, 0])];
      builder.batch('one', look, [item(builder.line(a)), item(builder.line(a)), item(builder.line(b)), item(builder.line(a))]);
      const scene = builder.build();
      expect(scene.objects).toEqual([
        { id: 1, kind: 'nmda', index: 0, anchor: [0, 1, 2.35], lineIds: [512, 513, 515] },
        { id: 2, kind: 'nmda', index: 1, anchor: [0, 0, 0], lineIds: [514] },
      ]);
      return encodeScene(scene);
    };
    expect(make()).toEqual(make());
  });

  it('refuses what the integers of the format cannot hold', () => {
    const builder = new SceneBuilder('small');
    const line = builder.line(builder.object('nmda', [0, 0, 0]));
    expect(() => builder.batch('far', look, [item(line, 513)])).toThrow(RangeError);
    expect(() => builder.batch('big', look, [{ ...item(line), scale: 65 }])).toThrow(RangeError);
    expect(() => builder.batch('none', { ...look, mesh: 'nothing' }, [item(line)])).toThrow(RangeError);
    expect(() => builder.line(7)).toThrow(RangeError);
    builder.mesh('ball', globe(1, 1));
    expect(() => builder.mesh('ball', globe(1, 1))).toThrow(RangeError);
  });
});
