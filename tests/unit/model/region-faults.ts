/** Faults of brain regions and of what was found in them, to plant in the sound fixture pack. */
import type { Fault } from './faults';
import { regionsAt } from '../../../src/explorer/brain';
import { recordAt } from './fixture';
import type { Raw } from './fixture';

const THALAMUS = { scheme: 'uberon', value: 'UBERON:0001897', check: 'checked' };
const AN_HOUR = { basis: 'afterDose', seconds: 1800 } as const;

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
    rule: 'finding-place',
    says: 'a finding in the thalamus put on the cortex',
    plant: (pack) => {
      Object.assign(recordAt(pack, 'regions', 1), { identifiers: [THALAMUS] });
      Object.assign(recordAt(pack, 'regionFindings'), { uberon: THALAMUS.value });
    },
    found: ['finding-place regionFindings[0].results[0].places'],
    gone: (model) => model.regionFindings.some(({ id }) => id === 'R1'),
    stays: (model) => model.regionFindings.length === 1,
  },
  {
    rule: 'finding-species',
    says: 'a finding in mice shown on the human section',
    plant: (pack) => {
      Object.assign(recordAt(pack, 'regionFindings', 1), { species: 'mouse' });
      Object.assign(first(pack, 'results', 1), { places: ['human-thalamus'] });
    },
    found: ['finding-species regionFindings[1].results[0].places[0]', 'reference-resolves regionFindings[0].contradictedBy[0]'],
    gone: (model) => model.regionFindings.some(({ id }) => id === 'R2'),
    stays: (model) => regionsAt(model, 'human', AN_HOUR).length === 0,
  },
  {
    rule: 'schema',
    says: 'a region of an animal that no brain is drawn for',
    plant: (pack) => Object.assign(recordAt(pack, 'regions'), { species: 'zebrafish' }),
    found: [
      'schema regions[0].species',
      'reference-resolves regionFindings[0].results[0].places[0]',
      'reference-resolves regionFindings[1].results[0].places[0]',
    ],
    gone: (model) => model.regions.some(({ id }) => id === 'rat-cortex'),
    stays: (model) => model.regions.length === 2,
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
