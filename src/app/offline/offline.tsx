/** Has the page stored on the device, and offers a newer version when one is ready. Never loads anything anew by itself. */
import { useEffect, useState, useSyncExternalStore, type ReactNode } from 'react';
import { offline as english } from '../../describe/messages/en/offline';
import { Button } from '../../design/button';
import { useWords } from '../../views/shared/use-words';
import { droppedId } from '../use-pack';
import css from './offline.module.css';
import { beginStoring, storing, takeNewer } from './storing';

interface Props {
  readonly pack: string;
  /** In a lecture or on paper nothing is offered. */
  readonly quiet: boolean;
}

export function Offline({ pack, quiet }: Props): ReactNode {
  const words = useWords(english);
  const { newer } = useSyncExternalStore(storing.subscribe, storing.get);
  const [later, setLater] = useState(false);
  useEffect(() => void beginStoring(pack), [pack]);
  // A dropped pack would be gone after loading anew.
  if (!newer || later || quiet || droppedId(pack) !== null) return null;
  return (
    <div className={css['newer']} role="status">
      <p>{words.newer}</p>
      <p className={css['acts']}>
        <Button kind="filled" onClick={() => void takeNewer()}>
          {words.use}
        </Button>
        <Button kind="quiet" onClick={() => setLater(true)}>
          {words.later}
        </Button>
      </p>
    </div>
  );
}
