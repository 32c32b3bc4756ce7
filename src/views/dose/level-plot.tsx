/** Ketamine in plasma after one dose or two: always the band between models with its middle, never a curve alone. */
import { useId, useMemo, useRef, type PointerEvent, type ReactNode } from 'react';
import { durationShort } from '../../describe/duration';
import { doseShort } from '../../describe/dose-short';
import { dosePanel } from '../../describe/messages/en/dose-panel';
import { numberWords } from '../../describe/plate';
import { createAxis, ticksOf } from '../../explorer/clocks';
import { doseMinutes } from '../../explorer/dose-bench';
import { levelCurve, levelsAt, type LevelCurve, type LevelPoint } from '../../explorer/dose-curve';
import type { PlotTable } from '../../describe/export';
import { PlotExport } from '../shared/plot-export';
import { useExplorer } from '../shared/explorer-context';
import { useSize } from '../shared/use-size';
import { useWords } from '../shared/use-words';
import css from './dose.module.css';
import type { DoseRuns, DoseSide } from './use-dose-run';

const HEIGHT = 132;
const LEFT = 40;
const RIGHT = 14;
const TOP = 14;
const FOOT = 20;

/** Two doses further apart than this share a logarithmic scale, on which both can be read; how many decades it shows. */
const FAR_APART = 4;
const DECADES = 4;
/** Significant digits of saved numbers: more than any model holds, fewer than a computer makes. */
const DIGITS = 5;
const STEPS = [1, 1.5, 2, 3, 4, 5, 6, 8, 10];

/** The next round number that holds a value. */
function roundUp(value: number): number {
  if (!(value > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return (STEPS.find((step) => step * power >= value) ?? 10) * power;
}

export function LevelPlot({ runs }: { readonly runs: DoseRuns }): ReactNode {
  const { state, model, messages, dispatch } = useExplorer();
  const words = useWords(dosePanel);
  const [frame, { width }] = useSize<HTMLDivElement>();
  const drawing = useRef<SVGSVGElement>(null);
  const title = useId();
  const sides = useMemo(
    () => [runs.a, ...(runs.b === null ? [] : [runs.b])].map((side) => ({ side, curve: levelCurve(side.run) })),
    [runs],
  );
  const drawn = sides.filter(({ curve }) => curve.peak !== null);
  if (drawn.length === 0) {
    const waiting = sides.some(({ side }) => side.status === 'waiting' || side.status === 'running');
    return (
      <div className={css['plot']} ref={frame}>
        <p className={css['note']}>{waiting ? words.running : words.plot.none}</p>
      </div>
    );
  }
  const relative = drawn.some(({ curve }) => curve.relative);
  const top = roundUp(Math.max(...drawn.map(({ curve }) => (relative && !curve.relative ? 1 : curve.highest))));
  const length = Math.max(0, width - LEFT - RIGHT);
  const axis = createAxis(length, 0, 0);
  const x = (minutes: number): number => LEFT + axis.x({ basis: 'afterDose', seconds: Math.max(1, minutes * 60) });
  const heights = drawn.map(({ curve }) => curve.peak?.median ?? 0);
  const logarithmic = !relative && Math.max(...heights) > FAR_APART * Math.min(...heights);
  const share = (value: number): number => (logarithmic ? 1 + Math.log10(Math.max(value, Number.MIN_VALUE) / top) / DECADES : value / top);
  const y = (value: number): number => TOP + (1 - Math.min(1, Math.max(0, share(value)))) * (HEIGHT - TOP - FOOT);
  const grid = logarithmic ? [1, 0.1, 0.01, 0.001].map((part) => top * part) : [top / 2, top];
  const now = doseMinutes(state.when);
  const told = drawn.map(({ side, curve }) => summary(side, curve, now));
  function summary({ scenario, run }: DoseSide, curve: LevelCurve, minutes: number | null): string {
    const at = minutes === null ? null : levelsAt(run, minutes);
    const level = at?.plasma == null || at.hidden ? messages.panel.event.unknown : numberWords(at.plasma.value);
    return words.plot.summary(doseShort(scenario, words), numberWords(curve.peak?.median ?? 0), level);
  }
  const bases = new Set(drawn.flatMap(({ curve }) => (curve.basis === null ? [] : [curve.basis])));
  const band = [...bases].map((basis) => words.plot.bands[basis]).join('; ');
  const scrub = (event: PointerEvent<SVGSVGElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    // A page that is shown enlarged has more pixels than the drawing.
    const at = ((event.clientX - box.left) * width) / Math.max(1, box.width) - LEFT;
    dispatch({ type: 'setWhen', when: axis.at(Math.min(length, Math.max(1, at))) });
  };
  const names = [...new Set(drawn.flatMap(({ side }) => side.run?.courses.map((course) => course.model) ?? []))].map(
    (id) => model.pkModels.find((record) => record.id === id)?.name ?? id,
  );
  return (
    <div className={css['plot']} ref={frame}>
      <p className={css['plotHead']}>
        <b>{words.plot.title}</b>{' '}
        <span>{relative ? words.plot.relative : `${logarithmic ? words.plot.logarithmic : words.plot.unit}, ${band}`}</span>
        {drawn.some(({ curve }) => curve.teaching) && <em>{words.plot.teaching}</em>}
        <PlotExport
          name="ketamine-plasma"
          title={words.plot.title}
          figure={() => drawing.current?.parentElement ?? null}
          table={() =>
            tableOf(
              drawn.map(({ side }) => side),
              words,
            )
          }
          cite={words.plot.cite(names.join(', '), band)}
        />
      </p>
      {/* The score's slider is the same control for keys; here the pointer only has a shorter way. */}
      <svg
        onPointerDown={scrub}
        onPointerMove={(event) => event.buttons === 1 && scrub(event)}
        ref={drawing}
        width={width}
        height={HEIGHT}
        role="img"
        aria-labelledby={title}
        direction="ltr"
      >
        <title id={title}>{told.join(' ')}</title>
        {grid.map((value) => (
          <g key={value}>
            <path d={`M${LEFT} ${y(value)}H${width - RIGHT}`} className={css['grid']} />
            <text x={LEFT - 6} y={y(value) + 4} textAnchor="end" className={css['tick']}>
              {numberWords(value)}
            </text>
          </g>
        ))}
        {drawn.map(({ side, curve }) => (
          <g key={side.letter} data-letter={side.letter} data-stale={!side.current} className={css['curve']}>
            {curve.stretches.map((points) => (
              <g key={points[0]?.minutes ?? 0}>
                <path d={bandOf(points, x, y)} className={css['band']} />
                <path d={lineOf(points, x, y)} className={css['line']} />
              </g>
            ))}
            {curve.peak !== null && sides.length > 1 && (
              <text x={x(curve.peak.minutes) + 5} y={y(curve.peak.median) + 4} className={css['letter']}>
                {words.letters[side.letter]}
              </text>
            )}
          </g>
        ))}
        <path d={`M${LEFT} ${y(0) + 0.5}H${width - RIGHT}`} className={css['axisLine']} />
        {ticksOf(axis, (when) => durationShort(when.seconds, messages).length * 6).flatMap(({ when, x: at, anchor }) =>
          when.basis === 'afterSpike'
            ? []
            : [
                <g key={when.seconds}>
                  <path d={`M${LEFT + at} ${y(0)}v4`} className={css['axisLine']} />
                  <text x={LEFT + at} y={HEIGHT - 4} textAnchor={anchor} className={css['tick']}>
                    {durationShort(when.seconds, messages)}
                  </text>
                </g>,
              ],
        )}
        {now !== null && <path d={`M${x(now)} ${TOP - 8}V${y(0)}`} className={css['playhead']} />}
      </svg>
    </div>
  );
}

type Scale = (value: number) => number;

function lineOf(points: readonly LevelPoint[], x: Scale, y: Scale): string {
  return `M${points.map(({ minutes, median }) => `${x(minutes).toFixed(1)} ${y(median).toFixed(1)}`).join('L')}`;
}

function bandOf(points: readonly LevelPoint[], x: Scale, y: Scale): string {
  const upper = points.map(({ minutes, high }) => `${x(minutes).toFixed(1)} ${y(high).toFixed(1)}`);
  const lower = points.toReversed().map(({ minutes, low }) => `${x(minutes).toFixed(1)} ${y(low).toFixed(1)}`);
  return `M${[...upper, ...lower].join('L')}Z`;
}

/** The numbers behind the plot; a model that may only be shown in shape gives none. */
function tableOf(sides: readonly DoseSide[], words: ReturnType<typeof useWords<typeof dosePanel>>): PlotTable {
  const { columns } = words.plot;
  return {
    columns: [
      { id: 'dose', label: columns.dose },
      { id: 'time', label: columns.time, unit: 'min' },
      { id: 'low', label: columns.low, unit: 'ng/mL' },
      { id: 'median', label: columns.median, unit: 'ng/mL' },
      { id: 'high', label: columns.high, unit: 'ng/mL' },
      { id: 'free', label: columns.free, unit: 'uM' },
      { id: 'occupancy', label: columns.occupancy, unit: 'share' },
    ],
    rows: sides.flatMap(({ run, scenario, letter }) => {
      const { stretches, relative } = levelCurve(run);
      const name = `${letter}: ${doseShort(scenario, words)}`;
      return stretches.flat().map(({ minutes, low, median, high }) => {
        const at = levelsAt(run, minutes);
        const numbers = [low, median, high, at?.free.value ?? null, at?.occupancy.value ?? null];
        return [name, minutes, ...numbers.map((value) => (value === null || relative ? null : Number(value.toPrecision(DIGITS))))];
      });
    }),
  };
}
