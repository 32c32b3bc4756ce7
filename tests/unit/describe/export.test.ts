import { csvParseRows } from 'd3-dsv';
import { describe, expect, it } from 'vitest';
import { csvOf, jsonOf, type PlotTable } from '../../../src/describe/export';

const table: PlotTable = {
  columns: [
    { id: 't', label: 'time', unit: 'min' },
    { id: 'name', label: 'name, "quoted"' },
  ],
  rows: [
    [1.5, 'plain'],
    [Number.NaN, 'two\nlines, "said"'],
    [null, '=SUM(A1)'],
  ],
};

describe('data files', () => {
  it('carry their sources and link, and read back as they were', () => {
    const csv = csvOf(table, 'Simons 2022,\nmodelled', 'https://example.org/?v=1');
    const [cite, link, ...rest] = csv.split('\r\n');
    expect(cite).toBe('# Simons 2022, modelled');
    expect(link).toBe('# https://example.org/?v=1');
    expect(csvParseRows(rest.join('\r\n').trimEnd())).toEqual([
      ['time (min)', 'name, "quoted"'],
      ['1.5', 'plain'],
      ['', 'two\nlines, "said"'],
      // A spreadsheet would run it otherwise.
      ['', "'=SUM(A1)"],
    ]);
  });

  it('are sound JSON without numbers that JSON does not know', () => {
    expect(JSON.parse(jsonOf(table, 'c', 'l'))).toEqual({
      cite: 'c',
      link: 'l',
      columns: table.columns,
      rows: [
        [1.5, 'plain'],
        [null, 'two\nlines, "said"'],
        [null, '=SUM(A1)'],
      ],
    });
  });
});
