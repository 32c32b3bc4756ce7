/** One thing: what it is, what acts on it, what it acts on, and what is known of it elsewhere in the pack. */
import type { ReactNode } from 'react';
import { claimSentence } from '../../describe/sentences';
import { StrengthBoxes } from '../../design/evidence-marks';
import { Sci } from '../../design/sci';
import { entityOf } from '../../explorer/lookup';
import { strengthOf } from '../../explorer/strength-of';
import type { Claim, Entity } from '../../model/schema';
import { useExplorer } from '../shared/explorer-context';
import css from './claims.module.css';
import { RecordLink, Section } from './parts';

function ClaimRows({ claims }: { readonly claims: readonly Claim[] }): ReactNode {
  const { model, messages } = useExplorer();
  return (
    <ul className={css['rows']}>
      {claims.map((claim) => {
        const strength = strengthOf(model, claim);
        return (
          <li key={claim.id}>
            <RecordLink selection={{ kind: 'claim', id: claim.id }} className={css['record'] ?? ''}>
              <StrengthBoxes strength={strength} />
              <span>
                <Sci text={claimSentence(claim, model, messages)} />
                <span className="visually-hidden"> {messages.panel.strength[strength]}</span>
              </span>
            </RecordLink>
          </li>
        );
      })}
    </ul>
  );
}

export function EntityCard({ entity, drawn }: { readonly entity: Entity; readonly drawn: boolean }): ReactNode {
  const { model, messages } = useExplorer();
  const words = messages.panel.entity;
  const out = model.claimsFrom.get(entity.id) ?? [];
  const incoming = model.claimsTo.get(entity.id) ?? [];
  const gates = model.gates.filter((gate) => gate.target === entity.id);
  const events = model.events.filter((event) => event.entity === entity.id);
  const findings = model.regionFindings.filter((finding) => finding.entity === entity.id);
  return (
    <>
      <p className={css['where']}>{messages.panel.kinds[entity.kind]}</p>
      <h1 className={css['title']}>
        <Sci text={entity.name} />
      </h1>
      <p className={css['text']}>
        <Sci text={entity.summary} />
      </p>
      {entity.latent === true && <p className={css['text']}>{words.latent}</p>}
      {!drawn && <p className={css['faint']}>{words.notDrawn}</p>}
      {entity.signMeans !== undefined && (
        <p className={css['faint']}>
          {words.signMeans}: <Sci text={entity.signMeans} />
        </p>
      )}
      {incoming.length > 0 && (
        <Section title={words.in} aside={incoming.length}>
          <ClaimRows claims={incoming} />
        </Section>
      )}
      {out.length > 0 && (
        <Section title={words.out} aside={out.length}>
          <ClaimRows claims={out} />
        </Section>
      )}
      {incoming.length + out.length === 0 && <p>{words.noClaims}</p>}
      {gates.length > 0 && (
        <Section title={words.gates}>
          <ul className={css['rows']}>
            {gates.map((gate) => (
              <li key={gate.id}>
                <RecordLink selection={{ kind: 'entity', id: gate.requires }}>
                  <Sci text={entityOf(model, gate.requires)?.name ?? gate.requires} />
                </RecordLink>
                {gate.note !== undefined && (
                  <span className={css['faint']}>
                    {' '}
                    <Sci text={gate.note} />
                  </span>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {events.length > 0 && (
        <Section title={words.events}>
          <ul className={css['rows']}>
            {events.map((event) => (
              <li key={event.id}>
                <RecordLink selection={{ kind: 'event', id: event.id }}>
                  <Sci text={event.name} />
                </RecordLink>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {findings.length > 0 && (
        <Section title={words.findings} aside={findings.length}>
          <ul className={css['rows']}>
            {findings.map((finding) => (
              <li key={finding.id}>
                <Sci text={`${finding.effect}: ${finding.direction}`} /> <span className={css['faint']}>{finding.species}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {(entity.synonyms.length > 0 || entity.identifiers.length > 0) && (
        <Section title={words.identifiers}>
          <dl className={css['facts']}>
            {entity.synonyms.length > 0 && (
              <>
                <dt>{words.synonyms}</dt>
                <dd>
                  <Sci text={entity.synonyms.join(', ')} />
                </dd>
              </>
            )}
            {entity.identifiers.map((identifier) => (
              <Identifier
                key={`${identifier.scheme}${identifier.value}`}
                name={identifier.scheme}
                value={identifier.value}
                unchecked={identifier.check === 'unchecked' ? words.identifierUnchecked : null}
              />
            ))}
          </dl>
        </Section>
      )}
    </>
  );
}

function Identifier({
  name,
  value,
  unchecked,
}: {
  readonly name: string;
  readonly value: string;
  readonly unchecked: string | null;
}): ReactNode {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        {value} {unchecked !== null && <span className={css['unchecked']}>{unchecked}</span>}
      </dd>
    </>
  );
}
