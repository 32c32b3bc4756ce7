/** The card of a kind of cell, or of the whole circuit while none is chosen. */
import type { ReactNode } from 'react';
import { changeWords, percentWords, rateWords, sendsWords } from '../../describe/circuit';
import { circuit as circuitWords } from '../../describe/messages/en/circuit';
import { numberWords } from '../../describe/plate';
import { Sci } from '../../design/sci';
import { chosenCell, enterSynapse, receptorEntity, synapseOf, visitCell } from '../../explorer/circuit';
import { parameterOf } from '../../explorer/bench';
import { claimOf, entityOf, recordOf } from '../../explorer/lookup';
import { SUBUNITS, type Circuit, type CircuitCell } from '../../model/schema';
import claims from '../claims/claims.module.css';
import { Overview } from '../claims/overview';
import { EntityLink, Prose, RecordLink, Section } from '../claims/parts';
import { useExplorer } from '../shared/explorer-context';
import { StateLink } from '../shared/state-link';
import { useWords } from '../shared/use-words';
import { Fact } from '../synapse/fact';
import css from './panel.module.css';
import { Marks } from './marks';
import { CircuitPanel, Connections } from './overview';
import { resultsOf } from './results';
import { claimLabel } from '../../describe/sentences';
import { useCircuitRun } from './use-circuit';

export function CircuitCard({ id }: { readonly id: string }): ReactNode {
  const { state, model } = useExplorer();
  const circuit = recordOf(model, 'circuit', id);
  if (circuit === undefined) return <Overview />;
  const cell = chosenCell(circuit, state);
  return cell === undefined ? <CircuitPanel circuit={circuit} count={model.circuits.length} /> : <CellCard circuit={circuit} cell={cell} />;
}

/** Which part of a pyramidal cell a pool of the simulation lies on: its id reads "pyr.tuft.synaptic.2A". */
const siteOf = (pool: string): 'tuft' | 'soma' => (pool.split('.')[1] === 'tuft' ? 'tuft' : 'soma');

function CellCard({ circuit, cell }: { readonly circuit: Circuit; readonly cell: CircuitCell }): ReactNode {
  const { state, model, messages } = useExplorer();
  const words = useWords(circuitWords);
  const { card } = words;
  const run = useCircuitRun();
  const shown = run.shown?.model === circuit.model ? run.shown : null;
  const result = resultsOf(shown).get(cell.id);
  const count = parameterOf(model, cell.count);
  const entity = cell.entity === undefined ? undefined : entityOf(model, cell.entity);
  const receptor = receptorEntity(model, circuit, cell);
  const receptorRecord = receptor === undefined ? undefined : entityOf(model, receptor);
  const synapse = synapseOf(model, cell, state);
  const block = shown?.model === 'prefrontal' ? shown.run.block.filter(({ pool }) => pool.startsWith(`${cell.id}.`)) : [];
  const known = [
    ...new Set(circuit.connections.filter(({ from, to }) => from === cell.id || to === cell.id).flatMap((item) => item.claims)),
  ];
  return (
    <div className={css['panel']} data-card={cell.id}>
      <p className={claims['where']}>
        {circuit.title} · <StateLink action={visitCell(state, circuit, null)}>{card.back}</StateLink>
      </p>
      <h1 className={claims['title']}>
        <Sci text={cell.name} />
      </h1>
      <p className={claims['text']}>
        <Prose text={cell.about} />
      </p>
      <dl className={claims['facts']}>
        <dt>{card.place}</dt>
        <dd>{cell.place}</dd>
        <dt>{card.shape}</dt>
        <dd>{card.shapes[cell.shape]}</dd>
        <dt>{card.sends}</dt>
        <dd>{sendsWords(circuit, cell, words, messages.speech.list)}</dd>
        {result !== undefined && (
          <>
            <dt>{card.rate}</dt>
            <dd>
              {words.perS(rateWords(result.before_Hz))} → <b>{words.perS(rateWords(result.with_Hz))}</b> (
              {changeWords(result.before_Hz, result.with_Hz)} %)
              <br />
              <span className={claims['faint']}>{run.ready ? words.model : words.old}</span>
            </dd>
          </>
        )}
      </dl>
      {count !== undefined && (
        <p>
          <Fact parameter={count} />
        </p>
      )}
      {(synapse !== undefined || receptorRecord !== undefined || block.length > 0) && (
        <Section title={card.receptors}>
          {block.length > 0 && (
            <ul className={css['marks']}>
              {block.map(({ pool, kind, subunit, share, reached }) => (
                <li key={pool}>
                  <span>
                    <StateLink
                      action={enterSynapse(
                        model,
                        circuit,
                        cell,
                        state,
                        SUBUNITS.find((known) => known === subunit),
                      )}
                    >
                      {card.block(subunit, card.kinds[kind], cell.shape === 'pyramidal' ? card.sites[siteOf(pool)] : null)}
                    </StateLink>
                    {card.blocked(percentWords(share))}
                    {!reached && <span className={claims['faint']}> {card.notReached}</span>}
                  </span>
                </li>
              ))}
            </ul>
          )}
          {synapse !== undefined && (
            <p>
              <StateLink action={enterSynapse(model, circuit, cell, state)} className={claims['button'] ?? ''}>
                {card.synapse}
              </StateLink>
              <span className={claims['faint']}>
                {' '}
                {synapse.rate_Hz === null
                  ? card.synapseOnly(synapse.subunit)
                  : card.synapseNote(synapse.subunit, numberWords(synapse.rate_Hz))}
                {block.length > 0 && ` ${card.synapseEach}`}
              </span>
            </p>
          )}
          {receptorRecord !== undefined && <EntityLink entity={receptorRecord} />}
        </Section>
      )}
      {synapse === undefined && <p className={claims['faint']}>{card.noSynapse}</p>}
      <Marks circuit={circuit} marks={circuit.firingMarks.filter((mark) => mark.cell === cell.id)} />
      <Connections circuit={circuit} cell={cell.id} />
      {entity !== undefined && (
        <Section title={card.claims}>
          <EntityLink entity={entity} />
          <ul className={claims['rows']}>
            {known.map((id) => {
              const claim = claimOf(model, id);
              return claim === undefined ? null : (
                <li key={id}>
                  <RecordLink selection={{ kind: 'claim', id }}>
                    <Sci text={claimLabel(claim, model, messages)} />
                  </RecordLink>
                </li>
              );
            })}
          </ul>
          <p>
            <StateLink
              action={[
                { type: 'goTo', level: 'cell' },
                { type: 'select', selection: { kind: 'entity', id: entity.id } },
              ]}
            >
              {card.map}
            </StateLink>
          </p>
        </Section>
      )}
    </div>
  );
}
