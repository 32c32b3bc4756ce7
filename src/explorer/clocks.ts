/**
 * The two clocks on one axis: after one spike (0.1 ms to 1 s) and after the dose (1 s to 28 d), each logarithmic, and a visible gap between them, because a second after a spike and a second after the dose are different
 * moments.
 */
import type { Event } from '../model/schema';
import { CLOCK_RANGE, tidyWhen } from './defaults';
import type { When } from './state';

export interface Axis {
  /** Length in pixels. */
  readonly width: number;
  /** Where the gap between the clocks begins and ends, in pixels. */
  readonly gap: { readonly from: number; readonly to: number };
  /** Pixels of one decade on each clock. */
  readonly decade: { readonly afterSpike: number; readonly afterDose: number };
  /** Position of a moment in pixels; moments off their clock are held at its end. */
  x(when: When): number;
  /** The moment at a position; inside the gap, the nearer side of it. */
  at(x: number): When;
}

/** Width of the gap at 1 s, enough for its mark and its two sides to be told apart. */
export const GAP_PX = 14;

function decadesOf({ from, to }: { readonly from: number; readonly to: number }): number {
  return Math.log10(to / from);
}

const SPIKE_DECADES = decadesOf(CLOCK_RANGE.afterSpike);
const DOSE_DECADES = decadesOf(CLOCK_RANGE.afterDose);

/**
 * The share of the axis for the clock after one spike. Its decades are shorter than those after the dose, where most events are; the
 * tear between the clocks makes two scales legitimate (ART-BRAIN-CIRCUIT 1).
 */
export const SPIKE_SHARE = 0.25;

/**
 * An axis `width` pixels long, of which `share` (0 to 1) belongs to the clock after one spike. A width under the gap's leaves no
 * length for the clocks; everything then sits at the ends.
 */
export function createAxis(width: number, share: number = SPIKE_SHARE, gap: number = GAP_PX): Axis {
  const room = Math.max(0, width - gap);
  const decade = { afterSpike: (room * share) / SPIKE_DECADES, afterDose: (room * (1 - share)) / DOSE_DECADES };
  const gapFrom = room * share;
  const gapTo = Math.min(Math.max(0, width), gapFrom + gap);
  return {
    width,
    gap: { from: gapFrom, to: gapTo },
    decade,
    x(when) {
      const { from, to } = CLOCK_RANGE[when.basis];
      const seconds = Math.min(to, Math.max(from, when.seconds));
      return (when.basis === 'afterSpike' ? 0 : gapTo) + Math.log10(seconds / from) * decade[when.basis];
    },
    at(x) {
      const basis = x < (gapFrom + gapTo) / 2 ? 'afterSpike' : 'afterDose';
      if (decade[basis] === 0) return { basis: 'afterDose', seconds: CLOCK_RANGE.afterDose.from };
      const origin = basis === 'afterSpike' ? 0 : gapTo;
      return tidyWhen({ basis, seconds: CLOCK_RANGE[basis].from * 10 ** ((x - origin) / decade[basis]) });
    },
  };
}

/** Order in time: everything after a spike stands before everything after the dose, as on the axis. */
export function compareWhen(a: When, b: When): number {
  if (a.basis !== b.basis) return a.basis === 'afterSpike' ? -1 : 1;
  return a.seconds - b.seconds;
}

const MINUTE = 60;
const HOUR = 3_600;
const DAY = 86_400;

/** The ticks in order, with how much each matters when there is no room for all (1 matters most). */
const TICKS: readonly (When & { readonly rank: number })[] = [
  { basis: 'afterSpike', seconds: 0.001, rank: 3 },
  { basis: 'afterSpike', seconds: 0.01, rank: 7 },
  { basis: 'afterSpike', seconds: 0.1, rank: 8 },
  { basis: 'afterSpike', seconds: 1, rank: 1 },
  { basis: 'afterDose', seconds: 1, rank: 1 },
  { basis: 'afterDose', seconds: 10, rank: 9 },
  { basis: 'afterDose', seconds: MINUTE, rank: 6 },
  { basis: 'afterDose', seconds: 10 * MINUTE, rank: 10 },
  { basis: 'afterDose', seconds: HOUR, rank: 2 },
  { basis: 'afterDose', seconds: 4 * HOUR, rank: 12 },
  { basis: 'afterDose', seconds: DAY, rank: 4 },
  { basis: 'afterDose', seconds: 3 * DAY, rank: 13 },
  { basis: 'afterDose', seconds: 7 * DAY, rank: 11 },
  { basis: 'afterDose', seconds: 14 * DAY, rank: 14 },
  { basis: 'afterDose', seconds: 28 * DAY, rank: 5 },
];

/** Closest that two tick labels may stand (ART-DIRECTION 10.2). */
export const TICK_GAP_PX = 36;

export interface Tick {
  readonly when: When;
  readonly x: number;
  /** Which part of its label stands at `x`: the two ticks at the tear keep their labels on their own side. */
  readonly anchor: 'start' | 'middle' | 'end';
}

/** Room between the labels of two ticks. */
const LABEL_GAP_PX = 8;

/** Left and right end of a tick's label. */
function reach({ when, x, anchor }: Tick, width: (when: When) => number): readonly [number, number] {
  const text = width(when);
  if (anchor === 'middle') return [x - text / 2, x + text / 2];
  return anchor === 'start' ? [x, x + text] : [x - text, x];
}

/**
 * Ticks that fit, in order; of two that come too close, or whose labels would (`width` in pixels), the lesser is left out. Both sides
 * of the tear have their own tick at 1 s.
 */
export function ticksOf(axis: Axis, width: (when: When) => number = () => 0): readonly Tick[] {
  const kept: Tick[] = [];
  for (const { basis, seconds } of TICKS.toSorted((a, b) => a.rank - b.rank)) {
    const when: When = { basis, seconds };
    const tick: Tick = { when, x: axis.x(when), anchor: seconds !== 1 ? 'middle' : basis === 'afterSpike' ? 'end' : 'start' };
    const [from, to] = reach(tick, width);
    const fits = kept.every((other) => {
      if (other.when.seconds === 1 && seconds === 1) return true;
      const [start, end] = reach(other, width);
      return Math.abs(other.x - tick.x) >= TICK_GAP_PX && (to + LABEL_GAP_PX <= start || end + LABEL_GAP_PX <= from);
    });
    if (fits) kept.push(tick);
  }
  return kept.sort((a, b) => compareWhen(a.when, b.when));
}

/** Every tick's moment, for stepping by keys; none is left out here. */
export const TICK_MOMENTS: readonly When[] = TICKS.map(({ basis, seconds }) => ({ basis, seconds }));

/** The known edges of events (onset, start and end of the peak, end), in time order, each once. */
export function eventEdges(events: readonly Event[]): readonly When[] {
  const edges = events.flatMap((event) =>
    [event.onset, event.peakStart, event.peakEnd, event.end].flatMap(({ seconds }) =>
      seconds === null ? [] : [tidyWhen({ basis: event.basis, seconds })],
    ),
  );
  return edges.sort(compareWhen).filter((edge, index) => {
    const before = edges[index - 1];
    return before === undefined || compareWhen(before, edge) !== 0;
  });
}

/** The next moment of an ordered list after `when`, or before it for direction -1; `when` itself when there is none. */
export function neighbour(moments: readonly When[], when: When, direction: 1 | -1): When {
  const found =
    direction === 1 ? moments.find((item) => compareWhen(item, when) > 0) : moments.findLast((item) => compareWhen(item, when) < 0);
  return found ?? when;
}

/** The moment some decades later: over the gap from the end of the first clock to the start of the second, never past the end. */
export function advance(when: When, decades: number): When {
  const { to } = CLOCK_RANGE[when.basis];
  const left = Math.max(0, Math.log10(to / when.seconds));
  if (decades <= left) return tidyWhen({ basis: when.basis, seconds: when.seconds * 10 ** decades });
  if (when.basis === 'afterDose') return { basis: 'afterDose', seconds: to };
  return tidyWhen({ basis: 'afterDose', seconds: CLOCK_RANGE.afterDose.from * 10 ** (decades - left) });
}

/** Ends of the shared axis, for Home and End. */
export const FIRST_MOMENT: When = { basis: 'afterSpike', seconds: CLOCK_RANGE.afterSpike.from };
export const LAST_MOMENT: When = { basis: 'afterDose', seconds: CLOCK_RANGE.afterDose.to };
