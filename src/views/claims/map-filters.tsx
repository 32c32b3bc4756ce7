/** Which arrows of the map are drawn: the reader's filters, how many arrows they leave out, and the way back to all. */
import type { ReactNode } from 'react';
import { Checkbox } from '../../design/checkbox';
import { isFiltering } from '../../explorer/filters';
import { sceneOf } from '../../explorer/scene-of';
import { PREPARATIONS, SPECIES } from '../../model/schema';
import { useExplorer } from '../shared/explorer-context';
import { FilterChoices } from '../shared/filter-choices';
import css from './claims.module.css';
import { Section } from './parts';

export function MapFilters(): ReactNode {
  const { state, model, messages, dispatch } = useExplorer();
  const words = messages.panel.filters;
  const scene = sceneOf(state, model);
  if (scene?.kind !== 'map' || scene.edges.length === 0) return null;
  const evidence = scene.edges.flatMap((edge) => edge.claim.evidence);
  const extended = scene.edges.filter((edge) => edge.claim.tier === 'extended').length;
  const drawn = scene.edges.filter((edge) => edge.passes).length;
  return (
    <Section title={words.title} aside={words.drawn(drawn, scene.edges.length)}>
      <div className={css['filters']} role="group" aria-label={words.label}>
        <FilterChoices
          species={SPECIES.filter((item) => evidence.some(({ species }) => species === item))}
          preparation={PREPARATIONS.filter((item) => evidence.some(({ preparation }) => preparation === item))}
          strengthLabel={words.strength}
        />
      </div>
      {extended > 0 && (
        <Checkbox
          label={words.extended(extended)}
          note={words.extendedNote}
          checked={state.filters.extended}
          onChange={(on) => dispatch({ type: 'setFilters', filters: { extended: on } })}
        />
      )}
      {isFiltering(state.filters) && (
        <button type="button" className={css['button']} onClick={() => dispatch({ type: 'clearFilters' })}>
          {messages.evidence.filters.clear}
        </button>
      )}
    </Section>
  );
}
