import { describe, expect, it } from 'vitest';
import { reduce } from '../../../src/explorer/actions';
import { start } from '../../../src/explorer/defaults';
import { actionsFor, createFinder, type FindResult } from '../../../src/explorer/find';
import type { ExplorerState } from '../../../src/explorer/state';
import { smallModel } from './fixture';

const model = smallModel();
const finder = createFinder(model, {
  claim: (claim) => `${claim.source} ${claim.effect} ${claim.target}`,
  reference: (item) => `${item.authors[0] ?? ''} ${item.year}`,
  region: ({ name, species }) => `${name} of ${species}`,
  finding: (_finding, title) => title,
  cell: ({ name }, { title }) => `${name} of ${title}`,
  cellNames: () => [],
});
const first = (query: string): FindResult | undefined => finder.find(query)[0]?.results[0];
const all = (query: string) => finder.find(query, 100).flatMap((group) => group.results);

describe('finding', () => {
  it.each([
    ['drug', 'entity', 'drug', 'name'],
    ['DRUG', 'entity', 'drug', 'name'],
    ['busy kin', 'entity', 'kinase', 'name'],
    ['kinsae', 'entity', 'kinase', 'name'],
    ['BSK1', 'entity', 'kinase', 'identifier'],
    ['tradename', 'entity', 'drug', 'synonym'],
    ['spravx', 'entity', 'drug', 'synonym'],
    ['first way', 'hypothesis', 'alpha', 'name'],
    ['peakOnly', 'event', 'peakOnly', 'name'],
    ['metabolite at the gate', 'reference', 'moss2010', 'name'],
    ['10.1/abc', 'reference', 'lee2001', 'identifier'],
    ['1999', 'reference', 'idle1999', 'year'],
    ['drug--gate', 'claim', 'drug--gate', 'name'],
    ['https://doi.org/10.1/abc', 'reference', 'lee2001', 'identifier'],
    ['PMID: 123', 'reference', 'lee2001', 'identifier'],
    ['bsk 1', 'entity', 'kinase', 'identifier'],
    ['lee 2001', 'reference', 'lee2001', 'name'],
  ])('%s finds the %s %s by its %s', (query, kind, id, by) => {
    expect(first(query)).toMatchObject({ kind, id, matched: { by } });
  });

  it('says which synonym answered', () => {
    expect(first('spravex')?.matched).toEqual({ by: 'synonym', text: 'Spravex' });
  });

  it('finds papers by author and year together', () => {
    expect(all('moss 2010').map((result) => result.id)[0]).toBe('moss2010');
  });

  it('falls back to some of the words when not all can be met', () => {
    expect(all('kinase zzzzzz').map((result) => result.id)).toContain('kinase');
  });

  it('finds nothing for nothing, and for what is not there', () => {
    expect(finder.find('')).toEqual([]);
    expect(finder.find('  --  ')).toEqual([]);
    expect(finder.find('zzzzzz')).toEqual([]);
  });

  it('does not forgive slips in numbers', () => {
    expect(all('1998')).toEqual([]);
  });

  it('groups by kind, best first, within the limit', () => {
    const groups = finder.find('gate', 2);
    expect(groups[0]?.kind).toBe('entity');
    for (const group of groups) expect(group.results.length).toBeLessThanOrEqual(2);
    expect(new Set(groups.map((group) => group.kind)).size).toBe(groups.length);
  });
});

describe('choosing a result', () => {
  const state: ExplorerState = { ...start(model), mode: 'outline', selection: null };
  const after = (kind: FindResult['kind'], id: string) =>
    actionsFor({ kind, id }, model, state).reduce<ExplorerState>((now, action) => reduce(now, action, model), state);

  it('shows the diagram and selects', () => {
    expect(after('entity', 'kinase')).toMatchObject({ mode: 'explore', level: 'cell', selection: { kind: 'entity', id: 'kinase' } });
    expect(after('claim', 'drug--gate')).toMatchObject({ mode: 'explore', selection: { kind: 'claim', id: 'drug--gate' } });
    expect(after('hypothesis', 'beta')).toMatchObject({ lit: ['beta'], selection: { kind: 'hypothesis', id: 'beta' } });
    expect(after('event', 'late')).toMatchObject({ selection: { kind: 'event', id: 'late' }, when: { basis: 'afterDose' } });
  });

  it('stays on the page of papers for a paper', () => {
    expect(after('reference', 'lee2001')).toMatchObject({ mode: 'outline', selection: { kind: 'reference', id: 'lee2001' } });
  });

  it('goes to a level on which the thing is drawn, wherever it belongs', () => {
    expect(actionsFor({ kind: 'entity', id: 'growth' }, model, { ...state, level: 'circuit' })).toContainEqual({
      type: 'goTo',
      level: 'cell',
    });
  });

  it('stays where it is when the level of a thing does not exist', () => {
    expect(after('entity', 'mood')).toMatchObject({ level: 'cell', selection: { kind: 'entity', id: 'mood' } });
  });
});
