/** The habenula circuit as a configuration, and its runs. Every number comes from a Parameter of the pack. */
import { compileScheme } from '../../receptors/compile';
import { openProbability } from '../../receptors/rates';
import { stationary } from '../../receptors/stationary';
import { gaussian, createRng } from '../../random';
import type { Connection, NetworkConfig, Population, Subunit } from '../config';
import { NetworkEngine } from '../engine';
import { BlockTable, type NmdaSource, reducedNmda } from '../nmda';
import { cellModel, type NumberOf, Reader } from '../reader';
import type { HabenulaConfig, Regime } from './config';
import { BurstCells, burstShare, burstsOf, regimeOf } from './neuron';

export interface HabenulaSettings {
  /** Chronic stress: the cells rest lower. */
  readonly stress: boolean;
  /** Constant current into every habenular cell, pA; 0 when left out. */
  readonly holding_pA?: number | undefined;
  /** Factors on the T-type and NMDA conductances, for blockers; 1 when left out. */
  readonly tTypeScale?: number | undefined;
  readonly nmdaScale?: number | undefined;
  /** Subtype of the habenular receptors; GluN2A when left out. */
  readonly subunit?: Subunit | undefined;
}

export interface HabenulaOptions {
  readonly seed: number;
  readonly settle_ms: number;
  readonly duration_ms: number;
  /** Share of habenular NMDA channels that hold ketamine. */
  readonly blocked: number;
}

export const HABENULA_OPTIONS: HabenulaOptions = { seed: 1, settle_ms: 1000, duration_ms: 3000, blocked: 0 };

/** Populations of a run in drawing order. */
export const HABENULA_POPULATIONS = ['lhb', 'rmtg', 'vta', 'drn'] as const;
export type HabenulaPopulation = (typeof HABENULA_POPULATIONS)[number];

export interface HabenulaRun {
  /** How the typical cell fires: the one without offset of its holding current. */
  readonly regime: Regime;
  /** Its voltage every ms, cut off at the spikes, and its spike times from the start of the recording, ms. */
  readonly v_mV: Float32Array;
  readonly spikes_ms: Float32Array;
  /** Its bursts: time of the first spike, and how many. */
  readonly bursts: readonly { readonly start_ms: number; readonly count: number }[];
  /** Over all habenular cells: share that is silent, tonic, bursting; share of their spikes that belong to bursts. */
  readonly regimes: Readonly<Record<Regime, number>>;
  readonly burstShare: number;
  readonly rates_Hz: Readonly<Record<HabenulaPopulation, number>>;
  /** Every spike; cells numbered population after population. */
  readonly spikeTimes_ms: Float32Array;
  readonly spikeCells: Uint16Array;
  readonly populations: readonly { readonly id: HabenulaPopulation; readonly count: number }[];
  /** Habenular cells one by one. */
  readonly cells: CellAverages;
}

/** One entry a habenular cell. */
export interface CellAverages {
  readonly rate_Hz: Float64Array;
  /** 1 for a bursting cell. */
  readonly bursting: Uint8Array;
  /** Time averages that the slow block needs: Mg2+-free share, and affinity for ketamine in uM. */
  readonly unblocked: Float64Array;
  readonly kd_uM: Float64Array;
}

const DOWNSTREAM = ['rmtg', 'vta', 'drn'] as const;
const PATHS = [
  { from: 'lhb', to: 'rmtg' },
  { from: 'rmtg', to: 'vta' },
  { from: 'rmtg', to: 'drn' },
] as const;
/** A threshold that is never reached, for the population that only repeats spikes, mV. */
const NEVER_MV = 1000;
/** Levels of steady glutamate at which the gate is worked out, nM. */
const GATE_LEVELS_NM = [1, 3, 10, 25, 50, 100, 200, 400, 800, 1600, 3200, 6400, 12800];

/** The circuit for some settings, with the Parameter behind each number. Throws a RangeError for what the source lacks. */
export function habenulaConfig(
  source: NmdaSource,
  settings: HabenulaSettings,
): { readonly config: HabenulaConfig; readonly defaults: Readonly<Record<string, string>> } {
  const read = new Reader(source);
  const cell: NumberOf = (key, unit) => read.value(`cell.${key}`, `habenula.${key}`, unit);
  const subunit = settings.subunit ?? '2A';
  const rest = read.value('glutamateRest_nM', 'release.ambientGlutamate', 'nM');
  const nmda = reducedNmda(source, rest);
  const kinetics = nmda.find((each) => each.subunit === subunit);
  const input = source.schemes.find(({ id }) => id === kinetics?.scheme);
  if (kinetics === undefined || input === undefined) throw new RangeError(`There is no scheme of subtype ${subunit}`);
  const scheme = compileScheme(input);
  const gateOpen = GATE_LEVELS_NM.map((nM) => openProbability(scheme, stationary(scheme, { v_mV: 0, ligands_mM: { glu: nM * 1e-6 } })));
  const lower = settings.stress ? cell('stressShift', 'mV') : 0;
  const excitatory = read.value('excitatoryReversal_mV', 'reversal.ampa', 'mV');
  const config: HabenulaConfig = {
    cell: {
      capacitance_pF: cell('capacitance', 'pF'),
      leak_nS: cell('leak', 'nS'),
      leakReversal_mV: cell('leakReversal', 'mV') + lower,
      threshold_mV: cell('threshold', 'mV'),
      slope_mV: cell('slope', 'mV'),
      reset_mV: cell('reset', 'mV'),
      refractory_ms: cell('refractory', 'ms'),
      afterStep_nS: cell('afterStep', 'nS'),
      afterTau_ms: cell('afterTau', 'ms'),
      potassiumReversal_mV: cell('potassiumReversal', 'mV'),
      excitatoryReversal_mV: excitatory,
      t: {
        conductance_nS: cell('t.conductance', 'nS') * (settings.tTypeScale ?? 1),
        reversal_mV: cell('t.reversal', 'mV'),
        activationHalf_mV: cell('t.activationHalf', 'mV'),
        activationSlope_mV: cell('t.activationSlope', 'mV'),
        inactivationHalf_mV: cell('t.inactivationHalf', 'mV'),
        inactivationSlope_mV: cell('t.inactivationSlope', 'mV'),
        shift_mV: cell('t.shift', 'mV'),
        speed: cell('t.speed', '1'),
      },
      nmda_nS: cell('nmda', 'nS') * (settings.nmdaScale ?? 1),
      nmda: kinetics,
      mg_mM: read.value('mg_mM', 'medium.mg', 'mM'),
    },
    count: cell('count', 'count'),
    spread_pA: cell('spread', 'pA'),
    holding_pA: settings.holding_pA ?? 0,
    glutamateRest_nM: rest,
    glutamatePerHz_nM: cell('glutamatePerHz', 'nM'),
    gateGlutamate_nM: GATE_LEVELS_NM,
    gateOpen,
    dt_ms: cell('step', 'ms'),
    downstream: downstream(read, cell('count', 'count'), excitatory),
  };
  return { config, defaults: read.defaults };
}

/** Relay and monoamine cells, with a population that repeats the spikes of the habenula. */
function downstream(read: Reader, sources: number, excitatory: number): NetworkConfig {
  const synapses = {
    ampaDecay_ms: read.value('ampaDecay_ms', 'network.ampaDecay', 'ms'),
    gabaDecay_ms: read.value('gabaDecay_ms', 'habenula.gabaDecay', 'ms'),
  };
  const populations = DOWNSTREAM.map((id): Population => {
    const number: NumberOf = (key, unit) => read.value(`${id}.${key}`, `habenula.${id}.${key}`, unit);
    const background = {
      synapses: number('background.synapses', 'count'),
      rate_Hz: number('background.rate', 'Hz'),
      ampa_nS: number('background.ampa', 'nS'),
      nmda_nS: 0,
    };
    return {
      id,
      count: number('count', 'count'),
      excitatory: id !== 'rmtg',
      cell: cellModel(number),
      thresholdSpread_mV: number('thresholdSpread', 'mV'),
      tuft: null,
      sites: [{ id: 'soma', ...synapses, background, pools: [] }],
      current_pA: number('current', 'pA'),
    };
  });
  const [first] = populations;
  if (first === undefined) throw new RangeError('There is nothing downstream of the habenula');
  const silent = { synapses: 0, rate_Hz: 0, ampa_nS: 0, nmda_nS: 0 };
  const repeater: Population = {
    ...first,
    id: 'lhb',
    count: sources,
    excitatory: true,
    cell: { ...first.cell, threshold_mV: NEVER_MV },
    thresholdSpread_mV: 0,
    sites: [{ id: 'soma', ...synapses, background: silent, pools: [] }],
    current_pA: 0,
  };
  const connections = PATHS.map(({ from, to }): Connection => {
    const number: NumberOf = (key, unit) => read.value(`${from}-${to}.${key}`, `habenula.${from}-${to}.${key}`, unit);
    return {
      from,
      to,
      site: 'soma',
      probability: number('probability', '1'),
      delay_ms: number('delay', 'ms'),
      fast_nS: number(from === 'lhb' ? 'ampa' : 'gaba', 'nS'),
      nmda_nS: 0,
    };
  });
  return {
    populations: [repeater, ...populations],
    connections,
    nmda: [],
    excitatoryReversal_mV: excitatory,
    inhibitoryReversal_mV: read.value('inhibitoryReversal_mV', 'network.inhibitoryReversal', 'mV'),
    mg_mM: 0,
    dt_ms: read.value('downstreamStep_ms', 'network.step', 'ms'),
    nmdaEvery: 1,
    blockEvery: 1,
    drugClock: 1,
    fieldInhibition: 0,
    fieldDelay_ms: 0,
  };
}

/** Runs the circuit at one level of block. Cell 0 of the habenula is the typical one. */
export function runHabenula(config: HabenulaConfig, options: HabenulaOptions): HabenulaRun {
  const { cell, count, dt_ms } = config;
  const rng = createRng(options.seed, HOLDING_STREAM);
  const current = Float64Array.from({ length: count }, (_, i) => config.holding_pA + (i === 0 ? 0 : config.spread_pA * gaussian(rng)));
  const cells = new BurstCells(cell, current, dt_ms);
  cells.blocked = options.blocked;
  const engine = new NetworkEngine(config.downstream, options.seed);
  const table = new BlockTable(cell.nmda, cell.mg_mM);
  const times: number[] = [];
  const numbers: number[] = [];
  const own: number[][] = Array.from({ length: count }, () => []);
  const trace = new Float32Array(Math.floor(options.duration_ms));
  let sampled = 0;
  const unblocked = new Float64Array(count);
  const kd_uM = new Float64Array(count);
  const begin = options.settle_ms;
  const record = (time: number, number: number): void => {
    if (time < begin) return;
    times.push(time - begin);
    numbers.push(number);
  };
  engine.onSpike = record;
  const perStep = Math.max(1, Math.round(config.downstream.dt_ms / dt_ms));
  const steps = Math.round((begin + options.duration_ms) / dt_ms);
  for (let k = 1; k <= steps; k++) {
    cells.step();
    const time = k * dt_ms;
    if (cells.spikeCount > 0) {
      engine.inject(0, cells.spiked, cells.spikeCount);
      for (let s = 0; s < cells.spikeCount; s++) {
        const i = cells.spiked[s] as number;
        record(time, i);
        if (time >= begin) own[i]?.push(time - begin);
      }
    }
    if (k % perStep === 0) engine.step();
    if (time < begin || Math.floor(time - begin) < sampled || sampled >= trace.length) continue;
    trace[sampled++] = cells.v_mV[0] as number;
    for (let i = 0; i < count; i++) {
      const at = BlockTable.index(cells.v_mV[i] as number);
      unblocked[i] = (unblocked[i] as number) + (table.free[at] as number) / trace.length;
      kd_uM[i] = (kd_uM[i] as number) + (table.off_per_ms[at] as number) / cell.nmda.kon_per_uM_ms / trace.length;
    }
  }
  const regimes: Record<Regime, number> = { silent: 0, tonic: 0, burst: 0 };
  for (const spikes of own) regimes[regimeOf(spikes)] += 1 / count;
  const typical = own[0] ?? [];
  const firing = own.filter((spikes) => spikes.length > 0);
  const spikes = firing.reduce((sum, each) => sum + each.length, 0);
  const rate = (p: number): number => {
    const first = engine.firstCell[p] ?? 0;
    const size = config.downstream.populations[p]?.count ?? 1;
    return (numbers.filter((number) => number >= first && number < first + size).length / size / options.duration_ms) * 1000;
  };
  return {
    regime: regimeOf(typical),
    v_mV: trace,
    spikes_ms: Float32Array.from(typical),
    bursts: burstsOf(typical).map(({ first, count: size }) => ({ start_ms: typical[first] ?? 0, count: size })),
    regimes,
    burstShare: spikes === 0 ? 0 : firing.reduce((sum, each) => sum + burstShare(each) * each.length, 0) / spikes,
    rates_Hz: { lhb: rate(0), rmtg: rate(1), vta: rate(2), drn: rate(3) },
    spikeTimes_ms: Float32Array.from(times),
    spikeCells: Uint16Array.from(numbers),
    populations: HABENULA_POPULATIONS.map((id, p) => ({ id, count: config.downstream.populations[p]?.count ?? 0 })),
    cells: {
      rate_Hz: Float64Array.from(own, (each) => (each.length / options.duration_ms) * 1000),
      bursting: Uint8Array.from(own, (each) => (regimeOf(each) === 'burst' ? 1 : 0)),
      unblocked,
      kd_uM,
    },
  };
}

/** Stream of the seed from which holding currents are drawn; the downstream engine uses 0 to 2. */
const HOLDING_STREAM = 3;
