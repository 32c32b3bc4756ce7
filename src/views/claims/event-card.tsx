/** One event of the score: when it starts, peaks and ends, in the sources' words, and in whom it was seen. */
import type { ReactNode } from 'react';
import { clockWords } from '../../describe/duration';
import { Sci } from '../../design/sci';
import { claimOf, entityOf } from '../../explorer/lookup';
import { middleOf, visitEvent } from '../../explorer/score';
import type { Event, Moment } from '../../model/schema';
import { useExplorer } from '../shared/explorer-context';
import { StateLink } from '../shared/state-link';
import css from './claims.module.css';
import { ClaimRows } from './entity-card';
import { EntityLink, Prose, Section, Source } from './parts';

export function EventCard({ event }: { readonly event: Event }): ReactNode {
  const { model, messages } = useExplorer();
  const words = messages.panel.event;
  const entity = event.entity === undefined ? undefined : entityOf(model, event.entity);
  const claims = event.claims.map((id) => claimOf(model, id)).filter((claim) => claim !== undefined);
  const middle = middleOf(event);
  const told = (moment: Moment): ReactNode =>
    moment.seconds === null ? `${words.unknown} (${moment.words})` : <Prose text={moment.words} />;
  return (
    <>
      <p className={css['where']}>
        {clockWords(event.basis, messages, model.manifest.clocks)},{' '}
        {event.timesCheck === 'checked' ? messages.navigator.timesChecked : messages.navigator.timesRecalled}
      </p>
      <h1 className={css['title']}>
        <Sci text={event.name} />
      </h1>
      {event.note !== undefined && (
        <p className={css['text']}>
          <Prose text={event.note} />
        </p>
      )}
      <dl className={css['facts']}>
        <dt>{words.onset}</dt>
        <dd>{told(event.onset)}</dd>
        <dt>{words.peak}</dt>
        <dd>{told(event.peakStart)}</dd>
        <dt>{words.end}</dt>
        <dd>{told(event.end)}</dd>
        <dt>{words.species}</dt>
        <dd>{event.species.join(', ')}</dd>
      </dl>
      {middle !== null && (
        <p>
          <StateLink className={css['button'] ?? ''} action={visitEvent(event, model)}>
            {words.goThere}
          </StateLink>
        </p>
      )}
      {entity !== undefined && (
        <Section title={words.about}>
          <EntityLink entity={entity} />
        </Section>
      )}
      {claims.length > 0 && (
        <Section title={words.claims}>
          <ClaimRows claims={claims} />
        </Section>
      )}
      <Section title={words.sources}>
        <ul className={css['rows']}>
          {event.references.map((id) => (
            <li key={id}>
              <Source id={id} />
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
