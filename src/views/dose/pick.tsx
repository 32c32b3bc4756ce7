/** One of a list too long for segments. */
import { useId, type ReactNode } from 'react';
import css from './dose.module.css';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onPick: (value: string) => void;
  /** Keeps the label for who cannot see the field. */
  readonly bare?: boolean;
}

export function Pick({ label, value, options, onPick, bare }: Props): ReactNode {
  const id = useId();
  return (
    <span className={css['pick']}>
      <label htmlFor={id} className={bare === true ? 'visually-hidden' : undefined}>
        {label}
      </label>
      <select id={id} value={value} onChange={(event) => onPick(event.currentTarget.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </span>
  );
}
