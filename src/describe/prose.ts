/** Texts of a pack as they are shown. */
import { entityOf, referenceOf } from '../explorer/lookup';
import type { Model } from '../model/model';
import type { Messages } from './messages';
import { citation, proseName } from './names';

/** Words that may be ids. Ids are made of these signs and never end in a full stop or a hyphen. */
const WORD = /[\p{L}\p{N}][\p{L}\p{N}_:.-]*[\p{L}\p{N}]/gu;
/** An ordinary word is never taken for an id, even where a pack has a record of that name. */
const NO_WORD = /[\d_:.]|\p{Ll}\p{Lu}/u;

/**
 * The text with every id of a paper or an entity that an author left in it told as its citation or name: "not in mice (Autry et al.
 * 2011)" for "not in mice (autry2011)". What is no id of this pack stays as it is.
 */
export function readable(text: string, model: Model, messages: Messages): string {
  return text.replace(WORD, (word) => {
    if (!NO_WORD.test(word)) return word;
    const reference = referenceOf(model, word);
    if (reference !== undefined) return citation(reference, messages);
    const entity = word.includes('_') ? entityOf(model, word) : undefined;
    return entity === undefined ? word : proseName(entity, model);
  });
}
