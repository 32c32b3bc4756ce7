/**
 * One site of a population (the somata with their basal dendrites, or the tufts): voltage, synapses and NMDA pools of its
 * cells. A cell is one record of a single array, so that a step of a cell and the arrival of an event stay within one or two
 * cache lines.
 */
import { exp } from '../elementary';
import type { NetworkConfig, NmdaPool, Site } from './config';
import { BlockTable } from './nmda';

/** Places in a record: voltage in mV. */
const V = 0;
/** AMPA and GABA-A conductance, nS. */
const AMPA = 1;
const GABA = 2;
/** NMDA conductance after block, nS: brought up to date every NMDA interval, and raised by each event in between. */
const NMDA = 3;
/** NMDA conductance that an event of 1 nS adds at once, at the voltage and block of the last update. */
const GAIN = 4;
/** NMDA events since the last update, nS. */
const ARRIVED = 5;
/** Number of places that every record has; those of the soma follow, then the pools. */
const COMMON = 6;
/** The places for other modules. */
export const PLACE = { v: V, ampa: AMPA, gaba: GABA, nmda: NMDA, gain: GAIN, arrived: ARRIVED, common: COMMON } as const;

/** Places of each pool: open conductance before any block in nS, share of channels that hold ketamine, and 1/nS of all channels. */
const OPEN = 0;
const BLOCKED = 1;
const SHARE = 2;
const PER_POOL = 3;

/** How a pool moves over one NMDA interval. */
interface Interval {
  /** What is left of the open conductance, its mean over the interval, and what an event of 1 nS opens. */
  readonly keep: number;
  readonly mean: number;
  readonly opens: number;
}

/** State of one NMDA pool on one site. */
export interface PoolState {
  readonly pool: NmdaPool;
  readonly kon_per_uM_ms: number;
  readonly stay_ms: number;
  /** Open probability of the gate when all channels stand open as far as they can: at the peak of an event, or at the ambient glutamate. */
  readonly fullOpen: number;
}

export class SiteState {
  /** Records of all cells. */
  readonly cells: Float64Array;
  readonly stride: number;
  /** Decay over one step. */
  readonly ampaKeep: number;
  readonly gabaKeep: number;
  /** Mean over the first step of a conductance that starts at 1: events enter with it, so that their charge does not depend on the step. */
  readonly ampaMean: number;
  readonly gabaMean: number;
  readonly pools: readonly PoolState[];
  /** `keep`, `mean`, `opens` of pool k from place 3 k. */
  private readonly intervals: Float64Array;
  /** Mg2+-free share of pool k at grid point `at`: free[at * pools + k]; unbinding of ketamine in 1/ms likewise. */
  private readonly free: Float64Array;
  private readonly off_per_ms: Float64Array;

  /** `own` is the number of places that the site's own kind of cell needs after the common ones. */
  constructor(
    readonly n: number,
    site: Site,
    config: NetworkConfig,
    private readonly own: number,
  ) {
    const { dt_ms, nmdaEvery } = config;
    this.ampaKeep = exp(-dt_ms / site.ampaDecay_ms);
    this.gabaKeep = exp(-dt_ms / site.gabaDecay_ms);
    this.ampaMean = meanOfDecay(dt_ms / site.ampaDecay_ms);
    this.gabaMean = meanOfDecay(dt_ms / site.gabaDecay_ms);
    const kinds = site.pools.map((pool) => {
      const kinetics = config.nmda.find(({ subunit }) => subunit === pool.subunit);
      if (kinetics === undefined) throw new RangeError(`There are no kinetics of subtype ${pool.subunit}`);
      return { pool, kinetics, table: new BlockTable(kinetics, config.mg_mM) };
    });
    this.pools = kinds.map(({ pool, kinetics }) => ({
      pool,
      kon_per_uM_ms: kinetics.kon_per_uM_ms,
      stay_ms: kinetics.stay_ms,
      fullOpen: pool.kind === 'tonic' ? kinetics.tonicOpen : kinetics.peakOpen,
    }));
    this.intervals = Float64Array.from(
      kinds.flatMap(({ pool, kinetics }) => {
        const { keep, mean, opens } = intervalOf(pool, (dt_ms * nmdaEvery) / kinetics.decay_ms);
        return [keep, mean, opens];
      }),
    );
    this.free = interleaved(kinds.map(({ table }) => table.free));
    this.off_per_ms = interleaved(kinds.map(({ table }) => table.off_per_ms));
    this.stride = COMMON + own + PER_POOL * kinds.length;
    this.cells = new Float64Array(n * this.stride);
    kinds.forEach(({ pool }, k) => {
      // Ambient glutamate holds its channels open for good: a pool that neither decays nor answers to events.
      if (pool.kind !== 'tonic') return;
      this.pick(this.poolPlace(k) + OPEN).forEach((_, i) => {
        this.cells[this.poolPlace(k) + OPEN + i * this.stride] = pool.size;
        this.cells[this.poolPlace(k) + SHARE + i * this.stride] = 1 / pool.size;
      });
    });
  }

  /** One place of every record, as a copy. */
  pick(place: number): Float64Array {
    return Float64Array.from({ length: this.n }, (_, i) => this.cells[i * this.stride + place] as number);
  }

  /** Share of the channels of pool k that hold ketamine, cell by cell. */
  blockedOf(k: number): Float64Array {
    return this.pick(this.poolPlace(k) + BLOCKED);
  }

  /** Tells each cell the NMDA conductance in nS of all its synapses used at once, which its channels cannot exceed. */
  setCapacity(total_nS: Float64Array): void {
    this.pools.forEach(({ pool }, k) => {
      if (pool.kind !== 'synaptic') return;
      total_nS.forEach((nS, i) => {
        this.cells[i * this.stride + this.poolPlace(k) + SHARE] = nS > 0 ? 1 / (nS * pool.size) : 0;
      });
    });
  }

  /** Brings the NMDA conductance up to date with the events of the last interval, voltage and block. */
  updateNmda(): void {
    const { cells, stride, free, intervals, n } = this;
    const kinds = this.pools.length;
    const first = COMMON + this.own;
    const end = n * stride;
    for (let o = 0; o < end; o += stride) {
      const at = BlockTable.index(cells[o + V] as number) * kinds;
      const arrived = cells[o + ARRIVED] as number;
      let conductance = 0;
      let gain = 0;
      for (let k = 0; k < kinds; k++) {
        const p = o + first + PER_POOL * k;
        const q = 3 * k;
        const share = cells[p + SHARE] as number;
        const opens = intervals[q + 2] as number;
        const left = (cells[p + OPEN] as number) * (intervals[q] as number);
        // Channels that are open already cannot open again.
        const open = left + opens * arrived * (1 - left * share);
        const passing = (1 - (cells[p + BLOCKED] as number)) * (free[at + k] as number);
        cells[p + OPEN] = open;
        conductance += open * (intervals[q + 1] as number) * passing;
        gain += opens * (1 - open * share) * passing;
      }
      cells[o + NMDA] = conductance;
      cells[o + GAIN] = gain;
      cells[o + ARRIVED] = 0;
    }
  }

  /** Advances the slow block by `ms` of drug time at a free ketamine in uM; implicit Euler. */
  updateBlock(ketamine_uM: number, ms: number): void {
    const { cells, stride, free, off_per_ms, n, pools } = this;
    const kinds = pools.length;
    pools.forEach(({ pool, kon_per_uM_ms, stay_ms, fullOpen }, k) => {
      if (!pool.reached) return;
      const entering = kon_per_uM_ms * ketamine_uM;
      for (let i = 0, o = 0, p = this.poolPlace(k); i < n; i++, o += stride, p += stride) {
        const gate = fullOpen * (cells[p + OPEN] as number) * (cells[p + SHARE] as number);
        const at = BlockTable.index(cells[o + V] as number) * kinds + k;
        const on = entering * (free[at] as number);
        const both = on + (off_per_ms[at] as number);
        const pace = (gate * ms) / (1 + stay_ms * both);
        cells[p + BLOCKED] = ((cells[p + BLOCKED] as number) + on * pace) / (1 + both * pace);
      }
    });
  }

  private poolPlace(k: number): number {
    return COMMON + this.own + PER_POOL * k;
  }
}

function intervalOf(pool: NmdaPool, decays: number): Interval {
  if (pool.kind === 'tonic') return { keep: 1, mean: 1, opens: 0 };
  return { keep: exp(-decays), mean: meanOfDecay(decays), opens: pool.size };
}

/** Mean of exp(-t) over 0 .. x. */
function meanOfDecay(x: number): number {
  return (1 - exp(-x)) / x;
}

/** Several tables of one length as one: entry k of point `at` at place at * tables + k. */
function interleaved(tables: readonly Float64Array[]): Float64Array {
  const points = tables[0]?.length ?? 0;
  return Float64Array.from({ length: points * tables.length }, (_, j) => tables[j % tables.length]?.[Math.floor(j / tables.length)] ?? 0);
}
