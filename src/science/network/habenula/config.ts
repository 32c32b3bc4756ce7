/** What the habenula circuit is made of, as plain data. */
import type { NetworkConfig, NmdaKinetics } from '../config';
import type { TCurrent } from './tcurrent';

/** A bursting cell of the lateral habenula: integrate-and-fire spikes on T-type, NMDA and afterhyperpolarising currents. */
export interface BurstCell {
  readonly capacitance_pF: number;
  readonly leak_nS: number;
  /** With stress the cell rests lower: more Kir4.1 around it takes up more K+ (Cui et al. 2018). */
  readonly leakReversal_mV: number;
  readonly threshold_mV: number;
  readonly slope_mV: number;
  readonly reset_mV: number;
  readonly refractory_ms: number;
  /** Each spike opens this K+ conductance, which decays with this time constant towards zero. */
  readonly afterStep_nS: number;
  readonly afterTau_ms: number;
  readonly potassiumReversal_mV: number;
  readonly excitatoryReversal_mV: number;
  readonly t: TCurrent;
  /** NMDA conductance without Mg2+ and ketamine, nS, held open by the cell's input. */
  readonly nmda_nS: number;
  readonly nmda: NmdaKinetics;
  readonly mg_mM: number;
}

export interface HabenulaConfig {
  readonly cell: BurstCell;
  /** Cells that feed the circuit, and how far their holding currents differ (standard deviation, pA). */
  readonly count: number;
  readonly spread_pA: number;
  /** Constant current into every cell of the habenula, pA. */
  readonly holding_pA: number;
  /** Glutamate around habenular receptors: without firing, and more for each spike a second of the mean cell. */
  readonly glutamateRest_nM: number;
  readonly glutamatePerHz_nM: number;
  /** Open probability of the gate at rising levels of steady glutamate, from the scheme; equal lengths. */
  readonly gateGlutamate_nM: readonly number[];
  readonly gateOpen: readonly number[];
  /** Step of the habenular cells, ms. */
  readonly dt_ms: number;
  /** Relay (RMTg) and monoamine cells (VTA, DRN); the population "lhb" only repeats the spikes of the bursting cells. */
  readonly downstream: NetworkConfig;
}

/** How a cell fires. */
export type Regime = 'silent' | 'tonic' | 'burst';
