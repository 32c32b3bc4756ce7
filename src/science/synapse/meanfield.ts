/**
 * The mean-field twin of the particle engine: the same geometry, schemes, release, uptake and postsynaptic side with
 * concentrations and occupancies in place of molecules and chains. It answers at once what many trials converge to.
 *
 * Where the two may differ: the twin multiplies means where molecules multiply correlated numbers (a molecule that
 * just unbound is still near its receptor; what one receptor holds another lacks), and it takes concentrations as equal
 * around the axis although only a sector of the wall may carry transporters.
 */
import { exp } from '../elementary';
import { createRng } from '../random';
import { stationary } from '../receptors/stationary';
import type { SynapseConfig } from './config';
import { createFieldGrid, FieldDiffusion, type FieldGrid } from './fieldGrid';
import { psdVolume } from './geometry';
import { FieldReceptors } from './meanfieldReceptors';
import { FieldWall } from './meanfieldWall';
import { placeReceptors } from './placement';
import { commitPostsynapse, createPostsynapse, groupCurrent_pA, type Postsynapse, restingVoltage } from './postsynapse';
import { type RecordOptions, sampleCount, type Trace, traceColumns } from './record';
import { concentration_mM, diffusionNm2PerUs } from './units';

/** First and longest step in us; each is 2 % longer than the one before, and a fusion starts again from the first. */
const FIRST = 0.02;
const LONGEST = 5;
/** Longest step once a fusion is `SETTLED` us past and little glutamate is left. */
const LONGEST_LATE = 150;
const SETTLED = 10_000;
const GROWTH = 1.02;
/** Change of voltage that makes the rates be computed anew, mV. */
const RATE_VOLTAGE_STEP = 0.02;

/**
 * Mean traces of a configuration whose spikes all release from the centre, with receptors at the places that `seed`
 * gives them. Throws a RangeError for a release off the axis or one that may fail.
 */
export function meanField(config: SynapseConfig, seed: number, options: RecordOptions): Trace {
  if (config.release.site.kind !== 'centre') throw new RangeError('The mean-field twin is axisymmetric: release.site must be the centre');
  if (config.release.model.kind !== 'certain') throw new RangeError('The mean-field twin needs certain release');
  return new MeanField(config, seed).run(options);
}

class MeanField {
  private readonly grid: FieldGrid;
  private readonly diffusion: FieldDiffusion;
  private readonly receptors: FieldReceptors;
  private readonly wall: FieldWall | null;
  private readonly post: Postsynapse;
  private readonly fusions: readonly number[];
  private readonly particles: boolean;
  private rateVoltage: number;
  private time = 0;
  private dt = FIRST;
  private inPores = 0;
  private fused = 0;
  private field_mM: number;

  constructor(
    private readonly config: SynapseConfig,
    seed: number,
  ) {
    this.particles = config.glutamate.kind === 'particles';
    this.grid = createFieldGrid(config.geometry);
    this.diffusion = new FieldDiffusion(this.grid, diffusionNm2PerUs(config.diffusion_um2_per_ms));
    this.receptors = new FieldReceptors(config, placeReceptors(config, createRng(seed, 0)), this.grid);
    const uptake = this.particles && config.geometry.edge === 'ring' ? config.transporters : null;
    this.wall = uptake === null ? null : new FieldWall(uptake, config.geometry, this.grid);
    this.post = createPostsynapse(config.receptors, config.membrane, config.calcium);
    this.fusions = config.release.spikes_ms.map((t) => t * 1000).sort((a, b) => a - b);
    this.field_mM = config.ambient_mM;
    this.rateVoltage = restingVoltage(config.membrane);
    this.receptors.setVoltage(this.rateVoltage);
    const medium = { v_mV: this.rateVoltage, ligands_mM: { ...config.ligands_mM, glu: config.ambient_mM } };
    this.receptors.start((scheme) => (config.equilibrate ? stationary(scheme, medium) : scheme.initial));
    this.post.open.set(this.receptors.open);
  }

  run(options: RecordOptions): Trace {
    const samples = sampleCount(options);
    const columns: Record<string, Float64Array> = {};
    for (const { id } of traceColumns(this.config)) columns[id] = new Float64Array(samples);
    const time_ms = new Float64Array(samples);
    for (let k = 0; k < samples; k++) {
      time_ms[k] = k * options.sample_ms;
      this.advance(k * options.sample_ms * 1000);
      for (const [id, value] of Object.entries(this.values())) {
        const column = columns[id];
        if (column !== undefined) column[k] = value;
      }
    }
    return { time_ms, columns };
  }

  private advance(until: number): void {
    while (this.time < until - 1e-9) {
      while ((this.fusions[this.fused] ?? Infinity) <= this.time + 1e-9) this.fuse();
      const next = this.fusions[this.fused] ?? Infinity;
      const dt = Math.min(this.dt, until - this.time, next - this.time);
      this.step(dt);
      this.time += dt;
      const since = this.time - (this.fusions[this.fused - 1] ?? -Infinity);
      this.dt = Math.min(since > SETTLED ? LONGEST_LATE : LONGEST, this.dt * GROWTH);
    }
  }

  private fuse(): void {
    const { release } = this.config;
    this.fused += 1;
    this.dt = FIRST;
    if (!this.particles) return;
    if (release.poreTau_us > 0) this.inPores += release.molecules;
    else this.emit(release.molecules);
  }

  /** Puts molecules into the first column of the cleft. */
  private emit(molecules: number): void {
    const { amount, volume, columns, cleftRows } = this.grid;
    let sum = 0;
    for (let row = 0; row < cleftRows; row++) sum += volume[row * columns] as number;
    for (let row = 0; row < cleftRows; row++) {
      const i = row * columns;
      amount[i] = (amount[i] as number) + (molecules * (volume[i] as number)) / sum;
    }
  }

  private step(dt: number): void {
    if (!this.particles) {
      this.field_mM = this.transient(this.time + dt / 2);
      this.receptors.prescribe(this.field_mM);
    }
    this.receptors.react(dt / 2);
    this.wall?.react(dt / 2);
    if (this.particles) {
      const leaving = this.inPores > 0 ? this.inPores * (1 - exp(-dt / this.config.release.poreTau_us)) : 0;
      if (leaving > 0) this.emit(leaving);
      this.inPores -= leaving;
      this.diffusion.step(dt);
    }
    this.wall?.react(dt / 2);
    this.receptors.react(dt / 2);
    commitPostsynapse(this.post, this.time + dt);
    this.post.open.set(this.receptors.open);
    if (Math.abs(this.post.v_mV - this.rateVoltage) > RATE_VOLTAGE_STEP) {
      this.rateVoltage = this.post.v_mV;
      this.receptors.setVoltage(this.rateVoltage);
    }
  }

  private transient(t: number): number {
    const { glutamate, ambient_mM } = this.config;
    if (glutamate.kind !== 'transient') return ambient_mM;
    let sum = ambient_mM;
    for (let k = 0; k < this.fused; k++) sum += glutamate.peak_mM * exp(-(t - (this.fusions[k] ?? 0)) / (glutamate.tau_ms * 1000));
    return sum;
  }

  /** Present values of the trace's columns. */
  private values(): Record<string, number> {
    const { config, receptors, post } = this;
    const inCleft = this.free(0, this.grid.cleftCells, Infinity);
    const values: Record<string, number> = {
      glu_cleft: inCleft,
      glu_ring: this.free(this.grid.cleftCells, this.grid.columns, Infinity),
      glu_receptors: receptors.boundGlutamate(),
      glu_transporters: this.wall?.total() ?? 0,
      glu_taken_up: this.wall?.takenUp ?? 0,
      glu_escaped: this.diffusion.gone,
      glu_pore: this.inPores,
      glu_mM: concentration_mM(this.free(0, this.grid.cleftCells, config.geometry.psdRadius), psdVolume(config.geometry)) + this.field_mM,
      i_total: 0,
      v_mV: post.v_mV,
      ca_uM: post.calcium_uM,
    };
    config.receptors.forEach((group, g) => {
      const open = receptors.open[g] as number;
      const current = groupCurrent_pA(group, open, post.v_mV);
      values[`open_${group.id}`] = open;
      values[`i_${group.id}`] = current;
      values.i_total = (values.i_total ?? 0) + current;
      for (const ligand of new Set(group.scheme.transitions.map((t) => t.ligand))) {
        if (ligand !== undefined && ligand !== 'glu') values[`${ligand}_${group.id}`] = receptors.holding(g, ligand);
      }
    });
    return values;
  }

  /** Free molecules in columns first .. last - 1, as far as they lie within `radius` of the axis. */
  private free(first: number, last: number, radius: number): number {
    const { grid } = this;
    let sum = 0;
    for (let c = first; c < last; c++) {
      const low = (grid.rLow[c] as number) ** 2;
      const high = (grid.rHigh[c] as number) ** 2;
      const share = Math.min(1, Math.max(0, (radius * radius - low) / (high - low)));
      if (share === 0) continue;
      for (let row = 0; row < grid.rows; row++) sum += share * (grid.amount[row * grid.columns + c] as number);
    }
    return sum;
  }
}
