/** The dose that is compared with, in the same plot: dashed, its band lighter, both named by their letters. */
import type { ReactNode } from 'react';
import { dosePanel } from '../../describe/messages/en/dose-panel';
import type { DoseBand, DoseRun, SpreadColumn } from '../../science/pharmacokinetics/types';
import { useWords } from '../shared/use-words';
import { bandPaths, highest } from './band-path';
import ink from './marks.module.css';
import css from './person.module.css';

type Scale = (value: number) => number;
type Pick = (band: DoseBand) => SpreadColumn | undefined;

/** Largest value that a plot of this run must hold; 0 for none. */
export function reachOf(run: DoseRun | null, pick: Pick): number {
  const column = run?.band == null ? undefined : pick(run.band);
  return run?.band == null || column === undefined ? 0 : highest(run.band, column);
}

interface Props {
  readonly a: DoseRun | null;
  readonly b: DoseRun;
  readonly pick: Pick;
  readonly x: Scale;
  readonly y: Scale;
}

/** Where the middle of a run is highest outside hidden times, in pixels; null for no curve. */
function summit(run: DoseRun | null, pick: Pick, x: Scale, y: Scale): { readonly x: number; readonly y: number } | null {
  const column = run?.band == null ? undefined : pick(run.band);
  if (run?.band == null || column === undefined) return null;
  let best = -1;
  for (const [k, minutes] of run.band.time_min.entries()) {
    const hidden = run.band.hidden.some(([from, to]) => minutes >= from && minutes < to);
    if (!hidden && (best < 0 || (column.median[k] ?? 0) > (column.median[best] ?? 0))) best = k;
  }
  return best < 0 ? null : { x: x(Math.max(1, (run.band.time_min[best] ?? 0) * 60)), y: y(column.median[best] ?? 0) };
}

export function OtherDose({ a, b, pick, x, y }: Props): ReactNode {
  const { letters } = useWords(dosePanel);
  const column = b.band === null ? undefined : pick(b.band);
  if (b.band === null || column === undefined) return null;
  const paths = bandPaths(b.band, column, x, y);
  const marks = [
    [letters.A, summit(a, pick, x, y)],
    [letters.B, summit(b, pick, x, y)],
  ] as const;
  return (
    <g data-dose="B">
      <path d={paths.area} className={ink['band']} data-other />
      <path d={paths.line} className={ink['line']} data-other />
      {marks.map(
        ([letter, at]) =>
          at !== null && (
            <text key={letter} x={at.x - 6} y={Math.max(10, at.y + 3)} textAnchor="end" className={css['doseLetter']}>
              {letter}
            </text>
          ),
      )}
    </g>
  );
}
