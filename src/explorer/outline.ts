/** The scene as nested lists: the same items as the picture, in reading order. Nothing is left out of it. */
import type { Model } from '../model/model';
import { LEVELS, type Event, type Hypothesis } from '../model/schema';
import { compareWhen } from './clocks';
import { spanOf } from './happening';
import type { PageItem } from './page-scene';
import type { PlateThing } from './plate-scene';
import type { MapScene, Scene, SceneEdge, SceneGroup, SceneNode } from './scene';
import { walkableOf } from './walk';

export interface OutlineEntity {
  readonly node: SceneNode;
  /** Claims that leave the entity. Every claim of the scene is listed here once, under its source. */
  readonly out: readonly SceneEdge[];
  /** The same claims again from the other end. */
  readonly in: readonly SceneEdge[];
}

export interface OutlinePlace {
  /** Id of the compartment; null for what lies outside all of them. */
  readonly id: string | null;
  /** Null for what lies outside all compartments. */
  readonly name: string | null;
  readonly entities: readonly OutlineEntity[];
}

export interface OutlineHypothesis {
  readonly hypothesis: Hypothesis;
  /** The steps of the route that are in the model, in order; a step that is not drawn on this scene has `edge` null. */
  readonly steps: readonly { readonly claim: string; readonly edge: SceneEdge | null }[];
}

export interface Outline {
  /** The things of a plate, in reading order; empty on a map. */
  readonly things: readonly PlateThing[];
  /** The records of a level that is made of them; empty elsewhere. */
  readonly records: readonly PageItem[];
  readonly places: readonly OutlinePlace[];
  readonly groups: readonly SceneGroup[];
  readonly hypotheses: readonly OutlineHypothesis[];
  /** Events by level, outermost first, then in time; those of unknown time last. */
  readonly events: readonly Event[];
}

export function outlineOf(scene: Scene, model: Model): Outline {
  const drawn = scene.kind === 'map' ? scene : null;
  const edgeById = new Map((drawn?.edges ?? []).map((edge) => [edge.id, edge]));
  const hypotheses = model.hypotheses.map((hypothesis) => ({
    hypothesis,
    steps: hypothesis.route.filter((id) => model.claimById.has(id)).map((id) => ({ claim: id, edge: edgeById.get(id) ?? null })),
  }));
  return {
    things: scene.kind === 'plate' ? scene.things : [],
    records: scene.kind === 'page' ? scene.items : [],
    places: drawn === null ? [] : placesOf(drawn),
    groups: drawn?.groups ?? [],
    hypotheses,
    events: model.events.toSorted(byLevelAndTime),
  };
}

function placesOf(scene: MapScene): OutlinePlace[] {
  const order = walkableOf(scene, 'near').nodes;
  const nodeById = new Map(scene.nodes.map((node) => [node.id, node]));
  return [...new Set(order.map((item) => item.place))].map((place): OutlinePlace => {
    const compartment = scene.layout.compartments.find((item) => item.id === place);
    const entities = order
      .filter((item) => item.place === place)
      .map((item) => nodeById.get(item.id))
      .filter((node) => node !== undefined)
      .map((node) => ({
        node,
        out: scene.edges.filter((edge) => edge.claim.source === node.id),
        in: scene.edges.filter((edge) => edge.claim.target === node.id),
      }));
    return { id: compartment?.id ?? null, name: compartment?.name ?? null, entities };
  });
}

function byLevelAndTime(a: Event, b: Event): number {
  const level = LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level);
  if (level !== 0) return level;
  const [first, second] = [spanOf(a), spanOf(b)];
  if (first === null || second === null) return Number(first === null) - Number(second === null);
  return compareWhen({ basis: a.basis, seconds: first.from }, { basis: b.basis, seconds: second.from });
}
