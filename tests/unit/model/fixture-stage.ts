/** The stage of the toy pack with a scheme and a number of its own, so that faults in others leave it alone. */
import type { Raw } from './fixture-records';

export const stageParameters = (): Raw[] => [
  {
    id: 'stage-number',
    name: 'A number of the bench',
    value: 1,
    unit: '1',
    source: 'One 1990',
    references: [],
    check: 'unchecked',
    group: 'bench',
  },
];

export const stageSchemes = (): Raw[] => [
  {
    id: 'STAGE',
    name: 'Of the stage',
    receptor: 'NMDA',
    temperature_C: 22,
    states: ['C', 'O'],
    initial: { C: 1 },
    conducting: ['O'],
    transitions: [{ from: 'C', to: 'O', rate: 1, unit: 'per_mM_ms', ligand: 'glu' }],
    reversible: false,
    source: 'One 1990',
    references: [],
    verification: 'none',
    check: 'unchecked',
  },
];

export const stages = (): Raw[] => [
  {
    id: 'stage',
    level: 'synapse',
    title: 'Stage',
    subtitle: 's',
    headline: 'h',
    intro: 'i',
    scene: 'synapse',
    schemes: { ampa: 'STAGE', nmda: { GluN2A: 'STAGE', GluN2B: 'STAGE', GluN2C: 'STAGE', GluN2D: 'STAGE' } },
    parameters: Object.fromEntries(
      ['ketamine', 'mg', 'voltage', 'release', 'spikes', 'rate', 'ampaCount', 'nmdaCount'].map((name) => [name, 'stage-number']),
    ),
    subunit: '2A',
    objects: [{ kind: 'nmda', name: 'NMDA receptor', about: 'About it.', entity: 'nmdar', parameters: ['stage-number'] }],
    drawing: [],
    variants: [
      { when: { receptor: 'ampa', ketamine: false }, headline: 'First words.' },
      { when: { receptor: 'ampa' }, headline: 'Other words.' },
    ],
  },
];
