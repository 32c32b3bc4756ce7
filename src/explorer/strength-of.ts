/** A claim's strength with its reasons, computed once a model. */
import type { Model } from '../model/model';
import type { Claim, Strength } from '../model/schema';
import { gradeClaim, type Grade } from '../model/strength';

const remembered = new WeakMap<Model, Map<string, Grade>>();

export function gradeOf(model: Model, claim: Claim): Grade {
  const grades = remembered.get(model) ?? new Map<string, Grade>();
  remembered.set(model, grades);
  const known = grades.get(claim.id);
  if (known) return known;
  const grade = gradeClaim(claim, model.referenceById);
  grades.set(claim.id, grade);
  return grade;
}

export function strengthOf(model: Model, claim: Claim): Strength {
  return gradeOf(model, claim).strength;
}
