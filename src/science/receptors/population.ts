/**
 * Single receptors as Markov chains, by exact waiting times.
 *
 * Each receptor owns a unit-exponential threshold that its running hazard uses up; it jumps when the threshold is
 * reached (random time change, Anderson 2007, doi 10.1063/1.2799998). With concentrations held constant during one
 * `step` this is exact for any step length, and between jumps a step costs a few additions and no random number.
 *
 * For a particle simulation a ligand can be declared external: its binding transitions then never fire by themselves.
 * The simulation decides when a molecule binds and calls `bind`; it learns of released molecules from the event log.
 */
import type { CompiledScheme } from './compile';
import { concentrations, type Conditions, voltageRates } from './rates';
import { exponential, type Rng, uniform32 } from '../random';

/** Everything needed to continue a run: plain arrays, structured-clone and JSON friendly after `Array.from`. */
export interface PopulationSnapshot {
  readonly states: Uint8Array;
  readonly thresholds: Float64Array;
  readonly concentrations: Float64Array;
  readonly v_mV: number;
  readonly rng: Int32Array;
}

/** The medium and the start of a population. */
export interface PopulationOptions {
  /** Starting medium, the same for every receptor. */
  readonly conditions: Conditions;
  /** Ligands whose binding is decided outside (see `bind`). */
  readonly externalLigands?: readonly string[];
  /** Starting occupancies to draw from, length n; the scheme's initial ones by default. */
  readonly start?: Float64Array;
}

/**
 * Single receptors as continuous-time Markov chains with exact waiting times (Gillespie 1977, doi 10.1021/j100540a008), each in its own
 * medium.
 */
export class ReceptorPopulation {
  readonly scheme: CompiledScheme;
  readonly count: number;
  /** State of each receptor; length count. */
  readonly states: Uint8Array;
  /** Concentrations in mM, one row of `scheme.ligands.length` per receptor; write here to give each its own medium. */
  readonly concentrations: Float64Array;
  /** Jumps of the last `step`: receptor, transition and time since the start of that step (ms); the first `eventCount` entries. */
  eventCount = 0;
  eventReceptor = new Int32Array(64);
  eventTransition = new Int32Array(64);
  eventTime = new Float64Array(64);
  /**
   * Binding rate per mM and ms at the present voltage, one row of ligands per state: `bindRate[state * L + ligand]`.
   * It is filled for every ligand, external or not.
   */
  readonly bindRate: Float64Array;

  private readonly rng: Rng;
  private readonly external: Uint8Array;
  private readonly thresholds: Float64Array;
  private readonly rate: Float64Array;
  private readonly exitFixed: Float64Array;
  private voltage: number;

  constructor(scheme: CompiledScheme, count: number, rng: Rng, options: PopulationOptions) {
    if (!Number.isInteger(count) || count < 0) throw new RangeError(`The number of receptors must be a whole number, not ${count}`);
    const ligandCount = scheme.ligands.length;
    this.scheme = scheme;
    this.count = count;
    this.rng = rng;
    this.states = new Uint8Array(count);
    this.thresholds = new Float64Array(count);
    this.concentrations = new Float64Array(count * ligandCount);
    this.rate = new Float64Array(scheme.m);
    this.exitFixed = new Float64Array(scheme.n);
    this.bindRate = new Float64Array(scheme.n * ligandCount);
    this.external = Uint8Array.from(scheme.ligands, (ligand) => (options.externalLigands?.includes(ligand) === true ? 1 : 0));
    this.voltage = options.conditions.v_mV;
    this.setConditions(options.conditions);
    const start = options.start ?? scheme.initial;
    for (let i = 0; i < count; i++) {
      this.states[i] = drawState(start, uniform32(rng));
      this.thresholds[i] = exponential(rng);
    }
  }

  get v_mV(): number {
    return this.voltage;
  }

  /** Sets the voltage in mV and recomputes the rate tables; call it only when the voltage changes. */
  setVoltage(v_mV: number): void {
    const { scheme, rate, exitFixed, bindRate } = this;
    const ligandCount = scheme.ligands.length;
    this.voltage = v_mV;
    voltageRates(scheme, v_mV, rate);
    exitFixed.fill(0);
    bindRate.fill(0);
    for (let t = 0; t < scheme.m; t++) {
      const from = scheme.from[t] as number;
      const ligand = scheme.ligand[t] as number;
      if (ligand < 0) exitFixed[from] = (exitFixed[from] as number) + (rate[t] as number);
      else {
        const at = from * ligandCount + ligand;
        bindRate[at] = (bindRate[at] as number) + (rate[t] as number);
      }
    }
  }

  /** The same medium for every receptor. Throws a RangeError as `concentrations` does. */
  setConditions(conditions: Conditions): void {
    const row = concentrations(this.scheme, conditions);
    for (let i = 0; i < this.count; i++) this.concentrations.set(row, i * row.length);
    this.setVoltage(conditions.v_mV);
  }

  /** One ligand for every receptor, mM; ignored when the scheme does not bind it. */
  setLigand(ligandName: string, value_mM: number): void {
    const width = this.scheme.ligands.length;
    const ligand = this.scheme.ligands.indexOf(ligandName);
    if (ligand < 0) return;
    for (let at = ligand; at < this.concentrations.length; at += width) this.concentrations[at] = value_mM;
  }

  /** Advances every receptor by `dt` ms at the present concentrations and voltage, and refills the event log. */
  step(dt: number): void {
    this.eventCount = 0;
    const { count, states, thresholds } = this;
    for (let i = 0; i < count; i++) {
      let left = dt;
      let exit = this.exitRate(i);
      while (exit * left >= (thresholds[i] as number)) {
        left -= (thresholds[i] as number) / exit;
        const transition = this.drawTransition(i, exit);
        states[i] = this.scheme.to[transition] as number;
        thresholds[i] = exponential(this.rng);
        this.log(i, transition, dt - left);
        exit = this.exitRate(i);
      }
      thresholds[i] = (thresholds[i] as number) - exit * left;
    }
  }

  /**
   * Binds one molecule of an external ligand to receptor `i` if its state has a free site for it. Returns the
   * transition taken, or -1. Where a state offers several sites one is drawn in proportion to the rates.
   */
  bind(i: number, ligand: number): number {
    const { scheme, rate, states } = this;
    const state = states[i] as number;
    const total = this.bindRate[state * scheme.ligands.length + ligand] as number;
    if (!(total > 0)) return -1;
    let chosen = -1;
    let target = total * uniform32(this.rng);
    const end = scheme.outStart[state + 1] as number;
    for (let t = scheme.outStart[state] as number; t < end && target >= 0; t++) {
      if (scheme.ligand[t] !== ligand || !((rate[t] as number) > 0)) continue;
      chosen = t;
      target -= rate[t] as number;
    }
    states[i] = scheme.to[chosen] as number;
    return chosen;
  }

  /** Number of receptors in a conducting state. */
  openCount(): number {
    let open = 0;
    for (let i = 0; i < this.count; i++) open += this.scheme.conducting[this.states[i] as number] as number;
    return open;
  }

  /** Number of receptors in each state; length n. */
  stateCounts(out = new Int32Array(this.scheme.n)): Int32Array {
    out.fill(0);
    for (let i = 0; i < this.count; i++) {
      const s = this.states[i] as number;
      out[s] = (out[s] as number) + 1;
    }
    return out;
  }

  /** A copy of everything that changes, the generator included. */
  snapshot(): PopulationSnapshot {
    return {
      states: this.states.slice(),
      thresholds: this.thresholds.slice(),
      concentrations: this.concentrations.slice(),
      v_mV: this.voltage,
      rng: this.rng.slice(),
    };
  }

  /** Returns to a snapshot of a population of the same scheme and size; the generator's state is restored in place. */
  restore(snapshot: PopulationSnapshot): void {
    this.states.set(snapshot.states);
    this.thresholds.set(snapshot.thresholds);
    this.concentrations.set(snapshot.concentrations);
    this.rng.set(snapshot.rng);
    this.setVoltage(snapshot.v_mV);
  }

  /** Total rate of leaving the present state of receptor i by itself, 1/ms. */
  private exitRate(i: number): number {
    const width = this.scheme.ligands.length;
    const state = this.states[i] as number;
    let sum = this.exitFixed[state] as number;
    for (let l = 0; l < width; l++) {
      if (this.external[l] === 0) sum += (this.bindRate[state * width + l] as number) * (this.concentrations[i * width + l] as number);
    }
    return sum;
  }

  private drawTransition(i: number, exit: number): number {
    const { scheme, rate, concentrations, external } = this;
    const width = scheme.ligands.length;
    const state = this.states[i] as number;
    const end = scheme.outStart[state + 1] as number;
    let target = exit * uniform32(this.rng);
    let chosen = -1;
    for (let t = scheme.outStart[state] as number; t < end; t++) {
      const ligand = scheme.ligand[t] as number;
      let k = rate[t] as number;
      if (ligand >= 0) k = external[ligand] === 1 ? 0 : k * (concentrations[i * width + ligand] as number);
      if (k === 0) continue;
      chosen = t;
      target -= k;
      if (target < 0) break;
    }
    return chosen;
  }

  private log(receptor: number, transition: number, time: number): void {
    const at = this.eventCount;
    if (at === this.eventReceptor.length) {
      this.eventReceptor = grow(this.eventReceptor, new Int32Array(at * 2));
      this.eventTransition = grow(this.eventTransition, new Int32Array(at * 2));
      this.eventTime = grow(this.eventTime, new Float64Array(at * 2));
    }
    this.eventReceptor[at] = receptor;
    this.eventTransition[at] = transition;
    this.eventTime[at] = time;
    this.eventCount = at + 1;
  }
}

function grow<T extends Int32Array | Float64Array>(old: T, larger: T): T {
  larger.set(old);
  return larger;
}

/** The state in which a uniform number falls, for given occupancies. */
function drawState(occupancy: Float64Array, u: number): number {
  let target = u;
  let last = 0;
  for (let s = 0; s < occupancy.length; s++) {
    const p = occupancy[s] as number;
    if (p <= 0) continue;
    last = s;
    target -= p;
    if (target < 0) return s;
  }
  return last;
}
