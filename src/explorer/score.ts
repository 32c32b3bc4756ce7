/** The score under the scene: one row a level, each measured event a trapezoid on log time, every label whole. */
import type { Model } from '../model/model';
import { STRENGTHS, type Event, type Level, type Strength } from '../model/schema';
import type { Action } from './actions';
import { createAxis, SPIKE_SHARE, ticksOf, type Axis, type Tick } from './clocks';
import { tidyWhen } from './defaults';
import { isHappening, spanOf } from './happening';
import { levelsOf } from './levels';
import type { ExplorerState } from './state';
import { strengthOf } from './strength-of';

export interface BarLabel {
  readonly side: 'inside' | 'right' | 'left';
  /** Left edge of the text in pixels. */
  readonly x: number;
  readonly width: number;
}

/**
 * A trapezoid in pixels: rises from `onset` to `peakStart`, holds to `peakEnd`, falls to `end`. Where a time is not known its
 * corner stands on the nearest known one and its flag in `known` is false: the view leaves that side open.
 */
export interface ScoreBar {
  readonly id: string;
  readonly event: Event;
  readonly lane: number;
  readonly onset: number;
  readonly peakStart: number;
  readonly peakEnd: number;
  readonly end: number;
  readonly known: { readonly onset: boolean; readonly peakStart: boolean; readonly peakEnd: boolean; readonly end: boolean };
  /** True when the event goes on past the end of the axis. */
  readonly continues: boolean;
  /** Weakest of the claims it is tied to; null when it is tied to none. */
  readonly strength: Strength | null;
  readonly active: boolean;
  readonly selected: boolean;
  /** Null when there is no place for the whole text. */
  readonly label: BarLabel | null;
}

export interface ScoreRow {
  readonly level: Level;
  readonly current: boolean;
  readonly bars: readonly ScoreBar[];
  /** Number of lanes the bars need; at least one. */
  readonly lanes: number;
  /** Events of this level whose times are not known at all: listed as unknown, not drawn as zero. */
  readonly unknown: readonly Event[];
}

export interface Score {
  readonly axis: Axis;
  readonly ticks: readonly Tick[];
  readonly rows: readonly ScoreRow[];
  /** Position of the playhead in pixels. */
  readonly playhead: number;
}

export interface ScoreOptions {
  /** Length of the axis in pixels. */
  readonly width: number;
  /** Width of a label in pixels; zero for a score without labels. */
  readonly measure: (text: string) => number;
  /** Rows to show; the levels that exist when left out. */
  readonly levels?: readonly Level[];
  /** Width of a tick's label in pixels; zero when left out. */
  readonly tickWidth?: (when: ExplorerState['when']) => number;
  /** Most lanes a row may use; further bars share the last one and lose their label. */
  readonly maxLanes?: number;
  /** The same for the rows of the levels that are not shown now; as many as the shown one's when left out. */
  readonly otherLanes?: number;
}

/** Share of the axis for the clock after one spike when nothing is drawn on it. */
const EMPTY_SHARE = 0.14;
/** Room between a label and what stands beside it. */
const PAD = 6;
/** A bar is at least this wide, so that a brief event can be seen and pressed. */
const MIN_BAR = 6;
/** Room for the dots beside an end that is not known. */
export const OPEN_PX = 11;
/** Longest rising and falling edge. Between them the bar is level, so that its name has room; where the peak lies is marked on it. */
const RISE_PX = 9;
const FALL_PX = 16;

/** Where the top edge begins and ends, in pixels from the onset. A side whose time is not known stands upright. */
export function slopes({ onset, peakStart, peakEnd, end, known }: Shape): { readonly top: number; readonly down: number } {
  const length = end - onset;
  const least = Math.min(4, length / 3);
  const rise = known.onset ? Math.min(length / 2, Math.max(least, Math.min(RISE_PX, peakStart - onset))) : 0;
  const fall = known.end ? Math.min(length / 2, Math.max(least, Math.min(FALL_PX, end - peakEnd))) : 0;
  return { top: rise, down: length - fall };
}

/** The axis of a score `width` pixels long; plots that stand on the same time are drawn on it too. */
export function scoreAxis(model: Model, width: number, levels: readonly Level[] = levelsOf(model)): Axis {
  // A clock on which no shown level has an event keeps its place, and leaves the room to the other.
  const spikes = model.events.some((event) => event.basis === 'afterSpike' && levels.includes(event.level));
  return createAxis(width, spikes ? SPIKE_SHARE : EMPTY_SHARE);
}

export function scoreOf(state: ExplorerState, model: Model, options: ScoreOptions): Score {
  const levels = options.levels ?? levelsOf(model);
  const axis = scoreAxis(model, options.width, levels);
  return {
    axis,
    ticks: ticksOf(axis, options.tickWidth),
    rows: levels.map((level) => rowOf(level, state, model, axis, options)),
    playhead: axis.x(state.when),
  };
}

function rowOf(level: Level, state: ExplorerState, model: Model, axis: Axis, options: ScoreOptions): ScoreRow {
  const events = model.events.filter((event) => event.level === level);
  const shapes = events.flatMap((event) => {
    const shape = shapeOf(event, axis);
    return shape ? [{ event, shape }] : [];
  });
  const lanes: Taken[][] = [];
  const most = options.maxLanes ?? Number.POSITIVE_INFINITY;
  const mostLanes = level === state.level ? most : (options.otherLanes ?? most);
  const bars = shapes
    .sort((a, b) => a.shape.onset - b.shape.onset || a.shape.end - b.shape.end)
    .map(({ event, shape }): ScoreBar => {
      // The two sides of the tear are two pictures: neither a bar nor its name reaches over it.
      const side: Taken = event.basis === 'afterSpike' ? { from: 0, to: axis.gap.from - PAD } : { from: axis.gap.to + PAD, to: axis.width };
      const spot = place(shape, options.measure(event.short), side, lanes, mostLanes);
      return {
        id: event.id,
        event,
        ...shape,
        ...spot,
        strength: weakest(model, event),
        active: isHappening(event, state.when),
        selected: state.selection?.kind === 'event' && state.selection.id === event.id,
      };
    });
  return {
    level,
    current: level === state.level,
    bars: bars.map((bar, index) =>
      bar.label !== null && isCovered(bar, bar.label, bars.slice(index + 1)) ? { ...bar, label: null } : bar,
    ),
    lanes: Math.max(1, lanes.length),
    unknown: events.filter((event) => spanOf(event) === null),
  };
}

/** Whether a later bar that had to share the lane lies over a label. */
function isCovered(bar: ScoreBar, label: BarLabel, later: readonly ScoreBar[]): boolean {
  return later.some((other) => other.lane === bar.lane && other.onset < label.x + label.width && label.x < other.end);
}

export type Shape = Pick<ScoreBar, 'onset' | 'peakStart' | 'peakEnd' | 'end' | 'known' | 'continues'>;

function shapeOf(event: Event, axis: Axis): Shape | null {
  const span = spanOf(event);
  if (span === null) return null;
  const x = (seconds: number): number => axis.x({ basis: event.basis, seconds });
  const onset = x(span.from);
  const end = Math.max(x(span.to), onset + MIN_BAR);
  const within = (seconds: number | null, otherwise: number): number =>
    seconds === null ? otherwise : Math.min(end, Math.max(onset, x(seconds)));
  const peakStart = within(event.peakStart.seconds ?? event.peakEnd.seconds, onset);
  const peakEnd = Math.max(peakStart, within(event.peakEnd.seconds ?? event.peakStart.seconds, end));
  const known = {
    onset: event.onset.seconds !== null,
    peakStart: event.peakStart.seconds !== null,
    peakEnd: event.peakEnd.seconds !== null,
    end: event.end.seconds !== null,
  };
  return { onset, peakStart, peakEnd, end, known, continues: span.to > axis.at(axis.width).seconds };
}

interface Taken {
  readonly from: number;
  readonly to: number;
}

/**
 * The first lane, and in it the first side (inside, right, left), where bar and whole label meet nothing else. Where lanes are
 * limited the label is given up before bars are laid over each other.
 */
function place(shape: Shape, text: number, side: Taken, lanes: Taken[][], maxLanes: number): Pick<ScoreBar, 'lane' | 'label'> {
  const labels = labelChoices(shape, text, side);
  const rounds: readonly (readonly (BarLabel | null)[])[] = labels.length > 0 ? [labels, [null]] : [[null]];
  for (const choices of rounds) {
    for (let lane = 0; lane < maxLanes; lane += 1) {
      const taken = lanes[lane] ?? [];
      for (const label of choices) {
        const extent = label === null ? spanTaken(shape) : labelledSpan(shape, label);
        if (taken.some((other) => extent.from < other.to + PAD && other.from < extent.to + PAD)) continue;
        lanes[lane] = [...taken, extent];
        return { lane, label };
      }
    }
  }
  const lane = Math.max(0, maxLanes - 1);
  lanes[lane] = [...(lanes[lane] ?? []), spanTaken(shape)];
  return { lane, label: null };
}

function labelledSpan(shape: Shape, label: BarLabel): Taken {
  const { from, to } = spanTaken(shape);
  return { from: Math.min(from, label.x), to: Math.max(to, label.x + label.width) };
}

function spanTaken(shape: Shape): Taken {
  return {
    from: shape.known.onset ? shape.onset : shape.onset - OPEN_PX,
    to: shape.known.end ? shape.end : shape.end + OPEN_PX,
  };
}

function labelChoices(shape: Shape, text: number, side: Taken): readonly BarLabel[] {
  const choices: BarLabel[] = [];
  const { from, to } = spanTaken(shape);
  const { top, down } = slopes(shape);
  if (shape.onset + top + PAD + text <= shape.onset + down) choices.push({ side: 'inside', x: shape.onset + top + PAD, width: text });
  if (to + PAD + text <= side.to) choices.push({ side: 'right', x: to + PAD, width: text });
  if (from - PAD - text >= side.from) choices.push({ side: 'left', x: from - PAD - text, width: text });
  return choices;
}

function weakest(model: Model, event: Event): Strength | null {
  const ranks = event.claims
    .map((id) => model.claimById.get(id))
    .filter((claim) => claim !== undefined)
    .map((claim) => STRENGTHS.indexOf(strengthOf(model, claim)));
  return STRENGTHS[Math.max(-1, ...ranks)] ?? null;
}

/** The moment in the middle of an event's peak, or of the event when the peak is unknown; null when its times are unknown. */
export function middleOf(event: Event): ExplorerState['when'] | null {
  const span = spanOf(event);
  if (span === null) return null;
  const from = event.peakStart.seconds ?? event.peakEnd.seconds ?? span.from;
  const to = event.peakEnd.seconds ?? event.peakStart.seconds ?? span.to;
  // The axis is logarithmic, so its middle is the geometric mean; an onset at zero counts as the first moment of the clock.
  const first = tidyWhen({ basis: event.basis, seconds: from }).seconds;
  return tidyWhen({ basis: event.basis, seconds: Math.sqrt(first * Math.max(first, to)) });
}

/** Following an event: to its level, where that exists, to the middle of it, with the event selected. */
export function visitEvent(event: Event, model: Model): readonly Action[] {
  const when = middleOf(event);
  return [
    ...(levelsOf(model).includes(event.level) ? [{ type: 'goTo', level: event.level } as const] : []),
    { type: 'select', selection: { kind: 'event', id: event.id } },
    ...(when === null ? [] : [{ type: 'setWhen', when } as const]),
  ];
}
