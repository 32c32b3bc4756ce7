/**
 * Scheme integration against NEURON, in one run on one machine: the same mechanisms, the same receptors (each with a
 * glutamate pulse of its own amplitude), the same length, and for both the cheapest setting that reaches the same
 * accuracy. The measure of accuracy is the largest deviation of the mean open probability from exact propagation, as a
 * fraction of its peak.
 *
 * The machine may be busy: both programs are timed in turns, by the best wall time of many repeats and by their processor
 * time, and the least favourable ratio of all turns is the one reported.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CompiledScheme } from '../../science/receptors/compile';
import { respondMany } from '../../science/receptors/many';
import type { PoleCount } from '../../science/receptors/rational';
import type { Protocol } from '../../science/receptors/protocol';
import { Integrator } from '../../science/receptors/integrate';
import { propagate, transitionProbabilities } from '../../science/receptors/propagator';
import { openProbability, rateMatrix } from '../../science/receptors/rates';
import { samplePo } from '../../science/receptors/trace';
import { readPackParts, SchemeLibrary } from '../targets/schemes';

/** One line of the report. */
export interface BenchRow {
  readonly name: string;
  readonly value: number | string;
  readonly unit: string;
  readonly note: string;
}

const PYTHON = '/usr/bin/python3';
const SCRIPT = fileURLToPath(new URL('../../../tests/reference/neuron/bench.py', import.meta.url));
const RECEPTORS = 100;
/** Repeats of each timing at least; the best counts, for both programs. */
const REPEATS = 25;
const WARM_MS = 400;
const PULSE_MS = 1;
const ACCURACIES = [5e-3, 1e-3] as const;
const CASES = [
  { scheme: 'AMPA_JONAS93', mechanism: 'JonasAMPA', duration_ms: 40 },
  { scheme: 'NMDA_GLUN2A_8', mechanism: 'GluN2A', duration_ms: 400 },
  { scheme: 'NMDA_LJ92_MGKET', mechanism: 'LJ92', duration_ms: 400 },
] as const;
const STEPS_MS = [0.2, 0.1, 0.05, 0.025, 0.0125, 0.005] as const;
const NEURON_TOLERANCES = [1e-2, 3e-3, 1e-3, 3e-4, 1e-4, 1e-5, 1e-6] as const;
const ENGINE_TOLERANCES = [1e-1, 3e-2, 1e-2, 3e-3, 1e-3, 1e-4, 1e-5, 1e-6] as const;

/** A setting of either program with its time (s) and its error. */
interface Run {
  readonly setting: string;
  /** Best wall time of the repeats, and processor time of a repeat on average, garbage collection and all. */
  readonly seconds: number;
  readonly cpu: number;
  readonly error: number;
  /** Times the same setting anew. */
  readonly again: () => Run;
}

/** Turns in which both programs are timed. */
const TURNS = 3;

/** The rows: for each mechanism and accuracy, how many times faster the engine is than NEURON. */
export function benchReceptors(): Promise<readonly BenchRow[]> {
  const pack = readPackParts();
  const library = new SchemeLibrary(pack.parameters);
  library.add(pack.schemes);
  return Promise.resolve(CASES.flatMap((entry) => benchCase(library.get(entry.scheme), entry.mechanism, entry.duration_ms)));
}

function benchCase(scheme: CompiledScheme, mechanism: string, duration: number): readonly BenchRow[] {
  const amplitudes = Array.from({ length: RECEPTORS }, (_, i) => 0.1 + (2.9 * i) / (RECEPTORS - 1));
  const at = Array.from({ length: 201 }, (_, i) => (duration * i) / 200);
  const exact = exactMean(scheme, amplitudes, at);
  const adaptive = ENGINE_TOLERANCES.map((tolerance) => engineRun(scheme, amplitudes, at, tolerance, exact));
  const propagated = ([4, 6] as const).map((poles) => exactRun(scheme, amplitudes, at, poles, exact));
  const build = mkdtempSync(join(tmpdir(), 'bouton-neuron-'));
  const job = { mechanism, build, duration_ms: duration, pulse_ms: PULSE_MS, amplitudes_mM: amplitudes, at_ms: at, repeats: REPEATS };
  try {
    const neuron = neuronRuns({ ...job, steps_ms: STEPS_MS, tolerances: NEURON_TOLERANCES }, exact);
    const name = `${RECEPTORS} ${scheme.id}, ${duration} ms`;
    return ACCURACIES.flatMap((accuracy) => [
      compare(`${name}, propagation in constant media`, accuracy, propagated, neuron),
      compare(`${name}, adaptive integrator`, accuracy, adaptive, neuron),
    ]);
  } finally {
    rmSync(build, { recursive: true, force: true });
  }
}

function compare(name: string, accuracy: number, engine: readonly Run[], neuron: readonly Run[] | string): BenchRow {
  const ours = cheapest(engine, accuracy);
  const label = `${name}, error < ${accuracy * 100} %`;
  if (ours === undefined) return { name: label, value: '-', unit: '', note: 'accuracy not reached' };
  if (typeof neuron === 'string')
    return { name: label, value: round(ours.seconds * 1000), unit: 'ms', note: `NEURON not measured: ${neuron}` };
  const theirs = cheapest(neuron, accuracy);
  if (theirs === undefined) return { name: label, value: '-', unit: '', note: 'NEURON did not reach this accuracy' };
  const turns = Array.from({ length: TURNS }, () => ({ ours: ours.again(), theirs: theirs.again() }));
  const wall = turns.map((turn) => turn.theirs.seconds / turn.ours.seconds);
  const cpu = turns.map((turn) => turn.theirs.cpu / turn.ours.cpu);
  const span = (ratios: readonly number[]): string => `${round(Math.min(...ratios))} to ${round(Math.max(...ratios))}`;
  const best = (runs: readonly Run[]): Run => runs.toSorted((a, b) => a.seconds - b.seconds)[0] ?? ours;
  return {
    name: label,
    value: round(Math.min(...wall, ...cpu)),
    unit: 'x NEURON',
    note: `least of ${TURNS} turns; by the clock ${span(wall)}, by processor time ${span(cpu)}; ${describe(best(turns.map((turn) => turn.ours)))} against ${describe(best(turns.map((turn) => turn.theirs)))}; aim 5`,
  };
}

function cheapest(runs: readonly Run[], accuracy: number): Run | undefined {
  return runs.filter((run) => run.error <= accuracy).toSorted((a, b) => a.seconds - b.seconds)[0];
}

function describe(run: Run): string {
  return `${round(run.seconds * 1000)} ms (${run.setting}, error ${(run.error * 100).toPrecision(2)} %)`;
}

function round(value: number): number {
  return Number(value.toPrecision(3));
}

/** The engine's adaptive integrator at one tolerance: best of several timings. */
function engineRun(
  scheme: CompiledScheme,
  amplitudes: readonly number[],
  at: readonly number[],
  tolerance: number,
  exact: Float64Array,
): Run {
  const integrator = new Integrator(scheme);
  const duration = at[at.length - 1] ?? 0;
  const glutamate = scheme.ligands.indexOf('glu');
  return timed(`tolerance ${tolerance}`, exact, () => {
    const mean = new Float64Array(at.length);
    for (const amplitude of amplitudes) {
      const run = integrator.run({
        start: scheme.initial,
        duration_ms: duration,
        breaks: [PULSE_MS],
        relativeTolerance: tolerance,
        absoluteTolerance: tolerance * 1e-2,
        waveform: (t, ligands) => {
          ligands[glutamate] = t < PULSE_MS ? amplitude : 0;
          return -60;
        },
      });
      const po = samplePo(run, at);
      for (let i = 0; i < at.length; i++) mean[i] = (mean[i] as number) + (po[i] as number) / amplitudes.length;
    }
    return mean;
  });
}

/** Times a way to compute the mean open probability. */
function timed(setting: string, exact: Float64Array, work: () => Float64Array): Run {
  let best = Infinity;
  let mean = work();
  // Until it is compiled: what the compiler itself costs is not the point.
  const warm = performance.now() + WARM_MS;
  while (performance.now() < warm) mean = work();
  const before = process.cpuUsage();
  const start = performance.now();
  let repeats = 0;
  while (repeats < REPEATS || performance.now() - start < WARM_MS) {
    const begin = performance.now();
    mean = work();
    best = Math.min(best, (performance.now() - begin) / 1000);
    repeats += 1;
  }
  const { user, system } = process.cpuUsage(before);
  const cpu = (user + system) / 1e6 / repeats;
  return { setting, seconds: best, cpu, error: deviation(mean, exact), again: () => timed(setting, exact, work) };
}

/** The engine's exact method for media that are constant in pieces. */
function exactRun(
  scheme: CompiledScheme,
  amplitudes: readonly number[],
  at: readonly number[],
  poles: PoleCount,
  exact: Float64Array,
): Run {
  const duration = at[at.length - 1] ?? 0;
  const protocols = amplitudes.map((glu): Protocol => ({
    start: 'initial',
    segments: [
      { ms: PULSE_MS, conditions: { v_mV: -60, ligands_mM: { glu } } },
      { ms: duration - PULSE_MS, conditions: { v_mV: -60, ligands_mM: {} } },
    ],
  }));
  const times = Float64Array.from(at);
  return timed(`exact media, ${poles} poles`, exact, () => {
    const mean = new Float64Array(at.length);
    const po = respondMany(scheme, protocols, times, poles);
    for (let i = 0; i < po.length; i++) mean[i % at.length] = (mean[i % at.length] as number) + (po[i] as number) / amplitudes.length;
    return mean;
  });
}

/** Mean open probability of all receptors at the times `at`, one receptor and one time after the other. */
function exactMean(scheme: CompiledScheme, amplitudes: readonly number[], at: readonly number[]): Float64Array {
  const n = scheme.n;
  const mean = new Float64Array(at.length);
  const off = rateMatrix(scheme, { v_mV: -60, ligands_mM: {} });
  for (const amplitude of amplitudes) {
    const on = rateMatrix(scheme, { v_mV: -60, ligands_mM: { glu: amplitude } });
    const after = propagate(scheme.initial, transitionProbabilities(on, n, PULSE_MS), n, new Float64Array(n));
    for (let i = 0; i < at.length; i++) {
      const t = at[i] as number;
      const p =
        t <= PULSE_MS
          ? propagate(scheme.initial, transitionProbabilities(on, n, t), n, new Float64Array(n))
          : propagate(after, transitionProbabilities(off, n, t - PULSE_MS), n, new Float64Array(n));
      mean[i] = (mean[i] as number) + openProbability(scheme, p) / amplitudes.length;
    }
  }
  return mean;
}

function deviation(values: ArrayLike<number>, exact: Float64Array): number {
  let worst = 0;
  for (let i = 0; i < exact.length; i++) worst = Math.max(worst, Math.abs((values[i] ?? NaN) - (exact[i] as number)));
  return worst / Math.max(...exact);
}

/** What `bench.py` is asked. */
interface Job {
  readonly mechanism: string;
  readonly build: string;
  readonly duration_ms: number;
  readonly pulse_ms: number;
  readonly amplitudes_mM: readonly number[];
  readonly at_ms: readonly number[];
  readonly repeats: number;
  readonly steps_ms: readonly number[];
  readonly tolerances: readonly number[];
}

interface Answer {
  readonly kind: 'fixed' | 'cvode';
  readonly setting: number;
  readonly seconds: number;
  readonly cpu: number;
  readonly po: readonly number[];
}

/** NEURON's runs, or the reason why there are none. */
function neuronRuns(job: Job, exact: Float64Array): readonly Run[] | string {
  const result = spawnSync(PYTHON, [SCRIPT], { input: JSON.stringify(job), encoding: 'utf8', maxBuffer: 1 << 28 });
  if (result.error !== undefined) return result.error.message;
  if (result.status !== 0) return (result.stderr.trim().split('\n').at(-1) ?? 'it failed').slice(0, 120);
  return (JSON.parse(result.stdout) as readonly Answer[]).map((run): Run => {
    const only = run.kind === 'fixed' ? { steps_ms: [run.setting], tolerances: [] } : { steps_ms: [], tolerances: [run.setting] };
    const own: Run = {
      setting: run.kind === 'fixed' ? `fixed step ${run.setting} ms` : `variable step, tolerance ${run.setting}`,
      seconds: run.seconds,
      cpu: run.cpu,
      error: deviation(run.po, exact),
      again: () => {
        const next = neuronRuns({ ...job, ...only }, exact);
        return typeof next === 'string' ? own : (next[0] ?? own);
      },
    };
    return own;
  });
}
