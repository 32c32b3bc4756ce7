/** What is simulated, in one paragraph: which numbers are measured, which modelled, which made up for teaching, and what was left out. */
import type { ReactNode } from 'react';
import { describeScenario, exclusionSentence } from '../../describe/dose';
import { dose as doseArea } from '../../describe/messages/en/dose';
import { dosePanel } from '../../describe/messages/en/dose-panel';
import type { DoseRun } from '../../science/pharmacokinetics/types';
import { useExplorer } from '../shared/explorer-context';
import { useWords } from '../shared/use-words';
import css from './dose.module.css';

export function ScenarioCard({ run }: { readonly run: DoseRun }): ReactNode {
  const { model } = useExplorer();
  const words = useWords(dosePanel);
  const doseWords = useWords(doseArea);
  const nameOf = (id: string): string => model.pkModels.find((record) => record.id === id)?.name ?? id;
  return (
    <section className={css['card']} aria-label={words.simulated}>
      <h3>{words.simulated}</h3>
      <p>{describeScenario(run, doseWords, nameOf)}</p>
      {run.excluded.length > 0 && (
        <details>
          <summary>{words.excluded}</summary>
          <ul>
            {run.excluded.map((exclusion) => (
              <li key={exclusion.model}>{exclusionSentence(exclusion, nameOf(exclusion.model), doseWords)}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
