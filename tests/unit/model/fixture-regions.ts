/** Brain regions of the fixture pack and what was found in them. */
import type { Raw } from './fixture-records';

function region(id: string, species: string, drawn: readonly string[]): Raw {
  return { id, name: `The ${id}`, species, extent: 'region', drawn, identifiers: [], entities: [], about: 'A place.' };
}

export function regionRecords(): Raw {
  return {
    regions: [
      region('rat-cortex', 'rodent', ['neocortex', 'cingulate']),
      region('rat-thalamus', 'rodent', ['mediodorsal-thalamus']),
      region('human-thalamus', 'human', ['thalamus']),
    ],
    regionFindings: [
      {
        id: 'R1',
        region: 'cortex',
        results: [{ places: ['rat-cortex'], measure: 'firing', sign: 'up', says: 'more' }],
        window: { from_s: 60, to_s: 3600, basis: 'range' },
        entity: 'glutamate',
        effect: 'outflow',
        direction: 'up',
        method: 'microdialysis',
        species: 'rat',
        model: 'healthy',
        dose: 'low',
        time: '1 h',
        references: ['two1995'],
        contradictedBy: ['R2'],
        strength: 'strong',
        check: 'checked',
      },
      {
        id: 'R2',
        region: 'cortex',
        results: [{ places: ['rat-cortex', 'rat-thalamus'], measure: 'firing', sign: 'none', says: 'the same' }],
        effect: 'outflow',
        direction: 'none',
        method: 'microdialysis',
        species: 'rat',
        model: 'healthy',
        dose: 'low',
        time: '1 h',
        references: ['against2001'],
        contradictedBy: [],
        strength: 'weak',
        check: 'unchecked',
      },
    ],
  };
}
