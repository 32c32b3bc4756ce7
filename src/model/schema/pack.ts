/** The pack: a manifest and parts. Each part is one JSON object with any of the record lists. */
import * as z from 'zod/mini';
import { Circuit } from './circuit';
import { InflammationFinding, MetaboliteFinding, Region, RegionFinding, ResponseCurve, SafetyNote, Statement } from './clinical';
import { ClaimId, EntityId, HypothesisId, Level, RecordId, text } from './common';
import { Claim, Entity, Experiment, Gate, Hypothesis } from './network';
import { Convention, KineticTarget, Parameter, PkModel, PkTarget, Scheme } from './quantities';
import { Reference } from './reference';
import { Stage } from './stage';
import { Event, Layout, Tour } from './view';

/** Raised by one with every change of the format; `model/migrate` holds a step for each. */
export const PACK_VERSION = 1;

/** Record lists a part may hold, with the schema of one record. The key is the list's name in JSON. */
export const RECORD_LISTS = {
  references: Reference,
  entities: Entity,
  claims: Claim,
  gates: Gate,
  hypotheses: Hypothesis,
  experiments: Experiment,
  parameters: Parameter,
  schemes: Scheme,
  kineticTargets: KineticTarget,
  conventions: Convention,
  pkModels: PkModel,
  pkTargets: PkTarget,
  responseCurves: ResponseCurve,
  regionFindings: RegionFinding,
  inflammation: InflammationFinding,
  metabolites: MetaboliteFinding,
  statements: Statement,
  safety: SafetyNote,
  events: Event,
  layouts: Layout,
  tours: Tour,
  stages: Stage,
  circuits: Circuit,
  regions: Region,
} as const;
export type RecordListName = keyof typeof RECORD_LISTS;

/** What the reader sees first: which level, which hypothesis lit, which words. */
export const PackStart = z.strictObject({
  level: Level,
  /** The record that is open at first. */
  selection: z.optional(z.union([EntityId, ClaimId])),
  /** Hypotheses shown as routes: none, one or two. */
  lit: z.array(HypothesisId),
  /** Plain claim with a verb, at most 12 words. */
  headline: text,
  /** Two to four sentences. */
  intro: text,
});

/**
 * What the two clocks of the score count from, as words that follow a duration, for example "after the tetanus" where nobody
 * gives a dose. What is left out has the interface's own words: "after one spike", "after the dose".
 */
export const PackClocks = z.strictObject({ afterSpike: z.optional(text), afterDose: z.optional(text) });
export type PackClocks = z.infer<typeof PackClocks>;

export const PackManifest = z.strictObject({
  /** Marks the file as a manifest. */
  format: z.literal('bouton-pack'),
  /** Version of the format. */
  version: z.literal(PACK_VERSION),
  /** Name of the pack in links. */
  id: RecordId,
  title: text,
  /** One line under the title. */
  subtitle: text,
  /** Language tag of the texts, such as "en". */
  language: text,
  authors: z.array(text),
  /** Licence of the content, as an SPDX identifier or in words. */
  license: text,
  /** Said plainly wherever a reader may look for advice. */
  notice: text,
  /** What the clocks count from, where it is not one spike and a dose. */
  clocks: z.optional(PackClocks),
  /** What the reader sees first. */
  start: PackStart,
  /** Part files relative to the manifest; `deferred` ones are loaded after the first screen. */
  parts: z.array(text),
  /** Part files that may come after the first screen. */
  deferred: z.array(text),
  /** Old id → present id, so that links made before a rename keep working. */
  aliases: z.record(z.string(), z.string()),
  /** A hand-written note on what is known to be wrong or thin in this pack. */
  limits: z.array(text),
});
export type PackManifest = z.infer<typeof PackManifest>;

/** One file holding everything: the manifest's fields and the record lists side by side (`parts` then is empty). */
export type PackRecords = { [K in RecordListName]: z.infer<(typeof RECORD_LISTS)[K]>[] };
