/** One paper: its record, how far it was checked, and everything that rests on it. */
import { lazy, Suspense, type ReactNode } from 'react';
import { Sci } from '../../design/sci';
import { referenceContent } from '../../explorer/selectors';
import type { Reference } from '../../model/schema';
import { useExplorer } from '../shared/explorer-context';
import { StateLink } from '../shared/state-link';
import css from './claims.module.css';
import { ClaimRows } from './entity-card';
import { EventLink, Identifiers, Prose, RecordLink, Rows, Section } from './parts';

const ReadingSection = lazy(() => import('./reading-line').then((module) => ({ default: module.ReadingSection })));

export function ReferenceCard({ reference }: { readonly reference: Reference }): ReactNode {
  const { model, messages } = useExplorer();
  const words = messages.panel.reference;
  const { claims, hypotheses, events, others } = referenceContent(reference, model);
  const listNames: Readonly<Record<string, string>> = messages.panel.lists;
  return (
    <>
      <p className={css['where']}>{reference.check === 'checked' ? words.checked : words.unchecked}</p>
      <h1 className={css['title']}>
        <Sci text={reference.title} />
      </h1>
      <p className={css['text']}>
        {[reference.authors.join(', ').replace(/\.$/, ''), reference.year].filter((part) => part !== '').join('. ')}.{' '}
        <i>{reference.journal}</i>.
      </p>
      <p>
        <Identifiers reference={reference} />
      </p>
      {reference.checkNote !== undefined && (
        <p className={css['faint']}>
          <Prose text={reference.checkNote} />
        </p>
      )}
      <Suspense fallback={null}>
        <ReadingSection reference={reference} />
      </Suspense>
      {claims.length > 0 && (
        <Section title={words.rests} aside={claims.length}>
          <p className={css['faint']}>{words.lit}</p>
          <ClaimRows claims={claims.map(({ claim }) => claim)} />
        </Section>
      )}
      {hypotheses.length > 0 && (
        <Section title={words.argues}>
          <Rows>
            {hypotheses.map(({ hypothesis, stance, finding }) => (
              <span key={hypothesis.id + finding}>
                {stance === 'supports' ? messages.panel.hypothesis.support : messages.panel.hypothesis.against}{' '}
                <RecordLink selection={{ kind: 'hypothesis', id: hypothesis.id }}>{hypothesis.name}</RecordLink>:{' '}
                <span className={css['faint']}>
                  <Prose text={finding} />
                </span>
              </span>
            ))}
          </Rows>
        </Section>
      )}
      {events.length > 0 && (
        <Section title={messages.panel.entity.events}>
          <Rows>
            {events.map((event) => (
              <EventLink key={event.id} event={event} />
            ))}
          </Rows>
        </Section>
      )}
      {others.length > 0 && (
        <Section title={words.elsewhere}>
          <dl className={css['facts']}>
            {others.map(({ list, ids }) => (
              <Count key={list} name={listNames[list] ?? list} count={ids.length} />
            ))}
          </dl>
        </Section>
      )}
      {claims.length + hypotheses.length + events.length + others.length === 0 && <p>{words.nothing}</p>}
      <p>
        <StateLink action={{ type: 'setMode', mode: 'evidence' }} className={css['button'] ?? ''}>
          {words.showAll}
        </StateLink>
      </p>
    </>
  );
}

function Count({ name, count }: { readonly name: string; readonly count: number }): ReactNode {
  return (
    <>
      <dt>{name}</dt>
      <dd>{count}</dd>
    </>
  );
}
