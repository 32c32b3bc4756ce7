/**
 * Bursting cells of the lateral habenula,
 *   C dV/dt = gL (EL - V) + gT m^2 h (ECa - V) + gN U(V) (1 - b) (EE - V) + gK (EK - V) + gL D exp((V - VT)/D) + I.
 * The T-type current is that of Huguenard & McCormick (`tcurrent.ts`); U is the Mg2+-free share of NMDA channels and b the
 * share that holds ketamine. A low-threshold Ca2+ spike carries a burst; the NMDA current supplies the depolarisation that
 * starts it, the afterhyperpolarisation ends it and makes T channels available again. That bursting needs both currents is
 * what slices showed (Yang et al. 2018, doi 10.1038/nature25509); the cell is a small model in that style, not a copy of theirs.
 */
import { exp } from '../../elementary';
import { BlockTable } from '../nmda';
import type { BurstCell, Regime } from './config';
import { activation, activationTau_ms, availability, inactivationTau_ms } from './tcurrent';

const CUT_SLOPES = 5;
const FROM_MV = -120;
const TO_MV = 20;
const PER_MV = 10;

/** Voltage functions on a grid of 0.1 mV, read at the nearest point. */
class Grid {
  readonly m: Float64Array;
  readonly mStep: Float64Array;
  readonly h: Float64Array;
  readonly hStep: Float64Array;
  readonly upstroke_pA: Float64Array;

  constructor(cell: BurstCell, dt_ms: number) {
    const over = (f: (v: number) => number): Float64Array =>
      Float64Array.from({ length: (TO_MV - FROM_MV) * PER_MV + 1 }, (_, i) => f(FROM_MV + i / PER_MV));
    this.m = over((v) => activation(cell.t, v));
    this.mStep = over((v) => 1 - exp(-dt_ms / activationTau_ms(cell.t, v)));
    this.h = over((v) => availability(cell.t, v));
    this.hStep = over((v) => 1 - exp(-dt_ms / inactivationTau_ms(cell.t, v)));
    const top = cell.threshold_mV + CUT_SLOPES * cell.slope_mV;
    this.upstroke_pA = over((v) => cell.leak_nS * cell.slope_mV * exp((Math.min(v, top) - cell.threshold_mV) / cell.slope_mV));
  }

  static index(v_mV: number): number {
    return v_mV <= FROM_MV ? 0 : v_mV >= TO_MV ? (TO_MV - FROM_MV) * PER_MV : ((v_mV - FROM_MV) * PER_MV + 0.5) | 0;
  }
}

/** Any number of such cells without synapses between them. Deterministic. */
export class BurstCells {
  readonly n: number;
  readonly v_mV: Float64Array;
  /** Cells that spiked in the last step are spiked[0 .. spikeCount - 1]. */
  readonly spiked: Int32Array;
  spikeCount = 0;
  /** Share of NMDA channels that hold ketamine, the same in all cells. */
  blocked = 0;
  private readonly m: Float64Array;
  private readonly h: Float64Array;
  private readonly after_nS: Float64Array;
  private readonly refractory: Int32Array;
  private readonly grid: Grid;
  private readonly table: BlockTable;
  private readonly afterKeep: number;

  constructor(
    readonly cell: BurstCell,
    /** Current into each cell, pA. */
    readonly current_pA: Float64Array,
    readonly dt_ms: number,
  ) {
    this.n = current_pA.length;
    this.v_mV = new Float64Array(this.n).fill(cell.leakReversal_mV);
    this.m = new Float64Array(this.n).fill(activation(cell.t, cell.leakReversal_mV));
    this.h = new Float64Array(this.n).fill(availability(cell.t, cell.leakReversal_mV));
    this.after_nS = new Float64Array(this.n);
    this.refractory = new Int32Array(this.n);
    this.spiked = new Int32Array(this.n);
    this.grid = new Grid(cell, dt_ms);
    this.table = new BlockTable(cell.nmda, cell.mg_mM);
    this.afterKeep = exp(-dt_ms / cell.afterTau_ms);
  }

  /** One step of all cells. */
  step(): void {
    const { cell, grid, v_mV, m, h, after_nS, refractory, current_pA, dt_ms } = this;
    const { t } = cell;
    const rate = dt_ms / cell.capacitance_pF;
    const nmda = cell.nmda_nS * (1 - this.blocked);
    const cut = cell.threshold_mV + CUT_SLOPES * cell.slope_mV;
    const hold = Math.round(cell.refractory_ms / dt_ms);
    let count = 0;
    for (let i = 0; i < this.n; i++) {
      const v = v_mV[i] as number;
      const at = Grid.index(v);
      const gate = (m[i] as number) + ((grid.m[at] as number) - (m[i] as number)) * (grid.mStep[at] as number);
      const left = (h[i] as number) + ((grid.h[at] as number) - (h[i] as number)) * (grid.hStep[at] as number);
      m[i] = gate;
      h[i] = left;
      const after = (after_nS[i] as number) * this.afterKeep;
      after_nS[i] = after;
      if ((refractory[i] as number) > 0) {
        refractory[i] = (refractory[i] as number) - 1;
        continue;
      }
      const calcium = t.conductance_nS * gate * gate * left;
      const slow = nmda * (this.table.free[BlockTable.index(v)] as number);
      const x = (cell.leak_nS + calcium + slow + after) * rate;
      const input =
        cell.leak_nS * cell.leakReversal_mV +
        calcium * t.reversal_mV +
        slow * cell.excitatoryReversal_mV +
        after * cell.potassiumReversal_mV +
        (grid.upstroke_pA[at] as number) +
        (current_pA[i] as number);
      const even = 1 + (x * x) / 12;
      const next = (v * (even - x / 2) + input * rate) / (even + x / 2);
      if (next > cut) {
        v_mV[i] = cell.reset_mV;
        after_nS[i] = after + cell.afterStep_nS;
        refractory[i] = hold;
        this.spiked[count] = i;
        count += 1;
      } else v_mV[i] = next;
    }
    this.spikeCount = count;
  }
}

/** Two spikes at most this far apart belong to one burst, ms. */
export const BURST_GAP_MS = 20;

/** Groups of at least two spikes with gaps of at most `BURST_GAP_MS`: index of the first spike, and how many. Times rise. */
export function burstsOf(times_ms: ArrayLike<number>): { readonly first: number; readonly count: number }[] {
  const bursts: { first: number; count: number }[] = [];
  let first = 0;
  for (let k = 1; k <= times_ms.length; k++) {
    if (k < times_ms.length && (times_ms[k] as number) - (times_ms[k - 1] as number) <= BURST_GAP_MS) continue;
    if (k - first >= 2) bursts.push({ first, count: k - first });
    first = k;
  }
  return bursts;
}

/** Share of spikes that belong to bursts; 0 without spikes. */
export function burstShare(times_ms: ArrayLike<number>): number {
  return times_ms.length === 0 ? 0 : burstsOf(times_ms).reduce((sum, { count }) => sum + count, 0) / times_ms.length;
}

/**
 * How a cell fires, from its spikes over a stretch: silent without spikes, bursting when most spikes belong to bursts that are
 * set apart by longer gaps, else tonic. A train without any longer gap is tonic however fast it is.
 */
export function regimeOf(times_ms: ArrayLike<number>): Regime {
  if (times_ms.length === 0) return 'silent';
  const bursts = burstsOf(times_ms);
  return bursts.length >= 2 && burstShare(times_ms) > 0.5 ? 'burst' : 'tonic';
}
