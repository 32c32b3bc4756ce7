/** The last step of loading: what is left of a draft becomes the model. */
import { frozen, frozenMap, settled } from './freeze';
import type { Model, PackRecords } from './model';
import type { Draft } from './rules/draft';
import { listNames, living, livingOf } from './rules/draft';
import { livingLinks } from './rules/links';
import type { Claim, EntityId, PackManifest, RecordListName, Reference } from './schema';

/** Every list of the draft, settled. The schema vouched for each record; pruning only took whole items and optional fields. */
function allRecords(draft: Draft): PackRecords {
  return Object.fromEntries(listNames.map((list) => [list, Object.freeze(livingOf(draft, list).map(settled))])) as PackRecords;
}

function byId<T extends { readonly id: string }>(records: readonly T[]): ReadonlyMap<T['id'], T> {
  return frozenMap(records.map((record): [T['id'], T] => [record.id, record]));
}

function claimsBy(claims: readonly Claim[], end: 'source' | 'target'): ReadonlyMap<EntityId, readonly Claim[]> {
  const found = new Map<EntityId, Claim[]>();
  for (const claim of claims) {
    const list = found.get(claim[end]);
    if (list === undefined) found.set(claim[end], [claim]);
    else list.push(claim);
  }
  for (const list of found.values()) Object.freeze(list);
  return frozenMap(found);
}

/** What rests on each reference, in list order, each record once. */
function restingOn(draft: Draft, references: readonly Reference[]): Model['restingOn'] {
  const found = new Map<string, { readonly list: RecordListName; readonly id: string }[]>(references.map(({ id }) => [id, []]));
  for (const entry of living(draft)) {
    const cited = new Set<string>();
    for (const { link, id } of livingLinks(entry)) {
      if (link.to.includes('references')) cited.add(found.has(id) ? id : (draft.aliases.get(id) ?? id));
    }
    for (const id of cited) found.get(id)?.push(Object.freeze({ list: entry.list, id: entry.value.id }));
  }
  for (const list of found.values()) Object.freeze(list);
  return frozenMap(references.map(({ id }) => [id, found.get(id) ?? []]));
}

/** Freezes what is left and indexes it. */
export function buildModel(draft: Draft, manifest: PackManifest): Model {
  const records = allRecords(draft);
  const aliases = new Map(draft.aliases);
  return Object.freeze({
    ...records,
    manifest: frozen(manifest),
    entityById: byId(records.entities),
    claimById: byId(records.claims),
    referenceById: byId(records.references),
    hypothesisById: byId(records.hypotheses),
    eventById: byId(records.events),
    claimsFrom: claimsBy(records.claims, 'source'),
    claimsTo: claimsBy(records.claims, 'target'),
    restingOn: restingOn(draft, records.references),
    resolve: (id: string): string => aliases.get(id) ?? id,
    complete: draft.complete,
  });
}
