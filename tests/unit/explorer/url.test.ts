import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LINK_BASELINE, start } from '../../../src/explorer/defaults';
import type { ExplorerState } from '../../../src/explorer/state';
import { stepView } from '../../../src/explorer/story';
import { decode, encode, isTypedStep, packIn } from '../../../src/explorer/url';
import { smallModel } from './fixture';
import { packNamed } from './flagship';
import benchLinks from './fixtures/urls-v1-bench.json';
import paperLinks from './fixtures/urls-v1-papers.json';
import receptorLinks from './fixtures/urls-v1-receptor.json';
import fixtures from './fixtures/urls-v1.json';
import { choicesOf, stateArbitrary } from './states';

const model = smallModel();
const withPack = (query: string) => decode(query, model);

describe('round trip', () => {
  it('gives every state back without a model (10,000 states)', () => {
    fc.assert(
      fc.property(stateArbitrary(), (state) => {
        expect(decode(encode(state), null)).toEqual({ state, notices: [] });
      }),
      { numRuns: 10_000 },
    );
  });

  it('gives every state back that the model can show', () => {
    fc.assert(
      fc.property(stateArbitrary(choicesOf(model, ['cell'])), (state) => {
        expect(decode(`?${encode(state)}`, model)).toEqual({ state, notices: [] });
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('links in words', () => {
  it('leaves defaults out', () => {
    expect(encode(LINK_BASELINE)).toBe('v=1');
  });

  it('reads and writes like a sentence', () => {
    const state: ExplorerState = {
      ...LINK_BASELINE,
      selection: { kind: 'claim', id: 'drug--gate' },
      lit: ['alpha', 'beta'],
      when: { basis: 'afterDose', seconds: 7_200 },
      filters: { ...LINK_BASELINE.filters, species: ['human', 'cultured rodent neurons'] },
    };
    expect(encode(state)).toBe('v=1&lit=alpha~beta&sel=claim:drug--gate&dose=2h&species=human,cultured+rodent+neurons');
  });

  it('stays under 1,500 characters with everything set', () => {
    const long = 'x'.repeat(80);
    const state: ExplorerState = {
      ...LINK_BASELINE,
      pack: 'https://example.org/a/rather/long/address/of/a/pack/that/somebody/made/pack.json',
      mode: 'evidence',
      level: 'synapse',
      camera: { x: -123_456.7, y: -123_456.7, zoom: 12.345 },
      selection: { kind: 'reference', id: long },
      lit: [long, long.replace('x', 'y')],
      filters: {
        species: ['human', 'monkey', 'rat', 'mouse', 'rodent', 'cultured rodent neurons', 'recombinant', 'marmoset'],
        preparation: ['clinical', 'in vivo', 'ex vivo', 'in vitro', 'structure'],
        strength: ['strong', 'moderate', 'early'],
        check: 'unchecked',
        extended: true,
      },
      when: { basis: 'afterSpike', seconds: 0.0001234 },
      bench: {
        ketamine_uM: 12.345,
        mg_mM: 1.234,
        voltage_mV: -45.6,
        release: 0.123,
        subunit: '2D',
        spikes: 9,
        rate_Hz: 23.4,
        compare: false,
        seed: 999_999,
        receptor: 'mglur',
        glutamate_uM: 1234.567,
      },
      moment_ms: 1234.5678,
      detail: 'diagram',
      tier: 'none',
      theme: 'lecture',
      locale: 'qps-long',
    };
    expect(encode(state).length).toBeLessThan(1_000);
  });
});

describe('reading', () => {
  it('shows the start view for an empty query and overlays keys that come without a version', () => {
    expect(withPack('')).toEqual({ state: start(model), notices: [] });
    expect(withPack('?lit=beta').state).toEqual({ ...start(model), lit: ['beta'] });
    expect(withPack('?lit=none&sel=none').state).toEqual({ ...start(model), lit: [], selection: null });
  });

  it('reads a versioned link against the fixed baseline, not against the start view', () => {
    expect(withPack('v=1').state).toEqual(LINK_BASELINE);
  });

  it('shows the view of a step whose link was typed, with the keys beside it; a whole link says it all itself', () => {
    const flagship = packNamed('ketamine');
    for (const [query, step] of [
      ['story=two-brakes.9', 9],
      ['?story=two-brakes.9&present=1', 9],
      ['story=two-brakes', 1],
    ] as const) {
      const own = stepView(start(flagship), flagship, { id: 'two-brakes', step });
      expect(decode(query, flagship)).toEqual({ state: { ...own, present: query.includes('present') }, notices: [] });
    }
    // Past the last step the last one is shown, and said.
    const past = decode('story=two-brakes.99', flagship);
    expect(past.state).toEqual(stepView(start(flagship), flagship, { id: 'two-brakes', step: 12 }));
    expect(past.notices).toEqual([{ kind: 'unknown', field: 'story', value: 'two-brakes.99', kept: 'two-brakes.12' }]);
    const ninth = decode('story=two-brakes.9', flagship).state;
    expect(ninth).toMatchObject({ level: 'circuit', lit: ['LHb-burst'], places: { circuit: 'habenula', stress: true } });
    expect(decode('story=two-brakes.9&lit=HNK&stress=0', flagship).state).toEqual({
      ...ninth,
      lit: ['HNK'],
      places: { ...ninth.places, stress: false },
    });
    const story = { id: 'two-brakes', step: 9 };
    expect(decode('v=1&story=two-brakes.9', flagship).state).toEqual({ ...LINK_BASELINE, story });
    expect(decode('story=nobody.3', flagship).state).toEqual(start(flagship));
    expect(['story=two-brakes.9', '?v=1&story=two-brakes.9', 'lit=HNK'].map(isTypedStep)).toEqual([true, false, false]);
  });

  it('ignores unknown keys, and says which of two values it follows', () => {
    const beta = { ...LINK_BASELINE, lit: ['beta'] };
    expect(withPack('v=1&utm_source=mail&lit=beta&lit=beta&constructor=1&__proto__=2')).toEqual({ state: beta, notices: [] });
    expect(withPack('v=1&lit=beta&lit=alpha')).toEqual({
      state: beta,
      notices: [{ kind: 'repeated', field: 'lit', value: 'alpha', kept: 'beta' }],
    });
  });

  it('says that a circuit is not in the pack, and shows the first', () => {
    const { state, notices } = withPack('v=1&level=circuit&cir=nowhere&cc=toString');
    expect(state.places).toMatchObject({ circuit: 'none', circuitCell: 'none' });
    expect(notices.filter(({ field }) => field === 'place').map(({ value }) => value)).toEqual(['nowhere', 'toString']);
  });

  it('follows old ids without a word', () => {
    expect(withPack('v=1&sel=entity:old_drug&lit=old_alpha')).toEqual({
      state: { ...LINK_BASELINE, selection: { kind: 'entity', id: 'drug' }, lit: ['alpha'] },
      notices: [],
    });
  });

  it.each([
    ['level=moon', { kind: 'unreadable', field: 'level', value: 'moon', kept: 'cell' }],
    ['level=brain', { kind: 'unknown', field: 'level', value: 'brain', kept: 'cell' }],
    ['mode=dance', { kind: 'unreadable', field: 'mode', value: 'dance', kept: 'explore' }],
    ['cam=1,2', { kind: 'unreadable', field: 'camera', value: '1,2', kept: 'none' }],
    ['cam=1,2,-3', { kind: 'unreadable', field: 'camera', value: '1,2,-3', kept: 'none' }],
    ['cam=1,2,NaN', { kind: 'unreadable', field: 'camera', value: '1,2,NaN', kept: 'none' }],
    ['sel=planet:drug', { kind: 'unreadable', field: 'selection', value: 'planet:drug', kept: 'none' }],
    ['sel=entity:nothing', { kind: 'unknown', field: 'selection', value: 'nothing', kept: '' }],
    ['lit=alpha~beta~gamma', { kind: 'unreadable', field: 'lit', value: 'alpha~beta~gamma', kept: '' }],
    ['lit=alpha~nothing', { kind: 'unknown', field: 'lit', value: 'nothing', kept: 'alpha' }],
    ['species=human,dragon', { kind: 'unreadable', field: 'species', value: 'dragon', kept: 'human' }],
    ['check=maybe', { kind: 'unreadable', field: 'check', value: 'maybe', kept: 'any' }],
    ['ext=yes', { kind: 'unreadable', field: 'extended', value: 'yes', kept: 'false' }],
    ['dose=soon', { kind: 'unreadable', field: 'when', value: 'soon', kept: '40min' }],
    ['theme=pink', { kind: 'unreadable', field: 'theme', value: 'pink', kept: 'paper' }],
    ['lang=!!', { kind: 'unreadable', field: 'locale', value: '!!', kept: 'en' }],
    ['pack=a b', { kind: 'unreadable', field: 'pack', value: 'a b', kept: 'ketamine' }],
  ])('says what was wrong with %s and keeps a valid view', (query, notice) => {
    const read = withPack(`v=1&${query}`);
    expect(read.notices).toEqual([notice]);
    expect(withPack(encode(read.state))).toEqual({ state: read.state, notices: [] });
  });

  it('brings times into range', () => {
    expect(withPack('v=1&dose=0s').state.when).toEqual({ basis: 'afterDose', seconds: 1 });
    expect(withPack('v=1&dose=99d').state.when).toEqual({ basis: 'afterDose', seconds: 28 * 86_400 });
    expect(withPack('v=1&spike=5ms').state.when).toEqual({ basis: 'afterSpike', seconds: 0.005 });
  });

  it('reads a link of a later version as far as it can', () => {
    expect(withPack('v=9&lit=beta')).toEqual({
      state: { ...LINK_BASELINE, lit: ['beta'] },
      notices: [{ kind: 'newer', field: 'version', value: '9', kept: '1' }],
    });
  });

  it('does not complain about records that are still to be loaded', () => {
    const partial = smallModel({ complete: false, references: [] });
    expect(decode('v=1&sel=reference:lee2001&lit=gamma', partial)).toEqual({
      state: { ...LINK_BASELINE, selection: { kind: 'reference', id: 'lee2001' }, lit: ['gamma'] },
      notices: [],
    });
  });

  it.each([
    ['ket=500', 'ketamine', '500', '1'],
    ['ket=-1', 'ketamine', '-1', '1'],
    ['ket=1e999', 'ketamine', '1e999', '1'],
    ['mgc=3', 'mg', '3', '1'],
    ['mv=loose', 'voltage', 'loose', '-40'],
    ['mv=90', 'voltage', '90', '-40'],
    ['pr=1.01', 'release', '1.01', '1'],
    ['sub=3A', 'subunit', '3A', '2A'],
    ['rec=gabaa', 'receptor', 'gabaa', 'nmda'],
    ['glu=-1', 'glutamate', '-1', '1000'],
    ['train=0@20', 'train', '0@20', '1@20'],
    ['train=5@20@3', 'train', '5@20@3', '1@20'],
    ['at=-2', 'moment', '-2', '0'],
    ['seed=0', 'seed', '0', '1'],
    ['tier=best', 'tier', 'best', 'auto'],
  ])('refuses %s, keeps the usual value and says so', (query, field, value, kept) => {
    expect(decode(`v=1&${query}`, null)).toEqual({
      state: LINK_BASELINE,
      notices: [{ kind: 'unreadable', field, value, kept }],
    });
  });

  it('finds the pack before anything is loaded', () => {
    expect(packIn('?v=1&pack=https://example.org/p.json')).toBe('https://example.org/p.json');
    expect(packIn('?v=1')).toBeNull();
    expect(packIn('?pack=')).toBeNull();
  });
});

describe('links of version 1 that are out in the world', () => {
  // What the format has learnt since those links were made has the value of the baseline in them.
  it.each(fixtures.links)('$query', ({ query, state }) => {
    expect(decode(query, null)).toEqual({ state: { ...LINK_BASELINE, ...state }, notices: [] });
  });

  it.each(benchLinks.links)('$query', ({ query, state }) => {
    const whole = { ...LINK_BASELINE, ...state, bench: { ...LINK_BASELINE.bench, ...state.bench } };
    expect(decode(query, null)).toEqual({ state: whole, notices: [] });
  });

  it.each(receptorLinks.links)('$query', ({ query, bench }) => {
    expect(decode(query, null)).toEqual({
      state: { ...LINK_BASELINE, level: 'receptor', bench: { ...LINK_BASELINE.bench, ...bench } },
      notices: [],
    });
  });

  it.each(paperLinks.links)('$query', ({ query, papers }) => {
    expect(decode(query, null)).toEqual({ state: { ...LINK_BASELINE, mode: 'evidence', papers }, notices: [] });
  });

  it('cover every key', () => {
    const keys = new Set(
      [...fixtures.links, ...benchLinks.links, ...receptorLinks.links, ...paperLinks.links].flatMap(({ query }) => [
        ...new URLSearchParams(query).keys(),
      ]),
    );
    expect([...keys].sort()).toEqual(
      [
        'at',
        'cam',
        'check',
        'cmp',
        'detail',
        'dose',
        'ext',
        'glu',
        'hyp',
        'ket',
        'lang',
        'level',
        'lit',
        'mgc',
        'mode',
        'mv',
        'pack',
        'pr',
        'prep',
        'q',
        'rec',
        'seed',
        'sel',
        'species',
        'spike',
        'strength',
        'sub',
        'theme',
        'tier',
        'train',
        'v',
      ].sort(),
    );
  });
});
