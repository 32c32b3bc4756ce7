/** Reads the hand-authored part of the import: reviewed data that the survey files do not hold. */
import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import {
  Argument,
  Check,
  Claim,
  ClaimId,
  Convention,
  EntityId,
  Event,
  Glyph,
  HypothesisId,
  Level,
  PackManifest,
  Preparation,
  Reference,
  ReferenceId,
  Species,
  Stance,
  text,
} from '../../model/schema';

/** What a reader needs of an entity beyond the survey: its place in the levels, its short name, its glyph, its other names. */
const EntityWords = z.strictObject({
  short: z.string().check(z.minLength(1), z.maxLength(16)),
  name: z.optional(text),
  level: Level,
  glyph: Glyph,
  synonyms: z.array(text),
  signMeans: z.optional(text),
  latent: z.optional(z.boolean()),
});

/** Our reading of one finding against the claim it stands under. */
const Reading = z.strictObject({
  stance: Stance,
  dose: z.optional(text),
  time: z.optional(text),
  method: z.optional(text),
  /** Set where the paper was seen but not this finding; without it the check of the paper holds. */
  check: z.optional(Check),
});
export type Reading = z.infer<typeof Reading>;

/** Evidence that the survey keeps elsewhere (a hypothesis, an experiment, the clinical survey) and that bears on one claim. */
const AddedEvidence = z.strictObject({
  claim: ClaimId,
  reference: ReferenceId,
  species: Species,
  preparation: Preparation,
  stance: Stance,
  finding: text,
  dose: z.optional(text),
  time: z.optional(text),
  method: z.optional(text),
  /** Where in the survey files the finding stands. */
  from: text,
});

const AddedClaim = z.strictObject({ ...z.omit(Claim, { evidence: true }).shape, from: text });

const HypothesisWords = z.strictObject({
  short: z.string().check(z.minLength(1), z.maxLength(28)),
  route: z.array(ClaimId).check(z.minLength(4), z.maxLength(9)),
});

const ReferenceWork = z.strictObject({
  /** Papers that both surveys hold under different ids; the first survey's id stays. */
  merge: z.array(z.strictObject({ keep: ReferenceId, clinical: text, why: text })),
  /** Ids that both surveys use for different papers; the clinical one gets a new id. */
  split: z.array(z.strictObject({ clinical: text, to: ReferenceId, why: text })),
  kinds: z.record(z.string(), Reference.shape.kind),
  /** Bibliographic facts read after the surveys, with where they were read. */
  completed: z.array(z.strictObject({ id: ReferenceId, ...z.partial(z.omit(Reference, { id: true })).shape, why: text })),
  added: z.array(Reference),
});

const Links = z.strictObject({
  statementEntities: z.record(z.string(), z.array(EntityId)),
});

/** One leaf (or pair of leaves) of the survey's nested parameter tables, turned into a Parameter. */
const ParameterPlan = z.strictObject({
  id: text,
  /** Path in the survey's `parameters`, dots between keys. */
  path: text,
  /** For a number that the survey gives inside words or as one of a list; it must stand there. */
  value: z.optional(z.number()),
  range: z.optional(z.tuple([z.number(), z.number()])),
  name: text,
  symbol: z.optional(text),
  unit: text,
  group: text,
  source: z.optional(text),
  references: z.optional(z.array(ReferenceId)),
  check: z.optional(z.enum(['checked', 'unchecked'])),
  teaching: z.optional(z.boolean()),
  /** Path of words that belong to the number, such as its formula. */
  noteFrom: z.optional(text),
});
export type ParameterPlan = z.infer<typeof ParameterPlan>;

const ParameterWork = z.strictObject({
  plans: z.array(ParameterPlan),
  /** Leaves that hold words, not numbers: they are kept as conventions. */
  words: z.array(z.strictObject({ path: text, id: text, group: text, name: text })),
  /** Leaves that say how another leaf was checked or where it came from; the plans read them. */
  consumed: z.array(text),
});

const SHAPES = {
  entities: z.record(z.string(), EntityWords),
  evidence: z.record(z.string(), z.record(z.string(), Reading)),
  'added-evidence': z.array(AddedEvidence),
  'added-claims': z.array(AddedClaim),
  'added-arguments': z.array(
    z.strictObject({ hypothesis: HypothesisId, side: z.enum(['supporting', 'contradicting']), ...Argument.shape }),
  ),
  hypotheses: z.record(z.string(), HypothesisWords),
  references: ReferenceWork,
  links: Links,
  parameters: ParameterWork,
  schemes: z.record(z.string(), z.strictObject({ check: Check, references: z.array(ReferenceId), why: text })),
  conventions: z.array(Convention),
  events: z.array(Event),
  manifest: z.omit(PackManifest, { aliases: true }),
} as const;

export type Authored = { readonly [K in keyof typeof SHAPES]: z.infer<(typeof SHAPES)[K]> };

function read<K extends keyof typeof SHAPES>(name: K): unknown {
  const raw: unknown = JSON.parse(readFileSync(new URL(`authored/${name}.json`, import.meta.url), 'utf8'));
  return raw;
}

/** All authored data, checked; throws with the path of the first fault. */
export function readAuthored(): Authored {
  return {
    entities: z.parse(SHAPES.entities, read('entities')),
    evidence: z.parse(SHAPES.evidence, read('evidence')),
    'added-evidence': z.parse(SHAPES['added-evidence'], read('added-evidence')),
    'added-claims': z.parse(SHAPES['added-claims'], read('added-claims')),
    'added-arguments': z.parse(SHAPES['added-arguments'], read('added-arguments')),
    hypotheses: z.parse(SHAPES.hypotheses, read('hypotheses')),
    references: z.parse(SHAPES.references, read('references')),
    links: z.parse(SHAPES.links, read('links')),
    parameters: z.parse(SHAPES.parameters, read('parameters')),
    schemes: z.parse(SHAPES.schemes, read('schemes')),
    conventions: z.parse(SHAPES.conventions, read('conventions')),
    events: z.parse(SHAPES.events, read('events')),
    manifest: z.parse(SHAPES.manifest, read('manifest')),
  };
}
