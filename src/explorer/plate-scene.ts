/** A plate as data: the kinds of things in the scene of a stage, in reading order. */
import type { Model } from '../model/model';
import type { Entity, Stage, StageCase, StageObject, StageVariant } from '../model/schema';
import { settingParameter } from './bench';
import { entityOf } from './lookup';
import type { Bench, ExplorerState, Selection } from './state';

export interface PlateThing {
  /** Its kind; what a selection of kind "part" names. */
  readonly id: string;
  readonly object: StageObject;
  readonly entity: Entity | null;
  /** How many the simulation holds; null for what it does not count. */
  readonly count: number | null;
  readonly selected: boolean;
}

/** What a stage says of itself. */
export type StageWords = Pick<Stage, 'title' | 'subtitle' | 'headline' | 'intro' | 'drawing'>;

export interface PlateScene {
  readonly kind: 'plate';
  readonly level: Stage['level'];
  readonly stage: Stage;
  /** The stage's words for the receptor and the medium shown. */
  readonly words: StageWords;
  readonly things: readonly PlateThing[];
}

/** What the simulated synapse looks like at one moment: what a drawing, a list and a sentence say alike. */
export interface PlateCounts {
  readonly moment_ms: number;
  /** Vesicles that have released so far. */
  readonly released: number;
  /** Free glutamate molecules in and around the cleft, bound to receptors, to transporters. */
  readonly glutamate: { readonly free: number; readonly receptors: number; readonly transporters: number };
  readonly ampa: { readonly total: number; readonly open: number };
  /** Open, plugged by Mg2+, and holding ketamine (null where the run knows no ketamine); a receptor is at most one of them. */
  readonly nmda: { readonly total: number; readonly open: number; readonly mg: number; readonly ketamine: number | null };
  readonly voltage_mV: number;
  readonly calcium_uM: number;
}

function holds({ receptor, ketamine, mg, glutamate }: StageCase, bench: Bench): boolean {
  const agrees = (asked: boolean | undefined, amount: number): boolean => asked === undefined || asked === amount > 0;
  return (
    (receptor === undefined || receptor === bench.receptor) &&
    agrees(ketamine, bench.ketamine_uM) &&
    agrees(mg, bench.mg_mM) &&
    agrees(glutamate, bench.glutamate_uM)
  );
}

/** The variant of a stage's words that a bench calls for; undefined where the stage's own words fit. */
export function variantOf(stage: Stage, bench: Bench): StageVariant | undefined {
  return stage.variants?.find((variant) => holds(variant.when, bench));
}

/** What a stage says of itself with the receptor and the medium of a bench. */
export function wordsOfStage(stage: Stage, bench: Bench): StageWords {
  const {
    title = stage.title,
    subtitle = stage.subtitle,
    headline = stage.headline,
    intro = stage.intro,
    drawing = stage.drawing,
  } = variantOf(stage, bench) ?? stage;
  return { title, subtitle, headline, intro, drawing };
}

/** The kind that a part's id speaks of: "nmda" for "nmda" and for "nmda.3". */
export function kindOfPart(id: string): string {
  return id.replace(/\.\d+$/, '');
}

/** Which one of its kind a part's id speaks of, from 0; null for the kind as a whole. */
export function indexOfPart(id: string): number | null {
  const match = /\.(\d+)$/.exec(id);
  return match === null ? null : Number(match[1]);
}

/** The thing of a stage that a part's id names; undefined when no stage has it. */
export function partOf(model: Model, id: string): StageObject | undefined {
  const kind = kindOfPart(id);
  for (const stage of model.stages) {
    const found = stage.objects.find((object) => object.kind === kind);
    if (found) return found;
  }
  return undefined;
}

/** Whether an object of a stage is drawn for an entity: its own, or the same thing elsewhere. */
export function standsFor({ entity, also = [] }: StageObject, id: string): boolean {
  return entity === id || also.some((other) => other === id);
}

function isSelected(selection: Selection, object: StageObject): boolean {
  if (selection?.kind === 'part') return kindOfPart(selection.id) === object.kind;
  return selection?.kind === 'entity' && standsFor(object, selection.id);
}

export function plateSceneOf(inputs: Pick<ExplorerState, 'selection' | 'bench'>, model: Model, stage: Stage): PlateScene {
  const { receptor } = inputs.bench;
  const counts: Readonly<Record<string, number | undefined>> = {
    ampa: settingParameter(model, stage, 'ampaCount')?.value,
    nmda: settingParameter(model, stage, 'nmdaCount')?.value,
  };
  return {
    kind: 'plate',
    level: stage.level,
    stage,
    words: wordsOfStage(stage, inputs.bench),
    things: stage.objects
      .filter(({ receptors }) => stage.level !== 'receptor' || receptors === undefined || receptors.includes(receptor))
      .map((object) => ({
        id: object.kind,
        object,
        entity: object.entity === undefined ? null : (entityOf(model, object.entity) ?? null),
        count: counts[object.kind] ?? null,
        selected: isSelected(inputs.selection, object),
      })),
  };
}
