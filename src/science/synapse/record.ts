/** Running a trial and sampling it: traces as named columns over time. */
import { ligandOccupancy } from '../receptors/occupancy';
import type { GroupRates } from './chains';
import type { SynapseConfig } from './config';
import { SynapseEngine } from './engine';
import { CLEFT, DEAD, psdVolume } from './geometry';
import { freeCount } from './particles';
import { groupCurrent_pA, readPostsynapse } from './postsynapse';
import { concentration_mM } from './units';

/** A sampled run. Every column has the length of `time_ms`; columns may share their memory's buffer. */
export interface Trace {
  readonly time_ms: Float64Array;
  readonly columns: Readonly<Record<string, Float64Array>>;
}

/** Name and unit of a column of a trace. */
export interface ColumnInfo {
  readonly id: string;
  readonly unit: 'count' | 'mM' | 'pA' | 'mV' | 'uM';
}

/**
 * Columns of a configuration's traces:
 * `glu_cleft`, `glu_ring`, `glu_receptors`, `glu_transporters`, `glu_taken_up`, `glu_escaped`, `glu_pore` (molecules);
 * `glu_mM`, the mean concentration over the PSD; for every group G `open_G`, `<ligand>_G` (receptors holding Mg2+ or a
 * drug) and `i_G` (pA); `i_total`, `v_mV`, `ca_uM`.
 */
export function traceColumns(config: SynapseConfig): ColumnInfo[] {
  return [
    ...['glu_cleft', 'glu_ring', 'glu_receptors', 'glu_transporters', 'glu_taken_up', 'glu_escaped', 'glu_pore'].map(count),
    { id: 'glu_mM', unit: 'mM' },
    ...config.receptors.flatMap((group): ColumnInfo[] => {
      const ligands = [...new Set(group.scheme.transitions.map((t) => t.ligand))].filter((l) => l !== undefined && l !== 'glu');
      return [count(`open_${group.id}`), ...ligands.map((l) => count(`${l ?? ''}_${group.id}`)), { id: `i_${group.id}`, unit: 'pA' }];
    }),
    { id: 'i_total', unit: 'pA' },
    { id: 'v_mV', unit: 'mV' },
    { id: 'ca_uM', unit: 'uM' },
  ];
}

const count = (id: string): ColumnInfo => ({ id, unit: 'count' });

/** Writes samples of an engine into a trace. */
export class Recorder {
  readonly trace: Trace;
  private readonly volume: number;
  private readonly psd2: number;
  private readonly blockers: readonly (readonly { column: Float64Array; states: readonly number[] }[])[];

  constructor(
    readonly engine: SynapseEngine,
    samples: number,
  ) {
    // One piece of memory for all columns: a page that is sent many traces has that much less to receive and to free.
    const ids = traceColumns(engine.config).map(({ id }) => id);
    const memory = new Float64Array((ids.length + 1) * samples);
    const part = (i: number): Float64Array => memory.subarray(i * samples, (i + 1) * samples);
    this.trace = { time_ms: part(0), columns: Object.fromEntries(ids.map((id, i) => [id, part(i + 1)])) };
    this.volume = psdVolume(engine.config.geometry);
    this.psd2 = engine.config.geometry.psdRadius ** 2;
    this.blockers = engine.chains.groups.map((group, g) =>
      group.scheme.ligands
        .filter((ligand) => ligand !== 'glu')
        .map((ligand) => ({ column: this.column(`${ligand}_${engine.config.receptors[g]?.id ?? ''}`), states: holding(group, ligand) })),
    );
  }

  /** Stores the engine's present state as sample `k`. */
  sample(k: number): void {
    const { engine, trace } = this;
    const { particles: p, chains, config, ledger } = engine;
    const t = engine.time_us;
    trace.time_ms[k] = t / 1000;
    let cleft = 0;
    let overPsd = 0;
    for (let i = 0; i < p.count; i++) {
      if (p.region[i] !== CLEFT) continue;
      cleft += 1;
      const x = p.x[i] as number;
      const y = p.y[i] as number;
      if (x * x + y * y < this.psd2) overPsd += 1;
    }
    const field =
      config.glutamate.kind === 'transient' ? (engine.fields.glu ?? 0) : concentration_mM(overPsd, this.volume) + config.ambient_mM;
    this.set('glu_cleft', k, cleft);
    this.set('glu_ring', k, freeCount(p) - cleft);
    this.set('glu_receptors', k, chains.bound);
    this.set('glu_transporters', k, engine.transporters?.total ?? 0);
    this.set('glu_taken_up', k, ledger.takenUp);
    this.set('glu_escaped', k, ledger.escaped);
    this.set('glu_pore', k, engine.inPores());
    this.set('glu_mM', k, field);
    const post = readPostsynapse(engine.post, t);
    let total = 0;
    config.receptors.forEach((group, g) => {
      const open = chains.open[g] as number;
      const current = groupCurrent_pA(group, open, post.v_mV);
      total += current;
      this.set(`open_${group.id}`, k, open);
      this.set(`i_${group.id}`, k, current);
      for (const blocker of this.blockers[g] ?? []) {
        let held = 0;
        for (const s of blocker.states) held += chains.tally[(chains.offset[g] as number) + s] as number;
        blocker.column[k] = held;
      }
    });
    this.set('i_total', k, total);
    this.set('v_mV', k, post.v_mV);
    this.set('ca_uM', k, post.calcium_uM);
  }

  private column(id: string): Float64Array {
    return this.trace.columns[id] ?? new Float64Array(0);
  }

  private set(id: string, k: number, value: number): void {
    this.column(id)[k] = value;
  }
}

function holding(group: GroupRates, ligand: string): number[] {
  const bound = ligandOccupancy(group.scheme, ligand).bound;
  return group.scheme.states.flatMap((_, s) => ((bound[s] ?? 0) > 0 ? [s] : []));
}

/** Length of a recording and distance of its samples, ms. */
export interface RecordOptions {
  readonly duration_ms: number;
  readonly sample_ms: number;
}

/** Number of samples of a recording, both ends included. */
export function sampleCount(options: RecordOptions): number {
  return Math.floor(options.duration_ms / options.sample_ms + 1e-9) + 1;
}

/** Runs trial `trial` of a seed from time 0 and samples it. */
export function recordTrial(config: SynapseConfig, seed: number, trial: number, options: RecordOptions): Trace {
  const recorder = new Recorder(new SynapseEngine(config, seed, trial), sampleCount(options));
  for (let k = 0; k < sampleCount(options); k++) {
    recorder.engine.advanceTo(k * options.sample_ms);
    recorder.sample(k);
  }
  return recorder.trace;
}

/** Every molecule must be somewhere: released and bound at start minus free, bound, gone. 0 at all times. */
export function glutamateBalance(e: SynapseEngine): number {
  const l = e.ledger;
  const into = l.released + l.boundAtStart + l.fromField;
  const now = freeCount(e.particles) + e.chains.bound + (e.transporters?.total ?? 0);
  return into - now - l.takenUp - l.escaped - l.toField;
}

/** Positions of the free molecules as x, y, z triples, with their ids: for drawing. Returns how many were written. */
export function copyPositions(e: SynapseEngine, xyz: Float32Array, ids: Int32Array): number {
  const p = e.particles;
  let k = 0;
  for (let i = 0; i < p.count && k < ids.length; i++) {
    if (p.region[i] === DEAD) continue;
    xyz[3 * k] = p.x[i] as number;
    xyz[3 * k + 1] = p.y[i] as number;
    xyz[3 * k + 2] = p.z[i] as number;
    ids[k] = p.id[i] as number;
    k += 1;
  }
  return k;
}
