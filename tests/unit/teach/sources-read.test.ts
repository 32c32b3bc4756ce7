import { describe, expect, it } from 'vitest';
import { READ_EXTENTS, type Reference, type Statement } from '../../../src/model/schema';
import { sourcesRead } from '../../../src/teach/article/sources-read';
import { packNamed } from '../explorer/flagship';

type Sides = Pick<Statement, 'references' | 'contradicting'>;

const sides = (references: string[], contradicting: string[] = []): Sides => ({ references, contradicting }) as unknown as Sides;
const papers: Record<string, Pick<Reference, 'reading'>> = {
  whole: { reading: { on: '2026-11-22', extent: 'abstract' } },
  part: { reading: { on: '2027-01-05', extent: 'part' } },
  lost: { reading: { on: '2026-11-22', extent: 'not found' } },
  old: {},
};
const paperOf = (id: string): Pick<Reference, 'reading'> | undefined => papers[id];

describe('papers read again', () => {
  it('are counted once each, and one that was not found is not read', () => {
    expect(sourcesRead(sides(['whole', 'part', 'lost'], ['old', 'whole']), paperOf)).toEqual({ read: 2, count: 4, on: '2027-01-05' });
  });

  it('say nothing where none was looked for', () => {
    expect(sourcesRead(sides(['old', 'unknown']), paperOf)).toBeNull();
    expect(sourcesRead(sides([]), paperOf)).toBeNull();
  });
});

describe('the article of the flagship', () => {
  const model = packNamed('ketamine');
  const paper = (id: string): Reference | undefined => model.references.find((reference) => reference.id === model.resolve(id));

  it('has every paper behind a grade looked for, on a day that the record names', () => {
    const open = model.statements.flatMap(({ id, references, contradicting }) =>
      [...references, ...contradicting].filter((each) => paper(each)?.reading === undefined).map((each) => `${id} ${each}`),
    );
    expect(open).toEqual([]);
  });

  it('says what was read exactly where something was', () => {
    expect(READ_EXTENTS).toContain('not found');
    const wrong = model.references.filter(
      ({ reading }) =>
        reading !== undefined && (reading.extent === 'not found') !== (reading.says === undefined && reading.where === undefined),
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it('rests no grade on papers none of which could be read', () => {
    const blind = model.statements.filter((statement) => (sourcesRead(statement, paper)?.read ?? 0) === 0);
    expect(blind.map(({ id }) => id)).toEqual([]);
  });
});
