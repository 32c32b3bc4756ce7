/**
 * State of one population and its inner loops. All cells of a population share their constants; what differs lies in the
 * records of its sites.
 *
 * Somata are adaptive exponential integrate-and-fire neurons (Brette & Gerstner 2005, doi 10.1152/jn.00686.2005),
 *   C dV/dt = gL (EL - V) + gL D exp((V - VT)/D) - w + gE (EE - V) + gI (EI - V) + gN (EE - V) + gc (Vd - V) + I
 *   tau_w dw/dt = a (V - EL) - w,
 * with a spike at V > VT + 5 D, then V = Vr for the refractory time and w + b. A tuft is a passive compartment with its own
 * synapses. The linear part of a step is the (2,2) Padé approximant of the exact exponential; the upstroke enters as the
 * current that has the effect of its own exact course over the step, from a table.
 */
import { exp, ln } from '../elementary';
import { gaussian, type Rng, uniform32 } from '../random';
import type { CellModel, NetworkConfig, Population } from './config';
import { PLACE, SiteState } from './site';

/** Copies of the places: to V8 a module's own constants are constants, imported ones are not (the loops below took four times as long). */
const { v: V, ampa: AMPA, gaba: GABA, nmda: NMDA, common: COMMON } = PLACE;

/** A spike is declared this many slope factors above threshold, and the upstroke is left out this many below it. */
const CUT_SLOPES = 5;
const FLOOR_SLOPES = -6;
/** Points of the upstroke table per slope factor; the nearest one is at most 0.2 % off. */
const TABLE_PER_SLOPE = 256;
const TWELFTH = 1 / 12;

/** Places of a soma's record: adaptation current in pA, threshold in mV, steps that are left of the refractory time. */
const W = COMMON;
const THRESHOLD = COMMON + 1;
const REFRACTORY = COMMON + 2;
/** Fraction of a step that refractory times have lasted too long. */
const OWED = COMMON + 3;
const OF_SOMA = 4;

export class PopulationState {
  readonly n: number;
  /** The somata first; the tufts second when there are any. */
  readonly sites: readonly SiteState[];
  readonly soma: SiteState;
  readonly tuft: SiteState | null;
  /** Cells that spiked in the last step are spiked[0 .. spikeCount - 1]. */
  readonly spiked: Int32Array;
  spikeCount = 0;
  /** Constant current into every soma, pA. */
  current_pA: number;
  private readonly upstroke_pA: Float64Array;

  /** Throws a RangeError for a population without a site, or with a tuft that has none. */
  constructor(
    readonly population: Population,
    private readonly config: NetworkConfig,
    rng: Rng,
  ) {
    const { id, cell, count, tuft } = population;
    this.n = count;
    this.current_pA = population.current_pA;
    this.spiked = new Int32Array(count);
    this.sites = population.sites.map((site) => new SiteState(count, site, config, site.id === 'soma' ? OF_SOMA : 0));
    const [soma, apical] = this.sites;
    if (soma === undefined || (tuft === null) !== (apical === undefined))
      throw new RangeError(`Population ${id} has sites without cells or cells without sites`);
    this.soma = soma;
    this.tuft = apical ?? null;
    const { cells, stride } = soma;
    for (let i = 0; i < count; i++) cells[i * stride + THRESHOLD] = cell.threshold_mV + population.thresholdSpread_mV * gaussian(rng);
    // Cells start anywhere between rest and threshold, so that they do not fire as one.
    for (let i = 0; i < count; i++)
      cells[i * stride + V] = cell.leakReversal_mV + uniform32(rng) * (cell.threshold_mV - cell.leakReversal_mV);
    if (apical !== undefined && tuft !== null) for (let i = 0; i < count; i++) apical.cells[i * apical.stride + V] = tuft.leakReversal_mV;
    const points = (CUT_SLOPES - FLOOR_SLOPES) * TABLE_PER_SLOPE;
    // Nothing at the first point, to which all lower voltages are sent.
    this.upstroke_pA = Float64Array.from({ length: points + 2 }, (_, i) =>
      i === 0 ? 0 : upstrokeCurrent_pA(cell, FLOOR_SLOPES + i / TABLE_PER_SLOPE, config.dt_ms),
    );
  }

  /** Threshold of each cell, mV. */
  thresholds_mV(): Float64Array {
    return this.soma.pick(THRESHOLD);
  }

  /** One membrane step of every cell; fills `spiked`. */
  step(): void {
    if (this.tuft !== null) this.stepTufts(this.tuft);
    this.stepSomata();
  }

  private stepTufts(site: SiteState): void {
    const { population, config, soma } = this;
    const { tuft } = population;
    if (tuft === null) return;
    const { cells, stride, ampaKeep, gabaKeep } = site;
    const somata = soma.cells;
    const somaStride = soma.stride;
    const rate = config.dt_ms / tuft.capacitance_pF;
    const rest = tuft.leak_nS + tuft.coupling_nS;
    const drive = tuft.leak_nS * tuft.leakReversal_mV;
    const coupling = tuft.coupling_nS;
    const excitatory = config.excitatoryReversal_mV;
    const inhibitory = config.inhibitoryReversal_mV;
    const end = this.n * stride;
    for (let o = 0, s = 0; o < end; o += stride, s += somaStride) {
      const ampa = cells[o + AMPA] as number;
      const gaba = cells[o + GABA] as number;
      const e = ampa + (cells[o + NMDA] as number);
      const x = (rest + e + gaba) * rate;
      const input = drive + coupling * (somata[s + V] as number) + e * excitatory + gaba * inhibitory;
      const even = 1 + x * x * TWELFTH;
      const odd = 0.5 * x;
      cells[o + V] = ((cells[o + V] as number) * (even - odd) + input * rate) / (even + odd);
      cells[o + AMPA] = ampa * ampaKeep;
      cells[o + GABA] = gaba * gabaKeep;
    }
  }

  private stepSomata(): void {
    const { population, config, soma, tuft, spiked, upstroke_pA } = this;
    const { cell } = population;
    const { cells, stride, ampaKeep, gabaKeep } = soma;
    // A soma without a tuft is coupled to its own voltage with conductance nothing.
    const tufts = tuft === null ? cells : tuft.cells;
    const tuftStride = tuft === null ? stride : tuft.stride;
    const coupling = population.tuft === null ? 0 : population.tuft.coupling_nS;
    const rate = config.dt_ms / cell.capacitance_pF;
    const rest = cell.leak_nS + coupling;
    const drive = cell.leak_nS * cell.leakReversal_mV + this.current_pA;
    const excitatory = config.excitatoryReversal_mV;
    const inhibitory = config.inhibitoryReversal_mV;
    const relax = 1 - exp(-config.dt_ms / cell.adaptationTau_ms);
    const cut = CUT_SLOPES * cell.slope_mV;
    const perPoint = TABLE_PER_SLOPE / cell.slope_mV;
    const origin = 0.5 - FLOOR_SLOPES * TABLE_PER_SLOPE;
    const hold = Math.round(cell.refractory_ms / config.dt_ms);
    const adaptation = cell.adaptation_nS;
    const leakReversal = cell.leakReversal_mV;
    const { n } = this;
    let count = 0;
    for (let i = 0, o = 0, t = 0; i < n; i++, o += stride, t += tuftStride) {
      const v = cells[o + V] as number;
      const ampa = cells[o + AMPA] as number;
      const gaba = cells[o + GABA] as number;
      const w = cells[o + W] as number;
      const left = cells[o + REFRACTORY] as number;
      cells[o + AMPA] = ampa * ampaKeep;
      cells[o + GABA] = gaba * gabaKeep;
      if (left > 0) {
        cells[o + REFRACTORY] = left - 1;
        cells[o + W] = w + (adaptation * (v - leakReversal) - w) * relax;
        continue;
      }
      const above = v - (cells[o + THRESHOLD] as number);
      const at = (above * perPoint + origin) | 0;
      const e = ampa + (cells[o + NMDA] as number);
      const input =
        drive - w + coupling * (tufts[t + V] as number) + e * excitatory + gaba * inhibitory + (upstroke_pA[at & ~(at >> 31)] as number);
      const x = (rest + e + gaba) * rate;
      const even = 1 + x * x * TWELFTH;
      const odd = 0.5 * x;
      const next = (v * (even - odd) + input * rate) / (even + odd);
      const moved = next - v;
      const adapted = w + (adaptation * (next - leakReversal) - w) * relax;
      if (above + moved > cut) {
        cells[o + V] = cell.reset_mV;
        cells[o + W] = adapted + cell.adaptationStep_pA;
        // What was left of the step after the crossing is owed to the refractory time, so that intervals do not depend on the step.
        const owed = (cells[o + OWED] as number) + 1 - (cut - above) / moved;
        const repaid = owed >= 1 && hold > 0 ? 1 : 0;
        cells[o + REFRACTORY] = hold - repaid;
        cells[o + OWED] = owed >= 1 ? owed - 1 : owed;
        spiked[count] = i;
        count += 1;
      } else {
        cells[o + V] = next;
        cells[o + W] = adapted;
      }
    }
    this.spikeCount = count;
  }

  /** Every array that changes with time, for snapshots. */
  arrays(): Float64Array[] {
    return this.sites.map(({ cells }) => cells);
  }
}

/**
 * Current in pA that moves a cell over one step as far as its upstroke alone would: x slope factors above threshold,
 *   C dV/dt = gL D exp((V - VT)/D)  gives  exp(-x(t)) = exp(-x) - t gL/C.
 * When the cut is reached within the step, the mean current up to then.
 */
function upstrokeCurrent_pA(cell: CellModel, x: number, dt_ms: number): number {
  const pace = cell.leak_nS / cell.capacitance_pF;
  const untilCut_ms = (exp(-x) - exp(-CUT_SLOPES)) / pace;
  const ms = Math.min(dt_ms, untilCut_ms);
  if (!(ms > 0)) return cell.leak_nS * cell.slope_mV * exp(x);
  return (-cell.capacitance_pF * cell.slope_mV * ln(1 - ms * pace * exp(x))) / ms;
}
