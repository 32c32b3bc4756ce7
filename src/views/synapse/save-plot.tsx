/** Saves the currents of the bench: the picture of the plot, and the means behind it. */
import type { ReactNode } from 'react';
import type { PlotTable } from '../../describe/export';
import { ketamineWords, numberWords, voltageWords } from '../../describe/plate';
import { stageOf } from '../../explorer/levels';
import { useExplorer } from '../shared/explorer-context';
import { PlotExport } from '../shared/plot-export';
import type { Curves } from './release-store';
import { useReleaseState } from './use-release';
import { useSynapseWords } from './use-synapse-words';

/** Id of the element that holds the plot. */
export const PLOT_ID = 'synapse-current';
/** Significant digits of saved currents: finer than their standard error. */
const DIGITS = 5;

function tableOf({ now, before, bands }: Curves, words: ReturnType<typeof useSynapseWords>): PlotTable {
  const { columns } = words.save;
  const short = (value: number | undefined): number | null =>
    value === undefined || !Number.isFinite(value) ? null : Number(value.toPrecision(DIGITS));
  const pA = (id: string, label: string): PlotTable['columns'][number] => ({ id, label, unit: 'pA' });
  return {
    columns: [
      { id: 'time', label: columns.time, unit: 'ms' },
      pA('total', columns.total),
      pA('se', columns.se),
      pA('ampa', columns.ampa),
      pA('nmda', columns.nmda),
      ...(before === null ? [] : [pA('otherTotal', columns.otherTotal), pA('otherNmda', columns.otherNmda)]),
    ],
    rows: [...now.time_ms].map((time, k) => [
      short(time),
      short(now.total[k]),
      short(bands.now[k]),
      short(now.ampa[k]),
      short(now.nmda[k]),
      ...(before === null ? [] : [short(before.total[k]), short(before.nmda[k])]),
    ]),
  };
}

export function SavePlot(): ReactNode {
  const { state, model, messages } = useExplorer();
  const words = useSynapseWords();
  const curves = useReleaseState()?.curves ?? null;
  const stage = stageOf(model, 'synapse');
  if (curves === null || stage === undefined) return null;
  const schemes = [stage.schemes.ampa, stage.schemes.nmda[`GluN${state.bench.subunit}`] ?? ''];
  const { bench } = curves;
  const settings = words.save.settings(ketamineWords(bench, messages), numberWords(bench.mg_mM), voltageWords(bench, messages));
  return (
    <PlotExport
      name="synaptic-current"
      title={words.title}
      figure={() => document.getElementById(PLOT_ID)}
      table={() => tableOf(curves, words)}
      cite={words.save.cite(curves.now.trials, schemes.join(', '), settings)}
    />
  );
}
