/** The prefrontal microcircuit as a configuration: every number comes from a Parameter of the pack. */
import type { Background, Connection, NetworkConfig, NmdaPool, Population, Site, Subunit } from './config';
import { reducedNmda, SUBUNITS, type NmdaSource } from './nmda';
import { cellModel, type NumberOf, Reader } from './reader';

/** What a reader or a scenario may set; what is left out has its Parameter. */
export interface NetworkSettings {
  /** Patterns of the pools that ketamine may enter ("*" stands for any part of a name); all when left out. */
  readonly reaches?: readonly string[] | undefined;
  /** Subtype of the tonic receptors of PV, SST and VIP cells; as their Parameters say when left out. */
  readonly interneuronSubunit?: Subunit | undefined;
  /** Factor on the rate of the background input. */
  readonly drive?: number | undefined;
  /** Factor on the numbers of cells; conductances of recurrent synapses are divided by it, so that the mean input stays. */
  readonly scale?: number | undefined;
  readonly mg_mM?: number | undefined;
  readonly dt_ms?: number | undefined;
  readonly drugClock?: number | undefined;
  /** Constant current into the somata of a population, pA. */
  readonly current_pA?: Readonly<Record<string, number>> | undefined;
}

/** A configuration with the Parameter behind every number that the settings left open, by its field. */
export interface ResolvedNetwork {
  readonly config: NetworkConfig;
  readonly defaults: Readonly<Record<string, string>>;
}

/** Populations in drawing order, with what each has. */
const POPULATIONS = [
  { id: 'pyr', excitatory: true, tuft: true },
  { id: 'pv', excitatory: false, tuft: false },
  { id: 'sst', excitatory: false, tuft: false },
  { id: 'vip', excitatory: false, tuft: false },
] as const;

/** Connections of the circuit and the site on which each ends. */
const CONNECTIONS = [
  { from: 'pyr', to: 'pyr', site: 'soma' },
  { from: 'pyr', to: 'pv', site: 'soma' },
  { from: 'pyr', to: 'sst', site: 'soma' },
  { from: 'pyr', to: 'vip', site: 'soma' },
  { from: 'pv', to: 'pyr', site: 'soma' },
  { from: 'pv', to: 'pv', site: 'soma' },
  { from: 'sst', to: 'pyr', site: 'tuft' },
  { from: 'sst', to: 'pv', site: 'soma' },
  { from: 'sst', to: 'vip', site: 'soma' },
  { from: 'vip', to: 'sst', site: 'soma' },
] as const;

/** True when a pool's name fits one of the patterns. */
export function poolReached(id: string, patterns: readonly string[] | undefined): boolean {
  if (patterns === undefined) return true;
  return patterns.some((pattern) => {
    const steps = pattern.split('.');
    const names = id.split('.');
    return steps.every((step, i) => step === '*' || step === names[i]);
  });
}

/**
 * The microcircuit for some settings. Throws a RangeError for a Parameter or scheme that the source lacks, and for settings
 * that make no network.
 */
export function networkConfig(source: NmdaSource, settings: NetworkSettings = {}): ResolvedNetwork {
  const read = new Reader(source);
  const scale = settings.scale ?? 1;
  if (!(scale > 0 && Number.isFinite(scale))) throw new RangeError(`The scale must be positive, not ${scale}`);
  const ambient = read.value('ambient_nM', 'network.ambientGlutamate', 'nM');
  const dt_ms = read.or(settings.dt_ms, 'dt_ms', 'network.step', 'ms');
  const steps = (field: string, id: string): number => Math.max(1, Math.round(read.value(field, id, 'ms') / dt_ms));
  const nmda = reducedNmda(source, ambient);
  const populations = POPULATIONS.map((kind): Population => {
    const name = `network.${kind.id}`;
    const number: NumberOf = (key, unit) => read.value(`${kind.id}.${key}`, `${name}.${key}`, unit);
    const sites = kind.tuft ? (['soma', 'tuft'] as const) : (['soma'] as const);
    return {
      id: kind.id,
      excitatory: kind.excitatory,
      count: Math.max(1, Math.round(number('count', 'count') * scale)),
      cell: cellModel(number),
      thresholdSpread_mV: number('thresholdSpread', 'mV'),
      tuft: kind.tuft
        ? {
            capacitance_pF: number('tuft.capacitance', 'pF'),
            leak_nS: number('tuft.leak', 'nS'),
            leakReversal_mV: number('leakReversal', 'mV'),
            coupling_nS: number('tuft.coupling', 'nS'),
          }
        : null,
      sites: sites.map((site) => siteOf(kind.id, site, number, read, settings)),
      current_pA: settings.current_pA?.[kind.id] ?? 0,
    };
  });
  const connections = CONNECTIONS.map(({ from, to, site }): Connection => {
    const name = `network.${from}-${to}`;
    const number: NumberOf = (key, unit) => read.value(`${from}-${to}.${key}`, `${name}.${key}`, unit);
    const excitatory = from === 'pyr';
    return {
      from,
      to,
      site,
      probability: number('probability', '1'),
      delay_ms: read.value(`${from}-${to}.delay`, 'network.delay', 'ms'),
      fast_nS: number(excitatory ? 'ampa' : 'gaba', 'nS') / scale,
      nmda_nS: excitatory ? (number('ampa', 'nS') / scale) * read.value(`${to}.nmdaRatio`, `network.${to}.nmdaRatio`, '1') : 0,
    };
  });
  const config: NetworkConfig = {
    populations,
    connections,
    nmda,
    excitatoryReversal_mV: read.value('excitatoryReversal_mV', 'reversal.ampa', 'mV'),
    inhibitoryReversal_mV: read.value('inhibitoryReversal_mV', 'network.inhibitoryReversal', 'mV'),
    mg_mM: read.or(settings.mg_mM, 'mg_mM', 'medium.mg', 'mM'),
    dt_ms,
    nmdaEvery: steps('nmdaEvery', 'network.nmdaInterval'),
    blockEvery: steps('blockEvery', 'network.blockInterval'),
    drugClock: read.or(settings.drugClock, 'drugClock', 'network.drugClock', '1'),
    fieldInhibition: read.value('fieldInhibition', 'network.field.inhibition', '1'),
    fieldDelay_ms: read.value('fieldDelay_ms', 'network.field.delay', 'ms'),
  };
  return { config, defaults: read.defaults };
}

function siteOf(population: string, site: 'soma' | 'tuft', number: NumberOf, read: Reader, settings: NetworkSettings): Site {
  const key = (name: string): string => (site === 'tuft' ? `tuft.${name}` : name);
  const ampa_nS = number(key('background.ampa'), 'nS');
  const background: Background = {
    synapses: number(key('background.synapses'), 'count'),
    rate_Hz: number(key('background.rate'), 'Hz') * (settings.drive ?? 1),
    ampa_nS,
    nmda_nS: ampa_nS * number('nmdaRatio', '1'),
  };
  return {
    id: site,
    ampaDecay_ms: read.value(`${population}.ampaDecay`, 'network.ampaDecay', 'ms'),
    gabaDecay_ms: number(key('gabaDecay'), 'ms'),
    background,
    pools: poolsOf(population, site, number, key, settings),
  };
}

/**
 * Two synaptic pools by the share of GluN2B, and tonic pools of extrasynaptic receptors: GluN2B on pyramidal cells, the
 * chosen subtype on interneurons. The Parameter gives the tonic conductance that is open at the ambient glutamate of the
 * configuration without any block, so that subtypes are compared at equal drive. Empty pools are left out.
 */
function poolsOf(
  population: string,
  site: 'soma' | 'tuft',
  number: NumberOf,
  key: (name: string) => string,
  settings: NetworkSettings,
): NmdaPool[] {
  const shareB = number('nmda2B', '1');
  const tonic = number(key('tonic'), 'nS');
  const forced = settings.interneuronSubunit;
  const tonics: Readonly<Partial<Record<Subunit, number>>> =
    population === 'pyr'
      ? { '2B': tonic }
      : forced === undefined
        ? { '2C': tonic * number('tonic2C', '1'), '2D': tonic * (1 - number('tonic2C', '1')) }
        : { [forced]: tonic };
  const pools: readonly Pick<NmdaPool, 'kind' | 'size' | 'subunit'>[] = [
    { kind: 'synaptic', subunit: '2A', size: 1 - shareB },
    { kind: 'synaptic', subunit: '2B', size: shareB },
    ...SUBUNITS.map((subunit) => ({ kind: 'tonic' as const, subunit, size: tonics[subunit] ?? 0 })),
  ];
  return pools
    .filter(({ size }) => size > 0)
    .map((pool) => {
      const id = `${population}.${site}.${pool.kind}.${pool.subunit}`;
      return { ...pool, id, reached: poolReached(id, settings.reaches) };
    });
}
