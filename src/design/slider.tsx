/** A slider: a native range input with the track, handle and target size of the art direction. */
import { useId, type CSSProperties, type JSX, type ReactNode } from 'react';
import styles from './slider.module.css';

interface SliderProps {
  readonly label: ReactNode;
  /** Position in the units of `min` and `max`; a logarithmic quantity is mapped by the caller. */
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step?: number | 'any';
  /** The value in words and unit, shown at the right and read aloud. */
  readonly valueText: string;
  /** The same, typeset. */
  readonly shown?: ReactNode;
  readonly onChange: (value: number) => void;
  /** Called once when the reader lets go or leaves a key. */
  readonly onCommit?: (value: number) => void;
}

/** A labelled slider with its value in tabular figures. */
export function Slider({ label, value, min, max, step = 'any', valueText, shown, onChange, onCommit }: SliderProps): JSX.Element {
  const id = useId();
  const at = { '--at': `${((value - min) / (max - min)) * 100}%` } as CSSProperties;
  const commit = (event: { readonly currentTarget: HTMLInputElement }): void => onCommit?.(event.currentTarget.valueAsNumber);
  return (
    <div className={styles['slider']} style={at}>
      <label htmlFor={id}>{label}</label>
      <span className={styles['value']} aria-hidden="true">
        {shown ?? valueText}
      </span>
      <input
        id={id}
        type="range"
        className={styles['input']}
        min={min}
        max={max}
        step={step}
        value={value}
        aria-valuetext={valueText}
        onChange={(event) => onChange(event.currentTarget.valueAsNumber)}
        onPointerUp={commit}
        onKeyUp={commit}
      />
    </div>
  );
}
