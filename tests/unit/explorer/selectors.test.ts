import { describe, expect, it } from 'vitest';
import { claimOf, entityOf, hypothesisOf, referenceOf } from '../../../src/explorer/lookup';
import { ANY_PUBLICATION, filterPublications, publications, type PublicationFilter } from '../../../src/explorer/publications';
import { claimContent, entityContent, hypothesisContent, pairContent, referenceContent } from '../../../src/explorer/selectors';
import { smallModel } from './fixture';

const model = smallModel();
const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);

function found<T>(item: T | undefined): T {
  if (item === undefined) throw new Error('not in the fixture');
  return item;
}

describe('a claim', () => {
  const content = claimContent(found(claimOf(model, 'kinase--factor')), model);

  it('has its evidence by stance, counter-evidence included', () => {
    expect(content.evidence.map((group) => [group.stance, group.items.map((item) => item.reference?.id)])).toEqual([
      ['supports', ['lee2001']],
      ['contradicts', ['moss2010']],
    ]);
  });

  it('knows its ends, its hypotheses by tag or route, and its events', () => {
    expect([content.source?.id, content.target?.id]).toEqual(['kinase', 'factor']);
    expect(ids(content.hypotheses)).toEqual(['alpha']);
    expect(ids(content.events)).toEqual(['rise']);
    expect(content.grade.strength).toBe('contested');
  });
});

describe('an entity', () => {
  it('has its claims, core and strong ones first', () => {
    const content = entityContent(found(entityOf(model, 'kinase')), model);
    expect(ids(content.out)).toEqual(['kinase--brake', 'kinase--factor']);
    expect(ids(content.in)).toEqual(['gate--kinase', 'brake--kinase']);
    expect(ids(content.events)).toEqual(['rise']);
  });

  it('is found by an old id', () => {
    expect(entityOf(model, 'old_drug')?.id).toBe('drug');
  });
});

describe('a reference', () => {
  it('has everything that rests on it', () => {
    const content = referenceContent(found(referenceOf(model, 'moss2010')), model);
    expect(ids(content.claims.map((item) => item.claim))).toEqual(['kinase--factor', 'metabolite--gate', 'kinase--brake']);
    expect(content.hypotheses.map((item) => [item.hypothesis.id, item.stance])).toEqual([
      ['alpha', 'contradicts'],
      ['beta', 'supports'],
    ]);
  });

  it('names other records by their list', () => {
    const resting = new Map([...model.restingOn, [found(referenceOf(model, 'idle1999')).id, [{ list: 'safety', id: 's1' }]]]);
    expect(referenceContent(found(referenceOf(model, 'idle1999')), { ...model, restingOn: resting }).others).toEqual([
      { list: 'safety', ids: ['s1'] },
    ]);
  });
});

describe('a hypothesis', () => {
  it('has its numbered route and the claims beside it', () => {
    const content = hypothesisContent(found(hypothesisOf(model, 'beta')), model);
    expect(content.route.map(({ step, claim }) => [step, claim.id])).toEqual([
      [1, 'drug--metabolite'],
      [2, 'metabolite--gate'],
    ]);
    expect(ids(content.beside)).toEqual(['gate--kinase']);
  });
});

describe('a pair', () => {
  it('splits into shared and own claims', () => {
    const pair = pairContent('alpha', 'beta', model);
    expect(ids(pair?.shared ?? [])).toEqual(['gate--kinase']);
    expect(ids(pair?.onlyA ?? [])).toEqual(['drug--gate', 'kinase--factor']);
    expect(ids(pair?.onlyB ?? [])).toEqual(['drug--metabolite', 'metabolite--gate']);
    expect(pairContent('alpha', 'nothing', model)).toBeNull();
  });
});

const passing = (filter: Partial<PublicationFilter>) =>
  ids(filterPublications(publications(model), { ...ANY_PUBLICATION, ...filter }).map((row) => row.reference));

describe('publications', () => {
  it('lists every paper, newest first, with what rests on it', () => {
    expect(passing({})).toEqual(['moss2010', 'lee2001', 'idle1999']);
    const [moss] = publications(model);
    expect(moss).toMatchObject({
      species: ['human', 'monkey', 'mouse'],
      preparations: ['clinical', 'in vivo'],
      resting: 5,
      hypotheses: ['alpha', 'beta'],
    });
  });

  it('filters', () => {
    expect(passing({ check: 'checked' })).toEqual(['lee2001', 'idle1999']);
    expect(passing({ species: ['human'] })).toEqual(['moss2010']);
    // Both papers stand under the same claim, but only one of them is about monkeys.
    expect(passing({ species: ['monkey'] })).toEqual(['moss2010']);
    expect(passing({ species: ['mouse'], preparation: ['clinical'] })).toEqual([]);
    expect(passing({ hypothesis: 'alpha' })).toEqual(['moss2010', 'lee2001']);
    expect(passing({ strength: ['strong'] })).toEqual([]);
    expect(passing({ strength: ['moderate'] })).toEqual(['lee2001']);
    expect(passing({ words: 'moss METABOLITE' })).toEqual(['moss2010']);
    expect(passing({ words: '1999' })).toEqual(['idle1999']);
  });
});
