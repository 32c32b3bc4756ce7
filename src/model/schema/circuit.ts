/** The circuit level: which cells are drawn, what reaches which part of them, and what was measured of their firing. */
import * as z from 'zod/mini';
import { Check, ClaimId, EntityId, HypothesisId, ParameterId, Preparation, RecordId, ReferenceId, Sign, Species, text } from './common';
import { Subunit } from './stage';

export const CIRCUIT_MODELS = ['prefrontal', 'habenula'] as const;
/** The simulation that drives a circuit. */
export const CircuitModel = z.enum(CIRCUIT_MODELS);
export type CircuitModel = z.infer<typeof CircuitModel>;

export const CELL_SHAPES = ['pyramidal', 'basket', 'martinotti', 'bipolar', 'projection', 'relay', 'monoamine'] as const;
/** Silhouettes of the design system for nerve cells. */
export const CellShape = z.enum(CELL_SHAPES);
export type CellShape = z.infer<typeof CellShape>;

export const CELL_PARTS = ['tuft', 'trunk', 'soma', 'basal', 'dendrite'] as const;
/** Parts of a nerve cell that an axon may reach; `dendrite` is for cells without an apical tree. */
export const CellPart = z.enum(CELL_PARTS);
export type CellPart = z.infer<typeof CellPart>;

/** The synapse that opens when a reader goes down from this cell. */
export const CellSynapse = z.strictObject({
  /** Receptor subtype that is shown. */
  subunit: Subunit,
  /** The rate of spikes that reach it, in Hz; left out where the simulation gives its receptors glutamate and no spikes. */
  rate: z.optional(ParameterId),
  /** The receptors on this cell, where no claim of its inputs leads from them to the cell. */
  receptor: z.optional(EntityId),
});
export type CellSynapse = z.infer<typeof CellSynapse>;

/** A kind of nerve cell of the circuit. */
export const CircuitCell = z.strictObject({
  /** Its name in the simulation, such as "pv". */
  id: RecordId,
  name: text,
  /** One to three words for a label. */
  short: text,
  /** The entity whose claims speak of it. */
  entity: z.optional(EntityId),
  shape: CellShape,
  /** What its output does: 1 excites, -1 inhibits. */
  sign: Sign,
  /** Where its body lies, in words. */
  place: text,
  /** How many are simulated. */
  count: ParameterId,
  /** What it is and does here, in one or two sentences. */
  about: text,
  synapse: z.optional(CellSynapse),
});
export type CircuitCell = z.infer<typeof CircuitCell>;

/** What one kind of cell sends to a part of another. */
export const CircuitConnection = z.strictObject({
  id: RecordId,
  /** The cell that sends, or "outside" for input from beyond the circuit. */
  from: RecordId,
  to: RecordId,
  /** The part of the target that is reached. */
  part: CellPart,
  /** 1 excites, -1 inhibits. */
  sign: Sign,
  /** Receptors at which it acts. */
  receptors: z.array(z.enum(['AMPA', 'NMDA', 'GABA-A'])),
  /** Numbers of the simulation that stand behind it. */
  parameters: z.array(ParameterId),
  /** Claims of the pack that say the same. */
  claims: z.array(ClaimId),
  /** Papers that show it. */
  references: z.array(ReferenceId),
  /** Whether the part that is reached was compared with the text of a paper. */
  check: Check,
  note: z.optional(text),
});
export type CircuitConnection = z.infer<typeof CircuitConnection>;

/** What a published recording found of the firing of a cell of the circuit. Drawn as a mark beside the model, never fitted. */
export const FiringMark = z.strictObject({
  id: RecordId,
  /** The cell of this circuit, or "field" for a field potential. */
  cell: RecordId,
  measure: z.enum(['firing rate', 'bursts', 'calcium activity', 'gamma power']),
  /** Values before and with the drug, where the text gives numbers. */
  values: z.optional(z.strictObject({ before: z.number(), after: z.number(), unit: z.enum(['Hz', '%']) })),
  /** Up, down or unchanged. */
  direction: z.enum(['+', '-', '0']),
  /** The finding in our own words. */
  finding: text,
  /** The drug; not every recording used ketamine. */
  drug: text,
  dose: text,
  species: Species,
  preparation: Preparation,
  /** Awake, anaesthetised, slice or culture, in words. */
  state: text,
  references: z.array(ReferenceId),
  check: Check,
  note: z.optional(text),
});
export type FiringMark = z.infer<typeof FiringMark>;

/** What an explanation says becomes of the firing of a cell: more, less, or no change. */
export const FiringPrediction = z.strictObject({ cell: RecordId, direction: z.enum(['+', '-', '0']) });
export type FiringPrediction = z.infer<typeof FiringPrediction>;

/** Where the drug acts if one explanation alone is right. */
export const CircuitSetting = z.strictObject({
  id: RecordId,
  name: text,
  hypothesis: z.optional(HypothesisId),
  /** Receptor pools of the simulation that the drug may enter, such as "pv.tonic"; "*" stands for any part of the name. */
  reaches: z.array(text),
  about: text,
  /** What its explanation says of firing, to be held against the simulation; left out where it says nothing of it. */
  predicts: z.optional(z.array(FiringPrediction)),
});
export type CircuitSetting = z.infer<typeof CircuitSetting>;

/** A circuit: its cells, what reaches which part of them, the simulation behind it and the recordings it is seen beside. */
export const Circuit = z.strictObject({
  id: RecordId,
  level: z.literal('circuit'),
  title: text,
  /** The region in words. */
  region: text,
  /** The region, for the way from the brain. */
  entity: z.optional(EntityId),
  /** What there is to see, as a plain claim with a verb, at most 12 words. */
  headline: text,
  /** Two to four sentences. */
  intro: text,
  model: CircuitModel,
  /** Its cells, in reading order. */
  cells: z.array(CircuitCell),
  connections: z.array(CircuitConnection),
  /** Where the drug may act, one choice for each explanation; the first is shown at first. */
  settings: z.array(CircuitSetting),
  /** Published changes of firing. */
  firingMarks: z.array(FiringMark),
  /** What the model leaves out or assumes, as plain sentences. */
  limits: z.array(text),
});
export type Circuit = z.infer<typeof Circuit>;
