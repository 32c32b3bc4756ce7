/** The current of the bench over time: its two parts, what it was without the drug, and the playhead that the picture shares. */
import { useMemo, type ReactNode } from 'react';
import { numberWords, voltageWords } from '../../describe/plate';
import { momentSentence } from '../../describe/release';
import { runEnd } from '../../explorer/bench';
import type { SynapseWords } from '../../describe/release';
import { TracePlot, type PlotLine } from '../plots/trace-plot';
import { useExplorer } from '../shared/explorer-context';
import { useSize } from '../shared/use-size';
import { spikesOf } from './bench-run';
import { quieted, type MeanCurrents } from './comparison';
import type { Curves, ReleaseStore } from './release-store';
import { PLOT_ID } from './save-plot';
import css from './synapse.module.css';
import { useMomentCommit, useReleaseState } from './use-release';
import { useSynapseWords } from './use-synapse-words';

/** Below this width names of lines are short, px. */
const NARROW = 420;
/** Keyboard step of the playhead, ms. */
const STEP = 1;

const least = (values: Float64Array): number => values.reduce((low, value) => (Math.abs(value) > Math.abs(low) ? value : low), 0);

function charge({ time_ms, nmda }: MeanCurrents): number {
  let sum = 0;
  for (let k = 1; k < nmda.length; k++) sum += (nmda[k] ?? 0) * ((time_ms[k] ?? 0) - (time_ms[k - 1] ?? 0));
  return sum;
}

/** What the two compared lines are called. */
function namesIn({ other }: Curves, { lines }: SynapseWords): { readonly now: string; readonly other: string } {
  if (other === null) return { now: lines.total, other: lines.before };
  return other.drug === 'memantine' ? { now: lines.total, other: lines.memantine } : { now: lines.doseA, other: lines.doseB };
}

function nmdaLabel(curves: Curves, narrow: boolean, words: SynapseWords): string {
  const said = words.lines;
  if (narrow) return said.nmda;
  const before = curves.before === null ? 0 : charge(curves.before);
  if (before === 0) return said.nmda;
  const lost = 100 * (1 - charge(curves.now) / before);
  const text = words.units.percent(String(Math.abs(Math.round(lost))));
  if (curves.other !== null) return lost >= 0 ? said.less(text) : said.more(text);
  return lost >= 0 ? said.nmdaBlocked(text) : said.more(text);
}

function linesOf(curves: Curves | null, failed: boolean, narrow: boolean, words: SynapseWords): readonly PlotLine[] {
  if (curves === null) return [];
  const said = words.lines;
  const spikes = spikesOf(curves.bench);
  const now = quieted(curves.now, spikes);
  const before = curves.before === null ? null : quieted(curves.before, spikes);
  const x = now.time_ms;
  if (failed) return [{ id: 'now', x, y: now.total, tone: 'stale', label: said.last }];
  const end = x.at(-1) ?? 0;
  const { bands } = curves;
  return [
    ...(before === null
      ? []
      : [
          {
            id: 'before',
            x,
            y: before.total,
            band: bands.before ?? undefined,
            tone: 'before',
            label: namesIn(curves, words).other,
            labelAt: end * 0.12,
          } as const,
        ]),
    { id: 'ampa', x, y: now.ampa, tone: 'ampa', dash: '10 2', label: said.ampa, labelAt: end },
    { id: 'nmda', x, y: now.nmda, tone: 'nmda', label: nmdaLabel(curves, narrow, words), labelAt: end * 0.06 },
    {
      id: 'now',
      x,
      y: now.total,
      band: bands.now,
      tone: 'now',
      label: before === null ? said.totalAlone : namesIn(curves, words).now,
      labelAt: end * 0.01,
    },
  ];
}

export function CurrentPlot({ store }: { readonly store: ReleaseStore }): ReactNode {
  const { state } = useExplorer();
  const words = useSynapseWords();
  const [box, { width, height }] = useSize<HTMLDivElement>();
  const release = useReleaseState();
  const commit = useMomentCommit();
  const curves = release?.curves ?? null;
  const failure = release?.failure ?? null;
  const narrow = width < NARROW;
  const lines = useMemo(() => linesOf(curves, failure !== null, narrow, words), [curves, failure, narrow, words]);
  const { bench } = state;
  const moment = release?.moment_ms ?? 0;
  const summary =
    curves === null
      ? words.plotNone
      : [
          words.plotSummary(curves.now.trials, ...peaks(curves.now)),
          ...(curves.before === null
            ? []
            : [
                curves.other === null
                  ? words.plotCompared(numberWords(least(curves.before.nmda)))
                  : words.plotAgainst(namesIn(curves, words).other, numberWords(least(curves.before.nmda))),
              ]),
        ].join(' ');
  return (
    <div className={css['plotBox']} id={PLOT_ID} ref={box}>
      {width > 0 && (
        <TracePlot
          width={width}
          height={height}
          labelRoom={narrow ? 108 : 150}
          lines={lines}
          area={curves?.before == null || failure !== null ? undefined : { from: 'before', to: 'now', tint: 'ketamine' }}
          xDomain={[0, runEnd(bench)]}
          xUnit="ms"
          summary={summary}
          playhead={{
            at: moment,
            label: words.playhead,
            valueText: momentSentence(moment, words),
            step: STEP,
            onMove: (ms) => {
              store.stop();
              store.setMoment(ms);
              commit(ms);
            },
          }}
        />
      )}
    </div>
  );
}

function peaks({ total, ampa, nmda }: MeanCurrents): [string, string, string] {
  return [numberWords(least(total)), numberWords(least(ampa)), numberWords(least(nmda))];
}

/** Title line with unit and voltage, and the moments of the run to step through. */
export function PlotTitle(): ReactNode {
  const { state, messages } = useExplorer();
  const words = useSynapseWords();
  const { bench } = state;
  return (
    <h2 className={css['plotTitle']}>
      {bench.spikes === 1 ? words.title : words.titleTrain(bench.spikes, numberWords(bench.rate_Hz))}{' '}
      <span>{words.unit(voltageWords(bench, messages))}</span>
    </h2>
  );
}

/** That the picture is one run and the curves are the mean of many, with what their band means. */
export function PlotNote(): ReactNode {
  const words = useSynapseWords();
  const curves = useReleaseState()?.curves ?? null;
  const memantine = curves?.other?.drug === 'memantine';
  return (
    <p className={css['plotNote']}>
      {words.oneRun(curves?.now.trials ?? 0)} {memantine && words.memantineNote}
    </p>
  );
}
