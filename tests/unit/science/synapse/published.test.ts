/** The comparison with published figures, with few trials: its shape, its honesty and the rows without chance. */
import { describe, expect, it } from 'vitest';
import { comparePublished } from '../../../../src/science/synapse/published';
import { publishedRow } from '../../../../src/science/synapse/publishedRow';
import { source } from './helpers';

const FIGURE = {
  id: 'x',
  question: 'How many',
  published: '10',
  range: [8, 12],
  unit: 'channels',
  source: 'A paper',
  agrees: 'as expected',
  below: 'too few',
  above: 'too many',
} as const;

describe('a row', () => {
  it('says whether the model lies in the published range, and why not', () => {
    expect(publishedRow(FIGURE, { value: 8 })).toMatchObject({ verdict: 'agrees', reason: 'as expected', model: 8 });
    expect(publishedRow(FIGURE, { value: 7.9, se: 0.1 })).toMatchObject({ verdict: 'differs', reason: 'too few', se: 0.1 });
    expect(publishedRow(FIGURE, { value: 13 })).toMatchObject({ verdict: 'differs', reason: 'too many' });
    expect(publishedRow(FIGURE, { value: NaN }).verdict).toBe('differs');
  });
});

describe('the table', () => {
  it('covers the published figures and gives each a value, a source and a reason', () => {
    const rows = comparePublished(source, 1);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    for (const id of [
      'open.ampa',
      'open.nmda',
      'glutamate.peak',
      'glutamate.decay',
      'epsc.rise',
      'epsc.decay',
      'ratio.nmda.ampa',
      'cv.channels',
      'nmda.decay',
      'height',
    ]) {
      expect(rows.map((row) => row.id)).toContain(id);
    }
    const incomplete = rows.filter(
      ({ model, source: words, reason }) => !Number.isFinite(model) || words.length < 10 || reason.length < 10,
    );
    expect(incomplete).toEqual([]);
    // Nothing is tuned away: free diffusion cannot give the published 1.2 ms, and the table says so.
    expect(rows.find(({ id }) => id === 'glutamate.decay')).toMatchObject({ verdict: 'differs' });
  }, 120_000);
});
