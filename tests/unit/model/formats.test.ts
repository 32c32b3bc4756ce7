/** Publications in the formats of other programs, read back by small readers written from the descriptions of the formats. */
import * as fc from 'fast-check';
import { csvParse } from 'd3-dsv';
import { describe, expect, test } from 'vitest';
import { REFERENCE_FORMATS, toBibtex, toCslJson, toCsv, toRis } from '../../../src/model/formats';
import { citationOf } from '../../../src/model/formats/citation';
import type { Reference, ReferenceId } from '../../../src/model/schema';

function reference(more: Partial<Reference> = {}): Reference {
  return {
    id: 'jonas1993' as ReferenceId,
    authors: ['Jonas P', 'Major G', 'Sakmann B'],
    year: 1993,
    title: 'Quantal components of unitary EPSCs',
    journal: 'J Physiol 472(2):615-663',
    doi: '10.1113/jphysiol.1993.sp019965',
    doiCheck: 'checked',
    pmid: '7908327',
    pmidCheck: 'checked',
    check: 'checked',
    kind: 'article',
    ...more,
  };
}

const UNSEEN = reference({ doiCheck: 'unchecked', pmidCheck: 'unchecked', pmcid: 'PMC1160505' });
const NASTY = reference({
  id: 'nasty' as ReferenceId,
  title: 'Mg2+ & "50 %" {block}, x_1 ^ ~5 #2 $3 \\ end\nof it; =SUM(A1)',
  authors: ['Zarate CA Jr', 'van der Schrier R', 'US Food and Drug Administration', 'Müller-Lüdenscheidt K', "O'Brien J-P", 'et al.'],
  journal: 'A journal without pages, "quoted"',
});

/** RIS as its description has it: two capitals or digits, two spaces, a hyphen, a space, the value. */
function readRis(text: string): Record<string, string[]>[] {
  const records: Record<string, string[]>[] = [];
  for (const line of text.split('\r\n')) {
    if (line === '') continue;
    const [, tag = '', value = ''] = /^([A-Z][A-Z\d]) {2}- (.*)$/.exec(line) ?? [];
    if (tag === 'TY') records.push({});
    const record = records.at(-1) ?? {};
    record[tag] = [...(record[tag] ?? []), value];
  }
  return records;
}

/** BibTeX as its grammar has it: entries, then fields whose values end where their braces balance. */
function readBibtex(text: string): { type: string; key: string; fields: Record<string, string> }[] {
  const entries: { type: string; key: string; fields: Record<string, string> }[] = [];
  let at = 0;
  const take = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null) throw new Error(`no BibTeX at ${text.slice(at, at + 40)}`);
    at = pattern.lastIndex;
    return match[1] ?? '';
  };
  while (text.slice(at).trim() !== '') {
    const type = take(/\s*@(\w+)\{/y);
    const key = take(/([^\s,{}]+),\s*/y);
    const fields: Record<string, string> = {};
    while (text[at] !== '}') {
      const name = take(/(\w+) = \{/y);
      const start = at;
      for (let depth = 1; depth > 0; at += 1) {
        if (at >= text.length) throw new Error('the braces do not balance');
        if (text[at] === '{') depth += 1;
        if (text[at] === '}') depth -= 1;
      }
      fields[name] = text.slice(start, at - 1);
      take(/(,)\s*/y);
    }
    at += 1;
    entries.push({ type, key, fields });
  }
  return entries;
}

describe('a citation', () => {
  test.each([
    ['Science 329:959-964', 'Science', '329', null, '959', '964'],
    ['Anesthesiology 133(6):1192-1213', 'Anesthesiology', '133', '6', '1192', '1213'],
    ['Sci Adv 11:eadv5986', 'Sci Adv', '11', null, 'eadv5986', null],
    ['Cell 184:1299-1313.e19', 'Cell', '184', null, '1299', '1313.e19'],
    ['PNAS 115:E3007-E3016', 'PNAS', '115', null, 'E3007', 'E3016'],
    ['eNeuro 3:ENEURO.0133-15.2016', 'eNeuro', '3', null, 'ENEURO.0133-15.2016', null],
    ['US product label', 'US product label', null, null, null, null],
    ['Cochrane Database Syst Rev CD011612', 'Cochrane Database Syst Rev CD011612', null, null, null, null],
  ])('takes "%s" apart, or leaves it whole', (journal, container, volume, issue, firstPage, lastPage) => {
    expect(citationOf(reference({ journal }))).toMatchObject({ container, volume, issue, firstPage, lastPage });
  });

  test('tells people from bodies', () => {
    expect(citationOf(NASTY).authors).toEqual([
      { kind: 'person', family: 'Zarate', initials: ['C', 'A'], suffix: 'Jr' },
      { kind: 'person', family: 'van der Schrier', initials: ['R'], suffix: null },
      { kind: 'literal', name: 'US Food and Drug Administration' },
      { kind: 'person', family: 'Müller-Lüdenscheidt', initials: ['K'], suffix: null },
      { kind: 'person', family: "O'Brien", initials: ['J', 'P'], suffix: null },
    ]);
    expect(citationOf(NASTY).more).toBe(true);
  });

  test('gives an identifier only when it was checked, and mentions the others', () => {
    for (const check of ['unchecked', undefined] as const) {
      const { doiCheck: _doi, pmidCheck: _pmid, ...rest } = reference();
      const citation = citationOf(check === undefined ? rest : { ...rest, doiCheck: check, pmidCheck: check });
      expect(citation).toMatchObject({ doi: null, pmid: null });
      expect(citation.notes).toEqual(['DOI not checked: 10.1113/jphysiol.1993.sp019965', 'PMID not checked: 7908327']);
    }
  });
});

describe('CSV', () => {
  test('is read back as it was', () => {
    const [first, second] = csvParse(toCsv([reference(), NASTY]));
    expect(first).toMatchObject({
      id: 'jonas1993',
      authors: 'Jonas P; Major G; Sakmann B',
      year: '1993',
      doi: '10.1113/jphysiol.1993.sp019965',
      pmid: '7908327',
      note: '',
    });
    expect(second).toMatchObject({ title: NASTY.title, journal: NASTY.journal });
  });

  test('ends its lines as RFC 4180 asks', () => {
    expect(toCsv([reference()])).toMatch(/^id,authors,[^\r\n]*\r\n[^\r\n]*\r\n$/);
  });

  test('holds unchecked identifiers in the note only', () => {
    const [row] = csvParse(toCsv([UNSEEN]));
    expect(row).toMatchObject({ doi: '', pmid: '', pmcid: 'PMC1160505' });
    expect(row?.['note']).toBe('DOI not checked: 10.1113/jphysiol.1993.sp019965; PMID not checked: 7908327');
  });

  test('has no cell that a spreadsheet would run', () => {
    for (const title of ['=HYPERLINK("x")', '+1', '-1', '@a', '\t=1']) {
      expect(csvParse(toCsv([reference({ title })]))[0]?.['title']).toBe(`'${title}`);
    }
  });
});

describe('BibTeX', () => {
  test('has the fields of an article', () => {
    expect(readBibtex(toBibtex([reference()]))).toEqual([
      {
        type: 'article',
        key: 'jonas1993',
        fields: {
          author: 'Jonas, P. and Major, G. and Sakmann, B.',
          title: '{Quantal components of unitary EPSCs}',
          journal: 'J Physiol',
          year: '1993',
          volume: '472',
          number: '2',
          pages: '615--663',
          doi: '10.1113/jphysiol.1993.sp019965',
          pmid: '7908327',
        },
      },
    ]);
  });

  test('writes names so that "and" and commas do not split them', () => {
    const [entry] = readBibtex(toBibtex([NASTY]));
    expect(entry?.fields['author']).toBe(
      "Zarate, Jr, C. A. and van der Schrier, R. and {US Food and Drug Administration} and Müller-Lüdenscheidt, K. and O'Brien, J. P. and others",
    );
  });

  test('writes every sign that TeX would act on as a command', () => {
    const [entry] = readBibtex(toBibtex([NASTY]));
    expect(entry?.fields['title']).toBe(
      '{Mg2+ \\& "50 \\%" \\textbraceleft{}block\\textbraceright{}, x\\_1 \\textasciicircum{} \\textasciitilde{}5 \\#2 \\$3 \\textbackslash{} end of it; =SUM(A1)}',
    );
  });

  test('holds unchecked identifiers, and those that would break the file, in the note only', () => {
    const [unseen, odd] = readBibtex(toBibtex([UNSEEN, reference({ doi: '10.1000/a}b' })]));
    expect(unseen?.fields).not.toHaveProperty('doi');
    expect(unseen?.fields).not.toHaveProperty('pmid');
    expect(unseen?.fields['note']).toContain('DOI not checked: 10.1113/jphysiol.1993.sp019965');
    expect(odd?.fields).not.toHaveProperty('doi');
    expect(odd?.fields['note']).toBe('DOI: 10.1000/a\\textbraceright{}b');
  });

  test('uses an entry type that fits what is no article', () => {
    const types = (['book', 'label', 'dataset'] as const).map((kind) => readBibtex(toBibtex([reference({ kind })]))[0]);
    expect(types.map((entry) => entry?.type)).toEqual(['book', 'misc', 'misc']);
    expect(types[1]?.fields).toMatchObject({ howpublished: 'J Physiol' });
  });
});

describe('RIS', () => {
  test('begins with TY, ends with ER, and has the tags of an article', () => {
    const text = toRis([reference(), UNSEEN]);
    const [record] = readRis(text);
    expect(text.startsWith('TY  - JOUR\r\n')).toBe(true);
    expect(text.match(/^ER {2}- \r$/gm)).toHaveLength(2);
    expect(record).toEqual({
      TY: ['JOUR'],
      ID: ['jonas1993'],
      AU: ['Jonas, P.', 'Major, G.', 'Sakmann, B.'],
      PY: ['1993'],
      TI: ['Quantal components of unitary EPSCs'],
      JO: ['J Physiol'],
      VL: ['472'],
      IS: ['2'],
      SP: ['615'],
      EP: ['663'],
      DO: ['10.1113/jphysiol.1993.sp019965'],
      AN: ['PMID:7908327'],
      ER: [''],
    });
  });

  test('keeps a value with line ends in one line, so that it cannot open or close a record', () => {
    const title = 'A\r\nER  - \r\nTY  - JOUR\nB';
    expect(readRis(toRis([reference({ title })])).map((record) => record['TI'])).toEqual([['A ER - TY - JOUR B']]);
  });

  test('holds unchecked identifiers in notes only', () => {
    const [record] = readRis(toRis([UNSEEN]));
    expect(record).not.toHaveProperty('DO');
    expect(record).not.toHaveProperty('AN');
    expect(record?.['N1']).toEqual(['DOI not checked: 10.1113/jphysiol.1993.sp019965', 'PMID not checked: 7908327']);
    expect(record?.['C2']).toEqual(['PMC1160505']);
  });
});

describe('CSL-JSON', () => {
  const items = (references: readonly Reference[]): unknown[] => JSON.parse(toCslJson(references)) as unknown[];

  test('has the variables of an article', () => {
    expect(items([reference()])).toEqual([
      {
        id: 'jonas1993',
        type: 'article-journal',
        title: 'Quantal components of unitary EPSCs',
        author: [
          { family: 'Jonas', given: 'P.' },
          { family: 'Major', given: 'G.' },
          { family: 'Sakmann', given: 'B.' },
        ],
        issued: { 'date-parts': [[1993]] },
        'container-title': 'J Physiol',
        volume: '472',
        issue: '2',
        page: '615-663',
        DOI: '10.1113/jphysiol.1993.sp019965',
        PMID: '7908327',
      },
    ]);
  });

  test('tells bodies, suffixes and shortened lists of authors', () => {
    expect(items([NASTY])[0]).toMatchObject({
      title: NASTY.title,
      author: [
        { family: 'Zarate', given: 'C. A.', suffix: 'Jr' },
        { family: 'van der Schrier', given: 'R.' },
        { literal: 'US Food and Drug Administration' },
        { family: 'Müller-Lüdenscheidt', given: 'K.' },
        { family: "O'Brien", given: 'J. P.' },
        { literal: 'et al.' },
      ],
    });
  });

  test('holds unchecked identifiers in the note only', () => {
    expect(items([UNSEEN])[0]).not.toHaveProperty('DOI');
    expect(items([UNSEEN])[0]).not.toHaveProperty('PMID');
    expect(items([UNSEEN])[0]).toMatchObject({ note: 'DOI not checked: 10.1113/jphysiol.1993.sp019965; PMID not checked: 7908327' });
  });
});

test('no text that a pack may hold breaks a file: every format gives back as many records as it was given', () => {
  const text = fc.oneof(
    fc.string({ minLength: 1, unit: 'binary' }),
    fc.constantFrom('}', '{', '\\', '"', ',', '\r\nER  - \r\n', '@article{', 'a and b', '%', "'=1"),
  );
  const any = fc.record({ title: text, journal: text, authors: fc.array(text), doi: text, checkNote: text, url: text });
  fc.assert(
    fc.property(fc.array(any, { minLength: 1, maxLength: 4 }), (records) => {
      const references = records.map((each, index) => reference({ ...each, id: `r${index}` as ReferenceId }));
      const ids = references.map(({ id }) => id);
      expect(csvParse(toCsv(references)).map((row) => row['id'])).toEqual(ids);
      expect(readBibtex(toBibtex(references)).map(({ key }) => key)).toEqual(ids);
      expect(readRis(toRis(references)).map((record) => record['ID']?.[0])).toEqual(ids);
      expect((JSON.parse(toCslJson(references)) as { id: string }[]).map(({ id }) => id)).toEqual(ids);
    }),
    { numRuns: 500 },
  );
});

test('every format gives text for an empty list too', () => {
  for (const { write } of Object.values(REFERENCE_FORMATS)) expect(typeof write([])).toBe('string');
  expect(toCslJson([])).toBe('[]\n');
});
