/** Plain sentences made from the typed fields of claims. The grammar is in the catalogue, so another language can have its own. */
import { entityOf } from '../explorer/lookup';
import { strengthOf } from '../explorer/strength-of';
import type { Model } from '../model/model';
import type { Claim, Strength } from '../model/schema';
import type { Messages } from './messages';
import { atHead, inside, isPlural, proseName } from './names';

/**
 * What a claim says: "Ketamine blocks NMDARs on PV interneurons, within seconds." The form "short" leaves the time out. A source or
 * target that the model lacks is named by its id.
 */
export function claimSentence(claim: Claim, model: Model, messages: Messages, form: 'full' | 'short' = 'full'): string {
  const words = messages.speech;
  const [source, target] = [entityOf(model, claim.source), entityOf(model, claim.target)];
  const subject = source ? proseName(source, model) : claim.source;
  const object = target ? proseName(target, model) : claim.target;
  const clause = words.effects[claim.sign === 1 ? 'up' : 'down'][claim.effect](atHead(subject), inside(object), isPlural(subject));
  return form === 'short' ? words.clause(clause) : words.sentence(clause, words.delay[claim.delay.class]);
}

/** Number of publications a claim stands on; one that gives several findings counts once. */
export function sourceCount(claim: Claim): number {
  return new Set(claim.evidence.map((item) => item.reference)).size;
}

/** "Moderate evidence, 3 sources". */
export function evidenceLabel(claim: Claim, strength: Strength, messages: Messages): string {
  const words = messages.speech.evidence;
  return words.label(words.strength[strength], sourceCount(claim));
}

/** The sentence and its evidence, as an arrow is read out: "… within seconds. Strong evidence, 3 sources." */
export function claimLabel(claim: Claim, model: Model, messages: Messages): string {
  return messages.speech.announce.claim(claimSentence(claim, model, messages), evidenceLabel(claim, strengthOf(model, claim), messages));
}
