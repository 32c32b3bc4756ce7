/** What is said when a link could not be followed to the letter. */
import type { Accepts } from '../explorer/fields';
import type { Notice } from '../explorer/fit';
import type { Model } from '../model/model';
import { LEVELS, SUBUNITS } from '../model/schema';
import { hypothesisOf } from '../explorer/lookup';
import { MOMENT_RANGE } from '../explorer/bench';
import { RECEPTORS_SHOWN } from '../explorer/state';
import type { Messages } from './messages';
import { acceptedWords, numberWords } from './plate';

/** Longest piece of a link that is repeated to the reader. */
const LONGEST = 60;

/** A notice as one or two sentences: what was wrong, and what is shown instead. */
export function noticeText(notice: Notice, model: Model, messages: Messages): string {
  const words = messages.notices;
  if (notice.kind === 'newer') return words.newer;
  const plain = words[notice.kind](words.fields[notice.field], short(notice.value));
  if (notice.kind === 'repeated') return words.joined(plain, words.kept(`"${short(notice.kept)}"`));
  const accepted = notice.accepts === undefined ? accepts(notice, messages) : acceptsWords(notice.accepts, messages);
  const said = accepted === null ? plain : words.accepts(plain, accepted);
  const kept = keptWords(notice, model, messages);
  return words.joined(said, kept === null ? words.without : words.kept(kept));
}

function short(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

function acceptsWords(what: Accepts, messages: Messages): string | null {
  const words = messages.notices;
  if (!('values' in what)) return words.between(numberWords(what.from), numberWords(what.to));
  return what.values.length === 0 ? null : words.oneOf(what.values.join(', '));
}

/** The values a setting of the bench takes; null for the fields whose notice says enough. */
function accepts(notice: Notice, messages: Messages): string | null {
  const words = messages.notices;
  switch (notice.field) {
    case 'ketamine':
      return acceptedWords('ketamine_uM', messages);
    case 'mg':
      return acceptedWords('mg_mM', messages);
    case 'voltage':
      return words.orFree(acceptedWords('voltage_mV', messages));
    case 'release':
      return acceptedWords('release', messages);
    case 'train':
      return words.train(acceptedWords('spikes', messages), acceptedWords('rate_Hz', messages));
    case 'seed':
      return acceptedWords('seed', messages);
    case 'moment':
      return words.between(numberWords(MOMENT_RANGE.from), numberWords(MOMENT_RANGE.to));
    case 'glutamate':
      return acceptedWords('glutamate_uM', messages);
    case 'receptor':
      return words.oneOf(RECEPTORS_SHOWN.join(', '));
    case 'subunit':
      return words.oneOf(SUBUNITS.join(', '));
    default:
      return null;
  }
}

/** What is shown instead, in the reader's words; null where nothing takes its place. */
function keptWords(notice: Notice, model: Model, messages: Messages): string | null {
  if (notice.kept === '' || notice.kept === 'none') return null;
  switch (notice.field) {
    case 'level': {
      const level = LEVELS.find((item) => item === notice.kept);
      return level === undefined ? notice.kept : messages.navigator.levels[level];
    }
    case 'lit': {
      const names = notice.kept.split(', ').map((id) => hypothesisOf(model, id)?.name ?? id);
      return messages.speech.list(names);
    }
    case 'mode': {
      const labels: Readonly<Record<string, string>> = messages.app.modes;
      return labels[notice.kept] ?? notice.kept;
    }
    case 'version':
    case 'camera':
    case 'selection':
    case 'papers':
    case 'words':
    case 'check':
    case 'extended':
    case 'theme':
    case 'compare':
    case 'detail':
    case 'tier':
    case 'present':
      return null;
    case 'pack':
    case 'story':
    case 'species':
    case 'preparation':
    case 'strength':
    case 'when':
    case 'ketamine':
    case 'mg':
    case 'voltage':
    case 'release':
    case 'subunit':
    case 'train':
    case 'seed':
    case 'receptor':
    case 'glutamate':
    case 'moment':
    case 'form':
    case 'route':
    case 'subject':
    case 'amount':
    case 'minutes':
    case 'weight':
    case 'count':
    case 'interval':
    case 'drugModel':
    case 'steps':
    case 'place':
    case 'locale':
      return notice.kept;
  }
}
