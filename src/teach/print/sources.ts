/** The papers that a step stands on: those it cites, and those behind the claims, findings, events and numbers it cites. */
import { claimOf, referenceOf } from '../../explorer/lookup';
import type { Model } from '../../model/model';
import type { TourStep } from '../../model/schema';

export function sourcesOf(step: TourStep, model: Model): readonly string[] {
  const cited = [...step.cites, ...(step.predict?.cites ?? []), ...(step.figure === undefined ? [] : [step.figure.record])];
  const found = cited.flatMap((id): readonly string[] => {
    if (referenceOf(model, id) !== undefined) return [id];
    const claim = claimOf(model, id);
    if (claim !== undefined) return claim.evidence.map(({ reference }) => reference);
    const lists: readonly (readonly { readonly id: string; readonly references: readonly string[] }[])[] = [
      model.events,
      model.parameters,
      model.responseCurves,
      model.safety,
      model.regionFindings,
      model.inflammation,
      model.statements,
      model.pkTargets,
    ];
    return lists.flatMap((list) => list.filter((record) => record.id === id).flatMap(({ references }) => references));
  });
  return [...new Set(found)];
}
