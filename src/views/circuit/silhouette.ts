/** Outlines of nerve cells as branches and a body, after the art direction: smooth dendrites on inhibitory cells, spines on pyramidal. */
import type { CellShape } from '../../model/schema';

type Point = readonly [x: number, y: number];

/** A branch: a chain of cubic curves and its width. */
export interface Branch {
  readonly d: string;
  readonly width: number;
  readonly spines: readonly { readonly from: Point; readonly to: Point }[];
}

export interface Silhouette {
  readonly branches: readonly Branch[];
  /** The body, as a path. */
  readonly soma: string;
  readonly nucleus: { readonly x: number; readonly y: number; readonly r: number };
  readonly fill: 'pyramidal' | 'inhibitory' | 'pale' | 'habenula' | 'dopamine' | 'serotonin';
  readonly hatched: boolean;
}

type Cubic = readonly [number, number, number, number, number, number, number, number];

/** Always the same numbers between 0 and 1, so that a drawing never changes. */
export function chances(seed: number): () => number {
  let at = seed;
  return () => {
    at = (at * 16_807) % 2_147_483_647;
    return at / 2_147_483_647;
  };
}

function along([x0, y0, x1, y1, x2, y2, x3, y3]: Cubic, t: number): Point {
  const u = 1 - t;
  const [a, b, c, d] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
  return [a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3];
}

const STEPS = 40;

/** Spines left and right in turn, one every `every` px with a fifth of jitter. */
function spinesOf(curves: readonly Cubic[], width: number, every: number, chance: () => number): Branch['spines'] {
  const points = curves.flatMap((curve) => Array.from({ length: STEPS + 1 }, (_, k) => along(curve, k / STEPS)));
  const spines: { from: Point; to: Point }[] = [];
  let walked = 0;
  let next = 6;
  for (let k = 1; k < points.length - 1; k++) {
    const [a, b] = [points[k - 1], points[k]];
    if (a === undefined || b === undefined) continue;
    const step = Math.hypot(b[0] - a[0], b[1] - a[1]);
    walked += step;
    if (walked < next || step === 0) continue;
    next = walked + every * (0.8 + chance() * 0.4);
    const side = spines.length % 2 === 0 ? 1 : -1;
    const [nx, ny] = [(-(b[1] - a[1]) / step) * side, ((b[0] - a[0]) / step) * side];
    const tip = width / 2 + 4 + chance() * 1.6;
    spines.push({ from: [b[0] + nx * (width / 2), b[1] + ny * (width / 2)], to: [b[0] + nx * tip, b[1] + ny * tip] });
  }
  return spines;
}

function branch(width: number, curves: readonly Cubic[], spines: { readonly every: number; readonly chance: () => number } | null): Branch {
  const [first] = curves;
  const start = first === undefined ? '' : `M${first[0]} ${first[1]}`;
  const d = start + curves.map(([, , x1, y1, x2, y2, x3, y3]) => `C${x1} ${y1} ${x2} ${y2} ${x3} ${y3}`).join('');
  return { d, width, spines: spines === null ? [] : spinesOf(curves, width, spines.every, spines.chance) };
}

/** A pyramidal cell with its body at (x, y); the tuft ends at fixed heights in layer 1. */
function pyramidal(x: number, y: number, seed: number): Silhouette {
  const chance = chances(seed);
  const at = (dx: number, dy: number): Point => [x + dx, y + dy];
  const curve = (a: Point, b: Point, c: Point, d: Point): Cubic => [...a, ...b, ...c, ...d];
  const high = (dx: number, py: number): Point => [x + dx, py];
  const trunk = { every: 10, chance };
  const fine = { every: 8.5, chance };
  const branches = [
    branch(13, [curve(at(0, -30), at(-2, -120), high(5, 240), high(0, 158))], trunk),
    branch(
      6.5,
      [
        curve(high(0, 170), high(-4, 142), high(-20, 126), high(-30, 104)),
        curve(high(-30, 104), high(-40, 82), high(-50, 72), high(-66, 62)),
      ],
      fine,
    ),
    branch(
      6.5,
      [curve(high(0, 170), high(6, 140), high(20, 128), high(30, 106)), curve(high(30, 106), high(40, 84), high(52, 70), high(64, 58))],
      fine,
    ),
    branch(5, [curve(high(-24, 116), high(-20, 96), high(-12, 84), high(-16, 56))], fine),
    branch(5, [curve(high(24, 118), high(20, 98), high(10, 86), high(16, 52))], fine),
    branch(5.5, [curve(at(0, -110), at(-20, -122), at(-34, -128), at(-52, -154))], fine),
    branch(5.5, [curve(at(0, -140), at(20, -150), at(36, -160), at(50, -186))], fine),
    branch(7, [curve(at(-26, 22), at(-44, 40), at(-56, 54), at(-84, 74))], fine),
    branch(7, [curve(at(26, 22), at(44, 40), at(58, 52), at(84, 78))], fine),
    branch(4.5, [curve(at(-54, 50), at(-54, 70), at(-50, 84), at(-56, 100))], fine),
    branch(4.5, [curve(at(54, 48), at(52, 70), at(48, 84), at(54, 102))], fine),
  ];
  const p = ([px, py]: Point): string => `${px} ${py}`;
  const soma =
    `M${p(at(0, -46))}C${p(at(9, -30))} ${p(at(26, 4))} ${p(at(38, 24))}Q${p(at(34, 34))} ${p(at(0, 34))}` +
    `Q${p(at(-34, 34))} ${p(at(-38, 24))}C${p(at(-26, 4))} ${p(at(-9, -30))} ${p(at(0, -46))}Z`;
  return { branches, soma, nucleus: { x, y: y + 10, r: 13 }, fill: 'pyramidal', hatched: false };
}

/** Dendrites of the smooth cells: start, bend and end from the body's centre, and width. */
type Stroke = readonly [sx: number, sy: number, bx: number, by: number, ex: number, ey: number, width: number];

interface Round {
  readonly rx: number;
  readonly ry: number;
  readonly strokes: readonly Stroke[];
  readonly fill: Silhouette['fill'];
  readonly hatched: boolean;
}

const ROUND: Readonly<Record<Exclude<CellShape, 'pyramidal'>, Round>> = {
  basket: {
    rx: 27,
    ry: 27,
    strokes: [
      [-16, 16, -28, 32, -38, 50, 5.5],
      [8, -20, 14, -32, 13, -41, 5.5],
      [-22, -4, -44, -2, -66, -6, 7],
      [14, 18, 24, 32, 26, 50, 5.5],
    ],
    fill: 'inhibitory',
    hatched: false,
  },
  martinotti: {
    rx: 24,
    ry: 24,
    strokes: [
      [-16, 10, -30, 22, -46, 26, 5],
      [6, 20, 12, 34, 8, 50, 5],
      [-16, -14, -26, -24, -36, -34, 5],
    ],
    fill: 'inhibitory',
    hatched: true,
  },
  bipolar: {
    rx: 17,
    ry: 27,
    strokes: [
      [0, -24, -2, -44, -12, -60, 5],
      [0, -24, 4, -44, 12, -56, 5],
    ],
    fill: 'pale',
    hatched: false,
  },
  projection: {
    rx: 34,
    ry: 29,
    strokes: [
      [-24, -14, -52, -26, -62, -60, 7],
      [-26, 12, -54, 20, -72, 50, 7],
      [-4, -24, -2, -50, 14, -78, 6],
      [6, 24, -2, 50, -14, 72, 6],
    ],
    fill: 'habenula',
    hatched: false,
  },
  relay: {
    rx: 25,
    ry: 25,
    strokes: [
      [-18, -12, -34, -22, -42, -44, 5.5],
      [-18, 14, -34, 26, -40, 46, 5.5],
      [4, -20, 8, -38, 2, -54, 5],
    ],
    fill: 'inhibitory',
    hatched: false,
  },
  monoamine: {
    rx: 31,
    ry: 25,
    strokes: [
      [-22, -12, -40, -24, -50, -46, 6],
      [-22, 12, -40, 26, -46, 46, 6],
      [6, -20, 12, -40, 28, -52, 5],
    ],
    fill: 'dopamine',
    hatched: false,
  },
};

/** The silhouette of a cell with its body at (x, y). Serotonin cells are told from dopamine cells by `second`. */
export function silhouetteOf(shape: CellShape, x: number, y: number, seed: number, second = false): Silhouette {
  if (shape === 'pyramidal') return pyramidal(x, y, seed);
  const { rx, ry, strokes, fill, hatched } = ROUND[shape];
  return {
    branches: strokes.map(([sx, sy, bx, by, ex, ey, width]) => ({
      d: `M${x + sx} ${y + sy}Q${x + bx} ${y + by} ${x + ex} ${y + ey}`,
      width,
      spines: [],
    })),
    soma: `M${x - rx} ${y}A${rx} ${ry} 0 1 1 ${x + rx} ${y}A${rx} ${ry} 0 1 1 ${x - rx} ${y}Z`,
    nucleus: { x, y, r: Math.min(rx, ry) * 0.48 },
    fill: fill === 'dopamine' && second ? 'serotonin' : fill,
    hatched,
  };
}
