/** The last step of loading: what is left of a draft becomes the model. */
import { frozen, frozenMap, settled } from './freeze';
import type { Model, PackRecords } from './model';
import type { Draft } from './rules/draft';
import { listNames, livingOf } from './rules/draft';
import { linksIn } from './rules/links';
import type { Claim, EntityId, PackManifest, RecordListName, ReferenceId } from './schema';

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
function restingOn(records: PackRecords): Model['restingOn'] {
  const found = new Map<ReferenceId, { readonly list: RecordListName; readonly id: string }[]>(
    records.references.map((reference) => [reference.id, []]),
  );
  for (const list of listNames) {
    for (const record of records[list]) {
      const cited = new Set(linksIn(list, record).flatMap(({ link, id }) => (link.to.includes('references') ? [id] : [])));
      for (const reference of records.references.length === 0 ? [] : cited) {
        found.get(reference as ReferenceId)?.push(Object.freeze({ list, id: record.id }));
      }
    }
  }
  for (const list of found.values()) Object.freeze(list);
  return frozenMap(found);
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
    restingOn: restingOn(records),
    resolve: (id: string): string => aliases.get(id) ?? id,
    complete: draft.complete,
  });
}
