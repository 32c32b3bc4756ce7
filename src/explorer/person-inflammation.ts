/** Markers of inflammation grouped by the marker, so that agreement and disagreement stand side by side. */
import type { Model } from '../model/model';
import type { InflammationFinding } from '../model/schema';

export interface MarkerStudy {
  readonly finding: InflammationFinding;
}

export interface MarkerFamily {
  /** The marker; null for those that only one study has, and for reviews. */
  readonly family: string | null;
  readonly studies: readonly MarkerStudy[];
}

/**
 * Families of markers that two studies or more have, the largest first, then the rest in one. A study of several markers stands in
 * each of its families: it measured each of them.
 */
export function markerFamilies(model: Pick<Model, 'inflammation'>): readonly MarkerFamily[] {
  const byMarker = new Map<string, InflammationFinding[]>();
  for (const finding of model.inflammation)
    for (const marker of finding.markers ?? []) byMarker.set(marker, [...(byMarker.get(marker) ?? []), finding]);
  const shared = [...byMarker].filter(([, findings]) => findings.length > 1).toSorted(([, a], [, b]) => b.length - a.length);
  const placed = new Set(shared.flatMap(([, findings]) => findings));
  const rest = model.inflammation.filter((finding) => !placed.has(finding));
  const families = shared.map(([family, findings]): MarkerFamily => ({ family, studies: findings.map((finding) => ({ finding })) }));
  return rest.length === 0 ? families : [...families, { family: null, studies: rest.map((finding) => ({ finding })) }];
}
