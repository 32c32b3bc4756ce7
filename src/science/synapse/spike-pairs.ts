/**
 * Change of strength by pairs of pre- and postsynaptic spikes in the calcium-based rule of Graupner & Brunel 2012
 * (doi 10.1073/pnas.1109359109), in the closed form of that paper: calcium is a sum of decaying jumps, the efficacy a
 * bistable variable that diffuses while calcium lies above its thresholds.
 */

import { type ParameterLookup, valueIn } from '../parameters';

/** Parameters of the rule; times in s, calcium in units of the depression threshold. */
export interface CalciumRule {
  readonly tauCa_s: number;
  readonly Cpre: number;
  readonly Cpost: number;
  readonly thetaD: number;
  readonly thetaP: number;
  readonly gammaD: number;
  readonly gammaP: number;
  readonly sigma: number;
  readonly tau_s: number;
  readonly rhoStar: number;
  /** Delay of the presynaptic calcium jump. */
  readonly D_s: number;
  /** Share of synapses in the low state at the start, and strength of the high state over that of the low one. */
  readonly beta: number;
  readonly b: number;
}

/** The rule of one published set, from the pack's Parameters `plasticity.graupnerBrunel.<set>.*` (`dp`, `hippocampalSlices`, ...). */
export function calciumRule(lookup: ParameterLookup, set: string): CalciumRule {
  const seconds = (name: string): number => valueIn(lookup, `plasticity.graupnerBrunel.${set}.${name}`, 's');
  const plain = (name: string): number => valueIn(lookup, `plasticity.graupnerBrunel.${set}.${name}`, '1');
  return {
    tauCa_s: seconds('tauCa'),
    Cpre: plain('cPre'),
    Cpost: plain('cPost'),
    thetaD: plain('thetaD'),
    thetaP: plain('thetaP'),
    gammaD: plain('gammaD'),
    gammaP: plain('gammaP'),
    sigma: plain('sigma'),
    tau_s: seconds('tau'),
    rhoStar: plain('rhoStar'),
    D_s: seconds('delay'),
    beta: plain('beta'),
    b: plain('b'),
  };
}

/** Pairs of a spike before and one after the synapse, repeated. */
export interface SpikePairs {
  readonly pairs: number;
  readonly frequency_Hz: number;
  /** Postsynaptic minus presynaptic spike time, s. */
  readonly delay_s: number;
}

/** Share of the time that calcium spends above a threshold in the periodic steady state. */
export function timeAbove(rule: CalciumRule, pairs: SpikePairs, threshold: number): number {
  const period = 1 / pairs.frequency_Hz;
  const shift = pairs.delay_s - rule.D_s;
  const gap = ((shift % period) + period) % period;
  // Calcium just after each jump, with the remains of all earlier periods.
  const memory = 1 / (1 - Math.exp(-period / rule.tauCa_s));
  const afterPre = memory * (rule.Cpre + rule.Cpost * Math.exp(-(period - gap) / rule.tauCa_s));
  const afterPost = memory * (rule.Cpost + rule.Cpre * Math.exp(-gap / rule.tauCa_s));
  if (gap === 0) return above(memory * (rule.Cpre + rule.Cpost), period, rule.tauCa_s, threshold) / period;
  return (above(afterPre, gap, rule.tauCa_s, threshold) + above(afterPost, period - gap, rule.tauCa_s, threshold)) / period;
}

/** Time that a decay from `start` over `length` spends above `threshold`. */
function above(start: number, length: number, tau: number, threshold: number): number {
  return start > threshold ? Math.min(length, tau * Math.log(start / threshold)) : 0;
}

/** Mean strength after the pairs over mean strength before. Throws a RangeError unless pairs and frequency are above 0. */
export function strengthAfterPairs(rule: CalciumRule, pairs: SpikePairs): number {
  if (!(pairs.pairs > 0 && pairs.frequency_Hz > 0)) throw new RangeError('Pairs and frequency must be above 0');
  const depressing = timeAbove(rule, pairs, rule.thetaD);
  const potentiating = timeAbove(rule, pairs, rule.thetaP);
  const up = rule.gammaP * potentiating;
  const down = rule.gammaD * depressing;
  if (up + down === 0) return 1;
  const mean = up / (up + down);
  const decay = Math.exp((-(pairs.pairs / pairs.frequency_Hz) * (up + down)) / rule.tau_s);
  const width = Math.sqrt(((depressing + potentiating) * (1 - decay * decay)) / (up + down)) * rule.sigma;
  /** Probability of ending above the unstable point from efficacy `start`. */
  const ends = (start: number): number => (1 + erf((mean + (start - mean) * decay - rule.rhoStar) / width)) / 2;
  const fromLow = ends(0);
  const fromHigh = ends(1);
  const { beta, b } = rule;
  const high = beta * fromLow + (1 - beta) * fromHigh;
  return (1 - high + b * high) / (beta + (1 - beta) * b);
}

/** The error function, by its series below 3 and its continued fraction above; error below 1e-14. */
export function erf(x: number): number {
  const a = Math.abs(x);
  if (a > 6) return Math.sign(x);
  if (a < 3) {
    let term = x;
    let sum = x;
    for (let k = 1; k < 100 && Math.abs(term) > 1e-17 * Math.abs(sum); k++) {
      term *= (-x * x) / k;
      sum += term / (2 * k + 1);
    }
    return (2 / Math.sqrt(Math.PI)) * sum;
  }
  let fraction = 0;
  for (let k = 60; k > 0; k--) fraction = k / 2 / (a + fraction);
  return Math.sign(x) * (1 - Math.exp(-a * a) / (Math.sqrt(Math.PI) * (a + fraction)));
}
