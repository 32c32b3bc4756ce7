/** From an authored source and the records it draws to a finished layout. */
import type { Layout, LayoutEdge } from '../../model/schema';
import { buildGrid, buildGround } from './grid';
import { pathPoints, routeAll } from './route';
import { placeGroup, placeNode } from './source';
import type { LayoutSource, NetworkRecords } from './source';

export interface Composed {
  readonly layout: Layout;
  /** Claims for which no way was found, and claims that still share a lane with another source. */
  readonly unrouted: readonly string[];
  readonly clashing: readonly string[];
  readonly rounds: number;
}

/** Places the nodes, routes every claim between two of them, and puts the layout together. Throws for an unknown entity. */
export function composeLayout(source: LayoutSource, records: NetworkRecords): Composed {
  const entityOf = new Map<string, NetworkRecords['entities'][number]>(records.entities.map((entity) => [entity.id, entity]));
  const nodes = Object.entries(source.nodes).map(([id, place]) => {
    const entity = entityOf.get(id);
    if (entity === undefined) throw new Error(`nodes.${id}: the records hold no such entity`);
    return placeNode(entity, place);
  });
  const glyphs = nodes.map((node) => entityOf.get(node.entity)?.glyph ?? 'none');
  const placed = new Set(nodes.map((node) => node.entity));
  const claims = records.claims.filter(
    (claim) => placed.has(claim.source) && placed.has(claim.target) && !source.leaveOut.includes(claim.id),
  );
  const grid = buildGrid(buildGround(source.width, source.height, source.compartments), nodes, glyphs);
  const routing = routeAll(grid, nodes, source.compartments, claims, source.edges);
  const edges: LayoutEdge[] = [];
  const unrouted: string[] = [];
  claims.forEach((claim, i) => {
    const path = routing.paths[i];
    if (path === null || path === undefined) unrouted.push(claim.id);
    else edges.push({ claim: claim.id, points: pathPoints(grid, path) });
  });
  const { id, level, title, width, height, compartments } = source;
  const groups = source.groups.map((group) => placeGroup(group));
  const layout: Layout = { id, level, title, width, height, compartments, nodes, edges, groups };
  const clashing = routing.clashes.flatMap((i) => claims[i]?.id ?? []);
  return { layout, unrouted, clashing, rounds: routing.rounds };
}
