/** A checkbox row: a native input drawn square in ink. */
import type { JSX, ReactNode } from 'react';
import styles from './choice.module.css';

interface CheckboxProps {
  readonly label: ReactNode;
  readonly note?: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** One yes or no. */
export function Checkbox({ label, note, checked, onChange }: CheckboxProps): JSX.Element {
  return (
    <label className={styles['row']}>
      <input type="checkbox" className={styles['input']} checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span>
        <span className={styles['label']}>{label}</span>
        {note !== undefined && <span className={styles['note']}>{note}</span>}
      </span>
    </label>
  );
}
