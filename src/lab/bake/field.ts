/** Signed distances (negative inside) in nm, and how they are joined. */
import type { Vec3 } from './vector';

export type Field = (x: number, y: number, z: number) => number;

/** Smooth union: the two surfaces flow into each other within `k`. */
export function joined(a: number, b: number, k: number): number {
  const h = Math.max(k - Math.abs(a - b), 0) / k;
  return Math.min(a, b) - h * h * k * 0.25;
}

export const ball = (x: number, y: number, z: number, [cx, cy, cz]: Vec3, r: number): number =>
  Math.sqrt((x - cx) ** 2 + (y - cy) ** 2 + (z - cz) ** 2) - r;

/** Close to the distance from an ellipsoid; exact on its surface. */
export function ellipsoid(x: number, y: number, z: number, [cx, cy, cz]: Vec3, [rx, ry, rz]: Vec3): number {
  const a = (x - cx) / rx;
  const b = (y - cy) / ry;
  const c = (z - cz) / rz;
  const near = Math.sqrt(a * a + b * b + c * c);
  const steep = Math.sqrt((a / rx) ** 2 + (b / ry) ** 2 + (c / rz) ** 2);
  return steep < 1e-6 ? -Math.min(rx, ry, rz) : (near * (near - 1)) / steep;
}

export function capsule(x: number, y: number, z: number, a: Vec3, b: Vec3, r: number): number {
  const bx = b[0] - a[0];
  const by = b[1] - a[1];
  const bz = b[2] - a[2];
  const px = x - a[0];
  const py = y - a[1];
  const pz = z - a[2];
  const h = Math.min(1, Math.max(0, (px * bx + py * by + pz * bz) / (bx * bx + by * by + bz * bz)));
  return Math.sqrt((px - bx * h) ** 2 + (py - by * h) ** 2 + (pz - bz * h) ** 2) - r;
}

/** A hexagonal plate of in-radius `r` and half-thickness `t` in the xy plane. */
export function hexagon(x: number, y: number, z: number, r: number, t: number): number {
  const [ax, ay] = [Math.abs(x), Math.abs(y)];
  return Math.max(Math.max(ax * 0.866025 + ay * 0.5, ay) - r, Math.abs(z) - t);
}

function hash(i: number, j: number, k: number, seed: number): number {
  let n = (Math.imul(i, 374761393) + Math.imul(j, 668265263) + Math.imul(k, 2147483647) + Math.imul(seed, 974634777)) | 0;
  n = Math.imul(n ^ (n >>> 13), 1274126177);
  return ((n ^ (n >>> 16)) >>> 0) / 4294967296;
}

/** Height, 0 to 1, of round bumps about `size` apart. */
export function bumps(x: number, y: number, z: number, size: number, seed: number): number {
  const [fx, fy, fz] = [Math.floor(x / size), Math.floor(y / size), Math.floor(z / size)];
  let nearest = Infinity;
  for (let i = fx - 1; i <= fx + 1; i++)
    for (let j = fy - 1; j <= fy + 1; j++)
      for (let k = fz - 1; k <= fz + 1; k++) {
        const dx = x - (i + 0.2 + 0.6 * hash(i, j, k, seed)) * size;
        const dy = y - (j + 0.2 + 0.6 * hash(i, j, k, seed + 7)) * size;
        const dz = z - (k + 0.2 + 0.6 * hash(i, j, k, seed + 13)) * size;
        nearest = Math.min(nearest, dx * dx + dy * dy + dz * dz);
      }
  const d = Math.sqrt(nearest) / (size * 0.75);
  return d > 1 ? 0 : Math.sqrt(1 - d * d);
}

/** A surface raised by bumps of `height`, kept about as large as it was. */
export const bumped = (d: number, x: number, y: number, z: number, size: number, height: number, seed: number): number =>
  d - height * bumps(x, y, z, size, seed) + height * 0.45;
