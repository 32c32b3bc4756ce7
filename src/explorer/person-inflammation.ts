/** Markers of inflammation grouped by the marker, so that agreement and disagreement stand side by side. */
import type { Model } from '../model/model';
import type { InflammationFinding, MarkerChange } from '../model/schema';

export interface MarkerStudy {
  readonly finding: InflammationFinding;
  readonly change: MarkerChange;
}

export interface MarkerFamily {
  /** The marker; null for those that only one study has. */
  readonly family: string | null;
  readonly studies: readonly MarkerStudy[];
}

/**
 * Families of markers that two studies or more have, the largest first, then all others in one. A study of several markers stands in
 * each of its families, with the direction that this marker took in it.
 */
export function markerFamilies(model: Pick<Model, 'inflammation'>): readonly MarkerFamily[] {
  const studies = model.inflammation.flatMap((finding) => (finding.changes ?? []).map((change): MarkerStudy => ({ finding, change })));
  const names = [...new Set(studies.map(({ change }) => change.marker))];
  const families = names.map((family) => ({ family, studies: studies.filter(({ change }) => change.marker === family) }));
  const shared = families.filter((each) => each.studies.length > 1).toSorted((a, b) => b.studies.length - a.studies.length);
  const rest = families.filter((each) => each.studies.length === 1).flatMap((each) => each.studies);
  return rest.length === 0 ? shared : [...shared, { family: null, studies: rest }];
}
