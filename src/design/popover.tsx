/** A plate that opens beside its button, on the native popover: top layer, Escape and a press outside close it. */
import { useCallback, useId, useLayoutEffect, useRef, useState, type JSX, type ReactNode, type Ref, type RefObject } from 'react';
import { classes } from './class-names';
import styles from './popover.module.css';

const GAP = 6;
const EDGE = 8;

/** Puts `plate` under `anchor`, its end edge on the anchor's; above it or shifted where the window ends. */
function place(anchor: HTMLElement, plate: HTMLElement): void {
  const at = anchor.getBoundingClientRect();
  // Near the edge where it stood before it would be measured narrower than it may be.
  plate.style.left = '0';
  const { offsetWidth: width, offsetHeight: height } = plate;
  const rtl = getComputedStyle(anchor).direction === 'rtl';
  const wanted = rtl ? at.left : at.right - width;
  const left = Math.max(EDGE, Math.min(wanted, window.innerWidth - width - EDGE));
  const below = at.bottom + GAP;
  const top = below + height > window.innerHeight - EDGE ? Math.max(EDGE, at.top - GAP - height) : below;
  plate.style.left = `${left}px`;
  plate.style.top = `${top}px`;
}

export interface Anchored<T extends HTMLElement> {
  readonly open: boolean;
  readonly id: string;
  readonly anchor: RefObject<HTMLButtonElement | null>;
  readonly plate: RefObject<T | null>;
  readonly show: () => void;
  readonly hide: () => void;
  /** Spread on the plate. */
  readonly onToggle: (event: { readonly newState: string }) => void;
}

/** State of a plate and its button. The plate needs `popover="auto"`, `id`, `ref={plate}` and `onToggle`. */
export function useAnchored<T extends HTMLElement>(): Anchored<T> {
  const [open, setOpen] = useState(false);
  const id = useId();
  const anchor = useRef<HTMLButtonElement>(null);
  const plate = useRef<T>(null);
  const show = useCallback(() => {
    plate.current?.showPopover();
    if (anchor.current !== null && plate.current !== null) place(anchor.current, plate.current);
  }, []);
  // A plate whose content comes only when it is open has its size only then.
  useLayoutEffect(() => {
    if (open && anchor.current !== null && plate.current !== null) place(anchor.current, plate.current);
  }, [open]);
  const hide = useCallback(() => plate.current?.hidePopover(), []);
  const onToggle = useCallback((event: { readonly newState: string }) => setOpen(event.newState === 'open'), []);
  return { open, id, anchor, plate, show, hide, onToggle };
}

/** What the button of a plate must carry. */
export interface TriggerProps {
  readonly ref: Ref<HTMLButtonElement>;
  readonly 'aria-expanded': boolean;
  readonly 'aria-controls': string | undefined;
  readonly onClick: () => void;
}

interface PopoverProps {
  /** Name of the plate. */
  readonly label: string;
  readonly trigger: (props: TriggerProps) => ReactNode;
  readonly children: ReactNode;
  readonly className?: string;
}

/** A non-modal plate of any content. Its content is rendered only while it is open. */
export function Popover({ label, trigger, children, className }: PopoverProps): JSX.Element {
  const { open, id, anchor, plate, show, hide, onToggle } = useAnchored<HTMLDialogElement>();
  return (
    <>
      {trigger({ ref: anchor, 'aria-expanded': open, 'aria-controls': open ? id : undefined, onClick: open ? hide : show })}
      <dialog
        ref={plate}
        id={id}
        aria-label={label}
        popover="auto"
        className={classes(styles['popover'], styles['content'], className)}
        onToggle={onToggle}
      >
        {open && children}
      </dialog>
    </>
  );
}
