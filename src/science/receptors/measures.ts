/** Named measures of a response, and their text form in target files. */
import type { CompiledScheme } from './compile';
import { type ExponentialModel, exponentialTau, twoExponentials } from './fit';
import { endOccupancy, type Protocol, respond, startOccupancy, type Trace } from './protocol';
import { openProbability } from './rates';
import { stationary } from './stationary';
import { crossing, integral, maximum, poAt } from './trace';

/** A measure of a response, as `parseMeasure` reads it. */
export type Measure =
  /** Greatest Po over the whole protocol, and its time from the start of the protocol. */
  | { readonly kind: 'peakPo' }
  | { readonly kind: 'timeOfPeak_ms' }
  /** Time from 10 % to 90 % of the peak on the way up. */
  | { readonly kind: 'rise1090_ms' }
  /** Time from the peak to the first crossing of peak/e, or of a stated fraction of the peak. */
  | { readonly kind: 'decayTo_ms'; readonly fraction: number }
  /** Integral of Po over the protocol, divided by the peak. */
  | { readonly kind: 'integralPoOverPeak_ms' }
  /** Integral of Po from the peak on, divided by the peak: the amplitude-weighted mean of the decay time constants. */
  | { readonly kind: 'weightedDecay_ms' }
  /** A part of the least-squares fit c + a exp(-t/fast) + b exp(-t/slow) to the whole protocol; a share is of a + b. */
  | { readonly kind: 'twoExponentials'; readonly part: 'fast_ms' | 'slow_ms' | 'fastShare' }
  /** Po after infinite time in the last medium. */
  | { readonly kind: 'steadyPo' }
  /** Time at which |Po - Po(end)| has fallen to 1/e of its value at the start. */
  | { readonly kind: 'timeTo63percent_ms' }
  /** Least-squares a exp(-t/tau) between two percentages of Po at the end of the first segment. */
  | { readonly kind: 'singleExpTau_ms'; readonly fromPercent: number; readonly toPercent: number }
  /** Least-squares peak * exp(-t/tau) from the peak to the first crossing of a percentage of it. */
  | { readonly kind: 'peakDecayTau_ms'; readonly toPercent: number }
  /** Least-squares a exp(-t/tau) + c from the peak to a time after it. */
  | { readonly kind: 'singleExpPlusConstTau_ms'; readonly window_ms: number }
  | { readonly kind: 'poAt'; readonly time_ms: number }
  /** Greatest Po in one time window divided by that in another. */
  | { readonly kind: 'peakRatio'; readonly of: readonly [number, number]; readonly to: readonly [number, number] }
  /** One summed occupancy divided by another, or one alone. */
  | { readonly kind: 'sumRatio'; readonly top: Occupancy; readonly bottom: Occupancy }
  | { readonly kind: 'sumAt'; readonly of: Occupancy };

/** The summed occupancy of the states whose name ends in `suffix`, at the start or the end of a protocol. */
export interface Occupancy {
  readonly suffix: string;
  readonly when: 'start' | 'end';
}

const NUMBER = '[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?';
const WINDOW = `\\[\\s*(${NUMBER})\\s*,\\s*(${NUMBER})\\s*\\]`;
const SINGLE = new RegExp(`^singleExpTau_(${NUMBER})to(${NUMBER})_ms$`);
const PEAK_DECAY = new RegExp(`^anchoredExpTau_peakTo(${NUMBER})percent_ms$`);
const PLUS_CONSTANT = new RegExp(`^singleExpPlusConstTau_peakTo\\+(${NUMBER})_ms$`);
const AT = new RegExp(`^PoAt:(${NUMBER})$`);
const RATIO = new RegExp(`^peakRatio:${WINDOW}/${WINDOW}$`);
const SUM_RATIO = /^sumOf:([^()]+)\((start|end)\)\/sumOf:([^()]+)\((start|end)\)$/;
const SUM = /^sumOf:([^()]+)\((start|end)\)$/;
const DECAY = new RegExp(`^decayTo(${NUMBER})percent_ms$`);

/** Reads the text form of a measure (`peakPo`, `PoAt:5`, `peakRatio:[20,26]/[0,19]`, ...). Undefined if it is not one. */
export function parseMeasure(text: string): Measure | undefined {
  switch (text) {
    case 'peakPo':
    case 'timeOfPeak_ms':
    case 'rise1090_ms':
    case 'integralPoOverPeak_ms':
    case 'weightedDecay_ms':
    case 'steadyPo':
    case 'timeTo63percent_ms':
      return { kind: text };
    case 'twoExpFast_ms':
      return { kind: 'twoExponentials', part: 'fast_ms' };
    case 'twoExpSlow_ms':
      return { kind: 'twoExponentials', part: 'slow_ms' };
    case 'twoExpFastShare':
      return { kind: 'twoExponentials', part: 'fastShare' };
    case 'decayTo1e_ms':
      return { kind: 'decayTo_ms', fraction: Math.exp(-1) };
  }
  let match = SINGLE.exec(text);
  if (match) return { kind: 'singleExpTau_ms', fromPercent: Number(match[1]), toPercent: Number(match[2]) };
  match = PEAK_DECAY.exec(text);
  if (match) return { kind: 'peakDecayTau_ms', toPercent: Number(match[1]) };
  match = PLUS_CONSTANT.exec(text);
  if (match) return { kind: 'singleExpPlusConstTau_ms', window_ms: Number(match[1]) };
  match = AT.exec(text);
  if (match) return { kind: 'poAt', time_ms: Number(match[1]) };
  match = RATIO.exec(text);
  if (match) return { kind: 'peakRatio', of: [Number(match[1]), Number(match[2])], to: [Number(match[3]), Number(match[4])] };
  match = DECAY.exec(text);
  if (match) return { kind: 'decayTo_ms', fraction: Number(match[1]) / 100 };
  match = SUM_RATIO.exec(text);
  if (match) return { kind: 'sumRatio', top: occupancyOf(match[1], match[2]), bottom: occupancyOf(match[3], match[4]) };
  match = SUM.exec(text);
  if (match) return { kind: 'sumAt', of: occupancyOf(match[1], match[2]) };
  return undefined;
}

function occupancyOf(suffix = '', when = 'end'): Occupancy {
  return { suffix, when: when === 'start' ? 'start' : 'end' };
}

/** The unit of a measure's value: ms or 1. */
export function measureUnit(measure: Measure): 'ms' | '1' {
  if (measure.kind === 'twoExponentials') return measure.part === 'fastShare' ? '1' : 'ms';
  return measure.kind.endsWith('_ms') ? 'ms' : '1';
}

/**
 * The value of a measure for a protocol (ms where the name says so, otherwise dimensionless). Throws a RangeError that
 * says why when the response has no such value (Po never rises, never falls to the level, a time lies outside).
 */
export function evaluate(scheme: CompiledScheme, protocol: Protocol, measure: Measure): number {
  if (protocol.segments.length === 0) throw new RangeError('The protocol has no segments');
  switch (measure.kind) {
    case 'steadyPo':
      return steadyPo(scheme, protocol);
    case 'sumRatio':
    case 'sumAt':
      return occupancyMeasure(scheme, protocol, measure);
    default:
      return measureTrace(respond(scheme, protocol), measure, protocol.segments[0]?.ms ?? 0);
  }
}

type TraceMeasure = Exclude<Measure, { readonly kind: 'steadyPo' | 'sumRatio' | 'sumAt' }>;

/** As `evaluate`, on a trace already computed; `firstSegment_ms` is the length of the protocol's first segment. */
export function measureTrace(trace: Trace, measure: TraceMeasure, firstSegment_ms: number): number {
  switch (measure.kind) {
    case 'peakPo':
      return maximum(trace).po;
    case 'timeOfPeak_ms':
      return positivePeak(trace).time;
    case 'rise1090_ms': {
      const peak = positivePeak(trace);
      return need(crossing(trace, 0.9 * peak.po), '90 % of the peak') - need(crossing(trace, 0.1 * peak.po), '10 % of the peak');
    }
    case 'decayTo_ms': {
      const peak = positivePeak(trace);
      return need(crossing(trace, peak.po * measure.fraction, peak.time), `${measure.fraction.toFixed(3)} of the peak`) - peak.time;
    }
    case 'integralPoOverPeak_ms':
      return integral(trace) / positivePeak(trace).po;
    case 'weightedDecay_ms': {
      const peak = positivePeak(trace);
      return integral(trace, peak.time) / peak.po;
    }
    case 'twoExponentials': {
      const dt = trace.duration / (FIT_SAMPLES - 1);
      return twoExponentials(sampled(trace, 0, dt), dt)[measure.part];
    }
    case 'timeTo63percent_ms':
      return timeToFraction(trace);
    case 'singleExpTau_ms':
      return decayTau(trace, measure.fromPercent / 100, measure.toPercent / 100, firstSegment_ms);
    case 'peakDecayTau_ms': {
      const peak = positivePeak(trace);
      const level = measure.toPercent / 100;
      return sampledTau(trace, peak.time, need(crossing(trace, level * peak.po, peak.time), `${level} of the peak`), 'anchored');
    }
    case 'singleExpPlusConstTau_ms': {
      const peak = positivePeak(trace);
      return sampledTau(trace, peak.time, peak.time + measure.window_ms, 'plusConstant');
    }
    case 'poAt':
      return poAt(trace, measure.time_ms);
    case 'peakRatio':
      return maximum(trace, ...measure.of).po / positive(maximum(trace, ...measure.to).po);
  }
}

function steadyPo(scheme: CompiledScheme, protocol: Protocol): number {
  const before = protocol.segments.slice(0, -1);
  const last = protocol.segments[protocol.segments.length - 1];
  const start = endOccupancy(scheme, { start: protocol.start, segments: before });
  return last === undefined ? openProbability(scheme, start) : openProbability(scheme, stationary(scheme, last.conditions, start));
}

function occupancyMeasure(
  scheme: CompiledScheme,
  protocol: Protocol,
  measure: Extract<Measure, { readonly kind: 'sumRatio' | 'sumAt' }>,
): number {
  const sum = ({ suffix, when }: Occupancy): number => {
    const chosen = scheme.states.map((state) => state.endsWith(suffix));
    if (!chosen.includes(true)) throw new RangeError(`No state of ${scheme.id} has a name that ends in "${suffix}"`);
    const p = when === 'start' ? startOccupancy(scheme, protocol.start) : endOccupancy(scheme, protocol);
    return p.reduce((total, value, s) => (chosen[s] === true ? total + value : total), 0);
  };
  if (measure.kind === 'sumAt') return sum(measure.of);
  return sum(measure.top) / positive(sum(measure.bottom));
}

function positivePeak(trace: Trace): { time: number; po: number } {
  const peak = maximum(trace);
  positive(peak.po);
  return peak;
}

function positive(value: number): number {
  if (!(value > 0)) throw new RangeError('The response is zero throughout');
  return value;
}

function need(time: number | undefined, what: string): number {
  if (time === undefined) throw new RangeError(`The response never reaches ${what} in this protocol`);
  return time;
}

/** First time at which |Po - Po(end)| is 1/e of its value at the start. */
function timeToFraction(trace: Trace): number {
  const start = poAt(trace, 0);
  const end = poAt(trace, trace.duration);
  if (start === end) throw new RangeError('Po is the same at the start and at the end');
  const deviation = Math.exp(-1) * (start - end);
  const times = [crossing(trace, end + deviation), crossing(trace, end - deviation)].filter((t) => t !== undefined);
  return need(times.length === 0 ? undefined : Math.min(...times), '1/e of its way');
}

/** Fit between two fractions of the value at the end of the first segment, on the falling side that follows. */
function decayTau(trace: Trace, from: number, to: number, pulse_ms: number): number {
  const reference = positive(poAt(trace, pulse_ms));
  const begin = need(
    crossing(trace, from * reference, Math.max(pulse_ms, lastAbove(trace, from * reference, pulse_ms))),
    `${from} of its value`,
  );
  return sampledTau(trace, begin, need(crossing(trace, to * reference, begin), `${to} of its value`), 'free');
}

/** Po may still rise after the pulse: the search for the falling side starts at the maximum that follows. */
function lastAbove(trace: Trace, level: number, pulse_ms: number): number {
  const peak = maximum(trace, pulse_ms);
  return peak.po > level ? peak.time : pulse_ms;
}

const FIT_SAMPLES = 2001;

function sampledTau(trace: Trace, from: number, to: number, model: ExponentialModel): number {
  const dt = (to - from) / (FIT_SAMPLES - 1);
  return exponentialTau(sampled(trace, from, dt), dt, model);
}

function sampled(trace: Trace, from: number, dt: number): Float64Array {
  return Float64Array.from({ length: FIT_SAMPLES }, (_, i) => poAt(trace, Math.min(trace.duration, from + i * dt)));
}
