/** What the explorer draws from data: events on the score, authored layouts, guided tours. */
import * as z from 'zod/mini';
import { Check, ClaimId, EntityId, EventId, Level, Point, RecordId, ReferenceId, Species, text } from './common';

/** Names of the semantic colours of the design system (ART-DIRECTION 2.3). */
export const TINTS = [
  'glutamate',
  'gaba',
  'glycine',
  'ketamine',
  'na',
  'ca',
  'mg',
  'k',
  'nmda',
  'ampa',
  'mglur',
  'bdnf',
  'trkb',
  'mtor',
  'inflammation',
  'transporter',
  'caChannel',
  'spine',
  'terminal',
  'nucleus',
  'inhibitory',
  'neutral',
] as const;
export const Tint = z.enum(TINTS);
export type Tint = z.infer<typeof Tint>;

/** A moment in seconds and in the source's words; `seconds: null` means that it is not known and is drawn as unknown. */
export const Moment = z.strictObject({ seconds: z.nullable(z.number().check(z.nonnegative())), words: text });
export type Moment = z.infer<typeof Moment>;

/** A trapezoid on the WHEN score: rises from onset to peak, holds, falls to end. */
export const Event = z.strictObject({
  id: EventId,
  /** What happens, as a short sentence. */
  name: text,
  /** Two or three words for the bar. */
  short: text,
  /** The row of the score. */
  level: Level,
  /** Whether times count from one spike or from the dose. */
  basis: z.enum(['afterSpike', 'afterDose']),
  /** When it begins. */
  onset: Moment,
  /** When it has reached its height. */
  peakStart: Moment,
  /** When it begins to fall. */
  peakEnd: Moment,
  /** When it is over. */
  end: Moment,
  /** Colour of the bar. */
  tint: Tint,
  /** The entity whose state the event is. */
  entity: z.optional(EntityId),
  /** Claims that are at work while it lasts. */
  claims: z.array(ClaimId),
  /** Species in which the times were measured. */
  species: z.array(Species),
  references: z.array(ReferenceId),
  /** Whether the event, and separately whether its times, were read in text. */
  check: Check,
  timesCheck: Check,
  /** Rising, falling, or neither. */
  direction: z.enum(['up', 'down', 'present']),
  note: z.optional(text),
});
export type Event = z.infer<typeof Event>;

export const GROUNDS = [
  'extracellular',
  'terminal',
  'spine',
  'dendrite',
  'psd',
  'astrocyte',
  'nucleus',
  'inhibitory',
  'microglia',
] as const;
/** Colours of the grounds on which cell parts are drawn. */
export const Ground = z.enum(GROUNDS);
export type Ground = z.infer<typeof Ground>;

/** A drawn part of a cell. The outline is a closed polygon in layout units; corners are rounded by `radius` when drawn. */
export const LayoutCompartment = z.strictObject({
  id: RecordId,
  name: text,
  /** Colour of the ground. */
  ground: Ground,
  /** Corners of the closed polygon. */
  outline: z.array(Point).check(z.minLength(3), z.maxLength(500)),
  /** Radius of its corners when drawn. */
  radius: z.number().check(z.nonnegative()),
  /** What is drawn along the outline. */
  membrane: z.enum(['bilayer', 'envelope', 'none']),
  /** Gaps in a nuclear envelope, given by their centres on the outline. */
  pores: z.array(Point),
  /** Centre of its name. */
  label: Point,
});
export type LayoutCompartment = z.infer<typeof LayoutCompartment>;

/**
 * A placed entity. `x`, `y` is the centre of its shape. A membrane node straddles the bilayer and carries a name plate whose
 * centre is `plate`; `facing` is the direction of its outer end ("up" when left out).
 */
export const LayoutNode = z.strictObject({
  entity: EntityId,
  x: z.number(),
  y: z.number(),
  /** Shape: a pill for a molecule, a glyph in the membrane, a box for a process. */
  form: z.enum(['pill', 'membrane', 'process']),
  /** Width of the pill, box or name plate in layout units. */
  width: z.number().check(z.positive()),
  /** Centre of the name plate of a membrane node. */
  plate: z.optional(Point),
  /** Direction of the outer end of a membrane node. */
  facing: z.optional(z.enum(['up', 'down', 'left', 'right'])),
  /** The compartment of this layout in which it lies. */
  compartment: z.optional(RecordId),
  /** From which zoom on the node is drawn: near nodes appear last. */
  tier: z.enum(['mid', 'near']),
});
export type LayoutNode = z.infer<typeof LayoutNode>;

/** A claim's orthogonal path, from the border of the source node to the border of the target node. */
export const LayoutEdge = z.strictObject({ claim: ClaimId, points: z.array(Point).check(z.minLength(2)) });
export type LayoutEdge = z.infer<typeof LayoutEdge>;

/** A process as drawn far out, standing for its members. */
export const LayoutGroup = z.strictObject({
  id: RecordId,
  name: text,
  x: z.number(),
  y: z.number(),
  width: z.number().check(z.positive()),
  /** Entities for which it stands. */
  members: z.array(EntityId),
});
export type LayoutGroup = z.infer<typeof LayoutGroup>;

/** An authored map of one level: where things lie and how the arrows run. */
export const Layout = z.strictObject({
  id: RecordId,
  /** The level whose map this is. */
  level: Level,
  title: text,
  /** Width of the map in layout units. */
  width: z.number().check(z.positive(), z.maximum(50_000)),
  /** Height of the map in layout units. */
  height: z.number().check(z.positive(), z.maximum(50_000)),
  /** Drawn parts of cells, from back to front. */
  compartments: z.array(LayoutCompartment),
  /** Placed entities. */
  nodes: z.array(LayoutNode),
  /** Drawn claims. */
  edges: z.array(LayoutEdge),
  /** Processes that stand for their members far out. */
  groups: z.array(LayoutGroup),
});
export type Layout = z.infer<typeof Layout>;

/** A number that the engine gives. The texts of its step write it as `{id}`, so that what is on screen comes from this record. */
export const Computed = z.strictObject({
  id: RecordId,
  /** What was computed, under which conditions, in words. */
  name: text,
  /** The measure that gives it, one of those that `npm run lab -- figures` knows. */
  measure: text,
  /** What the measure is asked with, beside the view of the step. */
  with: z.record(z.string(), z.union([z.number(), text])),
  /** The number as it was last computed, in `unit`, rounded to a multiple of `step`. */
  value: z.number(),
  step: z.number().check(z.positive()),
  /** The unit as it is shown; left out for a plain number. */
  unit: z.optional(text),
});
export type Computed = z.infer<typeof Computed>;

/** A question that the reader answers before the result is shown. */
export const Prediction = z.strictObject({
  question: text,
  /** Two to five answers, of which one is what was found. */
  choices: z.array(text).check(z.minLength(2), z.maxLength(5)),
  /** Which choice was found, from 0. */
  answer: z.int().check(z.minimum(0), z.maximum(4)),
  /** What was found, with links as in prose. */
  finding: text,
  /** What the model of this program gives for the same question, and where it differs; left out where it has no answer. */
  model: z.optional(text),
  /** Records that the finding rests on. */
  cites: z.array(RecordId).check(z.minLength(1)),
});
export type Prediction = z.infer<typeof Prediction>;

/** One step of a tour. */
export const TourStep = z.strictObject({
  id: RecordId,
  /** The claim of the step, as it stands on a slide: at most 12 words. */
  title: text,
  /** One or two sentences for a slide, at most 22 words. */
  lead: text,
  /** Paragraphs parted by an empty line. Link text in [brackets](id) leads to the named record. */
  prose: text,
  /** One number for the slide, with what it counts and the record it comes from. */
  figure: z.optional(z.strictObject({ value: text, caption: text, record: RecordId })),
  /** Minutes that a lecture spends on the step. */
  minutes: z.number().check(z.positive(), z.maximum(30)),
  /** Notes for whoever presents it. */
  notes: text,
  /** An ExplorerState as the URL codec writes it. */
  state: text,
  /** Records that the step shows: named in the picture and listed under the prose. */
  records: z.array(RecordId),
  /** Records that the facts of the step rest on: claims, papers, findings, statements, parameters. */
  cites: z.array(RecordId).check(z.minLength(1)),
  predict: z.optional(Prediction),
  /** Numbers of the engine that the texts of the step write as `{id}`. */
  computed: z.optional(z.array(Computed)),
});

/** A guided tour: steps of prose, each with the view that it shows. */
export const Tour = z.strictObject({ id: RecordId, title: text, summary: text, steps: z.array(TourStep) });
export type Tour = z.infer<typeof Tour>;
export type TourStep = z.infer<typeof TourStep>;
