/** Cards of the brain level: a region with everything the pack holds about it, and one finding with what speaks against it. */
import type { ReactNode } from 'react';
import { windowText } from '../../../describe/brain';
import { brain } from '../../../describe/messages/en/brain';
import { capital } from '../../../describe/names';
import { StrengthLine } from '../../../design/evidence-marks';
import { Sci } from '../../../design/sci';
import { againstOf, hitsAt, speciesOf, strengthOfFinding, widerThan } from '../../../explorer/brain';
import { recordOf } from '../../../explorer/lookup';
import type { Region, RegionFinding } from '../../../model/schema';
import css from '../../claims/claims.module.css';
import { Overview } from '../../claims/overview';
import { Prose, RecordLink, Section, Sources } from '../../claims/parts';
import { useExplorer } from '../../shared/explorer-context';
import { StateLink } from '../../shared/state-link';
import { useWords } from '../../shared/use-words';
import { AtlasFacts } from './atlas-facts';
import own from './findings.module.css';
import { SignMark } from './labels';

type CardProps = { readonly id: string };

export function RegionCard({ id }: CardProps): ReactNode {
  const { model, messages } = useExplorer();
  const words = useWords(brain);
  const region = recordOf(model, 'region', id);
  if (region === undefined) return <Overview />;
  const hits = hitsAt(model, region, null);
  const findings = [...new Set(hits.map(({ finding }) => finding))];
  const wider = widerThan(model, region).map((other) => ({
    other,
    findings: [...new Set(hitsAt(model, other, null).map(({ finding }) => finding))],
  }));
  return (
    <>
      <p className={css['where']}>{words.card.inBrain(words.card.kinds[region.extent], words.speciesMany[region.species])}</p>
      <h1 className={css['title']}>{region.name}</h1>
      <p className={css['text']}>
        <Prose text={region.about} />
      </p>
      <Inwards region={region} />
      <Section title={words.card.seen} aside={findings.length}>
        {findings.length === 0 ? <p className={css['faint']}>{words.card.none}</p> : <Findings findings={findings} region={region} />}
      </Section>
      {wider.some((item) => item.findings.length > 0) && (
        <Section title={words.card.wider}>
          {wider.map((item) =>
            item.findings.length === 0 ? null : (
              <div key={item.other.id}>
                <p>
                  <RecordLink selection={{ kind: 'region', id: item.other.id }}>{item.other.name}</RecordLink>
                </p>
                <Findings findings={item.findings} region={item.other} />
              </div>
            ),
          )}
        </Section>
      )}
      {region.identifiers.length > 0 && (
        <Section title={words.card.identifiers}>
          <ul className={css['rows']}>
            {region.identifiers.map(({ value, check }) => (
              <li key={value}>
                {value} <span className={check === 'unchecked' ? css['unchecked'] : css['faint']}>{messages.quantities[check]}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {region.species === 'human' && <AtlasFacts parts={region.drawn} />}
    </>
  );
}

/** From a place of the brain to the circuit that lies in it, or into the cell. */
function Inwards({ region }: { readonly region: Region }): ReactNode {
  const { model } = useExplorer();
  const words = useWords(brain).card;
  const circuit: string | undefined = region.circuit;
  const named = circuit === 'prefrontal' || circuit === 'habenula' ? words.circuit[circuit] : words.circuitOther;
  const hippocampus = region.drawn.includes('hippocampus');
  const route = model.hypotheses.find(({ id }) => id === 'eEF2K-spontaneous');
  if (circuit === undefined && !(hippocampus && route !== undefined)) return null;
  return (
    <p className={own['links']}>
      {circuit !== undefined && (
        <StateLink action={[{ type: 'clearSelection' }, { type: 'setPlaces', places: { circuit } }, { type: 'goTo', level: 'circuit' }]}>
          {named}
        </StateLink>
      )}
      {hippocampus && route !== undefined && (
        <StateLink action={[{ type: 'clearSelection' }, { type: 'light', hypothesis: route.id }, { type: 'goTo', level: 'cell' }]}>
          {words.cell}: {route.name}
        </StateLink>
      )}
    </p>
  );
}

/** Findings one below the other; one that others disagree with stands beside them. */
function Findings({ findings, region }: { readonly findings: readonly RegionFinding[]; readonly region: Region }): ReactNode {
  const { model } = useExplorer();
  const words = useWords(brain);
  return (
    <ul className={css['rows']}>
      {findings.map((finding) => {
        const against = againstOf(model, finding);
        return (
          <li key={finding.id}>
            {against.length === 0 ? (
              <FindingLine finding={finding} region={region} />
            ) : (
              <div className={own['pair']}>
                <div>
                  <FindingLine finding={finding} region={region} />
                </div>
                <div>
                  <p className={css['faint']}>{words.card.against}</p>
                  {against.map((other) => (
                    <FindingLine key={other.id} finding={other} region={null} other={speciesOf(other) !== region.species} />
                  ))}
                </div>
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function FindingLine({
  finding,
  region,
  other = false,
}: {
  readonly finding: RegionFinding;
  readonly region: Region | null;
  readonly other?: boolean;
}): ReactNode {
  const { model } = useExplorer();
  const words = useWords(brain);
  const strength = strengthOfFinding(model, finding);
  const results = finding.results.filter(({ places }) => region === null || places.some((id) => id === region.id));
  return (
    <>
      {results.map((result) => (
        <RecordLink key={result.says} selection={{ kind: 'finding', id: finding.id }} className={own['row'] ?? ''}>
          <SignMark sign={result.sign} />
          <span>
            <b>
              <Sci text={capital(result.says)} />
            </b>{' '}
            <span className={css['faint']}>
              {finding.species}
              {other && ` (${words.card.otherAnimal})`}, {finding.time}
            </span>
          </span>
        </RecordLink>
      ))}
      <p className={own['evidence']}>
        <StrengthLine strength={strength} width={24} /> {words.strength[strength]}, <Sources ids={finding.references} />
      </p>
    </>
  );
}

export function FindingCard({ id }: CardProps): ReactNode {
  const { model, messages } = useExplorer();
  const words = useWords(brain);
  const finding = recordOf(model, 'finding', id);
  if (finding === undefined) return <Overview />;
  const strength = strengthOfFinding(model, finding);
  const against = againstOf(model, finding);
  const species = speciesOf(finding);
  const facts: readonly (readonly [string, string])[] = [
    [words.card.method, finding.method],
    [words.card.species, finding.species],
    [words.card.who, finding.model],
    [words.card.dose, finding.dose],
    [words.card.time, finding.time],
    [words.card.window, windowText(finding, words, messages)],
  ];
  return (
    <>
      <p className={css['where']}>
        {words.card.inBrain(words.card.finding, species === null ? finding.species : words.speciesMany[species])}
      </p>
      <h1 className={css['title']}>
        <Sci text={capital(finding.region)} />
      </h1>
      <p className={css['text']}>
        <Prose text={capital(finding.effect)} />
      </p>
      <ul className={css['rows']}>
        {finding.results.map((result) => (
          <li key={result.says}>
            <span className={own['direction']}>
              <SignMark sign={result.sign} /> <b>{words.measures[result.measure]}</b> {words.sign[result.sign]}
            </span>{' '}
            {result.places.map((place, index) => (
              <span key={place}>
                {index > 0 && ', '}
                <RecordLink selection={{ kind: 'region', id: place }}>{recordOf(model, 'region', place)?.name ?? place}</RecordLink>
              </span>
            ))}
          </li>
        ))}
      </ul>
      <dl className={css['facts']}>
        {facts.map(([name, value]) => (
          <div key={name} className={own['fact']}>
            <dt>{name}</dt>
            <dd>
              <Prose text={capital(value)} />
            </dd>
          </div>
        ))}
        <div className={own['fact']}>
          <dt>{words.card.strength}</dt>
          <dd>
            <span className={own['direction']}>
              <StrengthLine strength={strength} width={30} /> {words.strength[strength]}
            </span>
          </dd>
        </div>
        {finding.uberon !== undefined && (
          <div className={own['fact']}>
            <dt>{words.card.uberonOf}</dt>
            <dd>
              {finding.uberon}{' '}
              <span className={finding.uberonCheck === 'checked' ? css['faint'] : css['unchecked']}>
                {messages.quantities[finding.uberonCheck ?? 'unchecked']}
              </span>
            </dd>
          </div>
        )}
      </dl>
      <Section title={words.card.against} aside={against.length}>
        {against.length === 0 ? (
          <p className={css['faint']}>{words.card.noneAgainst}</p>
        ) : (
          <div className={own['pair']}>
            <div>
              <p className={css['faint']}>{words.card.forIt}</p>
              <FindingLine finding={finding} region={null} />
            </div>
            <div>
              <p className={css['faint']}>{words.card.against}</p>
              {against.map((other) => (
                <FindingLine key={other.id} finding={other} region={null} other={speciesOf(other) !== species} />
              ))}
            </div>
          </div>
        )}
      </Section>
      {finding.note !== undefined && (
        <Section title={words.card.note}>
          <p>
            <Prose text={capital(finding.note)} />
          </p>
        </Section>
      )}
      <Section title={words.card.sources} aside={messages.quantities[finding.check]}>
        <p>
          <Sources ids={finding.references} />
        </p>
      </Section>
    </>
  );
}
