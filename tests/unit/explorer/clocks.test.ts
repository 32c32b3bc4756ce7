import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  FIRST_MOMENT,
  LAST_MOMENT,
  TICK_MOMENTS,
  advance,
  compareWhen,
  createAxis,
  eventEdges,
  neighbour,
  ticksOf,
} from '../../../src/explorer/clocks';
import type { When } from '../../../src/explorer/state';
import { smallModel } from './fixture';

const dose = (seconds: number): When => ({ basis: 'afterDose', seconds });
const spike = (seconds: number): When => ({ basis: 'afterSpike', seconds });
const axis = createAxis(1_000);

describe('the shared axis', () => {
  it('runs from 0.1 ms to 28 d with a gap at 1 s', () => {
    expect(axis.x(FIRST_MOMENT)).toBe(0);
    expect(axis.x(LAST_MOMENT)).toBeCloseTo(1_000, 9);
    expect(axis.x(spike(1))).toBeCloseTo(axis.gap.from, 9);
    expect(axis.x(dose(1))).toBe(axis.gap.to);
    expect(axis.gap.to - axis.gap.from).toBeCloseTo(14, 9);
  });

  it('gives every decade of a clock the same length, and a longer one after the dose', () => {
    const afterDose = [axis.x(dose(100)) - axis.x(dose(10)), axis.x(dose(1e6)) - axis.x(dose(1e5))];
    for (const length of afterDose) expect(length).toBeCloseTo(axis.decade.afterDose, 9);
    expect(axis.x(spike(0.01)) - axis.x(spike(0.001))).toBeCloseTo(axis.decade.afterSpike, 9);
    expect(axis.decade.afterDose).toBeGreaterThan(axis.decade.afterSpike);
  });

  it('gives a clock the share that is asked for', () => {
    const narrow = createAxis(1_000, 0.14);
    expect(narrow.gap.from).toBeCloseTo((1_000 - 14) * 0.14, 9);
    expect(narrow.x(dose(28 * 86_400))).toBeCloseTo(1_000, 9);
    expect(narrow.at(narrow.x(dose(600)))).toEqual(dose(600));
    expect(narrow.at(narrow.x(spike(0.01)))).toEqual(spike(0.01));
  });

  it('goes back and forth between moment and position', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1_000, noNaN: true }), (x) => {
        const back = axis.x(axis.at(x));
        // Inside the gap the nearer side answers; four digits of a time are less than a tenth of a pixel.
        expect(Math.abs(back - x)).toBeLessThanOrEqual(x > axis.gap.from && x < axis.gap.to ? 7.05 : 0.1);
      }),
    );
  });

  it('keeps order: further right is never earlier', () => {
    fc.assert(
      fc.property(fc.nat(1_000), fc.nat(1_000), (a, b) => {
        expect(compareWhen(axis.at(Math.min(a, b)), axis.at(Math.max(a, b)))).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('holds moments off their clock at its ends, and bears a width of nothing', () => {
    expect(axis.x(dose(1e9))).toBeCloseTo(1_000, 9);
    expect(axis.x(dose(0))).toBe(axis.gap.to);
    const none = createAxis(0);
    expect(Number.isFinite(none.x(dose(60)))).toBe(true);
    expect(none.at(5)).toEqual(dose(1));
  });
});

describe('ticks', () => {
  it.each([60, 200, 400, 700, 1_068, 2_000])('never stand closer than 36 px on one side of the tear at %i px', (width) => {
    const ticks = ticksOf(createAxis(width));
    for (const basis of ['afterSpike', 'afterDose']) {
      const side = ticks.filter((tick) => tick.when.basis === basis);
      const distances = side.slice(1).map((tick, index) => tick.x - (side[index]?.x ?? 0));
      expect(Math.min(36, ...distances)).toBe(36);
      expect(side.length).toBeGreaterThan(0);
    }
  });

  it('are all there when there is room, with 1 s on both sides of the tear, its labels turned away from it', () => {
    const wide = createAxis(4_000);
    const ticks = ticksOf(wide);
    expect(ticks.map((tick) => tick.when)).toEqual(TICK_MOMENTS);
    const seconds = ticks.filter((tick) => tick.when.seconds === 1);
    expect(seconds.map((tick) => [tick.x, tick.anchor])).toEqual([
      [wide.gap.from, 'end'],
      [wide.gap.to, 'start'],
    ]);
  });

  it('have labels that never meet', () => {
    const text = (when: When): number => (when.seconds === 1 ? 20 : 44);
    fc.assert(
      fc.property(fc.integer({ min: 60, max: 2_000 }), (width) => {
        const spans = ticksOf(createAxis(width), text).map(({ when, x, anchor }) => {
          const from = anchor === 'start' ? x : anchor === 'end' ? x - text(when) : x - text(when) / 2;
          return [from, from + text(when)] as const;
        });
        const clashes = spans.filter(([from], index) => spans.slice(0, index).some(([, to]) => to > from));
        expect(clashes).toEqual([]);
      }),
    );
  });

  it('keep the break, the hour and the day when room is short', () => {
    const kept = ticksOf(createAxis(300)).map((tick) => tick.when.seconds);
    expect(kept).toContain(1);
    expect(kept).toContain(3_600);
    expect(kept).toContain(86_400);
  });
});

describe('edges of events', () => {
  const edges = eventEdges(smallModel().events);

  it('are in order, each once, and leave unknown times out', () => {
    expect(edges).toEqual(edges.toSorted(compareWhen));
    expect(new Set(edges.map((edge) => `${edge.basis} ${edge.seconds}`)).size).toBe(edges.length);
    expect(edges.filter((edge) => edge.basis === 'afterDose' && edge.seconds === 3_600)).toHaveLength(1);
    expect(edges[0]).toEqual(spike(0.001));
  });

  it('are walked from clock to clock and stop at the ends', () => {
    expect(neighbour(edges, spike(0.3), 1)).toEqual(dose(1));
    expect(neighbour(edges, dose(1), -1)).toEqual(spike(0.3));
    expect(neighbour(edges, spike(0.001), -1)).toEqual(spike(0.001));
    expect(neighbour(edges, LAST_MOMENT, 1)).toEqual(LAST_MOMENT);
  });
});

describe('playing', () => {
  it('moves by decades, over the gap, and stops at the end', () => {
    expect(advance(dose(10), 1)).toEqual(dose(100));
    expect(advance(spike(0.1), 2)).toEqual(dose(10));
    expect(advance(LAST_MOMENT, 1)).toEqual(LAST_MOMENT);
  });
});
