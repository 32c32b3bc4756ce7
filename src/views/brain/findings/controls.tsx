/** What the reader chooses on the brain level: the species, picture or table, and from where the brain is seen. */
import type { ReactNode } from 'react';
import { brain } from '../../../describe/messages/en/brain';
import { FIRST_ORBIT } from '../../../design/atlas/views';
import { Segments } from '../../../design/tabs';
import { BRAIN_FORMS, BRAIN_SPECIES, BRAIN_VIEWS } from '../../../explorer/places';
import { useExplorer } from '../../shared/explorer-context';
import { useWords } from '../../shared/use-words';
import css from './findings.module.css';

export function BrainControls(): ReactNode {
  const { state, dispatch } = useExplorer();
  const words = useWords(brain);
  const { brainSpecies, brainForm, brainView, brainYaw, brainPitch } = state.places;
  const untouched = brainYaw === 0 && brainPitch === 0;
  return (
    <div className={css['controls']} role="group" aria-label={words.controls} data-tool>
      <Segments
        label={words.species}
        choices={BRAIN_SPECIES.map((value) => ({ value, label: words.speciesNames[value] }))}
        value={brainSpecies}
        onChange={(species) => dispatch([{ type: 'setPlaces', places: { brainSpecies: species } }, ...leaving(species)])}
      />
      <Segments
        label={words.form}
        choices={BRAIN_FORMS.map((value) => ({ value, label: words.forms[value] }))}
        value={brainForm}
        onChange={(form) => dispatch({ type: 'setPlaces', places: { brainForm: form } })}
      />
      {brainForm === 'picture' && brainSpecies === 'human' && (
        <Segments
          label={words.view}
          choices={BRAIN_VIEWS.map((value) => ({ value, label: words.views[value] }))}
          value={brainView}
          onChange={(view) =>
            dispatch({
              type: 'setPlaces',
              places:
                view === 'orbit' && untouched
                  ? { brainView: view, brainYaw: FIRST_ORBIT.yaw, brainPitch: FIRST_ORBIT.pitch }
                  : { brainView: view },
            })
          }
        />
      )}
    </div>
  );

  /** A region of one animal does not stay chosen on the brain of another. */
  function leaving(species: string): readonly { readonly type: 'clearSelection' }[] {
    return species !== brainSpecies && state.selection?.kind === 'region' ? [{ type: 'clearSelection' }] : [];
  }
}
