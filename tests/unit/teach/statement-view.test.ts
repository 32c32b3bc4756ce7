import { describe, expect, it } from 'vitest';
import { start } from '../../../src/explorer/defaults';
import { statementSlide, statementView } from '../../../src/teach/article/statement-view';
import { packNamed } from '../explorer/flagship';

const model = packNamed('ketamine');
const state = { ...start(model), mode: 'article', present: true, theme: 'lecture' } as const;

describe('the place of a statement', () => {
  it.each(model.statements.map((statement) => [statement.id, statement] as const))(
    '%s is in the model, and keeps the looks of the page',
    (_, statement) => {
      const there = statementView(state, model, statement);
      expect(there.mode).toBe('explore');
      expect(there).toMatchObject({ present: true, theme: 'lecture', pack: model.manifest.id });
      expect(new URLSearchParams(statement.view).get('level')).toBe(there.level);
    },
  );

  it('on a slide is the same, with the statement still chosen', () => {
    for (const statement of model.statements) {
      const there = statementView(state, model, statement);
      const slide = statementSlide(state, model, statement);
      expect(slide).toEqual({ ...there, mode: 'article', selection: { kind: 'statement', id: statement.id } });
    }
  });
});
