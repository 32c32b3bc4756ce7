/** What was seen in people, animals and brain regions, and what the starting article says. */
import * as z from 'zod/mini';
import { Check, EntityId, RecordId, ReferenceId, Species, text } from './common';

/** What was measured in one brain region after the drug, and by which method. */
export const RegionFinding = z.strictObject({
  id: RecordId,
  /** The region in words. */
  region: text,
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
  strength: text,
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
