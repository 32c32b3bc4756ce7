/**
 * NMDA receptors of a network: the pack's kinetic schemes reduced to what a few hundred cells can carry.
 *
 * Gating of one synapse becomes a jump to the scheme's peak and an exponential decay. Open-channel block keeps its kinetics:
 * ketamine enters only open channels that hold no Mg2+, leaves only while the gate is open, and is trapped in between. With
 * p the open probability of the gate, K ketamine, U(V) = 1 / (1 + [Mg]/K_Mg(V)) and Kd(V) the affinity of the pore, the share
 * b of channels that hold ketamine obeys
 *   db/dt = p (kon K U(V) (1 - b) - kon Kd(V) b) / (1 + s (kon K U(V) + kon Kd(V))),
 * where s is the time for which one activation keeps the gate open: a channel cannot be blocked more than once before it has
 * closed and opened anew, so that even a saturating drug has to wait for activations. For steady glutamate this is the answer
 * of the composite schemes of the pack (symmetric trapping): half block exactly at Kd(V) (1 + [Mg]/K_Mg(V)), time constants
 * within a few per cent. Mg2+ equilibrates within a millisecond and is taken as instantaneous (Jahr & Stevens 1990, PMID
 * 1697902).
 */
import { exp, ln } from '../elementary';
import { parameterLookup, type ParameterLookup, valueIn } from '../parameters';
import { compileScheme, type CompiledScheme, type SchemeInput } from '../receptors/compile';
import { ligandOccupancy } from '../receptors/occupancy';
import { doubled, propagate, transitionProbabilities } from '../receptors/propagator';
import { openProbability, rateMatrix } from '../receptors/rates';
import { stationary } from '../receptors/stationary';
import type { NmdaKinetics, Subunit } from './config';

export const SUBUNITS: readonly Subunit[] = ['2A', '2B', '2C', '2D'];

/** Parameters behind the Mg2+ block of each subtype. */
const MG_K0: Readonly<Record<Subunit, string>> = {
  '2A': 'mg.jahrStevens.k0',
  '2B': 'mg.jahrStevens.k0',
  '2C': 'mg.glun2c.k0',
  '2D': 'mg.glun2d.k0',
};

/** Where the reduction takes its schemes and numbers from; a pack's records fit. */
export interface NmdaSource {
  readonly parameters: Parameters<typeof parameterLookup>[0];
  readonly schemes: readonly SchemeInput[];
}

/** All four subtypes at an ambient glutamate in nM. Throws a RangeError for a scheme or Parameter that the source lacks. */
export function reducedNmda(source: NmdaSource, ambient_nM: number): NmdaKinetics[] {
  const lookup = parameterLookup(source.parameters);
  return SUBUNITS.map((subunit) => {
    const id = `NMDA_${subunit}_MGKET`;
    const input = source.schemes.find((scheme) => scheme.id === id);
    if (input === undefined) throw new RangeError(`There is no scheme "${id}"`);
    return reduceScheme(subunit, compileScheme(input), lookup, ambient_nM);
  });
}

/** The reduction of one scheme. The pulse is the cleft transient of the pack as a square: its peak for its time constant. */
export function reduceScheme(subunit: Subunit, scheme: CompiledScheme, lookup: ParameterLookup, ambient_nM: number): NmdaKinetics {
  const { peak, decay_ms } = pulseAnswer(
    scheme,
    valueIn(lookup, 'release.transientPeak', 'mM'),
    valueIn(lookup, 'release.transientTau', 'ms'),
  );
  const tonic = stationary(scheme, { v_mV: 0, ligands_mM: { glu: ambient_nM * 1e-6 } });
  return {
    subunit,
    scheme: scheme.id,
    peakOpen: peak,
    decay_ms,
    tonicOpen: openProbability(scheme, tonic),
    stay_ms: openProbability(scheme, tonic) * waitForOpening_ms(scheme, tonic, ambient_nM),
    mgK0_mM: valueIn(lookup, MG_K0[subunit], 'mM'),
    mgSlope_per_mV: valueIn(lookup, 'mg.jahrStevens.slope', 'per_mV'),
    kd_uM: valueIn(lookup, `ketamine.kd.${subunit}`, 'uM'),
    kdAt_mV: valueIn(lookup, 'ketamine.kdVoltage', 'mV'),
    eFold_mV: valueIn(lookup, 'ketamine.eFold', 'mV'),
    kon_per_uM_ms: valueIn(lookup, 'ketamine.kon', 'per_mM_ms') * 1e-3,
  };
}

/** Sampling step after the pulse; the place of 1/e is interpolated. */
const SAMPLE_MS = 0.25;

/** Peak open probability after a square pulse (mM, ms) and the time from it to its 1/e, ms. */
function pulseAnswer(scheme: CompiledScheme, glu: number, length_ms: number): { peak: number; decay_ms: number } {
  const { n } = scheme;
  const during = rateMatrix(scheme, { v_mV: 0, ligands_mM: { glu } });
  const after = transitionProbabilities(rateMatrix(scheme, { v_mV: 0, ligands_mM: {} }), n, SAMPLE_MS);
  let p = propagate(scheme.initial, transitionProbabilities(during, n, length_ms), n, new Float64Array(n));
  let spare: Float64Array = new Float64Array(n);
  let open = openProbability(scheme, p);
  let peak = open;
  let peakStep = 0;
  for (let step = 1; ; step++) {
    [p, spare] = [propagate(p, after, n, spare), p];
    const next = openProbability(scheme, p);
    if (next > peak) {
      peak = next;
      peakStep = step;
    } else if (next < peak * exp(-1)) {
      const share = (open - peak * exp(-1)) / (open - next);
      return { peak, decay_ms: (step - 1 + share - peakStep) * SAMPLE_MS };
    }
    open = next;
  }
}

/** Ketamine in mM that enters every gate as soon as it opens, and the voltage at which none leaves, mV. */
const FLOOD_MM = 1e4;
const HOLD_MV = -200;

/**
 * Mean time in ms until a receptor at rest in steady glutamate opens: the time constant with which a drug that enters at once
 * and does not leave would fill the channels. `start` is the stationary distribution without it.
 */
function waitForOpening_ms(scheme: CompiledScheme, start: Float64Array, ambient_nM: number): number {
  const { n } = scheme;
  const { bound } = ligandOccupancy(scheme, 'ket');
  const flooded = rateMatrix(scheme, { v_mV: HOLD_MV, ligands_mM: { glu: ambient_nM * 1e-6, ket: FLOOD_MM } });
  let ms = 1;
  let map = transitionProbabilities(flooded, n, ms);
  for (;;) {
    const p = propagate(start, map, n, new Float64Array(n));
    const left = p.reduce((sum, share, s) => ((bound[s] ?? 0) > 0 ? sum : sum + share), 0);
    if (left < 0.5) return -ms / ln(left);
    map = doubled(map, n);
    ms *= 2;
  }
}

/** Mg2+-free share of channels at a voltage. Unit 1. */
export function unblockedByMg(kinetics: NmdaKinetics, mg_mM: number, v_mV: number): number {
  return 1 / (1 + mg_mM / (kinetics.mgK0_mM * exp(kinetics.mgSlope_per_mV * v_mV)));
}

/** Affinity of the pore for ketamine at a voltage, uM (Woodhull 1973, doi 10.1085/jgp.61.6.687). */
export function ketamineKd_uM(kinetics: NmdaKinetics, v_mV: number): number {
  return kinetics.kd_uM * exp((v_mV - kinetics.kdAt_mV) / kinetics.eFold_mV);
}

/** Share of channels that hold ketamine in the end, at a steady voltage. */
export function blockAtRest(kinetics: NmdaKinetics, ketamine_uM: number, mg_mM: number, v_mV: number): number {
  const entering = ketamine_uM * unblockedByMg(kinetics, mg_mM, v_mV);
  return entering / (entering + ketamineKd_uM(kinetics, v_mV));
}

const TABLE_FROM_MV = -110;
const TABLE_TO_MV = 60;
const TABLE_PER_MV = 10;

/** The two voltage functions of a subtype on a grid of 0.1 mV, for the inner loops. */
export class BlockTable {
  /** Mg2+-free share, and unbinding rate of ketamine from an open gate in 1/ms, by `index`. */
  readonly free: Float64Array;
  readonly off_per_ms: Float64Array;

  constructor(kinetics: NmdaKinetics, mg_mM: number) {
    const count = (TABLE_TO_MV - TABLE_FROM_MV) * TABLE_PER_MV + 1;
    const at = (i: number): number => TABLE_FROM_MV + i / TABLE_PER_MV;
    this.free = Float64Array.from({ length: count }, (_, i) => unblockedByMg(kinetics, mg_mM, at(i)));
    this.off_per_ms = Float64Array.from({ length: count }, (_, i) => kinetics.kon_per_uM_ms * ketamineKd_uM(kinetics, at(i)));
  }

  /** Nearest grid point to a voltage; voltages beyond the grid take its ends. */
  static index(v_mV: number): number {
    if (v_mV <= TABLE_FROM_MV) return 0;
    if (v_mV >= TABLE_TO_MV) return (TABLE_TO_MV - TABLE_FROM_MV) * TABLE_PER_MV;
    return ((v_mV - TABLE_FROM_MV) * TABLE_PER_MV + 0.5) | 0;
  }
}
