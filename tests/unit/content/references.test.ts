/** The flagship's publications: an identifier that nobody read is flagged, and no export gives it as an identifier. */
import { describe, expect, test } from 'vitest';
import { applyReferenceChecks } from '../../../src/lab/import/reference-checks';
import { readPack } from '../../../src/lab/read-pack';
import { citationOf } from '../../../src/model/formats/citation';
import { toBibtex, toCslJson, toRis } from '../../../src/model/formats';
import type { Reference } from '../../../src/model/schema';

const MANIFEST = new URL('../../../src/content/ketamine/pack.json', import.meta.url).pathname;

function flagship(): readonly Reference[] {
  const { model } = readPack(MANIFEST);
  if (model === null) throw new Error('the flagship pack does not load');
  return [...model.references.values()];
}

const references = flagship();

describe('a DOI that nobody read', () => {
  const unseen = references.filter(({ doi, doiCheck }) => doi !== undefined && doiCheck === 'unchecked');

  test('is named in the notes as not checked and is no DOI of the citation', () => {
    expect(unseen.length).toBeGreaterThan(0);
    for (const reference of unseen) {
      const { doi, notes } = citationOf(reference);
      expect({ id: reference.id, doi, named: notes.includes(`DOI not checked: ${String(reference.doi)}`) }).toEqual({
        id: reference.id,
        doi: null,
        named: true,
      });
    }
  });

  test('is in no DOI field of an export', () => {
    for (const reference of unseen) {
      const doi = String(reference.doi);
      expect(toBibtex([reference])).not.toMatch(/^\s*doi\s*=/im);
      expect(toRis([reference])).not.toContain(`DO  - ${doi}`);
      expect(toCslJson([reference])).not.toContain(`"DOI": "${doi}"`);
    }
  });
});

/** Sentences of a note that tell of the parts of a bibliographic record and of nothing that the paper says. */
const NAMES_ONLY =
  /^(?:\w+ survey: )?(?:(?:full |complete )?(?:title|authors?|volume|pages|journal|year|identifiers|DOI|PMID|PMCID)(?:, | and |, and | )?)+(?:seen|read)\b/i;
const TELLS_MORE = /\b(?:abstract|finding|trial|study|values?|rates|states|text seen|figures)\b/i;

function restsOnTitle({ checkNote, reading }: Reference): boolean {
  if (reading !== undefined && reading.extent !== 'not found') return false;
  const sentences = (checkNote ?? '').split(/(?<=\.)\s+/).filter((sentence) => sentence !== '');
  return sentences.every((sentence) => NAMES_ONLY.test(sentence) && !TELLS_MORE.test(sentence));
}

describe('a paper of which only the title was seen', () => {
  test.each(['ketamine', 'ltp'])('does not count as checked (%s)', (pack) => {
    const { model } = readPack(new URL(`../../../src/content/${pack}/pack.json`, import.meta.url).pathname);
    const counted = [...(model?.references.values() ?? [])].filter((each) => each.check === 'checked');
    expect(counted.length).toBeGreaterThan(50);
    expect(counted.filter(restsOnTitle).map(({ id }) => id)).toEqual([]);
  });
});

describe('readings made after the surveys', () => {
  const unread: Reference = {
    id: 'smith2001' as Reference['id'],
    authors: ['Smith AB'],
    year: 2001,
    title: 'A title',
    journal: 'A journal 1:1-2',
    doi: '10.1000/recalled',
    doiCheck: 'unchecked',
    check: 'unchecked',
    checkNote: 'Not seen.',
    kind: 'article',
  };

  test('check only what they name', () => {
    const [read] = applyReferenceChecks([unread], [{ id: unread.id, check: 'checked', note: 'Title and abstract read.' }]);
    expect(read).toEqual({ ...unread, check: 'checked', checkNote: 'Title and abstract read.' });
  });

  test('replace an identifier that was recalled wrongly and keep the older note of an unchecked record', () => {
    const [read] = applyReferenceChecks([unread], [{ id: unread.id, doi: '10.1000/read', doiCheck: 'checked', note: 'DOI read.' }]);
    expect(read).toEqual({ ...unread, doi: '10.1000/read', doiCheck: 'checked', checkNote: 'Not seen. DOI read.' });
  });

  test('leave other records alone and refuse a record that is not there', () => {
    expect(applyReferenceChecks([unread], [])).toEqual([unread]);
    expect(() => applyReferenceChecks([], [{ id: unread.id, note: 'x' }])).toThrow(/smith2001, which is no reference/);
  });
});
