/** A list of which one is chosen, such as the routes of the map. */
import { useId, type JSX, type ReactNode } from 'react';
import styles from './choice.module.css';

export interface RadioOption<T extends string> {
  readonly value: T;
  readonly label: ReactNode;
  readonly note?: ReactNode;
  readonly disabled?: boolean;
}

interface RadioListProps<T extends string> {
  /** Legend; `legendClass` "visually-hidden" where a heading stands above already. */
  readonly legend: ReactNode;
  readonly legendClass?: string;
  readonly options: readonly RadioOption<T>[];
  readonly value: T | null;
  readonly onChange: (value: T) => void;
}

/** Native radio buttons, one a row; arrows move and choose. */
export function RadioList<T extends string>({
  legend,
  legendClass = 'section-head',
  options,
  value,
  onChange,
}: RadioListProps<T>): JSX.Element {
  const name = useId();
  return (
    <fieldset>
      <legend className={legendClass}>{legend}</legend>
      {options.map((option) => (
        <label key={option.value} className={styles['row']}>
          <input
            type="radio"
            className={styles['input']}
            name={name}
            checked={option.value === value}
            disabled={option.disabled === true}
            onChange={() => onChange(option.value)}
          />
          <span>
            <span className={styles['label']}>{option.label}</span>
            {option.note !== undefined && <span className={styles['note']}>{option.note}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
