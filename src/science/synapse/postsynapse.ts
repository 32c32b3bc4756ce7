/**
 * Currents, spine-head voltage and free Ca2+.
 *
 * Current of a group: I = n_open x conductance x (V - reversal), in pA, negative inward.
 * Voltage: fixed, or C dV/dt = (rest - V)/R - sum I, solved exactly between changes of conductance.
 * Ca2+: the inward part of the current carries a fraction f in Ca2+, so that
 *   d[Ca]/dt = f |I_in| / (2 F volume (1 + kappa)) - ([Ca] - rest) / tau,
 * with kappa the binding ratio of the fast buffer and tau the decay of the free concentration, buffer included
 * (single compartment of Helmchen, Imoto & Sakmann 1996, doi 10.1016/S0006-3495(96)79653-4; Sabatini, Oertner &
 * Svoboda 2002, doi 10.1016/S0896-6273(02)00573-1). Also solved exactly for constant current.
 */
import { exp } from '../elementary';
import type { CalciumConfig, MembraneConfig, ReceptorGroup } from './config';
import { FARADAY } from './units';

/** A voltage this close to its target counts as settled, mV. */
const SETTLED = 1e-4;

/** Voltage (mV) and Ca2+ (uM) of the spine head, brought forward from event to event. */
export interface Postsynapse {
  readonly receptors: readonly ReceptorGroup[];
  readonly membrane: MembraneConfig;
  readonly calcium: CalciumConfig;
  /** Rise of free Ca2+ per Ca2+ current, uM per (pA us). */
  readonly perCharge: number;
  /** Open channels of each group since `time`; a mean may be a fraction. */
  readonly open: Float64Array;
  /** Time (us) of the values below. */
  time: number;
  v_mV: number;
  calcium_uM: number;
}

/** The spine head at rest, with no channel open. */
export function createPostsynapse(receptors: readonly ReceptorGroup[], membrane: MembraneConfig, calcium: CalciumConfig): Postsynapse {
  return {
    receptors,
    membrane,
    calcium,
    // pA us = 1e-18 C; per fL (1e-15 L) in uM (1e-6 mol/L): 1e-18 / (2 F 1e-15) / 1e-6.
    perCharge: 1e3 / (2 * FARADAY * calcium.spineVolume_fL * (1 + calcium.kappa)),
    open: new Float64Array(receptors.length),
    time: 0,
    v_mV: restingVoltage(membrane),
    calcium_uM: calcium.rest_uM,
  };
}

/** Voltage with all channels closed, mV. */
export function restingVoltage(membrane: MembraneConfig): number {
  return membrane.kind === 'clamped' ? membrane.v_mV : membrane.rest_mV;
}

/** Synaptic current of one group in pA at voltage `v_mV`: pS x mV = 1e-15 A. */
export function groupCurrent_pA(group: ReceptorGroup, open: number, v_mV: number): number {
  return open * group.conductance_pS * (v_mV - group.reversal_mV) * 1e-3;
}

/** Where the voltage is heading (mV) and how fast (us) at the present conductances. */
function target(s: Postsynapse): { v: number; tau: number } {
  if (s.membrane.kind === 'clamped') return { v: s.membrane.v_mV, tau: 0 };
  let g = 1e6 / s.membrane.resistance_MOhm;
  let drive = g * s.membrane.rest_mV;
  for (let i = 0; i < s.receptors.length; i++) {
    const group = s.receptors[i] as ReceptorGroup;
    const gi = (s.open[i] as number) * group.conductance_pS;
    g += gi;
    drive += gi * group.reversal_mV;
  }
  // fF / pS = ms.
  return { v: drive / g, tau: (s.membrane.capacitance_fF / g) * 1e3 };
}

/** Values at a later time `t` (us) with the present conductances; does not change the state. */
export function readPostsynapse(s: Postsynapse, t: number): { v_mV: number; calcium_uM: number } {
  const span = t - s.time;
  if (!(span > 0)) return { v_mV: s.v_mV, calcium_uM: s.calcium_uM };
  const { v, tau } = target(s);
  const decay = tau > 0 ? exp(-span / tau) : 0;
  const vEnd = v + (s.v_mV - v) * decay;
  // Mean voltage of the interval, exact for the exponential approach.
  const vMean = v + ((s.v_mV - v) * tau * (1 - decay)) / span;
  let influx = 0;
  for (let i = 0; i < s.receptors.length; i++) {
    const group = s.receptors[i] as ReceptorGroup;
    const current = groupCurrent_pA(group, s.open[i] as number, vMean);
    if (current < 0) influx -= group.calciumFraction * current;
  }
  const tauCa = s.calcium.tau_ms * 1000;
  const fade = exp(-span / tauCa);
  const rest = s.calcium.rest_uM;
  return { v_mV: vEnd, calcium_uM: rest + (s.calcium_uM - rest) * fade + influx * s.perCharge * tauCa * (1 - fade) };
}

/** Moves the state to time `t` (us). */
export function commitPostsynapse(s: Postsynapse, t: number): void {
  const next = readPostsynapse(s, t);
  s.time = t;
  s.v_mV = next.v_mV;
  s.calcium_uM = next.calcium_uM;
}

/** True while the voltage still moves. */
export function isMoving(s: Postsynapse): boolean {
  return s.membrane.kind === 'free' && Math.abs(s.v_mV - target(s).v) > SETTLED;
}
