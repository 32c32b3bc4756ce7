/** The cell level: the pack's authored layout with everything the reader's state says about each item. */
import type { Model } from '../model/model';
import { STRENGTHS, type Claim, type ClaimId, type Event, type Layout } from '../model/schema';
import { claimPasses } from './filters';
import { isHappening } from './happening';
import { relatedTo, type Related } from './related';
import { endingOf, joined, routeOf, type Route } from './route';
import type { MapScene, MeasuredNow, RouteState, SceneEdge, SceneGroup, SceneGroupEdge, SceneNode } from './scene';
import type { ExplorerState, Selection } from './state';
import { strengthOf } from './strength-of';

/** The parts of the state that a map depends on. The camera is not among them. */
export type MapInputs = Pick<ExplorerState, 'selection' | 'lit' | 'filters' | 'when'>;

/**
 * The scene of a map. Items that are equal to those of `before` are the same objects again, and a scene in which nothing
 * changed is `before` itself, so that a view redraws only what changed. Layout items whose record is missing are left out.
 */
export function mapSceneOf(inputs: MapInputs, model: Model, layout: Layout, before: MapScene | null = null): MapScene {
  const placed = new Set<string>(layout.nodes.filter((node) => model.entityById.has(node.entity)).map((node) => node.entity));
  const drawn = drawnClaims(model, layout, placed);
  const route = routeOf(model, inputs.lit);
  const related = relatedTo(inputs.selection, model, layout, [...drawn.values()]);
  const nodes = nodesOf(inputs, model, layout, route, related);
  const edges = edgesOf(inputs, model, layout, drawn, route, related);
  const old = before?.layout === layout ? before : null;
  const keptNodes = keep(nodes, old?.nodes ?? []);
  const keptEdges = keep(edges, old?.edges ?? []);
  const groups = keep(groupsOf(inputs.selection, layout, keptNodes, keptEdges), old?.groups ?? []);
  const groupEdges = keep(groupEdgesOf(layout, keptEdges), old?.groupEdges ?? []);
  if (old && keptNodes === old.nodes && keptEdges === old.edges && groups === old.groups && groupEdges === old.groupEdges) return old;
  return { kind: 'map', level: 'cell', layout, nodes: keptNodes, edges: keptEdges, groups, groupEdges };
}

function drawnClaims(model: Model, layout: Layout, placed: ReadonlySet<string>): ReadonlyMap<ClaimId, Claim> {
  const drawn = new Map<ClaimId, Claim>();
  for (const { claim: id } of layout.edges) {
    const claim = model.claimById.get(id);
    if (claim && placed.has(claim.source) && placed.has(claim.target)) drawn.set(id, claim);
  }
  return drawn;
}

function nodesOf(inputs: MapInputs, model: Model, layout: Layout, route: Route, related: Related | null): SceneNode[] {
  const now = measuredNow(model.events.filter((event) => isHappening(event, inputs.when)));
  return layout.nodes.flatMap((place): SceneNode[] => {
    const entity = model.entityById.get(place.entity);
    if (!entity) return [];
    return [
      {
        id: entity.id,
        entity,
        place,
        route: route.entity(entity.id),
        selected: isSelected(inputs.selection, 'entity', entity.id),
        related: related === null || related.entities.has(entity.id),
        steps: route.steps(entity.id),
        now: now.get(entity.id) ?? null,
      },
    ];
  });
}

/** What was measured about each entity; rising and falling at once, in different studies, is "present". */
function measuredNow(events: readonly Event[]): ReadonlyMap<string, MeasuredNow> {
  const now = new Map<string, MeasuredNow>();
  for (const event of events) {
    if (event.entity === undefined) continue;
    const before = now.get(event.entity);
    const direction = before && before.direction !== event.direction ? 'present' : event.direction;
    now.set(event.entity, { direction, events: [...(before?.events ?? []), event.id] });
  }
  return now;
}

function edgesOf(
  inputs: MapInputs,
  model: Model,
  layout: Layout,
  drawn: ReadonlyMap<ClaimId, Claim>,
  route: Route,
  related: Related | null,
): SceneEdge[] {
  return layout.edges.flatMap((place): SceneEdge[] => {
    const claim = drawn.get(place.claim);
    if (!claim) return [];
    const strength = strengthOf(model, claim);
    return [
      {
        id: claim.id,
        claim,
        place,
        strength,
        ending: endingOf(claim),
        route: route.claim(claim.id),
        selected: isSelected(inputs.selection, 'claim', claim.id),
        related: related === null || related.claims.has(claim.id),
        passes: claimPasses(claim, strength, inputs.filters),
      },
    ];
  });
}

function groupsOf(selection: Selection, layout: Layout, nodes: readonly SceneNode[], edges: readonly SceneEdge[]): SceneGroup[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const chosen = edges.find((edge) => edge.selected)?.claim;
  return layout.groups.map((place) => {
    const members = place.members.map((id) => byId.get(id)).filter((node) => node !== undefined);
    const has = (id: string): boolean => members.some((node) => node.id === id);
    return {
      id: place.id,
      place,
      members,
      route: joined(members.map((node) => node.route)),
      selected: isSelected(selection, 'group', place.id),
      holds: members.some((node) => node.selected) || (chosen !== undefined && has(chosen.source) && has(chosen.target)),
      related: members.some((node) => node.related),
    };
  });
}

/** One line for each pair of groups and kind of ending, over the claims that pass the filters. */
function groupEdgesOf(layout: Layout, edges: readonly SceneEdge[]): SceneGroupEdge[] {
  const groupOf = new Map<string, string>();
  for (const group of layout.groups) for (const id of group.members) if (!groupOf.has(id)) groupOf.set(id, group.id);
  const lines = new Map<string, { source: string; target: string; edges: SceneEdge[] }>();
  for (const edge of edges) {
    const source = groupOf.get(edge.claim.source);
    const target = groupOf.get(edge.claim.target);
    if (source === undefined || target === undefined || source === target || !edge.passes) continue;
    const id = `${source}>${target}>${edge.ending}`;
    const line = lines.get(id);
    if (line) line.edges.push(edge);
    else lines.set(id, { source, target, edges: [edge] });
  }
  return [...lines].flatMap(([id, { source, target, edges: members }]) => {
    const [first] = members;
    const route: RouteState = joined(members.map((edge) => edge.route));
    if (!first) return [];
    const strength = STRENGTHS.find((item) => members.some((edge) => edge.strength === item)) ?? first.strength;
    const [selected, related] = [members.some((edge) => edge.selected), members.some((edge) => edge.related)];
    return [{ id, source, target, claims: members.map((edge) => edge.id), ending: first.ending, strength, route, selected, related }];
  });
}

function isSelected(selection: Selection, kind: NonNullable<Selection>['kind'], id: string): boolean {
  return selection !== null && selection.kind === kind && selection.id === id;
}

/** The new list with every item that is equal to an old one replaced by the old one; the old list itself when all are. */
function keep<T extends { readonly id: string }>(next: readonly T[], old: readonly T[]): readonly T[] {
  const byId = new Map(old.map((item) => [item.id, item]));
  const kept = next.map((item) => {
    const before = byId.get(item.id);
    return before && equalShallow(before, item) ? before : item;
  });
  return kept.length === old.length && kept.every((item, index) => item === old[index]) ? old : kept;
}

function equalShallow(a: object, b: object): boolean {
  const right: Readonly<Record<string, unknown>> = { ...b };
  return Object.entries(a).every(([key, value]) => sameValue(value, right[key]));
}

function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, index) => Object.is(item, b[index]));
  if (isMeasured(a) && isMeasured(b)) return a.direction === b.direction && sameValue(a.events, b.events);
  return false;
}

function isMeasured(value: unknown): value is MeasuredNow {
  return typeof value === 'object' && value !== null && 'direction' in value && 'events' in value;
}
