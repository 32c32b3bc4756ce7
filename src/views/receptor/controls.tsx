/** What the reader sets about the channel: its second subunit and what surrounds it. */
import { useId, type ReactNode } from 'react';
import { receptor as receptorWords } from '../../describe/messages/en/receptor';
import { doseShort } from '../../describe/dose-short';
import { dosePanel } from '../../describe/messages/en/dose-panel';
import { useExplorer } from '../shared/explorer-context';
import { useWords } from '../shared/use-words';
import { Sci } from '../../design/sci';
import { Slider } from '../../design/slider';
import { Segments } from '../../design/tabs';
import { SUBUNITS } from '../../model/schema';
import { plain } from './numbers-text';
import css from './recording.module.css';
import { GLUTAMATE_UM, type ReceptorSettings } from './setup';

interface Props {
  readonly settings: ReceptorSettings;
  readonly onSettings: (change: Partial<ReceptorSettings>) => void;
  /** Whether the voltage stands in for a free one. */
  readonly freeVoltage: boolean;
}

/** Steps of the ketamine slider, uM: none, then the decades in which it acts. */
const KETAMINE_STEPS = [0, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100] as const;

const nearest = (steps: readonly number[], value: number): number =>
  steps.reduce((best, step, k) => (Math.abs(step - value) < Math.abs((steps[best] ?? 0) - value) ? k : best), 0);

export function Controls({ settings, onSettings, freeVoltage }: Props): ReactNode {
  const { state } = useExplorer();
  const words = useWords(receptorWords).controls;
  const panel = useWords(dosePanel);
  const glutamate = useId();
  const names = words.glutamateValues;
  const labels = [names.none, names.ambient, names.tonic, names.low, names.saturating];
  const chosen = nearest(GLUTAMATE_UM, settings.glutamate_uM);
  const ketamine = nearest(KETAMINE_STEPS, settings.ketamine_uM);
  const blockable = settings.receptor === 'nmda';
  return (
    <div className={css['controls']} role="group" aria-label={words.label}>
      {blockable && (
        <div className={css['control']}>
          <span className={css['controlName']}>{words.subunit}</span>
          <Segments
            label={words.subunit}
            choices={SUBUNITS.map((value) => ({ value, label: value }))}
            value={settings.subunit}
            onChange={(subunit) => onSettings({ subunit })}
          />
        </div>
      )}
      <div className={css['control']}>
        <label className={css['controlName']} htmlFor={glutamate}>
          {words.glutamate}
        </label>
        <select
          id={glutamate}
          className={css['select']}
          value={chosen}
          onChange={(event) => onSettings({ glutamate_uM: GLUTAMATE_UM[Number(event.currentTarget.value)] ?? 1000 })}
        >
          {labels.map((label, k) => (
            <option key={label} value={k}>
              {label}
            </option>
          ))}
        </select>
      </div>
      {blockable && (
        <>
          <Slider
            label={<Sci text={words.mg} />}
            value={settings.mg_mM}
            min={0}
            max={2}
            step={0.1}
            valueText={`${plain(settings.mg_mM)} mM`}
            onChange={(value) => onSettings({ mg_mM: Math.round(value * 10) / 10 })}
          />
          <Slider
            label={words.ketamine}
            value={ketamine}
            min={0}
            max={KETAMINE_STEPS.length - 1}
            step={1}
            valueText={`${plain(settings.ketamine_uM)} µM`}
            onChange={(value) => onSettings({ ketamine_uM: KETAMINE_STEPS[Math.round(value)] ?? 0 })}
          />
          {state.places.follow && <p className={css['note']}>{panel.driven(doseShort(state.dose, panel))}</p>}
        </>
      )}
      {settings.receptor !== 'mglur' && (
        <Slider
          label={words.voltage}
          value={settings.voltage_mV}
          min={-90}
          max={50}
          step={1}
          valueText={`${plain(settings.voltage_mV)} mV`}
          onChange={(value) => onSettings({ voltage_mV: Math.round(value) })}
        />
      )}
      {freeVoltage && settings.receptor !== 'mglur' && <p className={css['note']}>{words.free(`${plain(settings.voltage_mV)} mV`)}</p>}
      {settings.receptor === 'ampa' && (
        <p className={css['note']}>
          <Sci text={words.noBlock} />
        </p>
      )}
    </div>
  );
}
