/**
 * The authored source of a map. People place nodes, compartments and groups; `layout` computes widths and edge paths and writes a
 * pack part `{ "layouts": [ … ] }`.
 *
 * ```json
 * {
 *   "id": "cell", "level": "cell", "title": "…", "width": 1640, "height": 1080,
 *   "records": ["../../content/ketamine/network.json"],
 *   "compartments": [{ "id": "spine", "name": "Dendritic spine", "ground": "spine", "outline": [[0, 0], …], "radius": 60,
 *                      "membrane": "bilayer", "pores": [], "label": [300, 400] }],
 *   "nodes": { "ketamine": { "at": [520, 240], "form": "pill", "tier": "mid" },
 *              "ampar": { "at": [640, 344], "form": "membrane", "tier": "mid", "in": "spine", "facing": "up" } },
 *   "edges": { "ketamine--trkb": { "from": "right", "to": "top", "via": [[900, 240]] } },
 *   "leaveOut": ["a claim that is not drawn"],
 *   "groups": [{ "id": "calcium", "name": "Calcium signalling", "at": [300, 500], "members": ["ca2"] }]
 * }
 * ```
 *
 * `records` are pack parts, relative to the source file; they give names, glyphs and claims. Every claim between two placed entities
 * is drawn unless `leaveOut` names it. `at` is a node's centre and works best on multiples of the lane pitch (8). `width` and `plate`
 * (offset of the plate's centre) are computed when left out: a plate stands on the inner side of its glyph. `edges` holds hints for
 * single claims and may be empty.
 */
import * as z from 'zod/mini';
import { ClaimId, Effect, EntityId, Glyph, Layout, LayoutCompartment, Point, RecordId, Sign, text } from '../../model/schema';
import type { LayoutGroup, LayoutNode } from '../../model/schema';
import { GROUP_TEXT, MEMBRANE_GLYPH, NODE_GLYPH, NODE_GLYPH_INSET, NODE_TEXT, PLATE_HEIGHT } from '../../model/layout';
import { textWidth } from '../../design/text-width';

export const SIDES = ['top', 'right', 'bottom', 'left'] as const;
export type Side = (typeof SIDES)[number];

const SourceNode = z.strictObject({
  at: Point,
  form: z.enum(['pill', 'membrane', 'process']),
  tier: z.enum(['mid', 'near']),
  in: z.optional(RecordId),
  facing: z.optional(z.enum(['up', 'down', 'left', 'right'])),
  plate: z.optional(Point),
  width: z.optional(z.number().check(z.positive())),
});

const SourceGroup = z.strictObject({ id: RecordId, name: text, at: Point, members: z.array(EntityId) });

const EdgeHint = z.strictObject({
  from: z.optional(z.enum(SIDES)),
  to: z.optional(z.enum(SIDES)),
  via: z.optional(z.array(Point)),
});
export type EdgeHint = z.infer<typeof EdgeHint>;

export const LayoutSource = z.strictObject({
  id: Layout.shape.id,
  level: Layout.shape.level,
  title: text,
  width: Layout.shape.width,
  height: Layout.shape.height,
  records: z.array(text),
  compartments: z.array(LayoutCompartment),
  nodes: z.record(z.string(), SourceNode),
  edges: z.record(z.string(), EdgeHint),
  leaveOut: z.array(text),
  groups: z.array(SourceGroup),
});
export type LayoutSource = z.infer<typeof LayoutSource>;

/** The records the tool needs of a pack part; other lists in the file are not looked at. */
export const NetworkRecords = z.object({
  entities: z.array(z.object({ id: EntityId, short: text, glyph: Glyph })),
  claims: z.array(
    z.object({ id: ClaimId, source: EntityId, target: EntityId, effect: Effect, sign: Sign, tier: z.enum(['core', 'extended']) }),
  ),
});
export type NetworkRecords = z.infer<typeof NetworkRecords>;
export type PlacedEntity = NetworkRecords['entities'][number];
export type PlacedClaim = NetworkRecords['claims'][number];

const GLYPH_GAP = 6;
const PILL_END = 14;
const PLATE_PADDING = 8;
const GROUP_PADDING = 30;
/** The plate starts this far inside the glyph's inner end. */
const PLATE_GAP = 3;

/** Smallest width that holds the name, with its glyph when the form shows one; even, so that the centre stays on the grid. */
export function nodeWidth(form: LayoutNode['form'], tier: LayoutNode['tier'], entity: Pick<PlacedEntity, 'short' | 'glyph'>): number {
  const name = textWidth(entity.short, NODE_TEXT[tier], 'strong');
  const even = (width: number): number => Math.ceil(width / 2) * 2;
  if (form === 'membrane') return even(name + 2 * PLATE_PADDING);
  const end = tier === 'mid' ? PILL_END : PILL_END - 3;
  if (form === 'process' || entity.glyph === 'none') return even(name + 2 * end);
  return even(NODE_GLYPH_INSET[tier] + NODE_GLYPH[tier] + GLYPH_GAP + name + end);
}

/** Places one node: its width from its name, its plate on the inner side of its glyph. */
export function placeNode(entity: PlacedEntity, source: LayoutSource['nodes'][string]): LayoutNode {
  const width = source.width ?? nodeWidth(source.form, source.tier, entity);
  const [x, y] = source.at;
  const node: LayoutNode = { entity: entity.id, x, y, form: source.form, width, tier: source.tier };
  if (source.in !== undefined) node.compartment = source.in;
  if (source.form !== 'membrane') return node;
  const facing = source.facing ?? 'up';
  if (source.facing !== undefined) node.facing = facing;
  const half = MEMBRANE_GLYPH[source.tier].through / 2 + PLATE_GAP;
  const down = half + PLATE_HEIGHT[source.tier] / 2;
  const inner: Record<typeof facing, Point> = {
    up: [0, down],
    down: [0, -down],
    left: [half + width / 2, 0],
    right: [-half - width / 2, 0],
  };
  const [dx, dy] = source.plate ?? inner[facing];
  node.plate = [x + dx, y + dy];
  return node;
}

/** Places one group, as wide as its name needs. */
export function placeGroup({ id, name, at: [x, y], members }: LayoutSource['groups'][number]): LayoutGroup {
  return { id, name, x, y, width: Math.ceil((textWidth(name, GROUP_TEXT, 'strong') + 2 * GROUP_PADDING) / 2) * 2, members };
}
