/** Ids: each one once in its list, and old names that lead to present ones. */
import { listNames, pathText } from './draft';
import type { Draft, Entry, Finding, Path } from './draft';

/** No two records of one list have the same id. The first stays, later ones are left out. */
export function uniqueIds(draft: Draft): Finding[] {
  const findings: Finding[] = [];
  for (const name of listNames) {
    const first = draft.byId.get(name);
    for (const entry of draft.entries[name]) {
      const holder = first?.get(entry.value.id);
      if (holder === undefined || holder === entry || !entry.alive) continue;
      findings.push({
        entry,
        path: ['id'],
        message: `the id "${entry.value.id}" is already taken by ${pathText([name, holder.index])} in ${holder.file}`,
        remedy: 'give this record an id of its own',
        loss: 'record',
      });
    }
  }
  return findings;
}

function twice(entry: Entry, field: string, keys: readonly string[], what: string): Finding[] {
  const seen = new Set<string>();
  return keys.flatMap((key, index): Finding[] => {
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    const path: Path = [field, index];
    return [{ entry, path, message: `${what} "${key}" appears twice`, remedy: 'keep one of the two', loss: { cut: path } }];
  });
}

const ids = (items: readonly { readonly id: string }[]): string[] => items.map((item) => item.id);

/** Inside one layout each entity, claim, compartment and group is placed once; inside one tour each step has its own id; so do the parts of a circuit. */
export function uniqueInside(draft: Draft): Finding[] {
  return [
    ...draft.entries.layouts.flatMap((entry) => [
      ...twice(entry, 'compartments', ids(entry.value.compartments), 'the compartment'),
      ...twice(entry, 'groups', ids(entry.value.groups), 'the group'),
      ...twice(
        entry,
        'nodes',
        entry.value.nodes.map((node) => node.entity),
        'the entity',
      ),
      ...twice(
        entry,
        'edges',
        entry.value.edges.map((edge) => edge.claim),
        'the claim',
      ),
    ]),
    ...draft.entries.tours.flatMap((entry) => twice(entry, 'steps', ids(entry.value.steps), 'the step')),
    ...draft.entries.stages.flatMap((entry) =>
      twice(
        entry,
        'objects',
        entry.value.objects.map((object) => object.kind),
        'the kind',
      ),
    ),
    ...draft.entries.circuits.flatMap((entry) => [
      ...twice(entry, 'cells', ids(entry.value.cells), 'the cell'),
      ...twice(entry, 'connections', ids(entry.value.connections), 'the connection'),
      ...twice(entry, 'settings', ids(entry.value.settings), 'the setting'),
      ...twice(entry, 'firingMarks', ids(entry.value.firingMarks), 'the mark'),
    ]),
  ];
}

function exists(draft: Draft, id: string): boolean {
  return listNames.some((name) => draft.byId.get(name)?.has(id) === true);
}

/**
 * Every alias leads, in one or more steps, to a record of the pack, and none takes the name of a record that exists. Fills
 * `draft.aliases` with those that hold. Targets are not asked for while deferred parts are missing.
 */
export function aliases(draft: Draft): Finding[] {
  const findings: Finding[] = [];
  const told = new Map(Object.entries(draft.manifest.aliases));
  const fault = (old: string, message: string, remedy: string): void => {
    findings.push({ entry: null, path: ['aliases', old], message, remedy, loss: 'nothing' });
  };
  for (const [old, next] of told) {
    if (exists(draft, old)) {
      fault(old, `the old id "${old}" is the id of a record that exists`, 'remove this alias or rename the record');
      continue;
    }
    const seen = new Set([old]);
    let present = next;
    while (!exists(draft, present) && !seen.has(present)) {
      seen.add(present);
      const further = told.get(present);
      if (further === undefined) break;
      present = further;
    }
    if (exists(draft, present) || (!draft.complete && !told.has(present))) draft.aliases.set(old, present);
    else if (told.has(present)) fault(old, `the alias of "${old}" leads back to itself`, 'let it end at the id of a record');
    else fault(old, `the alias of "${old}" leads to "${present}", which is no record of this pack`, 'let it end at the id of a record');
  }
  return findings;
}
