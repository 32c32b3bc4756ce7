export type Vec2 = readonly [number, number];
export type Vec3 = readonly [number, number, number];
/** xyzw */
export type Quaternion = readonly [number, number, number, number];

export const NO_TURN: Quaternion = [0, 0, 0, 1];

export const add = (a: Vec3, b: Vec3): Vec3 => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
export const subtract = (a: Vec3, b: Vec3): Vec3 => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
export const times = (a: Vec3, k: number): Vec3 => [a[0] * k, a[1] * k, a[2] * k];
export const dot = (a: Vec3, b: Vec3): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
export const cross = (a: Vec3, b: Vec3): Vec3 => [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
export const length = (a: Vec3): number => Math.sqrt(dot(a, a));
export const distance = (a: Vec3, b: Vec3): number => length(subtract(a, b));
export const unit = (a: Vec3): Vec3 => times(a, 1 / (length(a) || 1));
export const mixed = (a: Vec3, b: Vec3, t: number): Vec3 => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t];

export function multiply(a: Quaternion, b: Quaternion): Quaternion {
  const [ax, ay, az, aw] = a;
  const [bx, by, bz, bw] = b;
  return [
    aw * bx + ax * bw + ay * bz - az * by,
    aw * by - ax * bz + ay * bw + az * bx,
    aw * bz + ax * by - ay * bx + az * bw,
    aw * bw - ax * bx - ay * by - az * bz,
  ];
}

export function about(axis: Vec3, angle: number): Quaternion {
  const [x, y, z] = times(unit(axis), Math.sin(angle / 2));
  return [x, y, z, Math.cos(angle / 2)];
}

/** Turns about x, then y, then z of the turned body, radians. */
export const fromEuler = (x: number, y: number, z: number): Quaternion =>
  multiply(multiply(about([1, 0, 0], x), about([0, 1, 0], y)), about([0, 0, 1], z));

/** The shortest turn that brings the local y axis to `direction`. */
export function fromUp(direction: Vec3): Quaternion {
  const [x, y, z] = unit(direction);
  if (y < -0.999999) return [1, 0, 0, 0];
  const w = Math.sqrt((1 + y) / 2);
  return [z / (2 * w), 0, -x / (2 * w), w];
}

export function rotate(q: Quaternion, v: Vec3): Vec3 {
  const axis: Vec3 = [q[0], q[1], q[2]];
  const t = times(cross(axis, v), 2);
  return add(add(v, times(t, q[3])), cross(axis, t));
}
