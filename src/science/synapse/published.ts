/**
 * The model beside published figures. Nothing here is fitted: where the model differs, the row says so and why that is
 * likely.
 */
import { parameterLookup, valueIn } from '../parameters';
import type { SynapseConfig } from './config';
import { meanField } from './meanfield';
import { placeRows, varianceRows } from './publishedCauses';
import { heightRows, idealRows } from './publishedIdeal';
import { type PublishedRow, publishedRow, type Value } from './publishedRow';
import type { Trace } from './record';
import { resolveScenario, type ScenarioSource } from './resolve';
import type { Scenario } from './scenario';
import { columnIn, decayTo1e, estimate, peakOf, rise1090 } from './statistics';
import { runTrials, type TrialSet } from './trials';

/** Computes the table; `trials` sets the trials of each run (40 take about half a minute on one core). */
export function comparePublished(source: ScenarioSource, trials: number, seed = 1): PublishedRow[] {
  const config = (scenario: Scenario): SynapseConfig => resolveScenario(scenario, source).config;
  return [
    ...epscRows(config({}), trials, seed),
    ...nmdaRows(config({ medium: { mg_mM: 0 } }), seed),
    ...varianceRows(config, valueIn(parameterLookup(source.parameters), 'release.moleculesCv', '1'), trials, seed),
    ...placeRows(config, trials, seed),
    ...idealRows(config),
    ...heightRows(config),
  ];
}

function jackknife(set: TrialSet, name: string): Value {
  const found = set.summary.ofMean[name];
  return found === undefined ? { value: NaN } : found;
}

function epscRows(config: SynapseConfig, trials: number, seed: number): PublishedRow[] {
  const set = runTrials(config, seed, trials, { duration_ms: 40, sample_ms: 0.02 });
  const twin = meanField(config, seed, { duration_ms: 15, sample_ms: 0.01 });
  const nmda = config.receptors.filter((group) => group.kind === 'NMDA').map((group) => group.id);
  const open = twin.time_ms.map((_, k) => nmda.reduce((sum, id) => sum + (columnIn(twin, `open_${id}`)[k] ?? 0), 0));
  const ca = set.summary.perTrial.calciumPeak_uM ?? estimate([]);
  const franks = 'Franks, Bartol & Sejnowski 2002, Biophys J 83:2333';
  return [
    publishedRow(
      {
        id: 'open.ampa',
        question: 'AMPA receptors open at the peak of one quantum (3,000 molecules, 80 receptors)',
        published: 'about 20',
        range: [14, 26],
        unit: 'channels',
        source: franks,
        agrees: 'Same numbers of molecules and receptors; the cleft height and schemes are similar.',
        below:
          'D is 0.33 here (0.2 gives more), molecules leave the pore over 28 us instead of at once, and the receptor scheme is Jonas 1993.',
        above: 'More receptors see a high concentration than in the published geometry.',
      },
      jackknife(set, 'openPeak_AMPA'),
    ),
    publishedRow(
      {
        id: 'open.nmda.mg',
        question: 'NMDA receptors open at the peak, 1 mM Mg2+, -65 mV',
        published: 'fewer than 1',
        range: [0, 1],
        unit: 'channels',
        source: 'Nimchinsky et al. 2004, PMID 14985448',
        agrees: 'Mg2+ leaves few channels open at rest.',
        below: 'No channel opens.',
        above: 'Patch-derived open probabilities are about ten times those of whole cells (Rosenmund 1995).',
      },
      { value: Math.max(...open) },
    ),
    publishedRow(
      {
        id: 'glutamate.peak',
        question: 'Peak glutamate over the PSD',
        published: '1.1',
        range: [0.55, 2.2],
        unit: 'mM',
        source: 'Clements et al. 1992, PMID 1359647',
        agrees: 'A vesicle of 3,000 molecules emptied over some tens of microseconds.',
        below: 'Slow emptying of the vesicle.',
        above: 'Fast emptying of the vesicle.',
      },
      { value: peakOf(twin, 'glu_mM').value },
    ),
    publishedRow(
      {
        id: 'glutamate.decay',
        question: 'Decay of cleft glutamate to 1/e',
        published: '1.2',
        range: [0.6, 2.4],
        unit: 'ms',
        source: 'Clements et al. 1992, PMID 1359647',
        agrees: '',
        below:
          'Free diffusion empties one cleft in well under 0.1 ms. The published value was inferred from antagonist displacement and cannot come from diffusion out of a single cleft.',
        above: 'Transporters give glutamate back.',
      },
      { value: decayTo1e(twin, 'glu_mM') },
    ),
    publishedRow(
      {
        id: 'epsc.size',
        question: 'Peak AMPA current at -65 mV',
        published: '10 to 15',
        range: [10, 15],
        unit: 'pA (inward)',
        source: 'Usual miniature EPSC in CA1, from memory; 20 open channels of 10 pS at -65 mV give 13',
        agrees: 'Open channels times 10 pS times 65 mV.',
        below: 'Fewer channels open than the 20 that the published size implies at 10 pS.',
        above: 'More channels open than the published size implies at 10 pS.',
      },
      { ...jackknife(set, 'currentPeak_AMPA_pA'), value: -jackknife(set, 'currentPeak_AMPA_pA').value },
    ),
    publishedRow(
      {
        id: 'epsc.rise',
        question: 'AMPA current, 10 to 90 % rise (22 C)',
        published: '0.37 to 0.41, computed for instantaneous release',
        range: [0.3, 0.6],
        unit: 'ms',
        source: 'Project targets epsc.ampa.*.rise',
        agrees: 'Set by opening of the Jonas 1993 receptor.',
        below:
          'Glutamate leaves past the edge of the cleft, so channels stop opening sooner than under the long tail of an infinite cleft.',
        above: 'Glutamate leaves the pore over 28 us and lingers in the ring around the synapse.',
      },
      { value: rise1090(twin, 'i_AMPA') },
    ),
    publishedRow(
      {
        id: 'epsc.decay',
        question: 'AMPA current, decay to 1/e (22 C)',
        published: '3.2 to 3.4, computed for instantaneous release',
        range: [2.4, 4.2],
        unit: 'ms',
        source: 'Project targets epsc.ampa.*.decay; deactivation about 2.5 (Jonas 1993)',
        agrees: 'Deactivation of the Jonas 1993 receptor, prolonged by opening late in the transient.',
        below: 'The cleft empties sooner than the infinite one.',
        above: 'Glutamate that returns from the ring and from transporters reopens receptors.',
      },
      { value: decayTo1e(twin, 'i_AMPA') },
    ),
    publishedRow(
      {
        id: 'calcium.peak',
        question: 'Free Ca2+ in the spine at its peak, clamped at -65 mV, 1 mM Mg2+ (mean over trials)',
        published: 'about 0.7 above rest',
        range: [0.35, 1.4],
        unit: 'uM',
        source: 'Sabatini, Oertner & Svoboda 2002, from memory',
        agrees: 'Few open channels and a small spine.',
        below: 'Fewer open channels than in the recorded spines.',
        above:
          'Patch-derived open probability of 20 receptors in a spine of 0.054 fL; about 5 receptors, or whole-cell open probability, would give 0.7.',
      },
      { value: ca.mean - config.calcium.rest_uM, se: ca.se },
    ),
  ];
}

/** NMDA currents of the mean-field twin: single trials are too noisy to time a peak of a few channels. */
function nmdaRows(config: SynapseConfig, seed: number): PublishedRow[] {
  const twin = meanField(config, seed, { duration_ms: 800, sample_ms: 0.25 });
  const nmda = config.receptors.filter((group) => group.kind === 'NMDA').map((group) => group.id);
  const sum = (prefix: string): Float64Array =>
    twin.time_ms.map((_, k) => nmda.reduce((total, id) => total + (columnIn(twin, `${prefix}_${id}`)[k] ?? 0), 0));
  const trace: Trace = { time_ms: twin.time_ms, columns: { open: sum('open'), i: sum('i') } };
  const peak = peakOf(trace, 'open').value;
  const ampa = peakOf(twin, 'i_AMPA').value;
  return [
    publishedRow(
      {
        id: 'open.nmda',
        question: 'NMDA receptors open at the peak, no Mg2+ (20 receptors)',
        published: 'about 3',
        range: [2.1, 3.9],
        unit: 'channels',
        source: 'Franks, Bartol & Sejnowski 2002, Biophys J 83:2333',
        agrees: 'Occupancy by one vesicle times the open probability of the 2A and 2B schemes.',
        below:
          'Fewer receptors are doubly bound after one short transient, and 40 % of the receptors are GluN2B with low open probability.',
        above: 'GluN2A opens with higher probability than the published receptor.',
      },
      { value: peak },
    ),
    publishedRow(
      {
        id: 'ratio.nmda.ampa',
        question: 'Ratio of peak NMDA to peak AMPA current, no Mg2+',
        published: '0.03 to 0.62',
        range: [0.03, 0.62],
        unit: '1',
        source: 'Spruston, Jonas & Sakmann 1995, PMC1157732 (patches)',
        agrees: 'Within the wide published range.',
        below: 'Few NMDA receptors are doubly bound.',
        above: 'Both kinds see the same glutamate, but an NMDA channel conducts five times as much.',
      },
      { value: peakOf(trace, 'i').value / ampa },
    ),
    publishedRow(
      {
        id: 'nmda.rise',
        question: 'NMDA current, 10 to 90 % rise (22 C)',
        published: '6.5',
        range: [5.2, 7.8],
        unit: 'ms',
        source: 'Andrasfalvy & Magee 2001 as used in ModelDB 144490',
        agrees: 'Mixture of fast 2A and slow 2B gating.',
        below: 'The share of slowly opening GluN2B is smaller than in the recorded patches.',
        above: 'The GluN2B share opens slowly (15 ms).',
      },
      { value: rise1090(trace, 'i') },
    ),
    publishedRow(
      {
        id: 'nmda.decay',
        question: 'NMDA current, decay to 1/e (22 C)',
        published: '253 (61 %) and 1660: 1/e near 510',
        range: [410, 610],
        unit: 'ms',
        source: 'Andrasfalvy & Magee 2001 as used in ModelDB 144490',
        agrees: 'Mixture of fast 2A and slow 2B deactivation.',
        below: 'GluN2A (about 40 ms in this scheme) carries most of the peak; the published patches decay like GluN2B.',
        above: 'More GluN2B than in the recorded patches.',
      },
      { value: decayTo1e(trace, 'i') },
    ),
  ];
}
