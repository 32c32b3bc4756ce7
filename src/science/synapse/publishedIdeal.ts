/** Comparisons made by the mean-field twin: the project's ideal cleft, and cleft height. */
import { meanField } from './meanfield';
import { type Configure, type PublishedRow, publishedRow } from './publishedRow';
import type { Trace } from './record';
import { peakOf } from './statistics';

/** The flat infinite cleft of the project's computed targets, by the mean-field twin. */
export function idealRows(configure: Configure): PublishedRow[] {
  const ideal = (diffusion: number, scheme: 'AMPA_JONAS93' | 'NMDA_LJ92', count: number): Trace =>
    meanField(
      configure({
        geometry: { edge: 'open', psdRadius_nm: 200, contactRadius_nm: 220 },
        glutamate: { diffusion_um2_per_ms: diffusion, ambient_nM: 0 },
        medium: { mg_mM: 0 },
        release: { poreTau_us: 0 },
        receptors: [{ id: 'R', kind: 'AMPA', scheme, count }],
        numerics: { equilibrate: false, bindingRadius_nm: 1 },
      }),
      1,
      { duration_ms: scheme === 'AMPA_JONAS93' ? 6 : 40, sample_ms: 0.02 },
    );
  const expected = [
    ['AMPA_JONAS93', 80, 0.33, 16.395],
    ['AMPA_JONAS93', 80, 0.2, 23.7388],
    ['NMDA_LJ92', 20, 0.33, 3.95369],
    ['NMDA_LJ92', 20, 0.2, 4.83199],
  ] as const;
  return expected.map(([scheme, count, diffusion, value]) =>
    publishedRow(
      {
        id: `ideal.${scheme}.${diffusion}`,
        question: `${count} receptors ${scheme} over 200 nm, instantaneous release in an infinite flat cleft, D ${diffusion} um2/ms: open at the peak`,
        published: String(value),
        range: [value * 0.95, value * 1.05],
        unit: 'channels',
        source: `Project target open.${scheme}.D${diffusion}`,
        agrees: 'The same integral by another method.',
        below:
          'Here receptors keep what they bind (the target assumes an unlimited supply), and 80 random places differ from an even spread.',
        above: 'Random places differ from an even spread.',
      },
      { value: peakOf(ideal(diffusion, scheme, count), 'open_R').value },
    ),
  );
}

/** The height of the cleft at which the AMPA current is largest, by the mean-field twin, beside the published one. */
export function heightRows(configure: Configure): PublishedRow[] {
  const heights = [8, 12, 16, 20, 30] as const;
  const peaks = heights.map((cleftHeight_nm) => {
    const config = configure({ geometry: { cleftHeight_nm }, numerics: { bindingHeight_nm: Math.min(11, cleftHeight_nm) } });
    return -peakOf(meanField(config, 1, { duration_ms: 2, sample_ms: 0.05 }), 'i_AMPA').value;
  });
  const best = heights[peaks.indexOf(Math.max(...peaks))] ?? NaN;
  return [
    publishedRow(
      {
        id: 'height',
        question: 'Cleft height (of 8, 12, 16, 20, 30 nm) that gives the largest AMPA current',
        published: '12 to 20',
        range: [12, 20],
        unit: 'nm',
        source: 'Savtchenko & Rusakov 2007, PMID 17261811',
        agrees: 'Wide clefts dilute glutamate and narrow ones hold less of it.',
        below:
          'The published optimum comes from the electrical resistance of a narrow cleft, which this model leaves out: here a narrower cleft always means more glutamate.',
        above: 'A wider cleft would have to hold more glutamate.',
      },
      { value: best },
    ),
  ];
}
