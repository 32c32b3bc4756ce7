/** Cards of the records that the person level is made of: published results, risks, markers, drug models, metabolites. */
import type { ReactNode } from 'react';
import { capital } from '../../describe/names';
import { markFacts } from '../../describe/person';
import { person } from '../../describe/messages/en/person';
import { Sci } from '../../design/sci';
import { recordOf } from '../../explorer/lookup';
import { marksOf, outcomesOf, outcomeView, type Mark } from '../../explorer/person';
import type { ResponseCurve } from '../../model/schema';
import css from '../claims/claims.module.css';
import { Prose, Section, Sources } from '../claims/parts';
import { Overview } from '../claims/overview';
import { useExplorer } from '../shared/explorer-context';
import { useWords } from '../shared/use-words';
import { Square } from './mark-shape';
import ink from './marks.module.css';
import sheet from './panel.module.css';

type CardProps = { readonly id: string };
type Fact = readonly [name: string, value: string | undefined];

function Facts({ facts }: { readonly facts: readonly Fact[] }): ReactNode {
  return (
    <dl className={css['facts']}>
      {facts.map(([name, value]) =>
        value === undefined || value === '' ? null : (
          <div key={name} className={sheet['fact']}>
            <dt>{name}</dt>
            <dd>
              <Prose text={value} />
            </dd>
          </div>
        ),
      )}
    </dl>
  );
}

/** Title, kind, and at the foot the sources and whether they were read. */
function Card(props: {
  readonly kind: string;
  readonly title: string;
  readonly lead?: string | undefined;
  readonly facts: readonly Fact[];
  readonly references: readonly string[];
  readonly check: 'checked' | 'unchecked';
  readonly note?: string | undefined;
  readonly children?: ReactNode;
}): ReactNode {
  const words = useWords(person);
  return (
    <>
      <p className={css['where']}>{props.kind}</p>
      <h1 className={css['title']}>
        <Sci text={props.title} />
      </h1>
      {props.lead !== undefined && (
        <p className={css['text']}>
          <Prose text={props.lead} />
        </p>
      )}
      <Facts facts={props.facts} />
      {props.children}
      {props.note !== undefined && (
        <Section title={words.card.note}>
          <p>
            <Prose text={capital(props.note)} />
          </p>
        </Section>
      )}
      <Section title={words.card.sources} aside={props.check === 'checked' ? words.checked : words.key.unchecked}>
        {props.references.length === 0 ? (
          <p className={css['faint']}>{words.card.noSource}</p>
        ) : (
          <p>
            <Sources ids={props.references} />
          </p>
        )}
      </Section>
      <p className={sheet['panelNote']}>{words.explains}</p>
    </>
  );
}

function useCurveMarks(curve: ResponseCurve): readonly Mark[] {
  const { model } = useExplorer();
  return outcomesOf(model).flatMap((outcome) => marksOf(outcomeView(model, outcome)).filter((mark) => mark.curve.id === curve.id));
}

export function CurveCard({ id }: CardProps): ReactNode {
  const { model } = useExplorer();
  const curve = recordOf(model, 'curve', id);
  return curve === undefined ? <Overview /> : <Curve curve={curve} />;
}

function Curve({ curve }: { readonly curve: ResponseCurve }): ReactNode {
  const { messages } = useExplorer();
  const words = useWords(person);
  const marks = useCurveMarks(curve);
  const basis = curve.basis === 'illustration' ? words.card.illustration : curve.basis === 'described' ? words.card.described : undefined;
  return (
    <Card
      kind={words.kinds.curve}
      title={curve.title}
      lead={basis}
      facts={[
        [words.card.scale, curve.scale],
        [words.card.design, curve.design],
      ]}
      references={curve.references}
      check={curve.check}
      note={curve.note}
    >
      {marks.length > 0 && (
        <Section title={words.card.results} aside={marks.length}>
          <ul className={css['rows']}>
            {marks.map((mark) => (
              <li key={mark.id} className={sheet['result']}>
                <svg width="12" height="12" aria-hidden="true" className={ink['mark']} data-tone="full">
                  <Square x={6} y={6} side={8} separated={mark.effect.separated} alone={mark.effect.controls.length === 0} />
                </svg>
                <span>
                  <b>
                    {words.outcomes[mark.effect.outcome]}, {mark.effect.name}
                  </b>{' '}
                  {markFacts(mark, words, messages).join(', ')}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={words.card.points} aside={curve.points.length}>
        <ul className={css['rows']}>
          {curve.points.map((point) => (
            <li key={`${point.t}${point.tMin}`}>
              <b>{point.t}</b> <span className={css['faint']}>{pointText(point)}</span>
            </li>
          ))}
        </ul>
      </Section>
    </Card>
  );
}

/** A point as its record has it: every column but the time, which stands before it. */
function pointText(point: ResponseCurve['points'][number]): string {
  return Object.entries(point)
    .filter(([key, value]) => key !== 't' && key !== 'tMin' && value !== null)
    .map(([key, value]) => (key === 'text' ? String(value) : `${key} ${Array.isArray(value) ? value.join(' to ') : String(value)}`))
    .join(', ')
    .replaceAll('-', '\u2212');
}

export function SafetyCard({ id }: CardProps): ReactNode {
  const { model } = useExplorer();
  const words = useWords(person);
  const note = recordOf(model, 'safety', id);
  if (note === undefined) return <Overview />;
  return (
    <Card
      kind={note.severity === 'product' ? words.card.product : words.safety.title}
      title={note.topic}
      lead={note.fact}
      facts={[[words.safety.severity, note.severity]]}
      references={note.references}
      check={note.check}
      note={note.note}
    >
      <p className={sheet['panelNote']}>{words.crisis}</p>
    </Card>
  );
}

export function InflammationCard({ id }: CardProps): ReactNode {
  const { model } = useExplorer();
  const words = useWords(person);
  const finding = recordOf(model, 'inflammation', id);
  if (finding === undefined) return <Overview />;
  return (
    <Card
      kind={words.kinds.inflammation}
      title={finding.marker}
      lead={capital(finding.result)}
      facts={[
        [words.card.direction, finding.direction],
        [words.card.setting, finding.setting],
        [words.card.size, finding.size],
        [words.card.mood, finding.withMood === undefined ? undefined : words.inflammation.withMood[finding.withMood]],
        [words.card.strength, finding.strength],
      ]}
      references={finding.references}
      check={finding.check}
      note={finding.note}
    />
  );
}

export function DrugModelCard({ id }: CardProps): ReactNode {
  const { model } = useExplorer();
  const words = useWords(person);
  const drug = recordOf(model, 'drugModel', id);
  if (drug === undefined) return <Overview />;
  return (
    <Card
      kind={words.kinds.drugModel}
      title={capital(drug.name)}
      facts={[
        [words.card.role, drug.role],
        [words.card.analyte, drug.analyte],
        [words.card.species, drug.species],
        [words.card.population, drug.population],
      ]}
      references={drug.references}
      check={drug.check}
    >
      {drug.caveats.length > 0 && (
        <Section title={words.card.caveats}>
          <ul className={css['rows']}>
            {drug.caveats.map((caveat) => (
              <li key={caveat}>
                <Prose text={capital(caveat)} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Card>
  );
}

export function MetaboliteCard({ id }: CardProps): ReactNode {
  const { model } = useExplorer();
  const words = useWords(person);
  const finding = recordOf(model, 'metabolite', id);
  if (finding === undefined) return <Overview />;
  return (
    <Card
      kind={words.kinds.metabolite}
      title={finding.statement}
      facts={[
        [words.card.stance, finding.direction],
        [words.card.species, finding.species],
      ]}
      references={finding.references}
      check={finding.check}
      note={finding.note}
    />
  );
}
