/** Publications, and how far each identifier was checked against text somebody read. */
import * as z from 'zod/mini';
import { Check, ReferenceId, text } from './common';

export const READ_EXTENTS = ['full text', 'abstract', 'part', 'elsewhere', 'not found'] as const;
/** How much of a paper was read: "part" of its abstract or text, "elsewhere" only as others tell it. */
export const ReadExtent = z.enum(READ_EXTENTS);
export type ReadExtent = z.infer<typeof ReadExtent>;

/** The last time that somebody held our use of a paper against the paper itself. */
export const Reading = z.strictObject({
  /** The day, as YYYY-MM-DD. */
  on: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, 'a day is YYYY-MM-DD')),
  extent: ReadExtent,
  /** Where it was read: an identifier or the kind of page. Left out when it was not found. */
  where: z.optional(text),
  /** What was read there, in our words. Left out when it was not found. */
  says: z.optional(text),
});
export type Reading = z.infer<typeof Reading>;

/**
 * A publication. `check` speaks of the bibliographic record and its main finding. `doiCheck` and `pmidCheck` speak of the
 * identifier strings: an unchecked identifier is shown as text and is never a link.
 */
export const Reference = z.strictObject({
  id: ReferenceId,
  /** Authors as "Family AB" in order; the last item may be "et al." where the record is shortened. */
  authors: z.array(text),
  year: z.number().check(z.minimum(1800), z.maximum(2100)),
  title: text,
  /** Journal, volume and pages in one line, as found. */
  journal: text,
  /** Without a resolver address in front. */
  doi: z.optional(text),
  /** Whether this string was read in a text about this paper. Unchecked ones are never links. */
  doiCheck: z.optional(Check),
  pmid: z.optional(z.string().check(z.regex(/^\d{1,9}$/, 'a PMID has digits only'))),
  /** Whether this string was read in a text about this paper. Unchecked ones are never links. */
  pmidCheck: z.optional(Check),
  pmcid: z.optional(z.string().check(z.regex(/^PMC\d+$/, 'a PMCID is "PMC" and digits'))),
  /** A stable public address for things without a DOI, such as a drug label. */
  url: z.optional(text),
  check: Check,
  /** How it was checked or why it could not be, in one line. */
  checkNote: z.optional(text),
  /** When it was last looked for and read again. Left out where that was never done after the record was made. */
  reading: z.optional(Reading),
  kind: z.enum(['article', 'review', 'label', 'guideline', 'dataset', 'software', 'book']),
});
export type Reference = z.infer<typeof Reference>;
