/** One message catalogue for the whole interface. English is the source; other locales have exactly its shape. */
import { en } from './en';
import { pseudo } from './pseudo';

/** The shape of a catalogue: literal strings widen to string, functions keep their parameters. */
type Widen<T> = T extends string
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

/** The catalogue of a locale; unknown names fall back to English. */
export function messagesFor(locale: string): Messages {
  switch (locale) {
    case 'qps-long':
      return pseudo(en, doubled);
    case 'qps-rtl':
      return pseudo(en, (s) => `\u202b${s}\u202c`);
    default:
      return en;
  }
}
