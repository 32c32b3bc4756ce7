/** What every view is given: the state, the model, the words, and the one way to change anything. */
import { createContext, useContext } from 'react';
import type { Messages } from '../../describe/messages';
import type { Action } from '../../explorer/actions';
import type { ExplorerState } from '../../explorer/state';
import type { Model } from '../../model/model';

export interface Explorer {
  readonly state: ExplorerState;
  readonly model: Model;
  readonly messages: Messages;
  readonly dispatch: (action: Action | readonly Action[]) => void;
  /** Says something politely to a screen reader. */
  readonly announce: (text: string) => void;
}

export const ExplorerContext = createContext<Explorer | null>(null);

/** The explorer of this page. @throws Error when used outside the shell, which is a fault of the program. */
export function useExplorer(): Explorer {
  const explorer = useContext(ExplorerContext);
  if (explorer === null) throw new Error('useExplorer needs an ExplorerContext above it');
  return explorer;
}
