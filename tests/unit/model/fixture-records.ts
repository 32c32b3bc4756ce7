/** The records of the fixture pack, at least one of each type. */

import { circuits } from './fixture-circuit';
import { regionRecords } from './fixture-regions';
import { statements, tours } from './fixture-teaching';
import { stageParameters, stages, stageSchemes } from './fixture-stage';

/** Raw JSON that tests may change freely. */
export type Raw = { [key: string]: unknown };

function evidence(reference: string, more: Raw = {}): Raw {
  return {
    reference,
    species: 'rat',
    preparation: 'ex vivo',
    stance: 'supports',
    finding: 'The current rose.',
    check: 'checked',
    ...more,
  };
}

function claim(source: string, target: string, effect: string, sign: 1 | -1, more: Raw = {}): Raw {
  return {
    id: `${source}--${target}`,
    source,
    target,
    effect,
    sign,
    delay: { class: 'ms', window: '1 to 10 ms' },
    hypotheses: [],
    evidence: [evidence('one1990'), evidence('two1995', { species: 'mouse' })],
    judgement: 'strong',
    tier: 'core',
    ...more,
  };
}

function entity(id: string, kind: string, compartment: string, more: Raw = {}): Raw {
  return {
    id,
    name: `The ${id}`,
    short: id,
    kind,
    level: 'cell',
    compartment,
    region: 'any',
    glyph: 'none',
    summary: `What ${id} does.`,
    synonyms: [],
    identifiers: [],
    ...more,
  };
}

function reference(id: string, more: Raw = {}): Raw {
  return {
    id,
    authors: ['Jonas P', 'Major G', 'Sakmann B'],
    year: 1993,
    title: `Title of ${id}`,
    journal: 'J Physiol 472:615-663',
    doi: `10.1000/${id}`,
    doiCheck: 'checked',
    pmid: '7908327',
    pmidCheck: 'checked',
    check: 'checked',
    kind: 'article',
    ...more,
  };
}

const moment = (seconds: number | null): Raw => ({ seconds, words: seconds === null ? 'not known' : `${seconds} s` });

/** Fresh raw record lists by name. */
export function records(): Raw {
  return {
    references: [reference('one1990'), reference('two1995'), reference('against2001'), reference('label2020', { kind: 'label' })],
    entities: [
      entity('glutamate', 'smallMolecule', 'cleft'),
      entity('nmdar', 'receptor', 'postsynapticMembrane'),
      entity('calcium', 'ion', 'spineCytosol'),
      entity('kinase', 'kinase', 'spineCytosol'),
      entity('blocker', 'drug', 'extracellular'),
    ],
    claims: [
      claim('glutamate', 'nmdar', 'activates', 1),
      claim('nmdar', 'calcium', 'increases', 1, { hypotheses: ['direct'] }),
      claim('calcium', 'kinase', 'activates', 1, { hypotheses: ['direct', 'indirect'] }),
      claim('blocker', 'nmdar', 'blocks', -1, {
        hypotheses: ['direct'],
        evidence: [evidence('one1990'), evidence('against2001', { stance: 'contradicts', finding: 'It did not.' })],
      }),
    ],
    gates: [
      {
        id: 'gate-kinase',
        target: 'kinase',
        requires: 'calcium',
        logic: 'AND',
        windows: ['rapid'],
        hypotheses: ['direct'],
        appliesTo: ['blocker'],
        references: ['two1995'],
      },
    ],
    hypotheses: [
      {
        id: 'direct',
        name: 'Direct block',
        short: 'Direct',
        statement: 'The blocker acts on the receptor itself.',
        supporting: [{ reference: 'one1990', finding: 'It did.' }],
        contradicting: [{ reference: 'against2001', finding: 'It did not.' }],
        predictions: ['Without the receptor nothing happens.'],
        route: ['blocker--nmdar', 'nmdar--calcium', 'calcium--kinase'],
        mutesInStrictMode: ['glutamate--nmdar'],
      },
      {
        id: 'indirect',
        name: 'Indirect block',
        short: 'Indirect',
        statement: 'The blocker acts elsewhere.',
        supporting: [],
        contradicting: [],
        predictions: [],
        route: [],
        mutesInStrictMode: [],
      },
    ],
    experiments: [
      {
        id: 'experiment-1',
        reference: 'one1990',
        species: 'rat',
        system: 'slice',
        perturbations: [{ entity: 'blocker', operation: 'drug', agent: 'blocker', site: 'bath', role: 'test' }],
        readouts: [{ entity: 'kinase', time: '10 min', direction: '-' }],
        comparedTo: 'vehicle',
        hypotheses: ['direct'],
        nullOrContradiction: false,
        check: 'checked',
      },
    ],
    parameters: [
      {
        id: 'cleft-width',
        name: 'Width of the cleft',
        value: 20,
        unit: 'nm',
        range: [12, 25],
        source: 'One 1990, table 1',
        references: ['one1990'],
        check: 'checked',
        group: 'geometry',
      },
      ...stageParameters(),
    ],
    schemes: [
      {
        id: 'TWO_STATE',
        name: 'Two states',
        receptor: 'NMDA',
        temperature_C: 22,
        states: ['C', 'O'],
        initial: { C: 1 },
        conducting: ['O'],
        transitions: [
          { from: 'C', to: 'O', rate: 1, unit: 'per_mM_ms', ligand: 'glutamate' },
          { from: 'O', to: 'C', rate: 0.1, unit: 'per_ms' },
        ],
        reversible: true,
        source: 'One 1990',
        references: ['one1990'],
        verification: 'read',
        check: 'checked',
      },
      ...stageSchemes(),
    ],
    kineticTargets: [
      {
        id: 'target-1',
        group: 'g',
        input: 'i',
        expected: { tau: [1, 2] },
        unit: 'ms',
        tolerance: 'rel 1e-3',
        kind: 'computed',
        source: 'One 1990',
        protocol: { steps: [{ mM: 1 }] },
      },
    ],
    conventions: [{ id: 'sign', group: 'network', name: 'Sign', text: 'Plus means more.', references: ['two1995'] }],
    pkModels: [
      {
        id: 'pk',
        name: 'PK',
        role: 'teaching',
        species: 'human',
        analyte: 'blocker',
        parameters: { CL: 1 },
        caveats: [],
        references: ['label2020'],
        check: 'checked',
      },
    ],
    pkTargets: [
      { id: 'pk-target', description: 'Cmax', value: 185, unit: 'ng/mL', range: [100, 250], references: ['label2020'], check: 'checked' },
    ],
    responseCurves: [
      {
        id: 'curve',
        title: 'c',
        scale: 's',
        design: 'd',
        points: [{ t: '1 d', tMin: 1440, g: -1 }],
        references: ['one1990'],
        check: 'checked',
      },
    ],
    ...regionRecords(),
    inflammation: [
      {
        id: 'I1',
        marker: 'IL-6',
        direction: 'down',
        setting: 'surgery',
        result: 'less',
        strength: 'early',
        references: ['two1995'],
        check: 'checked',
      },
    ],
    metabolites: [{ id: 'M1', statement: 's', direction: 'for', species: 'mouse', references: ['two1995'], check: 'checked' }],
    statements: statements(),
    safety: [{ id: 'S1', topic: 't', fact: 'f', severity: 'common', references: ['label2020'], check: 'checked' }],
    events: [
      {
        id: 'e1',
        name: 'Current',
        short: 'Current',
        level: 'cell',
        basis: 'afterSpike',
        onset: moment(0.001),
        peakStart: moment(0.01),
        peakEnd: moment(0.02),
        end: moment(null),
        tint: 'nmda',
        entity: 'nmdar',
        claims: ['glutamate--nmdar'],
        species: ['rat'],
        references: ['one1990'],
        check: 'checked',
        timesCheck: 'checked',
        direction: 'up',
      },
    ],
    layouts: [
      {
        id: 'cell-map',
        level: 'cell',
        title: 'Cell',
        width: 1000,
        height: 600,
        compartments: [
          {
            id: 'spine',
            name: 'Spine',
            ground: 'spine',
            outline: [
              [300, 200],
              [800, 200],
              [800, 500],
              [300, 500],
            ],
            radius: 20,
            membrane: 'bilayer',
            pores: [],
            label: [350, 480],
          },
        ],
        nodes: [
          { entity: 'glutamate', x: 400, y: 60, form: 'pill', width: 100, tier: 'mid' },
          { entity: 'nmdar', x: 400, y: 200, form: 'membrane', width: 90, plate: [490, 200], compartment: 'spine', tier: 'mid' },
          { entity: 'calcium', x: 400, y: 320, form: 'pill', width: 90, compartment: 'spine', tier: 'mid' },
          { entity: 'kinase', x: 600, y: 320, form: 'pill', width: 100, compartment: 'spine', tier: 'near' },
          { entity: 'blocker', x: 200, y: 120, form: 'pill', width: 100, tier: 'mid' },
        ],
        edges: [
          {
            claim: 'glutamate--nmdar',
            points: [
              [400, 77],
              [400, 170],
            ],
          },
          {
            claim: 'nmdar--calcium',
            points: [
              [400, 230],
              [400, 303],
            ],
          },
          {
            claim: 'calcium--kinase',
            points: [
              [445, 320],
              [550, 320],
            ],
          },
          {
            claim: 'blocker--nmdar',
            points: [
              [250, 120],
              [380, 120],
              [380, 170],
            ],
          },
        ],
        groups: [{ id: 'influx', name: 'Ca2+ influx', x: 400, y: 260, width: 200, members: ['nmdar', 'calcium'] }],
      },
    ],
    tours: tours(),
    stages: stages(),
    circuits: circuits(),
  };
}
