/** A link to another view of the same page: a real address, so that it can be opened elsewhere, and an action when followed here. */
import type { MouseEvent, ReactNode } from 'react';
import { reduce, type Action } from '../../explorer/actions';
import { encode } from '../../explorer/url';
import { useExplorer } from './explorer-context';

interface Props {
  readonly action: Action | readonly Action[];
  readonly className?: string;
  readonly label?: string;
  readonly current?: boolean;
  readonly children: ReactNode;
}

export function StateLink({ action, className, label, current, children }: Props): ReactNode {
  const { state, model, dispatch } = useExplorer();
  const actions = 'type' in action ? [action] : action;
  const target = actions.reduce((next, item) => reduce(next, item, model), state);
  const follow = (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    dispatch(action);
  };
  return (
    <a
      href={`?${encode(target).replace(/^\?/, '')}`}
      className={className}
      aria-label={label}
      aria-current={current === true ? 'true' : undefined}
      onClick={follow}
    >
      {children}
    </a>
  );
}
