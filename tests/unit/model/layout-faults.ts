/** Faults to plant in the layout of the fixture pack. */
import type { Fault } from './faults';
import { recordAt } from './fixture';
import type { Raw } from './fixture';

const inside = (record: Raw, field: string, index = 0): Raw => (record[field] as Raw[])[index] as Raw;

const SQUARE = [
  [370, 200],
  [970, 200],
  [970, 500],
  [370, 500],
];

export const LAYOUT_FAULTS: readonly Fault[] = [
  {
    rule: 'layout-inside',
    says: 'a node outside its compartment',
    plant: (pack) => Object.assign(inside(recordAt(pack, 'layouts'), 'nodes', 3), { x: 900 }),
    found: ['layout-inside layouts[0].nodes[3]', 'layout-edge layouts[0].edges[2]'],
    gone: (model) => model.layouts[0]?.nodes.some((node) => node.entity === 'kinase'),
    stays: (model) => model.entityById.size === 5 && model.claimById.size === 4,
  },
  {
    rule: 'layout-inside',
    says: 'a membrane protein off the membrane',
    plant: (pack) => Object.assign(inside(recordAt(pack, 'layouts'), 'nodes', 1), { y: 240 }),
    found: [
      'layout-inside layouts[0].nodes[1]',
      'layout-edge layouts[0].edges[0]',
      'layout-edge layouts[0].edges[1]',
      'layout-edge layouts[0].edges[3]',
    ],
  },
  {
    rule: 'layout-inside',
    says: 'a node in a cell that names no compartment',
    plant: (pack) => delete inside(recordAt(pack, 'layouts'), 'nodes', 2)['compartment'],
    found: ['layout-inside layouts[0].nodes[2]', 'layout-edge layouts[0].edges[1]', 'layout-edge layouts[0].edges[2]'],
  },
  {
    rule: 'layout-inside',
    says: 'a node off the map',
    plant: (pack) => Object.assign(inside(recordAt(pack, 'layouts'), 'nodes', 4), { x: -5 }),
    found: ['layout-inside layouts[0].nodes[4]', 'layout-edge layouts[0].edges[3]'],
  },
  {
    rule: 'layout-inside',
    says: 'a compartment that the layout does not draw',
    plant: (pack) => Object.assign(inside(recordAt(pack, 'layouts'), 'nodes', 3), { compartment: 'nucleus' }),
    found: ['layout-inside layouts[0].nodes[3]', 'layout-edge layouts[0].edges[2]'],
  },
  {
    rule: 'layout-inside',
    says: 'a node in the corner that is rounded off',
    plant: (pack) => Object.assign(inside(recordAt(pack, 'layouts'), 'compartments'), { radius: 300, outline: SQUARE }),
    found: ['layout-inside layouts[0].nodes[1]', ...[0, 1, 3].map((edge) => `layout-edge layouts[0].edges[${edge}]`)],
  },
  {
    rule: 'layout-inside',
    says: 'a compartment beyond the horizon',
    plant: (pack) => Object.assign(inside(recordAt(pack, 'layouts'), 'compartments'), { outline: [...SQUARE, [0, 1e300]] }),
    found: [
      'layout-inside layouts[0].compartments[0]',
      ...[1, 2, 3].map((node) => `layout-inside layouts[0].nodes[${node}]`),
      ...[0, 1, 2, 3].map((edge) => `layout-edge layouts[0].edges[${edge}]`),
    ],
  },
  {
    rule: 'layout-edge',
    says: 'an edge that ends beside its node',
    plant: (pack) => {
      const edge = inside(recordAt(pack, 'layouts'), 'edges', 2);
      edge['points'] = [
        [445, 320],
        [500, 320],
      ];
    },
    found: ['layout-edge layouts[0].edges[2]'],
    stays: (model) => model.layouts[0]?.edges.length === 3,
  },
  {
    rule: 'layout-edge',
    says: 'an edge that runs backwards',
    plant: (pack) => {
      const edge = inside(recordAt(pack, 'layouts'), 'edges', 2);
      edge['points'] = (edge['points'] as unknown[]).toReversed();
    },
    found: ['layout-edge layouts[0].edges[2]'],
  },
  {
    rule: 'layout-edge',
    says: 'an edge that runs aslant',
    plant: (pack) => {
      const edge = inside(recordAt(pack, 'layouts'), 'edges', 3);
      edge['points'] = [
        [250, 120],
        [390, 170],
      ];
    },
    found: ['layout-edge layouts[0].edges[3]'],
  },
];
