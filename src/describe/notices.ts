/** What is said when a link could not be followed to the letter. */
import type { Notice } from '../explorer/fit';
import type { Model } from '../model/model';
import { LEVELS } from '../model/schema';
import { hypothesisOf } from '../explorer/lookup';
import type { Messages } from './messages';

/** Longest piece of a link that is repeated to the reader. */
const LONGEST = 60;

/** A notice as one or two sentences: what was wrong, and what is shown instead. */
export function noticeText(notice: Notice, model: Model, messages: Messages): string {
  const words = messages.notices;
  if (notice.kind === 'newer') return words.newer;
  const value = notice.value.length > LONGEST ? `${notice.value.slice(0, LONGEST)}…` : notice.value;
  const said = words[notice.kind](words.fields[notice.field], value);
  const kept = keptWords(notice, model, messages);
  return words.joined(said, kept === null ? words.without : words.kept(kept));
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
    case 'check':
    case 'extended':
    case 'theme':
      return null;
    case 'pack':
    case 'species':
    case 'preparation':
    case 'strength':
    case 'when':
    case 'locale':
      return notice.kept;
  }
}
