/** Findings stand on regions of their own species, and regions on parts of the picture of theirs. */
import { isAtlasRegion } from '../atlas';
import { isRodentPart } from '../rodent-section';
import type { BrainSpecies, Species } from '../schema';
import type { Draft, Finding } from './draft';
import { livingOf } from './draft';
import { recordOf } from './resolves';

/** Whose brain a species has here; null for what has none, such as cells in a dish. */
export function brainOf(species: Species): BrainSpecies | null {
  switch (species) {
    case 'human':
      return 'human';
    case 'rat':
    case 'mouse':
    case 'rodent':
      return 'rodent';
    case 'monkey':
    case 'marmoset':
      return 'monkey';
    default:
      return null;
  }
}

const DRAWN: Readonly<Record<BrainSpecies, (name: string) => boolean>> = {
  human: isAtlasRegion,
  rodent: isRodentPart,
  monkey: () => false,
};

/** What a region covers is drawn in the picture of its species. */
export function regionDrawn(draft: Draft): Finding[] {
  return livingOf(draft, 'regions').flatMap((entry) =>
    entry.value.drawn.flatMap((name, index): Finding[] =>
      DRAWN[entry.value.species](name)
        ? []
        : [
            {
              entry,
              path: ['drawn', index],
              message: `the picture of a ${entry.value.species} brain has no part "${name}"`,
              remedy: 'name a part of that picture or leave it out',
              loss: { cut: ['drawn', index] },
            },
          ],
    ),
  );
}

/** A finding is never shown on the brain of another animal than the one it was made in. */
export function findingSpecies(draft: Draft): Finding[] {
  return livingOf(draft, 'regionFindings').flatMap((entry) => {
    const brain = brainOf(entry.value.species);
    return entry.value.results.flatMap(({ places }, index): Finding[] => {
      const wrong = places.findIndex((id) => {
        const region = recordOf(draft, ['regions'], id);
        return region !== null && 'drawn' in region.value && region.value.species !== brain;
      });
      if (wrong < 0) return [];
      return [
        {
          entry,
          path: ['results', index, 'places', wrong],
          message: `the finding was made in "${entry.value.species}" and "${places[wrong]}" is a region of another animal`,
          remedy: 'name the region of the animal that was studied',
          loss: 'record',
        },
      ];
    });
  });
}

/**
 * A finding that carries the identifier of a region stands on that region, or on one that takes it in. Identifiers that no single region
 * of the animal has say nothing: they may be wider or narrower than any.
 */
export function findingPlace(draft: Draft): Finding[] {
  const regions = livingOf(draft, 'regions').map(({ value }) => value);
  return livingOf(draft, 'regionFindings').flatMap((entry): Finding[] => {
    const { uberon, species, results } = entry.value;
    if (uberon === undefined) return [];
    const meant = regions.filter(
      (region) =>
        region.extent === 'region' && region.species === brainOf(species) && region.identifiers.some(({ value }) => value === uberon),
    );
    const named = results.flatMap(({ places }) => regions.filter(({ id }) => places.some((place) => place === id)));
    const takesIn = (wider: (typeof regions)[number], own: (typeof regions)[number]): boolean =>
      wider.id === own.id || (own.drawn.length > 0 && own.drawn.every((part) => wider.drawn.includes(part)));
    const [first] = meant;
    if (first === undefined || named.length === 0 || meant.some((own) => named.some((place) => takesIn(place, own)))) return [];
    return [
      {
        entry,
        path: ['results', 0, 'places'],
        message: `the finding carries ${uberon}, which is "${first.id}", and stands on ${named.map(({ id }) => `"${id}"`).join(', ')}`,
        remedy: 'name the region that was studied, or correct the identifier',
        loss: 'record',
      },
    ];
  });
}

/** The times of a finding run forwards from the dose. */
export function findingWindow(draft: Draft): Finding[] {
  return livingOf(draft, 'regionFindings').flatMap((entry): Finding[] => {
    const { window } = entry.value;
    if (window === undefined || (window.from_s >= 0 && window.to_s >= window.from_s)) return [];
    const message = `from ${window.from_s} s to ${window.to_s} s is no time after a dose`;
    return [{ entry, path: ['window'], message, remedy: 'let it begin at or after the dose and end later', loss: { cut: ['window'] } }];
  });
}
