/** Peak, time of the peak, area and half-life of a course. Areas and the slowest phase are exact, not read off samples. */
import { ngPerMlFactor, type Part } from './parts';
import type { Constants } from './records';
import type { Analyte, BodyMeasures, Column, Level, Measures } from './types';

interface MeasureInput {
  readonly parts: readonly Part[];
  readonly analytes: readonly Analyte[];
  readonly levelsAt: (time_min: number) => Partial<Record<Analyte, Level>>;
  readonly columns: Readonly<Partial<Record<Analyte, Column>>>;
  readonly time_min: Float64Array;
  readonly hidden: readonly (readonly [number, number])[];
  readonly constants: Constants;
}

/** Fast phases count as gone after this many of their time constants (0.7 % left). */
const GONE = 5;
/** The time of a peak is found to this many minutes. */
const PRECISION = 1e-4;
/** Peaks of a schedule that differ by less than this share are one height; the first counts. */
const ALIKE = 1e-6;
/** Phases whose rates differ by less than this share are one phase. */
const SAME = 1e-6;

/** Measures of every analyte. */
export function measuresOf(input: MeasureInput): Partial<Record<Analyte, Measures>> {
  const found: Partial<Record<Analyte, Measures>> = {};
  for (const analyte of input.analytes) {
    const peak = peakOf(input, analyte);
    const end = input.time_min[input.time_min.length - 1] ?? 0;
    const molar = input.constants.molarMass[analyte];
    found[analyte] = {
      cmax_ngPerMl: peak.value,
      cmax_uM: peak.value / molar,
      tmax_min: peak.time,
      auc_ngHPerMl: areaOf(input, analyte, end),
      aucInfinity_ngHPerMl: areaOf(input, analyte, Infinity),
      halfLife: halfLifeOf(input, analyte),
    };
  }
  return found;
}

/** Area under an analyte's curve from 0 to a time in minutes (or Infinity), ng h/mL. */
export function areaOf({ parts, constants }: Pick<MeasureInput, 'parts' | 'constants'>, analyte: Analyte, time_min: number): number {
  let sum = 0;
  for (const { system, trajectory } of parts) {
    const area = trajectory.area(time_min);
    for (const each of system.measured) {
      if (each.analyte === analyte) sum += ((area[each.at] as number) / each.volume_L) * ngPerMlFactor(each.mass, analyte, constants);
    }
  }
  return sum / 60;
}

/** The highest sample outside hidden times, refined between its neighbours by golden section. */
function peakOf(input: MeasureInput, analyte: Analyte): { readonly value: number; readonly time: number } {
  const { columns, time_min, hidden, levelsAt } = input;
  const samples = columns[analyte]?.ngPerMl ?? new Float64Array(0);
  const shown = (time: number): boolean => !hidden.some(([from, to]) => time >= from && time < to);
  let best = -1;
  for (const [k, value] of samples.entries()) {
    if (shown(time_min[k] as number) && (best === -1 || value > (samples[best] as number) * (1 + ALIKE))) best = k;
  }
  if (best === -1) return { value: 0, time: 0 };
  const valueAt = (time: number): number => levelsAt(time)[analyte]?.plasma_ngPerMl ?? 0;
  const here = time_min[best] as number;
  const before = time_min[best - 1] ?? here;
  let low = shown(before) ? before : here;
  let high = time_min[best + 1] ?? here;
  const ratio = (Math.sqrt(5) - 1) / 2;
  let left = { time: high - ratio * (high - low), value: 0 };
  let right = { time: low + ratio * (high - low), value: 0 };
  left.value = valueAt(left.time);
  right.value = valueAt(right.time);
  while (high - low > PRECISION) {
    if (left.value < right.value) {
      low = left.time;
      left = right;
      const time = low + ratio * (high - low);
      right = { time, value: valueAt(time) };
    } else {
      high = right.time;
      right = left;
      const time = high - ratio * (high - low);
      left = { time, value: valueAt(time) };
    }
  }
  const refined = (low + high) / 2;
  const value = valueAt(refined);
  const sampled = samples[best] as number;
  return value > sampled ? { value, time: refined } : { value: sampled, time: here };
}

/**
 * The slowest phase's half-life, and that of the log-linear fall over one such half-life from the time when the next
 * slowest phase has gone, counted from the end of the last input.
 */
function halfLifeOf(input: MeasureInput, analyte: Analyte): Measures['halfLife'] {
  let slowest = Infinity;
  let next = Infinity;
  let last = 0;
  for (const { system, trajectory } of input.parts) {
    last = Math.max(last, ...trajectory.breaks);
    const place = system.measured.find((each) => each.analyte === analyte);
    if (place === undefined) continue;
    const decays = trajectory.decays(place.at).filter((rate) => rate > 0);
    const first = decays[0] ?? Infinity;
    slowest = Math.min(slowest, first);
    next = Math.min(next, decays.find((rate) => rate > first * (1 + SAME)) ?? Infinity);
  }
  const half = Math.LN2 / slowest;
  const from = last + (Number.isFinite(next) ? GONE / next : 0);
  const to = from + half;
  const level = (time: number): number => input.levelsAt(time)[analyte]?.plasma_ngPerMl ?? NaN;
  return { terminal_h: half / 60, window_min: [from, to], inWindow_h: (Math.LN2 * half) / Math.log(level(from) / level(to)) / 60 };
}

/**
 * Clearance, volume and bioavailability from exact areas. For one unit into plasma with area a: clearance V / a, volume the
 * mass in exchanging compartments over plasma concentration at steady state; bioavailability is area times clearance over
 * dose. Of several parts, the means by dose.
 */
export function bodyOf(parts: readonly Part[]): BodyMeasures {
  let given_mg = 0;
  let lastGiven_min = 0;
  let clearance = 0;
  let volume = 0;
  let reached = 0;
  for (const part of parts) {
    const { system, trajectory } = part;
    const plasma = system.measured.find((each) => each.analyte === 'ketamine');
    if (plasma === undefined) throw new Error('the drug model does not follow ketamine');
    const unit = trajectory.unitArea(plasma.at);
    const concentration = (unit[plasma.at] as number) / plasma.volume_L;
    const held = trajectory.exchanging(plasma.at).reduce((sum, i) => sum + (unit[i] as number), 0);
    given_mg += part.given_mg;
    lastGiven_min = Math.max(lastGiven_min, part.lastGiven_min);
    clearance += (60 * part.given_mg) / concentration;
    volume += (part.given_mg * held) / concentration;
    reached += (trajectory.area(Infinity)[plasma.at] as number) / plasma.volume_L / concentration;
  }
  return {
    given_mg,
    lastGiven_min,
    clearance_LPerH: clearance / given_mg,
    volume_L: volume / given_mg,
    bioavailability: reached / given_mg,
  };
}
