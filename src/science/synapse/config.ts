/**
 * Everything a run needs, resolved to numbers: plain data, so that it travels to a worker and into a snapshot.
 * `scenario.ts` makes one from a reader's scenario and the pack's Parameters; tests may write one by hand.
 */
import type { SchemeInput } from '../receptors/compile';
import type { Geometry } from './geometry';

/** One kind of receptor in the PSD. */
export interface ReceptorGroup {
  /** Name in traces, such as `AMPA` or `GluN2A`. */
  readonly id: string;
  readonly kind: 'AMPA' | 'NMDA';
  readonly count: number;
  readonly scheme: SchemeInput;
  /** Single-channel conductance, pS, and reversal potential, mV. */
  readonly conductance_pS: number;
  readonly reversal_mV: number;
  /** Fraction of the inward current carried by Ca2+. */
  readonly calciumFraction: number;
}

/** How receptors are laid over the PSD. */
export type Placement =
  /** Independent uniform positions over the PSD disc, none overlapping. */
  | { readonly kind: 'uniform' }
  /** A share of the AMPA receptors sits in discs; the rest and the NMDA receptors are spread over the PSD. */
  | { readonly kind: 'nanocolumns'; readonly columns: number; readonly radius_nm: number; readonly share: number };

/** Where vesicles fuse. */
export type ReleaseSite =
  | { readonly kind: 'centre' }
  /** Uniform over the active zone, which has the radius of the PSD. */
  | { readonly kind: 'uniform' }
  | { readonly kind: 'at'; readonly x_nm: number; readonly y_nm: number }
  /** Over a nanocolumn, drawn anew for each vesicle; the centre when there are none. */
  | { readonly kind: 'nanocolumn' };

/** Whether a spike releases a vesicle. */
export type ReleaseModel =
  /** Every spike releases. */
  | { readonly kind: 'certain' }
  /** Each spike releases with the same probability. */
  | { readonly kind: 'fixed'; readonly probability: number }
  /** One release site with depletion and facilitation (see `release.ts`). */
  | { readonly kind: 'depressing'; readonly u: number; readonly tauRecovery_ms: number; readonly tauFacilitation_ms: number };

/** Spikes, vesicles and fusion pore. */
export interface ReleaseConfig {
  readonly spikes_ms: readonly number[];
  readonly model: ReleaseModel;
  /** Mean glutamate molecules of a vesicle and their coefficient of variation between vesicles. */
  readonly molecules: number;
  readonly moleculesCv: number;
  /** Molecules leave the pore with independent exponential waiting times of this mean, us; 0 = all at once. */
  readonly poreTau_us: number;
  readonly poreRadius_nm: number;
  readonly site: ReleaseSite;
}

/** Whether glutamate is made of molecules or follows a prescribed course. */
export type GlutamateMode =
  /** Molecules diffuse and bind one by one. */
  | { readonly kind: 'particles' }
  /** Every receptor sees peak exp(-t/tau) after each release; no molecules are drawn. */
  | { readonly kind: 'transient'; readonly peak_mM: number; readonly tau_ms: number };

/** Transporters on the membrane of the astrocyte. */
export interface TransporterConfig {
  /** Transporters per um2 of astrocyte wall, and the share of the wall's circle that is astrocyte. */
  readonly density_per_um2: number;
  readonly coverage: number;
  readonly kon_per_mM_ms: number;
  readonly koff_per_ms: number;
  /** Translocation of a bound molecule, per ms. */
  readonly turnover_per_ms: number;
}

/** Voltage of the spine head: held, or free with resistance and capacitance. */
export type MembraneConfig =
  | { readonly kind: 'clamped'; readonly v_mV: number }
  /** C dV/dt = (rest - V) / R - synaptic current; R joins neck and dendrite. */
  | { readonly kind: 'free'; readonly rest_mV: number; readonly resistance_MOhm: number; readonly capacitance_fF: number };

/** Ca2+ of the spine head. */
export interface CalciumConfig {
  readonly spineVolume_fL: number;
  readonly rest_uM: number;
  /** Ratio of bound to free Ca2+ increments of the fast endogenous buffer. */
  readonly kappa: number;
  /** Decay time constant of free Ca2+, buffer included, ms. */
  readonly tau_ms: number;
}

/** Everything that a run needs beside its seed, in the units that the names carry; `resolveScenario` makes one from a scenario. */
export interface SynapseConfig {
  readonly geometry: Geometry;
  readonly diffusion_um2_per_ms: number;
  /** Step of the diffusion, us. */
  readonly dt_us: number;
  /** Normal deviates from the 4,096-entry table or exact ones. */
  readonly noise: 'table' | 'exact';
  readonly receptors: readonly ReceptorGroup[];
  /** Radius and height of the cylinder over a receptor in which a molecule can bind, nm (see `engine.ts`). */
  readonly bindingRadius_nm: number;
  readonly bindingHeight_nm: number;
  readonly placement: Placement;
  readonly release: ReleaseConfig;
  readonly glutamate: GlutamateMode;
  readonly ambient_mM: number;
  readonly transporters: TransporterConfig | null;
  /** Mg2+ (`mg`), ketamine (`ket`) and any other ligand a scheme names except glutamate, mM. */
  readonly ligands_mM: Readonly<Record<string, number>>;
  readonly membrane: MembraneConfig;
  readonly calcium: CalciumConfig;
  /** Draw starting states from the stationary distribution at rest rather than from the scheme's initial ones. */
  readonly equilibrate: boolean;
}
