import { beforeAll, describe, expect, it } from 'vitest';
import { findWords } from '../../../src/describe/find';
import { areaWords, messagesFor } from '../../../src/describe/messages';
import { search } from '../../../src/describe/messages/en/search';
import { claimSentence } from '../../../src/describe/sentences';
import { reduce } from '../../../src/explorer/actions';
import { regionsAt } from '../../../src/explorer/brain';
import { LINK_BASELINE, start } from '../../../src/explorer/defaults';
import { actionsFor, createFinder, type FindKind, type Finder } from '../../../src/explorer/find';
import { scoreOf } from '../../../src/explorer/score';
import type { ExplorerState } from '../../../src/explorer/state';
import { encode } from '../../../src/explorer/url';
import type { Model } from '../../../src/model/model';
import { LEVELS, PREPARATIONS, SPECIES, STRENGTHS } from '../../../src/model/schema';
import { flagship } from './flagship';

const messages = messagesFor('en');
let model: Model;

beforeAll(() => {
  model = flagship();
});

const longest = (texts: readonly string[]) => texts.toSorted((a, b) => b.length - a.length);

describe('links into the flagship', () => {
  it('stay under 1,500 characters with the longest ids and everything set', () => {
    const [a = '', b = ''] = longest(model.hypotheses.map(({ id }) => id));
    const [claim = ''] = longest(model.claims.map(({ id }) => id));
    const link = encode({
      ...LINK_BASELINE,
      mode: 'evidence',
      level: 'receptor',
      camera: { x: -123_456.7, y: -123_456.7, zoom: 12.345 },
      selection: { kind: 'hypothesis', id: claim },
      lit: [a, b],
      papers: { hypothesis: a, words: 'long words of a title that a reader may well have typed' },
      filters: { species: SPECIES, preparation: PREPARATIONS, strength: STRENGTHS, check: 'unchecked', extended: true },
      when: { basis: 'afterDose', seconds: 123_400 },
      theme: 'lecture',
      locale: 'qps-long',
    });
    expect(link.length).toBeLessThan(1_500);
  });
});

describe('finding in the flagship', () => {
  let finder: Finder;
  beforeAll(() => {
    finder = createFinder(model, findWords(model, messages, areaWords(search, 'en')));
  });

  it.each([
    ['ketamine', 'entity', 'ketamine'],
    ['ketmaine', 'entity', 'ketamine'],
    ['Spravato', 'entity', 's_ketamine'],
    ['NR2B', 'entity', 'glun2b'],
    ['GRIN2B', 'entity', 'glun2b'],
    ['psd95', 'entity', 'psd95'],
    ['trk b', 'entity', 'trkb'],
    ['bdnf', 'entity', 'bdnf'],
    ['magnesium', 'entity', 'mg2'],
    ['li 2010', 'reference', 'li2010'],
    ['autry', 'reference', 'autry2011'],
    ['PMID 20724638', 'reference', 'li2010'],
    ['interneuron disinhibition', 'hypothesis', 'disinhibition'],
    ['glutamate surge', 'event', 'tc04'],
    ['habenula', 'region', 'lateral-habenula'],
    ['LHb', 'region', 'lateral-habenula'],
    ['anterior cingulate', 'region', 'anterior-cingulate'],
    ['sgACC', 'region', 'subgenual-cingulate'],
    ['hippocampus', 'region', 'hippocampus'],
    ['dlpfc', 'region', 'dorsolateral-prefrontal'],
    ['default mode network', 'region', 'default-mode-network'],
    ['GABA in the medial prefrontal cortex', 'finding', 'R02'],
    ['martinotti', 'entity', 'sst_in'],
  ])('%s gives the %s %s first', (query, kind, id) => {
    expect(finder.find(query)[0]?.results[0]).toMatchObject({ kind, id });
  });

  it('finds what was found in a place, under any name of the place', () => {
    const findings = (query: string) => finder.find(query).flatMap(({ kind, results }) => (kind === 'finding' ? results : []));
    expect(findings('glutamate in the anterior cingulate').map(({ id }) => id)).toEqual(expect.arrayContaining(['R04', 'R05', 'R06']));
    expect(findings('sgACC').map(({ id }) => id)).toContain('R41');
  });

  it('finds the cells of a circuit under the names that people type', () => {
    const cells = (query: string) => finder.find(query).find(({ kind }) => kind === 'cell')?.results[0]?.id;
    expect(cells('SST interneuron')).toBe('prefrontal.sst');
    expect(cells('parvalbumin cell')).toBe('prefrontal.pv');
    expect(cells('VIP')).toBe('prefrontal.vip');
    expect(cells('RMTg')).toBe('habenula.rmtg');
  });

  it('takes a reader to what was found', () => {
    const from = start(model);
    const after = (kind: FindKind, id: string) =>
      actionsFor({ kind, id }, model, from).reduce<ExplorerState>((now, action) => reduce(now, action, model), from);
    expect(after('region', 'rodent-lateral-habenula')).toMatchObject({
      mode: 'explore',
      level: 'brain',
      selection: { kind: 'region', id: 'rodent-lateral-habenula' },
      places: { brainSpecies: 'rodent', brainForm: 'picture' },
    });
    expect(after('region', 'monkey-subgenual-cingulate')).toMatchObject({ level: 'brain', places: { brainForm: 'matrix' } });
    const seen = after('finding', 'R41');
    expect(seen).toMatchObject({ level: 'brain', selection: { kind: 'finding', id: 'R41' }, places: { brainSpecies: 'human' } });
    expect(regionsAt(model, 'human', seen.when).map(({ region }) => region.id)).toContain('subgenual-cingulate');
    expect(after('cell', 'prefrontal.sst')).toMatchObject({
      level: 'circuit',
      selection: { kind: 'circuit', id: 'prefrontal' },
      places: { circuit: 'prefrontal', circuitCell: 'sst' },
    });
  });

  it('finds every entity by its full name and every paper by its id', () => {
    const first = (query: string) => finder.find(query)[0]?.results.map((result) => result.id);
    const lost = [
      ...model.entities.filter((item) => first(item.name)?.includes(item.id) !== true),
      ...model.references.filter((item) => first(item.id)?.includes(item.id) !== true),
    ];
    expect(lost.map((item) => item.id)).toEqual([]);
  });
});

describe('the flagship in words', () => {
  it('says every claim in a whole sentence, no two alike', () => {
    const sentences = model.claims.map((claim) => claimSentence(claim, model, messages));
    expect(sentences.filter((sentence) => !/^\S.+, within (milliseconds|seconds|minutes|hours|days)\.$/.test(sentence))).toEqual([]);
    expect(sentences.filter((sentence, index) => sentences.indexOf(sentence) !== index)).toEqual([]);
  });
});

describe('the score of the flagship', () => {
  it.each([260, 600, 950, 1_400])('keeps every label whole and apart at %i px', (width) => {
    const score = scoreOf(start(model), model, { width, measure: (text) => text.length * 5.6, levels: LEVELS });
    const clashes = score.rows.flatMap((row) => {
      const extents = row.bars.map((bar) => ({
        id: bar.id,
        lane: bar.lane,
        from: Math.min(bar.onset, bar.label?.x ?? bar.onset),
        to: Math.max(bar.end, bar.label ? bar.label.x + bar.label.width : bar.end),
      }));
      return extents.flatMap((a, index) =>
        extents
          .slice(index + 1)
          .filter((b) => a.lane === b.lane && a.from < b.to && b.from < a.to)
          .map((b) => `${a.id} ${b.id}`),
      );
    });
    expect(clashes).toEqual([]);
    expect(score.rows.flatMap((row) => [...row.bars, ...row.unknown])).toHaveLength(model.events.length);
  });
});
