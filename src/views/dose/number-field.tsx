/** A number that is typed. It is handed on when the reader leaves the field or presses Enter, whatever it is: the reader of doses judges. */
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import css from './dose.module.css';

interface Props {
  readonly label: string;
  readonly value: number;
  readonly wrong: boolean;
  readonly describedBy: string;
  /** A number, or the text itself where it is none. */
  readonly onGive: (value: number | string) => void;
}

export function NumberField({ label, value, wrong, describedBy, onGive }: Props): ReactNode {
  const [typed, setTyped] = useState<string | null>(null);
  const give = (): void => {
    if (typed === null) return;
    setTyped(null);
    const text = typed.trim().replace('−', '-').replace(',', '.');
    const number = Number(text);
    if (text !== '' && number === value) return;
    onGive(text === '' || Number.isNaN(number) ? typed : number);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') give();
  };
  return (
    <input
      className={css['number']}
      aria-label={label}
      aria-invalid={wrong}
      aria-describedby={wrong ? describedBy : undefined}
      inputMode="decimal"
      autoComplete="off"
      size={5}
      maxLength={24}
      value={typed ?? String(value)}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={give}
      onKeyDown={onKey}
    />
  );
}
