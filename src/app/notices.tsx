/** What the reader should know without being stopped: a link that was not followed to the letter, records that were left out. */
import { useState, type ReactNode } from 'react';
import { noticeText } from '../describe/notices';
import { IconButton } from '../design/button';
import type { Notice } from '../explorer/fit';
import type { Issue } from '../model/model';
import { useExplorer } from '../views/shared/explorer-context';
import { IssueList } from './app';
import css from './notices.module.css';

interface Props {
  readonly notices: readonly Notice[];
  readonly issues: readonly Issue[];
  readonly fault: { readonly text: string; readonly issues: readonly Issue[] } | null;
  readonly onDismissNotices: () => void;
  readonly onDismissFault: () => void;
  /** Further notices of the page, drawn below. */
  readonly children?: ReactNode;
}

export function Notices({ notices, issues, fault, onDismissNotices, onDismissFault, children }: Props): ReactNode {
  const { messages, model } = useExplorer();
  const [seen, setSeen] = useState<readonly Issue[]>([]);
  const close = messages.app.actions.close;
  const left = issues.filter((issue) => issue.severity === 'error' && !seen.includes(issue));
  return (
    <div className={css['stack']} role="region" aria-label={messages.app.noticesLabel}>
      {fault !== null && (
        <div className={css['notice']} role="alert">
          <div>
            <p>{fault.text}</p>
            <IssueList issues={fault.issues} />
          </div>
          <IconButton icon="close" label={close} onClick={onDismissFault} />
        </div>
      )}
      {notices.length > 0 && (
        <div className={css['notice']} role="status">
          <div>
            {notices.map((notice) => (
              <p key={`${notice.field}${notice.value}`}>{noticeText(notice, model, messages)}</p>
            ))}
          </div>
          <IconButton icon="close" label={close} onClick={onDismissNotices} />
        </div>
      )}
      {left.length > 0 && (
        <div className={css['notice']} role="status">
          <div>
            <p>{messages.app.leftOut(left.length)}</p>
            <details>
              <summary>{messages.app.showIssues}</summary>
              <IssueList issues={left} />
            </details>
          </div>
          <IconButton icon="close" label={close} onClick={() => setSeen(issues)} />
        </div>
      )}
      {children}
    </div>
  );
}
