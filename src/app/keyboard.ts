/** Listens for the page's shortcuts. What they are is declared in `explorer/shortcuts`; here they are only carried out. */
import { useEffect } from 'react';
import { isSingleSign, shortcutFor } from '../explorer/shortcuts';
import type { Store } from '../explorer/store';
import type { DialogName } from './dialogs';
import { focusPanel, focusScene, inPanel } from './focus';
import { singleKeys } from './preferences';

interface Options {
  readonly store: Store;
  readonly openDialog: (name: DialogName) => void;
  /** While a dialog is open the page under it takes no keys. */
  readonly dialogOpen: boolean;
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && !['radio', 'checkbox', 'range', 'button'].includes(target.type))
  );
}

export function useShortcuts({ store, openDialog, dialogOpen }: Options): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || dialogOpen) return;
      const typing = isTyping(event.target);
      if (inPanel() && !typing && shortcutFor(event, 'panel') === 'return') {
        event.preventDefault();
        focusScene();
        return;
      }
      if (isSingleSign(event) && !singleKeys()) return;
      switch (shortcutFor(event, 'page', typing)) {
        case 'find':
          openDialog('find');
          break;
        case 'help':
          openDialog('help');
          break;
        case 'panes':
          if (inPanel()) focusScene();
          else focusPanel();
          break;
        case 'undo':
          store.undo();
          break;
        case 'redo':
          store.redo();
          break;
        default:
          return;
      }
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [store, openDialog, dialogOpen]);
}
