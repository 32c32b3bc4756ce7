/** Turns the parts of the clinical survey that are still imported (metabolites) into pack records. */
import type * as z from 'zod/mini';
import type { Check, MetaboliteFinding } from '../../model/schema';
import type { Loose } from './network';
import type { Sources } from './source';
import { typeset } from './typeset';

type Out<S extends z.core.$ZodType> = Loose<z.input<S>>[];

const checkOf = (verified: boolean): Check => (verified ? 'checked' : 'unchecked');
const noted = (note: string | undefined): { note?: string } => (note === undefined || note === '' ? {} : { note: typeset(note) });

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
