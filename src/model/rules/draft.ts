/** A pack while it is being judged: every record with the place it came from, and what has been left out of it so far. */
import type { Claim, PackManifest, PackRecords, RecordListName } from '../schema';
import { RECORD_LISTS } from '../schema';

export type Path = readonly (string | number)[];

/** One record that passed the schema, with its place in the files and the parts of it that later rules left out. */
export interface Entry<K extends RecordListName = RecordListName> {
  readonly list: K;
  readonly value: PackRecords[K][number];
  readonly file: string;
  /** Position in its list in that file. */
  readonly index: number;
  /**
   * Positions that items of a list field had in the file, for the fields out of which the schema rule took faulty items.
   */
  readonly origins: ReadonlyMap<string, readonly number[]>;
  /** False once the record is left out. */
  alive: boolean;
  /** Paths inside the record (as `pathText` writes them) that are left out. */
  readonly cuts: Set<string>;
  /** How many items of each list (by its path inside the record) are left out. */
  readonly cutsOf: Map<string, number>;
  /** New strings for paths inside the record: present ids for old ones, prose without its dead links. */
  readonly rewrites: Map<string, string>;
}

/** What a rule found. `entry: null` speaks of the manifest. */
export interface Finding {
  readonly entry: Entry | null;
  readonly path: Path;
  readonly message: string;
  readonly remedy: string;
  /** What goes: the whole record, the part at a path, or nothing (a warning, or a fault that the rule mended itself). */
  readonly loss: 'record' | 'nothing' | { readonly cut: Path };
}

export type EntryLists = { readonly [K in RecordListName]: Entry<K>[] };

export interface Draft {
  /** Raw start and aliases as the schema passed them; the rules below report on them. */
  readonly manifest: PackManifest;
  readonly entries: EntryLists;
  /** First record of each id; a record that was left out stays here with `alive: false`. */
  readonly byId: ReadonlyMap<RecordListName, Map<string, Entry>>;
  /** Old id → present id, chains followed, after the alias rule took out what does not hold. */
  readonly aliases: Map<string, string>;
  /** Raw records in which the schema found a fault, for questions such as "does anything at all cite this paper". */
  readonly unsound: ReadonlyMap<RecordListName, readonly unknown[]>;
  /** False while deferred parts are still to come. */
  readonly complete: boolean;
}

const LIST_NAMES: readonly string[] = Object.keys(RECORD_LISTS);

export function isListName(name: string): name is RecordListName {
  return Object.hasOwn(RECORD_LISTS, name);
}

/** Names of all record lists, in the order of the schema. */
export const listNames: readonly RecordListName[] = LIST_NAMES.filter(isListName);

export function emptyEntries(): EntryLists {
  return Object.fromEntries(listNames.map((name): [string, Entry[]] => [name, []])) as EntryLists;
}

/** Takes out what a finding says must go. Doing it twice changes nothing. */
export function leaveOut({ entry, loss }: Finding): void {
  if (entry === null || loss === 'nothing') return;
  if (loss === 'record') {
    entry.alive = false;
    return;
  }
  const path = pathText(loss.cut);
  if (entry.cuts.has(path)) return;
  entry.cuts.add(path);
  const list = pathText(loss.cut.slice(0, -1));
  entry.cutsOf.set(list, (entry.cutsOf.get(list) ?? 0) + 1);
}

/** All entries of a draft that are still in, in list order. */
export function* living(draft: Draft): Generator<Entry> {
  for (const name of listNames) {
    for (const entry of draft.entries[name]) if (entry.alive) yield entry;
  }
}

/** Entries of one list that are still in. */
export function livingOf<K extends RecordListName>(draft: Draft, list: K): Entry<K>[] {
  const all: Entry<K>[] = draft.entries[list];
  return all.filter((entry) => entry.alive);
}

/** Claims by id as written, those included that were left out. */
export function claimIndex(draft: Draft): ReadonlyMap<string, Claim> {
  const found = new Map<string, Claim>();
  for (const { value } of draft.entries.claims) if (!found.has(value.id)) found.set(value.id, value);
  return found;
}

/** Writes a path as `claims[3].evidence[0].reference`. Keys that are not plain names are quoted. */
export function pathText(path: Path): string {
  let out = '';
  for (const step of path) {
    if (typeof step === 'number') out += `[${step}]`;
    else if (/^[A-Za-z_$][\w$]*$/.test(step)) out += out === '' ? step : `.${step}`;
    else out += `[${JSON.stringify(step)}]`;
  }
  return out;
}

/** Items of a list field of a record that are still in, with their positions. */
export function kept<T>(entry: Entry, field: string, items: readonly T[]): { item: T; index: number }[] {
  const all = items.map((item, index) => ({ item, index }));
  return entry.cuts.size === 0 ? all : all.filter(({ index }) => !entry.cuts.has(pathText([field, index])));
}

/** The path of a place in a record as it stands in the file. */
export function filePath(entry: Entry, path: Path): string {
  const [field, position] = path;
  const origin = typeof field === 'string' && typeof position === 'number' ? entry.origins.get(field)?.[position] : undefined;
  const inside = origin === undefined || field === undefined ? path : [field, origin, ...path.slice(2)];
  return pathText([entry.list, entry.index, ...inside]);
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
