/** One arrow: what it says, why we believe it, and how far. */
import type { ReactNode } from 'react';
import { claimSentence } from '../../describe/sentences';
import { strengthReasons } from '../../describe/strength';
import { Sci } from '../../design/sci';
import { claimPasses } from '../../explorer/filters';
import { entityOf } from '../../explorer/lookup';
import { claimContent } from '../../explorer/selectors';
import type { Claim } from '../../model/schema';
import { useExplorer } from '../shared/explorer-context';
import { StateLink } from '../shared/state-link';
import css from './claims.module.css';
import { EvidenceList } from './evidence-list';
import { EntityLink, EventLink, Prose, RecordLink, Rows, Section } from './parts';

export function ClaimCard({ claim }: { readonly claim: Claim }): ReactNode {
  const { state, model, messages } = useExplorer();
  const words = messages.panel;
  const { grade, evidence, source, target, hypotheses, gates, events } = claimContent(claim, model);
  return (
    <>
      <h1 className={css['title']}>
        <Sci text={claimSentence(claim, model, messages)} />
      </h1>
      <p className={css['text']}>
        {words.claim.delay}: <Prose text={claim.delay.window} />. {claim.note !== undefined && <Prose text={claim.note} />}
        {claim.extrapolated === true && ` ${words.claim.extrapolated}`}
        {claim.tier === 'extended' && ` ${words.claim.extended}`}
      </p>
      {!claimPasses(claim, grade.strength, state.filters) && (
        <p className={css['faint']}>
          {words.evidence.filtered}{' '}
          <StateLink action={[{ type: 'clearFilters' }, { type: 'setFilters', filters: { extended: claim.tier === 'extended' } }]}>
            {words.filters.show}
          </StateLink>
        </p>
      )}
      <EvidenceList groups={evidence} strength={grade.strength} />
      <Section title={words.evidence.whyStrength}>
        <ul className={css['rows']}>
          {strengthReasons(grade.reasons, messages).map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      </Section>
      <Section title={words.claim.belongs}>
        {hypotheses.length === 0 ? (
          <p>{words.claim.shared}</p>
        ) : (
          <Rows>
            {hypotheses.map(({ id, name }) => (
              <RecordLink key={id} selection={{ kind: 'hypothesis', id }}>
                {name}
              </RecordLink>
            ))}
          </Rows>
        )}
      </Section>
      {gates.length > 0 && (
        <Section title={words.claim.gates}>
          <Rows>
            {gates.map((gate) => (
              <span key={gate.id}>
                <RecordLink selection={{ kind: 'entity', id: gate.requires }}>
                  <Sci text={entityOf(model, gate.requires)?.name ?? gate.requires} />
                </RecordLink>{' '}
                {gate.note !== undefined && (
                  <span className={css['faint']}>
                    <Prose text={gate.note} />
                  </span>
                )}
              </span>
            ))}
          </Rows>
        </Section>
      )}
      {events.length > 0 && (
        <Section title={words.entity.events}>
          <Rows>
            {events.map((event) => (
              <EventLink key={event.id} event={event} />
            ))}
          </Rows>
        </Section>
      )}
      <Section title={words.claim.ends}>
        {[source, target].map((entity) => entity !== undefined && <EntityLink key={entity.id} entity={entity} />)}
      </Section>
    </>
  );
}
