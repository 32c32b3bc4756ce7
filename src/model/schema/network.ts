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
export const Compartment = z.enum(COMPARTMENTS);
export type Compartment = z.infer<typeof Compartment>;

/** An identifier in a public database. `checked` says whether the pairing was read in text, not recalled. */
export const Identifier = z.strictObject({
  scheme: z.enum(['uniprot', 'hgnc', 'chebi', 'go', 'uberon', 'cl', 'mesh']),
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
  kind: EntityKind,
  level: Level,
  compartment: Compartment,
  /** Brain region the record speaks of; "any" when it is not region specific. */
  region: text,
  glyph: Glyph,
  summary: text,
  synonyms: z.array(text),
  identifiers: z.array(Identifier),
  /** What "up" means when the sign would be ambiguous, for example "active, dephosphorylated pool". */
  signMeans: z.optional(text),
  /** True for a modelling device that nobody measured, such as a latent state. */
  latent: z.optional(z.boolean()),
});
export type Entity = z.infer<typeof Entity>;

export const Evidence = z.strictObject({
  reference: ReferenceId,
  species: Species,
  preparation: Preparation,
  stance: Stance,
  /** The finding in our own words. */
  finding: text,
  dose: z.optional(text),
  time: z.optional(text),
  method: z.optional(text),
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
export const Effect = z.enum(EFFECTS);
export type Effect = z.infer<typeof Effect>;

/** The authors' own judgement of a claim; the strength on screen is computed from it and from the evidence. */
export const Judgement = z.enum(['strong', 'moderate', 'weak', 'contested']);
export type Judgement = z.infer<typeof Judgement>;

export const Delay = z.strictObject({ class: z.enum(['ms', 's', 'min', 'h', 'd']), window: text });
export type Delay = z.infer<typeof Delay>;

/** A directed statement between two entities. The tag "shared" is not a hypothesis: such a claim has an empty list. */
export const Claim = z.strictObject({
  id: ClaimId,
  source: EntityId,
  target: EntityId,
  effect: Effect,
  /** Effect of an increase in the source on the target. */
  sign: Sign,
  delay: Delay,
  hypotheses: z.array(HypothesisId),
  evidence: z.array(Evidence),
  judgement: Judgement,
  tier: z.enum(['core', 'extended']),
  /** Set where the evidence is about a relative of the source, for example racemate evidence used for one enantiomer. */
  extrapolated: z.optional(z.boolean()),
  note: z.optional(text),
});
export type Claim = z.infer<typeof Claim>;

/** A necessity rule: the target does not move in these windows unless the required entity can. */
export const Gate = z.strictObject({
  id: GateId,
  target: EntityId,
  requires: EntityId,
  logic: z.enum(['AND', 'NOT']),
  windows: z.array(z.enum(['rapid', 'day', 'sustained'])),
  hypotheses: z.array(HypothesisId),
  /** The drugs or interventions the rule was shown for; "any" when it holds whatever the trigger. */
  appliesTo: z.union([z.literal('any'), z.array(EntityId)]),
  references: z.array(ReferenceId),
  note: z.optional(text),
});
export type Gate = z.infer<typeof Gate>;

export const Argument = z.strictObject({ reference: ReferenceId, finding: text, check: z.optional(Check) });
export type Argument = z.infer<typeof Argument>;

/** A named subset of claims with the predictions that tell it from its rivals. */
export const Hypothesis = z.strictObject({
  id: HypothesisId,
  name: text,
  short: text,
  statement: text,
  supporting: z.array(Argument),
  contradicting: z.array(Argument),
  predictions: z.array(text),
  /** Ordered claims that tell the hypothesis as a numbered route on the map. */
  route: z.array(ClaimId),
  mutesInStrictMode: z.array(ClaimId),
});
export type Hypothesis = z.infer<typeof Hypothesis>;

export const Perturbation = z.strictObject({
  entity: EntityId,
  operation: z.enum(['drug', 'inhibit', 'activate', 'knockout', 'knockdown', 'infuse', 'express', 'stress']),
  agent: text,
  dose: z.optional(text),
  site: text,
  role: z.enum(['test', 'background']),
});

export const Readout = z.strictObject({
  entity: EntityId,
  time: text,
  direction: z.enum(['+', '-', '0']),
  note: z.optional(text),
});

/** A published perturbation and what was observed: a test of the network model and a question for a student. */
export const Experiment = z.strictObject({
  id: ExperimentId,
  reference: ReferenceId,
  species: text,
  system: text,
  perturbations: z.array(Perturbation),
  readouts: z.array(Readout),
  comparedTo: text,
  hypotheses: z.array(HypothesisId),
  nullOrContradiction: z.boolean(),
  check: Check,
});
export type Experiment = z.infer<typeof Experiment>;
