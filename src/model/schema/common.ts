/**
 * Building blocks shared by every record type: branded ids, closed vocabularies, units and source flags.
 * The zod schemas in this folder are the single source for the TypeScript types, the run-time checks,
 * the published JSON Schema and the reference documentation.
 */
import * as z from 'zod/mini';

// The page's content-security policy forbids eval, so zod must not compile its parsers. This module is the first of the
// schema to run; a parser built before this line would not obey it.
z.config({ jitless: true });

const slug = z
  .string()
  .check(z.regex(/^[A-Za-z0-9][A-Za-z0-9_.:+-]*$/, 'use letters, digits, "_", ".", ":", "+" or "-"'), z.maxLength(120));

export const EntityId = slug.brand<'EntityId'>();
export const ClaimId = slug.brand<'ClaimId'>();
export const ReferenceId = slug.brand<'ReferenceId'>();
export const HypothesisId = slug.brand<'HypothesisId'>();
export const ExperimentId = slug.brand<'ExperimentId'>();
export const GateId = slug.brand<'GateId'>();
export const ParameterId = slug.brand<'ParameterId'>();
export const SchemeId = slug.brand<'SchemeId'>();
export const EventId = slug.brand<'EventId'>();
export const RecordId = slug.brand<'RecordId'>();

export type EntityId = z.infer<typeof EntityId>;
export type ClaimId = z.infer<typeof ClaimId>;
export type ReferenceId = z.infer<typeof ReferenceId>;
export type HypothesisId = z.infer<typeof HypothesisId>;
export type ExperimentId = z.infer<typeof ExperimentId>;
export type GateId = z.infer<typeof GateId>;
export type ParameterId = z.infer<typeof ParameterId>;
export type SchemeId = z.infer<typeof SchemeId>;
export type EventId = z.infer<typeof EventId>;
export type RecordId = z.infer<typeof RecordId>;

/** The six levels of the explorer, from person to pore, in this order everywhere. */
export const LEVELS = ['person', 'brain', 'circuit', 'cell', 'synapse', 'receptor'] as const;
export const Level = z.enum(LEVELS);
export type Level = z.infer<typeof Level>;

/** The glyph vocabulary of the design system; a record may ask for one, a view may not invent one. */
export const Glyph = z.enum([
  'nmda',
  'ampa',
  'mglur',
  'trkb',
  'gabaa',
  'caChannel',
  'transporter',
  'glutamate',
  'glycine',
  'gaba',
  'ketamine',
  'mg',
  'ca',
  'na',
  'k',
  'bdnf',
  'camkii',
  'psd95',
  'actin',
  'mtor',
  'cytokine',
  'kinase',
  'vesicle',
  'ribosome',
  'gene',
  'drug',
  'protein',
  'molecule',
  'channel',
  'gpcr',
  'cell',
  'none',
]);
export type Glyph = z.infer<typeof Glyph>;

export const SPECIES = [
  'human',
  'monkey',
  'rat',
  'mouse',
  'rodent',
  'cultured rodent neurons',
  'recombinant',
  'marmoset',
  'other',
] as const;
/** Animals and cells in which something was found. */
export const Species = z.enum(SPECIES);
export type Species = z.infer<typeof Species>;

export const PREPARATIONS = ['clinical', 'in vivo', 'ex vivo', 'in vitro', 'structure', 'review'] as const;
/** How close to a person the observation was. */
export const Preparation = z.enum(PREPARATIONS);
export type Preparation = z.infer<typeof Preparation>;

/** What a piece of evidence says about the claim it stands under. */
export const STANCES = ['supports', 'contradicts', 'mixed'] as const;
export const Stance = z.enum(STANCES);
export type Stance = z.infer<typeof Stance>;

/** Strength as shown to the reader; computed by `model/strength`, never typed into a record. */
export const STRENGTHS = ['strong', 'moderate', 'early', 'contested'] as const;
export const Strength = z.enum(STRENGTHS);
export type Strength = z.infer<typeof Strength>;

/** More of the source gives more (1) or less (-1) of the target. */
export const Sign = z.union([z.literal(1), z.literal(-1)]);
export type Sign = z.infer<typeof Sign>;

/** Whether somebody compared the record with the text of its source. */
export const Check = z.enum(['checked', 'unchecked']);
export type Check = z.infer<typeof Check>;

/** Text that is not empty. */
export const text = z.string().check(z.minLength(1, 'must not be empty'));

/**
 * Units a number may carry. A closed list, so that a typing slip is found and so that conversions can be total.
 * "1" is a dimensionless number; "text" units do not exist: a quantity without a unit is not a Parameter.
 */
export const UNITS = [
  '1',
  '%',
  'nm',
  'um',
  'um2',
  'um3',
  'mm',
  'fL',
  'us',
  'ms',
  's',
  'min',
  'h',
  'd',
  'mV',
  'pS',
  'nS',
  'pA',
  'nM',
  'uM',
  'mM',
  'M',
  'per_s',
  'per_ms',
  'per_min',
  'per_mM_ms',
  'per_M_s',
  'um2_per_ms',
  'um2_per_s',
  'per_um2',
  'per_mV',
  'pF',
  'MOhm',
  'degC',
  'Hz',
  'mg',
  'mg_per_kg',
  'ng_per_mL',
  'umol_per_L',
  'L',
  'L_per_min',
  'L_per_h',
  'kg',
  'g_per_mol',
  'count',
] as const;
export const Unit = z.enum(UNITS);
export type Unit = z.infer<typeof Unit>;

/** x and y in layout units; y runs down. */
export const Point = z.tuple([z.number(), z.number()]);
export type Point = z.infer<typeof Point>;
