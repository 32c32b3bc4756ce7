/**
 * The one value of which everything on screen is a function. Plain JSON; a link, an undo entry, a tour step, an embed's
 * start view and a presenter's sync message are all this value.
 */
import type { Level, RecordListName, Subunit } from '../model/schema';
import type { DoseScenario } from '../science/pharmacokinetics/scenario';
import type { Places } from './places';

export const STATE_VERSION = 1;

export type Theme = 'paper' | 'lecture';

/** Records that a card can show, by the pack's list that holds them. */
export const RECORD_KINDS = {
  curve: 'responseCurves',
  safety: 'safety',
  inflammation: 'inflammation',
  metabolite: 'metabolites',
  region: 'regions',
  finding: 'regionFindings',
  statement: 'statements',
  drugModel: 'pkModels',
  circuit: 'circuits',
} as const satisfies Readonly<Record<string, RecordListName>>;
export type RecordKind = keyof typeof RECORD_KINDS;
export const RECORD_NAMES = Object.keys(RECORD_KINDS) as readonly RecordKind[];

/** What is selected; null when nothing is. */
export type Selection =
  | { readonly kind: 'entity'; readonly id: string }
  | { readonly kind: 'claim'; readonly id: string }
  | { readonly kind: 'reference'; readonly id: string }
  | { readonly kind: 'hypothesis'; readonly id: string }
  | { readonly kind: 'event'; readonly id: string }
  | { readonly kind: 'group'; readonly id: string }
  /** A thing of a plate: a kind ("nmda") or one of them ("nmda.3"). */
  | { readonly kind: 'part'; readonly id: string }
  /** One record of a list that has no drawing of its own. */
  | { readonly kind: RecordKind; readonly id: string }
  | null;

/** Centre in layout units and zoom in CSS pixels per layout unit; null means "fit the level to the frame". */
export type Camera = { readonly x: number; readonly y: number; readonly zoom: number } | null;

/** Hypotheses shown as routes: none, one, or two compared. */
export type Lit = readonly [] | readonly [string] | readonly [string, string];

/** Which page of the app is shown: the scene or one of the reading views over the same model. */
export const MODES = ['explore', 'outline', 'evidence', 'story', 'article'] as const;
export type Mode = (typeof MODES)[number];

/** A step of a story of the pack; the first step is 1. */
export type StoryPlace = { readonly id: string; readonly step: number } | null;

export interface Filters {
  readonly species: readonly string[];
  readonly preparation: readonly string[];
  readonly strength: readonly string[];
  readonly check: 'any' | 'checked' | 'unchecked';
  /** Claims of the extended tier are hidden unless asked for. */
  readonly extended: boolean;
}

/** What the papers view narrows its list by, beyond the filters that it shares with the map. */
export interface PaperFilter {
  readonly hypothesis: string | null;
  /** Words that must all stand in authors, title, journal or year, as they were typed. */
  readonly words: string;
}

/** Seconds on one of two clocks. `afterDose` runs 1 s … 28 d, `afterSpike` 0.1 ms … 1 s. */
export interface When {
  readonly basis: 'afterSpike' | 'afterDose';
  readonly seconds: number;
}

/** What the reader sets about one synapse. Ranges and first values are in `bench.ts`. */
export interface Bench {
  readonly ketamine_uM: number;
  readonly mg_mM: number;
  /** Held at a voltage, or left to follow its currents. */
  readonly voltage_mV: number | 'free';
  /** Probability that a spike releases. */
  readonly release: number;
  readonly subunit: Subunit;
  readonly spikes: number;
  readonly rate_Hz: number;
  /** Whether the run without ketamine is shown beside it. */
  readonly compare: boolean;
  /** Which of the equally likely runs is shown. */
  readonly seed: number;
  /** Which receptor the receptor level shows, and how much glutamate surrounds it there. */
  readonly receptor: ReceptorShown;
  readonly glutamate_uM: number;
}

/** Receptors that can be seen from near. */
export const RECEPTORS_SHOWN = ['nmda', 'ampa', 'mglur'] as const;
export type ReceptorShown = (typeof RECEPTORS_SHOWN)[number];

/** How much of a plate is drawn. "auto" leaves it to the size of the frame. */
export type PlateDetail = 'auto' | 'plate' | 'calm' | 'diagram';

/** How costly a plate may be to draw; "none" keeps the still. */
export type Tier = 'auto' | 'high' | 'low' | 'none';

export interface ExplorerState {
  readonly version: typeof STATE_VERSION;
  readonly pack: string;
  readonly mode: Mode;
  readonly level: Level;
  readonly camera: Camera;
  readonly selection: Selection;
  readonly lit: Lit;
  readonly filters: Filters;
  readonly papers: PaperFilter;
  readonly when: When;
  readonly bench: Bench;
  /** Playhead of the synapse: ms after the first spike. */
  readonly moment_ms: number;
  /** The dose whose course is shown, and the one it is compared with. */
  readonly dose: DoseScenario;
  readonly against: DoseScenario | null;
  readonly places: Places;
  /** The story being told, and whether it (or any view) is shown to an audience. */
  readonly story: StoryPlace;
  readonly present: boolean;
  readonly detail: PlateDetail;
  readonly tier: Tier;
  readonly theme: Theme;
  readonly locale: string;
}
