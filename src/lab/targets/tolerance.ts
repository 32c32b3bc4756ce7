/** Tolerances and units as target files write them. */
import { asNumber, TargetError } from './json';

/** Whether a computed value lies within a tolerance of the expected one. */
export type Tolerance = (computed: number, expected: number) => boolean;

const NUMBER = '([0-9]*\\.?[0-9]+(?:[eE][-+]?[0-9]+)?)';

/** Reads `rel 1e-4`, `abs 0.01`, `+-30%`, `+-0.1`, `x2`. Throws a TargetError for anything else. */
export function readTolerance(value: unknown): Tolerance {
  const text = typeof value === 'number' ? `rel ${value}` : typeof value === 'string' ? value.trim() : '';
  const amount = (pattern: string): number | undefined => {
    const match = new RegExp(`^${pattern}$`).exec(text);
    const found = match === null ? undefined : Number(match[1]);
    return found !== undefined && Number.isFinite(found) ? found : undefined;
  };
  const relative = amount(`rel ${NUMBER}`);
  if (relative !== undefined) return (computed, expected) => Math.abs(computed - expected) <= relative * Math.abs(expected);
  const absolute = amount(`abs ${NUMBER}`) ?? amount(`\\+-${NUMBER}`);
  if (absolute !== undefined) return (computed, expected) => Math.abs(computed - expected) <= absolute;
  const percent = amount(`\\+-${NUMBER}%`);
  if (percent !== undefined) return (computed, expected) => Math.abs(computed - expected) <= (percent / 100) * Math.abs(expected);
  const factor = amount(`x${NUMBER}`);
  if (factor !== undefined && factor >= 1) {
    return (computed, expected) => computed * expected > 0 && computed / expected <= factor && expected / computed <= factor;
  }
  throw new TargetError(`tolerance "${text}" is not understood`);
}

/** Factors to a common unit of each dimension. */
const DIMENSIONS: readonly Readonly<Record<string, number>>[] = [
  { '1': 1, '': 1, '-': 1, fraction: 1, channels: 1, count: 1, '%': 0.01 },
  { ms: 1, s: 1000, us: 1e-3, min: 60_000, h: 3_600_000 },
  { mM: 1, uM: 1e-3, nM: 1e-6, M: 1000 },
  { mV: 1, V: 1000 },
  { um2: 1, nm2: 1e-6 },
  { per_s: 1, per_ms: 1000 },
  { per_M_s: 1, per_mM_ms: 1e6 },
];

/** A value in another unit of the same dimension. Throws a TargetError if the units do not belong together. */
export function convert(value: number, from: string, to: unknown): number {
  if (typeof to !== 'string') throw new TargetError('unit must be a text');
  if (from === to) return value;
  for (const units of DIMENSIONS) {
    const a = Object.hasOwn(units, from) ? units[from] : undefined;
    const b = Object.hasOwn(units, to) ? units[to] : undefined;
    if (a !== undefined && b !== undefined) return (value * a) / b;
  }
  throw new TargetError(`a value in ${from} cannot be given in "${to}"`);
}

/** An expected value: a number, or a list of numbers. */
export function readExpected(value: unknown): readonly number[] {
  const list = Array.isArray(value) ? value : [value];
  if (list.length === 0) throw new TargetError('expected is empty');
  return list.map((entry, i) => asNumber(entry, Array.isArray(value) ? `expected[${i}]` : 'expected'));
}
