/** What the run shows, in two short sentences: on the picture, where a newcomer looks first, and at the head of the results. */
import type { ReactNode } from 'react';
import { agreementWords, outcomeWords } from '../../describe/circuit';
import { circuit as circuitWords } from '../../describe/messages/en/circuit';
import { settingOf } from '../../explorer/circuit';
import { isOutput, outcomeOf } from '../../explorer/circuit-outcome';
import { hypothesisOf } from '../../explorer/lookup';
import type { Circuit } from '../../model/schema';
import { useExplorer } from '../shared/explorer-context';
import { useWords } from '../shared/use-words';
import css from './panel.module.css';
import { resultsOf } from './results';
import type { CircuitState } from './run-store';

interface Props {
  readonly circuit: Circuit;
  readonly run: CircuitState;
  /** On the picture only what leaves the circuit is told, after where ketamine enters. */
  readonly brief?: boolean;
}

/** Inside a sentence; an abbreviation such as "VTA" keeps its capitals. */
const lowered = (text: string): string => (/^\p{Lu}\p{Ll}/u.test(text) ? text.slice(0, 1).toLowerCase() + text.slice(1) : text);

/** Nothing while the numbers belong to other settings, or no ketamine is given. */
export function Outcome({ circuit, run, brief = false }: Props): ReactNode {
  const { state, model, messages } = useExplorer();
  const words = useWords(circuitWords);
  const shown = run.shown?.model === circuit.model ? run.shown : null;
  const setting = settingOf(circuit, state.places);
  if (shown === null || !run.ready || setting === undefined) return null;
  if (shown.model === 'prefrontal' && shown.request.ketamine_uM === 0) return null;
  const outcome = outcomeOf(circuit, setting, resultsOf(shown));
  const { list } = messages.speech;
  const explanation = setting.hypothesis === undefined ? undefined : hypothesisOf(model, setting.hypothesis);
  const agreement = explanation === undefined ? null : agreementWords(outcome, explanation.short, words, list);
  if (brief) {
    const leaving = outcomeWords(
      outcome.filter(({ cell }) => isOutput(cell)),
      words,
      list,
    );
    return (
      <p className={css['outcomeBrief']} data-outcome="brief">
        <b>{words.outcome.told(lowered(setting.name), lowered(leaving))}</b> {agreement}
      </p>
    );
  }
  return (
    <p className={css['verdict']} data-outcome="full">
      {`${outcomeWords(outcome, words, list)}.`}
      <small>
        {agreement} {words.outcome.limit}
      </small>
    </p>
  );
}
