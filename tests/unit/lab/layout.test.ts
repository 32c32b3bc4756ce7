import { describe, expect, it } from 'vitest';
import { checkLayout } from '../../../src/lab/layout/check';
import { composeLayout } from '../../../src/lab/layout/compose';
import { LayoutSource, NetworkRecords } from '../../../src/lab/layout/source';

const entity = (id: string, short = id): object => ({ id, short, glyph: 'protein' });
const claim = (source: string, target: string): object => ({
  id: `${source}--${target}`,
  source,
  target,
  effect: 'activates',
  sign: 1,
  tier: 'core',
});

function sourceWith(nodes: object, more: object = {}): LayoutSource {
  const ids = Object.keys(nodes);
  return LayoutSource.parse({
    id: 'small',
    level: 'cell',
    title: 'A small map',
    width: 640,
    height: 480,
    records: [],
    compartments: [],
    nodes,
    edges: {},
    leaveOut: [],
    groups: [{ id: 'all', name: 'All', at: [320, 440], members: ids }],
    ...more,
  });
}

const recordsOf = (ids: readonly string[], claims: readonly object[]): NetworkRecords =>
  NetworkRecords.parse({ entities: ids.map((id) => entity(id)), claims });

const pill = (x: number, y: number): object => ({ at: [x, y], form: 'pill', tier: 'mid' });

describe('composing a map', () => {
  it('goes round a node in the way and keeps its distance', () => {
    const source = sourceWith({ a: pill(80, 200), wall: pill(320, 200), b: pill(560, 200) });
    const records = recordsOf(['a', 'wall', 'b'], [claim('a', 'b')]);
    const { layout, unrouted } = composeLayout(source, records);
    expect(unrouted).toEqual([]);
    expect(checkLayout(layout, records).faults).toEqual([]);
    expect(layout.edges[0]?.points.length).toBeGreaterThan(2);
  });

  it('draws a straight line where nothing is in the way', () => {
    const source = sourceWith({ a: pill(80, 200), b: pill(560, 200) });
    const { layout } = composeLayout(source, recordsOf(['a', 'b'], [claim('a', 'b')]));
    expect(layout.edges[0]?.points).toHaveLength(2);
  });

  it('gives two sources two lanes, and lets one source share its trunk', () => {
    const nodes = { a: pill(80, 80), b: pill(80, 320), c: pill(560, 160), d: pill(560, 240) };
    const claims = [claim('a', 'c'), claim('a', 'd'), claim('b', 'c'), claim('b', 'd')];
    const records = recordsOf(Object.keys(nodes), claims);
    const { layout, clashing } = composeLayout(sourceWith(nodes), records);
    expect(clashing).toEqual([]);
    expect(checkLayout(layout, records).faults).toEqual([]);
  });

  it('enters an envelope through its pore only', () => {
    const nucleus = {
      id: 'nucleus',
      name: 'N',
      ground: 'nucleus',
      outline: [
        [320, 160],
        [600, 160],
        [600, 360],
        [320, 360],
      ],
      radius: 40,
      membrane: 'envelope',
      pores: [[320, 280]],
      label: [500, 200],
    };
    const source = sourceWith({ a: pill(120, 80), b: { ...pill(480, 280), in: 'nucleus' } }, { compartments: [nucleus] });
    const records = recordsOf(['a', 'b'], [claim('a', 'b')]);
    const { layout } = composeLayout(source, records);
    expect(checkLayout(layout, records).faults).toEqual([]);
    const crossing = layout.edges[0]?.points.slice(1).some(([x, y], i) => {
      const before = layout.edges[0]?.points[i];
      return before !== undefined && y === 280 && before[1] === 280 && before[0] < 320 && x > 320;
    });
    expect(crossing).toBe(true);
  });

  it('says which claim found no way', () => {
    const box = { id: 'cell', name: 'C', ground: 'spine', radius: 0, membrane: 'envelope', pores: [], label: [420, 320] };
    const outline = [
      [320, 160],
      [600, 160],
      [600, 360],
      [320, 360],
    ];
    const source = sourceWith({ a: pill(120, 80), b: { ...pill(480, 240), in: 'cell' } }, { compartments: [{ ...box, outline }] });
    const { layout, unrouted } = composeLayout(source, recordsOf(['a', 'b'], [claim('a', 'b')]));
    expect(unrouted).toEqual(['a--b']);
    expect(layout.edges).toEqual([]);
  });

  it('refuses a place for an entity that the records do not hold', () => {
    expect(() => composeLayout(sourceWith({ ghost: pill(80, 80) }), recordsOf([], []))).toThrow('nodes.ghost');
  });

  it('honours a hint', () => {
    const nodes = { a: pill(80, 200), b: pill(560, 200) };
    const records = recordsOf(['a', 'b'], [claim('a', 'b')]);
    const hints = { 'a--b': { from: 'top', to: 'top', via: [[320, 80]] } };
    const { layout } = composeLayout(sourceWith(nodes, { edges: hints }), records);
    const points = layout.edges[0]?.points ?? [];
    expect(points[0]?.[1]).toBe(183);
    expect(points.at(-1)?.[1]).toBe(183);
    expect(points.some(([, y]) => y === 80)).toBe(true);
    expect(checkLayout(layout, records).faults).toEqual([]);
  });
});
