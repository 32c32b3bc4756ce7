/** The dose control: what is given, the level that follows, what is simulated, and a second dose beside it. */
import { useState, type ReactNode } from 'react';
import { dosePanel } from '../../describe/messages/en/dose-panel';
import { Button } from '../../design/button';
import { Checkbox } from '../../design/checkbox';
import { Segments } from '../../design/tabs';
import { freeAt } from '../../explorer/dose-bench';
import { presetsOf } from '../../explorer/dose-presets';
import type { DoseScenario } from '../../science/pharmacokinetics/scenario';
import { useExplorer } from '../shared/explorer-context';
import { useWords } from '../shared/use-words';
import { DoseFields } from './dose-fields';
import css from './dose.module.css';
import type { DoseLetter } from './dose-store';
import { LevelPlot } from './level-plot';
import { NowLevel } from './now-level';
import { ScenarioCard } from './scenario-card';
import { useDoseRun, type DoseSide } from './use-dose-run';

export function DosePanel(): ReactNode {
  const { state, model, dispatch } = useExplorer();
  const words = useWords(dosePanel);
  const runs = useDoseRun();
  const [letter, setLetter] = useState<DoseLetter>('A');
  const side = letter === 'B' && runs.b !== null ? runs.b : runs.a;
  const { dose, against, places } = state;
  const change = (scenario: DoseScenario): void =>
    dispatch(side.letter === 'A' ? { type: 'setDose', dose: scenario } : { type: 'setAgainst', dose: scenario });
  const compare = (): void => {
    const other = presetsOf(model).find((preset) => JSON.stringify(preset.dose) !== JSON.stringify(dose) && preset.id === 'anaesthesia');
    dispatch({ type: 'setAgainst', dose: other?.dose ?? { ...dose, amount: dose.amount * 2 } });
    setLetter('B');
  };
  const level = freeAt(runs.a.current ? runs.a.run : null, state.when);
  return (
    <div className={css['panel']}>
      <header className={css['head']}>
        <h2>{words.title}</h2>
        <p>{words.advice}</p>
      </header>
      <div className={css['sides']}>
        {against === null ? (
          <Button onClick={compare}>{words.compare}</Button>
        ) : (
          <>
            <Segments
              label={words.which}
              value={side.letter}
              choices={(['A', 'B'] as const).map((value) => ({ value, label: words.letters[value] }))}
              onChange={setLetter}
            />
            <Button
              kind="quiet"
              onClick={() =>
                dispatch([
                  { type: 'setDose', dose: against },
                  { type: 'setAgainst', dose },
                ])
              }
            >
              {words.swap}
            </Button>
            <Button kind="quiet" onClick={() => dispatch({ type: 'setAgainst', dose: null })}>
              {words.uncompare}
            </Button>
          </>
        )}
      </div>
      <DoseFields key={side.letter} scenario={side.scenario} asked={side.faults} onScenario={change} />
      {[runs.a, runs.b].map((each) => each !== null && <Failure key={each.letter} side={each} />)}
      <LevelPlot runs={runs} />
      {[runs.a, runs.b].map((each) => each !== null && <NowLevel key={each.letter} side={each} lettered={runs.b !== null} />)}
      <Checkbox
        label={words.follow}
        note={places.follow && level === null ? words.noFollow : runs.b === null ? words.followNote : words.followTwo}
        checked={places.follow}
        onChange={(follow) => dispatch({ type: 'setPlaces', places: { follow } })}
      />
      {side.run !== null && <ScenarioCard run={side.run} />}
    </div>
  );
}

function Failure({ side }: { readonly side: DoseSide }): ReactNode {
  const words = useWords(dosePanel);
  if (side.failure === null) return null;
  return (
    <p className={css['failure']} role="alert">
      {side.run === null ? words.failedFirst(side.failure) : words.failed(side.failure)}
    </p>
  );
}
