import { describe, expect, it } from 'vitest';
import { readPack } from '../../../src/lab/read-pack';
import { compileScheme } from '../../../src/science/receptors/compile';
import { poreStates } from '../../../src/science/receptors/pore-states';
import { plain, ofNumber, ofTime, time } from '../../../src/views/receptor/numbers-text';
import { schemeLayout } from '../../../src/views/receptor/scheme-layout';

const { model } = readPack('src/content/ketamine/pack.json');
const schemes = model?.schemes ?? [];

function layoutOf(id: string) {
  const record = schemes.find((scheme) => scheme.id === id);
  if (record === undefined) throw new Error(id);
  return { record, layout: schemeLayout(record, poreStates(compileScheme(record))) };
}

describe('a scheme as a diagram', () => {
  it('has every state once and every transition of every scheme', () => {
    expect(schemes.length).toBeGreaterThan(15);
    for (const record of schemes) {
      const { layout } = layoutOf(record.id);
      const places = layout.states.map((item) => `${item.layer}/${item.column}/${item.row}`);
      expect(new Set(places).size).toBe(record.states.length);
      const pairs = layout.links.flatMap(({ from, to, both }) => (both ? [`${from}-${to}`, `${to}-${from}`] : [`${from}-${to}`]));
      const wanted = record.transitions.map((t) => `${record.states.indexOf(t.from)}-${record.states.indexOf(t.to)}`);
      expect(new Set(pairs)).toEqual(new Set(wanted));
    }
  });

  it('puts free, Mg2+ and ketamine on layers of their own, one under the other', () => {
    const { layout, record } = layoutOf('NMDA_2A_MGKET');
    expect(layout.layers).toEqual([null, 'mg', 'ket']);
    const at = (name: string) => layout.states[record.states.indexOf(name)];
    for (const name of ['R', 'RA', 'RA2', 'D2', 'O']) {
      expect(at(name)?.layer).toBe(0);
      expect(at(`${name}_Mg`)).toMatchObject({ layer: 1, column: at(name)?.column, row: at(name)?.row });
      expect(at(`${name}_K`)).toMatchObject({ layer: 2, column: at(name)?.column });
    }
    expect(at('O')?.column).toBeGreaterThan(at('RA2')?.column ?? 9);
  });

  it('lays out a scheme without blockers on one layer', () => {
    const { layout } = layoutOf('AMPA_JONAS93');
    expect(layout.layers).toEqual([null]);
  });
});

describe('numbers in words', () => {
  it('keeps what the error allows', () => {
    expect(ofNumber({ value: 0.083456, standardError: 0.00123, count: 9 })).toEqual({ value: '0.0835', error: '0.0012', unit: '' });
    expect(ofTime({ value: 0.1478, standardError: 0.00094, count: 9 })).toEqual({ value: '147.80', error: '0.94', unit: 'µs' });
    expect(ofNumber({ value: 0.5, standardError: null, count: 1 }).error).toBeNull();
  });
  it('chooses a unit that suits', () => {
    expect([0.01, 2.5, 1500, 600_000, 7_200_000].map(time)).toEqual(['10 µs', '2.5 ms', '1.5 s', '10 min', '2 h']);
    expect(plain(-0.40123)).toBe('−0.401');
  });
});
