/** Meshes that need no field: balls, plates, tori, swept and turned profiles. */
import { merge, type Mesh } from './mesh';
import { cross, dot, length, subtract, times, unit, type Vec2, type Vec3 } from './vector';

const flatten = (list: readonly Vec3[]): Float64Array => Float64Array.from(list.flat());

/** An icosphere: 20 × 4^steps triangles. */
export function globe(radius: number, steps: number): Mesh {
  const t = (1 + Math.sqrt(5)) / 2;
  const corners: Vec3[] = (
    [
      [-1, t, 0],
      [1, t, 0],
      [-1, -t, 0],
      [1, -t, 0],
      [0, -1, t],
      [0, 1, t],
      [0, -1, -t],
      [0, 1, -t],
      [t, 0, -1],
      [t, 0, 1],
      [-t, 0, -1],
      [-t, 0, 1],
    ] as const
  ).map((v) => unit(v));
  let faces: [number, number, number][] =
    '0 11 5,0 5 1,0 1 7,0 7 10,0 10 11,1 5 9,5 11 4,11 10 2,10 7 6,7 1 8,3 9 4,3 4 2,3 2 6,3 6 8,3 8 9,4 9 5,2 4 11,6 2 10,8 6 7,9 8 1'
      .split(',')
      .map((face) => face.split(' ').map(Number) as [number, number, number]);
  for (let step = 0; step < steps; step++) {
    const halves = new Map<string, number>();
    const half = (a: number, b: number): number => {
      const key = a < b ? `${a} ${b}` : `${b} ${a}`;
      const known = halves.get(key);
      if (known !== undefined) return known;
      const [p, q] = [corners[a] ?? [0, 0, 0], corners[b] ?? [0, 0, 0]] as const;
      corners.push(unit([p[0] + q[0], p[1] + q[1], p[2] + q[2]]));
      halves.set(key, corners.length - 1);
      return corners.length - 1;
    };
    faces = faces.flatMap(([a, b, c]) => {
      const [ab, bc, ca] = [half(a, b), half(b, c), half(c, a)];
      return [
        [a, ab, ca],
        [b, bc, ab],
        [c, ca, bc],
        [ab, bc, ca],
      ] as [number, number, number][];
    });
  }
  return { positions: flatten(corners.map((v) => times(v, radius))), normals: flatten(corners), indices: Uint32Array.from(faces.flat()) };
}

/** The part of a ball that a viewer in front can see: `around` corners a ring, `rings` rings from the pole at +z to past the rim. */
export function cap(radius: number, around: number, rings: number): Mesh {
  const normals: Vec3[] = [];
  const indices: number[] = [];
  for (let j = 0; j <= rings; j++)
    for (let i = 0; i < around; i++) {
      const [polar, a] = [(j / rings) * 1.95, ((i + (j % 2) / 2) / around) * 2 * Math.PI];
      normals.push([Math.sin(polar) * Math.cos(a), Math.sin(polar) * Math.sin(a), Math.cos(polar)]);
      if (j === 0) continue;
      const at = (dj: number, di: number): number => (j + dj) * around + ((i + di) % around);
      indices.push(at(-1, 0), at(0, 0), at(0, 1));
      if (j > 1) indices.push(at(-1, 0), at(0, 1), at(-1, 1));
    }
  return facingNormals({
    positions: flatten(normals.map((v) => times(v, radius))),
    normals: flatten(normals),
    indices: Uint32Array.from(indices),
  });
}

/** Triangles of their own normal: facets stay flat in the toon ramp. Turned so that each looks away from the origin. */
export function facets(list: readonly (readonly [Vec3, Vec3, Vec3])[]): Mesh {
  const positions: Vec3[] = [];
  const normals: Vec3[] = [];
  for (const [a, b, c] of list) {
    const normal = unit(cross(subtract(b, a), subtract(c, a)));
    const out = dot(normal, a) >= 0;
    positions.push(a, ...(out ? [b, c] : [c, b]));
    for (let i = 0; i < 3; i++) normals.push(out ? normal : times(normal, -1));
  }
  return { positions: flatten(positions), normals: flatten(normals), indices: Uint32Array.from(positions.keys()) };
}

export function octahedron(radius: number): Mesh {
  const side = (axis: number, sign: number): Vec3 => [0, 1, 2].map((i) => (i === axis ? radius * sign : 0)) as unknown as Vec3;
  return facets([1, -1].flatMap((x) => [1, -1].flatMap((y) => [1, -1].map((z) => [side(0, x), side(1, y), side(2, z)] as const))));
}

/** A torus around the y axis. */
export function torus(radius: number, thickness: number, around: number, across: number): Mesh {
  const positions: Vec3[] = [];
  const normals: Vec3[] = [];
  const indices: number[] = [];
  for (let i = 0; i < around; i++)
    for (let j = 0; j < across; j++) {
      const [a, b] = [(i / around) * 2 * Math.PI, (j / across) * 2 * Math.PI];
      const normal: Vec3 = [Math.cos(a) * Math.cos(b), Math.sin(b), Math.sin(a) * Math.cos(b)];
      const r = radius + thickness * Math.cos(b);
      positions.push([Math.cos(a) * r, thickness * Math.sin(b), Math.sin(a) * r]);
      normals.push(normal);
      const at = (di: number, dj: number): number => ((i + di) % around) * across + ((j + dj) % across);
      indices.push(at(0, 0), at(0, 1), at(1, 1), at(0, 0), at(1, 1), at(1, 0));
    }
  return { positions: flatten(positions), normals: flatten(normals), indices: Uint32Array.from(indices) };
}

/** A flat polygon at depth z looking to the viewer. Corners in either order; the outline may not cross itself. */
export function plate(outline: readonly Vec2[], z: number): Mesh {
  const positions = outline.map(([x, y]): Vec3 => [x, y, z]);
  return {
    positions: flatten(positions),
    normals: flatten(outline.map((): Vec3 => [0, 0, 1])),
    indices: Uint32Array.from(clipEars(outline)),
  };
}

const area2 = (a: Vec2, b: Vec2, c: Vec2): number => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);

function clipEars(outline: readonly Vec2[]): number[] {
  const at = (i: number): Vec2 => outline[i] ?? [0, 0];
  let left = [...outline.keys()];
  const whole = left.reduce((sum, i) => sum + area2([0, 0], at(i), at((i + 1) % outline.length)), 0);
  if (whole < 0) left.reverse();
  const out: number[] = [];
  while (left.length > 2) {
    const n = left.length;
    const ear = left.findIndex((b, k) => {
      const [a, c] = [left[(k + n - 1) % n] ?? 0, left[(k + 1) % n] ?? 0];
      if (area2(at(a), at(b), at(c)) <= 0) return false;
      return !left.some(
        (p) =>
          p !== a &&
          p !== b &&
          p !== c &&
          area2(at(a), at(b), at(p)) >= 0 &&
          area2(at(b), at(c), at(p)) >= 0 &&
          area2(at(c), at(a), at(p)) >= 0,
      );
    });
    const k = Math.max(0, ear);
    out.push(left[(k + n - 1) % n] ?? 0, left[k] ?? 0, left[(k + 1) % n] ?? 0);
    left = left.filter((_, i) => i !== k);
  }
  return out;
}

/** Quads between two rows of equal length, each facing as `normal` says; joins that `skip` names stay open. */
export function band(
  one: readonly Vec3[],
  other: readonly Vec3[],
  normal: (i: number) => Vec3,
  skip: (i: number) => boolean = () => false,
): Mesh {
  const positions: Vec3[] = [];
  const normals: Vec3[] = [];
  const indices: number[] = [];
  const first = (i: number): Vec3 => one[i] ?? [0, 0, 0];
  const second = (i: number): Vec3 => other[i] ?? [0, 0, 0];
  for (let i = 0; i < one.length; i++) {
    positions.push(first(i), second(i));
    normals.push(normal(i), normal(i));
    if (i + 1 >= one.length || skip(i)) continue;
    const [a, b, c, d] = [2 * i, 2 * i + 1, 2 * i + 2, 2 * i + 3];
    const facing = cross(subtract(second(i), first(i)), subtract(first(i + 1), first(i)));
    if (length(facing) < 1e-9 || dot(facing, normal(i)) >= 0) indices.push(a, b, c, b, d, c);
    else indices.push(a, c, b, b, c, d);
  }
  return { positions: flatten(positions), normals: flatten(normals), indices: Uint32Array.from(indices) };
}

/**
 * A profile of [distance from the axis, height] turned about the y axis through the half behind z = 0, seen from the axis: the
 * wall of a cut vesicle or neck.
 */
export function hollow(profile: readonly Vec2[], steps: number): Mesh {
  const positions: Vec3[] = [];
  const normals: Vec3[] = [];
  const indices: number[] = [];
  profile.forEach(([r, y], j) => {
    const [p, q] = [profile[Math.max(0, j - 1)] ?? [r, y], profile[Math.min(profile.length - 1, j + 1)] ?? [r, y]];
    const along = unit([q[0] - p[0], q[1] - p[1], 0]);
    for (let i = 0; i <= steps; i++) {
      const a = (i / steps) * Math.PI;
      positions.push([r * Math.cos(a), y, -r * Math.sin(a)]);
      normals.push([-along[1] * Math.cos(a), along[0], along[1] * Math.sin(a)]);
      if (j === 0 || i === 0) continue;
      const at = (dj: number, di: number): number => (j + dj) * (steps + 1) + i + di;
      indices.push(at(-1, -1), at(0, 0), at(-1, 0), at(-1, -1), at(0, -1), at(0, 0));
    }
  });
  const mesh: Mesh = { positions: flatten(positions), normals: flatten(normals), indices: Uint32Array.from(indices) };
  return facingNormals(mesh);
}

/** The same mesh with every triangle turned to the side of its normals. */
export function facingNormals(mesh: Mesh): Mesh {
  const vec = (list: Float64Array, v: number): Vec3 => [list[v * 3] ?? 0, list[v * 3 + 1] ?? 0, list[v * 3 + 2] ?? 0];
  const indices = Uint32Array.from(mesh.indices);
  for (let i = 0; i < indices.length; i += 3) {
    const [a = 0, b = 0, c = 0] = indices.subarray(i, i + 3);
    const [p, q, r] = [a, b, c].map((v) => vec(mesh.positions, v)) as [Vec3, Vec3, Vec3];
    const normal = [a, b, c].map((v) => vec(mesh.normals, v)).reduce((sum, n) => [sum[0] + n[0], sum[1] + n[1], sum[2] + n[2]]);
    if (dot(cross(subtract(q, p), subtract(r, p)), normal) < 0) indices.set([a, c, b], i);
  }
  return { ...mesh, indices };
}

/** A ball with a tilted ring. */
export const ringedBall = (ball: number, ring: number, thickness: number): Mesh => merge([globe(ball, 1), torus(ring, thickness, 18, 5)]);
