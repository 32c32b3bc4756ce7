/** Why a claim is shown as strong or weak as it is, one sentence a reason. */
import type { Reason } from '../model/strength';
import type { Messages } from './messages';

/** The reasons of `gradeClaim` in words, in their order. */
export function strengthReasons(reasons: readonly Reason[], messages: Messages): readonly string[] {
  return reasons.map((reason) => reasonText(reason, messages));
}

function reasonText(reason: Reason, messages: Messages): string {
  const words = messages.speech.reasons;
  const { list } = messages.speech;
  switch (reason.kind) {
    case 'support':
      return words.support(reason.papers, reason.checked, list(reason.species), list(reason.preparations));
    case 'judgement':
      return words.judgement[reason.judgement];
    case 'disputed':
      return words.disputed(reason.contradicting, reason.supporting);
    case 'outnumbered':
      return words.outnumbered(reason.contradicting, reason.supporting);
    case 'mixed':
      return words.mixed(reason.papers);
    case 'mixedOnly':
      return words.mixedOnly(reason.papers);
    case 'extrapolated':
      return words.extrapolated;
    case 'unchecked':
      return words.unchecked(reason.papers);
    case 'secondaryOnly':
      return words.secondaryOnly(reason.papers);
    case 'singlePaper':
      return words.singlePaper(reason.preparation);
  }
}
