/** A small invented pack with every situation the explorer meets. Its facts are made up; only its shape matters. */
import type { Model, PackRecords } from '../../../src/model/model';
import { RECORD_LISTS } from '../../../src/model/schema';
import type { Claim, Entity, Event, Evidence, Hypothesis, Layout, PackManifest, Reference } from '../../../src/model/schema';

const manifest = {
  format: 'bouton-pack',
  version: 1,
  id: 'small',
  title: 'A small pack',
  subtitle: 'for tests',
  language: 'en',
  authors: ['Nobody'],
  license: 'CC0-1.0',
  notice: 'Invented.',
  start: { level: 'cell', selection: 'drug', lit: ['alpha'], headline: 'A drug closes a gate', intro: 'Two sentences. Of nothing.' },
  parts: [],
  deferred: [],
  aliases: { old_drug: 'drug', 'old--claim': 'drug--gate', old_alpha: 'alpha' },
  limits: [],
} as unknown as PackManifest;

function entity(id: string, extra: Partial<Record<keyof Entity, unknown>> = {}): Entity {
  return {
    id,
    name: `Full name of ${id}`,
    short: id.toUpperCase(),
    kind: 'protein',
    level: 'cell',
    compartment: 'spineCytosol',
    region: 'any',
    glyph: 'protein',
    summary: `What ${id} does.`,
    synonyms: [],
    identifiers: [],
    ...extra,
  } as unknown as Entity;
}

export function evidence(reference: string, extra: Partial<Record<keyof Evidence, unknown>> = {}): Evidence {
  return {
    reference,
    species: 'rat',
    preparation: 'in vivo',
    stance: 'supports',
    finding: `Found in ${reference}`,
    check: 'checked',
    ...extra,
  } as unknown as Evidence;
}

function claim(source: string, target: string, extra: Partial<Record<keyof Claim, unknown>> = {}): Claim {
  return {
    id: `${source}--${target}`,
    source,
    target,
    effect: 'activates',
    sign: 1,
    delay: { class: 'min', window: 'minutes' },
    hypotheses: [],
    evidence: [evidence('lee2001')],
    judgement: 'moderate',
    tier: 'core',
    ...extra,
  } as unknown as Claim;
}

function reference(id: string, extra: Partial<Record<keyof Reference, unknown>> = {}): Reference {
  return {
    id,
    authors: ['Lee A', 'Moss B'],
    year: 2001,
    title: `On ${id}`,
    journal: 'Invented J 1:1-2',
    check: 'checked',
    kind: 'article',
    ...extra,
  } as unknown as Reference;
}

function event(id: string, times: readonly (number | null)[], extra: Partial<Record<keyof Event, unknown>> = {}): Event {
  const [onset, peakStart, peakEnd, end] = times.map((seconds) => ({ seconds, words: seconds === null ? 'not known' : `${seconds} s` }));
  return {
    id,
    name: `Event ${id}`,
    short: id,
    level: 'cell',
    basis: 'afterDose',
    onset,
    peakStart,
    peakEnd,
    end,
    tint: 'neutral',
    claims: [],
    species: ['rat'],
    references: ['lee2001'],
    check: 'checked',
    timesCheck: 'checked',
    direction: 'up',
    ...extra,
  } as unknown as Event;
}

const entities = [
  entity('drug', { name: 'The drug', kind: 'drug', compartment: 'extracellular', glyph: 'drug', synonyms: ['Tradename', 'Spravex'] }),
  entity('gate', { name: 'Gate receptors', short: 'GateR', kind: 'receptor', compartment: 'postsynapticMembrane' }),
  entity('kinase', { name: 'Busy kinase', kind: 'kinase', identifiers: [{ scheme: 'hgnc', value: 'BSK1', check: 'checked' }] }),
  entity('factor', { name: 'Quiet factor', kind: 'transcriptFactor', compartment: 'nucleus' }),
  entity('growth', { name: 'Growth', kind: 'process', level: 'circuit', compartment: 'dendrite' }),
  entity('metabolite', { name: 'Metabolite', kind: 'smallMolecule', compartment: 'extracellular' }),
  entity('brake', { name: 'Brake', kind: 'phosphatase' }),
  entity('lonely', { name: 'Lonely protein' }),
  entity('mood', { name: 'Mood', kind: 'behaviour', level: 'person', compartment: 'organism' }),
];

const claims = [
  claim('drug', 'gate', {
    effect: 'blocks',
    sign: -1,
    delay: { class: 's', window: 'seconds' },
    hypotheses: ['alpha'],
    judgement: 'strong',
  }),
  claim('gate', 'kinase', { effect: 'inhibits', sign: -1, hypotheses: ['alpha', 'beta'] }),
  claim('kinase', 'factor', {
    effect: 'phosphorylates',
    evidence: [evidence('lee2001'), evidence('moss2010', { species: 'monkey', stance: 'contradicts' })],
  }),
  claim('factor', 'growth', { effect: 'transcribes', delay: { class: 'h', window: 'hours' } }),
  claim('drug', 'metabolite', { effect: 'increases', hypotheses: ['beta'] }),
  claim('metabolite', 'gate', {
    effect: 'binds',
    hypotheses: ['beta'],
    evidence: [evidence('moss2010', { species: 'mouse', check: 'unchecked' })],
  }),
  claim('brake', 'kinase', { effect: 'dephosphorylates', sign: -1, tier: 'extended' }),
  claim('kinase', 'brake', { evidence: [evidence('moss2010', { species: 'human', preparation: 'clinical', stance: 'mixed' })] }),
  claim('growth', 'mood', { effect: 'increases' }),
];

const hypotheses = [
  {
    id: 'alpha',
    name: 'The first way',
    short: 'First',
    statement: 'The drug shuts the gate.',
    supporting: [{ reference: 'lee2001', finding: 'It does.' }],
    contradicting: [{ reference: 'moss2010', finding: 'It does not.' }],
    predictions: ['Without the gate there is no effect.'],
    route: ['drug--gate', 'gate--kinase', 'kinase--factor'],
    mutesInStrictMode: [],
  },
  {
    id: 'beta',
    name: 'The other way',
    short: 'Other',
    statement: 'The metabolite does it.',
    supporting: [{ reference: 'moss2010', finding: 'It does.' }],
    contradicting: [],
    predictions: ['A drug without the metabolite does nothing.'],
    route: ['drug--metabolite', 'metabolite--gate'],
    mutesInStrictMode: [],
  },
] as unknown as Hypothesis[];

const references = [
  reference('lee2001', { doi: '10.1/abc', pmid: '123', doiCheck: 'checked' }),
  reference('moss2010', { authors: ['Moss B', 'et al.'], year: 2010, title: 'A metabolite at the gate', check: 'unchecked' }),
  reference('idle1999', { year: 1999 }),
];

const events = [
  event('block', [0, 60, 3_600, 7_200], { entity: 'gate', claims: ['drug--gate'], direction: 'down' }),
  event('rise', [1_800, 3_600, 7_200, null], { entity: 'kinase', claims: ['kinase--factor', 'gate--kinase'] }),
  event('unclear', [null, null, null, null], { entity: 'growth' }),
  event('late', [86_400, 86_400 * 2, 86_400 * 3, 86_400 * 40], { entity: 'growth' }),
  event('spike', [0.001, 0.005, 0.02, 0.3], { basis: 'afterSpike', entity: 'gate' }),
  event('peakOnly', [null, 1_800, null, null], { entity: 'gate', direction: 'up' }),
  event('felt', [600, 2_400, 2_400, 7_200], { level: 'person', entity: 'mood' }),
];

const node = (id: string, x: number, y: number, compartment: string | undefined, tier: 'mid' | 'near' = 'mid'): unknown => ({
  entity: id,
  x,
  y,
  form: 'pill',
  width: 80,
  ...(compartment === undefined ? {} : { compartment }),
  tier,
});

const square = (x: number, y: number): unknown => [
  [x, y],
  [x + 300, y],
  [x + 300, y + 200],
  [x, y + 200],
];

const layout = {
  id: 'small-map',
  level: 'cell',
  title: 'A small map',
  width: 1000,
  height: 700,
  compartments: [
    {
      id: 'spine',
      name: 'Dendritic spine',
      ground: 'spine',
      outline: square(300, 100),
      radius: 20,
      membrane: 'bilayer',
      pores: [],
      label: [310, 110],
    },
    {
      id: 'nucleus',
      name: 'Nucleus',
      ground: 'nucleus',
      outline: square(300, 400),
      radius: 20,
      membrane: 'envelope',
      pores: [],
      label: [310, 410],
    },
  ],
  nodes: [
    node('drug', 100, 50, undefined),
    node('metabolite', 100, 300, undefined),
    node('gate', 400, 100, 'spine'),
    node('kinase', 400, 200, 'spine'),
    node('brake', 550, 200, 'spine', 'near'),
    node('lonely', 550, 250, 'spine', 'near'),
    node('factor', 400, 500, 'nucleus'),
    node('growth', 800, 500, undefined),
    node('missing', 900, 500, undefined),
  ],
  edges: claims
    .filter((item) => (item.target as string) !== 'mood')
    .map((item) => ({
      claim: item.id,
      points: [
        [0, 0],
        [1, 1],
      ],
    }))
    .concat([
      {
        claim: 'growth--mood',
        points: [
          [0, 0],
          [1, 1],
        ],
      },
      {
        claim: 'no--claim',
        points: [
          [0, 0],
          [1, 1],
        ],
      },
    ] as never[]),
  groups: [
    { id: 'outside', name: 'Drug and metabolite', x: 100, y: 200, width: 120, members: ['drug', 'metabolite'] },
    { id: 'signalling', name: 'Signalling', x: 450, y: 180, width: 120, members: ['gate', 'kinase', 'brake', 'missing'] },
    { id: 'building', name: 'Building', x: 700, y: 500, width: 120, members: ['factor', 'growth'] },
  ],
} as unknown as Layout;

const none = Object.fromEntries(Object.keys(RECORD_LISTS).map((list) => [list, []])) as unknown as PackRecords;
const records: PackRecords = { ...none, references, entities, claims, hypotheses, events, layouts: [layout] };

function grouped<T>(items: readonly T[], key: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const map = new Map<string, T[]>();
  for (const item of items) map.set(key(item), [...(map.get(key(item)) ?? []), item]);
  return map;
}

function byId<T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}

/** A model over the small pack, with any record lists replaced. */
export function smallModel(changes: Partial<PackRecords> & { readonly complete?: boolean; readonly start?: unknown } = {}): Model {
  const { complete = true, start, ...lists } = changes;
  const all = { ...records, ...lists };
  const resting = new Map<string, { list: string; id: string }[]>();
  const rest = (id: string, item: { list: string; id: string }): void => {
    resting.set(id, [...(resting.get(id) ?? []), item]);
  };
  for (const item of all.claims) for (const id of new Set(item.evidence.map((e) => e.reference))) rest(id, { list: 'claims', id: item.id });
  for (const item of all.hypotheses)
    for (const id of new Set([...item.supporting, ...item.contradicting].map((a) => a.reference)))
      rest(id, { list: 'hypotheses', id: item.id });
  for (const item of all.events) for (const id of item.references) rest(id, { list: 'events', id: item.id });
  return {
    ...all,
    manifest: start === undefined ? manifest : ({ ...manifest, start } as PackManifest),
    entityById: byId(all.entities),
    claimById: byId(all.claims),
    referenceById: byId(all.references),
    hypothesisById: byId(all.hypotheses),
    eventById: byId(all.events),
    claimsFrom: grouped(all.claims, (item) => item.source),
    claimsTo: grouped(all.claims, (item) => item.target),
    restingOn: resting,
    resolve: (id: string) => manifest.aliases[id] ?? id,
    complete,
  } as unknown as Model;
}
