/** Rates of a scheme in a medium that changes with time. */
import type { CompiledScheme } from './compile';
import { voltageRates } from './rates';

/**
 * Concentrations and voltage as functions of time. Writes the concentrations in mM, in the order of `scheme.ligands`,
 * and returns the voltage in mV. Jumps must be listed in `breaks`; there the function is asked just inside each side.
 */
export type Waveform = (t: number, ligands_mM: Float64Array) => number;

/** A stretch of time, ms, within which the waveform does not jump. */
export class Medium {
  /** Transition rates at the time last asked for, 1/ms; length m. */
  readonly rates: Float64Array;
  /** Counts the changes of `rates`. */
  version = 0;
  private readonly scheme: CompiledScheme;
  private readonly ligands: Float64Array;
  /** Concentrations and voltage to which `rates` belong. */
  private readonly known: Float64Array;
  private voltage = NaN;
  private readonly voltageRate: Float64Array;
  /** Transitions into or out of conducting states, with +1 or -1. */
  private readonly gates: Int32Array;
  private readonly gateSign: Float64Array;
  private waveform: Waveform = () => NaN;
  private earliest = 0;
  private latest = 0;

  constructor(scheme: CompiledScheme) {
    this.scheme = scheme;
    this.rates = new Float64Array(scheme.m);
    this.voltageRate = new Float64Array(scheme.m);
    this.ligands = new Float64Array(scheme.ligands.length);
    this.known = new Float64Array(scheme.ligands.length).fill(NaN);
    const sign = (t: number): number =>
      (scheme.conducting[scheme.to[t] as number] as number) - (scheme.conducting[scheme.from[t] as number] as number);
    this.gates = Int32Array.from(Array.from(scheme.from, (_, t) => t).filter((t) => sign(t) !== 0));
    this.gateSign = Float64Array.from(this.gates, sign);
  }

  /** Begins a smooth stretch of a waveform; asked at its very ends, the waveform would be on the wrong side of a jump. */
  begin(waveform: Waveform, from: number, to: number): void {
    this.waveform = waveform;
    this.earliest = from + (to - from) * 1e-12;
    this.latest = to - (to - from) * 1e-12;
  }

  /**
   * Sets the rates to those at time t. Returns whether they changed; the voltage factors are recomputed only when the voltage has
   * changed, the rates only when anything has.
   */
  at(t: number): boolean {
    const { scheme, ligands, known, voltageRate, rates } = this;
    const v = this.waveform(t < this.earliest ? this.earliest : t > this.latest ? this.latest : t, ligands);
    let changed = v !== this.voltage;
    for (let l = 0; l < ligands.length; l++) {
      if (ligands[l] !== known[l]) {
        known[l] = ligands[l] as number;
        changed = true;
      }
    }
    if (!changed) return false;
    this.version += 1;
    if (v !== this.voltage) {
      voltageRates(scheme, v, voltageRate);
      this.voltage = v;
    }
    const { ligand, m } = scheme;
    for (let k = 0; k < m; k++) {
      const l = ligand[k] as number;
      rates[k] = l < 0 ? (voltageRate[k] as number) : (voltageRate[k] as number) * (ligands[l] as number);
    }
    return true;
  }

  /** out = p Q at the present rates, 1/ms. */
  derivative(p: Float64Array, out: Float64Array): void {
    const { from, to, m } = this.scheme;
    const rates = this.rates;
    out.fill(0);
    for (let k = 0; k < m; k++) {
      const source = from[k] as number;
      const target = to[k] as number;
      const flow = (rates[k] as number) * (p[source] as number);
      out[source] = (out[source] as number) - flow;
      out[target] = (out[target] as number) + flow;
    }
  }

  /** dPo/dt at the present rates, 1/ms. */
  openingRate(p: Float64Array): number {
    const { gates, gateSign, rates, scheme } = this;
    let sum = 0;
    for (let g = 0; g < gates.length; g++) {
      const t = gates[g] as number;
      sum += (gateSign[g] as number) * (rates[t] as number) * (p[scheme.from[t] as number] as number);
    }
    return sum;
  }
}
