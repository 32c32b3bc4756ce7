/** What is given: a dose from the literature, or its parts one by one. What cannot be used is said in a sentence and the rest kept. */
import { useId, useState, type ReactNode } from 'react';
import { faultSentence } from '../../describe/dose';
import { dose as doseArea } from '../../describe/messages/en/dose';
import { dosePanel } from '../../describe/messages/en/dose-panel';
import { numberWords } from '../../describe/plate';
import { Button } from '../../design/button';
import { Segments } from '../../design/tabs';
import { presetOf, presetsOf } from '../../explorer/dose-presets';
import { readScenario } from '../../science/pharmacokinetics/read';
import {
  DOSE_SPECIES,
  DOSE_UNITS,
  FORMS,
  ROUTES,
  type DoseScenario,
  type DoseUnit,
  type ScenarioFault,
} from '../../science/pharmacokinetics/scenario';
import { Sources } from '../claims/parts';
import { useExplorer } from '../shared/explorer-context';
import { useWords } from '../shared/use-words';
import css from './dose.module.css';
import { NumberField } from './number-field';
import { Pick } from './pick';

interface Props {
  readonly scenario: DoseScenario;
  /** What a link asked for and could not have. */
  readonly asked: readonly ScenarioFault[];
  readonly onScenario: (scenario: DoseScenario) => void;
}

export function DoseFields({ scenario, asked, onScenario }: Props): ReactNode {
  const { model } = useExplorer();
  const words = useWords(dosePanel);
  const doseWords = useWords(doseArea);
  const [given, setGiven] = useState<readonly ScenarioFault[]>([]);
  const faults = [...asked, ...given];
  const told = useId();
  const presets = presetsOf(model);
  const preset = presetOf(scenario, presets);
  const { repeats, steps } = scenario;
  const intravenous = scenario.route === 'iv-infusion' || scenario.route === 'iv-bolus';

  const give = (change: Readonly<Record<string, unknown>>): void => {
    const read = readScenario(
      change,
      scenario,
      model.pkModels.map(({ id }) => id),
    );
    setGiven(read.faults);
    onScenario(read.scenario);
  };
  const choose = (chosen: DoseScenario): void => {
    setGiven([]);
    onScenario(chosen);
  };
  const changeUnit = (unit: DoseUnit): void => {
    const factor = unit === 'mg' ? scenario.weight_kg : 1 / scenario.weight_kg;
    give({ unit, amount: Number((scenario.amount * factor).toPrecision(4)) });
  };
  const fieldName = (field: string): string => new Map(Object.entries<string>(words.fields)).get(field) ?? field;
  const number = (field: 'amount' | 'minutes' | 'weight_kg' | 'repeats.count' | 'repeats.interval_h', value: number): ReactNode => (
    <NumberField
      label={words.fields[field]}
      value={value}
      wrong={faults.some((fault) => fault.field === field)}
      describedBy={told}
      onGive={(typed) => {
        if (field === 'repeats.count') give({ repeats: { ...repeats, count: typed } });
        else if (field === 'repeats.interval_h') give({ repeats: { ...repeats, interval_h: typed } });
        else give({ [field]: typed });
      }}
    />
  );
  return (
    <div className={css['fields']}>
      <Pick
        label={words.preset}
        value={preset?.id ?? ''}
        options={[
          ...(preset === undefined ? [{ value: '', label: words.own }] : []),
          ...presets.map(({ id }) => ({ value: id, label: words.presets[id] })),
        ]}
        onPick={(id) => {
          const found = presets.find((item) => item.id === id);
          if (found !== undefined) choose(found.dose);
        }}
      />
      {preset !== undefined && (
        <p className={css['source']}>
          {words.source} <Sources ids={preset.references.filter((id) => model.references.some((reference) => reference.id === id))} />
        </p>
      )}
      <div className={css['row']}>
        <Segments
          label={words.fields.species}
          value={scenario.species}
          choices={DOSE_SPECIES.map((value) => ({ value, label: words.species[value] }))}
          onChange={(species) => give({ species })}
        />
        <Segments
          label={words.fields.form}
          value={scenario.form}
          choices={FORMS.map((value) => ({ value, label: words.forms[value] }))}
          onChange={(form) => give({ form })}
        />
      </div>
      <div className={css['row']}>
        {number('amount', scenario.amount)}
        <Segments
          label={words.fields.unit}
          value={scenario.unit}
          choices={DOSE_UNITS.map((value) => ({ value, label: value }))}
          onChange={changeUnit}
        />
        <Pick
          label={words.fields.route}
          bare
          value={scenario.route}
          options={ROUTES.map((value) => ({ value, label: doseWords.routes[value] }))}
          onPick={(route) => give({ route })}
        />
        {scenario.route === 'iv-infusion' && (
          <span className={css['pair']}>
            {words.over} {number('minutes', scenario.minutes)} {words.min}
          </span>
        )}
      </div>
      <div className={css['row']}>
        <span className={css['pair']}>
          {number('weight_kg', scenario.weight_kg)} {words.kg}
        </span>
        <span className={css['pair']}>
          {number('repeats.count', repeats.count)} {words.doses} {number('repeats.interval_h', repeats.interval_h)} {words.hours}
        </span>
        <Pick
          label={words.fields.model}
          bare
          value={scenario.model}
          options={[{ value: 'all', label: words.allModels }, ...model.pkModels.map(({ id, name }) => ({ value: id, label: name }))]}
          onPick={(chosen) => give({ model: chosen })}
        />
      </div>
      {intravenous && steps.length > 0 && (
        <p className={css['steps']}>
          {words.steps(steps.length)}:{' '}
          {steps
            .map((step) => words.step(`${numberWords(step.amount)} ${step.unit}`, numberWords(step.minutes), numberWords(step.start_min)))
            .join('; ')}{' '}
          <Button kind="quiet" onClick={() => give({ steps: [] })}>
            {words.dropSteps}
          </Button>
        </p>
      )}
      <div id={told} role="alert">
        {faults.length > 0 && (
          <ul className={css['faults']} aria-label={words.faults}>
            {faults.map((fault) => (
              <li key={`${fault.field} ${fault.given}`}>{faultSentence({ ...fault, field: fieldName(fault.field) }, doseWords)}</li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
