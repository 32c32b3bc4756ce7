/** Saves what the strip under the plate shows: its picture, and the numbers behind it. */
import type { ReactNode } from 'react';
import type { PlotTable } from '../../describe/export';
import { receptor as receptorWords } from '../../describe/messages/en/receptor';
import { binShares } from '../../science/receptors/dwell-times';
import { concentrations, transitionRates } from '../../science/receptors/rates';
import { PlotExport } from '../shared/plot-export';
import { useWords } from '../shared/use-words';
import { plain } from './numbers-text';
import type { ChannelPlayer } from './player';
import { STEPS, type ChannelSetup } from './setup';

export const RECORDING_TABS = ['trace', 'times', 'scheme', 'rates'] as const;
export type RecordingTab = (typeof RECORDING_TABS)[number];

interface Props {
  readonly tab: RecordingTab;
  readonly setup: ChannelSetup;
  readonly player: ChannelPlayer;
  /** The plot with the words that belong to it. */
  readonly figure: () => Element | null;
}

export function SaveRecording({ tab, setup, player, figure }: Props): ReactNode {
  const words = useWords(receptorWords);
  const { save } = words;
  const { record, conditions } = setup;
  const { glu = 0, mg = 0, ket = 0 } = conditions.ligands_mM;
  const table = (): PlotTable => {
    if (tab === 'trace') return traceTable(setup, player, save.columns);
    return tab === 'times' ? timesTable(player, save.columns) : schemeTable(setup, save.columns);
  };
  return (
    <PlotExport
      name={`receptor-${save.names[tab]}`}
      title={words.tabs[tab]}
      figure={figure}
      table={table}
      cite={save.cite(record.name, record.source, save.medium(plain(glu * 1000), plain(mg), plain(ket * 1000), plain(conditions.v_mV)))}
    />
  );
}

type Columns = (typeof receptorWords)['save']['columns'];

/** One row where the current changes: stays of one kind run together. */
function traceTable({ scheme, current_pA }: ChannelSetup, player: ChannelPlayer, words: Columns): PlotTable {
  const rows: [number, number][] = [];
  for (const stay of player.trace()) {
    const current = scheme.conducting[stay.state] === 1 ? current_pA : 0;
    if (rows.at(-1)?.[1] !== current) rows.push([stay.from_ms, current]);
  }
  return {
    columns: [
      { id: 'time', label: words.time, unit: 'ms' },
      { id: 'current', label: words.current, unit: 'pA' },
    ],
    rows,
  };
}

function timesTable(player: ChannelPlayer, words: Columns): PlotTable {
  const { prediction, openBins, shutBins } = player;
  const { openings, shuttings } = player.summary();
  const expected = (kind: 'open' | 'shut', total: number): readonly number[] | null =>
    prediction === null ? null : [...binShares(prediction[kind])].map((share) => share * total);
  const [open, shut] = [expected('open', openings), expected('shut', shuttings)];
  const rows = [...openBins].map((count, k) => [
    STEPS.edges_ms[k] ?? null,
    STEPS.edges_ms[k + 1] ?? null,
    count,
    open?.[k] ?? null,
    shutBins[k] ?? null,
    shut?.[k] ?? null,
  ]);
  return {
    columns: [
      { id: 'from', label: words.from, unit: 'ms' },
      { id: 'to', label: words.to, unit: 'ms' },
      { id: 'open', label: words.open },
      { id: 'openExpected', label: words.openExpected },
      { id: 'shut', label: words.shut },
      { id: 'shutExpected', label: words.shutExpected },
    ],
    rows,
  };
}

function schemeTable({ scheme, conditions }: ChannelSetup, words: Columns): PlotTable {
  const rates = transitionRates(scheme, concentrations(scheme, conditions), conditions.v_mV, new Float64Array(scheme.m));
  const state = (index: number | undefined): string => scheme.states[index ?? -1] ?? '';
  const rows = [...rates].map((rate, k) => [state(scheme.from[k]), state(scheme.to[k]), rate * 1000]);
  return {
    columns: [
      { id: 'from', label: words.fromState },
      { id: 'to', label: words.toState },
      { id: 'rate', label: words.rate, unit: 'per s' },
    ],
    rows,
  };
}
