import { describe, expect, it } from 'vitest';
import { decode } from '../../../src/explorer/url';
import { packNamed } from './flagship';

const model = packNamed('ketamine');

describe('the statements of the article', () => {
  it.each(model.statements.map((statement) => [statement.id, statement] as const))('%s can be proofread', (_, statement) => {
    for (const mark of statement.marks) expect(statement.sentence).toContain(mark.words);
    expect(statement.references.length).toBeGreaterThan(0);
    expect(decode(statement.view, model).notices).toEqual([]);
  });

  it('that mislead, or that nothing supports, say how', () => {
    const silent = model.statements.filter(
      ({ grade, distortions, marks }) => grade !== 'supported' && (distortions.length === 0 || marks.length === 0),
    );
    expect(silent.map(({ id }) => id)).toEqual([]);
  });

  it('show both sides where they are contested', () => {
    const onesided = model.statements.filter(({ grade, contradicting }) => grade === 'contested' && contradicting.length === 0);
    expect(onesided.map(({ id }) => id)).toEqual([]);
  });
});
