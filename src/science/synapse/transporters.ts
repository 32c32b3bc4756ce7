/**
 * Glutamate transporters on the astrocyte wall of the ring.
 *
 * Each transporter binds one molecule, gives it back (koff) or carries it in (turnover, after which it is free again):
 *   T + Glu <-> T.Glu -> T, so that Km = (koff + turnover) / kon and the largest uptake is one molecule per turnover.
 * Transporters of one belt of the wall are counted together: identical and independent, their numbers are a Markov
 * chain of their own. A molecule within `LAYER` of a free stretch of wall binds with hazard kon x free / layer volume
 * (the volume reactivity of `engine.ts`), and a molecule given back reappears uniformly in that layer.
 * The reactive part of the wall is a sector symmetric about the x axis with the share `coverage` of the circle.
 */
import { exponential, type Rng, uniform, uniform32 } from '../random';
import { NEVER } from './chains';
import type { TransporterConfig } from './config';
import { DEAD, type Geometry, RING, RING_FAR } from './geometry';
import { FAR_TURNS } from './motion';
import { addParticle, type Particles } from './particles';
import type { Ledger } from './reactions';
import { associationVolume } from './units';

const IN_RING: number = RING;
const FAR_IN_RING: number = RING_FAR;
const GONE: number = DEAD;

/** Depth of the layer from which transporters bind, nm: about the length of the protein's outer vestibule and a molecule's reach. */
export const LAYER = 10;
const BELTS = 32;
/** Pieces of the half circle in the table of directions. */
const DIRECTIONS = 4096;

/** Transporters on belts of the wall, with the molecules that they hold. */
export interface Transporters {
  /** Transporters of one belt. */
  readonly sites: number;
  /** Occupied ones in each belt. */
  readonly occupied: Int32Array;
  total: number;
  /** Time of the next unbinding or uptake, us. */
  due: number;
  readonly leave: number;
  readonly unbindShare: number;
  /** Binding probability per free transporter, per us. */
  readonly hazard: number;
  readonly bottom: number;
  readonly perBelt: number;
  readonly inner2: number;
  readonly outer2: number;
  /** Smallest x / r inside the covered sector. */
  readonly minCosine: number;
  readonly cosines: Float64Array;
  readonly sines: Float64Array;
}

/** The wall's transporters, or null when there are none. */
export function createTransporters(config: TransporterConfig | null, g: Geometry): Transporters | null {
  if (config === null || g.edge !== 'ring' || config.density_per_um2 <= 0 || config.coverage <= 0) return null;
  const outer = g.contactRadius + g.ringGap;
  const inner = outer - Math.min(LAYER, g.ringGap);
  const height = 2 * g.ringHalfLength + g.cleftHeight;
  const { cosines, sines } = directions(config.coverage);
  const sector = Math.PI * config.coverage;
  const area = 2 * sector * outer * height;
  const sites = Math.max(1, Math.round((config.density_per_um2 * area * 1e-6) / BELTS));
  const layerVolume = (sector * (outer * outer - inner * inner) * height) / BELTS;
  return {
    sites,
    occupied: new Int32Array(BELTS),
    total: 0,
    due: NEVER,
    leave: (config.koff_per_ms + config.turnover_per_ms) / 1000,
    unbindShare: config.koff_per_ms / (config.koff_per_ms + config.turnover_per_ms),
    hazard: associationVolume(config.kon_per_mM_ms) / layerVolume,
    bottom: -g.ringHalfLength,
    perBelt: height / BELTS,
    inner2: inner * inner,
    outer2: outer * outer,
    minCosine: config.coverage >= 1 ? -2 : (cosines[DIRECTIONS - 1] as number),
    cosines,
    sines,
  };
}

/**
 * Directions spread evenly over half the covered sector. Made by repeated rotation from a Taylor series, because
 * `Math.sin` and `Math.cos` are not the same in every engine; rounding error stays below 1e-12.
 */
function directions(coverage: number): { cosines: Float64Array; sines: Float64Array } {
  const cosines = new Float64Array(DIRECTIONS);
  const sines = new Float64Array(DIRECTIONS);
  const step = (Math.PI * Math.min(1, coverage)) / DIRECTIONS;
  const c = 1 - (step * step) / 2 + (step * step * step * step) / 24;
  const s = step - (step * step * step) / 6 + (step * step * step * step * step) / 120;
  const h = step / 2;
  let x = 1 - (h * h) / 2 + (h * h * h * h) / 24;
  let y = h - (h * h * h) / 6 + (h * h * h * h * h) / 120;
  for (let i = 0; i < DIRECTIONS; i++) {
    cosines[i] = x;
    sines[i] = y;
    const nextX = x * c - y * s;
    y = x * s + y * c;
    x = nextX;
  }
  return { cosines, sines };
}

/**
 * Binding of molecules at the wall during one step of `dt` us that ends at `now`; far molecules count for the steps
 * they skipped. Events due before `now` must have been run: each binding draws the next one anew.
 */
export function bindAtWall(w: Transporters, p: Particles, dt: number, farTurn: boolean, now: number, rng: Rng): void {
  const { x, y, z, region } = p;
  const n = p.count;
  for (let i = 0; i < n; i++) {
    const where = region[i] as number;
    if (where !== IN_RING && !(where === FAR_IN_RING && farTurn)) continue;
    const px = x[i] as number;
    const py = y[i] as number;
    const rr = px * px + py * py;
    if (rr < w.inner2) continue;
    if (px < w.minCosine * Math.sqrt(rr)) continue;
    const belt = beltOf(w, z[i] as number);
    const free = w.sites - (w.occupied[belt] as number);
    const span = where === FAR_IN_RING ? FAR_TURNS * dt : dt;
    if (uniform32(rng) >= w.hazard * free * span) continue;
    region[i] = GONE;
    p.dead += 1;
    w.occupied[belt] = (w.occupied[belt] as number) + 1;
    w.total += 1;
    w.due = now + exponential(rng) / (w.leave * w.total);
  }
}

function beltOf(w: Transporters, z: number): number {
  const belt = Math.floor((z - w.bottom) / w.perBelt);
  return belt < 0 ? 0 : belt >= BELTS ? BELTS - 1 : belt;
}

/** Unbinding and uptake events before time `t1`. */
export function runTransporters(w: Transporters, p: Particles, t1: number, ledger: Ledger, rng: Rng): void {
  while (w.due < t1) {
    const now = w.due;
    let k = Math.floor(uniform(rng) * w.total);
    let belt = 0;
    while (k >= (w.occupied[belt] as number)) {
      k -= w.occupied[belt] as number;
      belt += 1;
    }
    w.occupied[belt] = (w.occupied[belt] as number) - 1;
    w.total -= 1;
    if (uniform32(rng) < w.unbindShare) giveBack(w, p, belt, rng);
    else ledger.takenUp += 1;
    w.due = w.total > 0 ? now + exponential(rng) / (w.leave * w.total) : NEVER;
  }
}

function giveBack(w: Transporters, p: Particles, belt: number, rng: Rng): void {
  const radius = Math.sqrt(w.inner2 + uniform(rng) * (w.outer2 - w.inner2));
  const u = Math.floor(uniform(rng) * 2 * DIRECTIONS);
  const at = u >> 1;
  const side = (u & 1) === 0 ? 1 : -1;
  const z = w.bottom + (belt + uniform(rng)) * w.perBelt;
  addParticle(p, radius * (w.cosines[at] as number), side * radius * (w.sines[at] as number), z, IN_RING);
}
