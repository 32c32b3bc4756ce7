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
  name: text,
  short: text,
  level: Level,
  basis: z.enum(['afterSpike', 'afterDose']),
  onset: Moment,
  peakStart: Moment,
  peakEnd: Moment,
  end: Moment,
  tint: Tint,
  entity: z.optional(EntityId),
  claims: z.array(ClaimId),
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
export const Ground = z.enum(GROUNDS);
export type Ground = z.infer<typeof Ground>;

/** A drawn part of a cell. The outline is a closed polygon in layout units; corners are rounded by `radius` when drawn. */
export const LayoutCompartment = z.strictObject({
  id: RecordId,
  name: text,
  ground: Ground,
  outline: z.array(Point).check(z.minLength(3)),
  radius: z.number().check(z.nonnegative()),
  membrane: z.enum(['bilayer', 'envelope', 'none']),
  /** Gaps in a nuclear envelope, given by their centres on the outline. */
  pores: z.array(Point),
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
  form: z.enum(['pill', 'membrane', 'process']),
  /** Width of the pill, box or name plate in layout units. */
  width: z.number().check(z.positive()),
  plate: z.optional(Point),
  facing: z.optional(z.enum(['up', 'down', 'left', 'right'])),
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
  members: z.array(EntityId),
});
export type LayoutGroup = z.infer<typeof LayoutGroup>;

export const Layout = z.strictObject({
  id: RecordId,
  level: Level,
  title: text,
  width: z.number().check(z.positive()),
  height: z.number().check(z.positive()),
  compartments: z.array(LayoutCompartment),
  nodes: z.array(LayoutNode),
  edges: z.array(LayoutEdge),
  groups: z.array(LayoutGroup),
});
export type Layout = z.infer<typeof Layout>;

export const TourStep = z.strictObject({
  id: RecordId,
  title: text,
  /** Link text in [brackets](id) highlights the named record. */
  prose: text,
  notes: text,
  /** An ExplorerState as the URL codec writes it. */
  state: text,
  records: z.array(RecordId),
});

export const Tour = z.strictObject({ id: RecordId, title: text, summary: text, steps: z.array(TourStep) });
export type Tour = z.infer<typeof Tour>;
