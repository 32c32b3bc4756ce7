/** One message catalogue for the whole interface. English is the source; other locales have exactly its shape. */
import { en } from './en';
import { pseudo } from './pseudo';

/** The shape of a catalogue: literal strings widen to string, functions keep their parameters. */
export type Widen<T> = T extends string
  ? string
  : T extends (...args: infer A) => string
    ? (...args: A) => string
    : { readonly [K in keyof T]: Widen<T[K]> };
export type Messages = Widen<typeof en>;

export const LOCALES = ['en', 'qps-long', 'qps-rtl'] as const;
export type LocaleName = (typeof LOCALES)[number];

/** Text direction of a locale. */
export function directionOf(locale: LocaleName): 'ltr' | 'rtl' {
  return locale === 'qps-rtl' ? 'rtl' : 'ltr';
}

/** Ends a text of the long test locale, so that a message built from other messages is not doubled again. It has no width. */
const DOUBLED = '\u2060';

function doubled(text: string): string {
  return text.includes(DOUBLED) ? text : `${text} ${text}${DOUBLED}`;
}

function worded<T>(source: T, locale: string): Widen<T> {
  switch (locale) {
    case 'qps-long':
      return pseudo(source, doubled) as Widen<T>;
    case 'qps-rtl':
      return pseudo(source, (s) => `\u202b${s}\u202c`) as Widen<T>;
    default:
      return source as Widen<T>;
  }
}

/** The catalogue of a locale that every view shares; unknown names fall back to English. */
export function messagesFor(locale: string): Messages {
  return worded(en, locale);
}

const areas = new WeakMap<object, Map<string, unknown>>();

/**
 * The words of one area in a locale. An area is a catalogue that comes with the code that needs it (`en/<area>.ts`, not listed in
 * `en/index.ts`), so that the first load does not carry words of places the reader may never go. The same object each time.
 */
export function areaWords<T extends object>(area: T, locale: string): Widen<T> {
  const known = areas.get(area) ?? new Map<string, unknown>();
  areas.set(area, known);
  if (!known.has(locale)) known.set(locale, worded(area, locale));
  return known.get(locale) as Widen<T>;
}
