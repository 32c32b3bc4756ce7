/**
 * The low-threshold (T-type) Ca2+ current of Huguenard & McCormick 1992 (J Neurophysiol 68:1373, doi
 * 10.1152/jn.1992.68.4.1373), thalamic relay cells: I = g m^2 h (V - ECa), with
 *   m_inf = 1 / (1 + exp(-(V + 57) / 6.2)),   tau_m = 0.612 + 1 / (exp(-(V + 132) / 16.7) + exp((V + 16.8) / 18.2)) ms,
 *   h_inf = 1 / (1 + exp((V + 81) / 4)),
 *   tau_h = exp((V + 467) / 66.6) ms below -80 mV, else 28 + exp(-(V + 22) / 10.5) ms.
 * The constants are Parameters of the pack; times hold at 24 C and are divided by a temperature factor.
 */
import { exp } from '../../elementary';

export interface TCurrent {
  readonly conductance_nS: number;
  readonly reversal_mV: number;
  readonly activationHalf_mV: number;
  readonly activationSlope_mV: number;
  readonly inactivationHalf_mV: number;
  readonly inactivationSlope_mV: number;
  /** All voltages of the kinetics move by this, mV. */
  readonly shift_mV: number;
  /** By how much inactivation is faster than at 24 C. */
  readonly speed: number;
}

/** Steady activation at a voltage in mV. */
export function activation(t: TCurrent, v_mV: number): number {
  return 1 / (1 + exp(-(v_mV - t.shift_mV - t.activationHalf_mV) / t.activationSlope_mV));
}

/** Steady share of channels that are not inactivated. */
export function availability(t: TCurrent, v_mV: number): number {
  return 1 / (1 + exp((v_mV - t.shift_mV - t.inactivationHalf_mV) / t.inactivationSlope_mV));
}

/** Time constant of activation, ms. */
export function activationTau_ms(t: TCurrent, v_mV: number): number {
  const v = v_mV - t.shift_mV;
  return (0.612 + 1 / (exp(-(v + 132) / 16.7) + exp((v + 16.8) / 18.2))) / t.speed;
}

/** Time constant of inactivation and of recovery from it, ms. */
export function inactivationTau_ms(t: TCurrent, v_mV: number): number {
  const v = v_mV - t.shift_mV;
  return (v < -80 ? exp((v + 467) / 66.6) : 28 + exp(-(v + 22) / 10.5)) / t.speed;
}
