/** One arrow: what it says, why we believe it, and how far. */
import type { ReactNode } from 'react';
import { claimSentence } from '../../describe/sentences';
import { strengthReasons } from '../../describe/strength';
import { Sci } from '../../design/sci';
import { claimPasses } from '../../explorer/filters';
import { entityOf, hypothesisOf } from '../../explorer/lookup';
import type { Claim } from '../../model/schema';
import { gradeClaim } from '../../model/strength';
import { useExplorer } from '../shared/explorer-context';
import css from './claims.module.css';
import { EvidenceList } from './evidence-list';
import { EntityLink, RecordLink, Section } from './parts';

export function ClaimCard({ claim }: { readonly claim: Claim }): ReactNode {
  const { state, model, messages } = useExplorer();
  const words = messages.panel;
  const { strength, reasons } = gradeClaim(claim, model.referenceById);
  const ends = [entityOf(model, claim.source), entityOf(model, claim.target)];
  return (
    <>
      <h1 className={css['title']}>
        <Sci text={claimSentence(claim, model, messages)} />
      </h1>
      <p className={css['text']}>
        {words.claim.delay} <Sci text={claim.delay.window} />.
        {claim.note !== undefined && (
          <>
            {' '}
            <Sci text={claim.note} />
          </>
        )}
        {claim.extrapolated === true && ` ${words.claim.extrapolated}`}
        {claim.tier === 'extended' && ` ${words.claim.extended}`}
      </p>
      {!claimPasses(claim, strength, state.filters) && claim.tier === 'core' && <p className={css['faint']}>{words.evidence.filtered}</p>}
      <EvidenceList claim={claim} strength={strength} />
      <Section title={words.evidence.whyStrength}>
        <ul className={css['rows']}>
          {strengthReasons(reasons, messages).map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      </Section>
      <Section title={words.claim.belongs}>
        {claim.hypotheses.length === 0 ? (
          <p>{words.claim.shared}</p>
        ) : (
          <ul className={css['rows']}>
            {claim.hypotheses.map((id) => (
              <li key={id}>
                <RecordLink selection={{ kind: 'hypothesis', id }}>{hypothesisOf(model, id)?.name ?? id}</RecordLink>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={`${words.claim.from}, ${words.claim.to.toLowerCase()}`}>
        {ends.map((entity) => entity !== undefined && <EntityLink key={entity.id} entity={entity} />)}
      </Section>
    </>
  );
}
