/**
 * How strong a claim is, as shown to the reader. The authors' judgement is a ceiling; the evidence in the pack can only lower
 * it. What counts is papers, not rows of evidence:
 *
 * - A paper **supports** or **contradicts** a claim when all its rows do; a paper with rows of both kinds, or with a mixed
 *   one, is **mixed**.
 * - A paper is **checked** when one of its rows was compared with its source and its bibliographic record was too.
 *   Contradicting papers count whether checked or not: doubt is the cautious side.
 * - A paper is **secondary** when it is a review, book, guideline or label, or is used as a review here. It reports the work
 *   of others, so it is no independent observation.
 *
 * | what is found                                                               | at most   |
 * |-----------------------------------------------------------------------------|-----------|
 * | the authors judge the claim strong, moderate, weak, contested                | strong, moderate, early, contested |
 * | a paper contradicts, and fewer than three checked papers support for each    | contested |
 * | a paper contradicts, but three or more checked papers support for each       | moderate  |
 * | a paper is mixed                                                             | moderate  |
 * | no paper supports and none contradicts: mixed results only                   | early     |
 * | the evidence is about a relative of the source (`extrapolated`)              | early     |
 * | no supporting paper is checked                                               | early     |
 * | all checked supporting papers are secondary                                  | moderate  |
 * | one primary checked paper, unless it shows a structure or two preparations   | moderate  |
 *
 * The lowest limit holds, in the order strong, moderate, early, contested. It follows that a further contradicting paper never
 * raises a claim and that a further checked, supporting, independent paper never lowers one. The thresholds are conventions
 * of this project, chosen to be simple enough to say in a sentence; they are no published grading scale.
 */
import type { Claim, Evidence, Judgement, Preparation, Reference, ReferenceId, Species, Strength } from './schema';

/** Checked supporting papers needed for each contradicting one before a claim stops being contested. */
export const OUTNUMBERED_BY = 3;

/** One reason for a strength, as data; `limit` is the strength it allows at most. `describe/strength` has the words. */
export type Reason =
  | {
      readonly kind: 'support';
      readonly papers: number;
      readonly checked: number;
      readonly species: readonly Species[];
      readonly preparations: readonly Preparation[];
      readonly limit: 'strong';
    }
  | { readonly kind: 'judgement'; readonly judgement: Judgement; readonly limit: Strength }
  | { readonly kind: 'disputed'; readonly supporting: number; readonly contradicting: number; readonly limit: 'contested' }
  | { readonly kind: 'outnumbered'; readonly supporting: number; readonly contradicting: number; readonly limit: 'moderate' }
  | { readonly kind: 'mixed'; readonly papers: number; readonly limit: 'moderate' }
  | { readonly kind: 'mixedOnly'; readonly papers: number; readonly limit: 'early' }
  | { readonly kind: 'extrapolated'; readonly limit: 'early' }
  | { readonly kind: 'unchecked'; readonly papers: number; readonly limit: 'early' }
  | { readonly kind: 'secondaryOnly'; readonly papers: number; readonly limit: 'moderate' }
  | { readonly kind: 'singlePaper'; readonly reference: ReferenceId; readonly preparation: Preparation; readonly limit: 'moderate' };

export interface Grade {
  readonly strength: Strength;
  /** What supports the claim first, then every limit that applies, lowest first. */
  readonly reasons: readonly Reason[];
}

const RANK: Readonly<Record<Strength, number>> = { contested: 0, early: 1, moderate: 2, strong: 3 };

const CEILING: Readonly<Record<Judgement, Strength>> = { strong: 'strong', moderate: 'moderate', weak: 'early', contested: 'contested' };

/** Negative when `a` is weaker than `b`. */
export function compareStrength(a: Strength, b: Strength): number {
  return RANK[a] - RANK[b];
}

interface Paper {
  readonly reference: ReferenceId;
  readonly stance: Evidence['stance'];
  readonly checked: boolean;
  readonly secondary: boolean;
  readonly rows: readonly Evidence[];
}

function papersOf(claim: Claim, references: ReadonlyMap<ReferenceId, Reference>): Paper[] {
  const rowsOf = new Map<ReferenceId, Evidence[]>();
  for (const row of claim.evidence) rowsOf.set(row.reference, [...(rowsOf.get(row.reference) ?? []), row]);
  return [...rowsOf].map(([id, rows]): Paper => {
    const record = references.get(id);
    const first = rows[0]?.stance ?? 'mixed';
    return {
      reference: id,
      stance: rows.every((row) => row.stance === first) ? first : 'mixed',
      checked: record?.check !== 'unchecked' && rows.some((row) => row.check === 'checked'),
      secondary: (record !== undefined && SECONDARY.has(record.kind)) || rows.every((row) => row.preparation === 'review'),
      rows,
    };
  });
}

const SECONDARY: ReadonlySet<Reference['kind']> = new Set(['review', 'book', 'guideline', 'label']);

function disputes(supporting: number, contradicting: number): Reason | null {
  if (contradicting === 0) return null;
  return supporting < OUTNUMBERED_BY * contradicting
    ? { kind: 'disputed', supporting, contradicting, limit: 'contested' }
    : { kind: 'outnumbered', supporting, contradicting, limit: 'moderate' };
}

function footing(checked: readonly Paper[], supporting: number): Reason | null {
  if (checked.length === 0) return { kind: 'unchecked', papers: supporting, limit: 'early' };
  const primary = checked.filter((paper) => !paper.secondary);
  const [only] = primary;
  if (only === undefined) return { kind: 'secondaryOnly', papers: checked.length, limit: 'moderate' };
  if (primary.length > 1) return null;
  const preparations = new Set(only.rows.filter((row) => row.check === 'checked').map((row) => row.preparation));
  const [preparation = 'in vitro'] = preparations;
  if (preparations.has('structure') || preparations.size > 1) return null;
  return { kind: 'singlePaper', reference: only.reference, preparation, limit: 'moderate' };
}

/**
 * The strength of a claim by the rule at the head of this file, with the reasons for it.
 *
 * @param references the model's `referenceById`; a paper that is not in it counts by its rows alone.
 */
export function gradeClaim(claim: Claim, references: ReadonlyMap<ReferenceId, Reference>): Grade {
  const papers = papersOf(claim, references);
  const supporting = papers.filter((paper) => paper.stance === 'supports');
  const contradicting = papers.filter((paper) => paper.stance === 'contradicts').length;
  const mixed = papers.filter((paper) => paper.stance === 'mixed').length;
  const checked = supporting.filter((paper) => paper.checked);

  const limits: (Reason | null)[] = [
    { kind: 'judgement', judgement: claim.judgement, limit: CEILING[claim.judgement] },
    disputes(checked.length, contradicting),
    mixed > 0 && supporting.length > 0 ? { kind: 'mixed', papers: mixed, limit: 'moderate' } : null,
    supporting.length + contradicting === 0 ? { kind: 'mixedOnly', papers: mixed, limit: 'early' } : null,
    claim.extrapolated === true ? { kind: 'extrapolated', limit: 'early' } : null,
    supporting.length > 0 ? footing(checked, supporting.length) : null,
  ];
  const held = limits.filter((reason) => reason !== null).sort((a, b) => compareStrength(a.limit, b.limit));
  const rows = supporting.flatMap((paper) => paper.rows);
  const support: Reason = {
    kind: 'support',
    papers: supporting.length,
    checked: checked.length,
    species: [...new Set(rows.map((row) => row.species))],
    preparations: [...new Set(rows.map((row) => row.preparation))],
    limit: 'strong',
  };
  const strength = held[0]?.limit ?? 'strong';
  return { strength, reasons: supporting.length > 0 ? [support, ...held] : held };
}
