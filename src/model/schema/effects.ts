/**
 * Sizes of effect in people, in a form that can be drawn. The loader keeps them as found under `effects` of a ResponseCurve; the
 * person level reads them with this schema, so that it loads with that level and not with the page.
 */
import * as z from 'zod/mini';
import { Check, text } from './common';

/** What was rated or measured in people. */
export const EFFECT_OUTCOMES = ['depression', 'ideation', 'ptsd', 'anxiety', 'pain', 'dissociation', 'bloodPressure'] as const;
export type EffectOutcome = (typeof EFFECT_OUTCOMES)[number];

/** What the drug was compared with. "anaesthesia": everyone slept under other anaesthetics; "spray": a placebo spray. */
export const CONTROLS = ['saline', 'midazolam', 'anaesthesia', 'ect', 'spray'] as const;
export type Control = (typeof CONTROLS)[number];

/**
 * The scale of a number. Numbers of two scales never share an axis. "standardised" is Hedges g or Cohen d against the control;
 * "fromBaseline" the same without a control; "words" a result that was told without a size.
 */
export const MEASURES = [
  'standardised',
  'madrs',
  'hamd',
  'ssi',
  'iesr',
  'caps',
  'responders',
  'relapse',
  'odds',
  'painNrs',
  'painVas',
  'cadss',
  'systolic',
  'diastolic',
  'fromBaseline',
  'percentChange',
  'words',
] as const;
export type Measure = (typeof MEASURES)[number];

const pair = z.tuple([z.number(), z.number()]);

/** One estimate of one study or of pooled studies, with the numbers as published. */
export const Effect = z.strictObject({
  /** A few words that tell it from the others of its plot. */
  name: text,
  outcome: z.enum(EFFECT_OUTCOMES),
  /** Who was studied: a word of a small list, such as "bipolar". */
  population: text,
  drug: z.enum(['ketamine', 'esketamine']),
  /** What it was compared with; several for pooled trials, none without a control. */
  controls: z.array(z.enum(CONTROLS)),
  measure: z.enum(MEASURES),
  /** "lower": a negative number speaks for the drug, as a fall of symptoms does. */
  better: z.enum(['higher', 'lower']),
  /** Seconds after the (first) dose; null where the number stands for no single time. */
  seconds: z.nullable(z.number()),
  /** First and last second where the number stands for a span. */
  span: z.optional(pair),
  /** The difference from the control, as published, with its sign. */
  value: z.optional(z.number()),
  /** 95 % confidence interval of the value. */
  interval: z.optional(pair),
  /** Standard error of the value, where no interval is given. */
  error: z.optional(z.number()),
  /** The two groups, drug first, where they are given. */
  arms: z.optional(pair),
  /** Whether the drug separated from the control, as reported; null where that is not told. */
  separated: z.nullable(z.boolean()),
  /** How many people. */
  people: z.optional(z.number()),
  /** True for several studies taken together. */
  pooled: z.optional(z.boolean()),
  /** What was found, where it was told in words. */
  told: z.optional(text),
  /** Whether these numbers were read in the source; a paper may be checked and one of its numbers not. */
  check: Check,
});
export type Effect = z.infer<typeof Effect>;
