/**
 * What a level shows, as data: a pure function of ExplorerState and Model gives a Scene; views draw it, `describe` words it,
 * the outline lists it, exports write it. Nothing here knows pixels: `tier` says from which detail on an item is drawn.
 */
import type { PageScene } from './page-scene';
import type { PlateScene } from './plate-scene';
import type { Claim, Entity, Layout, LayoutEdge, LayoutGroup, LayoutNode, Strength } from '../model/schema';

/** How an item takes part in what the reader lights. "plain" when no route is lit. */
export type RouteState = 'plain' | 'onRoute' | 'offRoute' | 'onlyA' | 'onlyB' | 'shared';

/** Line endings of ART-DIRECTION 13: arrow, bar, open circle, hollow double line. */
export type Ending = 'activates' | 'inhibits' | 'gain' | 'moves';

/** What was measured about an entity at the moment of the score; never a prediction. */
export interface MeasuredNow {
  readonly direction: 'up' | 'down' | 'present';
  readonly events: readonly string[];
}

export interface SceneNode {
  readonly id: string;
  readonly entity: Entity;
  readonly place: LayoutNode;
  readonly route: RouteState;
  readonly selected: boolean;
  /** Connected to the selection, or the selection itself. With no selection always true. */
  readonly related: boolean;
  /** Step numbers of the lit route that arrive at this node. */
  readonly steps: readonly number[];
  readonly now: MeasuredNow | null;
}

export interface SceneEdge {
  readonly id: string;
  readonly claim: Claim;
  readonly place: LayoutEdge;
  readonly strength: Strength;
  readonly ending: Ending;
  readonly route: RouteState;
  readonly selected: boolean;
  readonly related: boolean;
  /** False when the reader's filters leave the claim out; it stays listed as filtered. */
  readonly passes: boolean;
}

export interface SceneGroup {
  readonly id: string;
  readonly place: LayoutGroup;
  readonly members: readonly SceneNode[];
  readonly route: RouteState;
  readonly selected: boolean;
  /** What is selected is one of its members or a claim between two of them. */
  readonly holds: boolean;
  /** One of its members is connected to the selection. With no selection always true. */
  readonly related: boolean;
}

/** Claims between two groups, drawn as one line when far out. */
export interface SceneGroupEdge {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly claims: readonly string[];
  readonly ending: Ending;
  /** That of its best supported claim. */
  readonly strength: Strength;
  readonly route: RouteState;
  /** One of its claims is the selection. */
  readonly selected: boolean;
  readonly related: boolean;
}

export interface MapScene {
  readonly kind: 'map';
  readonly level: 'cell';
  readonly layout: Layout;
  readonly nodes: readonly SceneNode[];
  readonly edges: readonly SceneEdge[];
  readonly groups: readonly SceneGroup[];
  readonly groupEdges: readonly SceneGroupEdge[];
}

/** A level that the pack has neither a drawing nor records for is not in the union: the explorer never offers it. */
export type Scene = MapScene | PlateScene | PageScene;
