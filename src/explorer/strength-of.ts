/** A claim's strength as shown, computed once a model. */
import type { Model } from '../model/model';
import type { Claim, Judgement, Strength } from '../model/schema';

const SHOWN: Record<Judgement, Strength> = { strong: 'strong', moderate: 'moderate', weak: 'early', contested: 'contested' };

/** Strength of a claim by the authors' judgement. */
export function strengthOf(_model: Model, claim: Claim): Strength {
  return SHOWN[claim.judgement];
}
