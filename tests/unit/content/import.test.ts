/** The import itself: joining references, corrections, spelling. Works without the survey files. */
import { describe, expect, it } from 'vitest';
import { corrected, readOverrides } from '../../../src/lab/import/overrides';
import type { Override } from '../../../src/lab/import/overrides';
import { authorsOf, joinReferences } from '../../../src/lab/import/references';
import type { SourceReference } from '../../../src/lab/import/source';
import { sentence, typeset } from '../../../src/lab/import/typeset';

const base: SourceReference = {
  id: 'doe2020',
  authors: 'Doe J, Roe R, et al.',
  year: 2020,
  title: 'A paper on pores',
  journal: 'J Pores',
  doi: '10.1000/PORES',
  pmid: null,
  verified: true,
};
const network: SourceReference = { ...base, seen: ['title'], doiSeen: false };
const clinical: SourceReference = { ...base, verified: false, check: 'from memory, unverified', idSource: 'memory' };
const nothing = { merge: [], split: [], kinds: {}, completed: [], added: [] };
type Work = Parameters<typeof joinReferences>[1];
const work = (fields: object): Work => ({ ...nothing, ...fields }) as Work;

function join(first: readonly SourceReference[], second: readonly SourceReference[], how: object = {}): ReturnType<typeof joinReferences> {
  return joinReferences({ network: { references: first }, clinical: { references: second } }, work(how));
}

describe('joining references', () => {
  it('makes one of two records of a paper and keeps what each survey saw', () => {
    const { references } = join(
      [network],
      [{ ...clinical, doi: '10.1000/pores', idSource: 'stored', check: 'abstract read', journal: 'J Pores 3:1-9' }],
    );
    expect(references).toHaveLength(1);
    expect(references[0]).toMatchObject({ check: 'checked', doiCheck: 'checked', journal: 'J Pores 3:1-9' });
    expect(references[0]?.checkNote).toMatch(/Network survey: title seen.*Clinical survey: abstract read/);
  });

  it('calls an identifier checked only when its string was seen', () => {
    const alone = join([network], []).references[0];
    expect(alone).toMatchObject({ check: 'checked', doiCheck: 'unchecked' });
    const memory = join([], [{ ...clinical, verified: true, check: 'abstract read; DOI from memory', idSource: 'stored' }]).references[0];
    expect(memory).toMatchObject({ check: 'checked', doiCheck: 'unchecked' });
  });

  it('stops when one id names two papers, and splits them when told to', () => {
    const other = { ...clinical, title: 'Something else', doi: '10.1000/else' };
    expect(() => join([network], [other])).toThrow(/two papers/);
    const { references, clinicalId, aliases } = join([network], [other], { split: [{ clinical: 'doe2020', to: 'doe2020b', why: 'told' }] });
    expect(references.map((reference) => reference.id)).toEqual(['doe2020', 'doe2020b']);
    expect(clinicalId('doe2020')).toBe('doe2020b');
    expect(aliases).toEqual({ 'pk-clinical:doe2020': 'doe2020b' });
  });

  it('stops when one paper has two ids, and merges them when told to', () => {
    const twin = { ...clinical, id: 'doePores' };
    expect(() => join([network], [twin])).toThrow(/same paper/);
    const { references, aliases } = join([network], [twin], { merge: [{ keep: 'doe2020', clinical: 'doePores', why: 'told' }] });
    expect(references.map((reference) => reference.id)).toEqual(['doe2020']);
    expect(aliases).toEqual({ doePores: 'doe2020' });
  });

  it('refuses to merge records that disagree on the DOI', () => {
    expect(() => join([network], [{ ...clinical, doi: '10.1000/OTHER' }])).toThrow(/two DOIs/);
  });

  it('takes authors apart and leaves out what names nobody', () => {
    expect(authorsOf('Doe J, Roe R, et al.')).toEqual(['Doe J', 'Roe R', 'et al.']);
    expect(authorsOf('authors not shown in the public table')).toEqual([]);
    expect(authorsOf('US Food and Drug Administration')).toEqual(['US Food and Drug Administration']);
  });
});

describe('corrections', () => {
  const raw = { edges: [{ id: 'a', evidence: [{ species: 'marmoset' }] }] };
  const fix: Override = {
    file: 'network',
    path: ['edges', 'a', 'evidence', 0, 'species'],
    from: 'marmoset',
    to: 'monkey',
    why: 'rhesus monkeys, not marmosets',
  };

  it('changes a copy at the place named by ids and positions', () => {
    expect(corrected('network', raw, [fix])).toEqual({ edges: [{ id: 'a', evidence: [{ species: 'monkey' }] }] });
    expect(raw.edges[0]?.evidence[0]?.species).toBe('marmoset');
    expect(corrected('clinical', raw, [fix])).toEqual(raw);
  });

  it('stops when the survey no longer says what is corrected, or has no such place', () => {
    expect(() => corrected('network', raw, [{ ...fix, from: 'rat' }])).toThrow(/expects "rat"/);
    expect(() => corrected('network', raw, [{ ...fix, path: ['edges', 'b'] }])).toThrow(/"b"/);
  });

  it('has a reason for each', () => {
    const all = readOverrides();
    expect(all.length).toBeGreaterThan(0);
    expect(all.every((each) => each.why.length >= 20)).toBe(true);
  });
});

describe('spelling', () => {
  it('prints units and Greek letters, once and for all', () => {
    const plain = '50 uM, 10 ug/kg, 0.78 umol/L, GSK-3beta, TGF-beta1, mu-opioid, alpha5-GABA-A, 45 +/- 10';
    const printed = '50 µM, 10 µg/kg, 0.78 µmol/L, GSK-3β, TGF-β1, μ-opioid, α5-GABA-A, 45 ± 10';
    expect(typeset(plain)).toBe(printed);
    expect(typeset(printed)).toBe(printed);
  });

  it('leaves words alone that only look like units', () => {
    expect(typeset('Hum, betablockers, alphabet, GSK-3 betas')).toBe('Hum, betablockers, alphabet, GSK-3 betas');
  });

  it('begins sentences with a capital but keeps names that begin small', () => {
    expect(sentence('spine Ca2+ rises')).toBe('Spine Ca2+ rises');
    expect(sentence('mTORC1 rises')).toBe('mTORC1 rises');
    expect(sentence('eEF2K loss')).toBe('eEF2K loss');
  });
});
