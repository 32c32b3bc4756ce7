/** What was seen in people, animals and brain regions, and what the starting article says. */
import * as z from 'zod/mini';
import { Check, EntityId, RecordId, ReferenceId, Species, text } from './common';

export const RegionFinding = z.strictObject({
  id: RecordId,
  region: text,
  entity: z.optional(EntityId),
  uberon: z.optional(text),
  uberonCheck: z.optional(Check),
  effect: text,
  direction: text,
  method: text,
  species: Species,
  /** The animal or patient group, for example "healthy" or "chronic stress". */
  model: text,
  dose: text,
  time: text,
  references: z.array(ReferenceId),
  contradictedBy: z.array(RecordId),
  strength: text,
  check: Check,
  note: z.optional(text),
});
export type RegionFinding = z.infer<typeof RegionFinding>;

export const ResponseCurve = z.strictObject({
  id: RecordId,
  title: text,
  scale: text,
  design: text,
  /** Points as found: always a time in words and in minutes, then whatever the paper gives. */
  points: z.array(z.looseObject({ t: text, tMin: z.nullable(z.number()) })),
  references: z.array(ReferenceId),
  check: Check,
  note: z.optional(text),
});
export type ResponseCurve = z.infer<typeof ResponseCurve>;

export const InflammationFinding = z.strictObject({
  id: RecordId,
  marker: text,
  direction: text,
  setting: text,
  result: text,
  size: z.optional(text),
  strength: text,
  references: z.array(ReferenceId),
  check: Check,
  note: z.optional(text),
});
export type InflammationFinding = z.infer<typeof InflammationFinding>;

/** For and against a metabolite carrying the effect. */
export const MetaboliteFinding = z.strictObject({
  id: RecordId,
  statement: text,
  direction: text,
  species: text,
  references: z.array(ReferenceId),
  check: Check,
  note: z.optional(text),
});
export type MetaboliteFinding = z.infer<typeof MetaboliteFinding>;

export const GRADES = ['supported', 'partly supported', 'contested', 'misleading', 'unsupported'] as const;
export const Grade = z.enum(GRADES);
export type Grade = z.infer<typeof Grade>;

/** A statement of the starting article in our paraphrase, with our grade and its reasons. */
export const Statement = z.strictObject({
  id: RecordId,
  paraphrase: text,
  grade: Grade,
  strength: text,
  species: text,
  verdict: text,
  leavesOut: text,
  references: z.array(ReferenceId),
  contradicting: z.array(ReferenceId),
  entities: z.array(EntityId),
});
export type Statement = z.infer<typeof Statement>;

export const SafetyNote = z.strictObject({
  id: RecordId,
  topic: text,
  fact: text,
  severity: text,
  references: z.array(ReferenceId),
  check: Check,
  note: z.optional(text),
});
export type SafetyNote = z.infer<typeof SafetyNote>;
