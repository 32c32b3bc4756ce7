/**
 * Drug models as data: compartments, the flows between them, ways in, and what is measured. The loader keeps them as found
 * under `parameters` of a PkModel and `questions` of a PkTarget; `science/pharmacokinetics` reads them with these schemas,
 * so that they load with the engine and not with the page.
 */
import * as z from 'zod/mini';
import { Check, text } from './common';

/** A substance that a drug model follows. */
export const PkAnalyte = z.enum(['ketamine', 'norketamine', 'hydroxynorketamine']);
export type PkAnalyte = z.infer<typeof PkAnalyte>;

/** Racemic ketamine, or one of its two mirror images alone. */
export const PkForm = z.enum(['racemate', 'S', 'R']);
export type PkForm = z.infer<typeof PkForm>;

/** Way in: a vein over minutes, a vein at once, a muscle, the nose, swallowed, a film in the mouth, the belly of an animal. */
export const PkRoute = z.enum(['iv-infusion', 'iv-bolus', 'im', 'intranasal', 'oral', 'oral-film', 'ip']);
export type PkRoute = z.infer<typeof PkRoute>;

/** A number of a drug model, with its source. */
export const PkQuantity = z.strictObject({
  /** Name inside the model, such as "CL". */
  id: text,
  value: z.number(),
  unit: z.enum(['1', 'L', 'L_per_kg', 'L_per_h', 'L_per_min', 'per_h', 'per_min', 'h', 'min', 'mg', 'uM']),
  /** Lowest and highest value that its source allows. */
  range: z.optional(z.tuple([z.number(), z.number()])),
  /** Power of (weight / reference weight) that scales it; left out: not scaled. A value in L_per_kg needs none. */
  exponent: z.optional(z.number()),
  /** Whether the paper gives the number, assumes it, or somebody chose it for teaching. */
  status: z.enum(['published', 'assumed by the authors', 'secondary', 'assumed here', 'fitted here', 'teaching']),
  /** Where in the model's papers it stands. */
  source: text,
  check: Check,
  note: z.optional(text),
});
export type PkQuantity = z.infer<typeof PkQuantity>;

/** A well-mixed part of the body, holding an amount in mg. */
export const PkCompartment = z.strictObject({
  id: text,
  /** What it holds. */
  analyte: PkAnalyte,
  /** Quantity that is its volume; needed where a clearance leaves it or a concentration is read. */
  volume: z.optional(text),
});
export type PkCompartment = z.infer<typeof PkCompartment>;

/** A first-order flow. Its rate constant is clearance / volume of `from`, the rate itself, or stages / mean transit time. */
export const PkFlow = z.strictObject({
  from: text,
  /** Compartment that it enters; null where it leaves the body or what the model follows. */
  to: z.nullable(text),
  by: z.enum(['clearance', 'rate', 'transit']),
  /** Quantity that drives it: a clearance, a rate constant or a mean transit time. */
  quantity: text,
  /** For transit: number of equal compartments in the chain. */
  stages: z.optional(z.number()),
  /** Quantity that is the share entering `to`; the rest leaves. */
  fraction: z.optional(text),
});
export type PkFlow = z.infer<typeof PkFlow>;

/** A share of a dose: the product of quantities, or 1 less that product. */
export const PkShare = z.strictObject({
  product: z.array(text),
  complement: z.optional(z.boolean()),
});
export type PkShare = z.infer<typeof PkShare>;

/** Where a part of a dose goes. */
export const PkPath = z.strictObject({
  into: text,
  /** Shares that are multiplied; none: the whole dose. */
  shares: z.array(PkShare),
  /** Shares of second and later units of one dose, such as later spray pairs, where they differ. */
  laterShares: z.optional(z.array(PkShare)),
  /** Quantity that is the time over which it enters at a constant rate; left out: at once, or over the infusion. */
  over: z.optional(text),
});
export type PkPath = z.infer<typeof PkPath>;

/** One route of a model. */
export const PkWayIn = z.strictObject({
  routes: z.array(PkRoute),
  /** Left out: the model's own forms. */
  forms: z.optional(z.array(PkForm)),
  /** True when its absorption was chosen for teaching. */
  teaching: z.optional(z.boolean()),
  paths: z.array(PkPath),
  /** Quantities: mass of one unit of a dose given in parts, the time between parts, and the most units that were studied. */
  units: z.optional(z.strictObject({ mass: text, apart: text, most: text })),
  note: z.optional(text),
});
export type PkWayIn = z.infer<typeof PkWayIn>;

/** A form of the drug that a model covers: parts that are run apart and added. */
export const PkFormParts = z.strictObject({
  form: PkForm,
  /** Whether people were given this form, or the mirror images are treated alike. */
  basis: z.enum(['measured', 'assumed alike']),
  /** Share of the dose and quantities that take another's place; left out: the whole dose, nothing replaced. */
  parts: z.optional(z.array(z.strictObject({ share: z.number(), replace: z.record(z.string(), text) }))),
});
export type PkFormParts = z.infer<typeof PkFormParts>;

/** A compartment whose concentration is measured. */
export const PkMeasured = z.strictObject({
  analyte: PkAnalyte,
  compartment: text,
  /** Whether the amount is counted in the mass of ketamine or in the analyte's own. */
  mass: z.enum(['ketamine', 'own']),
  /** Factors between which measured levels lie about the model's. */
  scatter: z.optional(z.strictObject({ low: z.number(), high: z.number(), source: text, check: Check })),
});
export type PkMeasured = z.infer<typeof PkMeasured>;

/** A linear compartment model that the engine can run. */
export const PkSystem = z.strictObject({
  sampling: z.enum(['arterial', 'venous', 'mixed', 'not stated']),
  /** A curve of its own, an outer bound of the band, or a construction for teaching. */
  use: z.enum(['estimate', 'bounds', 'teaching']),
  /** True when only shapes may be shown. */
  relativeOnly: z.optional(z.boolean()),
  referenceWeight_kg: z.number(),
  /** Where the scaling with body weight comes from. */
  weight: z.enum(['published', 'assumed here', 'not a covariate', 'not stated']),
  forms: z.array(PkFormParts),
  quantities: z.array(PkQuantity),
  compartments: z.array(PkCompartment),
  flows: z.array(PkFlow),
  measured: z.array(PkMeasured),
  waysIn: z.array(PkWayIn),
  /** Routes it must not be used for, and why. */
  unsuitable: z.optional(z.array(z.strictObject({ routes: z.array(PkRoute), because: text }))),
});
export type PkSystem = z.infer<typeof PkSystem>;

/** How free drug occupies a receptor: share = x / (1 + x), x = sum of free concentration / half-occupying concentration. */
export const PkBinding = z.strictObject({
  ligands: z.array(
    z.strictObject({
      analyte: PkAnalyte,
      /** Unbound plasma concentration that displaces half of the tracer. */
      half: PkQuantity,
      /** Unbound share in plasma. */
      free: PkQuantity,
    }),
  ),
});
export type PkBinding = z.infer<typeof PkBinding>;

/** What to run and read so that a target can be compared with every model. */
export const PkQuestion = z.strictObject({
  /** Which of several questions of one target. */
  label: z.optional(text),
  measure: z.enum([
    'cmax',
    'tmax',
    'tmaxAfterLast',
    'concentration',
    'auc',
    'halfLife',
    'steadyState',
    'clearance',
    'volume',
    'bioavailability',
  ]),
  analyte: PkAnalyte,
  /** Left out: the target's own value, unit and range. */
  value: z.optional(z.number()),
  unit: z.optional(z.enum(['ng/mL', 'umol/L', 'ng.h/mL', 'min', 'h', 'L/h', 'L', 'fraction'])),
  range: z.optional(z.tuple([z.number(), z.number()])),
  /** Minutes at which to read (concentration), or to which to integrate (auc). */
  at_min: z.optional(z.number()),
  /** Dose, as in a scenario file; body weight 70 kg unless it says otherwise. */
  scenario: z.record(z.string(), z.unknown()),
  /** Where blood was drawn: a model of another sampling site is shown beside it, not held against it. */
  sampling: z.enum(['arterial', 'venous', 'not stated']),
  note: z.optional(text),
});
export type PkQuestion = z.infer<typeof PkQuestion>;
