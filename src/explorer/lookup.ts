/**
 * Finding records by an id that came from outside: a link, a search result, a layout. Plain strings become branded ids here
 * and nowhere else in this room, and old ids are followed to their present ones.
 */
import type { Model } from '../model/model';
import type {
  Claim,
  ClaimId,
  Entity,
  EntityId,
  Event,
  Hypothesis,
  HypothesisId,
  LayoutGroup,
  Reference,
  ReferenceId,
} from '../model/schema';
import { partOf } from './plate-scene';
import { RECORD_KINDS, type RecordKind, type Selection } from './state';

export function entityOf(model: Model, id: string): Entity | undefined {
  return model.entityById.get(model.resolve(id) as EntityId);
}

export function claimOf(model: Model, id: string): Claim | undefined {
  return model.claimById.get(model.resolve(id) as ClaimId);
}

export function referenceOf(model: Model, id: string): Reference | undefined {
  return model.referenceById.get(model.resolve(id) as ReferenceId);
}

export function hypothesisOf(model: Model, id: string): Hypothesis | undefined {
  return model.hypothesisById.get(model.resolve(id) as HypothesisId);
}

export function eventOf(model: Model, id: string): Event | undefined {
  return model.eventById.get(model.resolve(id));
}

export function groupOf(model: Model, id: string): LayoutGroup | undefined {
  const present = model.resolve(id);
  for (const layout of model.layouts) {
    const group = layout.groups.find((item) => item.id === present);
    if (group) return group;
  }
  return undefined;
}

/** The record a selection names, reduced to its present id; undefined when the model has no such record. */
export function presentId(model: Model, selection: NonNullable<Selection>): string | undefined {
  switch (selection.kind) {
    case 'entity':
      return entityOf(model, selection.id)?.id;
    case 'claim':
      return claimOf(model, selection.id)?.id;
    case 'reference':
      return referenceOf(model, selection.id)?.id;
    case 'hypothesis':
      return hypothesisOf(model, selection.id)?.id;
    case 'event':
      return eventOf(model, selection.id)?.id;
    case 'group':
      return groupOf(model, selection.id)?.id;
    case 'part':
      return partOf(model, selection.id) === undefined ? undefined : selection.id;
    default:
      return recordOf(model, selection.kind, selection.id)?.id;
  }
}

/** The record of a list that has no drawing of its own. The record's type is that of the kind's list. */
export function recordOf<K extends RecordKind>(model: Model, kind: K, id: string): Model[(typeof RECORD_KINDS)[K]][number] | undefined {
  const present = model.resolve(id);
  const list: readonly { readonly id: string }[] = model[RECORD_KINDS[kind]];
  return list.find((record) => record.id === present) as Model[(typeof RECORD_KINDS)[K]][number] | undefined;
}

/** What a record of such a list is called: its title, topic, marker, or its region and what was found there. */
export function recordTitle(model: Model, kind: RecordKind, id: string): string | undefined {
  const record: Readonly<Record<string, unknown>> | undefined = recordOf(model, kind, id);
  // Many findings are about one region: what was found tells them apart.
  if (kind === 'finding' && record !== undefined) return `${String(record['region'])}: ${String(record['effect'])}`;
  const title = ['title', 'name', 'topic', 'marker', 'paraphrase', 'region', 'statement'].map((key) => record?.[key]);
  return title.find((value) => typeof value === 'string');
}
