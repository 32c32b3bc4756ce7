/** Faults to plant in the sound fixture pack, with everything that should then be found. */
import type { Model } from '../../../src/model/model';
import { recordAt } from './fixture';
import type { Raw } from './fixture';
import { CIRCUIT_FAULTS } from './circuit-faults';
import { REGION_FAULTS } from './region-faults';
import { LAYOUT_FAULTS } from './layout-faults';
import { STAGE_FAULTS } from './stage-faults';

export interface Fault {
  readonly rule: string;
  readonly says: string;
  readonly plant: (pack: Raw) => void;
  /** `rule path` of every issue expected, the planted one first. */
  readonly found: readonly string[];
  /** Whether what must be gone is still there, and whether what must have stayed is. */
  readonly gone?: (model: Model) => unknown;
  readonly stays?: (model: Model) => unknown;
}

const ids = (records: readonly { readonly id: string }[]): string[] => records.map(({ id }) => id);
const list = (pack: Raw, name: string): Raw[] => pack[name] as Raw[];
const inside = (record: Raw, field: string, index = 0): Raw => (record[field] as Raw[])[index] as Raw;

const GENERAL: readonly Fault[] = [
  {
    rule: 'schema',
    says: 'a value outside its closed list',
    plant: (pack) => Object.assign(recordAt(pack, 'entities', 3), { kind: 'kinases' }),
    found: [
      'schema entities[3].kind',
      'reference-resolves claims[2].target',
      'reference-resolves gates[0].target',
      'reference-resolves experiments[0].readouts[0].entity',
      'reference-resolves statements[0].entities[0]',
      'reference-resolves layouts[0].nodes[3].entity',
      'reference-resolves hypotheses[0].route[2]',
      'reference-resolves layouts[0].edges[2].claim',
    ],
    gone: (model) => ids(model.entities).includes('kinase'),
    stays: (model) => model.claimById.size === 3 && model.layouts[0]?.nodes.length === 4,
  },
  {
    rule: 'schema',
    says: 'an unknown field, with the nearest known one',
    plant: (pack) => Object.assign(recordAt(pack, 'safety'), { refrences: [] }),
    found: ['schema safety[0].refrences'],
    gone: (model) => model.safety.length > 0,
  },
  {
    rule: 'schema',
    says: 'one bad node of a layout, which alone goes',
    plant: (pack) => Object.assign(inside(recordAt(pack, 'layouts'), 'nodes', 4), { width: -1 }),
    found: ['schema layouts[0].nodes[4].width', 'layout-edge layouts[0].edges[3]'],
    gone: (model) => model.layouts[0]?.nodes.some((node) => node.entity === 'blocker'),
    stays: (model) => model.layouts[0]?.nodes.length === 4 && model.layouts[0]?.edges.length === 3,
  },
  {
    rule: 'schema',
    says: 'bad supporting evidence, which alone goes',
    plant: (pack) => Object.assign(inside(recordAt(pack, 'claims'), 'evidence', 0), { species: 'dragon' }),
    found: ['schema claims[0].evidence[0].species'],
    stays: (model) => model.claims[0]?.id === 'glutamate--nmdar' && model.claims[0].evidence.length === 1,
  },
  {
    rule: 'schema',
    says: 'bad contradicting evidence, which takes its claim along',
    plant: (pack) => Object.assign(inside(recordAt(pack, 'claims', 3), 'evidence', 1), { species: 'dragon' }),
    found: [
      'schema claims[3].evidence[1].species',
      'reference-resolves hypotheses[0].route[0]',
      'reference-resolves layouts[0].edges[3].claim',
    ],
    gone: (model) => ids(model.claims).includes('blocker--nmdar'),
  },
  {
    rule: 'unique-id',
    says: 'the same id twice; the first stays',
    plant: (pack) => list(pack, 'safety').push({ ...recordAt(pack, 'safety'), topic: 'another' }),
    found: ['unique-id safety[1].id'],
    gone: (model) => model.safety.some((note) => note.topic === 'another'),
    stays: (model) => model.safety.length === 1,
  },
  {
    rule: 'unique-inside',
    says: 'an entity placed twice',
    plant: (pack) => {
      const nodes = recordAt(pack, 'layouts')['nodes'] as Raw[];
      nodes.push({ ...nodes[0] });
    },
    found: ['unique-inside layouts[0].nodes[5]'],
    stays: (model) => model.layouts[0]?.nodes.length === 5,
  },
  {
    rule: 'alias',
    says: 'an alias that leads nowhere',
    plant: (pack) => Object.assign(pack['aliases'] as Raw, { 'old-thing': 'nowhere' }),
    found: ['alias aliases["old-thing"]'],
    stays: (model) => model.resolve('old-thing') === 'old-thing' && model.resolve('old-nmdar') === 'nmdar',
  },
  {
    rule: 'alias',
    says: 'an alias that takes the id of a live record',
    plant: (pack) => Object.assign(pack['aliases'] as Raw, { calcium: 'nmdar' }),
    found: ['alias aliases.calcium'],
    stays: (model) => model.resolve('calcium') === 'calcium',
  },
  {
    rule: 'alias',
    says: 'aliases that lead to one another',
    plant: (pack) => Object.assign(pack['aliases'] as Raw, { x: 'y', y: 'x' }),
    found: ['alias aliases.x', 'alias aliases.y'],
    stays: (model) => model.resolve('x') === 'x',
  },
  {
    rule: 'reference-resolves',
    says: 'an id that is not there; what stood on it goes too',
    plant: (pack) => Object.assign(recordAt(pack, 'claims', 1), { source: 'nmda-receptor' }),
    found: [
      'reference-resolves claims[1].source',
      'reference-resolves hypotheses[0].route[1]',
      'reference-resolves layouts[0].edges[1].claim',
    ],
    gone: (model) => model.claimById.size > 3 || model.layouts[0]?.edges.length !== 3,
    stays: (model) => model.hypothesisById.size === 2,
  },
  {
    rule: 'reference-resolves',
    says: 'an id of the wrong list',
    plant: (pack) => Object.assign(recordAt(pack, 'events'), { claims: ['nmdar'] }),
    found: ['reference-resolves events[0].claims[0]'],
    stays: (model) => model.events[0]?.claims.length === 0,
  },
  {
    rule: 'reference-resolves',
    says: 'the paper of contradicting evidence, which takes its claim along',
    plant: (pack) => Object.assign(inside(recordAt(pack, 'claims', 3), 'evidence', 1), { reference: 'gone2001' }),
    found: [
      'reference-resolves claims[3].evidence[1].reference',
      'reference-resolves hypotheses[0].route[0]',
      'reference-resolves layouts[0].edges[3].claim',
    ],
    gone: (model) => ids(model.claims).includes('blocker--nmdar'),
  },
  {
    rule: 'reference-resolves',
    says: 'the only hypothesis of a claim, without which it would read as shared by all',
    plant: (pack) => Object.assign(recordAt(pack, 'claims', 3), { hypotheses: ['gone'] }),
    found: [
      'reference-resolves claims[3].hypotheses[0]',
      'reference-resolves hypotheses[0].route[0]',
      'reference-resolves layouts[0].edges[3].claim',
    ],
    gone: (model) => ids(model.claims).includes('blocker--nmdar'),
  },
  {
    rule: 'reference-resolves',
    says: 'one hypothesis of several, which alone goes',
    plant: (pack) => Object.assign(recordAt(pack, 'claims', 2), { hypotheses: ['direct', 'gone', 'indirect'] }),
    found: ['reference-resolves claims[2].hypotheses[1]'],
    stays: (model) => model.claims[2]?.hypotheses.join() === 'direct,indirect',
  },
  {
    rule: 'reference-resolves',
    says: 'a selection of the start view that is not there',
    plant: (pack) => Object.assign(pack['start'] as Raw, { selection: 'gone', lit: ['direct', 'gone'] }),
    found: ['reference-resolves start.selection', 'reference-resolves start.lit[1]'],
    stays: (model) => model.manifest.start.selection === undefined && model.manifest.start.lit.join() === 'direct',
  },
  {
    rule: 'claim-has-evidence',
    says: 'a claim with an empty list of evidence',
    plant: (pack) => Object.assign(recordAt(pack, 'claims', 0), { evidence: [] }),
    found: [
      'claim-has-evidence claims[0].evidence',
      'reference-resolves hypotheses[0].mutesInStrictMode[0]',
      'reference-resolves events[0].claims[0]',
      'reference-resolves layouts[0].edges[0].claim',
    ],
    gone: (model) => ids(model.claims).includes('glutamate--nmdar'),
  },
  {
    rule: 'claim-has-evidence',
    says: 'a claim without the field',
    plant: (pack) => delete recordAt(pack, 'claims', 0)['evidence'],
    found: [
      'claim-has-evidence claims[0].evidence',
      'reference-resolves hypotheses[0].mutesInStrictMode[0]',
      'reference-resolves events[0].claims[0]',
      'reference-resolves layouts[0].edges[0].claim',
    ],
    gone: (model) => ids(model.claims).includes('glutamate--nmdar'),
  },
  {
    rule: 'sign-agrees',
    says: 'a blocker that raises',
    plant: (pack) => Object.assign(recordAt(pack, 'claims', 3), { sign: 1 }),
    found: ['sign-agrees claims[3].sign', 'reference-resolves hypotheses[0].route[0]', 'reference-resolves layouts[0].edges[3].claim'],
    gone: (model) => ids(model.claims).includes('blocker--nmdar'),
  },
  {
    rule: 'parameter-source-and-unit',
    says: 'a parameter without a unit',
    plant: (pack) => delete recordAt(pack, 'parameters')['unit'],
    found: ['parameter-source-and-unit parameters[0].unit'],
    gone: (model) => model.parameters.some(({ id }) => id === 'cleft-width'),
  },
  {
    rule: 'parameter-source-and-unit',
    says: 'a parameter with an unknown unit',
    plant: (pack) => Object.assign(recordAt(pack, 'parameters'), { unit: 'furlong' }),
    found: ['parameter-source-and-unit parameters[0].unit'],
    gone: (model) => model.parameters.some(({ id }) => id === 'cleft-width'),
  },
  {
    rule: 'parameter-source-and-unit',
    says: 'a parameter with a blank source',
    plant: (pack) => Object.assign(recordAt(pack, 'parameters'), { source: '  ' }),
    found: ['parameter-source-and-unit parameters[0].source'],
    gone: (model) => model.parameters.some(({ id }) => id === 'cleft-width'),
  },
  {
    rule: 'parameter-source-and-unit',
    says: 'a range that runs downwards',
    plant: (pack) => Object.assign(recordAt(pack, 'parameters'), { range: [25, 12] }),
    found: ['parameter-source-and-unit parameters[0].range'],
    gone: (model) => model.parameters.some(({ id }) => id === 'cleft-width'),
  },
  {
    rule: 'scheme-states',
    says: 'a transition to a state that is not there',
    plant: (pack) => Object.assign(inside(recordAt(pack, 'schemes'), 'transitions', 1), { to: 'D' }),
    found: ['scheme-states schemes[0].transitions[1].to'],
    gone: (model) => model.schemes.some(({ id }) => id === 'TWO_STATE'),
  },
  {
    rule: 'scheme-states',
    says: 'first occupancies that do not sum to 1',
    plant: (pack) => Object.assign(recordAt(pack, 'schemes'), { initial: { C: 0.5, O: 0.4 } }),
    found: ['scheme-states schemes[0].initial'],
    gone: (model) => model.schemes.some(({ id }) => id === 'TWO_STATE'),
  },
  {
    rule: 'scheme-states',
    says: 'a state listed twice',
    plant: (pack) => Object.assign(recordAt(pack, 'schemes'), { states: ['C', 'O', 'C'] }),
    found: ['scheme-states schemes[0].states'],
    gone: (model) => model.schemes.some(({ id }) => id === 'TWO_STATE'),
  },
  {
    rule: 'event-order',
    says: 'a peak before the onset',
    plant: (pack) => Object.assign(recordAt(pack, 'events'), { peakStart: { seconds: 0.0001, words: '0.1 ms' } }),
    found: ['event-order events[0].peakStart.seconds'],
    gone: (model) => model.events.length > 0,
  },
  {
    rule: 'route-connected',
    says: 'a claim that touches nothing before it',
    plant: (pack) => Object.assign(recordAt(pack, 'hypotheses'), { route: ['blocker--nmdar', 'calcium--kinase', 'nmdar--calcium'] }),
    found: ['route-connected hypotheses[0].route[1]'],
    stays: (model) => model.hypotheses[0]?.route.join() === 'blocker--nmdar,nmdar--calcium',
  },
  {
    rule: 'route-connected',
    says: 'claims that hang together only with one another',
    plant: (pack) => {
      list(pack, 'claims').push({ ...recordAt(pack, 'claims', 2), id: 'kinase--kinase', source: 'kinase' });
      Object.assign(recordAt(pack, 'hypotheses'), { route: ['glutamate--nmdar', 'calcium--kinase', 'kinase--kinase'] });
    },
    found: ['route-connected hypotheses[0].route[1]', 'route-connected hypotheses[0].route[2]'],
  },
  {
    rule: 'prose-link',
    says: 'a link in the prose of a tour that leads nowhere',
    plant: (pack) => Object.assign(inside(recordAt(pack, 'tours'), 'steps'), { prose: 'The [gate](gone) of the [receptor](old-nmdar).' }),
    found: ['prose-link tours[0].steps[0].prose'],
    stays: (model) => model.tours[0]?.steps[0]?.prose === 'The gate of the [receptor](nmdar).',
  },
  {
    rule: 'computed',
    says: 'a place for a number that the step does not compute, and a number that no text says',
    plant: (pack) =>
      Object.assign(inside(recordAt(pack, 'tours'), 'steps'), {
        lead: 'It opens {charg} of {count}.',
        computed: [
          { id: 'charge', name: 'n', measure: 'm', with: {}, value: 1, step: 1, unit: 'fC' },
          { id: 'count', name: 'n', measure: 'm', with: {}, value: 3000, step: 1 },
        ],
      }),
    found: ['computed tours[0].steps[0].lead', 'computed tours[0].steps[0].computed'],
    stays: (model) => model.tours[0]?.steps[0]?.lead === 'It opens {charg} of 3,000.',
  },
  {
    rule: 'unused-reference',
    says: 'a paper that nothing cites',
    plant: (pack) => list(pack, 'references').push({ ...recordAt(pack, 'references'), id: 'lonely1999' }),
    found: ['unused-reference references[4]'],
    stays: (model) => model.referenceById.size === 5,
  },
  {
    rule: 'unreachable-entity',
    says: 'an entity of which nothing speaks',
    plant: (pack) => list(pack, 'entities').push({ ...recordAt(pack, 'entities'), id: 'lonely' }),
    found: ['unreachable-entity entities[5]'],
    stays: (model) => model.entityById.size === 6,
  },
  {
    rule: 'unreachable-entity',
    says: 'an entity that is only drawn',
    plant: (pack) => {
      list(pack, 'entities').push({ ...recordAt(pack, 'entities'), id: 'drawn' });
      (recordAt(pack, 'layouts')['nodes'] as Raw[]).push({ entity: 'drawn', x: 60, y: 60, form: 'pill', width: 80, tier: 'mid' });
    },
    found: ['unreachable-entity entities[5]'],
  },
  {
    rule: 'orphan-hypothesis',
    says: 'a hypothesis to which no claim belongs',
    plant: (pack) => list(pack, 'hypotheses').push({ ...recordAt(pack, 'hypotheses', 1), id: 'orphan' }),
    found: ['orphan-hypothesis hypotheses[2]'],
    stays: (model) => model.hypothesisById.size === 3,
  },
  {
    rule: 'list-name',
    says: 'a list with a mistyped name, with the nearest known one',
    plant: (pack) => {
      pack['saftey'] = pack['safety'];
      delete pack['safety'];
    },
    found: ['list-name saftey'],
    gone: (model) => model.safety.length > 0,
  },
  {
    rule: 'list-name',
    says: 'a list that is none',
    plant: (pack) => Object.assign(pack, { safety: {} }),
    found: ['list-name safety'],
  },
];

export const FAULTS: readonly Fault[] = [...GENERAL, ...LAYOUT_FAULTS, ...CIRCUIT_FAULTS, ...REGION_FAULTS, ...STAGE_FAULTS];
