/** The keys of present mode in words, from the table that the listener reads. */
import type { ReactNode } from 'react';
import { present as english } from '../../describe/messages/en/present';
import { useExplorer } from '../../views/shared/explorer-context';
import { useWords } from '../../views/shared/use-words';
import { COMMANDS, KEYS } from './keys';
import css from './present.module.css';

export function KeyList(): ReactNode {
  const { messages } = useExplorer();
  const words = useWords(english).help;
  const names: Readonly<Record<string, string>> = messages.keys.names;
  return (
    <dl className={css['keys']}>
      {COMMANDS.map((command) => (
        <div key={command}>
          <dt>
            {KEYS[command].map((key) => (
              <kbd key={key}>{names[nameKey(key)] ?? key}</kbd>
            ))}
          </dt>
          <dd>{words[command]}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The catalogue's key for a key: "ArrowRight" is arrowRight, the blank is space. */
function nameKey(key: string): string {
  return key === ' ' ? 'space' : key.slice(0, 1).toLowerCase() + key.slice(1);
}
