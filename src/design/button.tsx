/** Buttons: square, ink on paper; the one filled kind is for the act a panel is about. */
import { useId, type ButtonHTMLAttributes, type JSX, type ReactNode, type Ref } from 'react';
import styles from './button.module.css';
import { classes } from './class-names';
import { Icon, type IconName } from './icons';

type Native = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled' | 'children'>;

interface ButtonProps extends Native {
  readonly children: ReactNode;
  readonly kind?: 'outline' | 'filled' | 'quiet';
  readonly icon?: IconName;
  /** Makes the button inert but reachable; the sentence appears on focus and is read with the name. */
  readonly whyDisabled?: string | undefined;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button that names its act. `aria-pressed` gives the selected look. */
export function Button({ children, kind = 'outline', icon, whyDisabled, className, onClick, ...native }: ButtonProps): JSX.Element {
  const why = useId();
  const disabled = whyDisabled !== undefined;
  const button = (
    <button
      type="button"
      {...native}
      className={classes(styles['button'], kind !== 'outline' && styles[kind], className)}
      aria-disabled={disabled || undefined}
      aria-describedby={disabled ? why : native['aria-describedby']}
      onClick={disabled ? undefined : onClick}
    >
      {icon !== undefined && <Icon name={icon} />}
      {children}
    </button>
  );
  if (!disabled) return button;
  return (
    <span className={styles['wrap']}>
      {button}
      <span id={why} className={styles['why']}>
        {whyDisabled}
      </span>
    </span>
  );
}

interface IconButtonProps extends Native {
  readonly icon: IconName;
  /** The name: read aloud, and shown as a plate on hover and focus. */
  readonly label: string;
  readonly kind?: 'outline' | 'quiet';
  /** Where the name plate hangs, so that it stays inside the window. */
  readonly plate?: { readonly block?: 'up' | 'down'; readonly inline?: 'start' | 'end' };
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button drawn as an icon only. */
export function IconButton({ icon, label, kind = 'quiet', plate, className, ...native }: IconButtonProps): JSX.Element {
  return (
    <button
      type="button"
      {...native}
      className={classes(styles['button'], styles['icon'], kind === 'quiet' && styles['quiet'], className)}
      aria-label={label}
      data-tip={label}
      data-tip-block={plate?.block}
      data-tip-side={plate?.inline}
    >
      <Icon name={icon} />
    </button>
  );
}
