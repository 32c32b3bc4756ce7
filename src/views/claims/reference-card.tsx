/** One paper: its record, how far it was checked, and everything that rests on it. */
import type { ReactNode } from 'react';
import { claimSentence } from '../../describe/sentences';
import { Sci } from '../../design/sci';
import { claimOf } from '../../explorer/lookup';
import type { Reference } from '../../model/schema';
import { useExplorer } from '../shared/explorer-context';
import { StateLink } from '../shared/state-link';
import css from './claims.module.css';
import { Identifiers, RecordLink, Section } from './parts';

export function ReferenceCard({ reference }: { readonly reference: Reference }): ReactNode {
  const { model, messages } = useExplorer();
  const words = messages.panel.reference;
  const resting = model.restingOn.get(reference.id) ?? [];
  const claims = resting.filter((item) => item.list === 'claims');
  const hypotheses = resting.filter((item) => item.list === 'hypotheses');
  const events = resting.filter((item) => item.list === 'events');
  const others = resting.filter((item) => !['claims', 'hypotheses', 'events'].includes(item.list));
  return (
    <>
      <p className={css['where']}>{reference.check === 'checked' ? words.checked : words.unchecked}</p>
      <h1 className={css['title']}>
        <Sci text={reference.title} />
      </h1>
      <p className={css['text']}>
        {reference.authors.join(', ')}. {reference.year}. <i>{reference.journal}</i>.
      </p>
      <p>
        <Identifiers reference={reference} />
      </p>
      {reference.checkNote !== undefined && <p className={css['faint']}>{reference.checkNote}</p>}
      <Section title={words.rests} aside={resting.length}>
        {resting.length === 0 && <p>{words.nothing}</p>}
        {claims.length > 0 && <p className={css['faint']}>{words.lit}</p>}
        <ul className={css['rows']}>
          {claims.map((item) => {
            const claim = claimOf(model, item.id);
            return (
              claim !== undefined && (
                <li key={item.id}>
                  <RecordLink selection={{ kind: 'claim', id: item.id }}>
                    <Sci text={claimSentence(claim, model, messages)} />
                  </RecordLink>
                </li>
              )
            );
          })}
          {hypotheses.map((item) => (
            <li key={item.id}>
              <RecordLink selection={{ kind: 'hypothesis', id: item.id }}>
                {model.hypotheses.find((hypothesis) => hypothesis.id === item.id)?.name ?? item.id}
              </RecordLink>
            </li>
          ))}
          {events.map((item) => (
            <li key={item.id}>
              <RecordLink selection={{ kind: 'event', id: item.id }}>
                <Sci text={model.eventById.get(item.id)?.name ?? item.id} />
              </RecordLink>
            </li>
          ))}
          {[...new Set(others.map((item) => item.list))].map((list) => (
            <li key={list} className={css['faint']}>
              {messages.panel.lists[list as keyof typeof messages.panel.lists] ?? list}:{' '}
              {others.filter((item) => item.list === list).length}
            </li>
          ))}
        </ul>
      </Section>
      <p>
        <StateLink action={{ type: 'setMode', mode: 'evidence' }} className={css['button'] ?? ''}>
          {words.showAll}
        </StateLink>
      </p>
    </>
  );
}
