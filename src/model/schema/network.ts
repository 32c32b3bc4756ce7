/** What a mechanism is: entities, claims between them, the evidence they stand on, and the rival readings. */
import * as z from 'zod/mini';
import {
  Check,
  ClaimId,
  EntityId,
  ExperimentId,
  GateId,
  Glyph,
  HypothesisId,
  Level,
  Preparation,
  ReferenceId,
  Sign,
  Species,
  Stance,
  text,
} from './common';

export const ENTITY_KINDS = [
  'drug',
  'smallMolecule',
  'ion',
  'receptor',
  'channel',
  'protein',
  'kinase',
  'phosphatase',
  'transcriptFactor',
  'gene',
  'process',
  'synapse',
  'cellType',
  'circuit',
  'region',
  'behaviour',
  'symptom',
] as const;
/** What sort of thing an entity is. */
export const EntityKind = z.enum(ENTITY_KINDS);
export type EntityKind = z.infer<typeof EntityKind>;

export const COMPARTMENTS = [
  'extracellular',
  'cleft',
  'presynaptic',
  'postsynapticMembrane',
  'spineCytosol',
  'dendrite',
  'nucleus',
  'interneuron',
  'astrocyte',
  'microglia',
  'circuit',
  'brain',
  'organism',
] as const;
/** Where in the tissue or cell an entity acts. */
export const Compartment = z.enum(COMPARTMENTS);
export type Compartment = z.infer<typeof Compartment>;

/** An identifier in a public database. `checked` says whether the pairing was read in text, not recalled. */
export const Identifier = z.strictObject({
  /** The database. */
  scheme: z.enum(['uniprot', 'hgnc', 'chebi', 'go', 'uberon', 'cl', 'mesh']),
  /** The entry, as the database writes it. */
  value: text,
  check: Check,
});
export type Identifier = z.infer<typeof Identifier>;

/** A thing at a place and a scale. */
export const Entity = z.strictObject({
  id: EntityId,
  name: text,
  /** The short form used on the map and in sentences, for example "NMDAR". */
  short: text,
  /** What sort of thing it is; decides its form on the map. */
  kind: EntityKind,
  /** The level of the explorer at which it is drawn. */
  level: Level,
  /** The part of the tissue or cell in which it acts. */
  compartment: Compartment,
  /** Brain region the record speaks of; "any" when it is not region specific. */
  region: text,
  glyph: Glyph,
  /** One or two plain sentences. */
  summary: text,
  /** Other names, gene symbols and trade names, for search. */
  synonyms: z.array(text),
  /** Entries in public databases. */
  identifiers: z.array(Identifier),
  /** What "up" means when the sign would be ambiguous, for example "active, dephosphorylated pool". */
  signMeans: z.optional(text),
  /** True for a modelling device that nobody measured, such as a latent state. */
  latent: z.optional(z.boolean()),
});
export type Entity = z.infer<typeof Entity>;

/** One finding of one paper about a claim. */
export const Evidence = z.strictObject({
  /** The paper. */
  reference: ReferenceId,
  /** The animal, or the cells it came from. */
  species: Species,
  /** Where it was seen: in people, in the living animal, in a slice, in a dish, in a structure. */
  preparation: Preparation,
  /** Whether it speaks for the claim, against it, or both. */
  stance: Stance,
  /** The finding in our own words. */
  finding: text,
  /** Dose or concentration in words. */
  dose: z.optional(text),
  /** When it was measured, in words. */
  time: z.optional(text),
  /** How it was measured. */
  method: z.optional(text),
  /** Whether somebody compared the finding with the text of the paper. */
  check: Check,
});
export type Evidence = z.infer<typeof Evidence>;

export const EFFECTS = [
  'increases',
  'activates',
  'decreases',
  'blocks',
  'inhibits',
  'expresses',
  'translates',
  'transcribes',
  'phosphorylates',
  'dephosphorylates',
  'binds',
  'trafficks',
  'transports',
] as const;
/** Verbs that a claim may use. */
export const Effect = z.enum(EFFECTS);
export type Effect = z.infer<typeof Effect>;

/** The authors' own judgement of a claim; the strength on screen is computed from it and from the evidence. */
export const Judgement = z.enum(['strong', 'moderate', 'weak', 'contested']);
export type Judgement = z.infer<typeof Judgement>;

/** How soon the target follows the source. */
export const Delay = z.strictObject({ class: z.enum(['ms', 's', 'min', 'h', 'd']), window: text });
export type Delay = z.infer<typeof Delay>;

/** A directed statement between two entities. The tag "shared" is not a hypothesis: such a claim has an empty list. */
export const Claim = z.strictObject({
  id: ClaimId,
  /** The entity that acts. */
  source: EntityId,
  /** The entity that is acted on. */
  target: EntityId,
  /** The verb of the sentence that the claim makes. */
  effect: Effect,
  /** Effect of an increase in the source on the target. */
  sign: Sign,
  /** How soon the target follows the source. */
  delay: Delay,
  /** Hypotheses that need this claim; empty when all share it. */
  hypotheses: z.array(HypothesisId),
  /** Findings for and against; at least one. */
  evidence: z.array(Evidence),
  judgement: Judgement,
  /** Extended claims are hidden until the reader asks for them. */
  tier: z.enum(['core', 'extended']),
  /** Set where the evidence is about a relative of the source, for example racemate evidence used for one enantiomer. */
  extrapolated: z.optional(z.boolean()),
  note: z.optional(text),
});
export type Claim = z.infer<typeof Claim>;

/** A necessity rule: the target does not move in these windows unless the required entity can. */
export const Gate = z.strictObject({
  id: GateId,
  /** The entity that is held back. */
  target: EntityId,
  /** The entity that must be able to move. */
  requires: EntityId,
  /** AND: the required entity must be free. NOT: it must be silent. */
  logic: z.enum(['AND', 'NOT']),
  /** Times after the dose in which the rule holds. */
  windows: z.array(z.enum(['rapid', 'day', 'sustained'])),
  /** Hypotheses that make the rule; empty when all share it. */
  hypotheses: z.array(HypothesisId),
  /** The drugs or interventions the rule was shown for; "any" when it holds whatever the trigger. */
  appliesTo: z.union([z.literal('any'), z.array(EntityId)]),
  references: z.array(ReferenceId),
  note: z.optional(text),
});
export type Gate = z.infer<typeof Gate>;

/** A paper that speaks for or against a hypothesis. */
export const Argument = z.strictObject({ reference: ReferenceId, finding: text, check: z.optional(Check) });
export type Argument = z.infer<typeof Argument>;

/** A named subset of claims with the predictions that tell it from its rivals. */
export const Hypothesis = z.strictObject({
  id: HypothesisId,
  name: text,
  /** One to three words for a key or a button. */
  short: text,
  /** The hypothesis in one to three sentences. */
  statement: text,
  /** Findings that speak for it. */
  supporting: z.array(Argument),
  /** Findings that speak against it. */
  contradicting: z.array(Argument),
  /** What would be seen if it holds and not if a rival does. */
  predictions: z.array(text),
  /** Ordered claims that tell the hypothesis as a numbered route on the map. */
  route: z.array(ClaimId),
  /** Claims that do not hold if this hypothesis alone is right. */
  mutesInStrictMode: z.array(ClaimId),
});
export type Hypothesis = z.infer<typeof Hypothesis>;

/** Something that was done in an experiment. */
export const Perturbation = z.strictObject({
  /** The entity acted on. */
  entity: EntityId,
  /** What was done to it. */
  operation: z.enum(['drug', 'inhibit', 'activate', 'knockout', 'knockdown', 'infuse', 'express', 'stress']),
  /** The drug, light, gene or other means. */
  agent: text,
  dose: z.optional(text),
  /** Where it was applied. */
  site: text,
  /** Whether it is what was tested or the background to it. */
  role: z.enum(['test', 'background']),
});

/** Something that was seen in an experiment. */
export const Readout = z.strictObject({
  /** The entity that was measured. */
  entity: EntityId,
  /** When, in words. */
  time: text,
  /** Up, down or unchanged against the control. */
  direction: z.enum(['+', '-', '0']),
  note: z.optional(text),
});

/** A published perturbation and what was observed: a test of the network model and a question for a student. */
export const Experiment = z.strictObject({
  id: ExperimentId,
  /** The paper that reports it. */
  reference: ReferenceId,
  /** Animals or cells in words. */
  species: text,
  /** The preparation in words. */
  system: text,
  /** What was done. */
  perturbations: z.array(Perturbation),
  /** What was seen. */
  readouts: z.array(Readout),
  /** The control. */
  comparedTo: text,
  /** Hypotheses that it speaks to; empty when it speaks to what all share. */
  hypotheses: z.array(HypothesisId),
  /** True when the result is null or speaks against a hypothesis. */
  nullOrContradiction: z.boolean(),
  check: Check,
});
export type Experiment = z.infer<typeof Experiment>;
