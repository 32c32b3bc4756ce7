/** Numbers and the machines that use them: parameters, receptor schemes, kinetic targets, drug models. */
import * as z from 'zod/mini';
import { Check, ParameterId, RecordId, ReferenceId, SchemeId, Unit, text } from './common';

/** A number that may appear on screen or enter a simulation. No number without one. */
export const Parameter = z.strictObject({
  id: ParameterId,
  name: text,
  /** Its sign in formulas. */
  symbol: z.optional(text),
  value: z.number(),
  unit: Unit,
  /** Lowest and highest value found or thought possible. */
  range: z.optional(z.tuple([z.number(), z.number()])),
  /** Where the number was read, in words; `references` names the records when they are in the pack. */
  source: text,
  references: z.array(ReferenceId),
  check: Check,
  /** True for a constant chosen for teaching rather than measured; shown as such. */
  teaching: z.optional(z.boolean()),
  /** Heading under which it is listed. */
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
  /** Rate constant before ligand and voltage act on it. */
  rate: z.number().check(z.nonnegative()),
  unit: z.enum(['per_ms', 'per_mM_ms']),
  /** The ligand that must bind; its concentration in mM multiplies the rate. */
  ligand: z.optional(text),
  /** Voltage in mV at which the rate is as given. */
  v0_mV: z.optional(z.number()),
  /** Change of voltage in mV for an e-fold change of the rate. */
  vSlope_mV: z.optional(z.number()),
});
export type Transition = z.infer<typeof Transition>;

/** A receptor's kinetic scheme as data. */
export const Scheme = z.strictObject({
  id: SchemeId,
  name: text,
  /** Family of the receptor. */
  receptor: z.enum(['AMPA', 'NMDA', 'GABAA', 'kainate', 'mGluR', 'other']),
  /** Temperature in degrees Celsius at which the rates hold. */
  temperature_C: z.number(),
  /** Names of the states. */
  states: z.array(text),
  /** Share of receptors in each state at rest; the shares sum to 1. */
  initial: z.record(z.string(), z.number()),
  /** States that pass current. */
  conducting: z.array(text),
  transitions: z.array(Transition),
  /** Whether the rates obey detailed balance. */
  reversible: z.boolean(),
  /** Largest relative imbalance of rates round any cycle, where it was computed. */
  maxDetailedBalanceError: z.optional(z.number()),
  source: text,
  references: z.array(ReferenceId),
  /** How the rates were compared with their source. */
  verification: text,
  check: Check,
  note: z.optional(text),
});
export type Scheme = z.infer<typeof Scheme>;

/** A number the engine is held against. The protocol, when there is one, is kept as found and read by `science`. */
export const KineticTarget = z.strictObject({
  id: RecordId,
  /** Heading under which it is listed. */
  group: text,
  /** What is asked, in words. */
  input: text,
  /** The number or numbers expected. */
  expected: z.unknown(),
  unit: text,
  /** How close is close enough, such as "rel 1e-3". */
  tolerance: text,
  /** Whether the number was computed from a scheme, follows from a formula, or stands in a paper. */
  kind: z.enum(['computed', 'analytic', 'literature']),
  source: text,
  /** How the number was checked, in words, for targets taken from papers. */
  verification: z.optional(text),
  /** The protocol as data, when it can be run. */
  protocol: z.optional(z.unknown()),
  note: z.optional(text),
});
export type KineticTarget = z.infer<typeof KineticTarget>;

/** A rule for reading a group of records: what a sign means, how a rate is evaluated, how a measure is taken. */
export const Convention = z.strictObject({
  id: RecordId,
  group: text,
  name: text,
  text,
  references: z.optional(z.array(ReferenceId)),
});
export type Convention = z.infer<typeof Convention>;

/** A published pharmacokinetic model. Its structure differs from paper to paper; `parameters` is read by `science/pharmacokinetics`. */
export const PkModel = z.strictObject({
  id: RecordId,
  name: text,
  /** What the model is used for here. */
  role: text,
  species: text,
  /** The compounds whose concentrations it gives. */
  analyte: text,
  /** Who was measured. */
  population: z.optional(text),
  /**
   * What the engine runs, under `system` (a PkSystem) or `binding` (a PkBinding), and other numbers as the paper gives them.
   */
  parameters: z.record(z.string(), z.unknown()),
  /** What it must not be used for. */
  caveats: z.array(text),
  references: z.array(ReferenceId),
  check: Check,
});
export type PkModel = z.infer<typeof PkModel>;

/** A published concentration or rate that a drug model is held against. */
export const PkTarget = z.strictObject({
  id: RecordId,
  description: text,
  /** The number; null where only a range is known. */
  value: z.nullable(z.number()),
  unit: text,
  /** Lowest and highest value that still agree. */
  range: z.optional(z.tuple([z.number(), z.number()])),
  references: z.array(ReferenceId),
  check: Check,
  /** How to ask the models for it, each a PkQuestion; none where no model can be asked. */
  questions: z.optional(z.array(z.unknown())),
  /** What each model gave for the same question in the survey. */
  modelPredictions: z.optional(z.record(z.string(), z.unknown())),
  note: z.optional(text),
});
export type PkTarget = z.infer<typeof PkTarget>;
