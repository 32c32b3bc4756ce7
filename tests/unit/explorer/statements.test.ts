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
    for (const { id, grade, distortions, marks } of model.statements) {
      if (grade === 'supported') continue;
      expect(distortions.length, id).toBeGreaterThan(0);
      expect(marks.length, id).toBeGreaterThan(0);
    }
  });

  it('show both sides where they are contested', () => {
    for (const { id, grade, contradicting } of model.statements)
      if (grade === 'contested') expect(contradicting.length, id).toBeGreaterThan(0);
  });
});
