/** The panel of the person level: what the outcome says, the evidence with the chosen control first, and safety with as many rows. */
import type { ReactNode } from 'react';
import { armsText, briefInterval, sizeText, timeText, type PersonWords } from '../../describe/person';
import { capital } from '../../describe/names';
import { person } from '../../describe/messages/en/person';
import { Sci } from '../../design/sci';
import type { PageScene } from '../../explorer/page-scene';
import { isChosen, marksOf, measuredAt, outcomeView, type Choice, type Mark } from '../../explorer/person';
import { RECORD_KINDS } from '../../explorer/state';
import css from '../claims/claims.module.css';
import { Prose, RecordLink, Section, Sources } from '../claims/parts';
import { useExplorer } from '../shared/explorer-context';
import { useWords } from '../shared/use-words';
import { Square } from './mark-shape';
import ink from './marks.module.css';
import sheet from './panel.module.css';

/** Rows of evidence and of safety: the same number. */
const ROWS = 5;
/** Kinds of record that the level is made of. */
const IN_VIEW = ['curve', 'safety', 'inflammation', 'drugModel'] as const;

export function PersonOverview({ scene }: { readonly scene: PageScene }): ReactNode {
  const { state, model } = useExplorer();
  const words = useWords(person);
  const { outcome } = state.places;
  // What an outcome comes to stands in the pack, as a rule for reading its records.
  const told = model.conventions.find(({ id }) => id === `person.${outcome}`);
  return (
    <>
      <h1 className={css['title']}>
        <Sci text={told?.name ?? words.overview.fallback(words.outcomes[outcome])} />
      </h1>
      {told !== undefined && (
        <p className={css['text']}>
          <Prose text={told.text} />{' '}
          {told.references !== undefined && (
            <span className={css['faint']}>
              <Sources ids={told.references} />
            </span>
          )}
        </p>
      )}
      {outcome !== 'inflammation' && <Evidence />}
      <SafetyRows />
      <p className={sheet['panelNote']}>
        {words.explains} {words.crisis}
      </p>
      {outcome !== 'inflammation' && <Then />}
      <p className={css['faint']}>{words.overview.illustrative}</p>
      <InView scene={scene} />
    </>
  );
}

function useMarks(): { readonly marks: readonly Mark[]; readonly choice: Choice } {
  const { state, model } = useExplorer();
  const { outcome, arm, population } = state.places;
  return { marks: outcome === 'inflammation' ? [] : marksOf(outcomeView(model, outcome)), choice: { arm, population } };
}

/** Trials of the chosen control first; among them pooled results and those with an interval, since they say most. */
function Evidence(): ReactNode {
  const { messages } = useExplorer();
  const words = useWords(person);
  const { marks, choice } = useMarks();
  const chosen = marks.filter((mark) => isChosen(mark, choice));
  const rows = marks.toSorted((a, b) => weight(b, choice) - weight(a, choice));
  const shown = spread(rows, choice);
  const more = rows.filter((mark) => !shown.includes(mark));
  const counted = tally(chosen, words, messages.speech.list);
  return (
    <Section title={words.overview.evidence} aside={chosen.length}>
      <p className={css['faint']}>
        {choice.arm === 'all' ? capital(counted) : words.overview.tallyOf(words.armsLong[choice.arm], counted)}
      </p>
      <Tally marks={chosen} />
      <ul className={sheet['list']}>
        {shown.map((mark) => (
          <EvidenceRow key={mark.id} mark={mark} chosen={isChosen(mark, choice)} />
        ))}
      </ul>
      {more.length > 0 && (
        <details className={css['more']}>
          <summary>{words.overview.more(more.length)}</summary>
          <ul className={sheet['list']}>
            {more.map((mark) => (
              <EvidenceRow key={mark.id} mark={mark} chosen={isChosen(mark, choice)} />
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}

function weight(mark: Mark, choice: Choice): number {
  return (
    (isChosen(mark, choice) ? 100 : 0) +
    (mark.basis === 'pooled' && mark.up !== null ? 8 : 0) +
    (mark.low === null ? 0 : 4) +
    (mark.up === null ? 0 : 2)
  );
}

/** The first rows, of which a failure is always one where there is any: five rows of success would be a selection. */
function spread(rows: readonly Mark[], choice: Choice): readonly Mark[] {
  const first = rows.slice(0, ROWS);
  const failures = rows.filter((mark) => mark.failed && (choice.arm === 'all' || isChosen(mark, choice)));
  const wanted = choice.arm === 'all' ? 2 : 1;
  const missing = failures
    .filter((mark) => !first.includes(mark))
    .slice(0, Math.max(0, wanted - first.filter((mark) => mark.failed).length));
  return [...first.slice(0, ROWS - missing.length), ...missing];
}

/** Counts of results that separated, that did not, that do not say, and that had nothing to separate from. */
function tally(marks: readonly Mark[], words: PersonWords, list: (items: readonly string[]) => string): string {
  const compared = marks.filter(({ effect }) => effect.controls.length > 0);
  const count = (separated: boolean | null): number => compared.filter(({ effect }) => effect.separated === separated).length;
  const { yes, no, untold, alone } = words.overview;
  const lone = marks.length - compared.length;
  return list([
    ...(compared.length === 0 ? [] : [yes(count(true)), no(count(false))]),
    ...(count(null) === 0 ? [] : [untold(count(null))]),
    ...(lone === 0 ? [] : [alone(lone)]),
  ]);
}

const SQUARE = 8;
const A_ROW = 34;

/** One square a result: those that separated, those that did not, those that do not say. None is left out. */
function Tally({ marks }: { readonly marks: readonly Mark[] }): ReactNode {
  const order = [true, false, null] as const;
  const sorted = order.flatMap((separated) => marks.filter(({ effect }) => effect.separated === separated));
  const rows = Math.ceil(sorted.length / A_ROW);
  return (
    <svg
      width={A_ROW * SQUARE}
      height={rows * SQUARE + 6}
      aria-hidden="true"
      className={ink['mark']}
      data-tone="full"
      data-tally={sorted.length}
    >
      {sorted.map((mark, index) => (
        <Square
          key={mark.id}
          x={(index % A_ROW) * SQUARE + 4}
          y={Math.floor(index / A_ROW) * SQUARE + 5}
          side={5}
          separated={mark.effect.separated}
          alone={mark.effect.controls.length === 0}
        />
      ))}
    </svg>
  );
}

function EvidenceRow({ mark, chosen }: { readonly mark: Mark; readonly chosen: boolean }): ReactNode {
  const { messages } = useExplorer();
  const words = useWords(person);
  const size = sizeText(mark, words) ?? armsText(mark, words) ?? mark.effect.told;
  const facts = [
    [size ?? words.result[mark.effect.separated === false ? 'no' : 'untold'], briefInterval(mark, words)]
      .filter((part) => part !== null)
      .join(' '),
    timeText(mark, words, messages),
  ];
  return (
    <li>
      <RecordLink selection={{ kind: 'curve', id: mark.curve.id }} className={sheet['row'] ?? ''}>
        <svg width="12" height="12" aria-hidden="true" className={ink['mark']} data-tone={chosen || mark.failed ? 'full' : 'rest'}>
          <Square x={6} y={6} side={8} separated={mark.effect.separated} alone={mark.effect.controls.length === 0} />
        </svg>
        <span>
          <b>{capital(mark.effect.name)}</b> <span className={css['faint']}>{facts.join(', ')}</span>
          {mark.effect.check === 'unchecked' && <span className={css['unchecked']}> {words.key.unchecked}</span>}
          <span className="visually-hidden">
            , {words.result[mark.effect.separated === null ? 'untold' : mark.effect.separated ? 'yes' : 'no']}
          </span>
        </span>
      </RecordLink>
    </li>
  );
}

function SafetyRows(): ReactNode {
  const { model } = useExplorer();
  const words = useWords(person).safety;
  // A rule for this page is no risk.
  const risks = model.safety.filter(({ severity }) => severity !== 'product');
  const first = risks.slice(0, ROWS);
  const row = ({ id, topic, severity, check }: (typeof risks)[number]): ReactNode => (
    <li key={id}>
      <RecordLink selection={{ kind: 'safety', id }} className={sheet['row'] ?? ''}>
        <span className={sheet['bullet']} aria-hidden="true" />
        <span>
          <b>{topic}</b> <span className={css['faint']}>{severity}</span>
          {check === 'unchecked' && <span className={css['unchecked']}> {words.unchecked}</span>}
        </span>
      </RecordLink>
    </li>
  );
  return (
    <Section title={words.title} aside={words.equal}>
      <ul className={sheet['list']}>{first.map(row)}</ul>
      <details className={css['more']}>
        <summary>{words.all(risks.length)}</summary>
        <ul className={sheet['list']}>{risks.slice(ROWS).map(row)}</ul>
      </details>
    </Section>
  );
}

/** What was measured at the time of the playhead. */
function Then(): ReactNode {
  const { state } = useExplorer();
  const words = useWords(person).overview;
  const { marks, choice } = useMarks();
  const now = marks.filter((mark) => measuredAt(mark, state.when));
  return (
    <Section title={words.now} aside={now.length}>
      {now.length === 0 ? (
        <p className={css['faint']}>{words.nowNone}</p>
      ) : (
        <ul className={sheet['list']}>
          {now.map((mark) => (
            <EvidenceRow key={mark.id} mark={mark} chosen={isChosen(mark, choice)} />
          ))}
        </ul>
      )}
    </Section>
  );
}

/** Every record of the level, by kind. */
function InView({ scene }: { readonly scene: PageScene }): ReactNode {
  const { messages, model } = useExplorer();
  const words = useWords(person);
  const kinds = IN_VIEW.map((kind) => ({ kind, items: scene.items.filter((item) => item.selection.kind === kind) })).filter(
    ({ items }) => items.length > 0,
  );
  return (
    <Section title={messages.panel.inView.title} aside={scene.items.length}>
      {kinds.map(({ kind, items }) => (
        <details key={kind} className={css['more']}>
          <summary>
            {words.kinds[kind]} ({items.length})
          </summary>
          <ul>
            {items.map((item) => (
              <li key={item.selection.id}>
                <RecordLink selection={item.selection} className={css['record'] ?? ''}>
                  <Sci text={item.name} />
                </RecordLink>
              </li>
            ))}
          </ul>
        </details>
      ))}
      {model.metabolites.length > 0 && (
        <details className={css['more']}>
          <summary>
            {words.kinds.metabolite} ({model.metabolites.length})
          </summary>
          <ul>
            {model[RECORD_KINDS.metabolite].map(({ id, statement, direction }) => (
              <li key={id}>
                <RecordLink selection={{ kind: 'metabolite', id }} className={css['record'] ?? ''}>
                  <span>
                    <Sci text={statement} /> <span className={css['faint']}>{direction}</span>
                  </span>
                </RecordLink>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}
