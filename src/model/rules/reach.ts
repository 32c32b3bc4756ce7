/** What nothing leads to. Asked only of whole packs, because what is missing may be in a part that is still to come. */
import type { RecordListName } from '../schema';
import type { Draft, Finding } from './draft';
import { listNames, livingOf } from './draft';
import { linksIn, linksOf } from './links';
import type { Found } from './links';

/** Being placed on a map or shown by a tour is no reason to exist. */
const SPEAKING = listNames.filter((name) => name !== 'layouts' && name !== 'tours' && name !== 'stages');

/** Ids in one list that records of some lists name. */
function named(draft: Draft, target: RecordListName, lists: readonly RecordListName[]): ReadonlySet<string> {
  const found = new Set<string>();
  const note = (links: readonly Found[]): void => {
    for (const { link, id } of links) if (link.to.includes(target)) found.add(draft.aliases.get(id) ?? id);
  };
  for (const list of lists) {
    for (const entry of draft.entries[list]) note(linksOf(entry));
    // Faulty records count too: a paper cited only by a claim that has a slip is not unused.
    for (const record of draft.unsound.get(list) ?? []) note(linksIn(list, record));
  }
  return found;
}

/** No unused reference. */
export function unusedReferences(draft: Draft): Finding[] {
  const used = named(draft, 'references', SPEAKING);
  return livingOf(draft, 'references')
    .filter((entry) => !used.has(entry.value.id))
    .map((entry) => ({
      entry,
      path: [],
      message: `nothing in the pack cites "${entry.value.id}"`,
      remedy: 'cite it where it is used or remove it',
      loss: 'nothing',
    }));
}

/** No unreachable entity: a claim, gate, experiment, finding, statement or event speaks of each. */
export function unreachableEntities(draft: Draft): Finding[] {
  // A circuit cites papers of its own, but of an entity it only draws the place; so does a region.
  const touched = named(
    draft,
    'entities',
    SPEAKING.filter((name) => name !== 'circuits' && name !== 'regions'),
  );
  return livingOf(draft, 'entities')
    .filter((entry) => !touched.has(entry.value.id))
    .map((entry) => ({
      entry,
      path: [],
      message: `no claim, finding, experiment, statement or event speaks of "${entry.value.id}"`,
      remedy: 'add a claim about it or remove it',
      loss: 'nothing',
    }));
}

/** No orphan hypothesis: at least one claim belongs to each. */
export function orphanHypotheses(draft: Draft): Finding[] {
  const tagged = named(draft, 'hypotheses', ['claims']);
  return livingOf(draft, 'hypotheses')
    .filter((entry) => !tagged.has(entry.value.id))
    .map((entry) => ({
      entry,
      path: [],
      message: `no claim belongs to the hypothesis "${entry.value.id}"`,
      remedy: 'name it in the "hypotheses" of its claims or remove it',
      loss: 'nothing',
    }));
}
