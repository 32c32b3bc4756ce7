/** The bench: sliders and choices of one synapse. The name of each opens the card that says where its numbers come from. */
import type { ReactNode } from 'react';
import { doseShort } from '../../describe/dose-short';
import { dosePanel } from '../../describe/messages/en/dose-panel';
import { ketamineWords, numberWords } from '../../describe/plate';
import { Button } from '../../design/button';
import { Checkbox } from '../../design/checkbox';
import { Popover } from '../../design/popover';
import { Sci } from '../../design/sci';
import { Slider } from '../../design/slider';
import { Segments } from '../../design/tabs';
import { BENCH_RANGES, hasKetamine, subunitOn, subunitsOf } from '../../explorer/bench';
import type { Bench } from '../../explorer/state';
import type { Stage } from '../../model/schema';
import { StateLink } from '../shared/state-link';
import { useExplorer } from '../shared/explorer-context';
import { useWords } from '../shared/use-words';
import css from './synapse.module.css';
import { useSynapseWords } from './use-synapse-words';

/** The slider of ketamine: nothing at its start, then four decades up to the most. */
const KETAMINE_DECADES = 4;
const KETAMINE_STEP = 0.01;

/** Concentration in uM at a position from 0 to 1, to two significant digits. */
export function ketamineAt(position: number): number {
  if (position < KETAMINE_STEP) return 0;
  return Number((BENCH_RANGES.ketamine_uM.to * 10 ** (KETAMINE_DECADES * (position - 1))).toPrecision(2));
}

/** Position from 0 to 1 of a concentration; what is less than the first decade shows stands at the first step. */
export function ketaminePosition(uM: number): number {
  if (uM <= 0) return 0;
  return Math.min(1, Math.max(KETAMINE_STEP, 1 + Math.log10(uM / BENCH_RANGES.ketamine_uM.to) / KETAMINE_DECADES));
}

/** The name of a setting, which opens the card with its sources. */
function Name({ part, children }: { readonly part: string; readonly children: string }): ReactNode {
  const words = useSynapseWords();
  return (
    <StateLink
      action={{ type: 'select', selection: { kind: 'part', id: part } }}
      className={css['name'] ?? ''}
      label={words.controls.source(children)}
    >
      <Sci text={children} />
    </StateLink>
  );
}

interface SettingProps {
  readonly part: string;
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly valueText: string;
  readonly onChange: (value: number) => void;
  /** What sets the value, where it is not the reader. */
  readonly note?: string | undefined;
}

/** A slider with its name as a link above it: the link is not the slider's label, so that a press on it does one thing. */
function Setting({ part, label, note, ...slider }: SettingProps): ReactNode {
  return (
    <div className={css['setting']}>
      <span className={css['settingName']}>
        <Name part={part}>{label}</Name>
      </span>
      <Slider label={<span className="visually-hidden">{label}</span>} {...slider} />
      {note !== undefined && (
        <p className={css['driven']} title={note}>
          {note}
        </p>
      )}
    </div>
  );
}

export function Controls({ stage }: { readonly stage: Stage }): ReactNode {
  const { state, messages, dispatch } = useExplorer();
  const words = useSynapseWords().controls;
  const units = messages.speech.plate;
  const panel = useWords(dosePanel);
  const { bench } = state;
  const set = (change: Partial<Bench>): void => dispatch({ type: 'setBench', bench: change });
  // A pack without the drug has no control for it.
  const drug = hasKetamine(stage);
  const free = bench.voltage_mV === 'free';
  const held = bench.voltage_mV === 'free' ? -65 : bench.voltage_mV;
  return (
    <div className={css['controls']} role="group" aria-label={words.label}>
      {drug && (
        <Setting
          part="ketamine"
          label={words.ketamine}
          value={ketaminePosition(bench.ketamine_uM)}
          min={0}
          max={1}
          step={KETAMINE_STEP}
          valueText={ketamineWords(bench, messages)}
          note={state.places.follow ? panel.driven(doseShort(state.dose, panel)) : undefined}
          onChange={(position) => set({ ketamine_uM: ketamineAt(position) })}
        />
      )}
      <Setting
        part="fusingVesicle"
        label={words.release}
        value={bench.release}
        {...rangeOf('release', 0.05)}
        valueText={numberWords(bench.release)}
        onChange={(release) => set({ release })}
      />
      <Setting
        part="mg"
        label={words.mg}
        value={bench.mg_mM}
        {...rangeOf('mg_mM', 0.05)}
        valueText={units.mM(numberWords(bench.mg_mM))}
        onChange={(mg_mM) => set({ mg_mM })}
      />
      <Setting
        part="fusingVesicle"
        label={words.spikes}
        value={bench.spikes}
        {...rangeOf('spikes', 1)}
        valueText={bench.spikes === 1 ? '1' : words.train(String(bench.spikes), numberWords(bench.rate_Hz))}
        onChange={(spikes) => set({ spikes })}
      />
      <Setting
        part="spine"
        label={words.voltage}
        value={held}
        {...rangeOf('voltage_mV', 5)}
        valueText={free ? words.freeShort : units.mV(numberWords(held))}
        onChange={(voltage_mV) => set({ voltage_mV })}
      />
      <div className={css['setting']}>
        <span className={css['settingName']}>
          <Name part="nmda">{words.subunitShort}</Name>
        </span>
        <div className={css['subunits']}>
          <Segments
            label={words.subunit}
            value={subunitOn(stage, bench.subunit)}
            choices={subunitsOf(stage).map((value) => ({ value, label: value }))}
            onChange={(subunit) => set({ subunit })}
          />
        </div>
        <span className={css['moreAt']}>
          <More bench={bench} set={set} drug={drug} />
        </span>
      </div>
    </div>
  );
}

interface MoreProps {
  readonly bench: Bench;
  readonly set: (change: Partial<Bench>) => void;
  readonly drug: boolean;
}

/** What is changed less often. */
function More({ bench, set, drug }: MoreProps): ReactNode {
  const { state, dispatch } = useExplorer();
  const all = useSynapseWords();
  const words = all.controls;
  const free = bench.voltage_mV === 'free';
  return (
    <Popover
      label={words.more}
      trigger={(props) => (
        <Button {...props} kind="quiet" className={css['more']}>
          {words.moreShort}
        </Button>
      )}
    >
      <div className={css['moreBody']}>
        <Checkbox label={words.free} checked={free} onChange={(yes) => set({ voltage_mV: yes ? 'free' : -65 })} />
        {drug && <Checkbox label={words.compare} checked={bench.compare} onChange={(compare) => set({ compare })} />}
        {drug && (
          <Checkbox
            label={words.memantine}
            checked={state.places.versus === 'memantine'}
            onChange={(yes) => dispatch({ type: 'setPlaces', places: { versus: yes ? 'memantine' : 'none' } })}
          />
        )}
        <Setting
          part="fusingVesicle"
          label={words.rate}
          value={bench.rate_Hz}
          {...rangeOf('rate_Hz', 1)}
          valueText={all.units.hz(numberWords(bench.rate_Hz))}
          onChange={(rate_Hz) => set({ rate_Hz })}
        />
        <p className={css['moreActions']}>
          <Button onClick={() => set({ seed: (bench.seed % BENCH_RANGES.seed.to) + 1 })}>{words.seed}</Button>
          <Button onClick={() => dispatch({ type: 'resetBench' })}>{words.reset}</Button>
        </p>
      </div>
    </Popover>
  );
}

function rangeOf(key: keyof typeof BENCH_RANGES, step: number): { readonly min: number; readonly max: number; readonly step: number } {
  return { min: BENCH_RANGES[key].from, max: BENCH_RANGES[key].to, step };
}
