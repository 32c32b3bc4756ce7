/** Durations in words: "40 min" on an axis, "40 minutes" or "about 2 hours" in running text. */
import type { When } from '../explorer/state';
import type { PackClocks } from '../model/schema';
import type { Messages } from './messages';

/** Units with their length and the shortest duration told in them, both in seconds: tenths of a second are told as such. */
const UNITS = [
  ['d', 86_400, 86_400],
  ['h', 3_600, 3_600],
  ['min', 60, 60],
  ['s', 1, 0.1],
  ['ms', 1e-3, 0],
] as const;

interface Quantity {
  readonly unit: (typeof UNITS)[number][0];
  /** Two significant digits at most for a broken number, whole numbers as they are. */
  readonly text: string;
  readonly exact: boolean;
}

/** More than this share away from the true value, a rounded duration is said to be "about". */
const SLACK = 0.005;

function quantityOf(seconds: number): Quantity {
  const [unit, size] = UNITS.find(([, , shortest]) => seconds >= shortest * 0.9995) ?? UNITS[4];
  const value = seconds / size;
  const rounded = value >= 10 ? Math.round(value) : Number(value.toPrecision(2));
  return { unit, text: String(rounded), exact: Math.abs(rounded - value) <= value * SLACK };
}

/** For axes and small labels: "0.1 s", "40 min". Rounded without saying so, as the axis itself shows the place. */
export function durationShort(seconds: number, messages: Messages): string {
  const { unit, text } = quantityOf(seconds);
  return messages.speech.duration.short[unit](text);
}

/** For running text: "40 minutes", "about 2 hours". Negative and broken values are not durations and read as zero. */
export function durationWords(seconds: number, messages: Messages): string {
  const words = messages.speech.duration;
  const { unit, text, exact } = quantityOf(seconds > 0 ? seconds : 0);
  const duration = words.long[unit](text);
  return exact ? duration : words.about(duration);
}

/** What a clock counts from: the pack's words, or the interface's "after one spike" and "after the dose". */
export function clockWords(basis: When['basis'], messages: Messages, clocks: PackClocks | undefined): string {
  return clocks?.[basis] ?? messages.navigator[basis];
}

/** "40 minutes after the dose", "5 milliseconds after one spike", and with the words of a pack's clocks "5 minutes after the tetanus". */
export function whenWords(when: When, messages: Messages, clocks?: PackClocks): string {
  return messages.speech.duration.moment(durationWords(when.seconds, messages), clockWords(when.basis, messages, clocks));
}
