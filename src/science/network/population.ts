/**
 * State of one population and its inner loops. All cells of a population share their constants; arrays have one entry a cell.
 *
 * Somata are adaptive exponential integrate-and-fire neurons (Brette & Gerstner 2005, doi 10.1152/jn.00686.2005),
 *   C dV/dt = gL (EL - V) + gL D exp((V - VT)/D) - w + gE (EE - V) + gI (EI - V) + gN (EE - V) + gc (Vd - V) + I
 *   tau_w dw/dt = a (V - EL) - w,
 * with a spike at V > VT + 5 D, then V = Vr for the refractory time and w + b. A tuft is a passive compartment with its own
 * synapses. The linear part of a step is the (2,2) Padé approximant of the exact exponential; the upstroke term is taken at
 * the step's start from a table.
 */
import { exp } from '../elementary';
import { gaussian, type Rng, uniform32 } from '../random';
import type { NetworkConfig, NmdaPool, Population } from './config';
import { BlockTable } from './nmda';

/** A spike is declared this many slope factors above threshold, and the upstroke is left out this many below it. */
const CUT_SLOPES = 5;
const FLOOR_SLOPES = -6;
/** Points of the upstroke table per slope factor; the nearest one is at most 0.2 % off. */
const TABLE_PER_SLOPE = 256;
const TWELFTH = 1 / 12;

/** State of one NMDA pool on one site. */
export interface PoolState {
  readonly pool: NmdaPool;
  readonly table: BlockTable;
  /** Conductance of open channels in nS before any block (synaptic pools). */
  readonly open_nS: Float64Array;
  /** One over that conductance if every synapse had just been used, 1/nS; set by the network's wiring. */
  readonly share_per_nS: Float64Array;
  /** Share of channels that hold ketamine. */
  readonly blocked: Float64Array;
  /** Decay over one NMDA interval, open probability at the peak of an event, and at the ambient glutamate. */
  readonly keep: number;
  /** Mean over an interval of what stands at its start. */
  readonly mean: number;
  readonly peakOpen: number;
  readonly tonicOpen: number;
  readonly kon_per_uM_ms: number;
  readonly stay_ms: number;
}

/** Synaptic state of one site. */
export interface SiteState {
  readonly ampa_nS: Float64Array;
  readonly gaba_nS: Float64Array;
  /** NMDA conductance after block, held over one NMDA interval. */
  readonly nmda_nS: Float64Array;
  /** NMDA events since the last update, nS. */
  readonly arrived_nS: Float64Array;
  /** Decay over one step. */
  readonly ampaKeep: number;
  readonly gabaKeep: number;
  /** Mean over the first step of a conductance that starts at 1: events enter with it, so that their charge does not depend on the step. */
  readonly ampaMean: number;
  readonly gabaMean: number;
  readonly pools: readonly PoolState[];
  readonly v_mV: Float64Array;
}

export class PopulationState {
  readonly n: number;
  readonly v_mV: Float64Array;
  readonly w_pA: Float64Array;
  readonly threshold_mV: Float64Array;
  readonly refractory: Int32Array;
  /** Fractions of a step that refractory times have lasted too long. */
  readonly owedSteps: Float64Array;
  /** Voltage of the tuft; the soma's own array when there is none. */
  readonly tuft_mV: Float64Array;
  readonly sites: readonly SiteState[];
  /** Cells that spiked in the last step are spiked[0 .. spikeCount - 1]. */
  readonly spiked: Int32Array;
  spikeCount = 0;
  /** Constant current into every soma, pA. */
  current_pA: number;
  private readonly upstroke: Float64Array;
  /** Scratch: voltages as places in the block tables. */
  private readonly grid: Int32Array;

  constructor(
    readonly population: Population,
    private readonly config: NetworkConfig,
    rng: Rng,
  ) {
    const { cell, count, tuft } = population;
    this.n = count;
    this.current_pA = population.current_pA;
    this.threshold_mV = Float64Array.from({ length: count }, () => cell.threshold_mV + population.thresholdSpread_mV * gaussian(rng));
    // Cells start anywhere between rest and threshold, so that they do not fire as one.
    this.v_mV = Float64Array.from(
      { length: count },
      () => cell.leakReversal_mV + uniform32(rng) * (cell.threshold_mV - cell.leakReversal_mV),
    );
    this.w_pA = new Float64Array(count);
    this.refractory = new Int32Array(count);
    this.owedSteps = new Float64Array(count);
    this.spiked = new Int32Array(count);
    this.grid = new Int32Array(count);
    this.tuft_mV = tuft === null ? this.v_mV : new Float64Array(count).fill(tuft.leakReversal_mV);
    this.sites = population.sites.map((site) => {
      const zero = (): Float64Array => new Float64Array(count);
      return {
        ampa_nS: zero(),
        gaba_nS: zero(),
        nmda_nS: zero(),
        arrived_nS: zero(),
        ampaKeep: exp(-config.dt_ms / site.ampaDecay_ms),
        gabaKeep: exp(-config.dt_ms / site.gabaDecay_ms),
        ampaMean: meanOfDecay(config.dt_ms / site.ampaDecay_ms),
        gabaMean: meanOfDecay(config.dt_ms / site.gabaDecay_ms),
        pools: site.pools.map((pool) => this.poolState(pool)),
        v_mV: site.id === 'tuft' ? this.tuft_mV : this.v_mV,
      };
    });
    const steps = (CUT_SLOPES - FLOOR_SLOPES) * TABLE_PER_SLOPE;
    this.upstroke = Float64Array.from(
      { length: steps + 2 },
      (_, i) => cell.leak_nS * cell.slope_mV * exp(FLOOR_SLOPES + i / TABLE_PER_SLOPE),
    );
  }

  private poolState(pool: NmdaPool): PoolState {
    const { config, n } = this;
    const kinetics = config.nmda.find(({ subunit }) => subunit === pool.subunit);
    if (kinetics === undefined) throw new RangeError(`There are no kinetics of subtype ${pool.subunit}`);
    return {
      pool,
      table: new BlockTable(kinetics, config.mg_mM),
      open_nS: new Float64Array(n),
      share_per_nS: new Float64Array(n),
      blocked: new Float64Array(n),
      keep: exp((-config.dt_ms * config.nmdaEvery) / kinetics.decay_ms),
      mean: meanOfDecay((config.dt_ms * config.nmdaEvery) / kinetics.decay_ms),
      peakOpen: kinetics.peakOpen,
      tonicOpen: kinetics.tonicOpen,
      kon_per_uM_ms: kinetics.kon_per_uM_ms,
      stay_ms: kinetics.stay_ms,
    };
  }

  /** Brings the NMDA conductances of all sites up to date with the events of the last interval, voltage and block. */
  updateNmda(): void {
    const { n, grid } = this;
    for (const site of this.sites) {
      const { nmda_nS, arrived_nS, v_mV } = site;
      for (let i = 0; i < n; i++) grid[i] = BlockTable.index(v_mV[i] as number);
      nmda_nS.fill(0);
      for (const state of site.pools) {
        if (state.pool.kind === 'tonic') addTonic(state, grid, nmda_nS, n);
        else addSynaptic(state, grid, arrived_nS, nmda_nS, n);
      }
      arrived_nS.fill(0);
    }
  }

  /** Advances the slow block by `ms` of drug time at a free ketamine in uM; implicit Euler. */
  updateBlock(ketamine_uM: number, ms: number): void {
    for (const site of this.sites) {
      for (const { pool, table, open_nS, share_per_nS, blocked, peakOpen, tonicOpen, kon_per_uM_ms, stay_ms } of site.pools) {
        if (!pool.reached) continue;
        const { free, off_per_ms } = table;
        const entering = kon_per_uM_ms * ketamine_uM;
        const tonic = pool.kind === 'tonic';
        for (let i = 0; i < this.n; i++) {
          const gate = tonic ? tonicOpen : peakOpen * (open_nS[i] as number) * (share_per_nS[i] as number);
          const at = BlockTable.index(site.v_mV[i] as number);
          const on = entering * (free[at] as number);
          const both = on + (off_per_ms[at] as number);
          const pace = (gate * ms) / (1 + stay_ms * both);
          blocked[i] = ((blocked[i] as number) + on * pace) / (1 + both * pace);
        }
      }
    }
  }

  /** One membrane step of every cell; fills `spiked`. */
  step(): void {
    if (this.population.tuft !== null) this.stepTufts();
    this.stepSomata();
  }

  private stepTufts(): void {
    const { population, config, v_mV, tuft_mV } = this;
    const { tuft } = population;
    const site = this.sites[1];
    if (tuft === null || site === undefined) return;
    const { ampa_nS, gaba_nS, nmda_nS, ampaKeep, gabaKeep } = site;
    const rate = config.dt_ms / tuft.capacitance_pF;
    const rest = tuft.leak_nS + tuft.coupling_nS;
    const drive = tuft.leak_nS * tuft.leakReversal_mV;
    const coupling = tuft.coupling_nS;
    const excitatory = config.excitatoryReversal_mV;
    const inhibitory = config.inhibitoryReversal_mV;
    for (let i = 0; i < this.n; i++) {
      const e = (ampa_nS[i] as number) + (nmda_nS[i] as number);
      const g = gaba_nS[i] as number;
      const x = (rest + e + g) * rate;
      const input = drive + coupling * (v_mV[i] as number) + e * excitatory + g * inhibitory;
      const even = 1 + x * x * TWELFTH;
      const odd = 0.5 * x;
      tuft_mV[i] = ((tuft_mV[i] as number) * (even - odd) + input * rate) / (even + odd);
      ampa_nS[i] = (ampa_nS[i] as number) * ampaKeep;
      gaba_nS[i] = g * gabaKeep;
    }
  }

  private stepSomata(): void {
    const { population, config, v_mV, w_pA, tuft_mV, threshold_mV, refractory, owedSteps, spiked, upstroke } = this;
    const { cell, tuft } = population;
    const site = this.sites[0];
    if (site === undefined) return;
    const { ampa_nS, gaba_nS, nmda_nS, ampaKeep, gabaKeep } = site;
    const rate = config.dt_ms / cell.capacitance_pF;
    const coupling = tuft === null ? 0 : tuft.coupling_nS;
    const rest = cell.leak_nS + coupling;
    const drive = cell.leak_nS * cell.leakReversal_mV + this.current_pA;
    const excitatory = config.excitatoryReversal_mV;
    const inhibitory = config.inhibitoryReversal_mV;
    const relax = 1 - exp(-config.dt_ms / cell.adaptationTau_ms);
    const floor = FLOOR_SLOPES * cell.slope_mV;
    const cut = CUT_SLOPES * cell.slope_mV;
    const perPoint = TABLE_PER_SLOPE / cell.slope_mV;
    const hold = Math.round(cell.refractory_ms / config.dt_ms);
    const { n } = this;
    const adaptation = cell.adaptation_nS;
    const leakReversal = cell.leakReversal_mV;
    let count = 0;
    for (let i = 0; i < n; i++) {
      const v = v_mV[i] as number;
      const ampa = ampa_nS[i] as number;
      const g = gaba_nS[i] as number;
      ampa_nS[i] = ampa * ampaKeep;
      gaba_nS[i] = g * gabaKeep;
      const w = w_pA[i] as number;
      const left = refractory[i] as number;
      if (left > 0) {
        refractory[i] = left - 1;
        w_pA[i] = w + (adaptation * (v - leakReversal) - w) * relax;
        continue;
      }
      const threshold = threshold_mV[i] as number;
      const e = ampa + (nmda_nS[i] as number);
      const at = (v - threshold - floor) * perPoint;
      let input = drive - w + coupling * (tuft_mV[i] as number) + e * excitatory + g * inhibitory;
      if (at > 0) input += upstroke[(at + 0.5) | 0] as number;
      const x = (rest + e + g) * rate;
      const even = 1 + x * x * TWELFTH;
      const odd = 0.5 * x;
      const next = (v * (even - odd) + input * rate) / (even + odd);
      const adapted = w + (adaptation * (next - leakReversal) - w) * relax;
      if (next - threshold > cut) {
        v_mV[i] = cell.reset_mV;
        w_pA[i] = adapted + cell.adaptationStep_pA;
        // What was left of the step after the crossing is owed to the refractory time, so that intervals do not depend on the step.
        let owed = (owedSteps[i] as number) + 1 - (cut - (v - threshold)) / (next - v);
        refractory[i] = owed >= 1 && hold > 0 ? hold - 1 : hold;
        if (owed >= 1) owed -= 1;
        owedSteps[i] = owed;
        spiked[count] = i;
        count += 1;
      } else {
        v_mV[i] = next;
        w_pA[i] = adapted;
      }
    }
    this.spikeCount = count;
  }

  /** Every array that changes with time, for snapshots. */
  arrays(): (Float64Array | Int32Array)[] {
    const sites = this.sites.flatMap((site) => [
      site.ampa_nS,
      site.gaba_nS,
      site.nmda_nS,
      site.arrived_nS,
      ...site.pools.flatMap((pool) => [pool.open_nS, pool.blocked]),
    ]);
    return [this.v_mV, this.w_pA, this.refractory, this.owedSteps, ...(this.tuft_mV === this.v_mV ? [] : [this.tuft_mV]), ...sites];
  }
}

/** Adds the conductance of channels that ambient glutamate holds open. */
function addTonic({ pool, table, blocked }: PoolState, grid: Int32Array, nmda_nS: Float64Array, n: number): void {
  const { size } = pool;
  const { free } = table;
  for (let i = 0; i < n; i++) {
    nmda_nS[i] = (nmda_nS[i] as number) + size * (1 - (blocked[i] as number)) * (free[grid[i] as number] as number);
  }
}

/** Lets a synaptic pool decay over one interval, opens what has arrived and adds its conductance. */
function addSynaptic(state: PoolState, grid: Int32Array, arrived_nS: Float64Array, nmda_nS: Float64Array, n: number): void {
  const { open_nS, share_per_nS, blocked, keep, mean } = state;
  const { size } = state.pool;
  const { free } = state.table;
  for (let i = 0; i < n; i++) {
    const left = (open_nS[i] as number) * keep;
    // Channels that are open already cannot open again.
    const open = left + size * (arrived_nS[i] as number) * (1 - left * (share_per_nS[i] as number));
    open_nS[i] = open;
    nmda_nS[i] = (nmda_nS[i] as number) + open * mean * (1 - (blocked[i] as number)) * (free[grid[i] as number] as number);
  }
}

/** Mean of exp(-t) over 0 .. x. */
function meanOfDecay(x: number): number {
  return (1 - exp(-x)) / x;
}
