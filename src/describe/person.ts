/** Results of trials in words: every number with its scale, its interval, how many people, and what it stands on. */
import { READINGS, TOLD, type Mark } from '../explorer/person';
import type { Model } from '../model/model';
import type { Control } from '../model/schema/effects';
import { referenceOf } from '../explorer/lookup';
import { durationShort, durationWords } from './duration';
import type { Messages, Widen } from './messages';
import type { person } from './messages/en/person';
import { citation } from './names';

export type PersonWords = Widen<typeof person>;

/** A number as the page writes it, with a true minus sign and no more digits than were published. */
export function figure(value: number): string {
  return String(Number(value.toFixed(2))).replace('-', '\u2212');
}

/** "effect size 1", "0.1 points worse", "7.4 mmHg higher"; null without a size. */
export function sizeText({ up, effect }: Mark, words: PersonWords): string | null {
  if (up === null) return null;
  const scale = words.scales[effect.measure];
  if (TOLD.includes(effect.measure)) return words.published(scale.title, words.valued(figure(effect.value ?? up), scale.unit));
  if (effect.measure === 'standardised') return words.effectSize(figure(up));
  const value = words.valued(figure(Math.abs(up)), scale.unit);
  if (READINGS.includes(effect.measure)) return words.higher(value);
  return up < 0 ? words.worse(value) : words.better(value);
}

/** "95% interval 0.73 to 1.28", on the scale where up is better. */
export function intervalText({ low, high }: Mark, words: PersonWords): string | null {
  return low === null || high === null ? null : words.interval(figure(low), figure(high));
}

/** "(0.73 to 1.28)", for rows where the word "interval" stands once above. */
export function briefInterval({ low, high }: Mark, words: PersonWords): string | null {
  return low === null || high === null ? null : words.within(figure(low), figure(high));
}

export function armsText({ effect }: Mark, words: PersonWords): string | null {
  const [drug, control] = effect.arms ?? [];
  return drug === undefined || control === undefined ? null : words.against(figure(drug), figure(control));
}

export function controlsText(controls: readonly Control[], words: PersonWords): string {
  const [first, ...more] = controls.map((control) => words.armsLong[control]);
  return first === undefined ? words.noControl : words.versus(more.reduce((text, next) => words.either(text, next), first));
}

/** "40 min", "30 min to 40 min", "no single time". */
export function timeText({ effect }: Mark, words: PersonWords, messages: Messages): string {
  if (effect.seconds === null) return words.noTime;
  const [from, to] = effect.span ?? [];
  if (from === undefined || to === undefined) return words.at(durationWords(effect.seconds, messages));
  return words.between(durationShort(from, messages), durationShort(to, messages));
}

export function populationText(population: string, words: PersonWords): string {
  const known: Readonly<Record<string, string>> = words.populations;
  return known[population] ?? population.replaceAll('-', ' ');
}

/** What a result says, piece by piece, as it stands in its plate. The first piece is the size or the words of the report. */
export function markFacts(mark: Mark, words: PersonWords, messages: Messages): readonly string[] {
  const { effect, derived } = mark;
  const size = sizeText(mark, words);
  return [
    size,
    size === null || effect.measure === 'standardised' || TOLD.includes(effect.measure) ? null : words.scales[effect.measure].title,
    intervalText(mark, words) ?? (size === null ? null : words.noInterval),
    effect.told ?? null,
    armsText(mark, words),
    derived === null ? null : words.derived[derived],
    controlsText(effect.controls, words),
    timeText(mark, words, messages),
    effect.people === undefined ? null : words.peopleLong(effect.people),
    words.result[effect.separated === null ? 'untold' : effect.separated ? 'yes' : 'no'],
    words.basis[mark.basis],
    effect.check === 'checked' ? words.checked : words.unchecked,
  ].filter((part): part is string => part !== null && part !== '');
}

/** One result as one sentence, with its source, for who does not see it. */
export function markLabel(mark: Mark, model: Model, words: PersonWords, messages: Messages): string {
  return words.mark(mark.effect.name, messages.speech.list([...markFacts(mark, words, messages), ...sourcesOf(mark, model, messages)]));
}

export function sourcesOf({ curve }: Mark, model: Model, messages: Messages): readonly string[] {
  return curve.references.flatMap((id) => {
    const reference = referenceOf(model, id);
    return reference === undefined ? [] : [citation(reference, messages)];
  });
}
