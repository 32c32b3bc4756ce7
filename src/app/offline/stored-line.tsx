/** Says to the one who presents whether the lecture goes on when the network is gone. */
import { useSyncExternalStore, type ReactNode } from 'react';
import { offline as english } from '../../describe/messages/en/offline';
import { Button } from '../../design/button';
import { Icon } from '../../design/icons';
import { useWords } from '../../views/shared/use-words';
import css from './offline.module.css';
import { storeNow, storing, type Stored, type Why } from './storing';

/** Where another attempt may end otherwise. */
const AGAIN: readonly Why[] = ['saving', 'refused', 'broken'];

export function StoredLine(): ReactNode {
  const words = useWords(english);
  const { files } = useSyncExternalStore(storing.subscribe, storing.get);
  return (
    <div className={css['line']} data-stored={files.kind}>
      <p>
        {files.kind === 'here' && <Icon name="check" />}
        {sentence(files, words)}
      </p>
      {files.kind === 'storing' && <progress value={files.stored} max={files.of} aria-label={words.storing(files.stored, files.of)} />}
      {files.kind === 'not' && AGAIN.includes(files.why) && <Button onClick={() => void storeNow()}>{words.store}</Button>}
    </div>
  );
}

function sentence(files: Stored, words: ReturnType<typeof useWords<typeof english>>): string {
  switch (files.kind) {
    case 'waiting':
      return words.waiting;
    case 'storing':
      return words.storing(files.stored, files.of);
    case 'here':
      return words.here;
    case 'not':
      return words.not[files.why];
  }
}
