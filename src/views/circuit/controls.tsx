/** What the reader sets about the simulation. */
import type { ReactNode } from 'react';
import { circuit as circuitWords } from '../../describe/messages/en/circuit';
import { numberWords } from '../../describe/plate';
import { Button } from '../../design/button';
import { Checkbox } from '../../design/checkbox';
import { RadioList } from '../../design/radio-list';
import { Slider } from '../../design/slider';
import { actOut, settingOf } from '../../explorer/circuit';
import type { Places } from '../../explorer/places';
import { SUBUNITS, type Circuit } from '../../model/schema';
import { useExplorer } from '../shared/explorer-context';
import { useWords } from '../shared/use-words';
import css from './panel.module.css';
import { concentrationAt, positionOf } from './ketamine-scale';

const STEP = 0.01;
const MOST_DRIVE = 2;
const MOST_SEED = 999_999;

export function Controls({ circuit }: { readonly circuit: Circuit }): ReactNode {
  const { state, dispatch } = useExplorer();
  const words = useWords(circuitWords).controls;
  const { places, bench } = state;
  const set = (change: Partial<Places>): void => dispatch({ type: 'setPlaces', places: change });
  const setting = settingOf(circuit, places);
  return (
    <div className={css['controls']} role="group" aria-label={words.title}>
      <RadioList
        legend={words.site}
        value={setting?.id ?? null}
        onChange={(id) => {
          const next = circuit.settings.find((item) => item.id === id);
          if (next !== undefined) dispatch(actOut(state, next));
        }}
        options={circuit.settings.map(({ id, name }) => ({ value: id as string, label: name }))}
      />
      {setting !== undefined && <p className={css['note']}>{setting.about}</p>}
      {circuit.model === 'prefrontal' ? (
        <>
          <Slider
            label={words.ketamine}
            value={positionOf(bench.ketamine_uM)}
            min={0}
            max={1}
            step={STEP}
            valueText={bench.ketamine_uM === 0 ? words.none : words.uM(numberWords(bench.ketamine_uM))}
            onChange={(position) => dispatch({ type: 'setBench', bench: { ketamine_uM: concentrationAt(position) } })}
          />
          <Checkbox
            label={words.follow}
            note={places.follow ? words.driven : undefined}
            checked={places.follow}
            onChange={(follow) => set({ follow })}
          />
          <Slider
            label={words.drive}
            value={places.drive}
            min={0}
            max={MOST_DRIVE}
            step={0.05}
            valueText={words.times(numberWords(places.drive))}
            onChange={(drive) => set({ drive })}
          />
          <label className={css['pick']}>
            {words.subunit}
            <select
              value={places.circuitSubunit}
              onChange={(event) => set({ circuitSubunit: event.target.value as Places['circuitSubunit'] })}
            >
              <option value="none">{words.asPack}</option>
              {SUBUNITS.map((subunit) => (
                <option key={subunit} value={subunit}>
                  {words.gluN(subunit)}
                </option>
              ))}
            </select>
          </label>
        </>
      ) : (
        <>
          <Checkbox label={words.stress} checked={places.stress} onChange={(stress) => set({ stress })} />
          <p className={css['note']}>{words.moment}</p>
        </>
      )}
      <div className={css['seed']}>
        <span className={css['note']}>{words.seedValue(bench.seed)}</span>
        <Button onClick={() => dispatch({ type: 'setBench', bench: { seed: (bench.seed % MOST_SEED) + 1 } })}>{words.seed}</Button>
      </div>
    </div>
  );
}
