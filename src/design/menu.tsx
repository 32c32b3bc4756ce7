/** A menu button: arrows walk, a letter jumps, Escape and Tab leave. */
import { useEffect, type JSX, type KeyboardEvent, type ReactNode } from 'react';
import { classes } from './class-names';
import { Icon, type IconName } from './icons';
import { useAnchored, type TriggerProps } from './popover';
import styles from './popover.module.css';

export interface MenuItem {
  readonly id: string;
  readonly label: string;
  readonly icon?: IconName;
  /** Keys or a word at the end of the row. */
  readonly hint?: string;
  /** Present on an item that is one of several states. */
  readonly checked?: boolean;
  /** Draws a rule above the item. */
  readonly separated?: boolean;
  readonly onChoose: () => void;
}

interface MenuProps {
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly trigger: (props: TriggerProps & { readonly 'aria-haspopup': 'menu' }) => ReactNode;
}

/** A list of acts under a button. Choosing closes the menu and returns the focus to the button. */
export function Menu({ label, items, trigger }: MenuProps): JSX.Element {
  const { open, id, anchor, plate, show, hide, onToggle } = useAnchored<HTMLDivElement>();
  useEffect(() => {
    if (open) plate.current?.querySelector<HTMLElement>('[role^=menuitem]')?.focus();
  }, [open, plate]);

  const walk = (event: KeyboardEvent): void => {
    const rows = [...(plate.current?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])];
    const at = rows.findIndex((row) => row === document.activeElement);
    const to = nextRow(
      event.key,
      at,
      rows.map((row) => row.textContent ?? ''),
    );
    if (event.key === 'Tab') hide();
    if (to === null) return;
    event.preventDefault();
    rows[to]?.focus();
  };
  return (
    <>
      {trigger({
        ref: anchor,
        'aria-haspopup': 'menu',
        'aria-expanded': open,
        'aria-controls': open ? id : undefined,
        onClick: open ? hide : show,
      })}
      <div
        ref={plate}
        id={id}
        role="menu"
        aria-label={label}
        tabIndex={-1}
        popover="auto"
        className={classes(styles['popover'], styles['menu'])}
        onToggle={onToggle}
        onKeyDown={walk}
      >
        {items.map((item) => (
          <button
            key={item.id}
            type="button"
            role={item.checked === undefined ? 'menuitem' : 'menuitemradio'}
            aria-checked={item.checked}
            tabIndex={-1}
            className={classes(styles['item'], item.separated === true && styles['separated'])}
            onClick={() => {
              hide();
              anchor.current?.focus();
              item.onChoose();
            }}
          >
            {item.checked === true ? <Icon name="check" /> : item.icon === undefined ? <span /> : <Icon name={item.icon} />}
            <span>{item.label}</span>
            {item.hint !== undefined && <span className={styles['hint']}>{item.hint}</span>}
          </button>
        ))}
      </div>
    </>
  );
}

/** Row that a key leads to from row `at` (−1 for none); null when the key leads nowhere. */
export function nextRow(key: string, at: number, labels: readonly string[]): number | null {
  const count = labels.length;
  if (count === 0) return null;
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % count;
    case 'ArrowUp':
      return (at <= 0 ? count : at) - 1;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
  }
  if (key.length !== 1 || key === ' ') return null;
  const letter = key.toLocaleLowerCase();
  for (let step = 1; step <= count; step += 1) {
    const row = (Math.max(at, -1) + step) % count;
    if (labels[row]?.toLocaleLowerCase().startsWith(letter)) return row;
  }
  return null;
}
