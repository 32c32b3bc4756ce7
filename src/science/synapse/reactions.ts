/**
 * Binding and unbinding at single receptors: the reaction half of a step (the derivation is in `engine.ts`).
 *
 * A molecule inside the cylinder over a receptor's site binds with hazard kon / volume; an unbound one reappears
 * uniformly in that cylinder. Positions stay fixed while the chain of a receptor and the molecules in its cylinder run
 * through the step as one exact Markov jump process.
 */
import { ln } from '../elementary';
import { type Rng, uniform, uniform32, uniformInt } from '../random';
import { type Chains, drawBinding, drawSpontaneous, enterState, findSoonest, type GroupRates } from './chains';
import { CLEFT, DEAD } from './geometry';
import { addParticle, type Particles } from './particles';
import { inDisc, type SiteGrid, type Sites } from './placement';

const IN_CLEFT: number = CLEFT;
const GONE: number = DEAD;

/** Counts of glutamate that enters or leaves the molecules under way, for the conservation law. */
export interface Ledger {
  /** Released from vesicles so far. */
  released: number;
  /** Held by receptors when the run began. */
  boundAtStart: number;
  /** Bound from, and given back to, the ambient or prescribed field. */
  fromField: number;
  toField: number;
  /** Left through the ends of the ring or an absorbing edge. */
  escaped: number;
  /** Carried into the astrocyte. */
  takenUp: number;
}

/** Receptors, their binding cylinders and what happens there in a step. */
export interface Reactor {
  readonly chains: Chains;
  readonly sites: Sites;
  readonly grid: SiteGrid;
  readonly radius: number;
  readonly height: number;
  readonly ledger: Ledger;
  /** False when glutamate is a prescribed field: nothing is released into the cleft. */
  readonly particles: boolean;
  /** Molecules inside each receptor's cylinder as linked lists. */
  readonly head: Int32Array;
  readonly inside: Int32Array;
  next: Int32Array;
  readonly touched: Int32Array;
  touchedCount: number;
}

/** Prepares reactions of `chains` at `sites`: cylinders of `radius` and `height` (nm), with or without molecules to bind. */
export function createReactor(
  chains: Chains,
  sites: Sites,
  grid: SiteGrid,
  radius: number,
  height: number,
  ledger: Ledger,
  particles: boolean,
): Reactor {
  return {
    chains,
    sites,
    grid,
    radius,
    height,
    ledger,
    particles,
    head: new Int32Array(chains.count).fill(-1),
    inside: new Int32Array(chains.count),
    next: new Int32Array(0),
    touched: new Int32Array(chains.count),
    touchedCount: 0,
  };
}

/** Runs binding, unbinding and gating from time `t0` to `t1` (us). */
export function react(r: Reactor, p: Particles, t0: number, t1: number, rng: Rng): void {
  collect(r, p);
  const { chains, head, inside, touched } = r;
  let events = 0;
  for (let k = 0; k < r.touchedCount; k++) {
    const j = touched[k] as number;
    events += runReceptor(r, p, j, t0, t1, rng);
    head[j] = -1;
    inside[j] = 0;
  }
  if (chains.soonest < t1) {
    for (let j = 0; j < chains.count; j++) {
      if ((chains.due[j] as number) < t1) {
        events += runReceptor(r, p, j, t0, t1, rng);
        head[j] = -1;
        inside[j] = 0;
      }
    }
    events += 1;
  }
  if (events > 0) findSoonest(chains);
}

/** Lists the molecules that lie in a receptor's cylinder. Cylinders do not overlap, so each lies in one at most. */
function collect(r: Reactor, p: Particles): void {
  const { grid, sites, head, inside, touched } = r;
  const { half, perNm, side, start, items } = grid;
  const { x, y, z, region } = p;
  const radius2 = r.radius * r.radius;
  const height = r.height;
  let count = 0;
  if (r.next.length < p.x.length) r.next = new Int32Array(p.x.length);
  const next = r.next;
  const n = p.count;
  for (let i = 0; i < n; i++) {
    if ((z[i] as number) > height || region[i] !== IN_CLEFT) continue;
    const cx = ((x[i] as number) + half) * perNm;
    const cy = ((y[i] as number) + half) * perNm;
    if (!(cx >= 0 && cx < side && cy >= 0 && cy < side)) continue;
    const cell = (cy | 0) * side + (cx | 0);
    const end = start[cell + 1] as number;
    for (let k = start[cell] as number; k < end; k++) {
      const j = items[k] as number;
      const dx = (x[i] as number) - (sites.x[j] as number);
      const dy = (y[i] as number) - (sites.y[j] as number);
      if (dx * dx + dy * dy >= radius2) continue;
      if ((head[j] as number) < 0) touched[count++] = j;
      next[i] = head[j] as number;
      head[j] = i;
      inside[j] = (inside[j] as number) + 1;
      break;
    }
  }
  r.touchedCount = count;
}

/** One receptor and the molecules in its cylinder as a Markov jump process on [t0, t1). Returns the number of jumps. */
function runReceptor(r: Reactor, p: Particles, j: number, t0: number, t1: number, rng: Rng): number {
  const chains = r.chains;
  const g = chains.groups[chains.group[j] as number] as GroupRates;
  let now = t0;
  let jumps = 0;
  for (;;) {
    const state = chains.state[j] as number;
    const rate = (g.bind[state] as number) * (r.inside[j] as number);
    const due = chains.due[j] as number;
    let binding = t1;
    if (rate > 0) {
      const span = t1 - now;
      const u = uniform32(rng);
      // 1 - exp(-x) <= x: most draws need no logarithm.
      if (u < rate * span) binding = now - ln(1 - u) / rate;
    }
    if (due < t1 && due <= binding) {
      now = due;
      spontaneous(r, p, j, g, now, rng);
    } else if (binding < t1) {
      now = binding;
      bindParticle(r, p, j, g, now, rng);
    } else return jumps;
    jumps += 1;
  }
}

function spontaneous(r: Reactor, p: Particles, j: number, g: GroupRates, now: number, rng: Rng): void {
  const chains = r.chains;
  const transition = drawSpontaneous(g, chains.state[j] as number, rng);
  const change = g.change[transition] as number;
  enterState(chains, j, g.scheme.to[transition] as number, now, rng);
  if (change > 0) r.ledger.fromField += 1;
  else if (change < 0) {
    if (r.particles) releaseParticle(r, p, j, rng);
    else r.ledger.toField += 1;
  }
}

function releaseParticle(r: Reactor, p: Particles, j: number, rng: Rng): void {
  const [x, y] = inDisc(rng, r.sites.x[j] as number, r.sites.y[j] as number, r.radius);
  const i = addParticle(p, x, y, uniform(rng) * r.height, IN_CLEFT);
  if (r.next.length < p.x.length) {
    const longer = new Int32Array(p.x.length);
    longer.set(r.next);
    r.next = longer;
  }
  r.next[i] = r.head[j] as number;
  r.head[j] = i;
  r.inside[j] = (r.inside[j] as number) + 1;
}

function bindParticle(r: Reactor, p: Particles, j: number, g: GroupRates, now: number, rng: Rng): void {
  const { head, inside, next } = r;
  let skip = uniformInt(rng, inside[j] as number);
  let before = -1;
  let i = head[j] as number;
  while (skip > 0) {
    before = i;
    i = next[i] as number;
    skip -= 1;
  }
  if (before < 0) head[j] = next[i] as number;
  else next[before] = next[i] as number;
  inside[j] = (inside[j] as number) - 1;
  p.region[i] = GONE;
  p.dead += 1;
  const transition = drawBinding(g, r.chains.state[j] as number, rng);
  enterState(r.chains, j, g.scheme.to[transition] as number, now, rng);
}
