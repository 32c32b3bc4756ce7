/** The page: brings a pack to the screen, or says plainly why it cannot. */
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { messagesFor } from '../describe/messages';
import { LiveRegion } from '../design/announce';
import { Button } from '../design/button';
import { LINK_BASELINE } from '../explorer/defaults';
import { signal } from '../explorer/signals';
import { decode, packIn } from '../explorer/url';
import { failureText } from './failure-text';
import { formatIssue } from '../model/issue';
import type { Issue } from '../model/model';
import css from './app.module.css';
import { DropTarget } from './drop-target';
import { pageQuery, writeAddress } from './embedding';
import type { PackFailure } from './fetch-pack';
import { Session } from './session';
import { usePack } from './use-pack';

const FLAGSHIP = LINK_BASELINE.pack;
const ISSUES_SHOWN = 8;

function wantedPack(): string {
  return packIn(window.location.search) ?? FLAGSHIP;
}

export function App(): ReactNode {
  const [first] = useState(wantedPack);
  const { state, load, drop } = usePack(first);
  const [locale] = useState(() => decode(window.location.search, null).state.locale);
  const messages = useMemo(() => messagesFor(locale), [locale]);
  const [said, setSaid] = useState({ text: '', turn: 0 });
  const [dropFault, setDropFault] = useState<{ readonly failure: PackFailure | null; readonly issues: readonly Issue[] } | null>(null);

  // Going back or forward over a change of pack loads that pack; within one pack the session follows the address itself.
  const asked = useRef(first);
  const goTo = useCallback(
    (pack: string) => {
      asked.current = pack;
      setDropFault(null);
      load(pack);
    },
    [load],
  );
  useEffect(() => {
    const onPop = (): void => {
      if (wantedPack() !== asked.current) goTo(wantedPack());
    };
    window.addEventListener('popstate', onPop);
    return () => window.removeEventListener('popstate', onPop);
  }, [goTo]);

  const onDrop = useCallback(
    async (files: readonly File[]) => {
      const outcome = await drop(files);
      setDropFault(outcome.ok ? null : outcome);
      if (!outcome.ok) return;
      setSaid((last) => ({ text: messages.app.drop.loaded(outcome.title), turn: last.turn + 1 }));
      // An address of its own: the way back leads to the pack that was there before, and this one's links say what they need.
      if (outcome.pack !== asked.current) writeAddress('push', `?${pageQuery(`pack=${encodeURIComponent(outcome.pack)}`)}`);
      asked.current = outcome.pack;
    },
    [drop, messages],
  );

  useEffect(() => {
    if (state.status === 'failed') signal({ type: 'failed', reason: failureText(state.failure, messages) });
  }, [state, messages]);

  const fault = dropFault === null ? null : { text: failureText(dropFault.failure, messages), issues: dropFault.issues };
  return (
    <DropTarget hint={messages.app.drop.hint} onFiles={onDrop}>
      {state.status === 'loading' && <Loading text={messages.app.loading} />}
      {state.status === 'failed' && (
        <main className={css['state']}>
          <h1 className="claim-headline">{messages.app.failed.title}</h1>
          <p className="reading">{failureText(state.failure, messages)}</p>
          <IssueList issues={state.issues} />
          <p className={css['actions']}>
            <Button kind="filled" onClick={() => goTo(wantedPack())}>
              {messages.app.failed.retry}
            </Button>
            {wantedPack() !== FLAGSHIP && (
              <Button
                onClick={() => {
                  writeAddress('push', `${window.location.pathname}?${pageQuery('')}`.replace(/\?$/, ''));
                  goTo(FLAGSHIP);
                }}
              >
                {messages.app.failed.home}
              </Button>
            )}
          </p>
        </main>
      )}
      {state.status === 'ready' && (
        <Session
          key={state.pack}
          pack={state.pack}
          model={state.model}
          issues={state.issues}
          fault={fault}
          onFaultSeen={() => setDropFault(null)}
        />
      )}
      <LiveRegion text={said.text} turn={said.turn} />
    </DropTarget>
  );
}

/** Nothing at first, because most loads are quick; then the product's name and one plain line. */
function Loading({ text }: { readonly text: string }): ReactNode {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setSlow(true), 1000);
    return () => window.clearTimeout(timer);
  }, []);
  return (
    <main className={css['state']} aria-busy="true">
      <p className="reading" role="status">
        {text}
      </p>
      {slow && <div className={css['progress']} />}
    </main>
  );
}

export function IssueList({ issues }: { readonly issues: readonly Issue[] }): ReactNode {
  if (issues.length === 0) return null;
  return (
    <ul className={css['issues']}>
      {issues.slice(0, ISSUES_SHOWN).map((issue) => (
        <li key={formatIssue(issue)}>
          <code>{formatIssue(issue)}</code>
        </li>
      ))}
    </ul>
  );
}
