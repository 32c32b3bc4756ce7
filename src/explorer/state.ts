/**
 * The one value of which everything on screen is a function. Plain JSON; a link, an undo entry, a tour step, an embed's
 * start view and a presenter's sync message are all this value.
 */
import type { Level } from '../model/schema';

export const STATE_VERSION = 1;

export type Theme = 'paper' | 'lecture';

/** What is selected; null when nothing is. */
export type Selection =
  | { readonly kind: 'entity'; readonly id: string }
  | { readonly kind: 'claim'; readonly id: string }
  | { readonly kind: 'reference'; readonly id: string }
  | { readonly kind: 'hypothesis'; readonly id: string }
  | { readonly kind: 'event'; readonly id: string }
  | { readonly kind: 'group'; readonly id: string }
  | null;

/** Centre in layout units and zoom in CSS pixels per layout unit; null means "fit the level to the frame". */
export type Camera = { readonly x: number; readonly y: number; readonly zoom: number } | null;

/** Hypotheses shown as routes: none, one, or two compared. */
export type Lit = readonly [] | readonly [string] | readonly [string, string];

/** Which page of the app is shown: the scene or one of the reading views over the same model. */
export type Mode = 'explore' | 'outline' | 'evidence';

export interface Filters {
  readonly species: readonly string[];
  readonly preparation: readonly string[];
  readonly strength: readonly string[];
  readonly check: 'any' | 'checked' | 'unchecked';
  /** Claims of the extended tier are hidden unless asked for. */
  readonly extended: boolean;
}

/** Seconds on one of two clocks. `afterDose` runs 1 s … 14 d, `afterSpike` 0.1 ms … 1 s. */
export interface When {
  readonly basis: 'afterSpike' | 'afterDose';
  readonly seconds: number;
}

export interface ExplorerState {
  readonly version: typeof STATE_VERSION;
  readonly pack: string;
  readonly mode: Mode;
  readonly level: Level;
  readonly camera: Camera;
  readonly selection: Selection;
  readonly lit: Lit;
  readonly filters: Filters;
  readonly when: When;
  readonly theme: Theme;
  readonly locale: string;
}
