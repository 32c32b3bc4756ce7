/** The dialogs of the page: finding, the link to this view, and help. Finding and sharing are loaded when they are first opened. */
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { shortcutHelp } from '../describe/keys';
import { Checkbox } from '../design/checkbox';
import { Dialog } from '../design/dialog';
import type { Store } from '../explorer/store';
import { useExplorer } from '../views/shared/explorer-context';
import css from './dialogs.module.css';
import { focusPanel, focusScene } from './focus';
import { rememberSingleKeys, singleKeys } from './preferences';

const FindBox = lazy(() => import('../views/find/find-box').then((module) => ({ default: module.FindBox })));

const CopyDialog = lazy(() => import('./copy-dialog').then((module) => ({ default: module.CopyDialog })));

export type DialogName = 'find' | 'share' | 'help';

interface Props {
  readonly open: DialogName | null;
  readonly store: Store;
  readonly onClose: () => void;
}

export function Dialogs({ open, store, onClose }: Props): ReactNode {
  const { messages } = useExplorer();
  const close = messages.app.actions.close;
  const onChosen = (): void => {
    onClose();
    // After the dialog has given the focus back: the reader goes on where the choice is.
    window.requestAnimationFrame(() => (store.getState().mode === 'explore' ? focusScene() : focusPanel()));
  };
  return (
    <>
      <Dialog open={open === 'find'} onClose={onClose} title={messages.app.actions.find} closeLabel={close} place="top" bare width={640}>
        <Suspense fallback={<div className={css['waiting']} />}>
          <FindBox onChosen={onChosen} />
        </Suspense>
      </Dialog>
      <Dialog open={open === 'share'} onClose={onClose} title={messages.app.share.title} closeLabel={close} width={600}>
        <Suspense fallback={<div className={css['waiting']} />}>
          <CopyDialog store={store} />
        </Suspense>
      </Dialog>
      <Dialog open={open === 'help'} onClose={onClose} title={messages.app.help.title} closeLabel={close} width={640}>
        <Help />
      </Dialog>
    </>
  );
}

function Help(): ReactNode {
  const { messages, model } = useExplorer();
  const words = messages.app.help;
  const [single, setSingle] = useState(singleKeys);
  const switchSingle = (on: boolean): void => {
    rememberSingleKeys(on);
    setSingle(on);
  };
  return (
    <>
      <p className="reading">{words.intro}</p>
      <h3 className={css['head']}>{words.keys}</h3>
      {shortcutHelp(messages).map(({ scope, title, actions }) => (
        <section key={scope}>
          <h4 className={css['scope']}>{title}</h4>
          <dl className={css['keys']}>
            {actions.map(({ id, text, chords }) => (
              <div key={id}>
                <dt>
                  {chords.map((keys) => (
                    <span key={keys.join()}>
                      {keys.map((key) => (
                        <kbd key={key}>{key}</kbd>
                      ))}
                    </span>
                  ))}
                </dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <Checkbox label={words.single} note={words.singleNote} checked={single} onChange={switchSingle} />
      <h3 className={css['head']}>{words.notice}</h3>
      <p className="reading">{model.manifest.notice}</p>
      <p className={css['links']}>
        <a href="./CREDITS.md" target="_blank" rel="noopener noreferrer">
          {words.credits}
        </a>
        <a href="./docs/pack-format.md" target="_blank" rel="noopener noreferrer">
          {words.format}
        </a>
      </p>
    </>
  );
}
