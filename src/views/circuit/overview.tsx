/** The panel of the circuit level: what the simulation gives, what was measured, the settings, and what the model leaves out. */
import type { ReactNode } from 'react';
import { connectionWords } from '../../describe/circuit';
import { circuit as circuitWords } from '../../describe/messages/en/circuit';
import { Button } from '../../design/button';
import { Sci } from '../../design/sci';
import { actOut, circuitOf, circuitRoute, litSetting, settingOf, visitCell } from '../../explorer/circuit';
import { hypothesisOf } from '../../explorer/lookup';
import { parameterOf } from '../../explorer/bench';
import type { PageScene } from '../../explorer/page-scene';
import type { Circuit } from '../../model/schema';
import claims from '../claims/claims.module.css';
import { Overview } from '../claims/overview';
import { Prose, Section, Sources } from '../claims/parts';
import { useExplorer } from '../shared/explorer-context';
import { StateLink } from '../shared/state-link';
import { useWords } from '../shared/use-words';
import { Fact } from '../synapse/fact';
import css from './panel.module.css';
import { Controls } from './controls';
import { Plots } from './plots';
import { Result } from './result';
import { Status } from './stage';
import { useCircuitRun } from './use-circuit';

export function CircuitOverview({ scene }: { readonly scene: PageScene }): ReactNode {
  const { state, model } = useExplorer();
  const circuit = circuitOf(model, state.places);
  return circuit === undefined ? <Overview /> : <CircuitPanel key={circuit.id} circuit={circuit} count={scene.items.length} />;
}

export function CircuitPanel({ circuit, count }: { readonly circuit: Circuit; readonly count: number }): ReactNode {
  const { state } = useExplorer();
  const words = useWords(circuitWords);
  const run = useCircuitRun();
  return (
    <div className={css['panel']}>
      <h1 className={claims['title']}>
        <Sci text={circuit.headline} />
      </h1>
      <p className={claims['text']}>
        <Prose text={circuit.intro} />
      </p>
      <LitRoute circuit={circuit} />
      <Status run={run} />
      <Result circuit={circuit} run={run} />
      <Section title={words.controls.title}>
        <Controls circuit={circuit} />
      </Section>
      <Plots circuit={circuit} run={run} />
      <p className={claims['faint']}>{words.strips}</p>
      <Section title={words.overview.inView} aside={circuit.cells.length}>
        <ul className={claims['rows']} data-in-view={count}>
          {circuit.cells.map(({ id, name, place }) => (
            <li key={id}>
              <StateLink action={visitCell(state, circuit, id)} className={claims['record'] ?? ''}>
                <span>
                  <Sci text={name} /> <span className={claims['faint']}>{place}</span>
                </span>
              </StateLink>
            </li>
          ))}
        </ul>
        <Connections circuit={circuit} />
      </Section>
      <Numbers circuit={circuit} />
      <Section title={words.overview.limits}>
        <ul className={claims['rows']}>
          {circuit.limits.map((limit) => (
            <li key={limit}>
              <Prose text={limit} />
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}

/** The lit explanation as steps of this circuit; says so when the numbers are for something else. */
function LitRoute({ circuit }: { readonly circuit: Circuit }): ReactNode {
  const { state, model, messages, dispatch } = useExplorer();
  const words = useWords(circuitWords);
  const { list } = messages.speech;
  const lit = litSetting(circuit, state.lit);
  const route = circuitRoute(circuit, state.lit);
  const setting = settingOf(circuit, state.places);
  const hypothesis = state.lit[0] === undefined ? undefined : hypothesisOf(model, state.lit[0]);
  if (lit === undefined || hypothesis === undefined) return null;
  const steps =
    route === null
      ? []
      : [
          words.route.block(list(route.block.map(({ short }) => short))),
          ...(route.weakened.length === 0
            ? []
            : [words.route.weakens(list(route.weakened.map((connection) => connectionWords(circuit, connection, words))))]),
          words.route.output(list(route.output.map(({ short }) => short))),
        ];
  return (
    <Section title={words.route.title} aside={hypothesis.short}>
      {steps.length === 0 ? (
        <p>{lit.about}</p>
      ) : (
        <ol className={css['steps']}>
          {steps.map((step, k) => (
            <li key={step}>
              <span aria-hidden="true">{k + 1}</span>
              {step}
            </li>
          ))}
        </ol>
      )}
      <p className={claims['faint']}>{words.route.asComputed}</p>
      {setting !== undefined && setting.id !== lit.id && (
        <p>
          {words.route.other(setting.name)} <Button onClick={() => dispatch(actOut(state, lit))}>{words.route.act}</Button>
        </p>
      )}
    </Section>
  );
}

export function Connections({ circuit, cell }: { readonly circuit: Circuit; readonly cell?: string }): ReactNode {
  const words = useWords(circuitWords);
  const shown = circuit.connections.filter(({ from, to }) => cell === undefined || from === cell || to === cell);
  return (
    <details className={claims['more']}>
      <summary>
        {words.overview.connections} ({shown.length})
      </summary>
      <ul className={css['marks']}>
        {shown.map((connection) => (
          <li key={connection.id} data-listed={connection.id}>
            <span>
              {connectionWords(circuit, connection, words)}{' '}
              <span className={claims['faint']}>
                {connection.receptors.join(', ')}
                {connection.note !== undefined && `. ${connection.note}`}
                {connection.references.length > 0 && (
                  <>
                    {' '}
                    <Sources ids={connection.references} />
                  </>
                )}
                {connection.check === 'unchecked' && ` (${words.marks.unchecked})`}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Numbers({ circuit }: { readonly circuit: Circuit }): ReactNode {
  const { model } = useExplorer();
  const words = useWords(circuitWords).overview;
  // The groups of a circuit's Parameters begin with its simulation's name in their ids.
  const prefix = circuit.model === 'habenula' ? 'habenula.' : 'network.';
  const parameters = model.parameters.filter(({ id }) => id.startsWith(prefix));
  const teaching = parameters.filter((parameter) => parameter.teaching === true).length;
  const named = circuit.cells.flatMap(({ count }) => parameterOf(model, count) ?? []);
  const rest = parameters.filter((parameter) => !named.includes(parameter));
  return (
    <Section title={words.how}>
      <p>{circuit.model === 'habenula' ? words.howHabenula : words.howPrefrontal}</p>
      <details className={claims['more']}>
        <summary>
          {words.numbers}: {words.teaching(teaching, parameters.length)}
        </summary>
        <ul className={css['marks']}>
          {[...named, ...rest].map((parameter) => (
            <li key={parameter.id}>
              <Fact parameter={parameter} />
            </li>
          ))}
        </ul>
      </details>
    </Section>
  );
}
