/** From files to a model. Nothing in a file can make this throw; what does not hold is left out and named. */
import { buildModel } from './build';
import { migrate } from './migrate';
import type { Issue, LoadResult, PackFile } from './model';
import { PACK_FORMAT, isManifest, isPartPath } from './parts';
import { RULES } from './rules';
import type { Rule } from './rules';
import { emptyEntries, filePath, isListName, isRecord, leaveOut, listNames, pathText } from './rules/draft';
import type { Draft, Entry, EntryLists, Finding } from './rules/draft';
import { suggestion } from './rules/nearest';
import { recordOf } from './rules/resolves';
import { parseRecord, ruleOfFault, tooDeep } from './rules/schema';
import { shapeKeys, wordFault } from './rules/schema-words';
import { PackManifest } from './schema';
import type { RecordListName } from './schema';

export interface LoadOptions {
  /** False while deferred parts are still to come: what names a missing record is then held back without an issue. */
  readonly complete?: boolean;
}

type Report = (issue: Issue) => void;

const MANIFEST_KEYS: ReadonlySet<string> = new Set(shapeKeys(PackManifest));
/** `$schema` tells an author's editor where the JSON Schema is. */
const OTHER_KEYS: ReadonlySet<string> = new Set(['$schema']);

/** Checks the manifest's own fields, leaving the record lists beside them aside. */
function readManifest(file: PackFile, report: Report): PackManifest | null {
  if (!isRecord(file.json)) return null;
  const own = Object.fromEntries(Object.entries(file.json).filter(([key]) => MANIFEST_KEYS.has(key)));
  const deep = tooDeep(own);
  const parsed = deep ? null : PackManifest.safeParse(own);
  if (parsed?.success === true) return parsed.data;
  const base = { file: file.name, rule: 'manifest', severity: 'error' } as const;
  if (parsed === null) report({ ...base, path: '', message: 'the manifest is nested too deep', remedy: 'flatten it' });
  for (const issue of parsed?.error.issues ?? []) {
    const { path, message, remedy } = wordFault(issue, own, [...MANIFEST_KEYS]);
    report({ ...base, path: pathText(path), message, remedy });
  }
  return null;
}

/** A file may come with more of its path than the manifest gives, or, dropped on a page, with its bare name. */
function sameFile(name: string, part: string): boolean {
  return name === part || name.endsWith(`/${part}`) || part.endsWith(`/${name}`);
}

/** Compares the files given with those that the manifest names. */
function checkParts(files: readonly PackFile[], head: PackFile, manifest: PackManifest, complete: boolean, report: Report): void {
  const base = { rule: 'parts', severity: 'error' } as const;
  const others = files.filter((file) => file !== head);
  const claimed = new Set<PackFile>();
  for (const field of ['parts', 'deferred'] as const) {
    for (const [index, part] of manifest[field].entries()) {
      const path = pathText([field, index]);
      if (!isPartPath(part)) {
        const message = `"${part.slice(0, 120)}" leads out of the folder of the manifest`;
        report({ ...base, file: head.name, path, message, remedy: 'keep the part beside or below the manifest' });
        continue;
      }
      const given = others.find(({ name }) => sameFile(name, part));
      if (given !== undefined) claimed.add(given);
      else if (complete || field === 'parts') {
        report({ ...base, file: head.name, path, message: `the part "${part}" was not found`, remedy: 'add the file or remove its name' });
      }
    }
  }
  for (const file of others) {
    if (claimed.has(file)) continue;
    const message = 'the manifest does not name this file';
    report({ ...base, file: file.name, path: '', message, remedy: 'add it to "parts" of the manifest', severity: 'warning' });
  }
}

interface Gathered {
  readonly entries: EntryLists;
  readonly byId: ReadonlyMap<RecordListName, Map<string, Entry>>;
  readonly unsound: ReadonlyMap<RecordListName, readonly unknown[]>;
}

function gather(files: readonly PackFile[], head: PackFile, report: Report): Gathered {
  const entries = emptyEntries();
  const byId = new Map<RecordListName, Map<string, Entry>>(listNames.map((name) => [name, new Map()]));
  const unsound = new Map<RecordListName, unknown[]>(listNames.map((name) => [name, []]));

  const add = <K extends RecordListName>(list: K, record: unknown, file: string, index: number): void => {
    const { value, origins, faults } = parseRecord(list, record);
    for (const { path, message, remedy } of faults) {
      const rule = ruleOfFault(list, path);
      report({ file, path: pathText([list, index, ...path]), rule, message, remedy, severity: 'error' });
    }
    if (faults.length > 0) unsound.get(list)?.push(record);
    if (value === null) return;
    const entry = { list, value, file, index, origins, alive: true, cuts: new Set(), cutsOf: new Map(), rewrites: new Map() } as Entry<K>;
    const lists: { [L in RecordListName]: Entry<L>[] } = entries;
    lists[list].push(entry);
    const ids = byId.get(list);
    if (ids?.has(value.id) === false) ids.set(value.id, entry);
  };

  for (const file of files) {
    if (file.json === undefined) continue;
    if (!isRecord(file.json)) {
      const message = 'the file does not hold a JSON object';
      report({ file: file.name, path: '', rule: 'list-name', message, remedy: 'put the record lists in { }', severity: 'error' });
      continue;
    }
    for (const [key, records] of Object.entries(file.json)) {
      if (OTHER_KEYS.has(key) || (file === head && MANIFEST_KEYS.has(key))) continue;
      const base = { file: file.name, path: pathText([key]), rule: 'list-name' } as const;
      if (!isListName(key)) {
        const names = file === head ? [...listNames, ...MANIFEST_KEYS] : listNames;
        const message = `${JSON.stringify(key.slice(0, 80))} is not a record list of the format`;
        report({ ...base, message, remedy: `rename or remove it${suggestion(key, names)}`, severity: 'warning' });
      } else if (Array.isArray(records)) {
        for (const [index, record] of records.entries()) {
          add(key, record, file.name, index);
        }
      } else {
        report({ ...base, message: `"${key}" is not a list`, remedy: 'put its records in [ ]', severity: 'error' });
      }
    }
  }
  return { entries, byId, unsound };
}

function judge(draft: Draft, head: PackFile, report: Report): void {
  const run = (rule: Rule): number => {
    const findings = rule.find(draft);
    // What is missing may be in a part that is still to come, so it is held back without a word.
    const quiet = !draft.complete && rule.when === 'again';
    for (const finding of findings) {
      leaveOut(finding);
      if (!quiet) report(issueOf(finding, rule, head));
    }
    return findings.length;
  };
  const ask = (when: Rule['when']): number => RULES.filter((rule) => rule.when === when).reduce((sum, rule) => sum + run(rule), 0);
  ask('once');
  while (ask('again') > 0);
  ask('last');
  if (draft.complete) ask('whole');
}

function issueOf({ entry, path, message, remedy }: Finding, rule: Rule, head: PackFile): Issue {
  const place = entry === null ? { file: head.name, path: pathText(path) } : { file: entry.file, path: filePath(entry, path) };
  return { ...place, rule: rule.name, message, remedy, severity: rule.severity };
}

/** The manifest with its start view, which may name only what is in the model. */
function checkStart(manifest: PackManifest, draft: Draft, head: PackFile, report: Report): PackManifest {
  const { selection, lit, ...rest } = manifest.start;
  const find = (list: RecordListName, id: string): string | null => recordOf(draft, [list], draft.aliases.get(id) ?? id)?.value.id ?? null;
  const missing = (path: string, id: string): void => {
    if (!draft.complete) return;
    const message = `the start view names "${id}", which is not in the pack`;
    report({ file: head.name, path, rule: 'reference-resolves', message, remedy: 'name a record that exists', severity: 'error' });
  };
  const selected = selection === undefined ? null : (find('entities', selection) ?? find('claims', selection));
  if (selection !== undefined && selected === null) missing('start.selection', selection);
  const lighted = lit.flatMap((id, index) => {
    const now = find('hypotheses', id);
    if (now === null) missing(pathText(['start', 'lit', index]), id);
    return now === null ? [] : [now];
  });
  const start = { ...rest, ...(selected === null ? {} : { selection: selected }), lit: lighted };
  const result = PackManifest.safeParse({ ...manifest, start, aliases: Object.fromEntries(draft.aliases) });
  return result.success ? result.data : manifest;
}

/**
 * Loads a pack: one file with the manifest's fields (record lists may stand beside them) and any number of part files.
 * Every record is judged alone; one that breaks a rule is left out and named in `issues`, together with what stood on it, and
 * the rest loads. Old ids are replaced by present ones. The model is null only when there is no usable manifest.
 * Never throws, whatever the files hold.
 */
export function loadPack(files: readonly PackFile[], options: LoadOptions = {}): LoadResult {
  const complete = options.complete ?? true;
  const issues: Issue[] = [];
  const report: Report = (issue) => {
    issues.push(issue);
  };
  const refuse = (file: string, rule: string, message: string, remedy: string): LoadResult => {
    report({ file, path: '', rule, message, remedy, severity: 'error' });
    return { model: null, issues };
  };

  const position = files.findIndex((file) => isManifest(file.json));
  const found = files[position];
  if (found === undefined) {
    const first = files[0]?.name ?? 'pack';
    return refuse(first, 'manifest', 'there is no manifest', `give one file "format": "${PACK_FORMAT}" and the fields of a manifest`);
  }
  const migrated = migrate(files, found);
  if (!migrated.ok) return refuse(found.name, 'version', migrated.message, migrated.remedy);
  const head = migrated.files[position] ?? found;
  for (const other of migrated.files) {
    if (other === head || !isManifest(other.json)) continue;
    const message = `there is already a manifest, in ${head.name}`;
    report({ file: other.name, path: 'format', rule: 'manifest', message, remedy: 'load one pack at a time', severity: 'error' });
  }
  const sound = migrated.files.filter((file) => file === head || !isManifest(file.json));

  const manifest = readManifest(head, report);
  if (manifest === null) return { model: null, issues };
  checkParts(sound, head, manifest, complete, report);
  const draft: Draft = { manifest, ...gather(sound, head, report), aliases: new Map(), complete };
  judge(draft, head, report);
  return { model: buildModel(draft, checkStart(manifest, draft, head, report)), issues };
}
