/** The plasma curve of a dose run, ready to be drawn: what is hidden is left out, and what has no scale has none. */
import { bandAt } from '../science/pharmacokinetics/band';
import type { Banded, DoseRun, SpreadColumn } from '../science/pharmacokinetics/types';

export interface LevelPoint {
  readonly minutes: number;
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

export interface LevelCurve {
  /** Stretches that may be drawn, each without a gap; ng/mL, or shares of the highest middle where only the shape is known. */
  readonly stretches: readonly (readonly LevelPoint[])[];
  /** Highest upper end and highest middle outside hidden times. */
  readonly highest: number;
  readonly peak: LevelPoint | null;
  readonly relative: boolean;
  readonly teaching: boolean;
  /** What the band is: the spread of models, of measured levels about one model, or nothing. */
  readonly basis: SpreadColumn['basis'] | null;
}

const NOTHING: LevelCurve = { stretches: [], highest: 0, peak: null, relative: false, teaching: false, basis: null };

export function levelCurve(run: DoseRun | null): LevelCurve {
  const band = run?.band ?? null;
  const column = band?.ngPerMl.ketamine;
  if (band === null || column === undefined) return NOTHING;
  const isHidden = (minutes: number): boolean => band.hidden.some(([from, to]) => minutes >= from && minutes < to);
  const whole = Math.max(...column.median.filter((_, k) => !isHidden(band.time_min[k] ?? 0)));
  const scale = band.relativeOnly && whole > 0 ? 1 / whole : 1;
  const stretches: LevelPoint[][] = [];
  let open: LevelPoint[] | null = null;
  for (const [k, minutes] of band.time_min.entries()) {
    if (isHidden(minutes)) {
      open = null;
      continue;
    }
    const point = {
      minutes,
      low: (column.low[k] ?? 0) * scale,
      median: (column.median[k] ?? 0) * scale,
      high: (column.high[k] ?? 0) * scale,
    };
    if (open === null) stretches.push((open = []));
    open.push(point);
  }
  const points = stretches.flat();
  const peak = points.reduce<LevelPoint | null>((best, point) => (best === null || point.median > best.median ? point : best), null);
  return {
    stretches,
    highest: points.reduce((most, { high }) => Math.max(most, high), 0),
    peak,
    relative: band.relativeOnly,
    teaching: band.teaching,
    basis: column.basis,
  };
}

/** Plasma, free concentration and modelled occupancy at a moment; null without a level that may be told. */
export function levelsAt(
  run: DoseRun | null,
  minutes: number,
): { readonly plasma: Banded | null; readonly free: Banded; readonly occupancy: Banded; readonly hidden: boolean } | null {
  if (run === null || run.band === null || run.band.relativeOnly) return null;
  const at = bandAt(run, minutes);
  return at === null ? null : { plasma: at.ngPerMl.ketamine ?? null, free: at.free_uM, occupancy: at.occupancy, hidden: at.hidden };
}
