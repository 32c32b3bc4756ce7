/** The loaded model: immutable, indexed, and the only form in which views and selectors see content. */
import type { ClaimId, EntityId, HypothesisId, PackManifest, PackRecords, RecordListName, ReferenceId } from './schema';
import type { Claim, Entity, Event, Hypothesis, Reference } from './schema';

export type { PackRecords };

export interface Model extends Readonly<PackRecords> {
  readonly manifest: PackManifest;
  readonly entityById: ReadonlyMap<EntityId, Entity>;
  readonly claimById: ReadonlyMap<ClaimId, Claim>;
  readonly referenceById: ReadonlyMap<ReferenceId, Reference>;
  readonly hypothesisById: ReadonlyMap<HypothesisId, Hypothesis>;
  readonly eventById: ReadonlyMap<string, Event>;
  /** Claims that leave an entity, and claims that arrive at it, in pack order. */
  readonly claimsFrom: ReadonlyMap<EntityId, readonly Claim[]>;
  readonly claimsTo: ReadonlyMap<EntityId, readonly Claim[]>;
  /** Everything that rests on a reference: record kind and id. */
  readonly restingOn: ReadonlyMap<ReferenceId, readonly { readonly list: RecordListName; readonly id: string }[]>;
  /** Present id for an id that may be an old one; the same id when it is not an alias. */
  resolve(id: string): string;
  /** False while deferred parts are still to come. */
  readonly complete: boolean;
}

/** One fault found in a pack. Printed as `file:path: rule: remedy`. */
export interface Issue {
  readonly file: string;
  /** JSON path such as `claims[3].evidence[0].reference`. */
  readonly path: string;
  readonly rule: string;
  /** What is wrong, naming the value. */
  readonly message: string;
  /** What the author should do. */
  readonly remedy: string;
  /** Errors leave the record out; warnings keep it. */
  readonly severity: 'error' | 'warning';
}

export interface PackFile {
  readonly name: string;
  /** Undefined for a file that could not be read; whoever tried has reported why. */
  readonly json: unknown;
}

export interface LoadResult {
  /** Null only when there is no usable manifest. */
  readonly model: Model | null;
  readonly issues: readonly Issue[];
}
