/** The places below the cell: a baked scene, the receptor schemes that drive it, and what its things are. */
import * as z from 'zod/mini';
import { EntityId, ParameterId, RecordId, SchemeId, text } from './common';

/** NMDA receptor subtypes by their second subunit. */
export const SUBUNITS = ['2A', '2B', '2C', '2D'] as const;
export const Subunit = z.enum(SUBUNITS);
export type Subunit = z.infer<typeof Subunit>;

/** Schemes by role. Every NMDA scheme must bind glutamate (`glu`) and Mg2+ (`mg`), and where the bench has ketamine, that (`ket`). */
export const StageSchemes = z.strictObject({
  ampa: SchemeId,
  /** One scheme a subtype; a subtype without one is not offered. That of the stage's own `subunit` must be there. */
  nmda: z.strictObject({
    GluN2A: z.optional(SchemeId),
    GluN2B: z.optional(SchemeId),
    GluN2C: z.optional(SchemeId),
    GluN2D: z.optional(SchemeId),
  }),
});
export type StageSchemes = z.infer<typeof StageSchemes>;

/** The Parameter that each setting of the bench starts from, and the two counts of receptors. */
export const StageParameters = z.strictObject({
  /** Free ketamine, in uM; left out by a pack that is not about it, whose bench then has no drug. */
  ketamine: z.optional(ParameterId),
  /** Extracellular Mg2+, in mM. */
  mg: ParameterId,
  /** Holding voltage, in mV. */
  voltage: ParameterId,
  /** Probability that a spike releases a vesicle. */
  release: ParameterId,
  /** Spikes of a train. */
  spikes: ParameterId,
  /** Rate of a train, in Hz. */
  rate: ParameterId,
  /** AMPA receptors of the synapse. */
  ampaCount: ParameterId,
  /** NMDA receptors of the synapse. */
  nmdaCount: ParameterId,
});
export type StageParameters = z.infer<typeof StageParameters>;

/** A kind of thing in the scene. */
export const StageObject = z.strictObject({
  /** Kind in the vocabulary of the baked scene, such as "nmda" or "vesicle". */
  kind: RecordId,
  name: text,
  /** Its name when there are several. */
  plural: z.optional(text),
  /** What it is and does here, in one or two sentences. */
  about: text,
  /** The entity whose claims speak of it. */
  entity: z.optional(EntityId),
  /** Entities that are the same thing elsewhere, such as this receptor on another cell: selecting one marks this object too. */
  also: z.optional(z.array(EntityId)),
  /** Numbers that its card shows. */
  parameters: z.array(ParameterId),
  /** On a level that shows one receptor at a time: those that have it; all of them unless given. */
  receptors: z.optional(z.array(z.enum(['nmda', 'ampa', 'mglur']))),
});
export type StageObject = z.infer<typeof StageObject>;

/** What a bench must be like; what is left out does not matter. */
export const StageCase = z.strictObject({
  /** Which receptor is shown. */
  receptor: z.optional(z.enum(['nmda', 'ampa', 'mglur'])),
  /** Whether there is ketamine, Mg2+ and, where glutamate is set and not released, glutamate. */
  ketamine: z.optional(z.boolean()),
  mg: z.optional(z.boolean()),
  glutamate: z.optional(z.boolean()),
});
export type StageCase = z.infer<typeof StageCase>;

/** What a stage says of itself in one case, where its own words would not fit. Words that are left out stay the stage's own. */
export const StageVariant = z.strictObject({
  when: StageCase,
  title: z.optional(text),
  subtitle: z.optional(text),
  headline: z.optional(text),
  intro: z.optional(text),
  drawing: z.optional(z.array(text)),
});
export type StageVariant = z.infer<typeof StageVariant>;

/** A place below the cell that is drawn from a baked scene and driven by simulation. At most one a level. */
export const Stage = z.strictObject({
  id: RecordId,
  level: z.enum(['synapse', 'receptor']),
  title: text,
  /** Where it is and how it is cut, as a short phrase. */
  subtitle: text,
  /** What there is to see, as a plain claim with a verb, at most 12 words. */
  headline: text,
  /** Two to four sentences. */
  intro: text,
  /** Name of the baked scene, without folder and ending. */
  scene: z.string().check(z.regex(/^[a-z0-9-]+$/, 'use small letters, digits and "-"')),
  schemes: StageSchemes,
  parameters: StageParameters,
  /** Subtype that is shown at first. */
  subunit: Subunit,
  /** What can be named in it, in reading order. */
  objects: z.array(StageObject),
  /** What the drawing enlarges or leaves out, as plain sentences. */
  drawing: z.array(text),
  /** Other words for other receptors and media; the first whose case holds is taken. */
  variants: z.optional(z.array(StageVariant)),
});
export type Stage = z.infer<typeof Stage>;
