/** The band across models. It is the spread of published descriptions of the same dose, not of people. */
import {
  ANALYTES,
  type Analyte,
  type BandColumn,
  type BandMoment,
  type Banded,
  type Course,
  type DoseBand,
  type DoseRun,
  type SpreadColumn,
} from './types';

/**
 * Which courses a band spans: published ones where there are any, else the teaching constructions. Models that serve as
 * bounds widen it but do not move its middle.
 */
function spanned(courses: readonly Course[]): {
  readonly all: readonly Course[];
  readonly middle: readonly Course[];
  readonly teaching: boolean;
} {
  const published = courses.filter((course) => !course.teaching);
  const all = published.length > 0 ? published : courses;
  const estimates = all.filter((course) => course.use === 'estimate');
  return { all, middle: estimates.length > 0 ? estimates : all, teaching: published.length === 0 };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const high = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? NaN) + high) / 2;
}

interface Sides {
  readonly low: (course: Course) => Float64Array | undefined;
  readonly value: (course: Course) => Float64Array | undefined;
  readonly high: (course: Course) => Float64Array | undefined;
}

function spread(all: readonly Course[], middle: readonly Course[], length: number, sides: Sides): SpreadColumn | null {
  const have = all.filter((course) => sides.value(course) !== undefined);
  if (have.length === 0) return null;
  const inner = have.filter((course) => middle.includes(course));
  const centre = inner.length > 0 ? inner : have;
  const column = { low: new Float64Array(length), median: new Float64Array(length), high: new Float64Array(length) };
  for (let k = 0; k < length; k++) {
    column.low[k] = Math.min(...have.map((course) => sides.low(course)?.[k] ?? NaN));
    column.high[k] = Math.max(...have.map((course) => sides.high(course)?.[k] ?? NaN));
    column.median[k] = median(centre.map((course) => sides.value(course)?.[k] ?? NaN));
  }
  return { ...column, models: have.map((course) => course.model) };
}

const one = (pick: (course: Course) => Float64Array | undefined): Sides => ({ low: pick, value: pick, high: pick });
const three = (pick: (course: Course) => BandColumn): Sides => ({
  low: (course) => pick(course).low,
  value: (course) => pick(course).value,
  high: (course) => pick(course).high,
});

/** Lowest, middle and highest of the courses of one run, at each sample. Null for no course, or courses of different runs. */
export function bandAcross(courses: readonly Course[]): DoseBand | null {
  const [first] = courses;
  if (first === undefined || courses.some((course) => course.time_min.length !== first.time_min.length)) return null;
  const { all, middle, teaching } = spanned(courses);
  const { time_min, hidden } = first;
  const columns = (unit: 'ngPerMl' | 'uM'): Partial<Record<Analyte, SpreadColumn>> => {
    const found: Partial<Record<Analyte, SpreadColumn>> = {};
    for (const analyte of ANALYTES) {
      const column = spread(
        all,
        middle,
        time_min.length,
        one((course) => course.columns[analyte]?.[unit]),
      );
      if (column !== null) found[analyte] = column;
    }
    return found;
  };
  const free_uM = spread(
    all,
    middle,
    time_min.length,
    three((course) => course.free_uM),
  );
  const occupancy = spread(
    all,
    middle,
    time_min.length,
    three((course) => course.occupancy),
  );
  if (free_uM === null || occupancy === null) return null;
  const relativeOnly = all.some((course) => course.relativeOnly);
  return { time_min, ngPerMl: columns('ngPerMl'), uM: columns('uM'), free_uM, occupancy, hidden, teaching, relativeOnly };
}

function spanOf(values: readonly Banded[], centre: readonly Banded[]): Banded {
  return {
    value: median(centre.map(({ value }) => value)),
    low: Math.min(...values.map(({ low }) => low)),
    high: Math.max(...values.map(({ high }) => high)),
  };
}

/** The band at any time in minutes, exact; null when the run has no course. */
export function bandAt(run: DoseRun, time_min: number): BandMoment | null {
  if (run.band === null) return null;
  const { all, middle } = spanned(run.courses);
  const moments = new Map(all.map((course) => [course, course.at(time_min)]));
  const pick = <T>(courses: readonly Course[], read: (course: Course) => T | undefined): T[] =>
    courses.flatMap((course) => {
      const value = read(course);
      return value === undefined ? [] : [value];
    });
  const levels = (unit: 'plasma_ngPerMl' | 'plasma_uM'): Partial<Record<Analyte, Banded>> => {
    const found: Partial<Record<Analyte, Banded>> = {};
    for (const analyte of ANALYTES) {
      const read = (course: Course): Banded | undefined => {
        const value = moments.get(course)?.levels[analyte]?.[unit];
        return value === undefined ? undefined : { value, low: value, high: value };
      };
      const values = pick(all, read);
      const centre = pick(middle, read);
      if (values.length > 0) found[analyte] = spanOf(values, centre.length > 0 ? centre : values);
    }
    return found;
  };
  const banded = (read: 'free_uM' | 'occupancy'): Banded =>
    spanOf(
      pick(all, (course) => moments.get(course)?.[read]),
      pick(middle, (course) => moments.get(course)?.[read]),
    );
  const [any] = moments.values();
  return {
    time_min: any?.time_min ?? 0,
    ngPerMl: levels('plasma_ngPerMl'),
    uM: levels('plasma_uM'),
    free_uM: banded('free_uM'),
    occupancy: banded('occupancy'),
    hidden: any?.hidden ?? false,
  };
}
