/** Findings in the brain in words: results for labels, times, and connections. */
import type { Connection } from '../explorer/brain-connections';
import type { RegionNow } from '../explorer/brain';
import type { RegionFinding, Window } from '../model/schema';
import { durationShort } from './duration';
import type { Messages, Widen } from './messages';
import type { brain } from './messages/en/brain';
import { inside } from './names';

export type BrainWords = Widen<typeof brain>;

/** The short result of a region at a moment: its one finding in its own words, or how many there are and whether they agree. */
export function saysOf({ hits, sign }: RegionNow, words: BrainWords): string {
  const [first] = hits;
  if (first === undefined) return words.nothingNow;
  if (hits.length === 1) return first.result.says;
  return sign === 'mixed' ? words.differ(hits.length) : `${words.several(hits.length)}, ${words.sign[sign]}`;
}

/** "20 h to 28 h", "up to 40 min". */
export function spanText(window: Window, words: BrainWords, messages: Messages): string {
  const to = durationShort(window.to_s, messages);
  return window.from_s === 0 ? words.card.upTo(to) : words.card.from(durationShort(window.from_s, messages), to);
}

/** When a finding is lit: "20 min to 28 h, one time is told; …". */
export function windowText({ window }: RegionFinding, words: BrainWords, messages: Messages): string {
  if (window === undefined) return words.card.never;
  return `${spanText(window, words, messages)}; ${words.card.bases[window.basis]}`;
}

/** "The lateral habenula holds back the dorsal raphe nucleus", "Activity of the insula and the default mode network together". */
export function connectionText({ from, to, sign, change }: Connection, words: BrainWords): string {
  const [a, b] = [inside(from.name), inside(to.name)];
  const said =
    sign === null
      ? words.together(from === to ? from.name.toLowerCase() : a, from === to ? from.name.toLowerCase() : b)
      : sign === 1
        ? words.drives(a, b)
        : words.holdsBack(a, b);
  const head = said.slice(0, 1).toUpperCase() + said.slice(1);
  return change === null ? head : `${head}: ${words.changed[change]}`;
}
