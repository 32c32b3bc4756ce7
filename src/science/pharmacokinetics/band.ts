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

/** What a course says of one thing at one moment; undefined where its model does not follow it. */
type Read = (course: Course) => Banded | undefined;

/** What a model standing alone is widened by: the scatter of levels about it, where its record gives one. */
type Widen = (course: Course, banded: Banded) => Banded;

/** Lowest, middle and highest at one moment; a model that stands alone gets its own scatter. Null where no course says anything. */
function joined(all: readonly Course[], middle: readonly Course[], read: Read, widen: Widen): Banded | null {
  let low = Infinity;
  let high = -Infinity;
  const values: number[] = [];
  const inner: number[] = [];
  let alone: Banded | undefined;
  for (const course of all) {
    const banded = read(course);
    if (banded === undefined) continue;
    alone = values.length === 0 ? widen(course, banded) : undefined;
    values.push(banded.value);
    if (middle.includes(course)) inner.push(banded.value);
    low = Math.min(low, banded.low);
    high = Math.max(high, banded.high);
  }
  if (values.length === 0) return null;
  return alone ?? { value: median(inner.length > 0 ? inner : values), low, high };
}

const scattered =
  (analyte: Analyte): Widen =>
  (course, { value, low, high }) => {
    const scatter = course.scatter[analyte];
    return scatter === undefined ? { value, low, high } : { value, low: low * scatter.low, high: high * scatter.high };
  };

/** Occupancy is x / (1 + x) with x in proportion to the levels, so scatter multiplies x. */
const scatteredOccupancy: Widen = (course, { value, low, high }) => {
  const scatter = course.scatter.ketamine;
  const times = (share: number, factor: number): number => (factor * share) / (1 - share + factor * share);
  return scatter === undefined ? { value, low, high } : { value, low: times(low, scatter.low), high: times(high, scatter.high) };
};

function columnOf(
  all: readonly Course[],
  middle: readonly Course[],
  length: number,
  at: (k: number) => Read,
  widen: Widen,
  analyte: Analyte,
): SpreadColumn | null {
  const column = { low: new Float64Array(length), median: new Float64Array(length), high: new Float64Array(length) };
  const followed = at(0);
  const have = all.filter((course) => followed(course) !== undefined);
  const [first, second] = have;
  if (first === undefined) return null;
  for (let k = 0; k < length; k++) {
    const banded = joined(have, middle, at(k), widen);
    column.low[k] = banded?.low ?? NaN;
    column.median[k] = banded?.value ?? NaN;
    column.high[k] = banded?.high ?? NaN;
  }
  const basis = second !== undefined ? 'models' : first.scatter[analyte] === undefined ? 'one curve' : 'scatter';
  return { ...column, models: have.map((course) => course.model), basis };
}

const plain = (value: number | undefined): Banded | undefined => (value === undefined ? undefined : { value, low: value, high: value });
const fromColumn = ({ value, low, high }: BandColumn, k: number): Banded => ({
  value: value[k] ?? NaN,
  low: low[k] ?? NaN,
  high: high[k] ?? NaN,
});

/**
 * Lowest, middle and highest of the courses of one run, at each sample. Where one model alone follows something, the band is
 * the scatter of measured levels about it, if its record gives one. Null for no course, or courses of different runs.
 */
export function bandAcross(courses: readonly Course[]): DoseBand | null {
  const [first] = courses;
  if (first === undefined || courses.some((course) => course.time_min.length !== first.time_min.length)) return null;
  const { all, middle, teaching } = spanned(courses);
  const { time_min, hidden } = first;
  const make = (at: (k: number) => Read, widen: Widen, analyte: Analyte): SpreadColumn | null =>
    columnOf(all, middle, time_min.length, at, widen, analyte);
  const columns = (unit: 'ngPerMl' | 'uM'): Partial<Record<Analyte, SpreadColumn>> => {
    const found: Partial<Record<Analyte, SpreadColumn>> = {};
    for (const analyte of ANALYTES) {
      const column = make((k) => (course) => plain(course.columns[analyte]?.[unit][k]), scattered(analyte), analyte);
      if (column !== null) found[analyte] = column;
    }
    return found;
  };
  const free_uM = make((k) => (course) => fromColumn(course.free_uM, k), scattered('ketamine'), 'ketamine');
  const occupancy = make((k) => (course) => fromColumn(course.occupancy, k), scatteredOccupancy, 'ketamine');
  if (free_uM === null || occupancy === null) return null;
  const relativeOnly = all.some((course) => course.relativeOnly);
  return { time_min, ngPerMl: columns('ngPerMl'), uM: columns('uM'), free_uM, occupancy, hidden, teaching, relativeOnly };
}

/** The band at any time in minutes, exact; null when the run has no course. */
export function bandAt(run: DoseRun, time_min: number): BandMoment | null {
  if (run.band === null) return null;
  const { all, middle } = spanned(run.courses);
  const moments = new Map(all.map((course) => [course, course.at(time_min)]));
  const levels = (unit: 'plasma_ngPerMl' | 'plasma_uM'): Partial<Record<Analyte, Banded>> => {
    const found: Partial<Record<Analyte, Banded>> = {};
    for (const analyte of ANALYTES) {
      const banded = joined(all, middle, (course) => plain(moments.get(course)?.levels[analyte]?.[unit]), scattered(analyte));
      if (banded !== null) found[analyte] = banded;
    }
    return found;
  };
  const [any] = moments.values();
  const free_uM = joined(all, middle, (course) => moments.get(course)?.free_uM, scattered('ketamine'));
  const occupancy = joined(all, middle, (course) => moments.get(course)?.occupancy, scatteredOccupancy);
  if (any === undefined || free_uM === null || occupancy === null) return null;
  return { time_min: any.time_min, ngPerMl: levels('plasma_ngPerMl'), uM: levels('plasma_uM'), free_uM, occupancy, hidden: any.hidden };
}
