/** Numbers of a recording as words: rounded to what their error allows, with a unit that suits. Pure. */
import type { Estimate } from '../../science/receptors/dwell-statistics';

const MINUS = '\u2212';

/** Three significant digits at most, with a true minus sign and no exponent. */
export function plain(value: number, digits = 3): string {
  if (value === 0) return '0';
  return Number(value.toPrecision(digits))
    .toLocaleString('en', { maximumSignificantDigits: digits, useGrouping: false })
    .replace('-', MINUS);
}

/** A time in ms as text with the unit that suits: microseconds to hours. */
export function time(ms: number): string {
  if (ms < 1) return `${plain(ms * 1000)} µs`;
  if (ms < 1000) return `${plain(ms)} ms`;
  if (ms < 120_000) return `${plain(ms / 1000)} s`;
  if (ms < 7_200_000) return `${plain(ms / 60_000)} min`;
  return `${plain(ms / 3_600_000)} h`;
}

/** The factor by which a time in ms is divided to be read in its unit, and that unit. */
function scaleOf(ms: number): readonly [number, string] {
  if (ms < 1) return [1e-3, 'µs'];
  if (ms < 1000) return [1, 'ms'];
  if (ms < 120_000) return [1000, 's'];
  if (ms < 7_200_000) return [60_000, 'min'];
  return [3_600_000, 'h'];
}

/** Digits after the point that an error of two significant digits leaves. */
function decimals(error: number): number {
  return Math.max(0, 1 - Math.floor(Math.log10(error)));
}

export interface WordsOfEstimate {
  readonly value: string;
  readonly error: string | null;
  readonly unit: string;
}

/** A pure number with its error, such as an open probability. */
export function ofNumber({ value, standardError }: Estimate): WordsOfEstimate {
  if (standardError === null || !(standardError > 0)) return { value: plain(value, 2), error: null, unit: '' };
  const places = Math.min(8, decimals(standardError));
  return { value: value.toFixed(places), error: standardError.toFixed(places), unit: '' };
}

/** A time in ms with its error, both in the unit of the value. */
export function ofTime({ value, standardError, count }: Estimate): WordsOfEstimate {
  const [divide, unit] = scaleOf(value);
  const scaled = { value: value / divide, standardError: standardError === null ? null : standardError / divide, count };
  return { ...ofNumber(scaled), unit };
}
