/** What was seen in people, animals and brain regions, and what the starting article says. */
import * as z from 'zod/mini';
import { Check, EntityId, RecordId, ReferenceId, Species, text } from './common';
import { Identifier, Judgement } from './network';

/** Animals that have regions of their own here: findings never pass from one to another. */
export const BRAIN_SPECIES = ['human', 'rodent', 'monkey'] as const;
export const BrainSpecies = z.enum(BRAIN_SPECIES);
export type BrainSpecies = z.infer<typeof BrainSpecies>;

/** A place in the brain of one sort of animal. The same place of another is another record. */
export const Region = z.strictObject({
  id: RecordId,
  name: text,
  /** One to three words for a label where there is little room; the name stands where it is missing. */
  short: z.optional(text),
  /** Other names that readers may know it by, such as "sgACC". */
  synonyms: z.optional(z.array(text)),
  species: BrainSpecies,
  /** One region, several told as one, a network of regions, the brain or cortex as a whole, or a place on the head. */
  extent: z.enum(['region', 'group', 'network', 'whole', 'scalp']),
  /** Names of the parts of the picture of this species that it covers; none for what is not drawn. */
  drawn: z.array(text),
  identifiers: z.array(Identifier),
  /** Entities of the network that stand for it or for what happens in it. */
  entities: z.array(EntityId),
  /** The circuit that lies in it. */
  circuit: z.optional(RecordId),
  /** One or two plain sentences. */
  about: text,
});
export type Region = z.infer<typeof Region>;

/** What was measured; a test that blocks, drives or replaces something and watches behaviour is a "causal test". */
export const MEASURES = [
  'glutamate',
  'firing',
  'blood flow',
  'task response',
  'connectivity',
  'oscillation',
  'synapses',
  'plasticity',
  'translation',
  'inflammation',
  'causal test',
] as const;
export const Measure = z.enum(MEASURES);
export type Measure = z.infer<typeof Measure>;

/** One measured result at one or several places. */
export const RegionResult = z.strictObject({
  /** Regions of the finding's own species. */
  places: z.array(RecordId).check(z.minLength(1)),
  measure: Measure,
  /** Which way it went; "none" for no change, "unknown" where the paper gives no direction. */
  sign: z.enum(['up', 'down', 'mixed', 'none', 'unknown']),
  /** The result in at most 36 signs, for a label. */
  says: text.check(z.maxLength(36)),
});
export type RegionResult = z.infer<typeof RegionResult>;

/** When it was seen, seconds after the dose began. */
export const Window = z.strictObject({
  from_s: z.number(),
  to_s: z.number(),
  /**
   * "range": both ends are told. "moment": one time is told, and stands for a sixth of it either way. "assumed": the paper has words
   * only, such as "during infusion", and the ends are our reading of them.
   */
  basis: z.enum(['range', 'moment', 'assumed']),
});
export type Window = z.infer<typeof Window>;

/** What was measured in one brain region after the drug, and by which method. */
export const RegionFinding = z.strictObject({
  id: RecordId,
  /** The region in words. */
  region: text,
  /** What was found, place by place and measure by measure. */
  results: z.array(RegionResult).check(z.minLength(1)),
  /** Left out where no time after a dose of ketamine is known: long treatment, another drug, no drug. */
  window: z.optional(Window),
  /** The entity that stands for the region or for what was measured. */
  entity: z.optional(EntityId),
  /** The region in the UBERON ontology. */
  uberon: z.optional(text),
  uberonCheck: z.optional(Check),
  /** What was measured. */
  effect: text,
  /** Which way it went. */
  direction: text,
  method: text,
  species: Species,
  /** The animal or patient group, for example "healthy" or "chronic stress". */
  model: text,
  dose: text,
  time: text,
  references: z.array(ReferenceId),
  /** Other findings of this list that disagree. */
  contradictedBy: z.array(RecordId),
  /** The authors' judgement; what is shown can only be lower. */
  strength: Judgement,
  check: Check,
  note: z.optional(text),
});
export type RegionFinding = z.infer<typeof RegionFinding>;

/** How symptoms changed over time in one study, as found. */
export const ResponseCurve = z.strictObject({
  id: RecordId,
  title: text,
  /** The rating scale, and which way is better. */
  scale: text,
  /** Kind and size of the study. */
  design: text,
  /** Points as found: always a time in words and in minutes, then whatever the paper gives. */
  points: z.array(z.looseObject({ t: text, tMin: z.nullable(z.number()) })),
  /** "illustration" where the points were drawn and not measured: it is labelled so wherever it is shown. */
  basis: z.optional(z.enum(['study', 'pooled', 'described', 'illustration'])),
  /** The same results in a form that can be drawn, each an Effect. */
  effects: z.optional(z.array(z.unknown())),
  references: z.array(ReferenceId),
  check: Check,
  note: z.optional(text),
});
export type ResponseCurve = z.infer<typeof ResponseCurve>;

/** Which way one marker went in one study; without a trend where the study does not speak of one. */
export const MarkerChange = z.strictObject({
  marker: text,
  trend: z.optional(z.enum(['up', 'down', 'unchanged', 'mixed'])),
});
export type MarkerChange = z.infer<typeof MarkerChange>;

/** A marker of inflammation in one study. */
export const InflammationFinding = z.strictObject({
  id: RecordId,
  /** What was measured. */
  marker: text,
  /** Which way it went. */
  direction: text,
  /** Who was studied and how. */
  setting: text,
  /** The result in words and numbers. */
  result: text,
  /** Size of the study. */
  size: z.optional(text),
  /** The markers by their short names, each with its own direction, for rows of small plots. */
  changes: z.optional(z.array(MarkerChange)),
  species: z.optional(Species),
  /** Whether the marker went with the change of mood or behaviour. */
  withMood: z.optional(z.enum(['followed', 'did not follow', 'not asked', 'mixed'])),
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
  /** For or against the metabolite carrying the effect. */
  direction: text,
  species: text,
  references: z.array(ReferenceId),
  check: Check,
  note: z.optional(text),
});
export type MetaboliteFinding = z.infer<typeof MetaboliteFinding>;

export const GRADES = ['supported', 'partly supported', 'contested', 'misleading', 'unsupported'] as const;
/** Our verdict on a statement. */
export const Grade = z.enum(GRADES);
export type Grade = z.infer<typeof Grade>;

export const DISTORTIONS = ['species', 'control', 'safety', 'unit', 'vague', 'cause', 'certainty'] as const;
/**
 * How a statement misleads: species over-generalised, control arm missing, safety overclaimed, wrong unit of counting, vague wording,
 * an association told as a cause, the contested told as settled.
 */
export const Distortion = z.enum(DISTORTIONS);
export type Distortion = z.infer<typeof Distortion>;

/** A correction as a proofreader makes it on some words of the sentence. */
export const ProofMark = z.strictObject({
  /** Words struck out, words to be added after, a word that misleads, a link that was not shown. */
  mark: z.enum(['strike', 'insert', 'loop', 'wavy']),
  /** Words of the sentence, as they stand in it. */
  words: text,
  /** What stands in the margin. */
  note: text,
  /** The same correction as a sentence, for reading aloud. */
  say: text,
});
export type ProofMark = z.infer<typeof ProofMark>;

/** A statement of the starting article in our paraphrase, with our grade and its reasons. */
export const Statement = z.strictObject({
  id: RecordId,
  /** The statement in our words. */
  paraphrase: text,
  /** A title of at most 31 signs. */
  short: text.check(z.maxLength(31)),
  /** The paraphrase as a whole sentence, the way a proof is read. */
  sentence: text,
  /** What would have to have been measured for it to be true. */
  implies: text,
  distortions: z.array(Distortion),
  /** At most three corrections. */
  marks: z.array(ProofMark).check(z.maxLength(3)),
  /** The sentence that we would print. */
  corrected: text,
  /** The view of the explorer that shows what is known, as a link. */
  view: text,
  grade: Grade,
  /** How firm the evidence is, in words. */
  strength: text,
  species: text,
  /** What the evidence says. */
  verdict: text,
  /** What the article does not say. */
  leavesOut: text,
  /** Papers behind the verdict. */
  references: z.array(ReferenceId),
  /** Papers that disagree. */
  contradicting: z.array(ReferenceId),
  /** Entities that it speaks of. */
  entities: z.array(EntityId),
});
export type Statement = z.infer<typeof Statement>;

/** A number of a risk, or the words that stand in its place, and what it counts. */
export const SafetyFigure = z.strictObject({
  value: text,
  says: text,
});
export type SafetyFigure = z.infer<typeof SafetyFigure>;

/** A known risk, told as a fact and never as advice. */
export const SafetyNote = z.strictObject({
  id: RecordId,
  topic: text,
  fact: text,
  /** How common or how grave, in words. */
  severity: text,
  /** The fact's own figure, where one says it best. */
  figure: z.optional(SafetyFigure),
  references: z.array(ReferenceId),
  check: Check,
  note: z.optional(text),
});
export type SafetyNote = z.infer<typeof SafetyNote>;
