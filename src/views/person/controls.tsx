/** What the reader chooses: the outcome, what the drug was compared with, and who was studied. */
import type { ReactNode } from 'react';
import { populationText } from '../../describe/person';
import { person } from '../../describe/messages/en/person';
import { Segments } from '../../design/tabs';
import { armsOf, outcomesOf, outcomeView, populationsOf, type Choice, type OutcomeView } from '../../explorer/person';
import { ARMS } from '../../explorer/places';
import { useExplorer } from '../shared/explorer-context';
import { useWords } from '../shared/use-words';
import ink from './marks.module.css';
import css from './person.module.css';

export function OutcomeSelect(): ReactNode {
  const { state, model, dispatch } = useExplorer();
  const words = useWords(person);
  const outcomes = [...outcomesOf(model), ...(model.inflammation.length > 0 ? (['inflammation'] as const) : [])];
  return (
    <label className={css['choice']}>
      <span>{words.outcome}</span>
      <select
        value={state.places.outcome}
        onChange={({ target }) => {
          const outcome = outcomes.find((item) => item === target.value);
          if (outcome === undefined) return;
          // A group or a control that nobody was in for this outcome does not stay chosen.
          const kept = outcome === 'inflammation' ? null : choiceOf(outcomeView(model, outcome), state.places);
          dispatch({ type: 'setPlaces', places: { outcome, ...kept } });
        }}
      >
        {outcomes.map((outcome) => (
          <option key={outcome} value={outcome}>
            {words.outcomes[outcome]}
          </option>
        ))}
      </select>
    </label>
  );
}

/** What was chosen, as far as this outcome has it: without a trial of the chosen group every mark would be pale. */
export function choiceOf(view: OutcomeView, { arm, population }: Choice): Choice {
  const arms: readonly string[] = armsOf(view);
  return {
    arm: arms.includes(arm) ? arm : 'all',
    population: populationsOf(view).includes(population) ? population : 'all',
  };
}

/** The control switch: emphasis changes, membership never. Controls that no trial of this outcome used are left out of it. */
export function ArmSwitch({ view, narrow = false }: { readonly view: OutcomeView; readonly narrow?: boolean }): ReactNode {
  const { state, dispatch } = useExplorer();
  const words = useWords(person);
  const used: readonly string[] = armsOf(view);
  const arms = ARMS.filter((arm) => arm === 'all' || used.includes(arm));
  if (arms.length < 2) return null;
  const chosen = arms.includes(state.places.arm) ? state.places.arm : 'all';
  const choose = (arm: (typeof arms)[number]): void => dispatch({ type: 'setPlaces', places: { arm } });
  if (narrow) {
    return (
      <label className={css['choice']} data-arm>
        <span>{words.comparedWith}</span>
        <select
          value={chosen}
          onChange={({ target }) => {
            const arm = arms.find((item) => item === target.value);
            if (arm !== undefined) choose(arm);
          }}
        >
          {arms.map((arm) => (
            <option key={arm} value={arm}>
              {arm === 'all' ? words.armsLong.all : words.arms[arm]}
            </option>
          ))}
        </select>
      </label>
    );
  }
  return (
    <div className={css['arms']}>
      <span aria-hidden="true">{words.comparedWith}</span>
      <Segments
        label={words.comparedWith}
        choices={arms.map((arm) => ({ value: arm, label: words.arms[arm] }))}
        value={chosen}
        onChange={choose}
      />
    </div>
  );
}

export function PopulationSelect({ view }: { readonly view: OutcomeView }): ReactNode {
  const { state, dispatch } = useExplorer();
  const words = useWords(person);
  const groups = populationsOf(view);
  if (groups.length < 2) return null;
  return (
    <label className={css['choice']}>
      <span>{words.people}</span>
      <select
        value={groups.includes(state.places.population) ? state.places.population : 'all'}
        onChange={({ target }) => dispatch({ type: 'setPlaces', places: { population: target.value } })}
      >
        <option value="all">{words.everybody}</option>
        {groups.map((group) => (
          <option key={group} value={group}>
            {populationText(group, words)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** How the marks are read. */
export function MarkKey({ rows = false }: { readonly rows?: boolean }): ReactNode {
  const words = useWords(person);
  const { key } = words;
  return (
    <ul className={ink['key']} aria-label={key.label}>
      {(
        [
          [key.separated, true, false],
          [key.failed, false, false],
          [key.untold, null, false],
          [key.reading, null, true],
        ] as const
      ).map(([text, separated, alone]) => (
        <li key={text}>
          <svg width="11" height="11" viewBox="0 0 11 11" aria-hidden="true" className={ink['mark']} data-tone="full">
            {alone ? (
              <circle cx="5.5" cy="5.5" r="3.8" className={ink['square']} data-fill="full" />
            ) : (
              <>
                <rect x="1.5" y="1.5" width="8" height="8" className={ink['square']} data-fill={separated === true ? 'full' : 'open'} />
                {separated === null && <path d="M1.5 1.5V9.5H9.5Z" className={ink['half']} />}
              </>
            )}
          </svg>
          {text}
        </li>
      ))}
      <li>
        <svg width="7" height="12" viewBox="0 0 7 12" aria-hidden="true" className={ink['mark']} data-tone="full">
          <path d="M3.5 0V12" className={ink['bar']} data-unchecked />
        </svg>
        {key.unchecked}
      </li>
      <li>
        <svg width="13" height="13" viewBox="0 0 13 13" aria-hidden="true" className={ink['mark']} data-tone="full">
          <rect x="0.75" y="0.75" width="11.5" height="11.5" className={ink['ring']} />
          <rect x="4" y="4" width="5" height="5" className={ink['square']} data-fill="full" />
        </svg>
        {key.now}
      </li>
      {!rows && (
        <li>
          <svg width="17" height="11" viewBox="0 0 17 11" aria-hidden="true" className={ink['mark']} data-tone="full">
            <path d="M5 5.5H15.5M15.5 2.5v6" className={ink['toTime']} />
            <rect x="1.5" y="2" width="7" height="7" className={ink['square']} data-fill="full" />
          </svg>
          {key.beside}
        </li>
      )}
    </ul>
  );
}
