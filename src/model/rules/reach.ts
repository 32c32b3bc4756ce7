/** What nothing leads to. Asked only of whole packs, because what is missing may be in a part that is still to come. */
import type { RecordListName } from '../schema';
import type { Draft, Finding } from './draft';
import { listNames, livingOf } from './draft';
import { linksIn } from './links';

/** Being placed on a map or shown by a tour is no reason to exist. */
const SHOWING: ReadonlySet<RecordListName> = new Set(['layouts', 'tours']);

/**
 * Ids that records name, by list. Faulty records count too: a paper cited only by a claim that has a slip is not unused.
 */
function named(draft: Draft): Map<RecordListName, Set<string>> {
  const found = new Map<RecordListName, Set<string>>(listNames.map((name) => [name, new Set()]));
  for (const [list, records] of draft.raw) {
    if (SHOWING.has(list)) continue;
    for (const record of records) {
      for (const { link, id } of linksIn(list, record)) {
        for (const name of link.to) found.get(name)?.add(draft.aliases.get(id) ?? id);
      }
    }
  }
  return found;
}

/** No unused reference. */
export function unusedReferences(draft: Draft): Finding[] {
  const used = named(draft).get('references');
  return livingOf(draft, 'references')
    .filter((entry) => used?.has(entry.value.id) !== true)
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
  const touched = named(draft).get('entities');
  return livingOf(draft, 'entities')
    .filter((entry) => touched?.has(entry.value.id) !== true)
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
  const tagged = new Set<string>();
  for (const claim of draft.raw.get('claims') ?? []) {
    for (const { link, id } of linksIn('claims', claim)) {
      if (link.to.includes('hypotheses')) tagged.add(draft.aliases.get(id) ?? id);
    }
  }
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
