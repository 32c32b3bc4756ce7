/**
 * The living synapse: one active zone, one cleft, one spine head, molecule by molecule.
 *
 * ## What happens in a step
 * Time runs on a fixed grid t = n dt (dt 0.1 to 1 us). One step is
 *   1. motion: every free glutamate molecule makes a Brownian step between reflecting membranes (`motion.ts`);
 *      molecules that leave through the ends of the ring are gone; vesicles that fuse release through the pore;
 *   2. uptake: molecules at the astrocyte wall may bind a transporter, bound ones are given back or carried in
 *      (`transporters.ts`);
 *   3. reactions: every receptor and the molecules inside its binding cylinder run through dt as an exact Markov jump
 *      process (`reactions.ts`, `chains.ts`);
 *   4. the postsynaptic side: currents, voltage, Ca2+ (`postsynapse.ts`).
 * When no molecule is free and no voltage moves, nothing can happen before the next event of a chain, a transporter
 * or a vesicle, and the engine goes straight to the step that contains it: after the glutamate is gone the run is
 * event-driven. The grid, not the caller, decides where events fall, so one long `advance` and many short ones give
 * the same bits.
 *
 * ## Binding: derivation
 * A scheme gives kon in 1/(mM ms) for a receptor in a well-mixed medium. Each receptor owns a cylinder of radius a and
 * height b on the spine membrane, volume v = pi a^2 b; a molecule inside it binds with hazard
 *   lambda = kon / (N_A v)                                             (1)
 * for the binding steps open to the receptor's present state, and an unbound molecule reappears uniformly inside it.
 * This is the volume reactivity of Doi (1976, doi 10.1088/0305-4470/9/9/009), in the time-stepped form of Erban &
 * Chapman (2009, doi 10.1088/1478-3975/6/4/046001; reversible: Lipkova et al. 2011, doi 10.1137/100794213).
 *
 * Equilibrium. Let c be the uniform density of free molecules. The rate of binding is c v lambda = kon c, that of
 * unbinding koff, so the ratio of neighbouring states is kon c / koff: the mass-action isotherm of the scheme. It
 * holds at any finite dt and not only in the limit, because each half of the step leaves the same measure invariant:
 * - motion keeps the uniform density (see `motion.ts`) and leaves the chains alone;
 * - in the reaction half positions are fixed. Moving from "bound" to "molecule at r in the cylinder" has the density
 *   koff / v per unit volume, moving back lambda = kon / v, and with the weights (koff, kon c) of the two sides the
 *   fluxes agree at every r: detailed balance in space (Zhang & Isaacson 2022, doi 10.1063/5.0085296). The jump
 *   process is run exactly through dt (a molecule that unbinds may bind again in the same step), so no error in dt
 *   enters. The cylinder lies wholly inside the cleft, so no unbinding position has to be rejected.
 * For schemes that are not reversible (Kampa, Branco) the same construction gives the scheme's own steady state.
 *
 * Kinetics. Around one receptor the cylinder is not perfectly stirred. With diffusion-limited rate kD = 4 D a of a
 * disc on a wall (Hill 1975, doi 10.1073/pnas.72.12.4918) the effective constants are those of Collins & Kimball
 * (1949, doi 10.1016/0095-8522(49)90023-9), kon kD/(kon + kD) and koff kD/(kon + kD): for the fastest step of the Jonas
 * AMPA receptor (28.4 /mM/ms, 47 nm3/us against kD = 6,600 nm3/us) 0.7 % less, for the NMDA receptors 0.1 to 0.3 %. The
 * published constants were fitted without this correction, and it is smaller than their errors, so none is made; the
 * function `diffusionInfluence` states it for a scheme.
 *
 * Not a choice that matters: with (1) the mean binding rate does not depend on a and b; a test varies both.
 *
 * Ambient glutamate is a field: receptors bind it at kon c, and what unbinds joins the molecules under way. A molecule
 * that binds again before it leaves counts beside the field, so occupancy by ambient glutamate is too high by the chance
 * of recapture, a few per cent of an occupancy that is itself small at 25 nM.
 *
 * ## Conservation
 * Always, exactly: released + bound at start + bound from the ambient field
 *   = free + bound to receptors + bound to transporters + taken up + escaped + given to the field.
 *
 * ## Determinism
 * Random numbers come from `science/random` (state in a typed array); no `Math.exp`, `log`, `sin`, `cos` or `hypot`
 * enters a run. A seed gives the same bits in Node and in browsers.
 */
import { stationary } from '../receptors/stationary';
import { exp, ln } from '../elementary';
import { createRng, exponential, type Rng, uniform } from '../random';
import { type Chains, changeRates, createChains, drawDue, findSoonest, NEVER, recount, setRates } from './chains';
import type { SynapseConfig } from './config';
import { CLEFT, checkGeometry } from './geometry';
import { createSpace, FAR_TURNS, moveAll, moveOne, type Space } from './motion';
import { normalTable } from './normal';
import { addParticle, createParticles, freeCount, type Particles } from './particles';
import { buildGrid, inDisc, placeReceptors, type Sites } from './placement';
import { commitPostsynapse, createPostsynapse, isMoving, type Postsynapse, restingVoltage } from './postsynapse';
import { createReactor, type Ledger, react, type Reactor } from './reactions';
import { drawFusions, type Fusion } from './release';
import { bindAtWall, createTransporters, runTransporters, type Transporters } from './transporters';
import { diffusionNm2PerUs } from './units';

/** Change of voltage that makes the rates be computed anew, mV. */
const RATE_VOLTAGE_STEP = 0.05;
/** Interval at which a prescribed glutamate transient is renewed, us. */
const FIELD_INTERVAL = 5;
/** A transient below this is over, mM. */
const FIELD_FLOOR = 1e-7;

/** Streams of random numbers of one trial. */
const STREAMS = 8;

/** A vesicle whose content is still leaving. */
export interface OpenPore {
  left: number;
  readonly x: number;
  readonly y: number;
}

/** The state of a run. Fields are read by recorders and snapshots; only the engine writes them. */
export class SynapseEngine {
  readonly config: SynapseConfig;
  readonly seed: number;
  readonly trial: number;
  readonly sites: Sites;
  readonly fusions: readonly Fusion[];
  readonly space: Space;
  readonly particles: Particles;
  readonly chains: Chains;
  readonly reactor: Reactor;
  readonly transporters: Transporters | null;
  readonly post: Postsynapse;
  readonly ledger: Ledger;
  readonly rng: Rng;
  /** Concentrations of the fields, mM, `glu` included. */
  readonly fields: Record<string, number>;
  /** Steps done. */
  n = 0;
  nextFusion = 0;
  pores: OpenPore[] = [];
  nextEmission = NEVER;
  rateVoltage: number;
  /** Time (us) until which a prescribed transient has to be followed. */
  transientUntil = 0;
  /** Volume of a receptor's binding cylinder, nm3. */
  readonly bindingVolume: number;
  private readonly fieldEvery: number;

  /**
   * Prepares trial `trial` of a run with `seed`. Receptors sit at the same places in every trial of a seed; release,
   * motion and gating differ. Throws a RangeError or SchemeError for a configuration that makes no sense.
   */
  constructor(config: SynapseConfig, seed: number, trial = 0) {
    checkGeometry(config.geometry);
    checkSteps(config);
    this.config = config;
    this.seed = seed;
    this.trial = trial;
    const stream = 1 + trial * STREAMS;
    this.rng = createRng(seed, stream);
    this.sites = placeReceptors(config, createRng(seed, 0));
    this.fusions = drawFusions(config.release, this.sites, config.geometry.psdRadius, createRng(seed, stream + 1));
    const table = config.noise === 'table' ? sharedTable() : null;
    this.space = createSpace(config.geometry, diffusionNm2PerUs(config.diffusion_um2_per_ms), config.dt_us, table);
    const largest = this.fusions.reduce((most, fusion) => Math.max(most, fusion.molecules), 0);
    this.particles = createParticles(Math.ceil(largest * 1.2) + 64);
    this.ledger = { released: 0, boundAtStart: 0, fromField: 0, toField: 0, escaped: 0, takenUp: 0 };
    this.chains = createChains(config.receptors, this.sites.group);
    const grid = buildGrid(this.sites, config.bindingRadius_nm, Math.max(4, config.bindingRadius_nm));
    const moving = config.glutamate.kind === 'particles';
    this.reactor = createReactor(this.chains, this.sites, grid, config.bindingRadius_nm, config.bindingHeight_nm, this.ledger, moving);
    this.transporters = moving ? createTransporters(config.transporters, config.geometry) : null;
    this.post = createPostsynapse(config.receptors, config.membrane, config.calcium);
    this.fields = { ...config.ligands_mM, glu: config.ambient_mM };
    this.bindingVolume = Math.PI * config.bindingRadius_nm * config.bindingRadius_nm * config.bindingHeight_nm;
    this.fieldEvery = Math.max(1, Math.round(FIELD_INTERVAL / config.dt_us));
    this.rateVoltage = restingVoltage(config.membrane);
    this.start(createRng(seed, stream + 2));
  }

  /** Time of the present state, us. */
  get time_us(): number {
    return this.n * this.config.dt_us;
  }

  /** Advances by `dt` ms (rounded down to whole steps of the grid, never past it). */
  step(dt_ms: number): void {
    this.advanceTo(this.time_us / 1000 + dt_ms);
  }

  /** Advances to time `t` in ms: to the last grid point that is not later. */
  advanceTo(t_ms: number): void {
    this.advanceToStep(this.stepAt(t_ms));
  }

  /** The last step of the grid that ends no later than `t` ms. */
  stepAt(t_ms: number): number {
    return Math.floor((t_ms * 1000) / this.config.dt_us + 1e-6);
  }

  /** Advances until `target` steps are done. */
  advanceToStep(target: number): void {
    while (this.n < target) {
      const next = this.nextBusyStep();
      if (next >= target) {
        this.n = target;
        return;
      }
      this.n = next;
      this.stepOnce();
    }
  }

  /** Sets the concentration (mM) of a field such as `mg` or `ket` from now on. */
  setLigand(name: string, value_mM: number): void {
    if (!(value_mM >= 0 && Number.isFinite(value_mM))) throw new RangeError(`Concentration of ${name} must be at least 0 mM`);
    if (name === 'glu') throw new RangeError('Glutamate is set by ambient_mM and by release');
    this.fields[name] = value_mM;
    this.renewRates(false);
  }

  private start(rng: Rng): void {
    const { chains, config } = this;
    for (const g of chains.groups) setRates(g, this.rateVoltage, this.fields, this.bindingVolume);
    const starts = chains.groups.map((g) =>
      config.equilibrate ? stationary(g.scheme, { v_mV: this.rateVoltage, ligands_mM: this.fields }) : g.scheme.initial,
    );
    for (let j = 0; j < chains.count; j++) chains.state[j] = drawState(starts[chains.group[j] as number] as Float64Array, uniform(rng));
    recount(chains);
    for (let j = 0; j < chains.count; j++) drawDue(chains, j, 0, rng);
    findSoonest(chains);
    this.ledger.boundAtStart = chains.bound;
    this.post.open.set(chains.open);
    chains.openChanged = false;
  }

  /** The next step in which anything can happen. */
  private nextBusyStep(): number {
    if (freeCount(this.particles) > 0 || isMoving(this.post)) return this.n;
    const fusion = this.fusions[this.nextFusion];
    let due = Math.min(this.chains.soonest, this.nextEmission, this.transporters?.due ?? NEVER);
    if (fusion !== undefined) due = Math.min(due, fusion.time);
    let next = Math.max(this.n, Math.floor(due / this.config.dt_us));
    if (this.hasTransient()) next = Math.min(next, Math.ceil(this.n / this.fieldEvery) * this.fieldEvery);
    return next;
  }

  private stepOnce(): void {
    const { particles, rng, ledger } = this;
    const dt = this.config.dt_us;
    const t0 = this.n * dt;
    const t1 = (this.n + 1) * dt;
    const farTurn = this.n % FAR_TURNS === 0;
    ledger.escaped += moveAll(this.space, particles, rng, farTurn);
    this.fuse(t0, t1);
    if (this.config.glutamate.kind === 'transient' && this.n % this.fieldEvery === 0) this.renewField(t0);
    const wall = this.transporters;
    if (wall !== null) {
      // Events first: binding draws the next event anew from t1 on.
      runTransporters(wall, particles, t1, ledger, rng);
      bindAtWall(wall, particles, dt, farTurn, t1, rng);
    }
    react(this.reactor, particles, t0, t1, rng);
    this.n += 1;
    this.updatePostsynapse(t1);
  }

  /** Fusions and emissions from open pores before `t1`. */
  private fuse(t0: number, t1: number): void {
    const tau = this.config.release.poreTau_us;
    for (;;) {
      const fusion = this.fusions[this.nextFusion];
      const fusionTime = fusion?.time ?? NEVER;
      if (fusion !== undefined && fusionTime < t1 && fusionTime <= this.nextEmission) {
        this.nextFusion += 1;
        const { glutamate } = this.config;
        if (glutamate.kind === 'transient') {
          const lasts = glutamate.tau_ms * 1000 * Math.max(0, ln(glutamate.peak_mM / FIELD_FLOOR));
          this.transientUntil = Math.max(this.transientUntil, fusionTime + lasts);
          continue;
        }
        const now = Math.max(t0, fusionTime);
        if (tau > 0) {
          this.pores.push({ left: fusion.molecules, x: fusion.x, y: fusion.y });
          this.drawEmission(now);
        } else for (let k = 0; k < fusion.molecules; k++) this.emit(fusion.x, fusion.y, now, t1);
      } else if (this.nextEmission < t1) {
        const now = this.nextEmission;
        let k = Math.floor(uniform(this.rng) * this.inPores());
        const pore = this.pores.find((entry) => (k -= entry.left) < 0);
        if (pore !== undefined) {
          this.emit(pore.x, pore.y, now, t1);
          pore.left -= 1;
          if (pore.left === 0) this.pores = this.pores.filter((entry) => entry.left > 0);
        }
        this.drawEmission(now);
      } else return;
    }
  }

  /** Molecules still inside fused vesicles. */
  inPores(): number {
    let sum = 0;
    for (const pore of this.pores) sum += pore.left;
    return sum;
  }

  private drawEmission(now: number): void {
    const left = this.inPores();
    this.nextEmission = left > 0 ? now + (exponential(this.rng) * this.config.release.poreTau_us) / left : NEVER;
  }

  /** One molecule appears at the pore at time `now` and diffuses for the rest of the step. */
  private emit(x: number, y: number, now: number, t1: number): void {
    const { release, geometry, dt_us } = this.config;
    const [px, py] = release.poreRadius_nm > 0 ? inDisc(this.rng, x, y, release.poreRadius_nm) : [x, y];
    const i = addParticle(this.particles, px, py, geometry.cleftHeight, CLEFT);
    this.ledger.released += 1;
    const share = (t1 - now) / dt_us;
    if (share > 0 && !moveOne(this.space, this.particles, i, this.rng, this.space.sigma * Math.sqrt(share), false)) {
      this.particles.count -= 1;
      this.ledger.escaped += 1;
    }
  }

  private hasTransient(): boolean {
    return this.config.glutamate.kind === 'transient' && (this.fields.glu !== this.config.ambient_mM || this.time_us < this.transientUntil);
  }

  /** Sets the prescribed transient to its value in the middle of the coming interval. */
  private renewField(t0: number): void {
    const { glutamate, ambient_mM, dt_us } = this.config;
    if (glutamate.kind !== 'transient') return;
    let value = 0;
    const middle = t0 + (this.fieldEvery * dt_us) / 2;
    for (let k = 0; k < this.nextFusion; k++) {
      const since = middle - (this.fusions[k] as Fusion).time;
      if (since > 0) value += glutamate.peak_mM * exp(-since / (glutamate.tau_ms * 1000));
    }
    this.fields.glu = ambient_mM + (value > FIELD_FLOOR ? value : 0);
    this.renewRates(false);
  }

  private updatePostsynapse(now: number): void {
    const { chains, post } = this;
    if (!chains.openChanged && !isMoving(post)) return;
    commitPostsynapse(post, now);
    if (chains.openChanged) {
      post.open.set(chains.open);
      chains.openChanged = false;
    }
    if (Math.abs(post.v_mV - this.rateVoltage) > RATE_VOLTAGE_STEP) {
      this.rateVoltage = post.v_mV;
      this.renewRates(true);
    }
  }

  /** Computes rates anew after a change of voltage (only groups that feel it) or of a field. */
  private renewRates(voltageOnly: boolean): void {
    changeRates(this.chains, this.time_us, this.rng, (g) => {
      if (voltageOnly && !g.voltageDependent) return false;
      setRates(g, this.rateVoltage, this.fields, this.bindingVolume);
      return true;
    });
  }
}

/** The normal table is the same for every run. */
let table: Float64Array | null = null;

function sharedTable(): Float64Array {
  table ??= normalTable();
  return table;
}

function checkSteps(config: SynapseConfig): void {
  const { dt_us, bindingHeight_nm, bindingRadius_nm, diffusion_um2_per_ms, geometry } = config;
  if (!(dt_us > 0 && dt_us <= 10)) throw new RangeError('dt_us must lie above 0 and at most at 10 us');
  if (!(diffusion_um2_per_ms > 0)) throw new RangeError('diffusion_um2_per_ms must be positive');
  if (!(bindingRadius_nm > 0)) throw new RangeError('bindingRadius_nm must be positive');
  if (!(bindingHeight_nm > 0 && bindingHeight_nm <= geometry.cleftHeight))
    throw new RangeError('bindingHeight_nm must be positive and fit into the cleft');
}

/** The state in which a uniform number falls, for given occupancies. */
function drawState(occupancy: Float64Array, u: number): number {
  let target = u;
  let last = 0;
  for (let s = 0; s < occupancy.length; s++) {
    const p = occupancy[s] as number;
    if (!(p > 0)) continue;
    last = s;
    target -= p;
    if (target < 0) break;
  }
  return last;
}
