/** Where every label stands at a zoom: the geometry that the tests of legibility measure. Pure. */
import type { MapScene } from '../../explorer/scene';
import type { EntityKind } from '../../model/schema';
import { NODE_GLYPH, NODE_GLYPH_INSET, NODE_TEXT, type Box } from '../../model/layout';
import { textWidth } from '../../design/text-width';
import type { Badge } from './badges';
import { detailOf, type Detail } from './detail';
import { boxAt } from './geometry';
import { planOf, type NodePlan, type Plan } from './plan';
import { tagPlaces } from './tags';

export interface LabelBox {
  /** The item the label belongs to; labels of one item may touch. */
  readonly owner: string;
  readonly kind: 'node' | 'plate' | 'step' | 'place' | 'group' | 'tag';
  /** The label with its plate, in layout units. */
  readonly box: Box;
  /** Height of the text in CSS pixels. */
  readonly size: number;
}

const GLYPH_GAP = 6;

/** Where a node's name starts, and the room it has, in layout units from the left end of the body, at scale 1. */
export function nameRoom(plan: NodePlan): { readonly from: number; readonly width: number; readonly centred: boolean } {
  const { place, entity } = plan.node;
  if (place.form !== 'pill' || entity.glyph === 'none') return { from: 6, width: place.width - 12, centred: true };
  const from = NODE_GLYPH_INSET[place.tier] + NODE_GLYPH[place.tier] + GLYPH_GAP;
  return { from, width: place.width - from - 8, centred: false };
}

/** Size of a node's name in layout units. */
export function nameSize(plan: NodePlan, detail: Detail): number {
  return NODE_TEXT[plan.node.place.tier] * plan.scale * detail.name1;
}

/**
 * The second line of a node close up: what its full name says beyond the short one, or else what kind of thing it is; empty where
 * neither fits.
 */
export function secondLine(plan: NodePlan, detail: Detail, kinds: Readonly<Record<EntityKind, string>>): string {
  const { entity, place } = plan.node;
  if (detail.name2 === 0) return '';
  const size = NODE_TEXT[place.tier] * detail.name2;
  const { width } = nameRoom(plan);
  return (
    [beyondShort(entity.name, entity.short), kinds[entity.kind]].find((text) => text !== '' && textWidth(text, size, 'sub') <= width) ?? ''
  );
}

/** "PPP3CA" of "Calcineurin (PPP3CA)" for a node that says "Calcineurin" already; the whole name when it does not repeat the short one. */
function beyondShort(name: string, short: string): string {
  if (!name.startsWith(short)) return name;
  return name.slice(short.length).replace(/^[\s,(]+|\)$/g, '');
}

function nodeLabels(plan: NodePlan, badge: Badge | undefined, detail: Detail, zoom: number): LabelBox[] {
  const owner = plan.node.id;
  const steps: LabelBox[] =
    badge === undefined ? [] : [{ owner, kind: 'step', box: boxAt(badge.x, badge.y, badge.width, badge.height), size: detail.step * zoom }];
  if (!plan.named) return steps;
  const size = nameSize(plan, detail) * zoom;
  const second = detail.name2 === 0 ? size : NODE_TEXT[plan.node.place.tier] * detail.name2 * zoom;
  return [{ owner, kind: plan.plate === null ? 'node' : 'plate', box: plan.plate ?? plan.body, size: second }, ...steps];
}

/** Labels of the map as drawn at `zoom` CSS pixels a layout unit, with the item in focus brought out. */
export function labelBoxes(scene: MapScene, zoom: number, focusId: string | null = null): readonly LabelBox[] {
  const detail = detailOf(zoom);
  return labelsOfPlan(planOf(scene, detail, focusId), zoom);
}

function labelsOfPlan(plan: Plan, zoom: number): readonly LabelBox[] {
  const { detail } = plan;
  return [
    ...plan.nodes.flatMap((node) => nodeLabels(node, plan.badges.get(node.node.id), detail, zoom)),
    ...plan.groups.map(({ group, box }): LabelBox => ({ owner: group.id, kind: 'group', box, size: detail.group * zoom })),
    ...plan.places.map(({ id, box }): LabelBox => ({ owner: `place:${id}`, kind: 'place', box, size: detail.place * zoom })),
    ...tagPlaces(plan).map((tag): LabelBox => ({
      owner: tag.id,
      kind: 'tag',
      box: boxAt(tag.x, tag.y, tag.width, tag.height),
      size: tag.size * zoom,
    })),
  ];
}
