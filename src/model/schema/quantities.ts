/** Numbers and the machines that use them: parameters, receptor schemes, kinetic targets, drug models. */
import * as z from 'zod/mini';
import { Check, ParameterId, RecordId, ReferenceId, SchemeId, Unit, text } from './common';

/** A number that may appear on screen or enter a simulation. No number without one. */
export const Parameter = z.strictObject({
  id: ParameterId,
  name: text,
  symbol: z.optional(text),
  value: z.number(),
  unit: Unit,
  range: z.optional(z.tuple([z.number(), z.number()])),
  /** Where the number was read, in words; `references` names the records when they are in the pack. */
  source: text,
  references: z.array(ReferenceId),
  check: Check,
  /** True for a constant chosen for teaching rather than measured; shown as such. */
  teaching: z.optional(z.boolean()),
  group: text,
  note: z.optional(text),
});
export type Parameter = z.infer<typeof Parameter>;

/**
 * One transition of a kinetic scheme. The rate constant is
 *   k = rate * (ligand concentration in mM, when a ligand is named) * exp((V - v0_mV) / vSlope_mV, when a slope is given).
 */
export const Transition = z.strictObject({
  from: text,
  to: text,
  rate: z.number().check(z.nonnegative()),
  unit: z.enum(['per_ms', 'per_mM_ms']),
  ligand: z.optional(text),
  v0_mV: z.optional(z.number()),
  vSlope_mV: z.optional(z.number()),
});
export type Transition = z.infer<typeof Transition>;

/** A receptor's kinetic scheme as data. */
export const Scheme = z.strictObject({
  id: SchemeId,
  name: text,
  receptor: z.enum(['AMPA', 'NMDA', 'GABAA', 'kainate', 'mGluR', 'other']),
  temperature_C: z.number(),
  states: z.array(text),
  initial: z.record(z.string(), z.number()),
  conducting: z.array(text),
  transitions: z.array(Transition),
  reversible: z.boolean(),
  /** Largest relative imbalance of rates round any cycle, where it was computed. */
  maxDetailedBalanceError: z.optional(z.number()),
  source: text,
  references: z.array(ReferenceId),
  verification: text,
  check: Check,
  note: z.optional(text),
});
export type Scheme = z.infer<typeof Scheme>;

/** A number the engine is held against. The protocol, when there is one, is kept as found and read by `science`. */
export const KineticTarget = z.strictObject({
  id: RecordId,
  group: text,
  input: text,
  expected: z.unknown(),
  unit: text,
  tolerance: text,
  kind: z.enum(['computed', 'analytic', 'literature']),
  source: text,
  /** How the number was checked, in words, for targets taken from papers. */
  verification: z.optional(text),
  protocol: z.optional(z.unknown()),
  note: z.optional(text),
});
export type KineticTarget = z.infer<typeof KineticTarget>;

/** A rule for reading a group of records: what a sign means, how a rate is evaluated, how a measure is taken. */
export const Convention = z.strictObject({ id: RecordId, group: text, name: text, text });
export type Convention = z.infer<typeof Convention>;

/** A published pharmacokinetic model. Its structure differs from paper to paper; `parameters` is read by `science/pharmacokinetics`. */
export const PkModel = z.strictObject({
  id: RecordId,
  name: text,
  role: text,
  species: text,
  analyte: text,
  population: z.optional(text),
  parameters: z.record(z.string(), z.unknown()),
  caveats: z.array(text),
  references: z.array(ReferenceId),
  check: Check,
});
export type PkModel = z.infer<typeof PkModel>;

export const PkTarget = z.strictObject({
  id: RecordId,
  description: text,
  value: z.nullable(z.number()),
  unit: text,
  range: z.optional(z.tuple([z.number(), z.number()])),
  references: z.array(ReferenceId),
  check: Check,
  modelPredictions: z.optional(z.record(z.string(), z.unknown())),
  note: z.optional(text),
});
export type PkTarget = z.infer<typeof PkTarget>;
