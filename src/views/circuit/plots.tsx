/** Plots of a run: rates over time, the field's spectrum, every spike; for the habenula the day after the drug. */
import { useRef, type ReactNode } from 'react';
import type { PlotTable } from '../../describe/export';
import { circuit as circuitWords } from '../../describe/messages/en/circuit';
import { numberWords } from '../../describe/plate';
import { STRIP_MS } from '../../explorer/circuit-strips';
import type { Circuit } from '../../model/schema';
import type { Comparison, Phase } from '../../science/network/run';
import { GAMMA_HZ } from '../../science/network/run';
import { PlotExport } from '../shared/plot-export';
import { useWords } from '../shared/use-words';
import css from './panel.module.css';
import type { CircuitState, HabenulaShown } from './run-store';

const WIDTH = 340;
const LEFT = 30;
const RIGHT = 6;
const ROOM = WIDTH - LEFT - RIGHT;

const line = (points: readonly (readonly [number, number])[]): string =>
  points.map(([x, y], k) => `${k === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');

export function Plots({ circuit, run }: { readonly circuit: Circuit; readonly run: CircuitState }): ReactNode {
  const { shown } = run;
  if (shown === null || shown.model !== circuit.model) return null;
  return (
    <div className={css['plots']} data-fresh={run.ready}>
      {shown.model === 'prefrontal' ? (
        <>
          <RatesPlot run={shown.run} circuit={circuit} />
          <SpectrumPlot run={shown.run} />
          <Raster circuit={circuit} populations={shown.run.populations} before={shown.run.before} after={shown.run.with} />
        </>
      ) : (
        <>
          <DayPlot shown={shown} />
          <Raster circuit={circuit} populations={shown.before.populations} before={shown.before} after={shown.with} />
        </>
      )}
    </div>
  );
}

interface FigureProps {
  readonly title: string;
  readonly about: string;
  readonly height: number;
  /** First part of the names of saved files, and the numbers behind the plot; without them it is not offered for saving. */
  readonly save?: { readonly name: string; readonly table: () => PlotTable };
  readonly children: ReactNode;
}

function Figure({ title, about, height, save, children }: FigureProps): ReactNode {
  const words = useWords(circuitWords).plots;
  const drawing = useRef<HTMLElement>(null);
  return (
    <figure className={css['figure']} ref={drawing}>
      <figcaption>
        <b>{title}</b> <span>{about}</span>
      </figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={`${title}. ${about}`}>
        {children}
      </svg>
      {save !== undefined && (
        <PlotExport name={save.name} title={title} figure={() => drawing.current} table={save.table} cite={words.cite} />
      )}
    </figure>
  );
}

const RATES_HEIGHT = 128;
/** Bins of the engine that are averaged to one step. */
const BINS = 10;

function RatesPlot({ run, circuit }: { readonly run: Comparison; readonly circuit: Circuit }): ReactNode {
  const words = useWords(circuitWords);
  const phases = [run.before, run.onset, run.with];
  const total = phases.reduce((sum, phase) => sum + phase.duration_ms, 0);
  const x = (ms: number): number => LEFT + (ROOM * ms) / total;
  const series = circuit.cells.map(({ id, short }) => {
    const bins = phases.flatMap((phase) => Array.from(phase.binned.rates_Hz[id] ?? []));
    const steps = Array.from({ length: Math.floor(bins.length / BINS) }, (_, k) => {
      const part = bins.slice(k * BINS, (k + 1) * BINS);
      return part.reduce((sum, rate) => sum + rate, 0) / part.length;
    });
    return { id, short, steps };
  });
  const most = Math.max(1, ...series.flatMap(({ steps }) => steps));
  const base = RATES_HEIGHT - 18;
  const y = (rate: number): number => base - ((base - 16) * rate) / most;
  const names = spaced(series.map(({ id, steps }) => ({ id, y: y(steps[0] ?? 0) - 4 })));
  const step = run.before.binned.bin_ms * BINS;
  return (
    <Figure
      title={words.plots.rates}
      about={words.plots.ratesAbout}
      height={RATES_HEIGHT}
      save={{
        name: 'circuit-rates',
        table: () => ({
          columns: [
            { id: 'time', label: words.plots.time, unit: 's' },
            ...series.map(({ id, short }) => ({ id: id as string, label: short, unit: 'Hz' })),
          ],
          rows: (series[0]?.steps ?? []).map((_, k) => [((k + 0.5) * step) / 1000, ...series.map(({ steps }) => steps[k] ?? null)]),
        }),
      }}
    >
      <rect x={x(run.before.duration_ms)} y="4" width={x(total) - x(run.before.duration_ms)} height={base - 4} className={css['span']} />
      <path d={`M${LEFT} 4V${base}H${WIDTH - RIGHT}`} className={css['axis']} />
      <text x={LEFT - 4} y={y(most) + 4} textAnchor="end">
        {Math.round(most)}
      </text>
      <text x={LEFT - 4} y={base + 3} textAnchor="end">
        0
      </text>
      <text x={x(run.before.duration_ms / 2)} y={RATES_HEIGHT - 4} textAnchor="middle">
        {words.before}
      </text>
      <text x={x(run.before.duration_ms + (total - run.before.duration_ms) / 2)} y={RATES_HEIGHT - 4} textAnchor="middle">
        {words.with}
      </text>
      {series.map(({ id, short, steps }) => {
        const points = steps.map((rate, k): readonly [number, number] => [x((k + 0.5) * step), y(rate)]);
        return (
          <g key={id} data-series={id} className={css['series']}>
            <path d={line(points)} />
            <text x={LEFT + 4} y={names.get(id)} className={css['named']}>
              {short}
            </text>
          </g>
        );
      })}
    </Figure>
  );
}

/** Names one below the other with room for their letters, as near to their lines as that allows. */
function spaced(names: readonly { readonly id: string; readonly y: number }[]): ReadonlyMap<string, number> {
  let last = -Infinity;
  return new Map(
    names
      .toSorted((a, b) => a.y - b.y)
      .map(({ id, y }) => {
        last = Math.max(y, last + NAME_ROOM);
        return [id, last];
      }),
  );
}
const NAME_ROOM = 10.5;

const SPECTRUM_HEIGHT = 120;
const FREQUENCIES = { from: 4, to: 200 } as const;
const TICKS_HZ = [5, 10, 30, 80, 200] as const;

function SpectrumPlot({ run }: { readonly run: Comparison }): ReactNode {
  const words = useWords(circuitWords);
  const x = (hz: number): number => LEFT + (ROOM * Math.log(hz / FREQUENCIES.from)) / Math.log(FREQUENCIES.to / FREQUENCIES.from);
  const pointsOf = ({ spectrum }: Phase): readonly (readonly [number, number])[] =>
    Array.from(spectrum.frequency_Hz).flatMap((hz, k) => {
      const power = spectrum.power[k] ?? 0;
      return hz < FREQUENCIES.from || hz > FREQUENCIES.to || !(power > 0) ? [] : [[hz, Math.log10(power)] as const];
    });
  const [before, after] = [pointsOf(run.before), pointsOf(run.with)];
  const all = [...before, ...after].map(([, power]) => power);
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const base = SPECTRUM_HEIGHT - 18;
  const y = (power: number): number => base - 4 - ((base - 12) * (power - low)) / Math.max(1e-9, high - low);
  const drawn = (points: typeof before): string => line(points.map(([hz, power]) => [x(hz), y(power)]));
  return (
    <Figure
      title={words.plots.spectrum}
      about={words.plots.spectrumAbout}
      height={SPECTRUM_HEIGHT}
      save={{
        name: 'circuit-field',
        table: () => ({
          columns: [
            { id: 'frequency', label: words.plots.frequency, unit: 'Hz' },
            { id: 'before', label: words.before, unit: 'nA²/Hz' },
            { id: 'with', label: words.with, unit: 'nA²/Hz' },
          ],
          rows: Array.from(run.before.spectrum.frequency_Hz, (hz, k) => [
            hz,
            run.before.spectrum.power[k] ?? null,
            run.with.spectrum.power[k] ?? null,
          ]),
        }),
      }}
    >
      <rect x={x(GAMMA_HZ[0])} y="4" width={x(GAMMA_HZ[1]) - x(GAMMA_HZ[0])} height={base - 4} className={css['span']} />
      <path d={`M${LEFT} 4V${base}H${WIDTH - RIGHT}`} className={css['axis']} />
      {TICKS_HZ.map((hz) => (
        <text key={hz} x={x(hz)} y={SPECTRUM_HEIGHT - 4} textAnchor={hz === FREQUENCIES.to ? 'end' : 'middle'}>
          {hz === FREQUENCIES.to ? `${hz} ${words.plots.hertz}` : hz}
        </text>
      ))}
      <path d={drawn(before)} className={css['thin']} />
      <path d={drawn(after)} className={css['thick']} />
    </Figure>
  );
}

interface RasterProps {
  readonly circuit: Circuit;
  readonly populations: readonly { readonly id: string; readonly count: number }[];
  readonly before: { readonly spikeTimes_ms: Float32Array; readonly spikeCells: Uint16Array };
  readonly after: RasterProps['before'];
}

const A_CELL = 0.6;

function Raster({ circuit, populations, before, after }: RasterProps): ReactNode {
  const words = useWords(circuitWords);
  const count = populations.reduce((sum, each) => sum + each.count, 0);
  const size = Math.max(A_CELL, 100 / count);
  const height = count * size + 8;
  const half = ROOM / 2;
  const dots = ({ spikeTimes_ms, spikeCells }: RasterProps['before'], offset: number): string => {
    let d = '';
    spikeCells.forEach((cell, k) => {
      const time = spikeTimes_ms[k] ?? STRIP_MS;
      if (time < STRIP_MS)
        d += `M${(LEFT + offset + (half * time) / STRIP_MS).toFixed(1)} ${(4 + cell * size).toFixed(1)}v${Math.max(1, size)}`;
    });
    return d;
  };
  const bounds = populations.map(({ id }, k) => ({
    id,
    from: populations.slice(0, k).reduce((sum, each) => sum + each.count, 0) * size + 4,
  }));
  return (
    <details className={css['fold']}>
      <summary>{words.plots.raster}</summary>
      <Figure title={words.plots.raster} about={words.plots.rasterAbout(count)} height={height}>
        <path d={dots(before, 0) + dots(after, half)} className={css['raster']} />
        <path d={`M${LEFT + half} 0V${height}`} className={css['axis']} />
        {bounds.map(({ id, from }) => (
          <g key={id}>
            <path d={`M0 ${from}H${WIDTH - RIGHT}`} className={css['bounding']} />
            <text x="0" y={from + 10}>
              {circuit.cells.find((cell) => cell.id === id)?.short.slice(0, 6) ?? id}
            </text>
          </g>
        ))}
      </Figure>
    </details>
  );
}

const DAY_HEIGHT = 140;
const DAY_TICKS: readonly (readonly [number, string])[] = [
  [1, '1 s'],
  [60, '1 min'],
  [600, '10 min'],
  [3600, '1 h'],
  [21_600, '6 h'],
  [86_400, '1 d'],
];

function DayPlot({ shown }: { readonly shown: HabenulaShown }): ReactNode {
  const words = useWords(circuitWords).plots;
  const { day, dayOptions } = shown;
  const last = day.time_s.at(-1) ?? 86_400;
  const x = (seconds: number): number => LEFT + (ROOM * Math.log(Math.max(1, seconds))) / Math.log(last);
  const base = DAY_HEIGHT - 18;
  const y = (share: number): number => base - (base - 10) * share;
  const course = (values: Float64Array, scale = 1): string =>
    line(Array.from(values).map((value, k) => [x(day.time_s[k] ?? 1), y(value * scale)]));
  return (
    <Figure
      title={words.day}
      about={words.dayAbout(numberWords(dayOptions.peak_uM), numberWords(dayOptions.halfLife_min))}
      height={DAY_HEIGHT}
      save={{
        name: 'habenula-day',
        table: () => ({
          columns: [
            { id: 'time', label: words.time, unit: 's' },
            { id: 'ketamine', label: words.ketamine, unit: 'µM' },
            { id: 'blocked', label: words.blocked },
            { id: 'bursting', label: words.bursting },
          ],
          rows: Array.from(day.time_s, (time, k) => [time, day.ketamine_uM[k] ?? null, day.blocked[k] ?? null, day.bursting[k] ?? null]),
        }),
      }}
    >
      <path d={`M${LEFT} 4V${base}H${WIDTH - RIGHT}`} className={css['axis']} />
      <text x={LEFT - 4} y={y(1) + 4} textAnchor="end">
        100
      </text>
      <text x={LEFT - 4} y={base + 3} textAnchor="end">
        0 %
      </text>
      {DAY_TICKS.filter(([seconds]) => seconds <= last).map(([seconds, name]) => (
        <text key={seconds} x={Math.min(WIDTH - 12, x(seconds))} y={DAY_HEIGHT - 4} textAnchor="middle">
          {name}
        </text>
      ))}
      <path d={`M${x(shown.at_s)} 4V${base}`} className={css['playhead']} />
      <path d={course(day.ketamine_uM, 1 / dayOptions.peak_uM)} className={css['drug']} data-plasma />
      <path d={course(day.blocked)} className={css['thick']} data-blocked />
      <path d={course(day.bursting)} className={css['dashed']} data-bursting />
    </Figure>
  );
}
