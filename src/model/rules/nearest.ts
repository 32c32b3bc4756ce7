/** "Did you mean": the candidate nearest to a mistyped word. */

/** Edits (insert, delete, replace) between two words, given up at `limit + 1`. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    let best = i;
    for (let j = 1; j <= b.length; j += 1) {
      const replace = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const cost = Math.min(replace, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1);
      next.push(cost);
      best = Math.min(best, cost);
    }
    if (best > limit) return limit + 1;
    row = next;
  }
  return row[b.length] ?? limit + 1;
}

/**
 * The candidate within a third of the word's length (at least two edits) of a word, letter case aside; null when there is
 * none. Ties go to the earlier candidate.
 */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  if (word.length > 80) return null;
  const low = word.toLowerCase();
  let limit = Math.max(2, Math.floor(word.length / 3));
  let found: string | null = null;
  for (const candidate of candidates) {
    const edits = distance(low, candidate.toLowerCase(), limit);
    if (edits > limit || candidate === word) continue;
    found = candidate;
    limit = edits - 1;
    if (limit < 0) break;
  }
  return found;
}

/** `; did you mean "x"?` as a statement for a remedy, or an empty string. */
export function suggestion(word: string, candidates: Iterable<string>): string {
  const near = nearest(word, candidates);
  return near === null ? '' : ` (the nearest is "${near}")`;
}
