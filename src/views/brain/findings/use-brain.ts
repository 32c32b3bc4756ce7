/** What the brain level shows at the moment: the species that is chosen, its regions with findings, its connections. */
import { useMemo } from 'react';
import { regionsAt, type RegionNow } from '../../../explorer/brain';
import { shownConnections, type Connection } from '../../../explorer/brain-connections';
import type { BRAIN_SPECIES } from '../../../explorer/places';
import { useExplorer } from '../../shared/explorer-context';
import { isOnView } from './view-parts';

export interface BrainNow {
  readonly species: (typeof BRAIN_SPECIES)[number];
  readonly now: readonly RegionNow[];
  readonly connections: readonly Connection[];
  /** Id of the region that is selected. */
  readonly chosen: string | null;
}

export function useBrain(): BrainNow {
  const { state, model } = useExplorer();
  const { when, selection } = state;
  const species = state.places.brainSpecies;
  const now = useMemo(() => regionsAt(model, species, when), [model, species, when]);
  const { brainView } = state.places;
  const connections = useMemo(() => {
    const parts = selection?.kind === 'region' ? (model.regions.find(({ id }) => id === selection.id)?.drawn ?? []) : [];
    const isSeen = (part: string): boolean => species === 'rodent' || isOnView(brainView, part, parts);
    return shownConnections(model, species, { when, selection }, isSeen);
  }, [model, species, when, selection, brainView]);
  return { species, now, connections, chosen: selection?.kind === 'region' ? selection.id : null };
}
