/** Free glutamate molecules as a structure of arrays, with swap removal and growth by doubling. */

/** Molecules as columns: positions in nm, region and number; entries from `count` on are free room. */
export interface Particles {
  /** Positions in nm; the first `count` entries are in use. */
  x: Float64Array;
  y: Float64Array;
  z: Float64Array;
  /** CLEFT, RING, RING_FAR or DEAD (see `geometry.ts`). */
  region: Uint8Array;
  /** A number that stays with a molecule while it is free, so that a picture can follow it. */
  id: Int32Array;
  /** Slots in use, dead ones included. */
  count: number;
  /** Dead slots among them: molecules bound, taken up or escaped since the last move. */
  dead: number;
  nextId: number;
}

/** Room for `capacity` molecules, none of them there yet. */
export function createParticles(capacity: number): Particles {
  return {
    x: new Float64Array(capacity),
    y: new Float64Array(capacity),
    z: new Float64Array(capacity),
    region: new Uint8Array(capacity),
    id: new Int32Array(capacity),
    count: 0,
    dead: 0,
    nextId: 0,
  };
}

/** Adds a molecule and returns its slot. */
export function addParticle(p: Particles, x: number, y: number, z: number, region: number): number {
  const i = p.count;
  if (i === p.x.length) grow(p, 2 * i + 16);
  p.x[i] = x;
  p.y[i] = y;
  p.z[i] = z;
  p.region[i] = region;
  p.id[i] = p.nextId;
  p.nextId += 1;
  p.count = i + 1;
  return i;
}

/** Moves the last slot into slot `i` and shortens the list. */
export function dropParticle(p: Particles, i: number): void {
  const last = p.count - 1;
  p.x[i] = p.x[last] as number;
  p.y[i] = p.y[last] as number;
  p.z[i] = p.z[last] as number;
  p.region[i] = p.region[last] as number;
  p.id[i] = p.id[last] as number;
  p.count = last;
}

/** Molecules that are free now. */
export function freeCount(p: Particles): number {
  return p.count - p.dead;
}

/** Moves the molecules to arrays of `capacity` entries, at least as many as there are. */
export function grow(p: Particles, capacity: number): void {
  p.x = copyInto(new Float64Array(capacity), p.x);
  p.y = copyInto(new Float64Array(capacity), p.y);
  p.z = copyInto(new Float64Array(capacity), p.z);
  p.region = copyInto(new Uint8Array(capacity), p.region);
  p.id = copyInto(new Int32Array(capacity), p.id);
}

function copyInto<T extends Float64Array | Uint8Array | Int32Array>(target: T, source: T): T {
  target.set(source);
  return target;
}
