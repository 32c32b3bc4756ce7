/** Turns the parts of the clinical survey that are still imported (regions, metabolites) into pack records. */
import type * as z from 'zod/mini';
import type { Check, MetaboliteFinding, RegionFinding } from '../../model/schema';
import type { Authored } from './authored';
import type { Loose } from './network';
import type { Sources } from './source';
import { typeset } from './typeset';

type Out<S extends z.core.$ZodType> = Loose<z.input<S>>[];

const checkOf = (verified: boolean): Check => (verified ? 'checked' : 'unchecked');
const noted = (note: string | undefined): { note?: string } => (note === undefined || note === '' ? {} : { note: typeset(note) });

export function regionFindings(sources: Sources, idOf: (id: string) => string, links: Authored['links']): Out<typeof RegionFinding> {
  return sources.clinical.regionEffects.map((finding) => {
    const entity = links.regionEntity[finding.id];
    const note = [finding.note, links.regionNote[finding.id] ?? ''].filter((part) => part !== '').join('; ');
    return {
      id: finding.id,
      region: finding.region,
      ...(entity === undefined ? {} : { entity }),
      uberon: finding.uberon,
      uberonCheck: checkOf(finding.uberonVerified),
      effect: typeset(finding.effect),
      direction: finding.direction,
      method: finding.method,
      species: { 'rat and mouse': 'rodent', 'human and monkey': 'human' }[finding.species] ?? finding.species,
      model: finding.model,
      dose: typeset(finding.dose),
      time: finding.timeAfterDose,
      references: finding.refs.map(idOf),
      contradictedBy: finding.contradictedBy,
      strength: finding.strength,
      check: checkOf(finding.verified),
      ...noted(note),
    };
  });
}

export function metabolites(sources: Sources, idOf: (id: string) => string): Out<typeof MetaboliteFinding> {
  return sources.clinical.metaboliteEvidence.map((finding) => ({
    id: finding.id,
    statement: typeset(finding.statement),
    direction: finding.direction,
    species: finding.species,
    references: finding.refs.map(idOf),
    check: checkOf(finding.verified),
    ...noted(finding.note),
  }));
}
