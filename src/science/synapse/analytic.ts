/**
 * Closed formulas for glutamate in a flat cleft and for spine calcium: the marks against which the particle engine and
 * its mean-field twin are held. Lengths in nm, times in ms, D in um2/ms, concentrations in mM unless named.
 */
import { FARADAY, MOLECULES_PER_NM3_PER_MM } from './units';

const NM2_PER_UM2 = 1e6;

/** A point source of `molecules` at the centre of an infinite flat cleft. */
export interface PlaneSource {
  readonly molecules: number;
  readonly height_nm: number;
  readonly D_um2_per_ms: number;
}

/**
 * Concentration (mM) at distance `r_nm` from the release point, `t_ms` after release, once spread over the height:
 * N / (4 pi D h t) exp(-r^2 / 4 D t) (diffusion in the plane; Carslaw & Jaeger 1959, section 10.3).
 */
export function planeConcentration(source: PlaneSource, r_nm: number, t_ms: number): number {
  if (t_ms <= 0) return 0;
  const spread = 4 * source.D_um2_per_ms * NM2_PER_UM2 * t_ms;
  return (source.molecules / (Math.PI * spread * source.height_nm) / MOLECULES_PER_NM3_PER_MM) * Math.exp((-r_nm * r_nm) / spread);
}

/** The highest concentration (mM) ever reached at distance `r_nm`: N / (pi e h r^2), whatever D is. */
export function planePeak(source: PlaneSource, r_nm: number): number {
  return source.molecules / (Math.PI * Math.E * source.height_nm * r_nm * r_nm) / MOLECULES_PER_NM3_PER_MM;
}

/** When that happens (ms): r^2 / 4 D. */
export function planePeakTime(D_um2_per_ms: number, r_nm: number): number {
  return (r_nm * r_nm) / (4 * D_um2_per_ms * NM2_PER_UM2);
}

/** First zero of the Bessel function J0. */
const J0_ZERO = 2.404825557695773;

/** Slowest time constant (ms) of escape from a disc with an absorbing edge: R^2 / (j01^2 D), j01^2 = 5.783. */
export function discDecayTime(D_um2_per_ms: number, radius_nm: number): number {
  return (radius_nm * radius_nm) / (J0_ZERO * J0_ZERO * D_um2_per_ms * NM2_PER_UM2);
}

/** Mean time (ms) to reach the edge of a disc from distance `r_nm` to its centre: (R^2 - r^2) / 4 D. */
export function discExitTime(D_um2_per_ms: number, radius_nm: number, r_nm = 0): number {
  return (radius_nm * radius_nm - r_nm * r_nm) / (4 * D_um2_per_ms * NM2_PER_UM2);
}

/** Mean square displacement (um2) after `t_ms` in `dimensions` dimensions: 2 d D t. */
export function meanSquareDisplacement(D_um2_per_ms: number, t_ms: number, dimensions = 2): number {
  return 2 * dimensions * D_um2_per_ms * t_ms;
}

/** A spine head with NMDA receptors held open. */
export interface SpineCalcium {
  readonly openChannels: number;
  readonly conductance_pS: number;
  readonly v_mV: number;
  readonly reversal_mV: number;
  /** Share of the current carried by Ca2+. */
  readonly calciumFraction: number;
  /** Share of the current that Mg2+ leaves over; 1 without Mg2+. */
  readonly unblocked: number;
  readonly volume_fL: number;
  /** Bound per free Ca2+ of the fast endogenous buffer. */
  readonly bufferRatio: number;
  /** Time constant of the free Ca2+ with that buffer, ms. */
  readonly tau_ms: number;
}

/**
 * Steady rise of free Ca2+ (uM) under a constant current: I Pf tau / (2 F V (1 + kappa)), the balance of influx and
 * first-order extrusion in one well-mixed compartment (Sabatini, Oertner & Svoboda 2002, PMID 11856532).
 */
export function steadyCalciumRise(spine: SpineCalcium): number {
  const current_pA = spine.openChannels * spine.conductance_pS * (spine.reversal_mV - spine.v_mV) * 1e-3 * spine.unblocked;
  const mol_per_s = (current_pA * 1e-12 * spine.calciumFraction) / (2 * FARADAY);
  const litres = spine.volume_fL * 1e-15;
  return ((mol_per_s * spine.tau_ms * 1e-3) / (litres * (1 + spine.bufferRatio))) * 1e6;
}
