/** Causes of quantal variability: channel noise, vesicle content and place of release. */
import type { SynapseConfig } from './config';
import { type Configure, type PublishedRow, publishedRow } from './publishedRow';
import { recordTrial, type RecordOptions } from './record';
import type { Scenario } from './scenario';
import { estimate, type Estimate, peakOf } from './statistics';

/** AMPA receptors open near the peak of the mean, one number a trial. */
function potency(config: SynapseConfig, trials: number, seed: number): number[] {
  const short: RecordOptions = { duration_ms: 1.5, sample_ms: 0.05 };
  return Array.from({ length: trials }, (_, trial) => peakOf(recordTrial(config, seed, trial, short), 'open_AMPA').value);
}

/** Rows on what makes responses vary; `cv` is the variation of vesicle content of the arms that have it. */
export function varianceRows(configure: Configure, cv: number, trials: number, seed: number): PublishedRow[] {
  const arms: readonly NonNullable<Scenario['release']>[] = [{}, { moleculesCv: cv }, { moleculesCv: cv, site: 'uniform' }];
  const n = 4 * trials;
  const spread = arms.map((release) => estimate(potency(configure({ release }), n, seed)));
  // Squared coefficients of variation: the mean response differs between the arms, so variances themselves do not add up.
  const [noise, amount, place] = spread.map((arm) => arm.cv ** 2) as [number, number, number];
  const whole = spread[2] ?? estimate([]);
  // Standard error of a share of variance, with that of a variance being sqrt(2/(n-1)) of it.
  const se = (share: number): number => share * Math.sqrt(4 / (n - 1));
  const source = 'Franks, Stevens & Sejnowski 2003, J Neurosci 23:3186';
  const shared = (id: string, question: string, published: number, value: number, below: string, above: string): PublishedRow =>
    publishedRow(
      {
        id,
        question,
        published: String(published),
        range: [published / 2, published * 2],
        unit: 'share',
        source,
        agrees: 'Same order of causes.',
        below,
        above,
      },
      { value, se: se(Math.abs(value)) },
    );
  return [
    publishedRow(
      {
        id: 'cv.channels',
        question: 'Coefficient of variation of the quantal peak, same vesicle and place',
        published: 'at most 0.2 in some connections',
        range: [0, 0.2],
        unit: '1',
        source: 'Kullmann 1993, doi 10.1098/rspb.1993.0088 (abstract)',
        agrees: 'Binding and gating noise of 80 receptors.',
        below: 'More channels open.',
        above: 'With 12 to 16 of 80 channels open, binomial noise alone is near 0.25.',
      },
      { value: spread[0]?.cv ?? NaN, se: (spread[0]?.cv ?? NaN) / Math.sqrt(2 * (n - 1)) },
    ),
    shared(
      'variance.channels',
      `Share of the squared coefficient of variation from channel noise (vesicle content varies by ${cv}, release anywhere over the PSD)`,
      0.08,
      noise / place,
      'Content or place varies more than in the published model.',
      'Fewer channels open at the peak than in the published model, so their noise counts for more; and the variation of content (0.3) is a teaching value.',
    ),
    shared(
      'variance.content',
      'Share from the amount of glutamate',
      0.58,
      (amount - noise) / place,
      'The variation of content (0.3) is a teaching value; the published model varied the concentration more.',
      'The content varies more than in the published model.',
    ),
    shared(
      'variance.place',
      'Share from the place of release',
      0.36,
      (place - amount) / place,
      'The PSD of median size (148 nm) is small against the published length constant of 100 nm.',
      'Release anywhere over the PSD varies potency more than in the published model.',
    ),
    publishedRow(
      {
        id: 'cv.all',
        question: 'Coefficient of variation with all three causes',
        published: '0.2 to 0.6 at single synapses',
        range: [0.2, 0.6],
        unit: '1',
        source: 'Range of single-synapse recordings, from memory',
        agrees: 'Channel noise, content and place together.',
        below: 'Content varies less than in real vesicles.',
        above: 'Few channels open, so their noise is large.',
      },
      { value: whole.cv, se: whole.cv / Math.sqrt(2 * (n - 1)) },
    ),
  ];
}

/** How much smaller the response is 100 and 200 nm away from the centre, beside the published length constant. */
export function placeRows(configure: Configure, trials: number, seed: number): PublishedRow[] {
  const at = (x_nm: number): Estimate => estimate(potency(configure({ release: { site: { x_nm, y_nm: 0 } } }), trials, seed));
  const centre = at(0);
  return [100, 200].map((x) => {
    const there = at(x);
    const ratio = there.mean / centre.mean;
    return publishedRow(
      {
        id: `place.${x}`,
        question: `Open AMPA receptors for release ${x} nm off the centre, relative to the centre`,
        published: `length constant about 100 nm: ${Math.exp(-x / 100).toFixed(2)}`,
        range: [Math.exp(-x / 70), Math.exp(-x / 140)],
        unit: '1',
        source: 'Franks, Stevens & Sejnowski 2003, J Neurosci 23:3186',
        agrees: 'Glutamate thins out with distance as published.',
        below: 'Potency falls off faster than published.',
        above:
          'The PSD itself is 148 nm wide and the published constant is measured from its receptors; 100 nm off the centre still lies over receptors.',
      },
      { value: ratio, se: ratio * Math.sqrt((there.se / there.mean) ** 2 + (centre.se / centre.mean) ** 2) },
    );
  });
}
