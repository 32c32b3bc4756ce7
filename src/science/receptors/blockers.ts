/**
 * Open-channel blockers on a gating scheme: the gating graph is copied once per blocker, the blocker binds and unbinds
 * only where the copies' conducting states meet, and the blocked copies gate with unchanged rates (symmetric trapping,
 * Blanpied, Boeckman, Aizenman & Johnson 1997, PMID 9120573). Such composites are constructed here, not published;
 * they keep detailed balance exactly when the gating scheme does.
 */
import { type ParameterLookup, valueIn } from '../parameters';
import type { SchemeInput } from './compile';

type Transition = SchemeInput['transitions'][number];

/** A rate with an optional exponential voltage term, as in a scheme's transition. */
export interface VoltageRate {
  readonly rate: number;
  readonly v0_mV?: number;
  readonly vSlope_mV?: number;
}

/** One blocker: binding in 1/(mM ms), unbinding in 1/ms. Blocked states are named `<state>_<suffix>`. */
export interface Blocker {
  readonly ligand: string;
  readonly suffix: string;
  readonly on: VoltageRate;
  readonly off: VoltageRate;
}

/** RT/F at 22 C in mV. */
export const RTF_22C_mV = 25.43;

/**
 * Gating times {free, blocker 1, blocker 2, ...}. Throws a RangeError if the gating scheme conducts nowhere or if names
 * of blocked states would clash.
 */
export function withBlockers(gating: SchemeInput, blockers: readonly Blocker[], id: string): SchemeInput {
  if (gating.conducting.length === 0) throw new RangeError(`Scheme ${gating.id} has no conducting state to block`);
  const blockedName = (state: string, blocker: Blocker): string => `${state}_${blocker.suffix}`;
  const states = [...gating.states, ...blockers.flatMap((blocker) => gating.states.map((state) => blockedName(state, blocker)))];
  if (new Set(states).size !== states.length) throw new RangeError('Two states would have the same name');
  const copies = blockers.flatMap((blocker) =>
    gating.transitions.map((t) => ({ ...t, from: blockedName(t.from, blocker), to: blockedName(t.to, blocker) })),
  );
  const binding = blockers.flatMap((blocker) =>
    gating.conducting.flatMap((open): Transition[] => [
      { from: open, to: blockedName(open, blocker), unit: 'per_mM_ms', ligand: blocker.ligand, ...blocker.on },
      { from: blockedName(open, blocker), to: open, unit: 'per_ms', ...blocker.off },
    ]),
  );
  return {
    id,
    states,
    initial: gating.initial,
    conducting: gating.conducting,
    transitions: [...gating.transitions, ...copies, ...binding],
  };
}

/**
 * Mg2+ with the on-rate of Ascher & Nowak 1988 (0.61 exp(-V/17) /mM/ms) and the
 * off-rate chosen so that equilibrium is that of Jahr & Stevens 1990 (PMID 1697902): K(V) = K0 exp(slope V).
 * `k0_mM` is 3.57 for GluN2A and GluN2B; `slope_per_mV` 0.062.
 */
export function magnesium(k0_mM = 3.57, slope_per_mV = 0.062): Blocker {
  const on = { rate: 0.61, v0_mV: 0, vSlope_mV: -17 };
  return { ligand: 'mg', suffix: 'Mg', on, off: { rate: on.rate * k0_mM, v0_mV: 0, vSlope_mV: 1 / (slope_per_mV + 1 / on.vSlope_mV) } };
}

/** What defines a pore blocker: affinity at a voltage, on-rate, electrical distance (charge +1). */
export interface PoreBlocker {
  readonly ligand: string;
  readonly suffix: string;
  readonly kd_mM: number;
  readonly at_mV: number;
  readonly kon_per_mM_ms: number;
  readonly delta: number;
}

/** koff = kon Kd(V) with Kd(V) = Kd exp((V - V0) delta F / RT) (Woodhull 1973, doi 10.1085/jgp.61.6.687), on-rate free of voltage. */
export function poreBlocker(blocker: PoreBlocker, rtf_mV = RTF_22C_mV): Blocker {
  return {
    ligand: blocker.ligand,
    suffix: blocker.suffix,
    on: { rate: blocker.kon_per_mM_ms },
    off: { rate: blocker.kon_per_mM_ms * blocker.kd_mM, v0_mV: blocker.at_mV, vSlope_mV: rtf_mV / blocker.delta },
  };
}

/** A blocker of the comparison with where its numbers come from. */
export interface PublishedBlocker extends PoreBlocker {
  readonly name: string;
  readonly source: string;
  readonly assumption: string;
}

/**
 * Ketamine, memantine and MK-801 at GluN1/GluN2A for a comparison on one gating scheme, from the pack's Parameters.
 * Each Kd is taken equal to the measured IC50 without Mg2+. Ketamine and memantine share one on-rate, a modelling choice
 * of the composite schemes: contacts in the pore change mainly off-rates (Chou et al. 2022, doi 10.1038/s41594-022-00772-0).
 */
export function publishedBlockers(lookup: ParameterLookup): readonly PublishedBlocker[] {
  const sharedRate = valueIn(lookup, 'ketamine.kon', 'per_mM_ms');
  return [
    {
      name: 'ketamine',
      ligand: 'ket',
      suffix: 'K',
      kd_mM: valueIn(lookup, 'ketamine.kd.2A', 'uM') / 1000,
      at_mV: KETAMINE_KD_MV,
      kon_per_mM_ms: sharedRate,
      delta: valueIn(lookup, 'ketamine.delta', '1'),
      source: `Affinity: ${lookup('ketamine.kd.2A').source}. Electrical distance: ${lookup('ketamine.delta').source}.`,
      assumption: 'The on-rate is a choice of the model.',
    },
    {
      name: 'memantine',
      ligand: 'mem',
      suffix: 'Mem',
      kd_mM: valueIn(lookup, 'memantine.ic50', 'uM') / 1000,
      at_mV: valueIn(lookup, 'memantine.voltage', 'mV'),
      kon_per_mM_ms: sharedRate,
      delta: valueIn(lookup, 'memantine.delta', '1'),
      source: `Affinity and electrical distance: ${lookup('memantine.ic50').source}.`,
      assumption: 'The on-rate is that of ketamine; the second, superficial site of memantine is left out.',
    },
    {
      name: 'MK-801',
      ligand: 'mk801',
      suffix: 'Mk801',
      kd_mM: valueIn(lookup, 'mk801.ic50', 'uM') / 1000,
      at_mV: valueIn(lookup, 'mk801.voltage', 'mV'),
      kon_per_mM_ms: valueIn(lookup, 'mk801.kon', 'per_M_s') * 1e-6,
      delta: valueIn(lookup, 'ketamine.delta', '1'),
      source: `Affinity: ${lookup('mk801.ic50').source}. On-rate: ${lookup('mk801.kon').source}.`,
      assumption: 'The pack has no electrical distance for MK-801; that of ketamine is used.',
    },
  ];
}

/** Voltage of the affinities in the ketamine.kd Parameters, as their names say. */
const KETAMINE_KD_MV = -66;
