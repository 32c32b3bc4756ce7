/**
 * Published rules from spine Ca2+ to synaptic strength, as functions.
 *
 * - Shouval, Bear & Cooper 2002 (doi 10.1073/pnas.152343099): dW/dt = eta(Ca) (Omega(Ca) - W), Ca above rest in uM.
 * - Graupner & Brunel 2012 (doi 10.1073/pnas.1109359109; noise term as corrected in doi 10.1073/pnas.1220044110):
 *   a bistable efficacy driven by the time that Ca2+ spends above two thresholds. Its Ca2+ is in arbitrary units.
 */
import { valueIn, type ParameterLookup } from '../parameters';

/** Constants of the Shouval rule. Thresholds in uM, slope in 1/uM; `p` are P1 (s), P2, P3 and P4 (s) of the paper. */
export interface ShouvalRule {
  readonly thresholdDepression_uM: number;
  readonly thresholdPotentiation_uM: number;
  readonly slope: number;
  readonly baseline: number;
  readonly p: readonly [number, number, number, number];
}

/** The rule with the pack's thresholds; slope 80, baseline 0.25 and P1 to P4 as published (P2 = P1 x 1e-4). */
export function shouvalRule(lookup: ParameterLookup): ShouvalRule {
  return {
    thresholdDepression_uM: valueIn(lookup, 'plasticity.shouval.thresholdDepression', 'uM'),
    thresholdPotentiation_uM: valueIn(lookup, 'plasticity.shouval.thresholdPotentiation', 'uM'),
    slope: 80,
    baseline: 0.25,
    p: [0.1, 1e-5, 3, 1],
  };
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

/** Target strength Omega of the Shouval rule at a Ca2+ (uM above rest): 0.25 at rest, 0 between the thresholds, 1 above. */
export function shouvalOmega(rule: ShouvalRule, ca_uM: number): number {
  const up = sigmoid(rule.slope * (ca_uM - rule.thresholdPotentiation_uM));
  const down = sigmoid(rule.slope * (ca_uM - rule.thresholdDepression_uM));
  return rule.baseline + up - rule.baseline * down;
}

/** Rate eta of the Shouval rule in 1/s: 1 / (P1 / (P2 + Ca^P3) + P4). */
export function shouvalEta(rule: ShouvalRule, ca_uM: number): number {
  const [p1, p2, p3, p4] = rule.p;
  return 1 / (p1 / (p2 + Math.max(0, ca_uM) ** p3) + p4);
}

/** Strength after a Ca2+ trace (uM, absolute; `rest_uM` is subtracted), exact for piecewise-constant Ca2+. */
export function shouvalStrength(rule: ShouvalRule, time_ms: Float64Array, ca_uM: Float64Array, rest_uM: number, start: number): number {
  let w = start;
  for (let k = 1; k < time_ms.length; k++) {
    const ca = ((ca_uM[k] as number) + (ca_uM[k - 1] as number)) / 2 - rest_uM;
    const seconds = ((time_ms[k] as number) - (time_ms[k - 1] as number)) / 1000;
    const target = shouvalOmega(rule, ca);
    w = target + (w - target) * Math.exp(-shouvalEta(rule, ca) * seconds);
  }
  return w;
}

/** A parameter set of Graupner & Brunel 2012: times in s, the rest dimensionless. */
export interface GraupnerBrunelSet {
  readonly tauCa: number;
  readonly cPre: number;
  readonly cPost: number;
  readonly thetaD: number;
  readonly thetaP: number;
  readonly gammaD: number;
  readonly gammaP: number;
  readonly sigma: number;
  readonly tau: number;
  readonly rhoStar: number;
  readonly delay: number;
  readonly beta: number;
  readonly b: number;
}

/** Names of the parameter sets of Graupner & Brunel 2012 (doi 10.1073/pnas.1109359109) that the pack has. */
export const GRAUPNER_BRUNEL_SETS = ['hippocampalSlices', 'hippocampalCultures', 'corticalSlices', 'dp'] as const;
/** One of these names. */
export type GraupnerBrunelName = (typeof GRAUPNER_BRUNEL_SETS)[number];

/** Reads a set from the pack's Parameters `plasticity.graupnerBrunel.<name>.*`. */
export function graupnerBrunelSet(lookup: ParameterLookup, name: GraupnerBrunelName): GraupnerBrunelSet {
  const plain = (key: string): number => valueIn(lookup, `plasticity.graupnerBrunel.${name}.${key}`, '1');
  const time = (key: string): number => valueIn(lookup, `plasticity.graupnerBrunel.${name}.${key}`, 's');
  return {
    tauCa: time('tauCa'),
    cPre: plain('cPre'),
    cPost: plain('cPost'),
    thetaD: plain('thetaD'),
    thetaP: plain('thetaP'),
    gammaD: plain('gammaD'),
    gammaP: plain('gammaP'),
    sigma: plain('sigma'),
    tau: time('tau'),
    rhoStar: plain('rhoStar'),
    delay: time('delay'),
    beta: plain('beta'),
    b: plain('b'),
  };
}

/** Fractions of time above the two thresholds. */
export interface TimeAbove {
  readonly depression: number;
  readonly potentiation: number;
}

/**
 * Time above thresholds in the periodic state of spike pairs `interval_s` apart, post minus pre `dt_s`. Ca2+ jumps by
 * cPre a `delay` after each presynaptic spike and by cPost at each postsynaptic one and decays with tauCa, so between
 * jumps the time above a threshold is tauCa ln(c / theta): exact.
 */
export function timeAbovePairs(set: GraupnerBrunelSet, dt_s: number, interval_s: number): TimeAbove {
  const wrap = (t: number): number => t - interval_s * Math.floor(t / interval_s);
  const jumps = [
    { at: wrap(set.delay), size: set.cPre },
    { at: wrap(dt_s), size: set.cPost },
  ].sort((a, b) => a.at - b.at);
  const [first, second] = jumps as [{ at: number; size: number }, { at: number; size: number }];
  const gap = second.at - first.at;
  const fade = (t: number): number => Math.exp(-t / set.tauCa);
  const afterFirst = (first.size + second.size * fade(interval_s - gap)) / (1 - fade(interval_s));
  const afterSecond = afterFirst * fade(gap) + second.size;
  const above = (theta: number): number => {
    const part = (start: number, length: number): number => (start <= theta ? 0 : Math.min(length, set.tauCa * Math.log(start / theta)));
    return (part(afterFirst, gap) + part(afterSecond, interval_s - gap)) / interval_s;
  };
  return { depression: above(set.thetaD), potentiation: above(set.thetaP) };
}

/** Fractions of a Ca2+ trace above the thresholds, with `scale` the uM that stand for 1 of the rule's units. */
export function timeAboveTrace(set: GraupnerBrunelSet, ca_uM: Float64Array, scale_uM: number): TimeAbove {
  let d = 0;
  let p = 0;
  for (const ca of ca_uM) {
    if (ca > set.thetaD * scale_uM) d += 1;
    if (ca > set.thetaP * scale_uM) p += 1;
  }
  return { depression: d / ca_uM.length, potentiation: p / ca_uM.length };
}

/** Probabilities that a synapse in the DOWN (UP) state ends in the other one after `duration_s` of stimulation. */
export function transitionChances(
  set: GraupnerBrunelSet,
  above: TimeAbove,
  duration_s: number,
): { readonly up: number; readonly down: number } {
  const gammaP = set.gammaP * above.potentiation;
  const gammaD = set.gammaD * above.depression;
  const total = gammaP + gammaD;
  if (total === 0) return { up: 0, down: 0 };
  const rest = gammaP / total;
  const variance = (set.sigma ** 2 * (above.potentiation + above.depression)) / total;
  const fade = Math.exp((-duration_s * total) / set.tau);
  const width = Math.sqrt(variance * (1 - fade * fade));
  const ends = (start: number): number => rest + (start - rest) * fade;
  return {
    up: (1 - erf((set.rhoStar - ends(0)) / width)) / 2,
    down: (1 + erf((set.rhoStar - ends(1)) / width)) / 2,
  };
}

/** Strength after over before, averaged over a population with the share beta of synapses in the DOWN state. */
export function strengthChange(set: GraupnerBrunelSet, above: TimeAbove, duration_s: number): number {
  const { up, down } = transitionChances(set, above, duration_s);
  const { beta, b } = set;
  const low = beta * (1 - up) + (1 - beta) * down;
  return (low + (1 - low) * b) / (beta + (1 - beta) * b);
}

/** Error function by its series (|x| < 3) and continued fraction, absolute error below 1e-12. */
export function erf(x: number): number {
  const a = Math.abs(x);
  if (a > 6) return Math.sign(x);
  if (a < 3) {
    let term = a;
    let sum = a;
    for (let n = 1; Math.abs(term) > 1e-17 * sum; n++) {
      term *= (2 * a * a) / (2 * n + 1);
      sum += term;
    }
    return Math.sign(x) * ((2 / Math.sqrt(Math.PI)) * Math.exp(-a * a) * sum);
  }
  let fraction = 0;
  for (let k = 60; k > 0; k--) fraction = k / 2 / (a + fraction);
  return Math.sign(x) * (1 - Math.exp(-a * a) / (Math.sqrt(Math.PI) * (a + fraction)));
}
