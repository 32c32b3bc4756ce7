/** What the reader narrows evidence by: one labelled choice each for species, preparation, strength and check. Map and papers share it. */
import type { ReactNode } from 'react';
import { STRENGTHS } from '../../model/schema';
import { useExplorer } from './explorer-context';

interface ChoiceProps {
  readonly label: string;
  readonly any: string;
  readonly options: readonly string[];
  readonly name?: (option: string) => string;
  /** What is chosen; several values can only come from a link and stand as one option until another is taken. */
  readonly values: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
}

const SEVERAL = ',';

/** A labelled list of which nothing or one is chosen. */
export function Choice({ label, any, options, name = (option) => option, values, onChange }: ChoiceProps): ReactNode {
  const several = values.length > 1 ? values.join(SEVERAL) : null;
  const missing = values.length === 1 && values.some((value) => !options.includes(value)) ? values : [];
  return (
    <label>
      {label}
      <select
        value={values.join(SEVERAL)}
        onChange={(event) => onChange(event.target.value === '' ? [] : event.target.value.split(SEVERAL))}
      >
        <option value="">{any}</option>
        {several !== null && <option value={several}>{values.map(name).join(', ')}</option>}
        {[...options, ...missing].map((option) => (
          <option key={option} value={option}>
            {name(option)}
          </option>
        ))}
      </select>
    </label>
  );
}

interface Props {
  /** What there is to choose from. */
  readonly species: readonly string[];
  readonly preparation: readonly string[];
  readonly strengthLabel: string;
  /** Choices of the view's own, between preparation and strength. */
  readonly children?: ReactNode;
}

export function FilterChoices({ species, preparation, strengthLabel, children }: Props): ReactNode {
  const { state, messages, dispatch } = useExplorer();
  const words = messages.evidence.filters;
  const { filters } = state;
  return (
    <>
      <Choice
        label={words.species}
        any={words.any}
        options={species}
        values={filters.species}
        onChange={(value) => dispatch({ type: 'setFilters', filters: { species: value } })}
      />
      <Choice
        label={words.preparation}
        any={words.any}
        options={preparation}
        values={filters.preparation}
        onChange={(value) => dispatch({ type: 'setFilters', filters: { preparation: value } })}
      />
      {children}
      <Choice
        label={strengthLabel}
        any={words.any}
        options={STRENGTHS}
        name={(item) => messages.panel.strength[item as keyof typeof messages.panel.strength]}
        values={filters.strength}
        onChange={(value) => dispatch({ type: 'setFilters', filters: { strength: value } })}
      />
      <Choice
        label={words.check}
        any={words.any}
        options={['checked', 'unchecked']}
        name={(item) => (item === 'checked' ? words.checked : words.unchecked)}
        values={filters.check === 'any' ? [] : [filters.check]}
        onChange={([value]) =>
          dispatch({ type: 'setFilters', filters: { check: value === 'checked' || value === 'unchecked' ? value : 'any' } })
        }
      />
    </>
  );
}
