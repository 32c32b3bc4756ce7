/** The prefrontal microcircuit: brakes on the left in order of depth, pyramidal cells in the middle, inputs rising from below. */
import type { CellShape, Circuit } from '../../model/schema';
import type { CellPlace, End, Place, Plan, Wire } from './plan';

const HEIGHT = 648;
const TUFT_TOP = 52;

interface Frame {
  /** Pyramidal cell, its neighbour, PV, SST and VIP cell. */
  readonly x1: number;
  readonly x2: number | null;
  readonly y: number;
  readonly pv: Place;
  readonly sst: Place;
  readonly vip: Place;
}

const WIDE: Frame = { x1: 476, x2: 712, y: 430, pv: [292, 424], sst: [196, 286], vip: [92, 196] };
const NARROW: Frame = { x1: 446, x2: null, y: 430, pv: [262, 424], sst: [172, 286], vip: [82, 196] };

const arrow = (x: number, y: number, turn: number): End => ({ kind: 'arrow', at: [x, y], turn });
const bar = (x: number, y: number, turn: number): End => ({ kind: 'bar', at: [x, y], turn });

/** The basket: a rail along both faces of the body, behind the trunk, with five bars. */
function basket({ x1, y, pv }: Frame): Pick<Wire, 'lines' | 'ends'> {
  const [foot, head]: readonly [Place, Place] = [
    [x1 - 39, y + 20],
    [x1 - 7, y - 38],
  ];
  const [nx, ny] = [-0.875, -0.485];
  const at = (t: number, off: number, mirrored: boolean): Place => {
    const x = foot[0] + t * (head[0] - foot[0]) + nx * off;
    const py = foot[1] + t * (head[1] - foot[1]) + ny * off;
    return [mirrored ? 2 * x1 - x : x, py];
  };
  const bars: readonly (readonly [number, boolean])[] = [
    [0.02, false],
    [0.5, false],
    [0.98, false],
    [0.2, true],
    [0.85, true],
  ];
  const entry = at(0.27, 25, false)[0];
  return {
    lines: [
      [
        [pv[0] + 28, pv[1]],
        [entry, pv[1]],
      ],
      [at(-0.02, 25, false), at(1.02, 25, false), [x1, y - 74], at(1.02, 25, true), at(0.18, 25, true)],
      ...bars.map(([t, mirrored]): readonly Place[] => [at(t, 24, mirrored), at(t, 6, mirrored)]),
    ],
    ends: bars.map(([t, mirrored]) => bar(...at(t, 5, mirrored), mirrored ? -29 : 29)),
  };
}

type Draw = (frame: Frame) => Omit<Wire, 'id'>;

/** By what is sent and what is reached: sender, receiver and part. */
const WIRES: Readonly<Record<string, Draw>> = {
  'outside>pyramidal.basal': ({ x1 }) => ({
    lines: [
      [
        [x1 - 104, HEIGHT - 8],
        [x1 - 104, 492],
        [x1 - 86, 492],
      ],
    ],
    ends: [arrow(x1 - 76, 492, 0)],
    dots: [],
    disc: [x1 - 104, 560],
  }),
  'outside>basket.dendrite': ({ x1, pv }) => ({
    lines: [
      [
        [x1 - 104, 500],
        [x1 - 104, 472],
        [pv[0] + 36, 472],
      ],
    ],
    ends: [arrow(pv[0] + 29, 472, 180)],
    dots: [[x1 - 104, 492]],
    disc: [x1 - 104, 540],
  }),
  'outside>pyramidal.tuft': ({ x1, x2 }) => ({
    lines: [
      [
        [x1 + 130, HEIGHT - 8],
        [x1 + 130, 76],
        [x1 + 66, 76],
      ],
      ...(x2 === null
        ? []
        : [
            [
              [x1 + 130, 120],
              [x2 - 42, 120],
            ] as const,
          ]),
    ],
    ends: [arrow(x1 + 58, 76, 180), ...(x2 === null ? [] : [arrow(x2 - 33, 120, 0)])],
    dots: x2 === null ? [] : [[x1 + 130, 120]],
    disc: [x1 + 130, 400],
  }),
  'outside>bipolar.dendrite': ({ vip }) => ({
    lines: [
      [
        [vip[0] - 66, HEIGHT - 8],
        [vip[0] - 66, 146],
        [vip[0] - 22, 146],
      ],
    ],
    ends: [arrow(vip[0] - 13, 146, 0)],
    dots: [],
    disc: [vip[0] - 66, 520],
  }),
  'outside>martinotti.dendrite': ({ vip, sst }) => ({
    lines: [
      [
        [vip[0] - 66, 309],
        [sst[0] - 57, 309],
      ],
    ],
    ends: [arrow(sst[0] - 49, 309, 0)],
    dots: [[vip[0] - 66, 309]],
    disc: [vip[0] - 40, 309],
  }),
  'pyramidal>pyramidal.basal': ({ x1, x2, y }) =>
    x2 === null
      ? {
          lines: [
            [
              [x1, y + 96],
              [x1 + 40, y + 96],
            ],
          ],
          ends: [arrow(x1 + 49, y + 96, 0)],
          dots: [[x1, y + 96]],
          disc: [x1 + 26, y + 96],
        }
      : {
          lines: [
            [
              [x2, y + 35],
              [x2, 536],
              [x1 + 72, 536],
            ],
          ],
          ends: [arrow(x1 + 62, 534, 180)],
          dots: [],
          disc: [x2 - 20, 536],
        },
  'pyramidal>basket.dendrite': ({ x1, pv }) => ({
    lines: [
      [
        [x1, 556],
        [pv[0] - 102, 556],
        [pv[0] - 102, 472],
        [pv[0] - 50, 472],
      ],
    ],
    ends: [arrow(pv[0] - 41, 472, 0)],
    dots: [[x1, 556]],
    disc: [pv[0] - 102, 520],
  }),
  'pyramidal>martinotti.dendrite': ({ vip, sst, pv }) => ({
    lines: [
      [
        [pv[0] - 102, 556],
        [vip[0] - 54, 556],
        [vip[0] - 54, 332],
        [sst[0] - 35, 332],
        [sst[0] - 35, 324],
      ],
    ],
    ends: [arrow(sst[0] - 35, 315, -90)],
    dots: [[pv[0] - 102, 556]],
    disc: [vip[0] - 54, 500],
  }),
  'pyramidal>bipolar.dendrite': ({ vip }) => ({
    lines: [
      [
        [vip[0] - 54, 336],
        [vip[0] - 54, 162],
        [vip[0] - 18, 162],
      ],
    ],
    ends: [arrow(vip[0] - 9, 162, 0)],
    dots: [[vip[0] - 54, 332]],
    disc: [vip[0] - 54, 250],
  }),
  'basket>pyramidal.soma': (frame) => ({
    ...basket(frame),
    dots: [],
    disc: [frame.pv[0] + 66, frame.pv[1]],
    behind: true,
  }),
  'basket>basket.soma': ({ pv }) => ({
    lines: [
      [
        [pv[0] + 40, pv[1]],
        [pv[0] + 40, pv[1] - 26],
        [pv[0] + 27, pv[1] - 26],
      ],
    ],
    ends: [bar(pv[0] + 25, pv[1] - 25, -44)],
    dots: [[pv[0] + 40, pv[1]]],
    disc: [pv[0] + 40, pv[1] - 14],
  }),
  'martinotti>pyramidal.tuft': ({ x1, x2, sst }) => ({
    lines: [
      [
        [sst[0], sst[1] - 27],
        [sst[0], 92],
        [x1 - 62, 92],
      ],
      ...(x2 === null
        ? []
        : [
            [
              [sst[0], 104],
              [sst[0], TUFT_TOP - 7],
              [x2 - 78, TUFT_TOP - 7],
              [x2 - 78, 88],
              [x2 - 54, 88],
            ] as const,
          ]),
    ],
    ends: [bar(x1 - 54, 92, 0), ...(x2 === null ? [] : [bar(x2 - 46, 88, 0)])],
    dots: [],
    disc: [(sst[0] + x1) / 2, 92],
  }),
  'martinotti>basket.dendrite': ({ sst, pv }) => ({
    lines: [
      [
        [sst[0] + 24, sst[1] + 16],
        [sst[0] + 32, sst[1] + 28],
        [sst[0] + 32, 366],
        [pv[0] - 17, 366],
        [pv[0] - 17, 389],
      ],
    ],
    ends: [bar(pv[0] - 17, 393, 90)],
    dots: [],
    disc: [sst[0] + 32, 346],
  }),
  'martinotti>bipolar.dendrite': ({ sst, vip }) => ({
    lines: [
      [
        [sst[0] - 14, sst[1] - 23],
        [sst[0] - 14, 214],
        [vip[0] + 21, 214],
      ],
    ],
    ends: [bar(vip[0] + 19, 214, 0)],
    dots: [],
    disc: [vip[0] + 50, 214],
  }),
  'bipolar>martinotti.dendrite': ({ vip, sst }) => ({
    lines: [
      [
        [vip[0], vip[1] + 29],
        [vip[0], 286],
        [sst[0] - 33, 286],
      ],
    ],
    ends: [bar(sst[0] - 29, 286, 0)],
    dots: [],
    disc: [vip[0], 260],
  }),
};

function cellPlace(shape: CellShape, f: Frame, large: boolean): Omit<CellPlace, 'cell'> | undefined {
  const { x1, x2, y, pv, sst, vip } = f;
  switch (shape) {
    case 'pyramidal':
      return {
        bodies:
          x2 === null
            ? [[x1, y]]
            : [
                [x1, y],
                [x2, y],
              ],
        label: { at: x2 === null ? [x1 + 14, 190] : [x1 + 60, y - 26], side: 'start' },
        strips:
          x2 === null
            ? [{ at: [x1, 578], width: 112 }]
            : [
                { at: [x1, 578], width: 112 },
                { at: [x2, 578], width: 112 },
              ],
        drug: {
          at: [x1 + (large ? 110 : 92), y - 72],
          from: [x1 + 78, y - 72],
          to: [x1 + 48, y - 72],
          receptor: [x1 + 24, y - 72],
          turn: 90,
        },
        disc: [x1 + (large ? 74 : 64), y - 72],
        output: { from: [x1, y + 35], to: [x1, HEIGHT - 16], disc: [x1, y + 74] },
      };
    case 'basket':
      return {
        bodies: [pv],
        label: { at: large ? [pv[0] + 74, 364] : [pv[0] + 58, 340], side: 'middle' },
        strips: [{ at: [pv[0] - 6, 500], width: 152 }],
        drug: {
          at: [pv[0] - (large ? 176 : 192), pv[1] - 4],
          from: [pv[0] - (large ? 160 : 138), pv[1] - 4],
          to: [pv[0] - 90, pv[1] - 4],
          receptor: [pv[0] - 66, pv[1] - 4],
          turn: -90,
          named: large ? 'below' : 'inside',
        },
        disc: [pv[0] - (large ? 124 : 114), pv[1] - 4],
        output: null,
      };
    case 'martinotti':
      return {
        bodies: [sst],
        label: { at: [sst[0] + 34, sst[1] - 40], side: 'start' },
        strips: [{ at: [sst[0] + 104, sst[1] + 10], width: 104 }],
        drug: {
          at: [sst[0] - 76, sst[1] - 44],
          from: [sst[0] - 62, sst[1] - 42],
          to: [sst[0] - 55, sst[1] - 40],
          receptor: [sst[0] - 38, sst[1] - 34],
          turn: -60,
        },
        disc: large ? [sst[0] - 70, sst[1] - 16] : [sst[0] - 92, sst[1] - 26],
        output: null,
      };
    case 'bipolar':
      return {
        bodies: [vip],
        label: { at: [vip[0] + 24, vip[1] - 36], side: 'start' },
        strips: [{ at: [vip[0] + 4, 350], width: 88 }],
        drug: {
          at: [vip[0] + 54, vip[1] - 72],
          from: [vip[0] + 40, vip[1] - 70],
          to: [vip[0] + 36, vip[1] - 69],
          receptor: [vip[0] + 21, vip[1] - 62],
          turn: 60,
        },
        disc: large ? [vip[0] + 80, vip[1] - 86] : [vip[0] + 70, vip[1] - 88],
        output: null,
      };
    default:
      return undefined;
  }
}

/** The plan in design units. */
export function prefrontalPlan(circuit: Circuit, wide: boolean, large: boolean): Plan {
  const frame = wide ? WIDE : NARROW;
  const shapes = new Map<string, string>(circuit.cells.map(({ id, shape }) => [id, shape]));
  shapes.set('outside', 'outside');
  return {
    width: wide ? 1012 : 600,
    height: HEIGHT,
    wide,
    cells: circuit.cells.flatMap((cell) => {
      const place = cellPlace(cell.shape, frame, large);
      return place === undefined ? [] : [{ cell, ...place }];
    }),
    wires: circuit.connections.flatMap(({ id, from, to, part }) => {
      const draw = WIRES[`${shapes.get(from) ?? ''}>${shapes.get(to) ?? ''}.${part}`];
      return draw === undefined ? [] : [{ id, ...draw(frame) }];
    }),
    bounds: [
      { from: 0, to: 128, name: '1' },
      { from: 128, to: 318, name: '2/3' },
      { from: 318, to: 566, name: '5' },
      { from: 566, to: HEIGHT, name: '6' },
    ],
    axis: 'layers',
    ruler: wide
      ? {
          x: 846,
          brackets: [
            { part: 'tuft', from: 44, to: 150 },
            { part: 'trunk', from: 158, to: 378 },
            { part: 'soma', from: 386, to: 466 },
            { part: 'basal', from: 474, to: 540 },
          ],
        }
      : null,
    trace: null,
    inputs: [
      { at: [frame.x1 - 104, HEIGHT - 34], name: 'outside' },
      { at: [frame.x1 + 138, HEIGHT - 34], name: 'outsideTuft' },
    ],
  };
}
