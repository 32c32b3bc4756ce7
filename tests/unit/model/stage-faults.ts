/** Faults of stages to plant in the sound fixture pack. */
import type { Fault } from './faults';
import { recordAt } from './fixture';
import type { Raw } from './fixture';

const variant = (pack: Raw, index: number): Raw => (recordAt(pack, 'stages')['variants'] as Raw[])[index] as Raw;

export const STAGE_FAULTS: readonly Fault[] = [
  {
    rule: 'stage-variants',
    says: 'words that never speak, because earlier ones hold whenever they do',
    plant: (pack) => Object.assign(variant(pack, 0), { when: {} }),
    found: ['stage-variants stages[0].variants[1]'],
    gone: (model) => model.stages[0]?.variants?.some(({ headline }) => headline === 'Other words.'),
    stays: (model) => model.stages[0]?.variants?.[0]?.headline === 'First words.',
  },
  {
    rule: 'stage-variants',
    says: 'a case twice',
    plant: (pack) => Object.assign(variant(pack, 1), { when: { receptor: 'ampa', ketamine: false } }),
    found: ['stage-variants stages[0].variants[1]'],
  },
];
