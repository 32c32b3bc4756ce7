/** Faults of brain regions and of what was found in them, to plant in the sound fixture pack. */
import type { Fault } from './faults';
import { recordAt } from './fixture';
import type { Raw } from './fixture';

const first = (pack: Raw, field: string, index = 0): Raw => (recordAt(pack, 'regionFindings', index)[field] as Raw[])[0] as Raw;

export const REGION_FAULTS: readonly Fault[] = [
  {
    rule: 'finding-species',
    says: 'a finding in rats on a region of people',
    plant: (pack) => Object.assign(first(pack, 'results'), { places: ['rat-cortex', 'human-thalamus'] }),
    found: ['finding-species regionFindings[0].results[0].places[1]'],
    gone: (model) => model.regionFindings.some(({ id }) => id === 'R1'),
    stays: (model) => model.regionFindings.length === 1 && model.regions.length === 3,
  },
  {
    rule: 'finding-species',
    says: 'a finding in people moved onto the regions of rats',
    plant: (pack) => Object.assign(recordAt(pack, 'regionFindings', 1), { species: 'human' }),
    found: ['finding-species regionFindings[1].results[0].places[0]', 'reference-resolves regionFindings[0].contradictedBy[0]'],
    gone: (model) => model.regionFindings.some(({ id }) => id === 'R2'),
  },
  {
    rule: 'reference-resolves',
    says: 'a finding at a region that is not there',
    plant: (pack) => Object.assign(first(pack, 'results', 1), { places: ['rat-cortex', 'rat-thalamos'] }),
    found: ['reference-resolves regionFindings[1].results[0].places[1]'],
    stays: (model) => model.regionFindings[1]?.results[0]?.places.join() === 'rat-cortex',
  },
  {
    rule: 'region-drawn',
    says: 'a region of people drawn by a part of the rodent picture',
    plant: (pack) => Object.assign(recordAt(pack, 'regions', 2), { drawn: ['thalamus', 'prelimbic'] }),
    found: ['region-drawn regions[2].drawn[1]'],
    stays: (model) => model.regions[2]?.drawn.join() === 'thalamus',
  },
  {
    rule: 'finding-window',
    says: 'a time that runs backwards',
    plant: (pack) => Object.assign(recordAt(pack, 'regionFindings'), { window: { from_s: 3600, to_s: 60, basis: 'range' } }),
    found: ['finding-window regionFindings[0].window'],
    gone: (model) => model.regionFindings[0]?.window !== undefined,
    stays: (model) => model.regionFindings.length === 2,
  },
];
