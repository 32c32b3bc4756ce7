/** A modal dialog on the native element: focus stays inside, Escape closes, focus returns to where it was. */
import { useId, useLayoutEffect, useRef, type CSSProperties, type JSX, type ReactNode } from 'react';
import { IconButton } from './button';
import { classes } from './class-names';
import styles from './dialog.module.css';

interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  /** Name of the closing button. */
  readonly closeLabel: string;
  readonly children: ReactNode;
  /** CSS pixels, at most the window. */
  readonly width?: number;
  /** Hides the head; the title still names the dialog. */
  readonly bare?: boolean;
  /** Near the top edge, for search. */
  readonly place?: 'middle' | 'top';
}

/** Renders its children only while open. A press outside closes it too. */
export function Dialog({ open, ...rest }: DialogProps): JSX.Element | null {
  return open ? <OpenDialog {...rest} /> : null;
}

function OpenDialog({ onClose, title, closeLabel, children, width, bare, place }: Omit<DialogProps, 'open'>): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const close = useRef(onClose);
  useLayoutEffect(() => {
    close.current = onClose;
  });
  useLayoutEffect(() => {
    const element = dialog.current;
    if (element === null) return undefined;
    const stop = new AbortController();
    const { signal } = stop;
    const cancel = (event: Event): void => {
      event.preventDefault();
      close.current();
    };
    const press = (event: Event): void => {
      if (event.target === element) close.current();
    };
    element.addEventListener('cancel', cancel, { signal });
    element.addEventListener('click', press, { signal });
    element.showModal();
    return () => {
      stop.abort();
      // Closing before removal is what gives the focus back.
      element.close();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className={classes(styles['dialog'], place === 'top' && styles['top'])}
      style={width === undefined ? undefined : ({ '--dialog-width': `${width}px` } as CSSProperties)}
      aria-labelledby={titleId}
    >
      {bare === true ? (
        <h2 id={titleId} className="visually-hidden">
          {title}
        </h2>
      ) : (
        <div className={styles['head']}>
          <h2 id={titleId} className={styles['title']}>
            {title}
          </h2>
          <IconButton icon="close" label={closeLabel} onClick={onClose} />
        </div>
      )}
      <div className={bare === true ? undefined : styles['body']}>{children}</div>
    </dialog>
  );
}
