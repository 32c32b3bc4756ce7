/**
 * Where might ketamine act first? The rival places in one table, computed from receptor kinetics alone: synaptic
 * receptors during evoked release, synaptic receptors of a silent neuron, extrasynaptic GluN2B, and tonically active
 * GluN2C and GluN2D of interneurons.
 *
 * Every place is a receptor scheme, a voltage and a glutamate history, either constant or a periodic train of
 * exponential transients. The chain is propagated exactly over one period in pieces of constant concentration; the
 * periodic state and the approach to it come from powers of that map. Voltages, rates and ambient levels of the places
 * are teaching constants: the table compares mechanisms, it does not measure a brain.
 */
import { compileScheme, type CompiledScheme } from '../receptors/compile';
import { ligandOccupancy } from '../receptors/occupancy';
import { doubled, propagate, transitionProbabilities } from '../receptors/propagator';
import { openProbability, rateMatrix } from '../receptors/rates';
import { parameterLookup, valueIn, type ParameterLookup } from '../parameters';
import type { ScenarioSource } from './resolve';

/** The course of glutamate at a place where ketamine may act. */
export type GlutamateHistory =
  | { readonly kind: 'tonic'; readonly nM: number }
  /** Transients peak exp(-t/tau) on top of an ambient level, once in every period. */
  | { readonly kind: 'events'; readonly rate_Hz: number; readonly peak_mM: number; readonly tau_ms: number; readonly ambient_nM: number };

/** A place where ketamine may act. */
export interface Site {
  readonly id: string;
  readonly place: 'evoked' | 'spontaneous' | 'extrasynaptic' | 'interneuron tonic' | 'interneuron synaptic';
  readonly scheme: string;
  readonly v_mV: number;
  readonly glutamate: GlutamateHistory;
}

/** One place with occupancies, block and the time that it takes. */
export interface SiteRow extends Site {
  /** Time-averaged open probability without and with ketamine. */
  readonly openWithout: number;
  readonly openWith: number;
  /** 1 - with/without: the share of the current that ketamine takes away in the end. */
  readonly inhibition: number;
  /** Share of receptors that hold a ketamine molecule in the end, trapped ones included. */
  readonly occupancy: number;
  /** Time until 63 % of that occupancy is reached after ketamine arrives, s. */
  readonly timeTo63_s: number;
}

/** The rows and the medium that they share. */
export interface SiteTable {
  readonly ketamine_uM: number;
  readonly mg_mM: number;
  readonly note: string;
  readonly rows: readonly SiteRow[];
}

const NOTE =
  'Voltages, event rates and ambient levels of the places are teaching constants; open probabilities, occupancies and times follow from the schemes.';

/** The places compared by default. Voltages and rates are teaching constants. */
export function defaultSites(lookup: ParameterLookup): Site[] {
  const peak_mM = valueIn(lookup, 'release.transientPeak', 'mM');
  const tau_ms = valueIn(lookup, 'release.transientTau', 'ms');
  const ambient_nM = valueIn(lookup, 'release.ambientGlutamate', 'nM');
  const events = (rate_Hz: number): GlutamateHistory => ({ kind: 'events', rate_Hz, peak_mM, tau_ms, ambient_nM });
  const tonic = (nM: number): GlutamateHistory => ({ kind: 'tonic', nM });
  const rest = valueIn(lookup, 'membrane.rest', 'mV');
  const active = rest + 10;
  return [
    { id: 'evoked-2A', place: 'evoked', scheme: 'NMDA_2A_MGKET', v_mV: active, glutamate: events(1) },
    { id: 'evoked-2B', place: 'evoked', scheme: 'NMDA_2B_MGKET', v_mV: active, glutamate: events(1) },
    { id: 'spontaneous-2A', place: 'spontaneous', scheme: 'NMDA_2A_MGKET', v_mV: rest, glutamate: events(0.02) },
    { id: 'spontaneous-2B', place: 'spontaneous', scheme: 'NMDA_2B_MGKET', v_mV: rest, glutamate: events(0.02) },
    { id: 'extrasynaptic-2B-25', place: 'extrasynaptic', scheme: 'NMDA_2B_MGKET', v_mV: rest, glutamate: tonic(ambient_nM) },
    { id: 'extrasynaptic-2B-100', place: 'extrasynaptic', scheme: 'NMDA_2B_MGKET', v_mV: rest, glutamate: tonic(4 * ambient_nM) },
    { id: 'interneuron-2C', place: 'interneuron tonic', scheme: 'NMDA_2C_MGKET', v_mV: active, glutamate: tonic(4 * ambient_nM) },
    { id: 'interneuron-2D', place: 'interneuron tonic', scheme: 'NMDA_2D_MGKET', v_mV: active, glutamate: tonic(4 * ambient_nM) },
    { id: 'interneuron-2A', place: 'interneuron synaptic', scheme: 'NMDA_2A_MGKET', v_mV: active, glutamate: events(10) },
    { id: 'interneuron-2B', place: 'interneuron synaptic', scheme: 'NMDA_2B_MGKET', v_mV: active, glutamate: events(10) },
  ];
}

/** The table at a free ketamine concentration in uM. Throws a RangeError for a scheme that the source lacks. */
export function compareSites(source: ScenarioSource, ketamine_uM: number, sites?: readonly Site[]): SiteTable {
  const lookup = parameterLookup(source.parameters);
  const mg_mM = valueIn(lookup, 'medium.mg', 'mM');
  const rows = (sites ?? defaultSites(lookup)).map((site) => {
    const input = source.schemes.find((scheme) => scheme.id === site.scheme);
    if (input === undefined) throw new RangeError(`There is no scheme "${site.scheme}"`);
    return siteRow(site, compileScheme(input), mg_mM, ketamine_uM * 1e-3);
  });
  return { ketamine_uM, mg_mM, note: NOTE, rows };
}

/** One place. Concentrations in mM. */
export function siteRow(site: Site, scheme: CompiledScheme, mg_mM: number, ket_mM: number): SiteRow {
  const without = new PeriodMap(scheme, site, mg_mM, 0);
  const withDrug = new PeriodMap(scheme, site, mg_mM, ket_mM);
  const start = without.settle(scheme.initial);
  const end = withDrug.settle(start);
  const openWithout = without.meanOpen(start);
  const openWith = withDrug.meanOpen(end);
  const held = ligandOccupancy(scheme, 'ket').bound;
  const occupied = (p: Float64Array): number => p.reduce((sum, value, s) => sum + ((held[s] ?? 0) > 0 ? value : 0), 0);
  const occupancy = occupied(end);
  return {
    ...site,
    openWithout,
    openWith,
    inhibition: 1 - openWith / openWithout,
    occupancy,
    timeTo63_s: withDrug.timeUntil(start, (p) => occupied(p) >= (1 - Math.exp(-1)) * occupancy) / 1000,
  };
}

/** Pieces of a transient, in units of its time constant, and how many follow until the next one. */
const PIECES_PER_TAU = 8;
const TRANSIENT_TAUS = 12;
const TAIL_PIECES = 24;
/** Period used for a constant medium, ms. */
const TONIC_PERIOD = 10;
/** Longest approach looked at: 2^MAX_DOUBLINGS periods. */
const MAX_DOUBLINGS = 40;

interface Piece {
  readonly ms: number;
  readonly probabilities: Float64Array;
}

/** The chain over one period of a place's glutamate history. */
class PeriodMap {
  private readonly pieces: readonly Piece[];
  private readonly n: number;
  private readonly period: number;
  /** Powers 2^k of the map of one period. */
  private readonly powers: Float64Array[];

  constructor(
    private readonly scheme: CompiledScheme,
    site: Site,
    mg_mM: number,
    ket_mM: number,
  ) {
    this.n = scheme.n;
    const history = historyPieces(site.glutamate);
    this.period = history.reduce((sum, piece) => sum + piece.ms, 0);
    this.pieces = history.map(({ ms, glu_mM }) => {
      const q = rateMatrix(scheme, { v_mV: site.v_mV, ligands_mM: { glu: glu_mM, mg: mg_mM, ket: ket_mM } });
      return { ms, probabilities: transitionProbabilities(q, scheme.n, ms) };
    });
    this.powers = [this.wholePeriod()];
  }

  private wholePeriod(): Float64Array {
    const { n } = this;
    const out = new Float64Array(n * n);
    for (let s = 0; s < n; s++) {
      let row: Float64Array = new Float64Array(n);
      row[s] = 1;
      for (const piece of this.pieces) row = propagate(row, piece.probabilities, n, new Float64Array(n));
      out.set(row, s * n);
    }
    return out;
  }

  private power(k: number): Float64Array {
    for (let i = this.powers.length; i <= k; i++) this.powers.push(doubled(this.powers[i - 1] as Float64Array, this.n));
    return this.powers[k] as Float64Array;
  }

  /** The periodic state, at the start of a period, reached from `start`. */
  settle(start: Float64Array): Float64Array {
    let p = start;
    for (let k = 0; k < MAX_DOUBLINGS; k++) {
      const next = propagate(p, this.power(k), this.n, new Float64Array(this.n));
      const change = next.reduce((most, value, s) => Math.max(most, Math.abs(value - (p[s] as number))), 0);
      p = next;
      if (k > 4 && change < 1e-13) break;
    }
    return p;
  }

  /** Time-averaged open probability over a period that starts from `p` (trapezoid over the pieces). */
  meanOpen(p: Float64Array): number {
    let sum = 0;
    let state = p;
    for (const piece of this.pieces) {
      const next = propagate(state, piece.probabilities, this.n, new Float64Array(this.n));
      sum += (piece.ms * (openProbability(this.scheme, state) + openProbability(this.scheme, next))) / 2;
      state = next;
    }
    return sum / this.period;
  }

  /** Time in ms until a condition that stays true holds, to one period. Infinity when it never does. */
  timeUntil(start: Float64Array, condition: (p: Float64Array) => boolean): number {
    if (condition(start)) return 0;
    let k = 0;
    while (!condition(propagate(start, this.power(k), this.n, new Float64Array(this.n)))) {
      k += 1;
      if (k >= MAX_DOUBLINGS) return Infinity;
    }
    let p = start;
    let periods = 0;
    for (let j = k - 1; j >= 0; j--) {
      const next = propagate(p, this.power(j), this.n, new Float64Array(this.n));
      if (condition(next)) continue;
      p = next;
      periods += 2 ** j;
    }
    return (periods + 1) * this.period;
  }
}

/** A period as pieces of constant glutamate (mM): the mean of each piece of the transient, then a tail of growing pieces. */
function historyPieces(history: GlutamateHistory): { ms: number; glu_mM: number }[] {
  if (history.kind === 'tonic') return [{ ms: TONIC_PERIOD, glu_mM: history.nM * 1e-6 }];
  const ambient = history.ambient_nM * 1e-6;
  const period = 1000 / history.rate_Hz;
  const piece = history.tau_ms / PIECES_PER_TAU;
  const count = Math.min(PIECES_PER_TAU * TRANSIENT_TAUS, Math.floor(period / piece));
  const fade = Math.exp(-1 / PIECES_PER_TAU);
  const pieces = Array.from({ length: count }, (_, i) => ({
    ms: piece,
    glu_mM: ambient + history.peak_mM * fade ** i * (1 - fade) * PIECES_PER_TAU,
  }));
  const rest = period - count * piece;
  if (rest <= 0) return pieces;
  // Pieces grow geometrically from about the length of the transient's.
  const growth = (1 + rest / piece) ** (1 / TAIL_PIECES);
  let left = rest;
  for (let i = TAIL_PIECES - 1; i >= 0; i--) {
    const edge = i === 0 ? 0 : piece * (growth ** i - 1);
    pieces.splice(count, 0, { ms: left - edge, glu_mM: ambient });
    left = edge;
  }
  return pieces;
}
