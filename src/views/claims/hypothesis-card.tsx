/** A rival explanation: what it says, its route, what speaks for and against it, and what would tell it apart. */
import type { ReactNode } from 'react';
import { claimSentence } from '../../describe/sentences';
import { Sci } from '../../design/sci';
import { hypothesisContent, type PairContent } from '../../explorer/selectors';
import type { Hypothesis } from '../../model/schema';
import { useExplorer } from '../shared/explorer-context';
import { StateLink } from '../shared/state-link';
import css from './claims.module.css';
import { ClaimRows } from './entity-card';
import { Prose, RecordLink, Rows, Section, Source } from './parts';

type Arguments = Hypothesis['supporting'];

function ArgumentRows({ items }: { readonly items: Arguments }): ReactNode {
  return (
    <ul className={css['rows']}>
      {items.map((item) => (
        <li key={`${item.reference}${item.finding}`} className={css['argument']}>
          <Prose text={sentence(item.finding)} />{' '}
          <span className={css['faint']}>
            <Source id={item.reference} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Arguments behind their count, where two explanations stand side by side. */
function ArgumentFold({ title, items }: { readonly title: string; readonly items: Arguments }): ReactNode {
  return (
    <details className={css['more']}>
      <summary>
        {title} ({items.length})
      </summary>
      <ArgumentRows items={items} />
    </details>
  );
}

/** Findings are noted as fragments; on screen they begin like a sentence. */
function sentence(finding: string): string {
  return finding.charAt(0).toLocaleUpperCase('en') + finding.slice(1);
}

export function RouteSteps({ hypothesis }: { readonly hypothesis: Hypothesis }): ReactNode {
  const { state, model, messages } = useExplorer();
  return (
    <ol className={css['steps']}>
      {hypothesisContent(hypothesis, model).route.map(({ step, claim }) => (
        <li key={step}>
          <StateLink action={{ type: 'select', selection: { kind: 'claim', id: claim.id } }} current={state.selection?.id === claim.id}>
            <Sci text={claimSentence(claim, model, messages, 'short')} />
          </StateLink>
        </li>
      ))}
    </ol>
  );
}

/** The parts below the statement, used both on the overview of a lit route and on the hypothesis's own card. */
export function HypothesisBody({ hypothesis }: { readonly hypothesis: Hypothesis }): ReactNode {
  const words = useExplorer().messages.panel.hypothesis;
  return (
    <>
      <Section title={words.support} aside={hypothesis.supporting.length}>
        <ArgumentRows items={hypothesis.supporting} />
      </Section>
      <Section title={words.against} aside={hypothesis.contradicting.length}>
        <ArgumentRows items={hypothesis.contradicting} />
      </Section>
      <Section title={words.predictions}>
        <ul className={css['rows']}>
          {hypothesis.predictions.map((prediction) => (
            <li key={prediction}>
              <Prose text={prediction} />
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}

export function HypothesisCard({ hypothesis }: { readonly hypothesis: Hypothesis }): ReactNode {
  const { state, model, messages } = useExplorer();
  const words = messages.panel.hypothesis;
  const lit = state.lit.some((id) => id === hypothesis.id);
  const content = hypothesisContent(hypothesis, model);
  return (
    <>
      <h1 className={css['title']}>{hypothesis.name}</h1>
      <p className={css['text']}>
        <Prose text={hypothesis.statement} />
      </p>
      <p className={css['faint']}>{words.members(content.route.length + content.beside.length)}</p>
      {lit ? (
        <p className={css['faint']}>{words.lit}</p>
      ) : (
        <StateLink className={css['button'] ?? ''} action={{ type: 'light', hypothesis: hypothesis.id }}>
          {words.light}
        </StateLink>
      )}
      {hypothesis.route.length > 0 && (
        <Section title={messages.panel.routes.steps}>
          <RouteSteps hypothesis={hypothesis} />
        </Section>
      )}
      {content.beside.length > 0 && (
        <Section title={messages.panel.hypothesis.beside} aside={content.beside.length}>
          <ClaimRows claims={content.beside} />
        </Section>
      )}
      <HypothesisBody hypothesis={hypothesis} />
    </>
  );
}

/** Two explanations held against each other. */
export function ComparisonCard({ pair }: { readonly pair: PairContent }): ReactNode {
  const { messages } = useExplorer();
  const words = messages.panel;
  const { a, b } = pair;
  const groups = [
    { title: words.routes.shared, claims: pair.shared },
    { title: words.routes.only(a.short), claims: pair.onlyA },
    { title: words.routes.only(b.short), claims: pair.onlyB },
  ];
  return (
    <>
      <h1 className={css['title']}>{words.routes.comparing(a.short, b.short)}</h1>
      {[a, b].map((item) => (
        <p key={item.id} className={css['text']}>
          <RecordLink selection={{ kind: 'hypothesis', id: item.id }}>{item.name}</RecordLink>: <Sci text={item.statement} />
        </p>
      ))}
      {[a, b].map((item) => (
        <Section key={item.id} title={item.short}>
          <h3 className={css['sub']}>{words.hypothesis.predictions}</h3>
          <Rows>
            {item.predictions.map((prediction) => (
              <Prose key={prediction} text={prediction} />
            ))}
          </Rows>
          <ArgumentFold title={words.hypothesis.support} items={item.supporting} />
          <ArgumentFold title={words.hypothesis.against} items={item.contradicting} />
        </Section>
      ))}
      {groups.map(({ title, claims }) => (
        <Section key={title} title={title} aside={words.routes.counts(claims.length)}>
          <ClaimRows claims={claims} />
        </Section>
      ))}
    </>
  );
}
