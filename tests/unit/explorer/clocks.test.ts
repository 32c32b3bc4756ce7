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
  it('runs from 0.1 ms to 14 d with a gap at 1 s', () => {
    expect(axis.x(FIRST_MOMENT)).toBe(0);
    expect(axis.x(LAST_MOMENT)).toBeCloseTo(1_000, 9);
    expect(axis.x(spike(1))).toBeCloseTo(axis.gap.from, 9);
    expect(axis.x(dose(1))).toBe(axis.gap.to);
    expect(axis.gap.to - axis.gap.from).toBeCloseTo(14, 9);
  });

  it('gives every decade the same length on both clocks', () => {
    const lengths = [
      axis.x(spike(0.01)) - axis.x(spike(0.001)),
      axis.x(dose(100)) - axis.x(dose(10)),
      axis.x(dose(1e6)) - axis.x(dose(1e5)),
    ];
    for (const length of lengths) expect(length).toBeCloseTo(axis.decade.afterDose, 9);
  });

  it('gives a clock the share that is asked for', () => {
    const narrow = createAxis(1_000, 0.14);
    expect(narrow.gap.from).toBeCloseTo((1_000 - 14) * 0.14, 9);
    expect(narrow.x(dose(14 * 86_400))).toBeCloseTo(1_000, 9);
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
  it.each([60, 200, 400, 700, 1_068, 2_000])('never stand closer than 36 px at %i px', (width) => {
    const ticks = ticksOf(createAxis(width));
    const distances = ticks.slice(1).map((tick, index) => tick.x - (ticks[index]?.x ?? 0));
    expect(Math.min(36, ...distances)).toBe(36);
    expect(ticks.length).toBeGreaterThan(0);
  });

  it('are all there when there is room, 1 s once and in the gap', () => {
    const ticks = ticksOf(createAxis(4_000));
    expect(ticks.map((tick) => tick.when)).toEqual(TICK_MOMENTS);
    const second = ticks.find((tick) => tick.when.seconds === 1);
    const wide = createAxis(4_000);
    expect(second?.x).toBeCloseTo((wide.gap.from + wide.gap.to) / 2, 9);
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
