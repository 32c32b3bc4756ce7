/** From results to what the fields of marks show. */
import { markFacts, markLabel, sourcesOf, type PersonWords } from '../../describe/person';
import { capital } from '../../describe/names';
import type { Messages } from '../../describe/messages';
import type { Mark } from '../../explorer/person';
import type { Model } from '../../model/model';
import type { FieldItem } from './mark-field';

interface At {
  readonly x: number;
  readonly y: number;
  readonly top: number;
  readonly bottom: number;
}

export function itemOf(mark: Mark, at: At, model: Model, words: PersonWords, messages: Messages): FieldItem {
  const [first, ...facts] = markFacts(mark, words, messages);
  return {
    id: mark.id,
    label: markLabel(mark, model, words, messages),
    name: capital(mark.effect.name),
    lines: [first ?? '', facts.join(', '), sourcesOf(mark, model, messages).join('; ')].filter((line) => line !== ''),
    selection: { kind: 'curve', id: mark.curve.id },
    ...at,
  };
}
