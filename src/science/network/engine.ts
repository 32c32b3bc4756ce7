/** The network: populations, delayed spikes, background input and the field potential proxy. */
import { exp } from '../elementary';
import { createRng, nextInt32s, type Rng, uniform } from '../random';
import type { Background, NetworkConfig } from './config';
import { PopulationState } from './population';
import { PLACE, type SiteState } from './site';
import { drawWiring, type Wiring } from './wiring';

/** Copies, as in population.ts. */
const { v: V, ampa: AMPA, gaba: GABA, nmda: NMDA, gain: GAIN, arrived: ARRIVED } = PLACE;

/** Streams of one seed. */
const STREAM = { wiring: 0, cells: 1, background: 2 } as const;

const TWO_POW_MINUS_32 = 1 / 4294967296;
const HALF_RANGE = 2147483648;

/** Poisson input to all cells of one site: as many events a step as the summed rate gives, each at a cell drawn evenly. */
interface Source {
  readonly background: Background;
  readonly site: SiteState;
  readonly n: number;
  /** cumulative[k]: probability that at most k events fall into one step of the whole population (Poisson). */
  readonly cumulative: Float64Array;
}

/** A stored state; opaque. It belongs to the configuration and seed that it was taken from. */
export interface NetworkSnapshot {
  readonly step: number;
  readonly ketamine_uM: number;
  readonly drugTime_ms: number;
  readonly arrays: readonly (Float64Array | Int32Array)[];
  readonly rng: Rng;
}

/**
 * One network of a seed. Deterministic: equal configuration, seed and calls give equal bits everywhere. Times in ms,
 * voltages in mV, conductances in nS, currents in pA, ketamine in uM (free).
 */
export class NetworkEngine {
  readonly populations: readonly PopulationState[];
  readonly wiring: readonly Wiring[];
  /** Free ketamine, uM. */
  ketamine_uM = 0;
  /** Time on the drug's clock since ketamine was first given, ms. */
  drugTime_ms = 0;
  /** Called for every spike with its time and the cell's number, cells counted population after population. */
  onSpike: ((time_ms: number, cell: number) => void) | null = null;
  /** Number of the first cell of each population. */
  readonly firstCell: readonly number[];
  private n = 0;
  private readonly rng: Rng;
  private readonly sources: Source[];
  /** Scratch: random numbers of one source in one step. */
  private readonly draws: Int32Array;
  /** Spikes of the last steps: cells of population p in slot s at ring[p][s * count ..], how many at ringCount[p][s]. */
  private readonly slots: number;
  private readonly ring: readonly Int32Array[];
  private readonly ringCount: readonly Int32Array[];

  constructor(
    readonly config: NetworkConfig,
    readonly seed: number,
    /** Seed of the background input alone, for several runs of one network. */
    backgroundSeed = seed,
  ) {
    if (!(config.dt_ms > 0)) throw new RangeError(`The step must be positive, not ${config.dt_ms} ms`);
    this.wiring = drawWiring(config, createRng(seed, STREAM.wiring));
    const cells = createRng(seed, STREAM.cells);
    this.rng = createRng(backgroundSeed, STREAM.background);
    this.populations = config.populations.map((population) => new PopulationState(population, config, cells));
    this.firstCell = config.populations.map((_, p) => config.populations.slice(0, p).reduce((sum, { count }) => sum + count, 0));
    this.slots = Math.max(1, ...this.wiring.map(({ delaySteps }) => delaySteps)) + 1;
    this.ring = this.populations.map(({ n }) => new Int32Array(this.slots * n));
    this.ringCount = this.populations.map(() => new Int32Array(this.slots));
    this.sources = this.populations.flatMap((state) =>
      state.sites.flatMap((site, s): Source[] => {
        const background = state.population.sites[s]?.background;
        const events = background === undefined ? 0 : background.synapses * background.rate_Hz * state.n;
        if (background === undefined || events === 0) return [];
        return [{ background, site, n: state.n, cumulative: poissonTable((events * config.dt_ms) / 1000) }];
      }),
    );
    this.draws = new Int32Array(Math.max(0, ...this.sources.map(({ cumulative }) => cumulative.length)));
    this.setCapacities();
  }

  /** Time since the start, ms. */
  get time_ms(): number {
    return this.n * this.config.dt_ms;
  }

  /** What each synaptic NMDA pool would conduct if every synapse of its cell had just been used. */
  private setCapacities(): void {
    const incoming = new Map<SiteState, Float64Array>();
    for (const state of this.populations) {
      state.sites.forEach((site, s) => {
        const background = state.population.sites[s]?.background;
        incoming.set(site, new Float64Array(state.n).fill(background === undefined ? 0 : background.synapses * background.nmda_nS));
      });
    }
    for (const { connection, to, site, targets } of this.wiring) {
      const state = this.populations[to]?.sites[site];
      const sum = state === undefined ? undefined : incoming.get(state);
      if (sum !== undefined) for (const target of targets) sum[target] = (sum[target] as number) + connection.nmda_nS;
    }
    for (const [site, sum] of incoming) site.setCapacity(sum);
  }

  /** One step of `config.dt_ms`. */
  step(): void {
    const { config } = this;
    this.deliver();
    this.feed();
    if (this.n % config.nmdaEvery === 0) for (const { sites } of this.populations) for (const site of sites) site.updateNmda();
    if (this.n % config.blockEvery === 0 && this.drugTime_ms + this.ketamine_uM > 0) {
      const ms = config.blockEvery * config.dt_ms * config.drugClock;
      for (const { sites } of this.populations) for (const site of sites) site.updateBlock(this.ketamine_uM, ms);
      this.drugTime_ms += ms;
    }
    const slot = this.n % this.slots;
    for (let p = 0; p < this.populations.length; p++) {
      const state = this.populations[p] as PopulationState;
      state.step();
      const { spikeCount, spiked, n } = state;
      const ring = this.ring[p] as Int32Array;
      (this.ringCount[p] as Int32Array)[slot] = spikeCount;
      for (let k = 0; k < spikeCount; k++) {
        const cell = spiked[k] as number;
        ring[slot * n + k] = cell;
        if (this.onSpike !== null) this.onSpike((this.n + 1) * config.dt_ms, (this.firstCell[p] as number) + cell);
      }
    }
    this.n += 1;
  }

  /** Spikes of cells that are simulated elsewhere enter at the present time, as if population `p` had fired in the last step. */
  inject(p: number, cells: Int32Array, count: number): void {
    const state = this.populations[p];
    const ring = this.ring[p];
    const held = this.ringCount[p];
    if (state === undefined || ring === undefined || held === undefined) throw new RangeError(`There is no population ${p}`);
    const slot = (this.n + this.slots - 1) % this.slots;
    for (let k = 0; k < count && (held[slot] as number) < state.n; k++) {
      ring[slot * state.n + (held[slot] as number)] = cells[k] as number;
      held[slot] = (held[slot] as number) + 1;
    }
  }

  /** Steps until `time_ms` is reached. */
  advanceTo(time_ms: number): void {
    const last = Math.round(time_ms / this.config.dt_ms);
    while (this.n < last) this.step();
  }

  /** Spikes whose delay is over reach their targets. */
  private deliver(): void {
    for (const { connection, from, to, site, delaySteps, start, targets } of this.wiring) {
      if (delaySteps > this.n) continue;
      const slot = (this.n - delaySteps) % this.slots;
      const count = (this.ringCount[from] as Int32Array)[slot] as number;
      if (count === 0) continue;
      const source = this.populations[from] as PopulationState;
      const target = (this.populations[to] as PopulationState).sites[site] as SiteState;
      const ring = this.ring[from] as Int32Array;
      const { excitatory } = source.population;
      const { nmda_nS } = connection;
      const fast_nS = connection.fast_nS * (excitatory ? target.ampaMean : target.gabaMean);
      const place = excitatory ? AMPA : GABA;
      const { cells, stride } = target;
      for (let k = 0; k < count; k++) {
        const cell = ring[slot * source.n + k] as number;
        const end = start[cell + 1] as number;
        for (let t = start[cell] as number; t < end; t++) {
          const o = (targets[t] as number) * stride;
          cells[o + place] = (cells[o + place] as number) + fast_nS;
          if (nmda_nS > 0) {
            cells[o + ARRIVED] = (cells[o + ARRIVED] as number) + nmda_nS;
            cells[o + NMDA] = (cells[o + NMDA] as number) + nmda_nS * (cells[o + GAIN] as number);
          }
        }
      }
    }
  }

  /** Background events of this step. */
  private feed(): void {
    const { rng, draws } = this;
    for (const { background, site, n, cumulative } of this.sources) {
      const { cells, stride } = site;
      const fast_nS = background.ampa_nS * site.ampaMean;
      const { nmda_nS } = background;
      // Signed draws of 32 bits, spread evenly over the cells.
      const perDraw = n * TWO_POW_MINUS_32;
      const middleCell = (HALF_RANGE + 0.5) * perDraw;
      const u = uniform(rng);
      let count = 0;
      let beyond = cumulative.length - 1;
      while (count < beyond) {
        const middle = (count + beyond) >> 1;
        if (u < (cumulative[middle] as number)) beyond = middle;
        else count = middle + 1;
      }
      nextInt32s(rng, draws, count);
      for (let k = 0; k < count; k++) {
        const o = (((draws[k] as number) * perDraw + middleCell) | 0) * stride;
        cells[o + AMPA] = (cells[o + AMPA] as number) + fast_nS;
        cells[o + ARRIVED] = (cells[o + ARRIVED] as number) + nmda_nS;
        cells[o + NMDA] = (cells[o + NMDA] as number) + nmda_nS * (cells[o + GAIN] as number);
      }
    }
  }

  /**
   * Summed synaptic currents onto excitatory cells, magnitudes in pA: AMPA and GABA-A. NMDA is left out, as in the networks
   * for which the proxy was made (Mazzoni et al. 2015, doi 10.1371/journal.pcbi.1004584).
   */
  fieldCurrents(): { readonly excitatory_pA: number; readonly inhibitory_pA: number } {
    let excitatory = 0;
    let inhibitory = 0;
    for (const state of this.populations) {
      if (!state.population.excitatory) continue;
      for (const { cells, stride } of state.sites) {
        for (let i = 0, o = 0; i < state.n; i++, o += stride) {
          const v = cells[o + V] as number;
          excitatory += Math.abs((cells[o + AMPA] as number) * (this.config.excitatoryReversal_mV - v));
          inhibitory += Math.abs((cells[o + GABA] as number) * (this.config.inhibitoryReversal_mV - v));
        }
      }
    }
    return { excitatory_pA: excitatory, inhibitory_pA: inhibitory };
  }

  /** The present state, to be restored into an engine of the same configuration and seed. */
  save(): NetworkSnapshot {
    return {
      step: this.n,
      ketamine_uM: this.ketamine_uM,
      drugTime_ms: this.drugTime_ms,
      arrays: this.stateArrays().map((array) => array.slice()),
      rng: this.rng.slice(),
    };
  }

  /** Goes back to a saved state. Throws a RangeError for a state of another network. */
  restore(snapshot: NetworkSnapshot): void {
    const arrays = this.stateArrays();
    if (arrays.length !== snapshot.arrays.length || arrays.some((array, i) => array.length !== snapshot.arrays[i]?.length)) {
      throw new RangeError('The state belongs to another network');
    }
    arrays.forEach((array, i) => array.set(snapshot.arrays[i] ?? array));
    this.rng.set(snapshot.rng);
    this.n = snapshot.step;
    this.ketamine_uM = snapshot.ketamine_uM;
    this.drugTime_ms = snapshot.drugTime_ms;
  }

  private stateArrays(): (Float64Array | Int32Array)[] {
    return [...this.populations.flatMap((state) => state.arrays()), ...this.ring, ...this.ringCount];
  }
}

/** Cumulative Poisson probabilities of a mean, up to where nothing is left of one. */
function poissonTable(mean: number): Float64Array {
  const cumulative: number[] = [];
  let term = exp(-mean);
  let sum = 0;
  for (let k = 0; k <= mean || (term > 0 && sum + term > sum); k++) {
    sum += term;
    cumulative.push(sum);
    term *= mean / (k + 1);
  }
  return Float64Array.from(cumulative);
}
