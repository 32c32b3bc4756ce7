/** Faults of circuits to plant in the sound fixture pack. */
import type { Fault } from './faults';
import { recordAt } from './fixture';
import type { Raw } from './fixture';

const item = (pack: Raw, field: string, index = 0): Raw => (recordAt(pack, 'circuits')[field] as Raw[])[index] as Raw;

export const CIRCUIT_FAULTS: readonly Fault[] = [
  {
    rule: 'circuit-cells',
    says: 'a connection from a cell that is not there',
    plant: (pack) => Object.assign(item(pack, 'connections'), { from: 'pv' }),
    found: ['circuit-cells circuits[0].connections[0].from'],
    gone: (model) => model.circuits[0]?.connections.some(({ id }) => id === 'sst-pyr'),
    stays: (model) => model.circuits[0]?.connections.length === 1,
  },
  {
    rule: 'circuit-cells',
    says: 'a connection to a part that its target lacks',
    plant: (pack) => Object.assign(item(pack, 'connections', 1), { part: 'tuft' }),
    found: ['circuit-cells circuits[0].connections[1].part'],
    gone: (model) => model.circuits[0]?.connections.some(({ id }) => id === 'outside-sst'),
    stays: (model) => model.circuits[0]?.cells.length === 2,
  },
  {
    rule: 'circuit-cells',
    says: 'a firing mark of a cell that is not there',
    plant: (pack) => Object.assign(item(pack, 'firingMarks'), { cell: 'pv' }),
    found: ['circuit-cells circuits[0].firingMarks[0].cell'],
    gone: (model) => model.circuits[0]?.firingMarks.length !== 0,
  },
  {
    rule: 'circuit-cells',
    says: 'a prediction about a cell that is not there',
    plant: (pack) => Object.assign(item(pack, 'settings'), { predicts: [{ cell: 'pv', direction: '-' }] }),
    found: ['circuit-cells circuits[0].settings[0].predicts[0].cell'],
    stays: (model) => model.circuits[0]?.settings[0]?.predicts?.length === 0,
  },
  {
    rule: 'reference-resolves',
    says: 'a firing mark that cites nothing that exists',
    plant: (pack) => Object.assign(item(pack, 'firingMarks'), { references: ['nobody1900'] }),
    found: ['reference-resolves circuits[0].firingMarks[0].references[0]'],
    gone: (model) => model.circuits[0]?.firingMarks.length !== 0,
    stays: (model) => model.circuits.length === 1,
  },
  {
    rule: 'unique-inside',
    says: 'a cell twice in one circuit',
    plant: (pack) => Object.assign(item(pack, 'cells', 1), { id: 'pyr' }),
    found: [
      'unique-inside circuits[0].cells[1]',
      'circuit-cells circuits[0].connections[0].from',
      'circuit-cells circuits[0].connections[1].to',
      'circuit-cells circuits[0].firingMarks[0].cell',
    ],
    stays: (model) => model.circuits[0]?.cells.length === 1,
  },
];
