/** Numbers of the pack in words: value, unit, and what the number rests on. */
import type { Parameter } from '../model/schema';
import type { Messages } from './messages';
import { numberWords } from './plate';

/** "20 nm", "0.3", "50 pS". Units are written as the page writes them. */
export function parameterText({ value, unit }: Pick<Parameter, 'value' | 'unit'>, messages: Messages): string {
  const written = messages.quantities.units[unit];
  return written === '' ? numberWords(value) : messages.quantities.quantity(numberWords(value), written);
}

/** "Measured, not yet checked against its source: Smith 1990." */
export function sourceText(parameter: Parameter, messages: Messages): string {
  const words = messages.quantities;
  const kind = parameter.teaching === true ? words.teaching : words.measured;
  const check = parameter.check === 'checked' ? words.checked : words.unchecked;
  const head = parameter.teaching === true && parameter.check === 'unchecked' ? kind : messages.speech.list([kind, check]);
  return messages.quantities.sourced(head.slice(0, 1).toUpperCase() + head.slice(1), parameter.source.replace(/\.$/, ''));
}
