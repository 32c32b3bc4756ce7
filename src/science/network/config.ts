/** What a network simulation is made of: plain data, so that it can be sent to a worker and written to a file. */

/** Receptor subtypes with the reduced kinetics of `nmda.ts`. */
export type Subunit = '2A' | '2B' | '2C' | '2D';

/** The reduced open-channel block of one receptor subtype, derived from the pack's schemes (see `reduceScheme`). */
export interface NmdaKinetics {
  readonly subunit: Subunit;
  /** Scheme from which the gating was taken. */
  readonly scheme: string;
  /** Open probability at the peak of the answer to one brief saturating pulse of glutamate. */
  readonly peakOpen: number;
  /** Time in ms from that peak to its 1/e. */
  readonly decay_ms: number;
  /** Stationary open probability at the ambient glutamate of the configuration, without Mg2+ and ketamine. */
  readonly tonicOpen: number;
  /** Mean time that a gate is open in one activation, ms: what a blocker has to find its way in before the gate closes for long. */
  readonly stay_ms: number;
  /** Mg2+: K(V) = k0 exp(slope V), in mM and 1/mV. */
  readonly mgK0_mM: number;
  readonly mgSlope_per_mV: number;
  /** Ketamine: Kd(V) = kd exp((V - at) / eFold), in uM and mV; binding rate in 1/(uM ms). */
  readonly kd_uM: number;
  readonly kdAt_mV: number;
  readonly eFold_mV: number;
  readonly kon_per_uM_ms: number;
}

/** NMDA receptors of one subtype on one site of a population. */
export interface NmdaPool {
  /** `<population>.<site>.<kind>.<subunit>`, for example "pv.soma.tonic.2D". Settings name pools by patterns of this. */
  readonly id: string;
  readonly subunit: Subunit;
  /** Opened by synaptic events, or held partly open by ambient glutamate. */
  readonly kind: 'synaptic' | 'tonic';
  /** Synaptic: share of each event's NMDA conductance. Tonic: conductance in nS held open by ambient glutamate, before any block. */
  readonly size: number;
  /** Whether ketamine may enter these channels under the chosen hypothesis. */
  readonly reached: boolean;
}

/** Independent Poisson input from outside the circuit. */
export interface Background {
  /** Synapses per cell and the rate of each, in Hz. */
  readonly synapses: number;
  readonly rate_Hz: number;
  /** Conductances of one event in nS; for NMDA without Mg2+ block. */
  readonly ampa_nS: number;
  readonly nmda_nS: number;
}

/** A place on a cell where synapses end: the soma with its basal dendrites, or the apical tuft. */
export interface Site {
  readonly id: 'soma' | 'tuft';
  /** Decay of AMPA and GABA-A conductances, ms. */
  readonly ampaDecay_ms: number;
  readonly gabaDecay_ms: number;
  readonly background: Background;
  readonly pools: readonly NmdaPool[];
}

/** The adaptive exponential neuron of Brette & Gerstner 2005 (doi 10.1152/jn.00686.2005). */
export interface CellModel {
  readonly capacitance_pF: number;
  readonly leak_nS: number;
  readonly leakReversal_mV: number;
  readonly threshold_mV: number;
  readonly slope_mV: number;
  readonly reset_mV: number;
  readonly refractory_ms: number;
  readonly adaptationTau_ms: number;
  readonly adaptation_nS: number;
  readonly adaptationStep_pA: number;
}

/** A passive apical tuft joined to the soma. */
export interface Tuft {
  readonly capacitance_pF: number;
  readonly leak_nS: number;
  readonly leakReversal_mV: number;
  readonly coupling_nS: number;
}

export interface Population {
  /** "pyr", "pv", "sst" or "vip" in the default circuit. */
  readonly id: string;
  readonly count: number;
  readonly excitatory: boolean;
  readonly cell: CellModel;
  /** Standard deviation of the threshold over cells, mV. */
  readonly thresholdSpread_mV: number;
  readonly tuft: Tuft | null;
  /** The soma first; the tuft second when there is one. */
  readonly sites: readonly Site[];
  /** Constant current into the soma, pA. */
  readonly current_pA: number;
}

/** Random connections between two populations: each pair is joined with the same probability. */
export interface Connection {
  readonly from: string;
  readonly to: string;
  readonly site: 'soma' | 'tuft';
  readonly probability: number;
  readonly delay_ms: number;
  /** Conductance of one event in nS: AMPA of excitatory, GABA-A of inhibitory cells. */
  readonly fast_nS: number;
  /** NMDA conductance of one event in nS without Mg2+ block; 0 for inhibitory cells. */
  readonly nmda_nS: number;
}

export interface NetworkConfig {
  readonly populations: readonly Population[];
  readonly connections: readonly Connection[];
  readonly nmda: readonly NmdaKinetics[];
  readonly excitatoryReversal_mV: number;
  readonly inhibitoryReversal_mV: number;
  readonly mg_mM: number;
  /** Step of the membrane, ms. */
  readonly dt_ms: number;
  /** Steps between two updates of the NMDA conductance, and between two of its slow block. */
  readonly nmdaEvery: number;
  readonly blockEvery: number;
  /** How many times faster than the membrane the slow block runs; the drug clock is the membrane's clock times this. */
  readonly drugClock: number;
  /** Field potential proxy: weight of the inhibitory current and delay of the excitatory one. */
  readonly fieldInhibition: number;
  readonly fieldDelay_ms: number;
}
