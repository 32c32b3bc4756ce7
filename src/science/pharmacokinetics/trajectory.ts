/** Amounts over time in one compiled model: exact states where inputs change, and exact propagation between them. */
import { eigenvalues } from '../receptors/eigenvalues';
import { solveDense } from '../receptors/dense';
import type { Input } from './doses';
import type { CompiledSystem } from './system';

export class Trajectory {
  /** Times at which an input starts or ends, from 0, minutes, ascending. */
  readonly breaks: readonly number[];
  private readonly states: readonly Float64Array[];
  private readonly rates: readonly Float64Array[];
  private readonly system: CompiledSystem;
  private readonly inputs: readonly Input[];

  /** Runs the inputs once. Throws a RangeError when an input or the model is not finite. */
  constructor(system: CompiledSystem, inputs: readonly Input[]) {
    for (const { start_min, minutes, mg } of inputs) {
      if (!(start_min >= 0 && minutes >= 0 && mg >= 0 && Number.isFinite(start_min + minutes + mg)))
        throw new RangeError('A dose is not a finite amount');
    }
    this.system = system;
    this.inputs = inputs;
    const times = new Set([0, ...inputs.flatMap(({ start_min, minutes }) => [start_min, start_min + minutes])]);
    this.breaks = [...times].sort((a, b) => a - b);
    const position = new Map(this.breaks.map((time, k) => [time, k]));
    const at = (time: number): number => position.get(time) ?? 0;
    const rates = this.breaks.map(() => new Float64Array(system.n));
    const pulses = this.breaks.map(() => new Float64Array(system.n));
    for (const input of inputs) {
      const from = at(input.start_min);
      const target = input.minutes === 0 ? pulses : rates;
      const size = input.minutes === 0 ? input.mg : input.mg / input.minutes;
      const to = input.minutes === 0 ? from + 1 : at(input.start_min + input.minutes);
      for (let k = from; k < to; k++) {
        const row = target[k] as Float64Array;
        row[input.at] = (row[input.at] as number) + size;
      }
    }
    const states: Float64Array[] = [];
    let now = new Float64Array(system.n);
    for (const [k, time] of this.breaks.entries()) {
      const before = this.breaks[k - 1];
      if (before !== undefined) now = Float64Array.from(system.propagator.advance(now, rates[k - 1] as Float64Array, time - before));
      const pulse = pulses[k] as Float64Array;
      now = now.map((amount, i) => amount + (pulse[i] as number));
      states.push(now);
    }
    this.states = states;
    this.rates = rates;
  }

  /** Amounts in mg at a time in minutes; zero before 0. The last entry is what has left. */
  state(time_min: number): Float64Array {
    if (!(time_min >= 0)) return new Float64Array(this.system.n);
    let low = 0;
    let high = this.breaks.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.breaks[middle] as number) <= time_min) low = middle;
      else high = middle - 1;
    }
    return this.system.propagator.advance(
      this.states[low] as Float64Array,
      this.rates[low] as Float64Array,
      time_min - (this.breaks[low] as number),
    );
  }

  /** Mass given up to a time, mg, by compartment. */
  given(time_min: number): Float64Array {
    const total = new Float64Array(this.system.n);
    for (const { at, start_min, minutes, mg } of this.inputs) {
      const share = minutes === 0 ? (time_min >= start_min ? 1 : 0) : Math.min(1, Math.max(0, (time_min - start_min) / minutes));
      total[at] = (total[at] as number) + mg * share;
    }
    return total;
  }

  /**
   * Integral of every amount, mg min, from 0 to a time (or Infinity). From x' = x Q + u: the integral times Q is
   * x(t) - given(t), so it follows from one linear solve without any sum over time.
   */
  area(time_min: number): Float64Array {
    const inside = this.system.n - 1;
    const given = this.given(time_min);
    const now = time_min === Infinity ? new Float64Array(this.system.n) : this.state(time_min);
    const right = new Float64Array(inside).map((_, i) => (now[i] as number) - (given[i] as number));
    return solveDense(this.transposed(), right, inside);
  }

  /** Integral of every amount, min, after a single unit of mass into compartment `at`. */
  unitArea(at: number): Float64Array {
    const inside = this.system.n - 1;
    const unit = new Float64Array(inside);
    unit[at] = -1;
    return solveDense(this.transposed(), unit, inside);
  }

  /** Compartments that exchange with compartment `at` in both directions, itself among them. */
  exchanging(at: number): number[] {
    const { n, propagator } = this.system;
    const q = propagator.generator;
    const reached = closure(new Set([at]), n, (from, to) => (q[from * n + to] as number) > 0);
    const leading = closure(new Set([at]), n, (to, from) => (q[from * n + to] as number) > 0);
    return [...reached].filter((i) => leading.has(i));
  }

  /** Decay rates, 1/min, ascending, of everything that a dose can reach on its way to compartment `at`. */
  decays(at: number): number[] {
    const { n, propagator } = this.system;
    const q = propagator.generator;
    const reached = closure(new Set(this.inputs.map((input) => input.at)), n, (from, to) => (q[from * n + to] as number) > 0);
    const leading = closure(new Set([at]), n, (to, from) => (q[from * n + to] as number) > 0);
    const part = Array.from({ length: n - 1 }, (_, i) => i).filter((i) => reached.has(i) && leading.has(i));
    const size = part.length;
    const matrix = new Float64Array(size * size);
    for (const [row, i] of part.entries()) for (const [column, k] of part.entries()) matrix[row * size + column] = q[i * n + k] as number;
    return Array.from(eigenvalues(matrix, size).re, (value) => -value).sort((a, b) => a - b);
  }

  /** The generator without the absorbing compartment, transposed. */
  private transposed(): Float64Array {
    const { n, propagator } = this.system;
    const inside = n - 1;
    const out = new Float64Array(inside * inside);
    for (let i = 0; i < inside; i++) for (let k = 0; k < inside; k++) out[k * inside + i] = propagator.generator[i * n + k] as number;
    return out;
  }
}

/** Everything linked to the start set, step by step. */
function closure(start: ReadonlySet<number>, n: number, linked: (from: number, to: number) => boolean): Set<number> {
  const found = new Set(start);
  const open = [...start];
  for (let from = open.pop(); from !== undefined; from = open.pop()) {
    for (let to = 0; to < n - 1; to++) {
      if (found.has(to) || to === from || !linked(from, to)) continue;
      found.add(to);
      open.push(to);
    }
  }
  return found;
}
