import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { start } from '../../../src/explorer/defaults';
import { middleOf, scoreOf, slopes, visitEvent, type Score } from '../../../src/explorer/score';
import { smallModel } from './fixture';

const model = smallModel();
const measure = (text: string): number => text.length * 6;
const score = (width = 1_000, maxLanes?: number): Score =>
  scoreOf(start(model), model, { width, measure, ...(maxLanes === undefined ? {} : { maxLanes }) });
const bars = (of: Score) => of.rows.flatMap((row) => row.bars);
const bar = (id: string) => bars(score()).find((item) => item.id === id);
const event = (id: string) => {
  const found = model.events.find((item) => item.id === id);
  if (!found) throw new Error(id);
  return found;
};

const activeAt = (basis: 'afterDose' | 'afterSpike', seconds: number) =>
  bars(scoreOf({ ...start(model), when: { basis, seconds } }, model, { width: 1_000, measure }))
    .filter((item) => item.active)
    .map((item) => item.id);

const boxes = (of: Score, row: number) =>
  (of.rows[row]?.bars ?? []).map((item) => ({
    lane: item.lane,
    from: Math.min(item.onset, item.label?.x ?? item.onset),
    to: Math.max(item.end, item.label ? item.label.x + item.label.width : item.end),
  }));

describe('rows', () => {
  it('are the levels that exist, and no others', () => {
    expect(score().rows.map((row) => row.level)).toEqual(['cell']);
    expect(scoreOf(start(model), model, { width: 500, measure, levels: ['person', 'cell'] }).rows.map((row) => row.bars.length)).toEqual([
      1, 5,
    ]);
  });

  it('list an event without any known time as unknown instead of drawing it', () => {
    expect(score().rows[0]?.unknown.map((item) => item.id)).toEqual(['unclear']);
    expect(bar('unclear')).toBeUndefined();
  });
});

describe('trapezoids', () => {
  it('rise, hold and fall in order, inside the axis', () => {
    for (const width of [20, 300, 1_000]) {
      for (const item of bars(score(width))) {
        const corners = [item.onset, item.peakStart, item.peakEnd, item.end];
        expect(corners).toEqual(corners.toSorted((a, b) => a - b));
        expect(item.onset).toBeGreaterThanOrEqual(0);
      }
    }
  });

  it('say which times are known', () => {
    expect(bar('rise')?.known).toEqual({ onset: true, peakStart: true, peakEnd: true, end: false });
    expect(bar('peakOnly')?.known).toEqual({ onset: false, peakStart: true, peakEnd: false, end: false });
  });

  it('say when an event goes on past the axis', () => {
    expect(bar('late')?.continues).toBe(true);
    expect(bar('rise')?.continues).toBe(false);
  });

  it('stand upright where a time is not known, and slope where it is', () => {
    const open = bar('rise');
    const closed = bar('block');
    if (!open || !closed) throw new Error('bars');
    expect(slopes(open).down).toBe(open.end - open.onset);
    expect(slopes(open).top).toBeGreaterThan(0);
    expect(slopes(closed).down).toBeLessThan(closed.end - closed.onset);
  });

  it('are active only when the known times say so', () => {
    expect(activeAt('afterDose', 2_400)).toEqual(['block', 'rise']);
    expect(activeAt('afterSpike', 0.01)).toEqual(['spike']);
    expect(activeAt('afterDose', 20_000)).toEqual([]);
  });

  it('take the weakest strength of their claims', () => {
    expect(bar('rise')?.strength).toBe('contested');
    expect(bar('late')?.strength).toBeNull();
  });
});

describe('labels', () => {
  it('stand inside when they fit, else right, else left, and are never cut', () => {
    expect(bar('late')?.label?.side).not.toBe('right');
    fc.assert(
      fc.property(fc.integer({ min: 30, max: 1_500 }), (width) => {
        const labelled = bars(score(width)).flatMap(({ label, event: of }) => (label ? [{ label, of }] : []));
        for (const { label, of } of labelled) {
          expect(label.width).toBe(measure(of.short));
          expect(label.x).toBeGreaterThanOrEqual(0);
          expect(label.x + label.width).toBeLessThanOrEqual(width);
        }
      }),
    );
  });

  it('keep to their side of the tear', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 1_500 }), (width) => {
        const { axis, rows } = score(width);
        const astray = rows
          .flatMap((row) => row.bars)
          .filter(({ event: of, label }) => {
            if (label === null) return false;
            return of.basis === 'afterSpike' ? label.x + label.width > axis.gap.from : label.x < axis.gap.to;
          });
        expect(astray).toEqual([]);
      }),
    );
  });

  it('never meet another bar or label of their lane', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 1_500 }), (width) => {
        const all = boxes(score(width), 0);
        const clashes = all.flatMap((a, index) => all.slice(index + 1).filter((b) => a.lane === b.lane && a.from < b.to && b.from < a.to));
        expect(clashes).toEqual([]);
      }),
    );
  });

  it('are given up where lanes are limited, but every bar stays', () => {
    const crowded = score(200, 1);
    expect(bars(crowded)).toHaveLength(5);
    expect(crowded.rows[0]?.lanes).toBe(1);
  });

  it('are given up where a later bar has to lie over them', () => {
    for (const width of [200, 400, 800]) {
      for (const { bars: all } of score(width, 1).rows) {
        const covered = all.filter(({ label }, index) =>
          all.slice(index + 1).some((other) => label !== null && other.onset < label.x + label.width && label.x < other.end),
        );
        expect(covered).toEqual([]);
      }
    }
  });

  it('are limited more tightly in the rows of levels that are not shown now', () => {
    const shownElsewhere = { ...start(model), level: 'person' as const };
    const rows = scoreOf(shownElsewhere, model, { width: 200, measure, levels: ['person', 'cell'], maxLanes: 4, otherLanes: 1 }).rows;
    expect(rows.find((row) => row.level === 'cell')?.lanes).toBe(1);
    expect(scoreOf(start(model), model, { width: 200, measure, maxLanes: 4, otherLanes: 1 }).rows[0]?.lanes).toBeGreaterThan(1);
  });
});

describe('visiting an event', () => {
  it('goes to its middle on the logarithmic axis', () => {
    expect(middleOf(event('block'))).toEqual({ basis: 'afterDose', seconds: 464.76 });
    expect(middleOf(event('peakOnly'))?.seconds).toBe(1_800);
    expect(middleOf(event('unclear'))).toBeNull();
  });

  it('goes only to levels that exist', () => {
    expect(visitEvent(event('felt'), model).map((action) => action.type)).toEqual(['select', 'setWhen']);
    expect(visitEvent(event('block'), model).map((action) => action.type)).toEqual(['goTo', 'select', 'setWhen']);
    expect(visitEvent(event('unclear'), model).map((action) => action.type)).toEqual(['goTo', 'select']);
  });
});
