/** The reader's filters, applied to one claim. */
import type { Claim, Evidence, Strength } from '../model/schema';
import type { Filters } from './state';

/** One piece of evidence must meet species, preparation and check together; otherwise two half matches would pass as one. */
export function evidencePasses(evidence: Evidence, filters: Filters): boolean {
  return (
    (filters.species.length === 0 || filters.species.includes(evidence.species)) &&
    (filters.preparation.length === 0 || filters.preparation.includes(evidence.preparation)) &&
    (filters.check === 'any' || filters.check === evidence.check)
  );
}

/** Whether a claim is drawn. Claims of the extended tier stay out until they are asked for. */
export function claimPasses(claim: Claim, strength: Strength, filters: Filters): boolean {
  if (claim.tier === 'extended' && !filters.extended) return false;
  if (filters.strength.length > 0 && !filters.strength.includes(strength)) return false;
  return claim.evidence.some((item) => evidencePasses(item, filters));
}

/** True when the reader has narrowed anything down. Showing the extended tier widens, so it does not count. */
export function isFiltering(filters: Filters): boolean {
  return filters.species.length + filters.preparation.length + filters.strength.length > 0 || filters.check !== 'any';
}
