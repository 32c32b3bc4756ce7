/**
 * Brownian motion of glutamate between reflecting membranes.
 *
 * A step of length dt adds a Gaussian displacement with variance 2 D dt on each axis and follows it as a straight
 * path that is reflected specularly at membranes (a billiard path).
 * - Between the two flat membranes of the cleft this is the exact law of reflected Brownian motion for any dt: the
 *   folded Gaussian is the transition density of the slab (method of images; Carslaw & Jaeger 1959, chapter 10).
 * - At curved walls and at the corner of the cleft mouth the law has an error that vanishes with dt, but the uniform
 *   distribution stays exactly stationary for any dt: billiard motion conserves phase-space volume (Liouville) and the
 *   Gaussian is isotropic. Equilibrium binding therefore does not depend on the step.
 * - At an absorbing edge and at the open ends of the ring the chance that the path crossed and came back within the step is added with the
 *   Brownian-bridge formula exp(-a b / (D dt)) = exp(-2 a b / sigma^2) for distances a and b before and after (Andrews & Bray 2004,
 *   doi 10.1088/1478-3967/1/3/001, section 2).
 *
 * Molecules far from the cleft mouth in the ring move once every eight steps with the displacement of eight; membership of
 * that class changes only on those turns, so no time is lost or counted twice.
 */
import { exp } from '../elementary';
import { gaussian, nextInt32, type Rng, uniform32 } from '../random';
import { CLEFT, DEAD, type Geometry, RING, RING_FAR } from './geometry';
import { dropParticle, type Particles } from './particles';

const IN_CLEFT: number = CLEFT;
const IN_RING: number = RING;
const FAR_IN_RING: number = RING_FAR;
const GONE: number = DEAD;

/** Turns between moves of far molecules. */
export const FAR_TURNS = 8;
/** Distance from the cleft mouth, in standard deviations of a far move, from which a molecule counts as far. */
const FAR_SIGMAS = 2.5;
const MAX_BOUNCES = 200;

/** What a move needs to know; made once a run. */
export interface Space {
  readonly geometry: Geometry;
  /** nm2 per microsecond. */
  readonly diffusion: number;
  /** Step in microseconds and standard deviation of one axis in nm. */
  readonly dt: number;
  readonly sigma: number;
  /** Table of normal values for display runs, or null for exact Gaussians. */
  readonly table: Float64Array | null;
  readonly edge: 0 | 1 | 2 | 3;
  readonly farSigma: number;
  readonly farLimit: number;
  /** Scratch for the tracer: x, y, z, region. */
  readonly at: Float64Array;
}

const EDGES = { ring: 0, absorbing: 1, open: 2, closed: 3 } as const;

/** Prepares the motion. `diffusion` in nm2/us (= 1000 x um2/ms), `dt` in us. */
export function createSpace(geometry: Geometry, diffusion: number, dt: number, table: Float64Array | null): Space {
  const sigma = Math.sqrt(2 * diffusion * dt);
  return {
    geometry,
    diffusion,
    dt,
    sigma,
    table,
    edge: EDGES[geometry.edge],
    farSigma: sigma * Math.sqrt(FAR_TURNS),
    farLimit: geometry.cleftHeight / 2 + FAR_SIGMAS * sigma * Math.sqrt(FAR_TURNS),
    at: new Float64Array(4),
  };
}

/** Moves every free molecule by one step and drops dead ones. Returns how many left the space for good. */
export function moveAll(space: Space, p: Particles, rng: Rng, farTurn: boolean): number {
  let escaped = 0;
  let i = 0;
  p.dead = 0;
  while (i < p.count) {
    const region = p.region[i] as number;
    if (region === GONE) {
      dropParticle(p, i);
      continue;
    }
    if (region === FAR_IN_RING && !farTurn) {
      i += 1;
      continue;
    }
    if (moveOne(space, p, i, rng, region === FAR_IN_RING ? space.farSigma : space.sigma, farTurn)) i += 1;
    else {
      dropParticle(p, i);
      escaped += 1;
    }
  }
  return escaped;
}

/** Moves molecule `i` with standard deviation `sigma` (nm, one axis). False when it left for good. */
export function moveOne(space: Space, p: Particles, i: number, rng: Rng, sigma: number, farTurn: boolean): boolean {
  let dx: number;
  let dy: number;
  let dz: number;
  const table = space.table;
  if (table === null) {
    dx = sigma * gaussian(rng);
    dy = sigma * gaussian(rng);
    dz = sigma * gaussian(rng);
  } else {
    const first = nextInt32(rng);
    dx = sigma * (table[first >>> 20] as number);
    dy = sigma * (table[(first >>> 8) & 4095] as number);
    dz = sigma * (table[nextInt32(rng) >>> 20] as number);
  }
  const x0 = p.x[i] as number;
  const y0 = p.y[i] as number;
  const z0 = p.z[i] as number;
  if (p.region[i] === IN_CLEFT) {
    const x = x0 + dx;
    const y = y0 + dy;
    const rr = x * x + y * y;
    const limit = space.geometry.contactRadius;
    const edge = space.edge;
    if (edge === 1) {
      const before = limit - Math.sqrt(x0 * x0 + y0 * y0);
      const after = limit - Math.sqrt(rr);
      if (after <= 0 || crossedAndBack(before, after, sigma, rng)) return false;
    }
    if (edge === 2 || rr < limit * limit) {
      p.x[i] = x;
      p.y[i] = y;
      p.z[i] = fold(z0 + dz, space.geometry.cleftHeight);
      return true;
    }
  }
  const at = space.at;
  at[0] = x0;
  at[1] = y0;
  at[2] = z0;
  at[3] = p.region[i] === IN_CLEFT ? IN_CLEFT : IN_RING;
  if (!trace(space, dx, dy, dz)) return false;
  p.x[i] = at[0];
  p.y[i] = at[1];
  p.z[i] = at[2];
  let region = at[3];
  // Far molecules change class only on far turns (see the file comment).
  if (region === IN_RING) {
    const middle = space.geometry.cleftHeight / 2;
    const end = middle + space.geometry.ringHalfLength;
    const height = Math.abs(at[2] - middle);
    if (crossedAndBack(end - Math.abs(z0 - middle), end - height, sigma, rng)) return false;
    if (farTurn && height > space.farLimit) region = FAR_IN_RING;
  }
  p.region[i] = region;
  return true;
}

/** Reflection of a coordinate into [0, h]. */
export function fold(z: number, h: number): number {
  if (z >= 0 && z <= h) return z;
  const period = 2 * h;
  let w = z - period * Math.floor(z / period);
  if (w > h) w = period - w;
  return w < 0 ? 0 : w;
}

/** Whether a step between two distances from an absorbing plane (nm) touched it on the way. */
function crossedAndBack(before: number, after: number, sigma: number, rng: Rng): boolean {
  const exponent = (2 * before * after) / (sigma * sigma);
  return exponent < 20 && uniform32(rng) < exp(-exponent);
}

/**
 * Follows a displacement through cleft and ring, reflecting at every membrane it meets; reads and writes `space.at`.
 * False when the path leaves through an end of the ring.
 */
function trace(space: Space, dx: number, dy: number, dz: number): boolean {
  const { geometry, at } = space;
  const h = geometry.cleftHeight;
  const inner2 = geometry.contactRadius * geometry.contactRadius;
  const outer = geometry.contactRadius + geometry.ringGap;
  const top = h + geometry.ringHalfLength;
  const bottom = -geometry.ringHalfLength;
  let x = at[0] as number;
  let y = at[1] as number;
  let z = at[2] as number;
  let region = at[3] as number;
  for (let bounce = 0; bounce < MAX_BOUNCES; bounce++) {
    const a = dx * dx + dy * dy;
    const b = x * dx + y * dy;
    const rr = x * x + y * y;
    let best = 1;
    let hit = 0;
    if (region === IN_CLEFT) {
      const tz = dz > 0 ? (h - z) / dz : dz < 0 ? -z / dz : 2;
      if (tz < best) {
        best = tz;
        hit = 1;
      }
      const t = farRoot(a, b, rr - inner2);
      if (t < best) {
        best = t;
        hit = 2;
      }
    } else {
      const tz = dz > 0 ? (top - z) / dz : dz < 0 ? (bottom - z) / dz : 2;
      if (tz < best) {
        best = tz;
        hit = 3;
      }
      const t = farRoot(a, b, rr - outer * outer);
      if (t < best) {
        best = t;
        hit = 4;
      }
      const u = nearRoot(a, b, rr - inner2);
      if (u < best) {
        best = u;
        hit = 5;
      }
    }
    if (best < 0) best = 0;
    x += best * dx;
    y += best * dy;
    z += best * dz;
    if (hit === 0) {
      at[0] = x;
      at[1] = y;
      at[2] = z;
      at[3] = region;
      return true;
    }
    if (hit === 3) return false;
    const left = 1 - best;
    dx *= left;
    dy *= left;
    dz *= left;
    if (hit === 1) {
      z = dz > 0 ? h : 0;
      dz = -dz;
      continue;
    }
    if (hit === 2 && space.edge === 0) {
      region = IN_RING;
      continue;
    }
    if (hit === 5 && z > 0 && z < h) {
      region = IN_CLEFT;
      continue;
    }
    // Specular reflection at a cylinder: the part of the displacement along the normal changes sign.
    const k = (2 * (dx * x + dy * y)) / (x * x + y * y);
    dx -= k * x;
    dy -= k * y;
  }
  at[0] = x;
  at[1] = y;
  at[2] = z;
  at[3] = region;
  return true;
}

/** Where a path from inside a circle (c = r2 - R2 <= 0) leaves it; 2 when it does not move in the plane. */
function farRoot(a: number, b: number, c: number): number {
  if (!(a > 0)) return 2;
  const d = b * b - a * c;
  return d > 0 ? (-b + Math.sqrt(d)) / a : 2;
}

/** Where a path from outside a circle enters it; 2 when it misses. */
function nearRoot(a: number, b: number, c: number): number {
  if (!(a > 0) || b >= 0) return 2;
  const d = b * b - a * c;
  return d > 0 ? (-b - Math.sqrt(d)) / a : 2;
}
