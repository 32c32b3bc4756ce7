/** The rule that grades a claim, branch by branch, and the two promises it makes about further papers. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PREPARATIONS, SPECIES, STANCES } from '../../../src/model/schema';
import type { Claim, Evidence, Judgement, Reference, ReferenceId } from '../../../src/model/schema';
import { compareStrength, gradeClaim } from '../../../src/model/strength';
import type { Reason } from '../../../src/model/strength';
import { modelOf } from './fixture';

const model = modelOf();
const [someClaim] = model.claims;
const [someReference] = model.references;
if (someClaim === undefined || someReference === undefined) throw new Error('the fixture has no claim');

function row(reference: string, more: Partial<Evidence> = {}): Evidence {
  return {
    reference: reference as ReferenceId,
    species: 'rat',
    preparation: 'ex vivo',
    stance: 'supports',
    finding: 'f',
    check: 'checked',
    ...more,
  };
}

function claim(evidence: readonly Evidence[], judgement: Judgement = 'strong', more: Partial<Claim> = {}): Claim {
  return { ...(someClaim as Claim), evidence: [...evidence], judgement, ...more };
}

function papers(records: Readonly<Record<string, Partial<Reference>>> = {}): ReadonlyMap<ReferenceId, Reference> {
  return new Map(
    Object.entries(records).map(([id, more]) => [id as ReferenceId, { ...(someReference as Reference), id: id as ReferenceId, ...more }]),
  );
}

function kinds(reasons: readonly Reason[]): string[] {
  return reasons.map(({ kind, limit }) => `${kind} ${limit}`);
}

const TWO = [row('a'), row('b')];

describe('a claim is', () => {
  test.each([
    ['strong', 'strong'],
    ['moderate', 'moderate'],
    ['weak', 'early'],
    ['contested', 'contested'],
  ] as const)('at most what its authors say: %s', (judgement, strength) => {
    const grade = gradeClaim(claim(TWO, judgement), papers());
    expect(grade.strength).toBe(strength);
    expect(kinds(grade.reasons)).toEqual(['support strong', `judgement ${strength}`]);
  });

  test('never raised above its judgement by any number of papers', () => {
    const many = Array.from({ length: 20 }, (_, index) => row(`p${index}`));
    expect(gradeClaim(claim(many, 'weak'), papers()).strength).toBe('early');
  });

  test('contested when a paper contradicts and fewer than three support for each', () => {
    const grade = gradeClaim(claim([...TWO, row('x', { stance: 'contradicts' })]), papers());
    expect(grade.strength).toBe('contested');
    expect(grade.reasons[1]).toEqual({ kind: 'disputed', supporting: 2, contradicting: 1, limit: 'contested' });
  });

  test('moderate at most when supporting papers outnumber a contradicting one three to one', () => {
    const grade = gradeClaim(claim([...TWO, row('c'), row('x', { stance: 'contradicts' })]), papers());
    expect(grade.strength).toBe('moderate');
    expect(grade.reasons[1]).toEqual({ kind: 'outnumbered', supporting: 3, contradicting: 1, limit: 'moderate' });
  });

  test('contested even by an unchecked contradiction, and not defended by unchecked support', () => {
    const contra = row('x', { stance: 'contradicts', check: 'unchecked' });
    expect(gradeClaim(claim([...TWO, contra]), papers()).strength).toBe('contested');
    expect(gradeClaim(claim([...TWO, row('c', { check: 'unchecked' }), contra]), papers()).strength).toBe('contested');
  });

  test('not contested twice by one paper with two rows', () => {
    const twice = [row('x', { stance: 'contradicts' }), row('x', { stance: 'contradicts', species: 'mouse' })];
    expect(gradeClaim(claim([...TWO, row('c'), ...twice]), papers()).strength).toBe('moderate');
  });

  test('moderate at most when a paper found both', () => {
    for (const mixed of [[row('m', { stance: 'mixed' })], [row('m'), row('m', { stance: 'contradicts' })]]) {
      const grade = gradeClaim(claim([...TWO, ...mixed]), papers());
      expect(grade.strength).toBe('moderate');
      expect(kinds(grade.reasons)).toContain('mixed moderate');
    }
  });

  test('early at most when all results are mixed', () => {
    const grade = gradeClaim(claim([row('m', { stance: 'mixed' })]), papers());
    expect(grade.strength).toBe('early');
    expect(kinds(grade.reasons)).toEqual(['mixedOnly early', 'judgement strong']);
  });

  test('early at most when the evidence is about a relative', () => {
    const grade = gradeClaim(claim(TWO, 'strong', { extrapolated: true }), papers());
    expect(grade.strength).toBe('early');
    expect(kinds(grade.reasons)).toContain('extrapolated early');
  });

  test('early at most when no supporting paper was checked', () => {
    const unchecked = TWO.map((each) => ({ ...each, check: 'unchecked' as const }));
    expect(gradeClaim(claim(unchecked), papers()).strength).toBe('early');
    const grade = gradeClaim(claim(TWO), papers({ a: { check: 'unchecked' }, b: { check: 'unchecked' } }));
    expect(grade.strength).toBe('early');
    expect(grade.reasons[1]).toEqual({ kind: 'unchecked', papers: 2, limit: 'early' });
  });

  test('moderate at most when only reviews and labels support it', () => {
    const bySecondary = gradeClaim(claim(TWO), papers({ a: { kind: 'review' }, b: { kind: 'label' } }));
    expect(kinds(bySecondary.reasons)).toContain('secondaryOnly moderate');
    expect(bySecondary.strength).toBe('moderate');
    expect(gradeClaim(claim([row('a', { preparation: 'review' }), row('b', { preparation: 'review' })]), papers()).strength).toBe(
      'moderate',
    );
  });

  test('moderate at most on one primary paper, reviews beside it or not', () => {
    const grade = gradeClaim(claim([row('a')]), papers());
    expect(grade.strength).toBe('moderate');
    expect(grade.reasons[1]).toEqual({ kind: 'singlePaper', reference: 'a', preparation: 'ex vivo', limit: 'moderate' });
    expect(gradeClaim(claim(TWO), papers({ b: { kind: 'review' } })).strength).toBe('moderate');
  });

  test('strong on one paper that shows a structure or two preparations', () => {
    expect(gradeClaim(claim([row('a', { preparation: 'structure' })]), papers()).strength).toBe('strong');
    expect(gradeClaim(claim([row('a'), row('a', { preparation: 'in vivo' })]), papers()).strength).toBe('strong');
    const second = row('a', { preparation: 'in vivo', check: 'unchecked' });
    expect(gradeClaim(claim([row('a'), second]), papers()).strength).toBe('moderate');
  });
});

test('the support names papers, species and preparations once each', () => {
  const { reasons } = gradeClaim(claim([row('a'), row('a', { species: 'mouse' }), row('b', { check: 'unchecked' })]), papers());
  expect(reasons[0]).toEqual({
    kind: 'support',
    papers: 2,
    checked: 1,
    species: ['rat', 'mouse'],
    preparations: ['ex vivo'],
    limit: 'strong',
  });
});

test('reasons after the support come lowest first, and the first of them is the strength', () => {
  const evidence = [...TWO, row('x', { stance: 'contradicts' }), row('m', { stance: 'mixed' })];
  const { strength, reasons } = gradeClaim(claim(evidence, 'weak', { extrapolated: true }), papers());
  const limits = reasons.slice(1).map(({ limit }) => limit);
  expect(limits).toEqual(['contested', 'early', 'early', 'moderate']);
  expect(strength).toBe(limits[0]);
});

describe('for any claim', () => {
  const evidence = fc.array(
    fc.record({
      reference: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      species: fc.constantFrom(...SPECIES),
      preparation: fc.constantFrom(...PREPARATIONS),
      stance: fc.constantFrom(...STANCES),
      check: fc.constantFrom('checked' as const, 'unchecked' as const),
    }),
    { minLength: 1, maxLength: 8 },
  );
  const known = fc.dictionary(
    fc.constantFrom('a', 'b', 'c', 'd', 'e', 'new'),
    fc.record({
      check: fc.constantFrom('checked' as const, 'unchecked' as const),
      kind: fc.constantFrom('article' as const, 'review' as const),
    }),
  );
  const any = fc
    .tuple(evidence, fc.constantFrom('strong', 'moderate', 'weak', 'contested' as const), fc.boolean())
    .map(([rows, judgement, extrapolated]) =>
      claim(
        rows.map(({ reference, ...more }) => row(reference, more)),
        judgement as Judgement,
        { extrapolated },
      ),
    );
  const preparation = fc.constantFrom(...PREPARATIONS);

  test('a further contradicting paper never raises it', () => {
    fc.assert(
      fc.property(any, known, preparation, fc.constantFrom('checked' as const, 'unchecked' as const), (before, records, how, check) => {
        const after = { ...before, evidence: [...before.evidence, row('new', { stance: 'contradicts', preparation: how, check })] };
        const references = papers(records);
        const change = compareStrength(gradeClaim(after, references).strength, gradeClaim(before, references).strength);
        expect(change).toBeLessThanOrEqual(0);
      }),
      { numRuns: 2000 },
    );
  });

  test('a further supporting, checked, independent paper never lowers it', () => {
    fc.assert(
      fc.property(any, known, preparation, (before, records, how) => {
        const after = { ...before, evidence: [...before.evidence, row('new', { preparation: how })] };
        const references = papers({ ...records, new: { check: 'checked', kind: 'article' } });
        const change = compareStrength(gradeClaim(after, references).strength, gradeClaim(before, references).strength);
        expect(change).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 2000 },
    );
  });

  test('the order of the evidence does not matter', () => {
    fc.assert(
      fc.property(any, known, (before, records) => {
        const turned = { ...before, evidence: before.evidence.toReversed() };
        expect(gradeClaim(turned, papers(records)).strength).toBe(gradeClaim(before, papers(records)).strength);
      }),
    );
  });
});
