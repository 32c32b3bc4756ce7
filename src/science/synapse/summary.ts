/** What a set of trials says in numbers. */
import type { SynapseConfig } from './config';
import type { Trace } from './record';
import { area, decayTo1e, estimate, type Estimate, type MeanMeasure, peakOf, rise1090, type TraceStatistics } from './statistics';

/** Measures of one trial. Keys are measure names such as `openPeak_AMPA`. */
export type TrialMeasures = Readonly<Record<string, number>>;

/** Per-trial measures, in steps of one pass over a column: peaks of open channels, currents, glutamate and Ca2+, and charges. */
export function* measureTrialInSteps(config: SynapseConfig, trace: Trace): Generator<void, TrialMeasures> {
  const passes: [name: string, measure: () => number][] = [
    ['glutamatePeak_mM', () => peakOf(trace, 'glu_mM').value],
    ['currentPeak_pA', () => peakOf(trace, 'i_total').value],
    ['charge_fC', () => area(trace, 'i_total')],
    ['calciumPeak_uM', () => peakOf(trace, 'ca_uM').value],
    ['voltagePeak_mV', () => peakOf(trace, 'v_mV').value],
    ...config.receptors.flatMap(({ id }): [string, () => number][] => [
      [`openPeak_${id}`, () => peakOf(trace, `open_${id}`).value],
      [`currentPeak_${id}_pA`, () => peakOf(trace, `i_${id}`).value],
      [`charge_${id}_fC`, () => area(trace, `i_${id}`)],
    ]),
  ];
  const measures: Record<string, number> = {};
  for (const [name, measure] of passes) {
    measures[name] = measure();
    yield;
  }
  return measures;
}

/** Columns of traces that the summary's jackknife reads. */
export function jackknifedColumns(config: SynapseConfig): ReadonlySet<string> {
  return new Set(['glu_mM', 'ca_uM', ...config.receptors.flatMap(({ id }) => [`open_${id}`, `i_${id}`])]);
}

/** What a set of trials says in numbers; units are in the names. */
export interface Summary {
  readonly trials: number;
  /** Measures of single trials: mean, standard deviation, coefficient of variation and standard error. */
  readonly perTrial: Readonly<Record<string, Estimate>>;
  /** Measures of the mean trace with jackknife errors. */
  readonly ofMean: Readonly<Record<string, MeanMeasure>>;
}

/** Summary of trials, in steps: `measures` in the order of the trials, `statistics` of the same trials. */
export function* summariseInSteps(
  config: SynapseConfig,
  statistics: TraceStatistics,
  measures: readonly TrialMeasures[],
): Generator<void, Summary> {
  const names = Object.keys(measures[0] ?? {});
  const perTrial = Object.fromEntries(names.map((name) => [name, estimate(measures.map((row) => row[name] ?? NaN))]));
  const ofMean: Record<string, (trace: Trace) => number> = {
    glutamatePeak_mM: (trace) => peakOf(trace, 'glu_mM').value,
    glutamateDecayTo1e_ms: (trace) => decayTo1e(trace, 'glu_mM'),
    calciumPeak_uM: (trace) => peakOf(trace, 'ca_uM').value,
  };
  for (const { id } of config.receptors) {
    ofMean[`openPeak_${id}`] = (trace) => peakOf(trace, `open_${id}`).value;
    ofMean[`timeOfPeak_${id}_ms`] = (trace) => peakOf(trace, `open_${id}`).time_ms;
    ofMean[`rise1090_${id}_ms`] = (trace) => rise1090(trace, `i_${id}`);
    ofMean[`decayTo1e_${id}_ms`] = (trace) => decayTo1e(trace, `i_${id}`);
    ofMean[`currentPeak_${id}_pA`] = (trace) => peakOf(trace, `i_${id}`).value;
  }
  return { trials: statistics.count, perTrial, ofMean: yield* statistics.measureMeanInSteps(ofMean) };
}
