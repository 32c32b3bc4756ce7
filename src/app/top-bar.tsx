/** The top bar: what this is, which view of it, and the acts that always apply. */
import { useSyncExternalStore, type ReactNode } from 'react';
import { IconButton } from '../design/button';
import { Mark } from '../design/icons';
import { Menu, type MenuItem } from '../design/menu';
import { modesOf } from '../explorer/levels';
import type { Store } from '../explorer/store';
import { useExplorer } from '../views/shared/explorer-context';
import { StateLink } from '../views/shared/state-link';
import type { DialogName } from './dialogs';
import type { Frame } from './frame';
import css from './top-bar.module.css';

interface Props {
  readonly store: Store;
  readonly frame: Frame;
  readonly onOpen: (dialog: DialogName) => void;
  /** Makes the pack's name the heading of the page: where the panel, which has its own, is put away. */
  readonly heads: boolean;
}

export function TopBar({ store, frame, onOpen, heads }: Props): ReactNode {
  const Name = heads ? 'h1' : 'p';
  const { state, model, messages, dispatch } = useExplorer();
  const words = messages.app;
  const canUndo = useSyncExternalStore(store.subscribe, store.canUndo);
  const canRedo = useSyncExternalStore(store.subscribe, store.canRedo);
  const other = state.theme === 'paper' ? 'lecture' : 'paper';
  const themeLabel = other === 'lecture' ? words.actions.theme.toLecture : words.actions.theme.toPaper;
  const switchTheme = (): void => dispatch({ type: 'setTheme', theme: other });
  const small = frame === 'phone' || frame === 'low';

  const items: readonly MenuItem[] = [
    ...(small
      ? [
          ...modesOf(model).map((mode): MenuItem => ({
            id: mode,
            label: words.modes[mode],
            checked: state.mode === mode,
            onChoose: () => dispatch({ type: 'setMode', mode }),
          })),
          { id: 'find', label: words.actions.find, icon: 'search', separated: true, onChoose: () => onOpen('find') } satisfies MenuItem,
          { id: 'theme', label: themeLabel, icon: 'theme', onChoose: switchTheme } satisfies MenuItem,
          { id: 'share', label: words.actions.share, icon: 'share', onChoose: () => onOpen('share') } satisfies MenuItem,
        ]
      : []),
    ...(canUndo
      ? [
          {
            id: 'undo',
            label: words.actions.undo,
            icon: 'undo',
            hint: 'Ctrl+Z',
            separated: small,
            onChoose: () => store.undo(),
          } satisfies MenuItem,
        ]
      : []),
    ...(canRedo
      ? [{ id: 'redo', label: words.actions.redo, icon: 'redo', hint: 'Ctrl+Shift+Z', onChoose: () => store.redo() } satisfies MenuItem]
      : []),
    { id: 'reset', label: words.actions.reset, icon: 'fit', onChoose: () => dispatch({ type: 'reset' }) },
    { id: 'help', label: words.actions.help, icon: 'help', hint: '?', onChoose: () => onOpen('help') },
  ];
  return (
    <header className={css['bar']}>
      <Mark />
      <Name className={css['crumb']}>
        <b>{model.manifest.title}</b> <span>{model.manifest.subtitle}</span>
      </Name>
      {!small && (
        <nav className={css['modes']} aria-label={words.modes.label}>
          {modesOf(model).map((mode) => (
            <StateLink key={mode} action={{ type: 'setMode', mode }} current={state.mode === mode}>
              {words.modes[mode]}
            </StateLink>
          ))}
        </nav>
      )}
      <div className={css['acts']}>
        {!small && (
          <>
            <IconButton icon="search" label={words.actions.find} onClick={() => onOpen('find')} plate={{ inline: 'end' }} />
            <IconButton icon="theme" label={themeLabel} onClick={switchTheme} plate={{ inline: 'end' }} />
            <IconButton icon="share" label={words.actions.share} onClick={() => onOpen('share')} plate={{ inline: 'end' }} />
          </>
        )}
        <Menu
          label={words.actions.more}
          items={items}
          trigger={(props) => <IconButton {...props} icon="menu" label={words.actions.more} plate={{ inline: 'end' }} />}
        />
      </div>
    </header>
  );
}
