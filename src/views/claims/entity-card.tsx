/** One thing: what it is, what acts on it, what it acts on, and what is known of it elsewhere in the pack. */
import type { ReactNode } from 'react';
import { capital } from '../../describe/names';
import { claimSentence } from '../../describe/sentences';
import { StrengthBoxes } from '../../design/evidence-marks';
import { Sci } from '../../design/sci';
import { entityOf } from '../../explorer/lookup';
import { entityContent } from '../../explorer/selectors';
import { strengthOf } from '../../explorer/strength-of';
import type { Claim, Entity, Gate, RegionFinding, Statement } from '../../model/schema';
import { useExplorer } from '../shared/explorer-context';
import css from './claims.module.css';
import { EventLink, Prose, RecordLink, Rows, Section, Sources } from './parts';

/** Claims as sentences, each with its evidence boxes. */
export function ClaimRows({ claims }: { readonly claims: readonly Claim[] }): ReactNode {
  const { model, messages } = useExplorer();
  return (
    <Rows>
      {claims.map((claim) => {
        const strength = strengthOf(model, claim);
        return (
          <RecordLink key={claim.id} selection={{ kind: 'claim', id: claim.id }} className={css['record'] ?? ''}>
            <StrengthBoxes strength={strength} />
            <span>
              <Sci text={claimSentence(claim, model, messages, 'short')} />
              <span className="visually-hidden"> {messages.panel.strength[strength]}</span>
            </span>
          </RecordLink>
        );
      })}
    </Rows>
  );
}

function GateRows({ gates, end }: { readonly gates: readonly Gate[]; readonly end: 'requires' | 'target' }): ReactNode {
  const { model } = useExplorer();
  return (
    <Rows>
      {gates.map((gate) => (
        <span key={gate.id}>
          <RecordLink selection={{ kind: 'entity', id: gate[end] }}>
            <Sci text={entityOf(model, gate[end])?.name ?? gate[end]} />
          </RecordLink>{' '}
          {gate.note !== undefined && (
            <span className={css['faint']}>
              <Prose text={gate.note} />
            </span>
          )}
        </span>
      ))}
    </Rows>
  );
}

export function EntityCard({ entity, drawn }: { readonly entity: Entity; readonly drawn: boolean }): ReactNode {
  const { model, messages } = useExplorer();
  const words = messages.panel.entity;
  const content = entityContent(entity, model);
  return (
    <>
      <p className={css['where']}>{messages.panel.kinds[entity.kind]}</p>
      <h1 className={css['title']}>
        <Sci text={entity.name} />
      </h1>
      <p className={css['text']}>
        <Prose text={entity.summary} />
      </p>
      {entity.latent === true && <p className={css['text']}>{words.latent}</p>}
      {!drawn && <p className={css['faint']}>{words.notDrawn}</p>}
      {entity.signMeans !== undefined && (
        <p className={css['faint']}>
          {words.signMeans}: <Prose text={entity.signMeans} />
        </p>
      )}
      {content.in.length > 0 && (
        <Section title={words.in} aside={content.in.length}>
          <ClaimRows claims={content.in} />
        </Section>
      )}
      {content.out.length > 0 && (
        <Section title={words.out} aside={content.out.length}>
          <ClaimRows claims={content.out} />
        </Section>
      )}
      {content.in.length + content.out.length === 0 && <p>{words.noClaims}</p>}
      {content.needs.length > 0 && (
        <Section title={words.gates}>
          <GateRows gates={content.needs} end="requires" />
        </Section>
      )}
      {content.neededBy.length > 0 && (
        <Section title={words.neededBy}>
          <GateRows gates={content.neededBy} end="target" />
        </Section>
      )}
      {content.events.length > 0 && (
        <Section title={words.events}>
          <Rows>
            {content.events.map((event) => (
              <EventLink key={event.id} event={event} />
            ))}
          </Rows>
        </Section>
      )}
      {content.regionFindings.length > 0 && (
        <Section title={words.findings} aside={content.regionFindings.length}>
          <Rows>
            {content.regionFindings.map((finding) => (
              <RegionRow key={finding.id} finding={finding} />
            ))}
          </Rows>
        </Section>
      )}
      {content.statements.length > 0 && (
        <Section title={words.statements}>
          <Rows>
            {content.statements.map((statement) => (
              <StatementRow key={statement.id} statement={statement} />
            ))}
          </Rows>
        </Section>
      )}
      {(entity.synonyms.length > 0 || entity.identifiers.length > 0) && <Names entity={entity} />}
    </>
  );
}

/** A finding in a region: what changed and which way, in whom, after what, and who found it. */
function RegionRow({ finding }: { readonly finding: RegionFinding }): ReactNode {
  const words = useExplorer().messages.panel;
  const facts = [finding.region, finding.species, finding.model, finding.dose, finding.time, finding.method];
  return (
    <span>
      <Prose text={capital(finding.effect)} />: <Prose text={finding.direction} />{' '}
      <span className={css['faint']}>
        <Prose text={facts.filter((fact) => fact !== undefined && fact !== '').join('; ')} />
        {'; '}
        <Sources ids={finding.references} />
        {finding.check === 'unchecked' && <span className={css['unchecked']}> {words.evidence.unchecked}</span>}
      </span>
    </span>
  );
}

/** A sentence of the article, our verdict, what the sentence leaves out, and both sides' sources. */
function StatementRow({ statement }: { readonly statement: Statement }): ReactNode {
  const words = useExplorer().messages.panel.entity;
  return (
    <details className={css['more']}>
      <summary>
        <span>
          <Prose text={statement.paraphrase} /> <span className={css['faint']}>{statement.grade}</span>
        </span>
      </summary>
      <p>
        <Prose text={statement.verdict} />
      </p>
      {statement.leavesOut !== undefined && (
        <p className={css['faint']}>
          {words.leavesOut}: <Prose text={statement.leavesOut} />
        </p>
      )}
      <p className={css['faint']}>
        <Sources ids={statement.references} />
      </p>
      {statement.contradicting.length > 0 && (
        <p className={css['faint']}>
          {words.disputed}: <Sources ids={statement.contradicting} />
        </p>
      )}
    </details>
  );
}

function Names({ entity }: { readonly entity: Entity }): ReactNode {
  const words = useExplorer().messages.panel.entity;
  return (
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
        {entity.identifiers.map(({ scheme, value, check }) => (
          <Identifier key={scheme + value} scheme={scheme} value={value} note={check === 'unchecked' ? words.identifierUnchecked : null} />
        ))}
      </dl>
    </Section>
  );
}

function Identifier(props: { readonly scheme: string; readonly value: string; readonly note: string | null }): ReactNode {
  return (
    <>
      <dt>{props.scheme}</dt>
      <dd>
        {props.value} {props.note !== null && <span className={css['unchecked']}>{props.note}</span>}
      </dd>
    </>
  );
}
