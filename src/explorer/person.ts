/**
 * The person level as data: which published effects belong to an outcome, on which scale each stands, what the reader's choice of
 * control and population brings forward, and what was measured at a moment. Choices change emphasis, never which marks there are.
 */
import * as z from 'zod/mini';
import type { Model } from '../model/model';
import type { ResponseCurve } from '../model/schema';
import { CONTROLS, Effect, EFFECT_OUTCOMES, MEASURES, type Control, type EffectOutcome, type Measure } from '../model/schema/effects';
import { CLOCK_RANGE } from './defaults';
import type { ARMS, OUTCOMES } from './places';
import type { When } from './state';

export type Outcome = (typeof OUTCOMES)[number];
export type Arm = (typeof ARMS)[number];

/** What a number stands on: one study, several pooled, or words. The person level has no other kind of measured number. */
export type Basis = 'measured' | 'pooled' | 'told';

export interface Mark {
  /** The curve's id and the effect's place in it: "lii2023.0". */
  readonly id: string;
  readonly curve: ResponseCurve;
  readonly effect: Effect;
  readonly basis: Basis;
  /** The value turned so that up is better for the person, but for readings; null where none was published. */
  readonly up: number | null;
  /** Lower and upper end of the 95 % interval, turned likewise. */
  readonly low: number | null;
  readonly high: number | null;
  /** How value and interval were come by, where they are not as published. */
  readonly derived: 'arms' | 'error' | null;
  /** The drug did not separate from the control: such marks keep full ink whatever the reader chooses. */
  readonly failed: boolean;
}

/** Marks of one scale. A plot has an axis when at least one of its marks has a size and a time. */
export interface MarkGroup {
  readonly measure: Measure;
  readonly marks: readonly Mark[];
}

export interface OutcomeView {
  readonly outcome: EffectOutcome;
  /** Scales with sizes and times, in the order of the schema; those of a single mark last. */
  readonly plots: readonly MarkGroup[];
  /** Marks with a time and no size that could stand on an axis. */
  readonly told: readonly Mark[];
  /** Marks that stand for no single time, or for one past the end of the clock: drawn at its end they would be read at that time. */
  readonly timeless: readonly Mark[];
  /** Effects of the pack that do not have the form of one: they are counted on screen, not dropped in silence. */
  readonly unread: number;
}

/** Half-width of the 95 % interval of a normal estimate, in standard errors. */
const NORMAL_95 = 1.96;
/** Scales of which the numbers are told as published, beside a mark, and never drawn against an axis or turned into a difference. */
export const TOLD: readonly Measure[] = ['words', 'fromBaseline', 'percentChange', 'cadss', 'relapse', 'odds'];

/** Readings against the start of the same people: up is simply higher, and no comparison is made. */
export const READINGS: readonly Measure[] = ['systolic', 'diastolic'];

interface Read {
  readonly marks: readonly Mark[];
  readonly unread: Readonly<Record<EffectOutcome | 'other', number>>;
}

const known = new WeakMap<Model, Read>();

function readMarks(model: Model): Read {
  const found = known.get(model);
  if (found !== undefined) return found;
  const unread = Object.fromEntries([...EFFECT_OUTCOMES, 'other'].map((name) => [name, 0])) as Record<EffectOutcome | 'other', number>;
  const marks = model.responseCurves.flatMap((curve) =>
    (curve.effects ?? []).flatMap((raw, index) => {
      const result = z.safeParse(Effect, raw);
      if (result.success) return [markOf(curve, result.data, index)];
      const outcome = z.safeParse(z.looseObject({ outcome: z.enum(EFFECT_OUTCOMES) }), raw);
      unread[outcome.success ? outcome.data.outcome : 'other'] += 1;
      return [];
    }),
  );
  const read = { marks, unread };
  known.set(model, read);
  return read;
}

function markOf(curve: ResponseCurve, effect: Effect, index: number): Mark {
  const sign = effect.better === 'lower' && !READINGS.includes(effect.measure) ? -1 : 1;
  const [drug, control] = effect.arms ?? [];
  const both = drug !== undefined && control !== undefined && !TOLD.includes(effect.measure) ? rounded(drug - control) : null;
  const value = effect.value ?? both;
  const reach = effect.error === undefined ? null : NORMAL_95 * effect.error;
  const ends = effect.interval ?? (value === null || reach === null ? null : ([rounded(value - reach), rounded(value + reach)] as const));
  const turned = ends === null ? null : ends.map((end) => end * sign);
  return {
    id: `${curve.id}.${index}`,
    curve,
    effect,
    basis: effect.pooled === true ? 'pooled' : value === null && effect.arms === undefined ? 'told' : 'measured',
    up: value === null ? null : value * sign + 0,
    low: turned === null ? null : Math.min(...turned),
    high: turned === null ? null : Math.max(...turned),
    derived: effect.value === undefined && both !== null ? 'arms' : effect.interval === undefined && reach !== null ? 'error' : null,
    failed: effect.separated === false,
  };
}

/** Differences of published decimals, without the dust of binary arithmetic. */
function rounded(value: number): number {
  return Number(value.toFixed(6));
}

/** Every published effect on one outcome, by scale. Depends on nothing that the reader chooses but the outcome. */
export function outcomeView(model: Model, outcome: EffectOutcome): OutcomeView {
  const { marks, unread } = readMarks(model);
  const mine = marks.filter(({ effect }) => effect.outcome === outcome);
  const timed = mine.filter(onAxis).toSorted(byTime);
  const plots = MEASURES.filter((measure) => !TOLD.includes(measure))
    .map((measure): MarkGroup => ({ measure, marks: timed.filter((mark) => mark.effect.measure === measure && mark.up !== null) }))
    .filter((group) => group.marks.length > 0)
    .toSorted((a, b) => Number(a.marks.length === 1) - Number(b.marks.length === 1));
  const drawn = new Set(plots.flatMap((group) => group.marks));
  return {
    outcome,
    plots,
    told: timed.filter((mark) => !drawn.has(mark)),
    timeless: mine.filter((mark) => !onAxis(mark)),
    unread: unread[outcome],
  };
}

/** All marks of an outcome, in the order of the page. */
export function marksOf(view: OutcomeView): readonly Mark[] {
  return [...view.plots.flatMap((group) => group.marks), ...view.told, ...view.timeless];
}

function onAxis({ effect }: Mark): boolean {
  return effect.seconds !== null && effect.seconds <= CLOCK_RANGE.afterDose.to;
}

function byTime(a: Mark, b: Mark): number {
  return (a.effect.seconds ?? 0) - (b.effect.seconds ?? 0) || a.id.localeCompare(b.id);
}

/** Outcomes that the pack has effects for, in the order of the schema. */
export function outcomesOf(model: Model): readonly EffectOutcome[] {
  const { marks } = readMarks(model);
  return EFFECT_OUTCOMES.filter((outcome) => marks.some(({ effect }) => effect.outcome === outcome));
}

/** Controls that were used for an outcome, in the order of the switch. */
export function armsOf(view: OutcomeView): readonly Control[] {
  return CONTROLS.filter((control) => marksOf(view).some(({ effect }) => effect.controls.includes(control)));
}

export function populationsOf(view: OutcomeView): readonly string[] {
  return [...new Set(marksOf(view).map(({ effect }) => effect.population))].toSorted();
}

export interface Choice {
  readonly arm: Arm;
  readonly population: string;
}

/** Whether a mark belongs to what the reader chose. Pooled trials belong to each of their controls. */
export function isChosen({ effect }: Mark, { arm, population }: Choice): boolean {
  return (arm === 'all' || effect.controls.includes(arm)) && (population === 'all' || effect.population === population);
}

/** "full" is ink, "rest" a lighter tone. A trial that failed is never made lighter. */
export function emphasisOf(mark: Mark, choice: Choice): 'full' | 'rest' {
  return mark.failed || isChosen(mark, choice) ? 'full' : 'rest';
}

/** Two moments are the same on the screen when they are closer than this, in powers of ten: about a tenth of a decade. */
const SAME_TIME = 0.08;

/** Whether a mark was measured at a moment of the score. */
export function measuredAt({ effect }: Mark, when: When): boolean {
  if (when.basis !== 'afterDose' || effect.seconds === null) return false;
  const [from, to] = effect.span ?? [effect.seconds, effect.seconds];
  const distance = when.seconds < from ? Math.log10(from / when.seconds) : Math.log10(when.seconds / Math.max(to, 1e-9));
  return (when.seconds >= from && when.seconds <= to) || Math.abs(distance) <= SAME_TIME;
}

/** The first and last value a plot must show, with no difference and every interval in it, and a little room. */
export function extentOf(group: MarkGroup): readonly [number, number] {
  const values = group.marks.flatMap(({ up, low, high }) => [up, low, high].filter((value) => value !== null));
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const room = (high - low || 1) * 0.06;
  return [low < 0 ? low - room : 0, high + room];
}

/** The drawn curve of the pack for the size of the effect over time, or null; it is labelled illustrative wherever it is shown. */
export function illustrationOf(model: Model): ResponseCurve | null {
  return model.responseCurves.find((curve) => curve.basis === 'illustration') ?? null;
}

/** Points of the drawn curve: seconds and share of the effect at one day. */
export function illustrationPoints(curve: ResponseCurve): readonly (readonly [number, number])[] {
  return curve.points.flatMap(({ tMin, f }) => (tMin !== null && typeof f === 'number' ? [[tMin * 60, f] as const] : []));
}

/**
 * Between two points of the drawn curve on a logarithmic clock, by a straight line. Before the first and after the last point null:
 * nothing was drawn there.
 */
export function illustrated(points: readonly (readonly [number, number])[], seconds: number): number | null {
  const after = points.findIndex(([at]) => at >= seconds);
  const [next, last] = [points[after], points[after - 1]];
  if (next === undefined) return null;
  if (last === undefined) return next[0] === seconds ? next[1] : null;
  const [from, to] = [Math.log10(Math.max(1, last[0])), Math.log10(next[0])];
  const share = to === from ? 1 : (Math.log10(Math.max(1, seconds)) - from) / (to - from);
  return last[1] + (next[1] - last[1]) * share;
}
