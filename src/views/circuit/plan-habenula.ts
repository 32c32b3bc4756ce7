/** The habenula and what it holds back: left to right from the habenula by the relay to dopamine and serotonin cells. */
import type { Circuit, CircuitCell } from '../../model/schema';
import type { CellPlace, End, Place, Plan, Wire } from './plan';

const HEIGHT = 648;

interface Frame {
  readonly lhb: Place;
  readonly relay: Place;
  readonly first: Place;
  readonly second: Place;
  readonly width: number;
}

const WIDE: Frame = { lhb: [270, 216], relay: [560, 300], first: [806, 190], second: [806, 440], width: 1012 };
const NARROW: Frame = { lhb: [176, 200], relay: [326, 330], first: [470, 210], second: [470, 440], width: 600 };

const arrow = (x: number, y: number, turn: number): End => ({ kind: 'arrow', at: [x, y], turn });
const bar = (x: number, y: number, turn: number): End => ({ kind: 'bar', at: [x, y], turn });

/** Dopamine cells stand above serotonin cells: the first and the second of the monoamine cells of the record. */
function monoamines(circuit: Circuit): readonly CircuitCell[] {
  return circuit.cells.filter(({ shape }) => shape === 'monoamine');
}

function wireOf(circuit: Circuit, frame: Frame, from: string, to: string): Omit<Wire, 'id'> | undefined {
  const { lhb, relay, first, second } = frame;
  const shape = (id: string): string | undefined => circuit.cells.find((cell) => cell.id === id)?.shape;
  if (from === 'outside' && shape(to) === 'projection') {
    const y = lhb[1] + 48;
    return {
      lines: [
        [
          [lhb[0] - 140, y],
          [lhb[0] - 84, y],
        ],
      ],
      ends: [arrow(lhb[0] - 74, y, 0)],
      dots: [],
      disc: [lhb[0] - 112, y],
    };
  }
  if (shape(from) === 'projection' && shape(to) === 'relay') {
    const [x, y] = [relay[0] - 42, relay[1] - 46];
    const bend = (lhb[0] + 34 + x) / 2;
    return {
      lines: [
        [
          [lhb[0] + 35, lhb[1]],
          [bend, lhb[1]],
          [bend, y],
          [x - 12, y],
        ],
      ],
      ends: [arrow(x - 3, y, 0)],
      dots: [],
      disc: [bend - 26, lhb[1]],
    };
  }
  if (shape(from) === 'relay' && shape(to) === 'monoamine') {
    const upper = monoamines(circuit)[0]?.id === to;
    const target = upper ? first : second;
    const bend = relay[0] + 70;
    const y = upper ? target[1] + 46 : target[1] - 46;
    const x = target[0] - (upper ? 46 : 50);
    return {
      lines: [
        [
          [relay[0] + 26, relay[1]],
          [bend, relay[1]],
          [bend, y],
          [x - 12, y],
        ],
      ],
      ends: [bar(x - 8, y, 0)],
      dots: [[bend, relay[1]]],
      disc: [bend, (relay[1] + y) / 2],
    };
  }
  return undefined;
}

function cellPlace(cell: CircuitCell, circuit: Circuit, frame: Frame, wide: boolean, large: boolean): Omit<CellPlace, 'cell'> | undefined {
  const drugless = ([x, y]: Place): CellPlace['drug'] => ({
    at: [x, y - 70],
    from: [x, y - 56],
    to: [x, y - 44],
    receptor: [x, y - 34],
    turn: 0,
  });
  switch (cell.shape) {
    case 'projection': {
      const [x, y] = frame.lhb;
      return {
        bodies: [[x, y]],
        label: { at: [x + 24, y - 78], side: 'start' },
        strips: [{ at: [x - 10, y + 92], width: 152 }],
        drug: {
          at: [x - 96, y - 104],
          from: [x - 92, y - 86],
          to: [x - 86, y - 80],
          receptor: [x - 70, y - 68],
          turn: -45,
          named: 'inside',
        },
        disc: large ? [x, y - 104] : [x - 34, y - 104],
        output: null,
      };
    }
    case 'relay':
      return {
        bodies: [frame.relay],
        label: { at: [frame.relay[0] - 30, frame.relay[1] - 122], side: 'middle' },
        strips: [{ at: [frame.relay[0] - 10, frame.relay[1] + 60], width: 112 }],
        drug: drugless(frame.relay),
        disc: [frame.relay[0], frame.relay[1] - 86],
        output: null,
      };
    case 'monoamine': {
      const place = monoamines(circuit)[0]?.id === cell.id ? frame.first : frame.second;
      const [x, y] = place;
      return {
        bodies: [place],
        label: { at: [wide ? x + 30 : x, y - 88], side: wide ? 'start' : 'middle' },
        strips: [{ at: [x + (wide ? 40 : 20), y + 62], width: 112 }],
        drug: drugless(place),
        disc: [x, y - 86],
        output: { from: [x + 32, y], to: [x + (wide ? 124 : 96), y], disc: [x + 66, y] },
      };
    }
    default:
      return undefined;
  }
}

/** The plan in design units. */
export function habenulaPlan(circuit: Circuit, wide: boolean, large: boolean): Plan {
  const frame = wide ? WIDE : NARROW;
  const named = (shape: string): string => circuit.cells.find((cell) => cell.shape === shape)?.place ?? '';
  return {
    width: frame.width,
    height: HEIGHT,
    wide,
    cells: circuit.cells.flatMap((cell) => {
      const place = cellPlace(cell, circuit, frame, wide, large);
      return place === undefined ? [] : [{ cell, ...place }];
    }),
    wires: circuit.connections.flatMap(({ id, from, to }) => {
      const wire = wireOf(circuit, frame, from, to);
      return wire === undefined ? [] : [{ id, ...wire }];
    }),
    bounds: wide
      ? [
          { from: 0, to: 430, name: named('projection') },
          { from: 430, to: 672, name: named('relay') },
          {
            from: 672,
            to: 1012,
            name: monoamines(circuit)
              .map(({ place }) => place)
              .join(', '),
          },
        ]
      : [],
    axis: 'nuclei',
    ruler: null,
    trace: wide ? { at: [60, 430], width: 400, height: 120 } : { at: [30, 500], width: 330, height: 90 },
    inputs: [{ at: [frame.lhb[0] - 130, frame.lhb[1] + 56], name: 'outside' }],
  };
}
