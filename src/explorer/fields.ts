/** Settings as a table: each row says how a value is written in a link, read back, and brought to the nearest sound one. */
import { within, type BenchRange } from './bench';

/** What a setting takes: a closed list of words, or numbers from one to another. */
export type Accepts = { readonly values: readonly string[] } | { readonly from: number; readonly to: number };

export interface Field<T> {
  /** Its key in a link. */
  readonly url: string;
  /** The value a link that does not mention it has. Part of the link format, so it never changes. */
  readonly usual: T;
  readonly accepts: Accepts;
  readonly write: (value: T) => string;
  /** Undefined for a text that is no sound value. */
  readonly read: (text: string) => T | undefined;
  /** The nearest sound value. */
  readonly tidy: (value: T) => T;
}

/** One of a closed list. */
export function choice<const V extends readonly string[]>(url: string, values: V, usual: V[number]): Field<V[number]> {
  const read = (text: string): V[number] | undefined => values.find((value) => value === text);
  return { url, usual, accepts: { values }, write: (value) => value, read, tidy: (value) => read(value) ?? usual };
}

/** A number on the grid of its range; one outside is refused when read, and held at the end when set. */
export function number(url: string, range: BenchRange, usual: number): Field<number> {
  return {
    url,
    usual,
    accepts: { from: range.from, to: range.to },
    write: String,
    read: (text) => readNumber(text, range),
    tidy: (value) => within(value, range),
  };
}

export function flag(url: string, usual: boolean): Field<boolean> {
  return {
    url,
    usual,
    accepts: { values: ['0', '1'] },
    write: (value) => (value ? '1' : '0'),
    read: (text) => (text === '1' ? true : text === '0' ? false : undefined),
    tidy: (value) => value,
  };
}

/** The id of a record, or "none". */
export function name(url: string, usual: string): Field<string> {
  const sound = (text: string): string | undefined => (/^[A-Za-z0-9][A-Za-z0-9_.:-]{0,119}$/.test(text) ? text : undefined);
  return { url, usual, accepts: { values: [] }, write: (value) => value, read: sound, tidy: (value) => sound(value) ?? usual };
}

/** A number inside its range, on its grid; one outside is refused rather than bent. */
export function readNumber(text: string, range: BenchRange): number | undefined {
  if (!/^-?\d{1,9}(\.\d{1,12})?(e-?\d{1,3})?$/.test(text)) return undefined;
  const value = Number(text);
  return value >= range.from && value <= range.to ? within(value, range) : undefined;
}
