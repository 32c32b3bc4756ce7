/** Courses over time as a pack has them: the readings of one curve in one of its own columns. */
import type { Model } from '../model/model';
import type { ResponseCurve } from '../model/schema';

export interface CoursePoint {
  /** Seconds after the dose. */
  readonly seconds: number;
  readonly value: number;
}

export interface Course {
  readonly curve: ResponseCurve;
  readonly points: readonly CoursePoint[];
}

/** The curve of a basis that holds `column` at three times or more, with those readings in time order; null without one. */
export function courseOf(model: Pick<Model, 'responseCurves'>, basis: ResponseCurve['basis'], column: string): Course | null {
  for (const curve of model.responseCurves) {
    if (curve.basis !== basis) continue;
    const points = curve.points.flatMap((point): CoursePoint[] => {
      const value: unknown = point[column];
      return point.tMin !== null && typeof value === 'number' ? [{ seconds: point.tMin * 60, value }] : [];
    });
    if (points.length >= 3) return { curve, points: points.toSorted((a, b) => a.seconds - b.seconds) };
  }
  return null;
}
