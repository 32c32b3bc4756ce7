/** Paths of a modelled band over the picture's time. */
import type { DoseBand, SpreadColumn } from '../../science/pharmacokinetics/types';

type Scale = (value: number) => number;

interface Point {
  readonly x: number;
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

/** Runs of points without the times that are not to be drawn. Minutes become seconds; the first second is the start of the clock. */
function runs(band: DoseBand, column: SpreadColumn, x: Scale): readonly (readonly Point[])[] {
  const found: Point[][] = [[]];
  for (const [index, minutes] of band.time_min.entries()) {
    if (band.hidden.some(([from, to]) => minutes >= from && minutes < to)) {
      if ((found.at(-1)?.length ?? 0) > 0) found.push([]);
      continue;
    }
    const [low, median, high] = [column.low[index], column.median[index], column.high[index]];
    if (low === undefined || median === undefined || high === undefined) continue;
    found.at(-1)?.push({ x: x(Math.max(1, minutes * 60)), low, median, high });
  }
  return found.filter((points) => points.length > 1);
}

const at = (x: number, y: number): string => `${x.toFixed(1)} ${y.toFixed(1)}`;

export interface BandPaths {
  readonly area: string;
  readonly line: string;
}

/** The area from low to high and the line of the middle. `y` turns a value into pixels. */
export function bandPaths(band: DoseBand, column: SpreadColumn, x: Scale, y: Scale): BandPaths {
  const pieces = runs(band, column, x);
  return {
    area: pieces
      .map((points) => {
        const over = points.map((point) => at(point.x, y(point.high)));
        const under = points.toReversed().map((point) => at(point.x, y(point.low)));
        return `M${[...over, ...under].join('L')}Z`;
      })
      .join(''),
    line: pieces.map((points) => `M${points.map((point) => at(point.x, y(point.median))).join('L')}`).join(''),
  };
}

/** Largest value of a column outside hidden times. */
export function highest(band: DoseBand, column: SpreadColumn): number {
  let most = 0;
  for (const [index, minutes] of band.time_min.entries()) {
    if (!band.hidden.some(([from, to]) => minutes >= from && minutes < to)) most = Math.max(most, column.high[index] ?? 0);
  }
  return most;
}
