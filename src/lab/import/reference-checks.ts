/** What was read after the surveys were written: bibliographic records, identifiers and findings, each with where it was read. */
import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { Check, ClaimId, Evidence, Identifier, Reference, ReferenceId, text } from '../../model/schema';
import type { Claim, PackRecords } from '../../model/schema';

const ReferenceReading = z.strictObject({
  id: ReferenceId,
  ...z.partial(z.omit(Reference, { id: true, check: true, checkNote: true, kind: true })).shape,
  /** Only ever an upgrade: both the record and its main finding were read. */
  check: z.optional(z.literal('checked')),
  /** What was read and where, in one or two sentences. */
  note: text,
});

const EvidenceReading = z.strictObject({
  claim: ClaimId,
  reference: ReferenceId,
  ...z.partial(z.omit(Evidence, { reference: true })).shape,
  why: text,
});

const ReferenceChecks = z.strictObject({
  references: z.array(ReferenceReading),
  /** Identifiers read beside the name that we give them. */
  identifiers: z.array(z.strictObject({ scheme: Identifier.shape.scheme, readIn: text, values: z.array(text) })),
  /** Corrections of what a paper is said to show. */
  evidence: z.array(EvidenceReading),
  /** Experiments whose result was read. */
  experiments: z.strictObject({ readIn: text, ids: z.array(text) }),
  /** Clinical records whose numbers were read. */
  records: z.array(z.strictObject({ list: z.enum(['pkTargets', 'responseCurves']), id: text, check: Check, note: text })),
});
export type ReferenceChecks = z.infer<typeof ReferenceChecks>;

/** The readings, checked; throws with the path of the first fault. */
export function readReferenceChecks(): ReferenceChecks {
  return z.parse(ReferenceChecks, JSON.parse(readFileSync(new URL('authored/reference-checks.json', import.meta.url), 'utf8')));
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** The fields that have a value. */
function definedOnly<T extends object>(fields: T): Defined<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Defined<T>;
}

interface Referenced {
  readonly id: string;
  readonly check: Check;
  readonly checkNote?: string | undefined;
}

/**
 * Lays the readings over the references. The note of a reading that checks the whole record stands alone, since the older one
 * says what had not been seen; any other note is put after the older one. Throws on an unknown id.
 */
export function applyReferenceChecks<T extends Referenced>(references: readonly T[], readings: ReferenceChecks['references']): T[] {
  const byId = new Map(readings.map((reading) => [String(reading.id), reading]));
  const lost = [...byId.keys()].find((id) => !references.some((reference) => reference.id === id));
  if (lost !== undefined) throw new Error(`authored/reference-checks.json speaks of ${lost}, which is no reference`);
  return references.map((reference) => {
    const reading = byId.get(reference.id);
    if (reading === undefined) return reference;
    const { note, id: _id, ...fields } = reading;
    const checkNote = reading.check === 'checked' ? note : `${reference.checkNote ?? ''} ${note}`.trim();
    return { ...reference, ...fields, checkNote };
  });
}

/** Values of the identifiers that were read. */
export function checkedIdentifiers(checks: ReferenceChecks): string[] {
  return checks.identifiers.flatMap((each) => each.values);
}

type Part = Partial<PackRecords>;

/** The record with an id; an id that is not there stops the import. */
function changed<T extends { readonly id: string }>(records: readonly T[], id: string, change: (record: T) => T): T[] {
  if (!records.some((record) => record.id === id))
    throw new Error(`authored/reference-checks.json speaks of ${id}, which is not in the pack`);
  return records.map((record) => (record.id === id ? change(record) : record));
}

function correctedEvidence(claim: Claim, { reference, why: _why, claim: _claim, ...fields }: z.infer<typeof EvidenceReading>): Claim {
  if (!claim.evidence.some((piece) => piece.reference === reference)) {
    throw new Error(`authored/reference-checks.json corrects ${reference} under ${claim.id}, where it is no evidence`);
  }
  const known = definedOnly(fields);
  return { ...claim, evidence: claim.evidence.map((piece) => (piece.reference === reference ? { ...piece, ...known } : piece)) };
}

/** Lays the corrections and readings over one part of the pack. Throws when one of them finds no such record. */
export function applyToPart(part: Part, checks: ReferenceChecks): Part {
  const result: Part = { ...part };
  for (const reading of checks.evidence) {
    if (result.claims !== undefined) result.claims = changed(result.claims, reading.claim, (claim) => correctedEvidence(claim, reading));
  }
  for (const id of checks.experiments.ids) {
    if (result.experiments !== undefined) {
      result.experiments = changed(result.experiments, id, (experiment) => ({ ...experiment, check: 'checked' }));
    }
  }
  for (const { list, id, check, note } of checks.records) {
    if (list === 'pkTargets' && result.pkTargets !== undefined) {
      result.pkTargets = changed(result.pkTargets, id, (target) => ({ ...target, check, note }));
    }
    if (list === 'responseCurves' && result.responseCurves !== undefined) {
      result.responseCurves = changed(result.responseCurves, id, (curve) => ({ ...curve, check, note }));
    }
  }
  return result;
}
