/** Closed formulas of channel block. */
import { RTF_22C_mV } from './blockers';

/**
 * Share of NMDA receptor current that Mg2+ leaves over: 1 / (1 + [Mg]/K0 exp(-slope V)).
 * Jahr & Stevens 1990, J Neurosci 10:3178, PMID 1697902: K0 = 3.57 mM, slope 0.062 /mV. `mg_mM` in mM, `v_mV` in mV.
 */
export function unblockedByMagnesium(mg_mM: number, v_mV: number, k0_mM = 3.57, slope_per_mV = 0.062): number {
  return 1 / (1 + (mg_mM / k0_mM) * Math.exp(-slope_per_mV * v_mV));
}

/** Voltage (mV) at which that share is 1/2: ln([Mg]/K0) / slope. Needs [Mg] above 0. */
export function halfBlockVoltage(mg_mM: number, k0_mM = 3.57, slope_per_mV = 0.062): number {
  if (!(mg_mM > 0)) throw new RangeError('Without Mg2+ there is no voltage of half block');
  return Math.log(mg_mM / k0_mM) / slope_per_mV;
}

/** Share of open channels that a blocker leaves unblocked at equilibrium: koff / (koff + kon c), rates in 1/(mM ms) and 1/ms. */
export function openChannelUnblocked(kon_per_mM_ms: number, koff_per_ms: number, c_mM: number): number {
  const blocked = kon_per_mM_ms * c_mM;
  if (!(koff_per_ms + blocked > 0)) throw new RangeError('A blocker needs a rate above 0');
  return koff_per_ms / (koff_per_ms + blocked);
}

/**
 * Kd at one voltage over Kd at another for a blocker of charge z that senses the fraction delta of the field:
 * exp(z delta (V1 - V2) F / RT). Woodhull 1973, J Gen Physiol 61:687, doi 10.1085/jgp.61.6.687.
 */
export function voltageShiftOfAffinity(delta: number, v1_mV: number, v2_mV: number, charge = 1, rtf_mV = RTF_22C_mV): number {
  return Math.exp((charge * delta * (v1_mV - v2_mV)) / rtf_mV);
}

/** IC50 of a pore blocker that competes with another one for an empty pore: Kd (1 + c / K), all in one unit. */
export function competitiveHalfInhibition(kd: number, competitor: number, competitorKd: number): number {
  return kd * (1 + competitor / competitorKd);
}
