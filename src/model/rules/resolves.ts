/** Every id that a record names is the id, or an old id, of a record that is in. */
import type { RecordListName } from '../schema';
import type { Draft, Entry, Finding, Path } from './draft';
import { leaveOut, living, livingOf, pathText } from './draft';
import { itemPath, livingLinks } from './links';
import type { Link } from './links';
import { suggestion } from './nearest';

/** Suggestions are looked up for this many dead ids; a pack with more has another fault first. */
const SUGGESTIONS = 20;

/** The record that an id names in one of some lists, if it is in. */
export function recordOf(draft: Draft, lists: readonly RecordListName[], id: string): Entry | null {
  for (const name of lists) {
    const entry = draft.byId.get(name)?.get(id);
    if (entry?.alive === true) return entry;
  }
  return null;
}

function present(draft: Draft, lists: readonly RecordListName[], id: string): string | null {
  if (recordOf(draft, lists, id) !== null) return id;
  const next = draft.aliases.get(id);
  return next !== undefined && recordOf(draft, lists, next) !== null ? next : null;
}

function known(draft: Draft, lists: readonly RecordListName[]): string[] {
  return lists.flatMap((name) => [...(draft.byId.get(name)?.keys() ?? [])]);
}

function wasLeftOut(draft: Draft, lists: readonly RecordListName[], id: string): boolean {
  return lists.some((name) => draft.byId.get(name)?.has(id) === true);
}

function noun(lists: readonly RecordListName[]): string {
  return lists.length > 3 ? 'any list' : lists.map((name) => `"${name}"`).join(' or ');
}

/** Whether an item is the last of its list that is still in. */
function lastOf(entry: Entry, item: Path): boolean {
  const list = item.slice(0, -1);
  let here: unknown = entry.value;
  for (const step of list) here = typeof here === 'object' && here !== null ? Reflect.get(here, step) : undefined;
  return Array.isArray(here) && here.length - (entry.cutsOf.get(pathText(list)) ?? 0) <= 1;
}

function lossOf(entry: Entry, link: Link, path: Path): Finding['loss'] {
  if (link.loss === 'record') return 'record';
  const item = itemPath(path);
  if (entry.list === 'claims' && item[0] === 'evidence' && typeof item[1] === 'number') {
    // Evidence that speaks against its claim may not vanish alone: the claim would look better founded than it is.
    const claim = entry.value;
    if ('evidence' in claim && claim.evidence[item[1]]?.stance !== 'supports') return 'record';
  }
  if (link.loss === 'item' || !lastOf(entry, item)) return { cut: item };
  const holder = itemPath(item.slice(0, -1));
  return typeof holder.at(-1) === 'number' ? { cut: holder } : 'record';
}

/** Judges the links of one record, noting present ids for old ones, and gives what it found. */
function judge(draft: Draft, entry: Entry, budget: { left: number }): Finding[] {
  const findings: Finding[] = [];
  for (const { link, id, path } of livingLinks(entry)) {
    const now = present(draft, link.to, id);
    if (now !== null) {
      if (now !== id) entry.rewrites.set(pathText(path), now);
      continue;
    }
    const gone = wasLeftOut(draft, link.to, id);
    budget.left -= 1;
    const near = !gone && budget.left >= 0 ? suggestion(id, known(draft, link.to)) : '';
    const finding: Finding = {
      entry,
      path,
      message: gone ? `"${id}" was left out` : `"${id}" is not in ${noun(link.to)}`,
      remedy: gone ? 'mend that record first' : `add that record or name one that exists${near}`,
      loss: lossOf(entry, link, path),
    };
    findings.push(finding);
    // At once, so that the next id of the same list knows whether it is the last.
    leaveOut(finding);
    if (!entry.alive) break;
  }
  return findings;
}

/** References resolve. Called again and again until nothing more falls, because what is left out takes others along. */
export function references(draft: Draft): Finding[] {
  const budget = { left: SUGGESTIONS };
  return [...living(draft)].flatMap((entry) => judge(draft, entry, budget));
}

const MENTION = /\[([^\][]*)\]\(([^()\s]+)\)/g;

/** Links in tour prose, written `[words](id)`, lead to records. A dead one becomes plain words. */
export function prose(draft: Draft): Finding[] {
  const findings: Finding[] = [];
  const lists = [...draft.byId.keys()];
  for (const entry of livingOf(draft, 'tours')) {
    for (const [index, step] of entry.value.steps.entries()) {
      const texts: readonly (readonly [Path, string])[] = [
        [['steps', index, 'prose'], step.prose],
        ...(step.predict === undefined ? [] : [[['steps', index, 'predict', 'finding'], step.predict.finding] as const]),
      ];
      for (const [path, text] of texts) {
        const written = (entry.rewrites.get(pathText(path)) ?? text).replaceAll(MENTION, (_, words: string, id: string) => {
          const now = present(draft, lists, id);
          if (now !== null) return `[${words}](${now})`;
          if (!draft.complete) return words;
          findings.push({
            entry,
            path,
            message: `the prose links to "${id}", which is no record of this pack`,
            remedy: `name a record that exists${suggestion(id, known(draft, lists))}`,
            loss: 'nothing',
          });
          return words;
        });
        if (written !== text) entry.rewrites.set(pathText(path), written);
      }
    }
  }
  return findings;
}
