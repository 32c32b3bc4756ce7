/** What the model gives, row by row with what was measured of the same cell. Nothing here is scripted: it is read from the run. */
import type { ReactNode } from 'react';
import { cellName, changeWords, lengthWords, percentWords, rateWords } from '../../describe/circuit';
import { circuit as circuitWords } from '../../describe/messages/en/circuit';
import { numberWords } from '../../describe/plate';
import type { Circuit, FiringMark } from '../../model/schema';
import claims from '../claims/claims.module.css';
import { Section } from '../claims/parts';
import { useExplorer } from '../shared/explorer-context';
import { StateLink } from '../shared/state-link';
import { useWords } from '../shared/use-words';
import css from './panel.module.css';
import { Marks, Wedge } from './marks';
import { Outcome } from './outcome';
import { resultsOf } from './results';
import type { CircuitShown, CircuitState, HabenulaShown, PrefrontalShown } from './run-store';
import { visitCell } from '../../explorer/circuit';

/** Longest bar of a change, px, and the change that fills it, %. */
const BAR = 34;
const FULL = 100;

export function Result({ circuit, run }: { readonly circuit: Circuit; readonly run: CircuitState }): ReactNode {
  const words = useWords(circuitWords);
  const shown = run.shown?.model === circuit.model ? run.shown : null;
  if (shown === null) return null;
  return (
    <Section title={words.result.title} aside={run.ready ? words.model : words.old}>
      <div data-result data-ready={run.ready} aria-live="polite">
        <Outcome circuit={circuit} run={run} />
        {shown.model === 'prefrontal' ? <Verdict circuit={circuit} shown={shown} /> : <Regime shown={shown} />}
      </div>
      <Rows circuit={circuit} shown={shown} />
      <p className={claims['faint']}>{words.result.chance}</p>
      <Marks circuit={circuit} marks={circuit.firingMarks} />
    </Section>
  );
}

function Verdict({ circuit, shown }: { readonly circuit: Circuit; readonly shown: PrefrontalShown }): ReactNode {
  const { messages } = useExplorer();
  const words = useWords(circuitWords);
  const { firstToFall, halfTimes_s } = shown.run;
  if (shown.request.ketamine_uM === 0) return <p className={css['verdict']}>{words.result.noDrug}</p>;
  if (shown.request.reaches.length === 0) return <p className={css['verdict']}>{words.result.notReached}</p>;
  const names = messages.speech.list(firstToFall.map((id) => cellName(circuit, id, words)));
  const time = halfTimes_s[firstToFall[0] ?? ''];
  return (
    <>
      <p className={css['verdict']} data-first={firstToFall.join(' ')}>
        {firstToFall.length === 0 ? words.result.none : firstToFall.length === 1 ? words.result.first(names) : words.result.together(names)}
        {time != null && <small>{words.result.after(numberWords(Math.round(time)))}</small>}
      </p>
      <p className={css['plain']}>{words.result.orderChosen}</p>
    </>
  );
}

function Regime({ shown }: { readonly shown: HabenulaShown }): ReactNode {
  const words = useWords(circuitWords).habenula;
  const { with: now, day, request } = shown;
  return (
    <>
      <p className={css['verdict']} data-regime={now.regime}>
        {words.state(words.regimes[now.regime], request.stress)}
        <small>{words.shares(percentWords(now.regimes.burst), percentWords(now.regimes.tonic), percentWords(now.regimes.silent))}</small>
      </p>
      <p>
        {words.blocked(percentWords(shown.blocked), lengthWords(shown.at_s))}{' '}
        {request.reached && (day.burstsReturn_s === null ? words.notBack : words.back(lengthWords(day.burstsReturn_s)))}{' '}
        {words.gone(lengthWords(day.drugGone_s))}
      </p>
      <p className={css['plain']}>{words.notReproduced}</p>
    </>
  );
}

function Rows({ circuit, shown }: { readonly circuit: Circuit; readonly shown: CircuitShown }): ReactNode {
  const { state } = useExplorer();
  const words = useWords(circuitWords);
  const results = resultsOf(shown);
  return (
    <table className={css['table']}>
      <caption>{shown.model === 'prefrontal' ? words.result.captionField : words.result.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.result.cell}</th>
          <th scope="col">{words.before}</th>
          <th scope="col">{words.with}</th>
          <th scope="col">{words.result.changeHead}</th>
          <th scope="col">{words.measured}</th>
        </tr>
      </thead>
      <tbody>
        {circuit.cells.map(({ id, short }) => {
          const result = results.get(id);
          if (result === undefined) return null;
          const { before_Hz, with_Hz } = result;
          return (
            <tr key={id} data-row={id}>
              <th scope="row">
                <StateLink action={visitCell(state, circuit, id)}>{short}</StateLink>
              </th>
              <td>{rateWords(before_Hz)}</td>
              <td>
                <b>{rateWords(with_Hz)}</b>
              </td>
              <td>
                <Change before={before_Hz} after={with_Hz} />
              </td>
              <td>
                <Wedges marks={circuit.firingMarks.filter((mark) => mark.cell === id)} />
              </td>
            </tr>
          );
        })}
        {shown.model === 'prefrontal' && (
          <tr data-row="field">
            <th scope="row">{words.result.gamma}</th>
            <td>{numberWords(Number(shown.run.before.gamma.toPrecision(2)))}</td>
            <td>
              <b>{numberWords(Number(shown.run.with.gamma.toPrecision(2)))}</b>
            </td>
            <td>
              <Change before={shown.run.before.gamma} after={shown.run.with.gamma} />
            </td>
            <td>
              <Wedges marks={circuit.firingMarks.filter(({ cell }) => cell === 'field')} />
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

/** The change as a bar from a middle line, and in per cent. */
function Change({ before, after }: { readonly before: number; readonly after: number }): ReactNode {
  const change = before > 0 ? Math.max(-1, Math.min(1, (after / before - 1) * (100 / FULL))) : 0;
  const length = Math.abs(change) * (BAR / 2);
  return (
    <span className={css['change']}>
      <svg width={BAR} height="12" aria-hidden="true">
        <rect x={BAR / 2 - (change < 0 ? length : 0)} y="3" width={length} height="6" />
        <path d={`M${BAR / 2} 0V12`} />
      </svg>
      {changeWords(before, after)} %
    </span>
  );
}

function Wedges({ marks }: { readonly marks: readonly FiringMark[] }): ReactNode {
  const words = useWords(circuitWords).marks;
  const told = { '+': words.up, '-': words.down, '0': words.same };
  return (
    <span className={css['wedges']}>
      {marks.map((mark) => {
        const [reference] = mark.references;
        const label = `${mark.measure}: ${told[mark.direction]}. ${mark.finding} ${mark.drug}, ${mark.species}`;
        return reference === undefined ? (
          <Wedge key={mark.id} direction={mark.direction} label={label} />
        ) : (
          <StateLink key={mark.id} action={{ type: 'select', selection: { kind: 'reference', id: reference } }} label={label}>
            <span data-mark={mark.id} title={label}>
              <Wedge direction={mark.direction} other={mark.drug !== 'ketamine'} />
            </span>
          </StateLink>
        );
      })}
    </span>
  );
}
