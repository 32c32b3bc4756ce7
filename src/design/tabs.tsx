/** Tabs (one panel of several) and segments (one value of a few). */
import { useId, useRef, type JSX, type KeyboardEvent, type ReactNode } from 'react';
import { classes } from './class-names';
import styles from './tabs.module.css';

export interface Choice<T extends string> {
  readonly value: T;
  readonly label: string;
}

interface TabsProps<T extends string> {
  /** Name of the tab list. */
  readonly label: string;
  readonly tabs: readonly Choice<T>[];
  readonly value: T;
  readonly onChange: (value: T) => void;
  /** Ids of tabs and panels are made from this; see `tabId` and `panelId`. */
  readonly id: string;
  /** Where the selected line runs: under the word, or over it at the foot of a phone. */
  readonly line?: 'under' | 'over';
  readonly className?: string;
}

export const tabId = (id: string, value: string): string => `${id}-tab-${value}`;
export const panelId = (id: string, value: string): string => `${id}-panel-${value}`;

const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowRight: 1, ArrowLeft: -1 };

/** A tab list with one tab stop; arrows move and choose, Home and End go to the ends. Panels are `TabPanel`s. */
export function Tabs<T extends string>({ label, tabs, value, onChange, id, line = 'under', className }: TabsProps<T>): JSX.Element {
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent): void => {
    const at = tabs.findIndex((tab) => tab.value === value);
    const forward = list.current !== null && getComputedStyle(list.current).direction === 'rtl' ? -1 : 1;
    const step = STEPS[event.key];
    const next =
      step !== undefined
        ? (at + step * forward + tabs.length) % tabs.length
        : event.key === 'Home'
          ? 0
          : event.key === 'End'
            ? tabs.length - 1
            : -1;
    const tab = tabs[next];
    if (tab === undefined) return;
    event.preventDefault();
    onChange(tab.value);
    list.current?.querySelector<HTMLElement>(`#${CSS.escape(tabId(id, tab.value))}`)?.focus();
  };
  return (
    <div ref={list} role="tablist" aria-label={label} className={classes(styles['list'], line === 'over' && styles['over'], className)}>
      {tabs.map((tab) => (
        <button
          key={tab.value}
          type="button"
          role="tab"
          id={tabId(id, tab.value)}
          aria-selected={tab.value === value}
          aria-controls={tab.value === value ? panelId(id, tab.value) : undefined}
          tabIndex={tab.value === value ? 0 : -1}
          className={styles['tab']}
          data-label={tab.label}
          onClick={() => onChange(tab.value)}
          onKeyDown={move}
        >
          {tab.label}
        </button>
      ))}
    </div>
  );
}

interface TabPanelProps {
  readonly id: string;
  readonly value: string;
  readonly children: ReactNode;
  readonly className?: string;
}

/** The panel of the chosen tab. */
export function TabPanel({ id, value, children, className }: TabPanelProps): JSX.Element {
  return (
    <div role="tabpanel" id={panelId(id, value)} aria-labelledby={tabId(id, value)} className={className}>
      {children}
    </div>
  );
}

interface SegmentsProps<T extends string> {
  readonly label: string;
  readonly choices: readonly Choice<T>[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}

/** A few values side by side, one chosen: native radio buttons drawn as joined buttons. */
export function Segments<T extends string>({ label, choices, value, onChange }: SegmentsProps<T>): JSX.Element {
  const name = useId();
  return (
    <div role="radiogroup" aria-label={label} className={styles['segments']}>
      {choices.map((choice) => (
        <label key={choice.value} className={styles['segment']}>
          <input type="radio" name={name} checked={choice.value === value} onChange={() => onChange(choice.value)} />
          {choice.label}
        </label>
      ))}
    </div>
  );
}
